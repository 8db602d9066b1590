import { createRequire } from 'node:module';
import { renderAsync } from '@resvg/resvg-js';

/** Twice the drawing's pixels: sharp in print at the width of a page. */
const SCALE = 2;
/** Pixels a side at most, so that a chart of 300 rows and columns does not fill the memory. */
const MOST_PIXELS = 8_000;

/** The typeface holds Latin, Greek and Cyrillic; for anything else this computer is asked. */
const BEYOND = /[^\u0000-\u052f\u1e00-\u22ff]/u;

/**
 * A drawing as PNG with a typeface of its own, so that it looks the same on every computer and
 * needs neither a browser nor the network. Drawn in a thread of its own.
 *
 * @param svg with its width and height in pixels
 */
export async function svgToPng(svg: string): Promise<Uint8Array> {
  const [, width = '0', height = '0'] = /width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
  const scale = Math.min(SCALE, MOST_PIXELS / Math.max(Number(width), Number(height)));
  const image = await renderAsync(svg, {
    fitTo: { mode: 'zoom', value: scale },
    font: {
      fontFiles: fontFiles(),
      loadSystemFonts: BEYOND.test(svg),
      defaultFontFamily: 'Inter',
      sansSerifFamily: 'Inter',
    },
  });
  return image.asPng();
}

const { resolve } = createRequire(import.meta.url);

const fontFiles = (): string[] =>
  ['400Regular/Inter_400Regular', '600SemiBold/Inter_600SemiBold'].map((face) =>
    resolve(`@expo-google-fonts/inter/${face}.ttf`),
  );
