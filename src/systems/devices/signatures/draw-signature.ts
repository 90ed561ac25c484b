import { renderAsync } from '@resvg/resvg-js';
import { type Strokes, strokesSvg } from './strokes.ts';

/** The picture is drawn here from the strokes, so that the two can never differ. */
export async function drawSignature(strokes: Strokes): Promise<Buffer> {
  const image = await renderAsync(strokesSvg(strokes), {
    background: '#fff',
    font: { loadSystemFonts: false },
  });
  return image.asPng();
}
