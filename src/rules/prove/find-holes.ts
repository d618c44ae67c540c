import type { Cell } from "../cell.js";
import { MET, NOT_MET, type Row, type Truth } from "../evaluate.js";
import {
  type Atom,
  type Box,
  type BoxProblem,
  CAN_FAIL,
  type Domain,
  possibleTruths,
} from "./box-problem.js";
import { type Budget, type Demand, findWitness, type Search } from "./find-witness.js";

/** Witnesses of different holes, and what the search for one more came to. */
export interface Holes {
  readonly rows: readonly (readonly Cell[])[];
  readonly end: Search;
}

/**
 * Rows that meet every demand, each for a reason of its own: around each witness the largest box is
 * taken in which everything meets the demands too, and the next witness lies outside.
 *
 * @param most - witnesses at most
 */
export function findHoles(
  problem: BoxProblem,
  demands: readonly Demand[],
  budget: Budget,
  most: number,
): Holes {
  const rows: (readonly Cell[])[] = [];
  const all = [...demands];
  let end = findWitness(problem, all, budget);
  while (end.kind === "exists" && rows.length < most) {
    rows.push(end.cells);
    all.push(outside(boxAround(end.cells, problem, demands), problem));
    end = findWitness(problem, all, budget);
  }
  return { rows, end };
}

/**
 * The box that grows around a row, slot after slot, while all of it meets the demands; numbers grow
 * from neighbour to neighbour, so that two ranges are two holes.
 */
function boxAround(cells: readonly Cell[], problem: BoxProblem, demands: readonly Demand[]): Box {
  const box = new Uint32Array(problem.whole.length);
  for (const domain of problem.domains) allow(box, domain, positionOf(cells, domain));
  const takes = (domain: Domain, at: number): boolean => {
    const word = domain.offset + (at >> 5);
    const before = box[word]!;
    allow(box, domain, at);
    const isHole = demands.every(({ node, wanted }) => !(possibleTruths(node, box) & ~wanted));
    if (!isHole) box[word] = before;
    return isHole;
  };
  for (const domain of problem.domains) {
    for (const way of waysFrom(positionOf(cells, domain), domain)) {
      way.every((at) => takes(domain, at));
    }
  }
  return box;
}

/** The other values of a slot as ways to walk until one does not fit. */
function waysFrom(from: number, { cells }: Domain): readonly (readonly number[])[] {
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

/** The demand that a row lies outside a box. */
function outside(box: Box, { domains }: BoxProblem): Demand {
  const sides = domains.map((domain): Atom => {
    const inside = box.slice(domain.offset, domain.offset + domain.words);
    const bits = [inside.map((word) => ~word), new Uint32Array(domain.words), inside];
    return { kind: "atom", offset: domain.offset, bits };
  });
  const truthOf = ({ cells }: Row): Truth => {
    const isInside = domains.every((domain) => {
      const at = positionOf(cells, domain);
      return (box[domain.offset + (at >> 5)]! >>> (at & 31)) & 1;
    });
    return isInside ? MET : NOT_MET;
  };
  return { node: { kind: "all", of: sides }, truthOf, wanted: CAN_FAIL };
}

function positionOf(cells: readonly Cell[], { slot, cells: values }: Domain): number {
  return values.indexOf(cells[slot.index]);
}

function allow(box: Box, { offset }: Domain, at: number): void {
  box[offset + (at >> 5)]! |= 1 << (at & 31);
}
