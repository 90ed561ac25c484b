import { renderAsync } from '@resvg/resvg-js';
import { ROLL_FONTS } from './roll-font.ts';

/** One bit a dot, rows of whole bytes, the leftmost dot in the highest bit; 1 is black. */
export interface Bitmap {
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
}

/** Darker than this is black: thin strokes of letters stay, the grey of smoothed edges goes. */
const BLACK_BELOW = 140;

/** A drawing as a thermal printer prints it. The work is done off the main thread. */
export async function drawBitmap(svg: string): Promise<Bitmap> {
  const { width, height, pixels } = await renderAsync(svg, {
    font: { loadSystemFonts: false, fontFiles: [...ROLL_FONTS], defaultFontFamily: 'DejaVu Sans' },
    background: '#fff',
  });
  const rowBytes = Math.ceil(width / 8);
  const bytes = new Uint8Array(rowBytes * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 4;
      const light = ((pixels[at] ?? 0) + (pixels[at + 1] ?? 0) + (pixels[at + 2] ?? 0)) / 3;
      if (light < BLACK_BELOW) {
        const place = y * rowBytes + (x >> 3);
        bytes[place] = (bytes[place] ?? 0) | (0x80 >> (x & 7));
      }
    }
  }
  return { width, height, bytes };
}
