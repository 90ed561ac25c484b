/**
 * Whole numbers in proportion to the weights that add up to exactly `total` (largest remainder; of
 * equal remainders the first). All zero where no weight is positive.
 */
export function spread(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (sum <= 0) return weights.map(() => 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const whole = exact.map(Math.floor);
  const left = total - whole.reduce((all, part) => all + part, 0);
  const byRemainder = exact
    .map((value, index) => ({ index, rest: value - Math.floor(value) }))
    .filter(({ index }) => (weights[index] ?? 0) > 0)
    .toSorted((a, b) => b.rest - a.rest || a.index - b.index);
  for (const { index } of byRemainder.slice(0, left)) whole[index] = (whole[index] ?? 0) + 1;
  return whole;
}

/** Whether the `index`-th of `total` belongs to the `chosen` that stand evenly among them. */
export function isChosen(index: number, chosen: number, total: number): boolean {
  return Math.floor(((index + 1) * chosen) / total) > Math.floor((index * chosen) / total);
}
