import { readFileSync } from "node:fs";
import { type Bounds, MOST_RECORDS, POLICY_BOUNDS, RECORD_BOUNDS } from "hoito/schemas";
import { expect, it } from "vitest";
import { MAX_DEPTH } from "../../src/rules/compiled-condition.js";

const page = readFileSync(new URL("../../SECURITY.md", import.meta.url), "utf8");

/** Bounds as the page tells them, by what is read. */
const told = new Map(
  [...page.matchAll(/^\| (.+?) \| ([\d,]+) \| ([\d,]+) \| ([\d,]+) \|$/gm)].map(
    ([, what, ...cells]) => [what!, cells.map(numberOf)] as const,
  ),
);

it.each<[string, string | Bounds]>([
  ["a policy (`POLICY_BOUNDS`)", POLICY_BOUNDS],
  ["one record, one row (`RECORD_BOUNDS`)", RECORD_BOUNDS],
  ["a fit", "parse-fit.ts"],
  ["memberships and what is remembered of them", "parse-assignment.ts"],
  ["a schedule", "parse-schedule.ts"],
  ["a ledger, events of a campaign", "parse-campaign.ts"],
  ["a board, a partial board", "parse-board.ts"],
  ["a file of cases", "parse-cases.ts"],
])("POL-07 SECURITY.md tells the bounds of %s as they are", (what, where) => {
  const { depth, nodes, textLength } = typeof where === "string" ? boundsIn(where) : where;
  expect(told.get(what)).toEqual([depth, nodes, textLength]);
});

it("POL-07 SECURITY.md tells the other bounds as they are", () => {
  const [, longest] = /const LONGEST_TEXT = ([\d_]+)/.exec(source("schemas/parse-json.ts"))!;
  const [, entries] = /const MAX_ENTRIES = ([\d_]+)/.exec(source("policy/check-head.ts"))!;
  const flat = page.replaceAll(/\s+/g, " ");
  expect(flat).toContain(`JSON text has at most ${shown(longest!)} characters`);
  expect(flat).toContain(`a list of records at most ${MOST_RECORDS.toLocaleString("en")} records`);
  expect(flat).toContain(`A condition is at most ${MAX_DEPTH} levels deep`);
  expect(flat).toContain(`a chapter of a policy has at most ${shown(entries!)} entries`);
});

/** The bounds that a reader of stored documents keeps to itself. */
function boundsIn(file: string): Bounds {
  const found = /BOUNDS: Bounds = \{ depth: (\d+), nodes: ([\d_]+), textLength: ([\d_]+) \}/;
  const [, depth, nodes, textLength] = found.exec(source(`schemas/${file}`))!;
  return { depth: numberOf(depth!), nodes: numberOf(nodes!), textLength: numberOf(textLength!) };
}

function source(file: string): string {
  return readFileSync(new URL(`../../src/${file}`, import.meta.url), "utf8");
}

function numberOf(written: string): number {
  return Number(written.replaceAll(/[,_]/g, ""));
}

function shown(written: string): string {
  return numberOf(written).toLocaleString("en");
}
