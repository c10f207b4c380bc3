import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { chartPng } from './png.ts';

const drawing = (inside: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50" width="100" height="50">${inside}</svg>`;

/** Width and height as a PNG says them in its first part (ISO 15948, 11.2.2). */
const sizeOf = (png: Uint8Array) => {
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
};

describe('a chart as PNG', () => {
  it('is a picture sharp enough for paper, in the shape of the drawing', async () => {
    const png = await chartPng(drawing('<circle cx="50" cy="25" r="20"/>'));
    assert.deepEqual([...png.subarray(0, 8)], [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    assert.deepEqual(sizeOf(png), [1440, 720]);
  });

  it('has its letters with it: the machine need not have one', async () => {
    const [empty, plain, bold] = await Promise.all(
      ['', '<text x="5" y="30">Één à 40%</text>', '<text x="5" y="30" font-weight="700">Één à 40%</text>'].map((text) =>
        chartPng(drawing(text)),
      ),
    );
    assert.notDeepEqual(plain, empty, 'letters are drawn');
    assert.notDeepEqual(bold, plain, 'and bold ones are bold');
  });

  it('says so of what is no drawing', async () => {
    await assert.rejects(chartPng('no drawing'), Error);
  });
});
