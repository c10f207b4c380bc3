/** Headers that a receiver wants to get along, by name in lower case. Their values are secret. */
export type Headers = Readonly<Record<string, string>>;

/** What stands in place of a value in everything that is read back. Sent again, it stands for the value that was there. */
export const KEPT = '(kept)';

const MOST = 5;
/** Set by who sends, or of a meaning between two hops. */
const OURS = new Set([
  'host',
  'content-length',
  'content-type',
  'content-encoding',
  'transfer-encoding',
  'connection',
  'upgrade',
  'expect',
  'te',
  'trailer',
  'keep-alive',
  'cookie',
  'idempotency-key',
  'user-agent',
]);

/** Reads `Name: value` lines; `kept` are the values that were there. A text says what is wrong. Pure. */
export function readHeaders(lines: readonly string[], kept: Headers): Headers | string {
  if (lines.length > MOST) return `At most ${MOST} headers.`;
  const headers: Record<string, string> = {};
  for (const line of lines) {
    const [, name = '', value = ''] =
      /^([A-Za-z0-9!#$%&'*+.^_`|~-]{1,60}):[ \t]*([\x20-\x7e]{0,2000})$/.exec(line) ?? [];
    const key = name.toLowerCase();
    if (key === '') return 'A header is written as "Name: value", in plain letters.';
    if (OURS.has(key) || key.startsWith('proxy-') || key.startsWith('ce-') || key.startsWith('webhook-'))
      return `${name} cannot be given along.`;
    if (value.trim() === KEPT) {
      if (kept[key] === undefined) return `${name}: there is no value to keep; give it.`;
      headers[key] = kept[key];
    } else headers[key] = value.trim();
  }
  return headers;
}

/** The lines as they are shown: every name, and no value. */
export function shownHeaders(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `${line.split(':')[0]}: ${KEPT}`);
}
