import type { TextColumn } from "./text-table.js";

/** A part of a whole, drawn as a bar: in text as signs, on a page as a small picture. */
export interface Bar {
  readonly part: number;
  readonly whole: number;
}

/** The part by the whole, above 1 where it is more; all of nothing is as much as can be drawn. */
export function barShare({ part, whole }: Bar): number {
  if (part <= 0) return 0;
  return whole <= 0 ? Number.POSITIVE_INFINITY : part / whole;
}

/** What stands in one field of a table. */
export type Cell = string | Bar;

/** A piece of a section, drawn by the text and by the page each in its own way. */
export type Block =
  | { readonly kind: "table"; readonly columns: readonly TextColumn[]; readonly rows: Rows }
  /** Names and what is said of them. */
  | { readonly kind: "facts"; readonly facts: readonly (readonly [string, string])[] }
  | { readonly kind: "list"; readonly items: readonly string[] }
  | { readonly kind: "note"; readonly text: string }
  /** Lines whose places matter. */
  | { readonly kind: "lines"; readonly lines: readonly string[] };

type Rows = readonly (readonly Cell[])[];

/** A heading with what stands under it. */
export interface Section {
  readonly heading: string;
  readonly blocks: readonly Block[];
}

/** Sections that belong together. */
export interface Part {
  readonly title: string;
  readonly sections: readonly Section[];
}

/** Rows under their titles. */
export function table(columns: readonly TextColumn[], rows: Rows): Block {
  return { kind: "table", columns, rows };
}

/** A sentence or two. */
export function note(text: string): Block {
  return { kind: "note", text };
}

/** Names and what is said of them. */
export function facts(list: readonly (readonly [string, string])[]): Block {
  return { kind: "facts", facts: list };
}

/** Points under one another. */
export function list(items: readonly string[]): Block {
  return { kind: "list", items };
}

/** Lines whose places matter. */
export function lines(all: readonly string[]): Block {
  return { kind: "lines", lines: all };
}
