import type { BoxProblem } from "./box-problem.js";
import { type Formula, type Literal, partsOf } from "./formula.js";

/** The smallest box around a formula, as far as the parts that must all hold tell it. */
export interface Hull {
  /** For each domain the values that are left at most; all where nothing is there. */
  readonly bits: readonly (Uint32Array | undefined)[];
  /** Whether the formula is nothing but its hull. */
  readonly isExact: boolean;
}

export function hullOf(formula: Formula, { domains }: BoxProblem): Hull {
  const hull: (Uint32Array | undefined)[] = domains.map(() => undefined);
  const parts = partsOf(formula);
  const literals = parts.filter((part): part is Literal => part.kind === "in");
  for (const { slot, bits } of literals) {
    hull[slot] = hull[slot]?.map((word, at) => word & bits[at]!) ?? bits;
  }
  return { bits: hull, isExact: literals.length === parts.length };
}

/** Whether two hulls have nothing in common, so that no row is in both. */
export function areApart(one: Hull, other: Hull): boolean {
  return one.bits.some((bits, domain) => {
    const others = other.bits[domain];
    return bits !== undefined && others?.every((word, at) => (word & bits[at]!) === 0);
  });
}
