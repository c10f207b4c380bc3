import { createRequire } from 'node:module';
import { renderAsync } from '@resvg/resvg-js';

const require = createRequire(import.meta.url);
const letter = (file: string): string =>
  require.resolve(`@expo-google-fonts/atkinson-hyperlegible-next/${file}/AtkinsonHyperlegibleNext_${file}.ttf`);

/** The letter of the pages, as files: a server need not have a single font of its own. */
const FONT = {
  loadSystemFonts: false,
  fontFiles: [letter('400Regular'), letter('700Bold')],
  defaultFontFamily: 'Atkinson Hyperlegible Next',
};

/** Twice as wide as the drawing is meant: sharp on paper and on a slide. */
const ACROSS = 1440;

/**
 * A picture of `chartPicture` as PNG, 1,440 pixels across, on white. Drawn beside the thread that answers.
 *
 * @throws Error when the drawing is no SVG.
 */
export async function chartPng(picture: string): Promise<Uint8Array<ArrayBuffer>> {
  const drawn = await renderAsync(picture, {
    font: FONT,
    fitTo: { mode: 'width', value: ACROSS },
    background: '#ffffff',
    logLevel: 'off',
  });
  return new Uint8Array(drawn.asPng());
}
