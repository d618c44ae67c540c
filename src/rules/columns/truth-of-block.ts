import type { Cell } from "../cell.js";
import type { CompiledCondition } from "../compiled-condition.js";
import { evaluate, MET, NOTHING_AGES, type Row } from "../evaluate.js";
import { type BlockSource, cellOf } from "./block-source.js";
import type { FieldClasses } from "./field-classes.js";
import { slotsRead } from "./tests-of-field.js";

/** What is known of the day and the fit, and the fields by slot. */
export interface BlockContext {
  readonly asOf: number;
  readonly cuts: Row["cuts"];
  readonly classesOf: (slot: number) => FieldClasses;
  readonly sourceOf: (slot: number) => BlockSource;
}

/** The row that has one class's cell in one slot, and nothing else. */
export function rowOfCell(
  slot: number,
  cell: Cell,
  { asOf, cuts }: Pick<BlockContext, "asOf" | "cuts">,
): Row {
  const cells: Cell[] = [];
  cells[slot] = cell;
  return { cells, asOf, cuts, ageing: NOTHING_AGES };
}

/** Works out a condition for all rows of a block: the truth of each row. */
export type BlockTruth = (count: number, truths: Int32Array) => void;

/**
 * A condition of several fields, ready for blocks: what looks at one field alone is looked up by its
 * class, two fields compared with each other are compared row by row.
 */
export function truthOfBlock(
  condition: CompiledCondition,
  context: BlockContext,
  blockRows: number,
): BlockTruth {
  const [slot, ...more] = slotsRead(condition);
  if (more.length === 0) return byClass(condition, slot!, context);
  if ("of" in condition) return byParts(condition, context, blockRows);
  const sources = [slot!, ...more].map((index) => ({ index, source: context.sourceOf(index) }));
  const cells: Cell[] = [];
  const row: Row = { cells, asOf: context.asOf, cuts: context.cuts, ageing: NOTHING_AGES };
  return (count, truths) => {
    for (let at = 0; at < count; at++) {
      for (const { index, source } of sources) cells[index] = cellOf(source, at);
      truths[at] = evaluate(condition, row);
    }
  };
}

function byClass(condition: CompiledCondition, slot: number, context: BlockContext): BlockTruth {
  const { classes, cells } = context.classesOf(slot);
  let table = new Int32Array(0);
  return (count, truths) => {
    if (table.length < cells.length) {
      table = Int32Array.from(cells, (cell) => evaluate(condition, rowOfCell(slot, cell, context)));
    }
    for (let at = 0; at < count; at++) truths[at] = table[classes[at]!]!;
  };
}

function byParts(
  { kind, of }: Extract<CompiledCondition, { readonly kind: "all" | "any" | "not" }>,
  context: BlockContext,
  blockRows: number,
): BlockTruth {
  const [first, ...rest] = of.map((part) => truthOfBlock(part, context, blockRows));
  const other = new Int32Array(blockRows);
  const join = kind === "all" ? Math.min : Math.max;
  return (count, truths) => {
    first!(count, truths);
    if (kind === "not") for (let at = 0; at < count; at++) truths[at] = MET - truths[at]!;
    for (const part of rest) {
      part(count, other);
      for (let at = 0; at < count; at++) truths[at] = join(truths[at]!, other[at]!);
    }
  };
}
