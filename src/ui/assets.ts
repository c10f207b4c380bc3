import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** A file the browser may keep for ever: its address changes when its content does. */
export type Asset = {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly contentType: string;
  readonly cacheControl: 'public, max-age=31536000, immutable';
};

/** Files by their plain name. */
export type AssetName = 'omzien.css' | 'omzien.js' | 'omzien.svg' | 'letter.woff2' | 'letter-ext.woff2';

const require = createRequire(import.meta.url);
const here = (path: string): Buffer => readFileSync(new URL(path, import.meta.url));
const font = (subset: string): Buffer =>
  readFileSync(
    require.resolve(
      `@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-${subset}-wght-normal.woff2`,
    ),
  );

/** Source files of the stylesheet, in the order of the cascade. */
export const styleSources = [
  'tokens',
  'base',
  'layout',
  'controls',
  'forms',
  'content',
  'tables',
  'cards',
  'charts',
  'print',
] as const;

/** The widths (in letters) under which a table of few (3), some (5), many (7), short figures or most columns turns into cards. */
const cardWidths = { few: '24em', some: '40em', many: '54em', figures: '45em', most: '76em' } as const;

const urls = new Map<AssetName, string>();
const files = new Map<string, Asset>();

function keep(name: AssetName, body: Buffer, contentType: string): void {
  const [stem, extension] = name.split('.');
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 12);
  const url = `/assets/${stem}-${hash}.${extension}`;
  urls.set(name, url);
  files.set(url, { body: new Uint8Array(body), contentType, cacheControl: 'public, max-age=31536000, immutable' });
}

/** Leaves comments and indentation at home. Strings in our CSS hold no `/*` and no double spaces. */
function small(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/;}/g, '}')
    .trim();
}

function cards(): string {
  const rules = here('./css/cards.css').toString('utf8');
  return Object.entries(cardWidths)
    .map(([name, width]) => `@container ${name} (max-width: ${width}) {${rules}}`)
    .join('\n');
}

function stylesheet(): string {
  const source = styleSources
    .map((name) => (name === 'cards' ? cards() : here(`./css/${name}.css`).toString('utf8')))
    .join('\n');
  return small(source).replace(/asset\(([a-z0-9.-]+)\)/g, (_, name: AssetName) => `url(${assetUrl(name)})`);
}

const mark =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#5a3d7a"/>' +
  '<g fill="none" stroke="#ffffff" stroke-width="3.4" stroke-linecap="round"><path d="M7 25C7 14.500 11.500 8 18.500 6"/>' +
  '<path d="M25 25c0-6.500-3-10.500-8-12.500"/></g></svg>';

keep('letter.woff2', font('latin'), 'font/woff2');
keep('letter-ext.woff2', font('latin-ext'), 'font/woff2');
keep('omzien.svg', Buffer.from(mark), 'image/svg+xml');
keep('omzien.js', here('./client/omzien.js'), 'text/javascript; charset=utf-8');
keep('omzien.css', Buffer.from(stylesheet()), 'text/css; charset=utf-8');

/** Every served file by its URL path (`/assets/<name>-<hash>.<extension>`). Mount at `/assets/*`. */
export const assets: ReadonlyMap<string, Asset> = files;

/** The URL path of a file by its plain name. */
export function assetUrl(name: AssetName): string {
  const url = urls.get(name);
  if (!url) throw new Error(`No asset is called ${name}`);
  return url;
}

/** The Content-Security-Policy every HTML page can carry as it is. */
export const contentSecurityPolicy =
  "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; " +
  "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
