import type { AccountColumns } from "../../facts/index.js";
import { codeSource, columnSource } from "../../rules/index.js";
import type { BlockFacts } from "./block-run.js";

/** The facts of columns, block by block. */
export function columnFacts({ fields }: AccountColumns, blockRows: number): BlockFacts {
  return {
    blockRows,
    sourceOf({ name, kind }) {
      if (!Object.hasOwn(fields, name)) return undefined;
      return columnSource(fields[name]!, kind, blockRows, `columns.fields.${name}`);
    },
    statesOf(name) {
      const column = Object.hasOwn(fields, name) ? fields[name]! : undefined;
      if (column?.kind !== "states") return undefined;
      const meaning = { cells: column.dictionary, possible: column.dictionary };
      return codeSource(column, meaning, blockRows, `columns.fields.${name}`);
    },
  };
}
