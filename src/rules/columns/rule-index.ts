import type { CompiledCondition } from "../compiled-condition.js";
import { evaluate, MET, NOT_MET, type Truth, UNKNOWN } from "../evaluate.js";
import type { CompiledRule } from "../rule-set.js";
import { slotsRead } from "./tests-of-field.js";
import type { BlockContext, BlockTruth } from "./truth-of-block.js";
import { rowOfCell, truthOfBlock } from "./truth-of-block.js";

/** Rules of which both sets of bits fit into one word. */
const PACKED = 16;

/**
 * Rules as sets of bits: by field and class, which rules are met and which are still possible. What
 * all fields agree on holds for the row, so that 120 rules cost little more than 12.
 */
export interface RuleIndex {
  /** Finds the verdict of every rule for the rows of the block. */
  run(count: number): void;
  /** 32 rules a word, least significant first: those that are met, by row. */
  readonly met: readonly Int32Array[];
  /** Those that are met or unknown. */
  readonly possible: readonly Int32Array[];
  /** The verdict of every rule for one row. */
  truthsOf(at: number): readonly Truth[];
}

/** What all rules ask of one field, or one rule of several. */
interface Lane {
  /** Class, or truth, of each row. */
  readonly classes: Int32Array;
  /** Brings the tables up to the classes there are; works the truths out where there are some. */
  prepare(count: number): void;
  /** Bits by class; met words first, then possible ones, or both in one. */
  readonly tables: Int32Array[];
  /** Which words say anything at all. */
  readonly words: ReadonlySet<number>;
  /** Whether some class leaves a rule unknown. */
  isOpen(): boolean;
}

/** A lane of one field, with how many classes that has. */
interface FieldLane extends Lane {
  size(): number;
}

/** A conjunct of a rule, with the rule's position. */
interface Part {
  readonly rule: number;
  readonly condition: CompiledCondition;
}

/**
 * The index of some rules.
 *
 * @param rules - compiled rules, in the order of the policy
 * @param context - classes and sources of the fields they read
 */
export function ruleIndex(
  rules: readonly CompiledRule[],
  context: BlockContext,
  blockRows: number,
): RuleIndex {
  const isPacked = rules.length <= PACKED;
  const words = Math.max(1, Math.ceil(rules.length / 32));
  const lanes = lanesOf(rules, context, blockRows, isPacked ? 0 : words);
  const row = (): Int32Array => new Int32Array(blockRows);
  const met = Array.from({ length: words }, row);
  const possible = Array.from({ length: words }, row);
  const kept = keptBits(rules, words);
  const all = allBits(rules.length, words);
  return {
    met,
    possible,
    run(count) {
      for (const lane of lanes) lane.prepare(count);
      if (isPacked) {
        intersect(lanes, 0, met[0]!, count, -1);
        unpack(met[0]!, possible[0]!, count, all[0]!, kept[0]!);
        return;
      }
      const isOpen = lanes.some((lane) => lane.isOpen());
      for (let word = 0; word < words; word++) {
        intersect(lanes, word, met[word]!, count, all[word]!);
        if (!isOpen) {
          possible[word]!.set(met[word]!);
          continue;
        }
        intersect(lanes, words + word, possible[word]!, count, all[word]!);
        keep(met[word]!, possible[word]!, count, kept[word]!);
      }
    },
    truthsOf(at) {
      return rules.map((_, rule) => {
        const bit = 1 << (rule & 31);
        if ((met[rule >> 5]![at]! & bit) !== 0) return MET;
        return (possible[rule >> 5]![at]! & bit) !== 0 ? UNKNOWN : NOT_MET;
      });
    },
  };
}

/** The rules whose unknown verdict stays unknown. */
function keptBits(rules: readonly CompiledRule[], words: number): Int32Array {
  const kept = new Int32Array(words);
  for (const [rule, { unknownIsNotMet }] of rules.entries()) {
    if (!unknownIsNotMet) kept[rule >> 5]! |= 1 << (rule & 31);
  }
  return kept;
}

function allBits(rules: number, words: number): Int32Array {
  const all = new Int32Array(words);
  for (let rule = 0; rule < rules; rule++) all[rule >> 5]! |= 1 << (rule & 31);
  return all;
}

/** One lane for each field that rules ask by itself, one for each rule that asks several together. */
function lanesOf(
  rules: readonly CompiledRule[],
  context: BlockContext,
  blockRows: number,
  words: number,
): readonly Lane[] {
  const bySlot = new Map<number, Part[]>();
  const lanes: Lane[] = [];
  for (const [rule, { condition }] of rules.entries()) {
    const mixed: CompiledCondition[] = [];
    for (const part of conjunctsOf(condition)) {
      const [slot, ...more] = slotsRead(part);
      if (more.length > 0) mixed.push(part);
      else bySlot.set(slot!, [...(bySlot.get(slot!) ?? []), { rule, condition: part }]);
    }
    if (mixed.length > 0) lanes.push(mixedLane(rule, mixed, context, blockRows, words));
  }
  const settled: FieldLane[] = [];
  for (const [slot, parts] of bySlot) {
    const { source } = context.classesOf(slot);
    const lane = fieldLane(slot, parts, context, words);
    if (source.form === "codes" && source.mayGrow) lanes.push(lane);
    else settled.push(lane);
  }
  return [...lanes, ...joinLanes(settled, blockRows)];
}

/** Most classes that fields together may have to be looked up at once. */
const MOST_JOINED = 1024;

/** Fields of few classes looked up together, by the combination of their classes. */
function joinLanes(lanes: readonly FieldLane[], blockRows: number): readonly Lane[] {
  const groups: FieldLane[][] = [];
  let product = Number.POSITIVE_INFINITY;
  for (const lane of [...lanes].sort((one, other) => one.size() - other.size())) {
    product *= lane.size();
    if (product <= MOST_JOINED) groups.at(-1)!.push(lane);
    else {
      groups.push([lane]);
      product = lane.size();
    }
  }
  return groups.map((group) => (group.length === 1 ? group[0]! : joinedLane(group, blockRows)));
}

function joinedLane(lanes: readonly FieldLane[], blockRows: number): Lane {
  for (const lane of lanes) lane.prepare(0);
  const classes = new Int32Array(blockRows);
  const sizes = lanes.map((lane) => lane.size());
  const joined = sizes.reduce((product, size) => product * size, 1);
  const tables = lanes[0]!.tables.map((_, word) => {
    return Int32Array.from({ length: joined }, (_, key) => {
      let rest = key;
      let bits = -1;
      for (let at = lanes.length - 1; at >= 0; at--) {
        bits &= lanes[at]!.tables[word]![rest % sizes[at]!]!;
        rest = Math.floor(rest / sizes[at]!);
      }
      return bits;
    });
  });
  return {
    classes,
    tables,
    words: new Set(lanes.flatMap((lane) => [...lane.words])),
    isOpen: () => lanes.some((lane) => lane.isOpen()),
    prepare(count) {
      classes.fill(0, 0, count);
      for (const [at, lane] of lanes.entries()) {
        combineClasses(classes, lane.classes, sizes[at]!, count);
      }
    },
  };
}

/** Counts on to the next of several classes, as to the next digit of a number. */
export function combineClasses(
  keys: Int32Array,
  classes: Int32Array,
  size: number,
  count: number,
): void {
  for (let at = 0; at < count; at++) keys[at] = keys[at]! * size + classes[at]!;
}

/**
 * What must all hold for a condition to; by De Morgan's laws, which stand in three values too, what
 * is said of none of several is said of each.
 */
export function conjunctsOf(condition: CompiledCondition): readonly CompiledCondition[] {
  if (condition.kind === "all") return condition.of.flatMap(conjunctsOf);
  if (condition.kind !== "not") return [condition];
  const [inner] = condition.of;
  if (inner!.kind === "not") return conjunctsOf(inner!.of[0]!);
  if (inner!.kind !== "any") return [condition];
  return inner!.of.flatMap((part) => conjunctsOf({ kind: "not", title: undefined, of: [part] }));
}

function fieldLane(
  slot: number,
  parts: readonly Part[],
  context: BlockContext,
  words: number,
): FieldLane {
  const { cells, classes, source } = context.classesOf(slot);
  const bits = classBits(parts, words);
  let told = 0;
  let someUnknown = false;
  return {
    classes,
    tables: bits.tables,
    words: bits.words,
    prepare() {
      bits.grow(cells.length);
      for (; told < cells.length; told++) {
        const row = rowOfCell(slot, cells[told], context);
        for (const { rule, condition } of parts) {
          const truth = evaluate(condition, row);
          bits.tell(rule, told, truth);
          // What is unknown of an unknown fact matters only where there is one.
          someUnknown ||= truth === UNKNOWN && cells[told] !== undefined;
        }
      }
    },
    size: () => cells.length,
    isOpen: () => someUnknown || source.hasGaps,
  };
}

function mixedLane(
  rule: number,
  of: readonly CompiledCondition[],
  context: BlockContext,
  blockRows: number,
  words: number,
): Lane {
  const truths = new Int32Array(blockRows);
  const work: BlockTruth = truthOfBlock({ kind: "all", title: undefined, of }, context, blockRows);
  const bits = classBits([{ rule }], words);
  bits.grow(3);
  for (const truth of [NOT_MET, UNKNOWN, MET] as const) bits.tell(rule, truth, truth);
  let open = false;
  return {
    classes: truths,
    tables: bits.tables,
    words: bits.words,
    prepare(count) {
      work(count, truths);
      open = truths.subarray(0, count).includes(UNKNOWN);
    },
    isOpen: () => open,
  };
}

/** Tables of bits by class: 0 words for one table that holds both sets. */
function classBits(parts: readonly Pick<Part, "rule">[], words: number) {
  const tables = Array.from({ length: Math.max(1, words * 2) }, () => new Int32Array(0));
  const said = new Set(parts.map(({ rule }) => (words === 0 ? 0 : rule >> 5)));
  return {
    tables,
    words: new Set([...said, ...[...said].map((word) => words + word)]),
    grow(classes: number): void {
      if (classes <= tables[0]!.length) return;
      for (const [at, table] of tables.entries()) {
        const longer = new Int32Array(classes * 2).fill(-1);
        longer.set(table);
        tables[at] = longer;
      }
    },
    /** A rule may ask one field several things: the least of the answers stands. */
    tell(rule: number, at: number, truth: Truth): void {
      const bit = 1 << (rule & 31);
      if (truth !== MET) tables[words === 0 ? 0 : rule >> 5]![at]! &= ~bit;
      if (truth !== NOT_MET) return;
      if (words === 0) tables[0]![at]! &= ~(bit << PACKED);
      else tables[words + (rule >> 5)]![at]! &= ~bit;
    },
  };
}

/** What all lanes say of a word, four lanes at a time. */
function intersect(
  lanes: readonly Lane[],
  word: number,
  into: Int32Array,
  count: number,
  all: number,
): void {
  const saying = lanes.filter((lane) => lane.words.has(word));
  into.fill(all, 0, count);
  for (let first = 0; first < saying.length; first += 4) {
    const [a, b = a, c = a, d = a] = saying.slice(first, first + 4);
    intersectFour([a!, b!, c!, d!], word, into, count);
  }
}

function intersectFour(
  [a, b, c, d]: readonly [Lane, Lane, Lane, Lane],
  word: number,
  into: Int32Array,
  count: number,
): void {
  const [ta, tb, tc, td] = [a.tables[word]!, b.tables[word]!, c.tables[word]!, d.tables[word]!];
  const [ca, cb, cc, cd] = [a.classes, b.classes, c.classes, d.classes];
  for (let at = 0; at < count; at++) {
    into[at]! &= ta[ca[at]!]! & tb[cb[at]!]! & tc[cc[at]!]! & td[cd[at]!]!;
  }
}

function unpack(
  met: Int32Array,
  possible: Int32Array,
  count: number,
  all: number,
  kept: number,
): void {
  for (let at = 0; at < count; at++) {
    const both = met[at]!;
    const sure = both & all;
    met[at] = sure;
    possible[at] = (((both >>> PACKED) & kept) | sure) & all;
  }
}

/** Unknown verdicts that the policy takes as not met are possible no more. */
function keep(met: Int32Array, possible: Int32Array, count: number, kept: number): void {
  for (let at = 0; at < count; at++) possible[at] = (possible[at]! & kept) | met[at]!;
}
