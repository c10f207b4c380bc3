/** Values between commas, escapes still in them (R4 3.1.1.4.0.1). */
export function valuesOf(value: string): readonly string[] {
  return value.split(/(?<!\\),/);
}

/** A value without its escapes. */
export function unescaped(value: string): string {
  return value.replace(/\\([\\,$|])/g, '$1');
}

/** The parts of a value between its bars, without escapes. */
export function barsOf(value: string): readonly string[] {
  return value.split(/(?<!\\)\|/).map(unescaped);
}

/** The token a search value asks for (R4 3.1.1.4.10): `system|code`, `code` in any system, `|code` in none, `system|` any of a system. */
export function tokenKey(name: string, value: string): string {
  const [first = '', ...rest] = barsOf(value);
  return rest.length === 0 ? `${name}|*|${first}` : `${name}|${first}|${rest.join('|')}`;
}
