import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { type APIRequestContext, type FullConfig, request } from '@playwright/test';
import { accountOf, password, roles, stateOf } from './people.ts';

/** Signs each role in once over HTTP; specs start from these states instead of the form. */
export default async function signInEverybody(config: FullConfig): Promise<void> {
  const baseURL = config.projects[0]?.use.baseURL ?? '';
  for (const role of roles) {
    mkdirSync(dirname(stateOf(role)), { recursive: true });
    const browser = await signedIn(baseURL, accountOf(role).identifier);
    await browser.storageState({ path: stateOf(role) });
    await browser.dispose();
  }
}

/** A session of the account, for requests and for pages that start from its state. */
export async function signedIn(baseURL: string, identifier: string): Promise<APIRequestContext> {
  const browser = await request.newContext({ baseURL, extraHTTPHeaders: { origin: baseURL } });
  const { csrf_token } = await (await browser.get('/api/v1/csrf')).json();
  const reply = await browser.post('/api/v1/session', {
    headers: { 'x-csrf-token': csrf_token },
    data: { identifier, password, tenant: 'riverbend' },
  });
  const { state } = await reply.json();
  if (state !== 'signed_in') throw new Error(`${identifier} could not sign in: ${reply.status()} ${state}`);
  return browser;
}
