/** Gini as the mean absolute difference of all pairs over twice the mean. */
export function giniOfPairs(amounts: readonly number[]): number {
  let differences = 0;
  let sum = 0;
  for (const left of amounts) {
    sum += left;
    for (const right of amounts) differences += Math.abs(left - right);
  }
  return differences / (2 * amounts.length * sum);
}

/** The sum of the squared shares, one account after the other. */
export function herfindahlOfList(amounts: readonly number[]): number {
  const sum = amounts.reduce((left, right) => left + right, 0);
  return amounts.reduce((squares, each) => squares + ((100 * each) / sum) ** 2, 0);
}

/** What the first so many of the sorted list bring. */
export function topOfList(amounts: readonly number[], most: number): number {
  const sorted = [...amounts].sort((left, right) => right - left);
  return sorted.slice(0, most).reduce((left, right) => left + right, 0);
}
