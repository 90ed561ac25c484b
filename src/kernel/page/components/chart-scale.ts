/** Rules of a value axis from zero: few, round, the greatest not below the greatest value. */
export function niceTicks(greatest: number, wanted = 4): readonly number[] {
  if (!(greatest > 0)) return [0, 1];
  const step = niceStep(greatest / wanted);
  const count = Math.ceil(greatest / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, index) => roundTo(index * step, step));
}

/** The least of 1, 2, 2.5, 5 × 10ⁿ that is not below. */
function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 2.5, 5, 10].find((nice) => nice * power >= rough * (1 - 1e-9)) ?? 10;
  return factor * power;
}

/** Takes away what binary fractions leave over: 0.30000000000000004. */
function roundTo(value: number, step: number): number {
  const digits = Math.max(0, 2 - Math.floor(Math.log10(step)));
  return Number(value.toFixed(Math.min(digits, 20)));
}

/** A part as a percentage for SVG: `37.5%`; nothing is drawn outside the plot. */
export function percent(value: number, greatest: number): string {
  const part = greatest > 0 ? Math.min(1, Math.max(0, value / greatest)) : 0;
  return `${Number((part * 100).toFixed(2))}%`;
}

/** Points joined by straight lines in a 100 × 100 box; `null` breaks the line. */
export function linePath(values: readonly (number | null)[], greatest: number): string {
  const step = values.length > 1 ? 100 / (values.length - 1) : 0;
  let pen: 'M' | 'L' = 'M';
  const parts: string[] = [];
  for (const [index, value] of values.entries()) {
    if (value === null) {
      pen = 'M';
      continue;
    }
    const y = 100 - (greatest > 0 ? (value / greatest) * 100 : 0);
    parts.push(`${pen}${Number((index * step).toFixed(2))} ${Number(y.toFixed(2))}`);
    pen = 'L';
  }
  return parts.join('');
}
