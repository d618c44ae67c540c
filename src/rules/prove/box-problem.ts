import type { Cell } from "../cell.js";
import type { CompiledCondition } from "../compiled-condition.js";
import { evaluate, MET, NOT_MET, type Row, UNKNOWN } from "../evaluate.js";
import type { Slot } from "../scope.js";
import { type Bearings, type SlotValues, slotValues, type Test, testsOf } from "./slot-values.js";

/** Truths as a mask of `1 << truth`: what a condition may still come to. */
export const CAN_FAIL: number = 1 << NOT_MET;
export const CAN_BE_UNKNOWN: number = 1 << UNKNOWN;
export const CAN_BE_MET: number = 1 << MET;
const ANYTHING = CAN_FAIL | CAN_BE_UNKNOWN | CAN_BE_MET;

/** For each slot the values that are still allowed, as bits. */
export type Box = Uint32Array;

/** One test, with the values of its slot that bring about each truth. */
export interface Atom {
  readonly kind: "atom";
  /** First word of the slot's bits in a box. */
  readonly offset: number;
  /** By truth. */
  readonly bits: readonly Uint32Array[];
}

/** A condition over boxes; a test of slot against slot is opaque: nobody knows until it is asked. */
export type Node =
  | Atom
  | { readonly kind: "opaque" }
  | { readonly kind: "all" | "any" | "not"; readonly of: readonly Node[] };

/** Conditions as questions about boxes of values. */
export interface BoxProblem {
  readonly domains: readonly Domain[];
  /** Slots that are compared with one another. */
  readonly linked: ReadonlySet<number>;
  /** Whether the values tried stand for all there are. */
  readonly isComplete: boolean;
  readonly whole: Box;
  readonly bearings: Bearings;
  nodeOf(condition: CompiledCondition): Node;
}

/** The values of a slot and where its bits lie. */
export interface Domain extends SlotValues {
  readonly offset: number;
  readonly words: number;
}

const NO_AGEING: ReadonlySet<number> = new Set();

/**
 * The common ground of all conditions that are to be compared.
 *
 * @param conditions - compiled in one scope
 * @param bearings - the day and the cuts
 * @param canBeNone - slots that may be known to be none
 */
export function boxProblem(
  conditions: readonly CompiledCondition[],
  bearings: Bearings,
  canBeNone: (slot: Slot) => boolean,
): BoxProblem {
  const tests = conditions.flatMap((each) => [...testsOf(each)]);
  const bySlot = new Map<Slot, Test[]>();
  const linked = new Set<number>();
  const note = (slot: Slot, test: Test): void => {
    const own = bySlot.get(slot);
    if (own === undefined) bySlot.set(slot, [test]);
    else own.push(test);
  };
  for (const test of tests) {
    note(test.slot, test);
    if (test.kind !== "bound" || test.operand.from !== "field") continue;
    note(test.operand.slot, test);
    linked.add(test.slot.index).add(test.operand.slot.index);
  }
  const linkedTests = tests.filter((test) => linked.has(test.slot.index));
  let offset = 0;
  const domains = [...bySlot].map(([slot, own]): Domain => {
    const isLinked = linked.has(slot.index);
    const among = isLinked ? [...own, ...linkedTests] : own;
    const values = slotValues(slot, among, bearings, { canBeNone: canBeNone(slot), isLinked });
    const words = Math.ceil(values.cells.length / 32);
    offset += words;
    return { ...values, offset: offset - words, words };
  });
  const whole = new Uint32Array(offset);
  for (const domain of domains) fill(whole, domain);
  const byIndex = new Map(domains.map((domain) => [domain.slot.index, domain]));
  const isComplete = domains.every((domain) => domain.isComplete);
  const atoms = new Map(
    tests.map((test) => [test, atomOf(test, byIndex.get(test.slot.index)!, bearings)]),
  );
  const nodeOf = (condition: CompiledCondition): Node => {
    if ("of" in condition) return { kind: condition.kind, of: condition.of.map(nodeOf) };
    return atoms.get(condition)!;
  };
  return { domains, linked, isComplete, whole, bearings, nodeOf };
}

/**
 * The truths a condition may come to somewhere in a box: never too few, and exact once every test
 * has but one.
 */
export function possibleTruths(node: Node, box: Box): number {
  switch (node.kind) {
    case "opaque":
      return ANYTHING;
    case "atom":
      return truthsOfAtom(node, box);
    case "not": {
      const inner = possibleTruths(node.of[0]!, box);
      return turned(inner);
    }
    case "all": {
      let all = CAN_BE_MET;
      for (const part of node.of) {
        all = both(all, possibleTruths(part, box));
        if (all === CAN_FAIL) return all;
      }
      return all;
    }
    case "any": {
      let none = CAN_BE_MET;
      for (const part of node.of) {
        none = both(none, turned(possibleTruths(part, box)));
        if (none === CAN_FAIL) break;
      }
      return turned(none);
    }
  }
}

/** The first test that the box leaves open, or `undefined` when all that are open are opaque. */
export function openAtom(node: Node, box: Box): Atom | undefined {
  if (node.kind === "opaque") return undefined;
  if (node.kind === "atom") {
    const truths = truthsOfAtom(node, box);
    return (truths & (truths - 1)) === 0 ? undefined : node;
  }
  const settled = settlingTruth(node);
  for (const part of node.of) {
    if (possibleTruths(part, box) === settled) continue;
    const atom = openAtom(part, box);
    if (atom !== undefined) return atom;
  }
  return undefined;
}

/** The part of a box in which a test comes to one truth; `undefined` when there is none. */
export function narrowed(box: Box, atom: Atom, truth: number): Box | undefined {
  const bits = atom.bits[truth]!;
  const part = box.slice();
  let some = 0;
  for (let word = 0; word < bits.length; word++) {
    some |= part[atom.offset + word]! &= bits[word]!;
  }
  return some === 0 ? undefined : part;
}

/** The position of the first value that a box allows in a slot. */
export function firstIn(box: Box, { offset }: Domain): number {
  let word = 0;
  while (box[offset + word] === 0) word++;
  return word * 32 + (31 - Math.clz32(box[offset + word]! & -box[offset + word]!));
}

/** The positions of the values that a box allows in a slot. */
export function allowedIn(box: Box, { offset, cells }: Domain): readonly number[] {
  return cells.flatMap((_, at) => ((box[offset + (at >> 5)]! >>> (at & 31)) & 1 ? [at] : []));
}

/** A part of a group with this truth alone has no say any more. */
function settlingTruth({ kind }: Exclude<Node, Atom | { kind: "opaque" }>): number {
  return kind === "all" ? CAN_BE_MET : kind === "any" ? CAN_FAIL : 0;
}

function isOpaque(test: Test, { cuts }: Bearings): boolean {
  if (test.kind !== "bound") return false;
  const { operand } = test;
  return operand.from === "field" || (operand.from === "cut" && !cuts.has(operand.name));
}

function atomOf(test: Test, domain: Domain, bearings: Bearings): Node {
  if (isOpaque(test, bearings)) return { kind: "opaque" };
  const bits = [NOT_MET, UNKNOWN, MET].map(() => new Uint32Array(domain.words));
  const cells: Cell[] = new Array(domain.slot.index + 1).fill(undefined);
  const row: Row = { ...bearings, cells, ageing: NO_AGEING };
  for (const [at, cell] of domain.cells.entries()) {
    cells[domain.slot.index] = cell;
    const truth = evaluate(test, row);
    bits[truth]![at >> 5]! |= 1 << (at & 31);
  }
  return { kind: "atom", offset: domain.offset, bits };
}

function fill(box: Box, { offset, cells }: Domain): void {
  for (let at = 0; at < cells.length; at++) box[offset + (at >> 5)]! |= 1 << (at & 31);
}

function truthsOfAtom({ offset, bits }: Atom, box: Box): number {
  let truths = 0;
  for (let truth = NOT_MET as number; truth <= MET; truth++) {
    const own = bits[truth]!;
    for (let word = 0; word < own.length; word++) {
      if ((box[offset + word]! & own[word]!) === 0) continue;
      truths |= 1 << truth;
      break;
    }
  }
  return truths;
}

/** What `all` may come to, given what two parts may. */
function both(a: number, b: number): number {
  const some = a & b;
  let truths = (a | b) & CAN_FAIL;
  if ((a | b) & CAN_BE_UNKNOWN && a & ~CAN_FAIL && b & ~CAN_FAIL) truths |= CAN_BE_UNKNOWN;
  return truths | (some & CAN_BE_MET);
}

function turned(truths: number): number {
  return (
    (truths & CAN_BE_UNKNOWN) |
    (truths & CAN_FAIL ? CAN_BE_MET : 0) |
    (truths & CAN_BE_MET ? CAN_FAIL : 0)
  );
}
