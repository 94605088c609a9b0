import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { Problem } from '../errors.ts';
import { isAddressLiteral, isPlainSpelling, isPublicAddress } from './address-rules.ts';

export type Resolve = (host: string) => Promise<LookupAddress[]>;

export interface UrlRules {
  /** Development only: plain http and other ports. */
  allow_http: boolean;
  /** Named internal hosts that the operator has allowed. */
  internal_hosts: ReadonlySet<string>;
  resolve: Resolve;
}

export interface CheckedUrl {
  url: URL;
  /** The address the connection must go to; it is not looked up again (IDN-104). */
  address: LookupAddress;
}

const ports = new Set(['', '443', '8443']);
const resolveAll: Resolve = (host) => lookup(host, { all: true, verbatim: true });

export function defaultUrlRules(config: {
  HOMEROOM_MODE: string;
  OUTBOUND_INTERNAL_HOSTS: string;
}): UrlRules {
  return {
    allow_http: config.HOMEROOM_MODE === 'development' || config.HOMEROOM_MODE === 'embedded',
    internal_hosts: new Set(
      config.OUTBOUND_INTERNAL_HOSTS.split(',')
        .map((host) => host.trim())
        .filter(Boolean),
    ),
    resolve: resolveAll,
  };
}

/** Refuses without saying why: the reason would tell what the network inside looks like. */
export function unsafeUrl(): Problem {
  return new Problem('unsafe_url');
}

/** Checks an address that a person set, when it is saved and again before each call. */
export async function checkUrl(text: string, rules: UrlRules): Promise<CheckedUrl> {
  const url = parse(text);
  if (url.username || url.password) throw unsafeUrl();
  const internal = rules.internal_hosts.has(url.hostname);
  const schemes = rules.allow_http || internal ? ['https:', 'http:'] : ['https:'];
  if (!schemes.includes(url.protocol)) throw unsafeUrl();
  if (!rules.allow_http && !internal && !ports.has(url.port)) throw unsafeUrl();
  const typed = typedHost(text);
  if (isAddressLiteral(typed) && !isPlainSpelling(typed)) throw unsafeUrl();
  const addresses = await rules.resolve(url.hostname.replace(/^\[|\]$/g, '')).catch(() => []);
  const [first] = addresses;
  if (!first) throw unsafeUrl();
  // One bad address among good ones is enough: the next look-up could return it alone.
  if (!internal && !addresses.every(({ address }) => isPublicAddress(address))) throw unsafeUrl();
  return { url, address: first };
}

function parse(text: string): URL {
  if (text.length > 2_000 || /[\s\\\p{Cc}]/u.test(text) || !URL.canParse(text)) throw unsafeUrl();
  return new URL(text);
}

/** What stands between scheme and path, before the URL parser turns 0x7f.1 into 127.0.0.1. */
function typedHost(text: string): string {
  const authority = /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)/i.exec(text)?.[1] ?? '';
  const host = authority.slice(authority.lastIndexOf('@') + 1);
  return host.startsWith('[') ? host.slice(0, host.indexOf(']') + 1) : host.replace(/:\d*$/, '');
}
