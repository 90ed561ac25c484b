/** 97.5th percentile of the normal distribution: a 95 % interval. */
const Z = 1.959964;

/**
 * 95 % interval of a balance (share above zero minus share below it), in points from −100 to 100.
 * Adjusted Wald with three made-up answers, half of them neutral: it stays honest where all say the
 * same, for which the plain normal interval has no width. Null for an empty sample.
 */
export function balanceInterval(
  above: number,
  below: number,
  sample: number,
): readonly [number, number] | null {
  if (sample <= 0) return null;
  const size = sample + 3;
  const up = (above + 0.75) / size;
  const down = (below + 0.75) / size;
  const spread = Z * Math.sqrt((up + down - (up - down) ** 2) / size);
  const point = (above - below) / sample;
  // Near the ends the made-up answers pull the middle away: the interval always holds what was counted.
  const low = Math.min(point, Math.max(-1, up - down - spread));
  const high = Math.max(point, Math.min(1, up - down + spread));
  return [low * 100, high * 100];
}
