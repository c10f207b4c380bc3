import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

type Tokens = Readonly<Record<string, string>>;

const source = readFileSync(new URL('./css/tokens.css', import.meta.url), 'utf8');

function tokensIn(css: string): Tokens {
  return Object.fromEntries(
    [...css.matchAll(/--omzien-(?:color-)?([a-z0-9-]+): (#[0-9a-f]{6});/g)].map((match) => [match[1], match[2]]),
  );
}

const [lightPart = '', darkPart = ''] = source.split('@media screen and (prefers-color-scheme: dark)');
const light = tokensIn(lightPart);
const dark: Tokens = { ...light, ...tokensIn(darkPart) };

/** Relative luminance of WCAG 2.2. */
function luminance(colour: string): number {
  const channel = (start: number): number => {
    const value = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(tokens: Tokens, one: string, other: string): number {
  const [a, b] = [one, other].map((name) => luminance(tokens[name] ?? assert.fail(`no token ${name}`)));
  const [bright, deep] = [Math.max(a ?? 0, b ?? 0), Math.min(a ?? 0, b ?? 0)];
  return (bright + 0.05) / (deep + 0.05);
}

// The measured figures of the design: token, ground, contrast.
const measured: readonly (readonly [string, string, number])[] = [
  ['ink', 'paper', 14],
  ['ink-soft', 'paper', 5.9],
  ['heide', 'surface', 8.8],
  ['link', 'paper', 6.8],
  ['weide', 'surface', 6.5],
  ['klaproos', 'surface', 7.2],
  ['on-zonnebloem', 'zonnebloem', 10.6],
];

// Every text on every ground that the stylesheet puts it on.
const texts: readonly (readonly [string, readonly string[]])[] = [
  ['ink', ['paper', 'surface', 'sunk', 'heide-mist', 'weide-mist', 'klaproos-mist', 'zonnebloem-mist', 'lucht-mist']],
  ['ink-soft', ['paper', 'surface', 'sunk']],
  ['link', ['paper', 'surface', 'sunk', 'heide-mist', 'lucht-mist', 'weide-mist', 'zonnebloem-mist']],
  ['heide', ['paper', 'surface', 'heide-mist']],
  ['heide-deep', ['paper', 'surface', 'heide-mist']],
  ['on-heide', ['heide', 'heide-deep']],
  ['weide', ['paper', 'surface', 'weide-mist']],
  ['klaproos', ['paper', 'surface', 'klaproos-mist']],
  ['on-klaproos', ['klaproos']],
  ['on-zonnebloem', ['zonnebloem']],
];

describe('people who see less can read every colour', () => {
  for (const [text, ground, figure] of measured) {
    it(`${text} on ${ground} has the contrast that was measured for the design (${figure}:1)`, () => {
      assert.ok(Math.abs(contrast(light, text, ground) - figure) < 0.35, `${contrast(light, text, ground)}`);
    });
  }

  for (const [mode, tokens] of Object.entries({ light, dark })) {
    for (const [text, grounds] of texts) {
      it(`${mode}: ${text} is readable (4.5:1) on ${grounds.join(', ')}`, () => {
        for (const ground of grounds) {
          const found = contrast(tokens, text, ground);
          assert.ok(found >= 4.5, `${text} on ${ground}: ${found.toFixed(2)}`);
        }
      });
    }

    it(`${mode}: borders of inputs stand out from their surface (3:1)`, () => {
      assert.ok(contrast(tokens, 'line', 'surface') >= 3);
    });

    it(`${mode}: the ring of ink around the focus stands out from every ground (3:1)`, () => {
      for (const ground of ['paper', 'surface', 'sunk', 'heide-mist', 'klaproos-mist', 'zonnebloem-mist']) {
        assert.ok(contrast(tokens, 'ink', ground) >= 3, ground);
      }
    });

    it(`${mode}: lines of charts stand out from the paper (3:1 but for the orange, which is always labelled)`, () => {
      for (const series of ['chart-1', 'chart-3', 'chart-4', 'chart-5', 'chart-6']) {
        assert.ok(contrast(tokens, series, 'paper') >= 3, `${series} ${contrast(tokens, series, 'paper')}`);
      }
    });
  }

  it('dark mode names every token that light mode gives a ground or a text', () => {
    const changed = Object.keys(tokensIn(darkPart));
    const same = Object.keys(light).filter((name) => !changed.includes(name));
    assert.deepEqual(same.sort(), ['on-zonnebloem', 'zonnebloem']);
  });
});
