import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';

/** To whom anything is sent at all: set by the operator, never by who asks. */
export type ReceiverRules = {
  /** Origins such as `https://his.example.nl`. */
  readonly origins: readonly string[];
  /** This machine counts as an address like any other; in a demo and in tests only. */
  readonly loopback: boolean;
};

/** The addresses of one host, each of them public. */
export type Resolved = readonly { readonly address: string; readonly family: 4 | 6 }[];

/** IANA special-purpose registries (RFC 6890 and later): whatever is no address of somebody on the internet. */
const SPECIAL = new BlockList();
for (const [net, bits] of [
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
  ['224.0.0.0', 3],
] as const)
  SPECIAL.addSubnet(net, bits, 'ipv4');
/** Of IPv6 only global unicast is open, and of that nothing that wraps an IPv4 address or is kept for examples. */
const GLOBAL = new BlockList();
GLOBAL.addSubnet('2000::', 3, 'ipv6');
const WRAPPED = new BlockList();
for (const [net, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  WRAPPED.addSubnet(net, bits, 'ipv6');
const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

/** Whether somebody on the internet may have this address. Pure. */
export function isPublic(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !SPECIAL.check(address, 'ipv4');
  return family === 6 && GLOBAL.check(address, 'ipv6') && !WRAPPED.check(address, 'ipv6');
}

const isLoopback = (address: string) =>
  isIP(address) !== 0 && LOOPBACK.check(address, isIP(address) === 4 ? 'ipv4' : 'ipv6');

/** What is wrong with an address that somebody gives to be told at; undefined where it will do. Says nothing of the network. Pure. */
export function endpointProblem(endpoint: string, rules: ReceiverRules): string | undefined {
  if (!URL.canParse(endpoint)) return 'Give the whole address, such as https://his.example.nl/notifications.';
  const url = new URL(endpoint);
  if (url.username || url.password || url.hash) return 'An address without a name, a password or a fragment.';
  if (url.protocol !== 'https:' && !(rules.loopback && url.protocol === 'http:' && isLoopbackName(url.hostname)))
    return 'Only https.';
  return rules.origins.includes(url.origin)
    ? undefined
    : 'This receiver is not on the list of this installation. Ask its operator to add it.';
}

const isLoopbackName = (host: string) => host === 'localhost' || isLoopback(host.replace(/^\[|\]$/g, ''));

/**
 * The addresses to connect to, looked up once for each attempt, so that what was checked is what is connected to. Throws
 * where one of them is not public: a name that points inside does so on purpose.
 */
export async function resolvePublic(host: string, rules: ReceiverRules): Promise<Resolved> {
  const literal = host.replace(/^\[|\]$/g, '');
  const family = isIP(literal);
  const found = family ? [{ address: literal, family }] : await lookup(literal, { all: true, verbatim: true });
  for (const { address } of found)
    if (!isPublic(address) && !(rules.loopback && isLoopback(address))) throw new NotPublic();
  if (found.length === 0) throw new NotPublic();
  return found as Resolved;
}

/** The name leads to an address that nothing is sent to. */
export class NotPublic extends Error {
  override readonly name = 'NotPublic';
}
