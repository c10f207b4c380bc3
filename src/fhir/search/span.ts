type Json = Record<string, unknown>;

const DATE = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01])(?:T(.+))?)?)?$/;
const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)?$/;

/**
 * The first and last instant a FHIR date, dateTime, instant or Period covers; partial dates cover their whole span (UTC
 * where no zone is given). Undefined for what is no moment, such as 30 February.
 */
export function spanOf(value: unknown): { readonly from: Date; readonly to: Date } | undefined {
  if (typeof value === 'string') {
    const match = DATE.exec(value);
    if (!match) return undefined;
    const [, year, month, day, time] = match;
    const [y, m, d] = [Number(year), Number(month ?? 1) - 1, Number(day ?? 1)];
    const from = utc(y, m, d);
    if (from.getUTCMonth() !== m) return undefined;
    if (time !== undefined) {
      const [fits, seconds, fraction, zone] = TIME.exec(time) ?? [];
      if (fits === undefined) return undefined;
      const at = new Date(zone ? value : `${value}Z`);
      return { from: at, to: fraction ? at : new Date(at.getTime() + (seconds ? 999 : 59_999)) };
    }
    const next = day ? utc(y, m, d + 1) : month ? utc(y, m + 1, 1) : utc(y + 1, 0, 1);
    return { from, to: new Date(next.getTime() - 1) };
  }
  if (value && typeof value === 'object') {
    const { start, end } = value as Json;
    if (start === undefined && end === undefined) return undefined;
    const from = spanOf(start)?.from ?? new Date('0001-01-01T00:00:00Z');
    const to = spanOf(end)?.to ?? new Date('9999-12-31T23:59:59Z');
    return { from, to };
  }
  return undefined;
}

/** As Date.UTC, without its habit of taking the years 0 to 99 for 1900 to 1999. */
function utc(year: number, month: number, day: number): Date {
  const at = new Date(Date.UTC(2000, month, day));
  at.setUTCFullYear(year, month, day);
  return at;
}
