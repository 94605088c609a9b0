import { BlockList } from 'node:net';

/** Whether an address lies in one of these networks, written like `10.2.0.0/16`. */
export function isInNetworks(networks: readonly string[], ip: string): boolean {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', prefix] = network.split('/');
    list.addSubnet(address, Number(prefix), address.includes(':') ? 'ipv6' : 'ipv4');
  }
  const plain = ip.startsWith('::ffff:') ? ip.slice(7) : ip;
  return list.check(plain, plain.includes(':') ? 'ipv6' : 'ipv4');
}
