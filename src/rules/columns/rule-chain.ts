import type { CompiledCondition } from "../compiled-condition.js";
import { boundOf, evaluate, MET, type Row, UNKNOWN } from "../evaluate.js";
import type { CompiledRule } from "../rule-set.js";
import type { BlockSource } from "./block-source.js";
import { conjunctsOf } from "./conjuncts.js";
import type { FieldClasses } from "./field-classes.js";
import { nextUp, slotsRead } from "./tests-of-field.js";
import { type BlockContext, rowOfCell } from "./truth-of-block.js";

/** Rules asked one after the other of the rows that none before has taken. */
export interface RuleChain {
  /** Whether every fact of the block is known, without which the chain cannot be asked. */
  isWhole(): boolean;
  /** The position of the first rule that each row meets; how many rules there are for none. */
  run(count: number, hits: Int32Array): void;
}

/** Keeps, of the first so many rows of a list, those that a test lets pass; gives how many. */
type Sieve = (rows: Int32Array, count: number, kept: Int32Array) => number;

/** One conjunct of a rule. */
interface Test {
  readonly keep: Sieve;
  /** How great a part it let pass of the rows that came to it in the first block. */
  share: number;
}

/**
 * Rules under the hit policy `first` as a chain: each test looks only at rows that the tests before
 * it let pass. For a few rules of known facts nothing is faster, since nothing has to be foreseen.
 * Which test of a rule lets few rows pass shows in the first block; it comes first from then on.
 *
 * @returns `undefined` where a rule asks several fields in one breath, or may be unknown of facts
 *   that are known
 */
export function ruleChain(
  rules: readonly CompiledRule[],
  context: BlockContext,
  blockRows: number,
): RuleChain | undefined {
  const sources = new Set<BlockSource>();
  const classed = new Set<FieldClasses>();
  const tests: Test[][] = [];
  for (const { condition } of rules) {
    const parts = conjunctsOf(condition);
    const own: Test[] = [];
    for (const part of parts) {
      const [slot, ...more] = slotsRead(part);
      if (more.length > 0) return undefined;
      const source = context.sourceOf(slot!);
      sources.add(source);
      const range = source.form === "numbers" ? rangeOf(part, context) : undefined;
      if (range !== undefined && source.form === "numbers") {
        own.push({ keep: sieveByRange(source.numbers, ...range), share: 1 });
        continue;
      }
      if (isUnsure(part, slot!, context)) return undefined;
      const classes = context.classesOf(slot!);
      classed.add(classes);
      own.push({ keep: sieveByClass(part, slot!, classes, context), share: 1 });
    }
    tests.push(own);
  }
  const all = Int32Array.from({ length: blockRows }, (_, at) => at);
  const open = new Int32Array(blockRows);
  const kept = new Int32Array(blockRows);
  const none = rules.length;
  let isFirst = true;
  return {
    isWhole: () => [...sources].every(({ hasGaps }) => !hasGaps),
    run(count, hits) {
      for (const classes of classed) classes.sort(count);
      hits.fill(none, 0, count);
      open.set(all.subarray(0, count));
      let left = count;
      let taken = 0;
      for (const [rule, own] of tests.entries()) {
        taken += take(kept, sift(own, open, left, kept), rule, hits, none);
        if (taken * 8 < left) continue;
        left = stillOpen(open, left, hits, none);
        taken = 0;
      }
      if (isFirst) for (const own of tests) own.sort((one, other) => one.share - other.share);
      isFirst = false;
    },
  };
}

/** Keeps the rows that pass all tests of a rule; gives how many. */
function sift(tests: readonly Test[], rows: Int32Array, count: number, kept: Int32Array): number {
  let from = rows;
  let passed = count;
  for (const test of tests) {
    const asked = passed;
    passed = test.keep(from, asked, kept);
    test.share = (passed + 1) / (asked + 1);
    from = kept;
  }
  return passed;
}

/** Whether a condition may be unknown although the fact is known, such as a cut without a fit. */
function isUnsure(part: CompiledCondition, slot: number, context: BlockContext): boolean {
  return context.classesOf(slot).cells.some((cell) => {
    return cell !== undefined && evaluate(part, rowOfCell(slot, cell, context)) === UNKNOWN;
  });
}

/** The numbers that one comparison lets pass: the least, and the least that is too great. */
function rangeOf(
  part: CompiledCondition,
  row: Pick<BlockContext, "asOf" | "cuts">,
): readonly [number, number] | undefined {
  if (part.kind !== "bound" || part.operand.from === "field") return undefined;
  const bound = boundOf(part.operand, row as Row);
  // There may be no such cut, or no such day: then classes tell what holds.
  if (typeof bound !== "number") return undefined;
  const above = nextUp(bound);
  const least = part.order === "moreThan" ? above : bound;
  const beyond = part.order === "lessThan" ? bound : above;
  if (part.order === "atLeast" || part.order === "moreThan") return [least, Infinity];
  return part.order === "equal" ? [bound, above] : [-Infinity, beyond];
}

function sieveByRange(numbers: Float64Array, least: number, beyond: number): Sieve {
  return beyond === Infinity
    ? (rows, count, kept) => keepFrom(numbers, least, rows, count, kept)
    : (rows, count, kept) => keepWithin(numbers, least, beyond, rows, count, kept);
}

function sieveByClass(
  part: CompiledCondition,
  slot: number,
  { classes, cells }: FieldClasses,
  context: BlockContext,
): Sieve {
  let passes = new Int32Array(0);
  return (rows, count, kept) => {
    if (passes.length < cells.length) {
      passes = Int32Array.from(cells, (cell) => {
        return Number(evaluate(part, rowOfCell(slot, cell, context)) === MET);
      });
    }
    return keepClasses(classes, passes, rows, count, kept);
  };
}

/*
 * The loops over rows are functions of their own and take all they need as arguments: what a closure
 * holds is loaded anew for every row. `| 0` tells that a count is small, so that none is checked.
 */

function keepFrom(
  numbers: Float64Array,
  least: number,
  rows: Int32Array,
  count: number,
  kept: Int32Array,
): number {
  let passed = 0;
  for (let each = 0; each < count; each++) {
    const at = rows[each]!;
    kept[passed] = at;
    passed = (passed + Number(numbers[at]! >= least)) | 0;
  }
  return passed;
}

function keepWithin(
  numbers: Float64Array,
  least: number,
  beyond: number,
  rows: Int32Array,
  count: number,
  kept: Int32Array,
): number {
  let passed = 0;
  for (let each = 0; each < count; each++) {
    const at = rows[each]!;
    const value = numbers[at]!;
    kept[passed] = at;
    passed = (passed + (Number(value >= least) & Number(value < beyond))) | 0;
  }
  return passed;
}

function keepClasses(
  classes: Int32Array,
  passes: Int32Array,
  rows: Int32Array,
  count: number,
  kept: Int32Array,
): number {
  let passed = 0;
  for (let each = 0; each < count; each++) {
    const at = rows[each]!;
    kept[passed] = at;
    passed = (passed + passes[classes[at]!]!) | 0;
  }
  return passed;
}

/** Gives rows to a rule that no rule before it has; how many. */
function take(
  rows: Int32Array,
  count: number,
  rule: number,
  hits: Int32Array,
  none: number,
): number {
  let taken = 0;
  for (let each = 0; each < count; each++) {
    const at = rows[each]!;
    if (hits[at] !== none) continue;
    hits[at] = rule;
    taken += 1;
  }
  return taken;
}

function stillOpen(open: Int32Array, count: number, hits: Int32Array, none: number): number {
  let left = 0;
  for (let each = 0; each < count; each++) {
    const at = open[each]!;
    open[left] = at;
    left = (left + Number(hits[at] === none)) | 0;
  }
  return left;
}
