import { BlockList, isIP } from 'node:net';

/**
 * The addresses of version 4 that are no public servers: of one's own machine and network, of the way between, for examples, for many
 * at once, and kept back.
 * Source: IANA IPv4 Special-Purpose Address Registry (RFC 6890 and its successors).
 */
const notPublic4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4]
] as const;

/**
 * Of version 6 only 2000::/3 is given out to the public; these parts of it lead into networks of version 4, or are for examples.
 * Source: IANA IPv6 Special-Purpose Address Registry.
 */
const notPublic6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20]
] as const;

const blocked = new BlockList();
for (const [net, prefix] of notPublic4) blocked.addSubnet(net, prefix, 'ipv4');
for (const [net, prefix] of notPublic6) blocked.addSubnet(net, prefix, 'ipv6');
const given6 = new BlockList();
given6.addSubnet('2000::', 3, 'ipv6');

/**
 * Whether an address of the internet is one of a public server. Addresses of version 4 within one of version 6, link-local ones and
 * whatever is no plain address are none.
 *
 * @example
 * isPublicAddress('169.254.169.254') // false
 */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 4) return !blocked.check(address, 'ipv4');
  if (isIP(address) !== 6 || address.includes('%')) return false;
  return given6.check(address, 'ipv6') && !blocked.check(address, 'ipv6');
}
