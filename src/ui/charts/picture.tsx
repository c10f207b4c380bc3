import { readFileSync } from 'node:fs';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { type PageContext, PageContextProvider } from '../page-context.tsx';

const css = (name: string): string => readFileSync(new URL(`../css/${name}.css`, import.meta.url), 'utf8');

/** The colours of the light theme by name, and the rules of the charts with those colours filled in. */
function chartStyle(): string {
  const light = css('tokens').split('@media')[0]!;
  const values = new Map(
    [...light.matchAll(/(--omzien-[a-z0-9-]+):\s*([^;]+);/g)].map(([, name, value]) => [name!, value!]),
  );
  const rules = css('charts')
    .split('@media')[0]!
    .split('\n')
    .filter((rule) => rule.startsWith('.omzien-lines') || rule.startsWith('.omzien-tiles'))
    .join('')
    .replace(/var\((--omzien-[a-z0-9-]+)\)/g, (_, name: string) => values.get(name) ?? 'currentColor');
  return `svg { font-family: 'Atkinson Hyperlegible Next', system-ui, sans-serif; background: #ffffff; } text { font-size: 12px; fill: ${values.get('--omzien-color-ink-soft')}; } ${rules}`;
}

let style: string | undefined;

/** The first drawing of a chart as a file of its own: SVG with its style in it, in the light colours. */
export function chartPicture(context: PageContext, chart: ReactNode): string {
  const html = renderToStaticMarkup(<PageContextProvider context={context}>{chart}</PageContextProvider>);
  const [svg] = /<svg[\s\S]*?<\/svg>/.exec(html) ?? [];
  if (!svg) throw new Error('This chart has no drawing');
  style ??= chartStyle();
  return `<?xml version="1.0" encoding="UTF-8"?>\n${svg.replace('>', ` width="720"><style>${style}</style>`)}\n`;
}
