/** Open data change when a load is made: an hour old is as good. */
export const OPEN_DATA = { 'cache-control': 'public, max-age=3600', 'access-control-allow-origin': '*' } as const;

/** Lines as a CSV to take along: with a point for decimals (RFC 4180, UTF-8 with its mark, so that Excel reads it rightly). */
export function csvAnswer(name: string, lines: readonly (readonly string[])[]): Response {
  const text = lines.map((fields) => fields.map(quoted).join(',')).join('\r\n');
  return new Response(`\uFEFF${text}\r\n`, {
    headers: {
      ...OPEN_DATA,
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': `attachment; filename="${name}.csv"`,
    },
  });
}
const quoted = (field: string): string => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field);

/** A drawing as a file of its own. */
export function svgAnswer(name: string, picture: string): Response {
  return new Response(picture, {
    headers: {
      ...OPEN_DATA,
      'content-type': 'image/svg+xml; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.svg"`,
    },
  });
}
