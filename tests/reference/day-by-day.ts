import { type CompiledCondition, evaluate, type Row } from "../../src/rules/index.js";

/** The row as it will look some days later, when no fact has changed. */
export function rowLater(row: Row, days: number): Row {
  const cells = row.cells.map((cell, index) => {
    return row.ageing.has(index) && typeof cell === "number" ? cell + days : cell;
  });
  return { ...row, cells, asOf: row.asOf + days };
}

/** The slow, obvious twin of `nextChange`: asks every day anew, and gives the first that differs. */
export function firstDayThatDiffers(
  condition: CompiledCondition,
  row: Row,
  lastDay: number,
): number {
  const today = evaluate(condition, row);
  for (let day = row.asOf + 1; day <= lastDay; day++) {
    if (evaluate(condition, rowLater(row, day - row.asOf)) !== today) return day;
  }
  return Number.POSITIVE_INFINITY;
}
