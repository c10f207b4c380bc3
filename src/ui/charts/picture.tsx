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

/** A drawing this wide has letters of the size that was meant; a larger one has larger letters. */
const MEANT = 360;
/** Room around the drawing, and between its lines of small print, at that width. */
const MARGIN = 14;
const PRINT = 13;
const HEAD = 18;
/** So many letters of the small print, and of the title, fit on one line. */
const LETTERS = 68;
const HEAD_LETTERS = 44;

/**
 * The first drawing of a chart as a file of its own: SVG with its style in it, in the light colours, its title above it,
 * and under it in small print where its figures come from: a picture travels without its page.
 */
export function chartPicture(context: PageContext, chart: ReactNode, credit: string): string {
  const html = renderToStaticMarkup(<PageContextProvider context={context}>{chart}</PageContextProvider>);
  const [svg] = /<svg[\s\S]*?<\/svg>/.exec(html) ?? [];
  const box = svg && /viewBox="([^"]+)"/.exec(svg)?.[1]?.split(' ').map(Number);
  if (!svg || box?.length !== 4) throw new Error('This chart has no drawing');
  style ??= chartStyle();
  const [left, top, wide, high] = box as [number, number, number, number];
  const scale = wide / MEANT;
  // As it stands in the markup: written as text already.
  const [, title = ''] = /<title[^>]*>([^<]*)<\/title>/.exec(svg) ?? [];
  const heads = brokenUp(title, HEAD_LETTERS);
  const print = brokenUp(credit, LETTERS);
  const margin = MARGIN * scale;
  const above = (heads.length * HEAD + PRINT) * scale;
  const [across, down] = [wide + 2 * margin, above + high + (print.length + 1) * PRINT * scale + 2 * margin];
  const around = [
    `<g transform="translate(${left} ${top - above}) scale(${scale})">`,
    ...heads.map((line, index) => `<text class="omzien-lines__title" y="${(index + 0.8) * HEAD}">${line}</text>`),
    '</g>',
    renderToStaticMarkup(
      <g transform={`translate(${left} ${top + high}) scale(${scale})`}>
        {print.map((line, index) => (
          <text key={line} className="omzien-lines__credit" y={(index + 1.5) * PRINT}>
            {line}
          </text>
        ))}
      </g>,
    ),
  ].join('');
  const opened = svg
    .replace(/viewBox="[^"]+"/, `viewBox="${left - margin} ${top - above - margin} ${across} ${down}"`)
    .replace('>', ` width="720" height="${Math.round((720 * down) / across)}"><style>${style}</style>`)
    .replace(/<\/svg>$/, `${around}</svg>`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${opened}\n`;
}

/** A text in lines of at most so many letters, broken between words; a word that is longer stays whole. */
function brokenUp(text: string, most: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= most) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}
