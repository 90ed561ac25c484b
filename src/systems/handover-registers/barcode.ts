import bwip from 'bwip-js/node';

/** Widths of Code 128: bar, space, bar, … in modules. @throws Error for letters that it does not know. */
export function barWidths(text: string): readonly number[] {
  const [drawn] = bwip.raw({ bcid: 'code128', text });
  if (drawn === undefined || !('sbs' in drawn)) throw new Error(`no bars for ${text}`);
  return drawn.sbs;
}

export interface Bar {
  readonly at: number;
  readonly width: number;
}

/** The dark bars only, from 0, and the whole width. */
export function darkBars(text: string): { readonly bars: readonly Bar[]; readonly width: number } {
  const bars: Bar[] = [];
  let at = 0;
  barWidths(text).forEach((width, index) => {
    if (index % 2 === 0) bars.push({ at, width });
    at += width;
  });
  return { bars, width: at };
}
