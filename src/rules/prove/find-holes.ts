import type { Cell } from "../cell.js";
import type { BoxProblem } from "./box-problem.js";
import type { Budget } from "./box-solver.js";
import type { Demand } from "./demand.js";
import { demandAlways, findWitness, type Ground, type Search } from "./find-witness.js";
import { type Formula, type Literal, outside } from "./formula.js";
import type { SlotValues } from "./slot-values.js";

/** Witnesses of different holes, and what the search for one more came to. */
export interface Holes {
  readonly rows: readonly (readonly Cell[])[];
  readonly end: Search;
}

/** For each domain the values that are still allowed, as bits. */
type Box = readonly Literal[];

/**
 * Rows that meet every demand of a ground, each for a reason of its own: around each witness the
 * largest box is taken in which everything meets the demands too, and the next witness lies outside.
 * The ground is used up by it.
 *
 * @param most - witnesses at most
 */
export function findHoles(ground: Ground, budget: Budget, most: number): Holes {
  const rows: (readonly Cell[])[] = [];
  const demands = ground.reading.map((reading) => [...reading]);
  let end = findWitness(ground, [], budget);
  while (end.kind === "exists" && rows.length < most) {
    rows.push(end.cells);
    demandAlways(ground, outsideOf(boxAround(end.cells, ground.problem, demands), ground.problem));
    end = findWitness(ground, [], budget);
  }
  return { rows, end };
}

/**
 * The box that grows around a row, slot after slot, while all of it meets the demands; numbers grow
 * from neighbour to neighbour, so that two ranges are two holes.
 */
function boxAround(
  row: readonly Cell[],
  { domains }: BoxProblem,
  demands: readonly (readonly Demand[])[],
): Box {
  const box = domains.map(({ slot, cells }, at): Literal => {
    const bits = new Uint32Array(Math.ceil(cells.length / 32));
    const from = cells.indexOf(row[slot.index]);
    bits[from >> 5]! |= 1 << (from & 31);
    return { kind: "in", slot: at, bits };
  });
  for (const [domain, { bits }] of box.entries()) {
    const values = domains[domain]!;
    const own = bits.slice();
    bits.fill(-1);
    const concerned = demands[domain]!.filter(({ formula }) => !holdsAll(formula, box));
    bits.set(own);
    const takes = (at: number): boolean => {
      bits[at >> 5]! |= 1 << (at & 31);
      const isHole = concerned.every(({ formula }) => holdsAll(formula, box));
      if (!isHole) bits[at >> 5]! &= ~(1 << (at & 31));
      return isHole;
    };
    for (const way of waysFrom(values.cells.indexOf(row[values.slot.index]), values)) {
      way.every(takes);
    }
  }
  return box;
}

/** The other values of a slot as ways to walk until one does not fit. */
function waysFrom(from: number, { cells }: SlotValues): readonly (readonly number[])[] {
  const others = cells.map((_, at) => at).filter((at) => at !== from);
  const value = cells[from];
  const numbers = others.filter((at) => typeof cells[at] === "number");
  const apart = others.filter((at) => typeof cells[at] !== "number").map((at) => [at]);
  if (typeof value !== "number") return [...numbers.map((at) => [at]), ...apart];
  const rising = numbers.sort((a, b) => (cells[a] as number) - (cells[b] as number));
  const above = rising.filter((at) => (cells[at] as number) > value);
  const below = rising.filter((at) => (cells[at] as number) < value).reverse();
  return [above, below, ...apart];
}

/** Whether a formula holds all over a box, as far as its parts tell one by one. */
function holdsAll(formula: Formula, box: Box): boolean {
  switch (formula.kind) {
    case "open":
      return false;
    case "in":
      return box[formula.slot]!.bits.every((word, at) => (word & ~formula.bits[at]!) === 0);
    case "named":
      return holdsAll(formula.formula, box);
    case "both":
      return formula.of.every((part) => holdsAll(part, box));
    case "either":
      return formula.of.some((part) => holdsAll(part, box));
  }
}

/** The demand that a row lies outside a box. */
function outsideOf(box: Box, { domains }: BoxProblem): Demand {
  return {
    formula: { kind: "either", of: box.map(outside) },
    reads: domains.map((_, at) => at),
    isMetBy: ({ cells }) =>
      !domains.every(({ slot, cells: values }, domain) => {
        const at = values.indexOf(cells[slot.index]);
        return (box[domain]!.bits[at >> 5]! >>> (at & 31)) & 1;
      }),
  };
}
