import {
  type Cell,
  evaluate,
  MET,
  NOT_MET,
  type RuleSet,
  type Slot,
} from "../../src/rules/index.js";

/** What trying every row of a grid comes to. */
export interface GridProof {
  readonly hasGap: boolean;
  readonly canBeMet: readonly boolean[];
  readonly canDecide: readonly boolean[];
  /** For each rule, whether it meets an account together with an earlier rule of another outcome. */
  readonly overlaps: readonly boolean[];
}

/**
 * The slow, obvious twin of the prover: every combination of the given values of every slot, one
 * after the other.
 */
export function gridProof(
  set: RuleSet,
  slots: readonly Slot[],
  valuesOf: (slot: Slot) => readonly Cell[],
): GridProof {
  const { rules } = set;
  const canBeMet = rules.map(() => false);
  const canDecide = rules.map(() => false);
  const overlaps = rules.map(() => false);
  let hasGap = false;
  for (const cells of rowsOf(slots, valuesOf)) {
    const row = { cells, asOf: 0, cuts: new Map(), ageing: new Set<number>() };
    const truths = rules.map((rule) => evaluate(rule.condition, row));
    const isOut = (index: number): boolean => {
      const truth = truths[index]!;
      return truth === NOT_MET || (truth !== MET && rules[index]!.unknownIsNotMet);
    };
    if (rules.every((_, index) => isOut(index))) hasGap = true;
    for (const [index, rule] of rules.entries()) {
      if (truths[index] !== MET) continue;
      canBeMet[index] = true;
      const earlier = rules.slice(0, index);
      const isFirst = set.hitPolicy !== "first" || earlier.every((_, each) => isOut(each));
      if (isFirst) canDecide[index] = true;
      const clashes = earlier.some(
        (other, at) => truths[at] === MET && other.outcome !== rule.outcome,
      );
      if (clashes) overlaps[index] = true;
    }
  }
  return { hasGap, canBeMet, canDecide, overlaps };
}

/** Every combination of the values of all slots. */
export function* rowsOf(
  slots: readonly Slot[],
  valuesOf: (slot: Slot) => readonly Cell[],
  cells: readonly Cell[] = [],
): Generator<readonly Cell[]> {
  const slot = slots[cells.length];
  if (slot === undefined) yield cells;
  else for (const cell of valuesOf(slot)) yield* rowsOf(slots, valuesOf, [...cells, cell]);
}
