import type { ResourceHealth } from '@k12/contracts/planning/resource-records';

/** Without repeats, whatever their case, in the order given. */
export function distinctTags(tags: readonly string[]): string[] {
  const found = new Map(tags.map((tag) => [tag.toLocaleLowerCase('en'), tag]));
  return [...found.values()];
}

/** A name without its ending, as a person would write it. */
export function titleOfFile(name: string): string {
  const bare = name
    .replace(/\.[^.]{1,12}$/, '')
    .replace(/_+/g, ' ')
    .trim();
  return (bare || name).slice(0, 200);
}

/** What is left when a page tells no title: the host and the last words of the address. */
export function titleOfLink(url: string): string {
  const { hostname, pathname } = new URL(url);
  const last = pathname.split('/').findLast(Boolean) ?? '';
  const host = hostname.replace(/^www\./, '');
  return (last ? `${host}: ${decoded(last).replace(/[-_]+/g, ' ')}` : host).slice(0, 200);
}

/** What an answer says about a link (PLN-134). */
export function healthOf(status: number): ResourceHealth {
  if (status === 401 || status === 403) return 'forbidden';
  // Busy, or does not like being asked by a machine: no proof that it is gone.
  if (status === 429 || status === 405) return 'unknown';
  return status < 400 ? 'ok' : 'unreachable';
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** The words between the title tags of a page; no markup is interpreted. */
export function titleInPage(html: string): string | null {
  const found = /<title[^>]{0,200}>([^<]{1,500})/i.exec(html)?.[1];
  const text = found
    ?.replace(/&(#x?[0-9a-f]{1,6}|[a-z]{2,6});/gi, (whole, name: string) => entityOf(name) ?? whole)
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
  return text ? text.slice(0, 200) : null;
}

function entityOf(name: string): string | undefined {
  if (!name.startsWith('#')) return entities[name.toLowerCase()];
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return Number.isInteger(code) && code > 31 && code <= 0x10ffff && !isSurrogate(code)
    ? String.fromCodePoint(code)
    : undefined;
}

function isSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdfff;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
