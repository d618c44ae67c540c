/**
 * The slow, obvious twin of the quantiles: Hyndman and Fan (1996), table 1, in whole numbers. The share is a / b; every
 * position is a multiple of 1 / 24b, so that nothing is rounded before the end.
 */
export function exactQuantile(
  sample: readonly number[],
  a: number,
  b: number,
  type: number,
): number {
  const sorted = sample.toSorted((left, right) => left - right);
  const whole = 24 * b;
  const offset = [0, 0, -12 * b, 0, 12 * b, 24 * a, 24 * (b - a), 8 * (a + b), 6 * a + 9 * b];
  const position = 24 * sorted.length * a + offset[type - 1]!;
  const j = Math.floor(position / whole);
  const rest = position - j * whole;
  const at = (rank: number) => sorted[Math.min(Math.max(rank, 1), sorted.length) - 1]!;
  if (type === 1) return rest > 0 ? at(j + 1) : at(j);
  if (type === 2) return rest > 0 ? at(j + 1) : (at(j) + at(j + 1)) / 2;
  if (type === 3) return rest === 0 && j % 2 === 0 ? at(j) : at(j + 1);
  return at(j) + ((at(j + 1) - at(j)) * rest) / whole;
}
