import type { FieldKind } from "../../facts/index.js";
import type { MoneyReading } from "../cell.js";
import type { CodeSource, NumberSource } from "./block-source.js";
import { BooleanWriter, SetWriter, WordWriter } from "./code-writers.js";
import { DayWriter, MoneyWriter, NumberWriter } from "./number-writers.js";

/**
 * Takes the facts of one field, row by row, into a block: one at most for each row.
 *
 * @category Rules
 */
export interface FactWriter {
  /** Writes a fact into a row of the block; what is not of the field's kind is unknown. */
  put(at: number, fact: unknown): void;
  /** Writes a number, whole minor units of the policy's currency, or an epoch day as it is. */
  putNumber(at: number, value: number): void;
  /** Writes that there is known to be none. */
  putNone(at: number): void;
}

/** A writer that is read as a source of its block. */
export type WrittenSource = FactWriter &
  (NumberSource | CodeSource) & {
    /** Forgets the rows of the block before. */
    start(): void;
    /** Ends a block of so many rows. */
    end(count: number): void;
  };

/** The writer of a field of some kind. */
export function factWriter(
  kind: FieldKind,
  reading: MoneyReading,
  blockRows: number,
): WrittenSource {
  switch (kind) {
    case "number":
      return new NumberWriter(blockRows);
    case "money":
      return new MoneyWriter(blockRows, reading);
    case "date":
      return new DayWriter(blockRows);
    case "boolean":
      return new BooleanWriter(blockRows);
    case "text":
      return new WordWriter(blockRows, [], true);
    case "set":
      return new SetWriter(blockRows);
    default:
      return new WordWriter(blockRows, kind, false);
  }
}
