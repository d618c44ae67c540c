import type { CompiledCondition } from "../compiled-condition.js";
import { evaluate, MET, NOT_MET, type Truth, UNKNOWN } from "../evaluate.js";
import type { CompiledRule } from "../rule-set.js";
import { conjunctsOf } from "./conjuncts.js";
import { combineClasses } from "./field-classes.js";
import { slotsRead } from "./tests-of-field.js";
import { type BlockContext, type BlockTruth, rowOfCell, truthOfBlock } from "./truth-of-block.js";

/** Rules of which both sets of bits fit into one word. */
export const PACKED = 16;

/** What all rules ask of one field, or one rule of several. */
export interface Lane {
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
 * One lane for each field that rules ask by itself, one for each rule that asks several together.
 *
 * @param words - how many words each set of bits has; 0 puts both sets into one word
 */
export function lanesOf(
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
