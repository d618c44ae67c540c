import type { Cell } from "../cell.js";
import { slotsRead } from "../columns/tests-of-field.js";
import type { CompiledCondition } from "../compiled-condition.js";
import {
  evaluate,
  MET,
  NOT_MET,
  NOTHING_AGES,
  type Row,
  type Truth,
  UNKNOWN,
} from "../evaluate.js";
import type { RuleSet } from "../rule-set.js";
import type { Slot } from "../scope.js";
import type { Formula } from "./formula.js";
import {
  type Bearings,
  type SlotBounds,
  type SlotValues,
  slotsOfTest,
  slotValues,
  type Test,
  testsOf,
} from "./slot-values.js";

/** Conditions as formulas over slots of few values. */
export interface BoxProblem {
  /** In the order of their slots in a solver. */
  readonly domains: readonly SlotValues[];
  /** By slot of the scope where its domain stands. */
  readonly domainOf: ReadonlyMap<number, number>;
  /** Domains that are compared with one another. */
  readonly linked: ReadonlySet<number>;
  /** Whether the values tried stand for all there are. */
  readonly isComplete: boolean;
  readonly bearings: Bearings;
  /** The domains that rules read. */
  reading(set: RuleSet): readonly number[];
  /** That a condition comes to this truth or a greater one. */
  atLeast(condition: CompiledCondition, truth: Truth): Formula;
  /** That a condition comes to this truth or a lesser one. */
  atMost(condition: CompiledCondition, truth: Truth): Formula;
}

/** The values of a slot that bring about each truth of a test, as bits; `undefined`: it is opaque. */
type Answers = readonly Uint32Array[] | undefined;

/**
 * The common ground of all conditions that are to be compared.
 *
 * @param conditions - compiled in one scope
 * @param bearings - the day and the cuts
 * @param kinds - slots that may be known to be none, and slots that count something
 */
export function boxProblem(
  conditions: readonly CompiledCondition[],
  bearings: Bearings,
  { canBeNone, isCount }: SlotBounds,
): BoxProblem {
  const tests = conditions.flatMap((each) => [...testsOf(each)]);
  const bySlot = new Map<Slot, Test[]>();
  const linkedSlots = new Set<Slot>();
  for (const test of tests) {
    const slots = slotsOfTest(test);
    for (const slot of slots) {
      const own = bySlot.get(slot);
      if (own === undefined) bySlot.set(slot, [test]);
      else own.push(test);
      if (slots.length > 1) linkedSlots.add(slot);
    }
  }
  const linkedTests = tests.filter((test) => linkedSlots.has(test.slot));
  const domains = [...bySlot].map(([slot, own]) => {
    const isLinked = linkedSlots.has(slot);
    const among = isLinked ? [...own, ...linkedTests] : own;
    return slotValues(slot, among, bearings, {
      canBeNone: canBeNone(slot),
      isCount: isCount?.(slot) === true,
      isLinked,
    });
  });
  const domainOf = new Map(domains.map(({ slot }, at) => [slot.index, at]));
  const answers = new Map<CompiledCondition, Answers>(
    tests.map((test) => [
      test,
      answersOf(test, domains[domainOf.get(test.slot.index)!]!, bearings),
    ]),
  );
  const between = (condition: CompiledCondition, least: Truth, most: Truth): Formula => {
    if ("of" in condition) {
      if (condition.kind === "not") {
        return between(condition.of[0]!, (MET - most) as Truth, (MET - least) as Truth);
      }
      // `all` is the least of its parts and `any` the greatest, so that one end is asked of every
      // part and the other of one.
      const isEvery = (condition.kind === "all") === (most === MET);
      const of = condition.of.map((part) => between(part, least, most));
      return { kind: isEvery ? "both" : "either", of };
    }
    const own = answers.get(condition);
    if (own === undefined) return { kind: "open" };
    const bits = own[least]!.slice();
    for (let truth = least + 1; truth <= most; truth++) {
      for (let word = 0; word < bits.length; word++) bits[word]! |= own[truth]![word]!;
    }
    return { kind: "in", slot: domainOf.get((condition as Test).slot.index)!, bits };
  };
  return {
    domains,
    domainOf,
    linked: new Set([...linkedSlots].map(({ index }) => domainOf.get(index)!)),
    reading: ({ rules }) =>
      rules.flatMap(({ condition }) =>
        [...slotsRead(condition)].map((index) => domainOf.get(index)!),
      ),
    isComplete: domains.every((domain) => domain.isComplete),
    bearings,
    atLeast: (condition, truth) => between(condition, truth, MET),
    atMost: (condition, truth) => between(condition, NOT_MET, truth),
  };
}

function answersOf(test: Test, domain: SlotValues, bearings: Bearings): Answers {
  if (isOpaque(test, bearings)) return undefined;
  const words = Math.ceil(domain.cells.length / 32);
  const bits = [NOT_MET, UNKNOWN, MET].map(() => new Uint32Array(words));
  const cells: Cell[] = new Array(domain.slot.index + 1).fill(undefined);
  const row: Row = { ...bearings, cells, ageing: NOTHING_AGES };
  for (const [at, cell] of domain.cells.entries()) {
    cells[domain.slot.index] = cell;
    bits[evaluate(test, row)]![at >> 5]! |= 1 << (at & 31);
  }
  return bits;
}

function isOpaque(test: Test, { cuts }: Bearings): boolean {
  if (test.kind !== "bound") return false;
  const { operand } = test;
  return operand.from === "field" || (operand.from === "cut" && !cuts.has(operand.name));
}
