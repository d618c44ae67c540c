/** A column of the file and the field that it holds. */
export interface FactSource {
  readonly header: string;
  readonly field: string;
  readonly kind: "number" | "money" | "date" | "boolean" | "category";
}

/** The columns of the files of this example. */
export const SOURCES: readonly FactSource[] = [
  { header: "headcount", field: "headcount", kind: "number" },
  { header: "revenue", field: "revenue", kind: "money" },
  { header: "last_order_on", field: "lastOrderOn", kind: "date" },
  { header: "industry", field: "industry", kind: "category" },
  { header: "fast_growth", field: "veryFastGrowth", kind: "boolean" },
];

/** The one currency of the file. */
export const CURRENCY = "EUR";

/** A cell that could not be read: it is left unknown, and counted. */
export interface Fault {
  /** Counted from 1, without the head. */
  readonly row: number;
  readonly header: string;
  readonly text: string;
}
