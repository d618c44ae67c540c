import type { CompiledCondition } from "../compiled-condition.js";
import { boundOf, evaluate, MET, type Row, UNKNOWN } from "../evaluate.js";
import type { CompiledRule } from "../rule-set.js";
import type { BlockSource } from "./block-source.js";
import { conjunctsOf } from "./conjuncts.js";
import type { FieldClasses } from "./field-classes.js";
import { nextUp, slotsRead } from "./tests-of-field.js";
import { type BlockContext, rowOfCell } from "./truth-of-block.js";

/** What no rule is met by. */
export const NO_RULE = -1;

/** Rules asked one after the other of the rows that none before has taken. */
export interface RuleChain {
  /** Whether every fact of the block is known, without which the chain cannot be asked. */
  isWhole(): boolean;
  /** The position of the first rule that each row meets, or {@link NO_RULE}. */
  run(count: number, hits: Int32Array): void;
}

/** Keeps, of the first so many rows of a list, those that a test lets pass; gives how many. */
type Sieve = (rows: Int32Array, count: number, kept: Int32Array) => number;

/**
 * Rules under the hit policy `first` as a chain: each test looks only at rows that the tests before
 * it let pass. For a few rules of known facts nothing is faster, since nothing has to be foreseen.
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
  const sieves: (readonly Sieve[])[] = [];
  for (const { condition } of rules) {
    const parts = conjunctsOf(condition);
    const own: Sieve[] = [];
    for (const part of parts) {
      const [slot, ...more] = slotsRead(part);
      if (more.length > 0 || isUnsure(part, slot!, context)) return undefined;
      const source = context.sourceOf(slot!);
      sources.add(source);
      const range = source.form === "numbers" ? rangeOf(part, context) : undefined;
      if (range !== undefined && source.form === "numbers") {
        own.push(sieveByRange(source.numbers, ...range));
      } else {
        const classes = context.classesOf(slot!);
        classed.add(classes);
        own.push(sieveByClass(part, slot!, classes, context));
      }
    }
    sieves.push(own);
  }
  const all = Int32Array.from({ length: blockRows }, (_, at) => at);
  const open = new Int32Array(blockRows);
  const kept = new Int32Array(blockRows);
  return {
    isWhole: () => [...sources].every(({ hasGaps }) => !hasGaps),
    run(count, hits) {
      for (const classes of classed) classes.sort(count);
      hits.fill(NO_RULE, 0, count);
      open.set(all.subarray(0, count));
      let left = count;
      let taken = 0;
      for (const [rule, [first, ...rest]] of sieves.entries()) {
        let passed = first!(open, left, kept);
        for (const sieve of rest) passed = sieve(kept, passed, kept);
        taken += take(kept, passed, rule, hits);
        if (taken * 8 < left) continue;
        left = stillOpen(open, left, hits);
        taken = 0;
      }
    },
  };
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
  // There may be no such cut: then nothing is met, and classes tell so.
  if (part.operand.from === "cut") return undefined;
  const bound = boundOf(part.operand, row as Row) as number;
  const above = nextUp(bound);
  const least = part.order === "moreThan" ? above : bound;
  const beyond = part.order === "lessThan" ? bound : above;
  if (part.order === "atLeast" || part.order === "moreThan") return [least, Infinity];
  return part.order === "equal" ? [bound, above] : [-Infinity, beyond];
}

function sieveByRange(numbers: Float64Array, least: number, beyond: number): Sieve {
  if (beyond === Infinity) {
    return (rows, count, kept) => {
      let passed = 0;
      for (let each = 0; each < count; each++) {
        const at = rows[each]!;
        kept[passed] = at;
        passed += Number(numbers[at]! >= least);
      }
      return passed;
    };
  }
  return (rows, count, kept) => {
    let passed = 0;
    for (let each = 0; each < count; each++) {
      const at = rows[each]!;
      const value = numbers[at]!;
      kept[passed] = at;
      passed += Number(value >= least) & Number(value < beyond);
    }
    return passed;
  };
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
    let passed = 0;
    for (let each = 0; each < count; each++) {
      const at = rows[each]!;
      kept[passed] = at;
      passed += passes[classes[at]!]!;
    }
    return passed;
  };
}

/** Gives rows to a rule that no rule before it has; how many. */
function take(rows: Int32Array, count: number, rule: number, hits: Int32Array): number {
  let taken = 0;
  for (let each = 0; each < count; each++) {
    const at = rows[each]!;
    if (hits[at] !== NO_RULE) continue;
    hits[at] = rule;
    taken += 1;
  }
  return taken;
}

function stillOpen(open: Int32Array, count: number, hits: Int32Array): number {
  let left = 0;
  for (let each = 0; each < count; each++) {
    const at = open[each]!;
    open[left] = at;
    left += Number(hits[at] === NO_RULE);
  }
  return left;
}
