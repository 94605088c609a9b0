import { headers } from 'next/headers';
import type { AbstractIntlMessages } from 'next-intl';
import { getMessages } from 'next-intl/server';
import type { Messages } from './messages.ts';
import { pageTexts } from './page-texts.generated.ts';
import { findPage } from './pages.ts';

// While developing the layouts send everything, so that a new text shows before the list is written again.
const sendsEverything = process.env.NODE_ENV === 'development';

/** Texts travel with every answer, so a layout or page sends only those that it can show (UXP-106). */
export async function layoutTexts(layout: string): Promise<AbstractIntlMessages> {
  const all = (await getMessages()) as Messages;
  return (sendsEverything ? all : pick(all, pageTexts[layout])) as AbstractIntlMessages;
}

/** Those of the page being rendered, beyond what the layouts around it have sent. */
export async function ownTexts(): Promise<Messages> {
  const address = (await headers()).get('x-address') ?? '';
  const route = findPage(address.split('?')[0] ?? '')?.route;
  if (sendsEverything || !route) return {};
  return pick((await getMessages()) as Messages, pageTexts[route]);
}

export function pick(all: Messages, list = ''): Messages {
  const picked: Messages = {};
  for (const name of list.split(' ').filter(Boolean)) place(all, picked, name.split('.'));
  return picked;
}

function place(from: Messages, into: Messages, [name = '', ...rest]: string[]): void {
  const found = from[name];
  if (found === undefined) return;
  if (rest.length === 0) into[name] = found;
  else {
    const inner = (into[name] ?? {}) as Messages;
    into[name] = inner;
    place(found as Messages, inner, rest);
  }
}
