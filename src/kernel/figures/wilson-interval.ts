/** 97.5th percentile of the normal distribution: a 95 % interval. */
const Z = 1.959964;

/**
 * Wilson's 95 % interval of a share, in per cent: honest near 0 and 100 % and for small samples,
 * where the plain normal interval leaves [0, 100]. Null for an empty sample.
 */
export function wilsonInterval(hits: number, sample: number): readonly [number, number] | null {
  if (sample <= 0) return null;
  const share = hits / sample;
  const spread = Z * Math.sqrt((share * (1 - share)) / sample + (Z * Z) / (4 * sample * sample));
  const centre = share + (Z * Z) / (2 * sample);
  const scale = 1 + (Z * Z) / sample;
  const low = hits === 0 ? 0 : (centre - spread) / scale;
  const high = hits === sample ? 1 : (centre + spread) / scale;
  return [Math.max(0, low) * 100, Math.min(1, high) * 100];
}
