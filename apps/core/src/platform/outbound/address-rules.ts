import ipaddr from 'ipaddr.js';

/** Metadata services that sit in ranges that look ordinary. */
const metadataAddresses = new Set(['168.63.129.16', '100.100.100.200', '192.0.0.192', 'fd00:ec2::254']);

/**
 * True only for addresses of the public Internet (IDN-104). IPv4 inside IPv6 (mapped, 6to4, NAT64, Teredo) is
 * never public: it would let one spelling through that another refuses.
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text) || metadataAddresses.has(text)) return false;
  return ipaddr.parse(text).range() === 'unicast';
}

/** A host that is a number in some spelling: decimal, octal, hexadecimal, short forms, brackets. */
export function isAddressLiteral(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '');
  return (
    ipaddr.isValid(bare) ||
    bare.includes(':') ||
    /^(0x[0-9a-f]*|\d+)(\.(0x[0-9a-f]*|\d+)){0,3}\.?$/i.test(bare)
  );
}

/** The usual way to write an address; whoever writes it otherwise wants to get past a check. */
export function isPlainSpelling(typedHost: string): boolean {
  const bare = typedHost.replace(/^\[|\]$/g, '');
  if (bare.includes(':')) return ipaddr.IPv6.isValid(bare);
  return (
    ipaddr.IPv4.isValidFourPartDecimal(bare) && bare.split('.').every((part) => String(Number(part)) === part)
  );
}
