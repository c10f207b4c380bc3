import { chartPng } from '../../ui/index.ts';

/** Open data change when a load is made: an hour old is as good. */
export const OPEN_DATA = { 'cache-control': 'public, max-age=3600', 'access-control-allow-origin': '*' } as const;

/** Lines as a CSV to take along: with a point for decimals (RFC 4180, UTF-8 with its mark, so that Excel reads it rightly). */
export function csvAnswer(name: string, lines: readonly (readonly string[])[]): Response {
  const text = lines.map((fields) => fields.map(quoted).join(',')).join('\r\n');
  return new Response(`\uFEFF${text}\r\n`, {
    headers: { ...OPEN_DATA, ...attached(`${name}.csv`), 'content-type': 'text/csv; charset=utf-8; header=present' },
  });
}
const quoted = (field: string): string => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field);

/** The ways in which a drawing is taken along: lines that stay sharp, or dots for a letter or a slide. */
export type PictureKind = 'svg' | 'png';

/** A drawing (SVG, see `chartPicture`) as a file of its own. */
export async function pictureAnswer(name: string, picture: string, kind: PictureKind): Promise<Response> {
  const headers = { ...OPEN_DATA, ...attached(`${name}.${kind}`) };
  if (kind === 'svg')
    return new Response(picture, { headers: { ...headers, 'content-type': 'image/svg+xml; charset=utf-8' } });
  return new Response(await chartPng(picture), { headers: { ...headers, 'content-type': 'image/png' } });
}

const attached = (file: string) => ({ 'content-disposition': `attachment; filename="${file}"` });
