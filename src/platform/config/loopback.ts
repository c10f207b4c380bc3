/** Does this host name or address mean "this machine"? Takes names, IPv4 and IPv6 (with or without brackets). */
export function isLoopbackHost(host: string): boolean {
  const name = host
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '');
  if (name === 'localhost' || name.endsWith('.localhost')) return true;
  if (name === '::' || name === '::1' || /^(0+:){7}0*1$/.test(name)) return true;
  const mapped = name.replace(/^::ffff:/, '');
  return mapped === '0.0.0.0' || /^127(\.\d{1,3}){3}$/.test(mapped) || /^7f[0-9a-f]{2}:[0-9a-f]{1,4}$/.test(mapped);
}
