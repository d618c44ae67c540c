import {
  addTests,
  type BlockContext,
  type CompiledCondition,
  type FieldClasses,
  fieldClasses,
  MET,
  NOT_MET,
  noTests,
  type RuleChain,
  type RuleIndex,
  ruleChain,
  ruleIndex,
  slotsRead,
  type TestsOfField,
  translate,
} from "../../rules/index.js";
import type { CompiledAbc, CompiledBands, CompiledRules } from "../any-classifier.js";
import { outcomeByTruths } from "../method-rules.js";
import type { BlockClassifier, BlockJob } from "./block-job.js";
import { classByRow } from "./class-by-row.js";
import { classByTable, expectedCombinations } from "./class-by-table.js";
import { patternCache } from "./pattern-cache.js";

type ByRules = CompiledRules | CompiledBands | CompiledAbc;

/** Up to so many combinations a table is nearer than sets of bits. */
const MOST_COMBINATIONS = 2 ** 12;
/** Up to so many rules are faster asked one after the other, where every fact is known. */
const MOST_IN_CHAIN = 48;
/** So many questions at most are asked before the first row: rules by class. */
const MOST_QUESTIONS = 2 ** 21;

/** Rules: few combinations in a table, many as sets of bits, too many row by row. */
export function classByRules(classifier: ByRules, job: BlockJob): BlockClassifier {
  const { rules } = classifier.rules;
  const tests = new Map<number, TestsOfField>();
  const slots = new Set<number>();
  for (const { condition } of rules) {
    slotsRead(condition, slots);
    addAllTests(condition, job, tests);
  }
  // Asked for now, so that they are loaded from the first block on.
  for (const slot of slots) job.sourceOf(slot);
  const classes = new Map<number, FieldClasses>();
  for (const [slot, each] of tests) classes.set(slot, fieldClasses(job.sourceOf(slot), each));
  const fields = [...classes].map(([slot, each]) => ({ slot, classes: each }));
  const someMix = rules.some(({ condition }) => mixes(condition));
  if (!someMix && expectedCombinations(fields) <= MOST_COMBINATIONS) {
    return classByTable(classifier, fields, job);
  }
  const questions = fields.reduce((sum, each) => sum + each.classes.cells.length, 0);
  if (questions * rules.length > MOST_QUESTIONS) return classByRow(classifier, slots, job);
  const context: BlockContext = { ...job, classesOf: (slot) => classes.get(slot)! };
  const isShort = classifier.rules.hitPolicy === "first" && rules.length <= MOST_IN_CHAIN;
  const chain = isShort ? ruleChain(rules, context, job.blockRows) : undefined;
  const makeIndex = (): RuleIndex => ruleIndex(rules, context, job.blockRows);
  return byChainOrBits(classifier, fields, { chain, makeIndex }, job);
}

/** What every field is compared with; two fields compared with each other are left out. */
function addAllTests(
  condition: CompiledCondition,
  job: BlockJob,
  tests: Map<number, TestsOfField>,
): void {
  if ("of" in condition) {
    for (const part of condition.of) addAllTests(part, job, tests);
    return;
  }
  if (mixes(condition)) return;
  const own = tests.get(condition.slot.index) ?? noTests();
  tests.set(condition.slot.index, own);
  addTests(condition, job, own);
}

/** Whether two fields are compared with each other anywhere. */
function mixes(condition: CompiledCondition): boolean {
  if ("of" in condition) return condition.of.some(mixes);
  if (condition.kind !== "bound" || condition.operand.from !== "field") return false;
  return condition.operand.slot.index !== condition.slot.index;
}

/** What one rule that is met, or none of them, comes to is kept by rule; all else by the sets of bits. */
function byChainOrBits(
  classifier: ByRules,
  fields: readonly { readonly classes: FieldClasses }[],
  ways: { readonly chain: RuleChain | undefined; readonly makeIndex: () => RuleIndex },
  { blockRows, outcomes }: BlockJob,
): BlockClassifier {
  const codes = new Int32Array(blockRows);
  const { hitPolicy, rules } = classifier.rules;
  const alone = (met: number): number => {
    const truths = rules.map((_, rule) => (rule === met ? MET : NOT_MET));
    return outcomes.codeOf(outcomeByTruths(classifier, truths));
  };
  const single = Int32Array.from([...rules.keys(), rules.length], alone);
  const none = single[rules.length]!;
  const resolve = hitPolicy === "first" ? resolveFirst : resolveOnly;
  const { chain } = ways;
  let bits: { readonly index: RuleIndex; readonly codeAt: (at: number) => number } | undefined;
  return {
    codes,
    scores: new Map(),
    run(count) {
      if (chain?.isWhole()) {
        chain.run(count, codes);
        translate(codes, count, single, codes);
        return;
      }
      // Before the index is laid out: a dictionary is parted when it is first sorted.
      for (const { classes } of fields) classes.sort(count);
      bits ??= bitsOf(classifier, ways.makeIndex(), outcomes);
      bits.index.run(count);
      codes.fill(NO_RULE, 0, count);
      resolve(bits.index, count, codes, single);
      settle(codes, count, none, bits.codeAt);
    },
  };
}

/** Sets of bits are laid out when the first block needs them. */
function bitsOf(
  classifier: ByRules,
  index: RuleIndex,
  outcomes: BlockJob["outcomes"],
): { readonly index: RuleIndex; readonly codeAt: (at: number) => number } {
  const codeAt = patternCache(index, (at) => {
    return outcomes.codeOf(outcomeByTruths(classifier, index.truthsOf(at)));
  });
  return { index, codeAt };
}

/** Gives each row its code, where the sets of bits say which rule alone decides. */
type Resolver = (index: RuleIndex, count: number, codes: Int32Array, single: Int32Array) => void;

/** The first rule that is possible decides when it is met. */
const resolveFirst: Resolver = ({ met, possible }, count, codes, single) => {
  for (let word = possible.length - 1; word >= 0; word--) {
    const [sure, open] = [met[word]!, possible[word]!];
    for (let at = 0; at < count; at++) {
      const bits = open[at]!;
      if (bits === 0) continue;
      const first = bits & -bits;
      codes[at] = (sure[at]! & first) === 0 ? UNSETTLED : single[ruleOfBit(word, first)]!;
    }
  }
};

/** One rule that is met decides where no other is possible. */
const resolveOnly: Resolver = ({ met, possible }, count, codes, single) => {
  for (const [word, open] of possible.entries()) {
    const sure = met[word]!;
    for (let at = 0; at < count; at++) {
      const bits = open[at]!;
      if (bits === 0) continue;
      const isOnly = codes[at] === NO_RULE && sure[at] === bits && (bits & (bits - 1)) === 0;
      codes[at] = isOnly ? single[ruleOfBit(word, bits)]! : UNSETTLED;
    }
  }
};

/** Which rule a bit of a word stands for. */
function ruleOfBit(word: number, bit: number): number {
  return word * 32 + 31 - Math.clz32(bit);
}

/** No rule is met, or more than one may decide: neither is a code. */
const NO_RULE = -1;
const UNSETTLED = -2;

function settle(
  codes: Int32Array,
  count: number,
  none: number,
  codeAt: (at: number) => number,
): void {
  for (let at = 0; at < count; at++) {
    const code = codes[at]!;
    if (code < 0) codes[at] = code === NO_RULE ? none : codeAt(at);
  }
}
