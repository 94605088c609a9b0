import { type IncomingMessage, Server } from 'node:http';
import { BlockList, isIPv6 } from 'node:net';

/** What a proxy says about the client, and what anybody could write. */
const proxyHeaders = ['forwarded', 'x-forwarded-host', 'x-forwarded-port', 'x-forwarded-proto', 'x-real-ip'];

const namedNetworks: Record<string, readonly string[]> = {
  loopback: ['127.0.0.0/8', '::1/128'],
  linklocal: ['169.254.0.0/16', 'fe80::/10'],
  uniquelocal: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'],
};

/** Networks as in core's TRUSTED_PROXIES: names, addresses and ranges, separated by commas. */
export function trustedNetworks(text: string): BlockList {
  const list = new BlockList();
  const parts = text.split(',').map((part) => part.trim());
  for (const part of parts.flatMap((name) => namedNetworks[name] ?? (name ? [name] : []))) {
    const [address = '', prefix] = part.split('/');
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    if (prefix === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(prefix), family);
  }
  return list;
}

/**
 * Core counts and records by the client's address, which it learns from here. Only a trusted proxy may name one;
 * for anybody else it is where the connection comes from (IDN-101, IDN-103).
 */
export function settleClientAddress(
  headers: IncomingMessage['headers'],
  peer: string | undefined,
  trusted: BlockList,
): void {
  const address = (peer ?? '').replace(/^::ffff:/, '');
  if (address && trusted.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')) return;
  for (const name of proxyHeaders) delete headers[name];
  headers['x-forwarded-for'] = address || 'unknown';
}

/** Before the framework sees the request: it keeps what the client sent and forgets the connection. */
export function installClientAddress(trustedProxies: string): void {
  const trusted = trustedNetworks(trustedProxies);
  const emit = Server.prototype.emit;
  Server.prototype.emit = function (this: Server, event: string, ...rest: unknown[]) {
    const [request] = rest as [IncomingMessage | undefined];
    if (event === 'request' && request)
      settleClientAddress(request.headers, request.socket.remoteAddress, trusted);
    return Reflect.apply(emit, this, [event, ...rest]);
  } as typeof emit;
}
