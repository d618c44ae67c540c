/**
 * The terms of a total that must not depend on their order: whole numbers are added as they come,
 * which is exact, fractions are kept until all are there.
 */
export interface Terms {
  whole: number;
  /** All terms without their signs: beyond 2^53 whole numbers are no longer exact. */
  size: number;
  readonly fractions: number[];
}

/** Takes one more term. */
export function addTerm(terms: Terms, term: number): void {
  terms.size += Math.abs(term);
  if (Number.isInteger(term)) terms.whole += term;
  else terms.fractions.push(term);
}

/**
 * The total, fractions in ascending order; `undefined` when the terms without their signs pass
 * 2^53.
 */
export function totalOf({ whole, size, fractions }: Terms): number | undefined {
  if (size > Number.MAX_SAFE_INTEGER) return undefined;
  return Float64Array.from(fractions)
    .sort()
    .reduce((total, each) => total + each, whole);
}
