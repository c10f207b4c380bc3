/** Numbers whose spelling JSON would change: trailing zeros, exponents (also those it would write itself, under a millionth), more than 15 digits. */
const DELICATE = /\d\.\d*0(?!\d)|\d[eE][+-]?\d|\d[\d.]{15,}|0\.0{6}|-0(?![.\d])/;

type Reviver = (this: unknown, key: string, value: unknown, context: { source?: string }) => unknown;
type RawJson = { rawJSON: (text: string) => unknown };

/**
 * Reads JSON so that writing it again loses nothing: a number whose spelling a JavaScript number cannot keep
 * (`1.10`, twenty digits) becomes a raw-JSON value that `JSON.stringify` writes as it was. Throws SyntaxError.
 */
export function parseExactly(text: string): unknown {
  if (!DELICATE.test(text)) return JSON.parse(text);
  const reviver: Reviver = (_key, value, context) =>
    typeof value === 'number' && context.source !== undefined && String(value) !== context.source
      ? (JSON as unknown as RawJson).rawJSON(context.source)
      : value;
  return JSON.parse(text, reviver as Parameters<typeof JSON.parse>[1]);
}

/** True where a text may hold numbers that only `parseExactly` keeps. */
export function isDelicate(text: string): boolean {
  return DELICATE.test(text);
}

/** Depth of nesting of a JSON value, for bounds. */
export function depthOf(value: unknown, limit = 64): number {
  if (value === null || typeof value !== 'object' || limit === 0) return 0;
  let deepest = 0;
  for (const item of Object.values(value)) deepest = Math.max(deepest, depthOf(item, limit - 1));
  return deepest + 1;
}

/** The deepest nesting a resource may have. */
export const MOST_DEPTH = 40;

/** True where a value is nested deeper than a resource may be. */
export function tooDeep(value: unknown, most = MOST_DEPTH): boolean {
  return depthOf(value, most + 2) > most;
}
