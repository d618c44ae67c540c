import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Papa from "papaparse";
import { afterAll, describe, expect, test } from "vitest";
import { writeResults } from "../../demo/results/write-results.js";
import { growthCompany, superstore } from "./decided.js";

const folder = mkdtempSync(join(tmpdir(), "hoito-results-"));
const paths = writeResults(superstore, folder);
const read = (name: string): string => readFileSync(join(folder, "superstore", name), "utf8");
const rowsOf = (name: string) => JSON.parse(read(name)) as readonly Record<string, unknown>[];

afterAll(() => rmSync(folder, { recursive: true }));

describe("the written results of the Superstore", () => {
  test("schedule, campaign and figures are there, lists as JSON and CSV", () => {
    const files = readdirSync(join(folder, "superstore"));
    expect(files).toHaveLength(paths.length);
    for (const name of ["schedule", "unplaced", "load", "campaign", "figures"]) {
      const rows = rowsOf(`${name}.json`);
      const { data } = Papa.parse(read(`${name}.csv`), { header: true, skipEmptyLines: true });
      expect(data).toEqual(
        rows.map((row) => {
          return Object.fromEntries(
            Object.entries(row).map(([key, value]) => [key, String(value)]),
          );
        }),
      );
      expect(rows.length).toBeGreaterThan(0);
    }
    for (const name of ["capacity", "settlement", "ledger-entries", "board"]) {
      expect(files).toContain(`${name}.json`);
    }
  });

  test("they are whole: every entry, every reason, every member, every figure", () => {
    const { schedule } = superstore.work!;
    expect(rowsOf("schedule.json").map(({ id }) => id)).toEqual(
      schedule.entries.map(({ id }) => id),
    );
    expect(rowsOf("unplaced.json")).toHaveLength(schedule.unplaced.length);
    expect(rowsOf("campaign.json").map(({ memberId }) => memberId)).toEqual(
      superstore.campaign!.standings.rows.map(({ memberId }) => memberId),
    );
    const { rows, period } = superstore.figures!.board;
    expect(rowsOf("figures.json").map(({ kpi }) => kpi)).toEqual(rows.map(({ kpi }) => kpi));
    expect(JSON.parse(read("board.json"))).toEqual(
      JSON.parse(JSON.stringify({ format: "hoito-board/1", asOf: "2017-12-31", period, rows })),
    );
  });

  test("a figure without a value says why, and names what it left out", () => {
    const sales = rowsOf("figures.json").find(({ kpi, period, cutBy }) => {
      return kpi === "sales" && period === "2017" && cutBy === "";
    });
    expect(sales).toMatchObject({ value: 73321519, undefinedBecause: "", unit: "money" });
    expect(sales?.["excluded"]).toMatch(/^outsidePeriod \d+$/);
  });

  test("notes of contacts are in none of the files", () => {
    const notes = (superstore.base.activities ?? []).flatMap(({ notes: text = "" }) => text);
    expect(notes).toContain("What was agreed, and what comes next.");
    for (const file of readdirSync(join(folder, "superstore"))) {
      expect(read(file)).not.toContain("What was agreed");
    }
  });
});

test("a chapter without schedule and campaign writes none", () => {
  const names = writeResults(growthCompany, folder).map((path) => path.split("/").at(-1));
  expect(names).toContain("figures.csv");
  expect(names.filter((name) => /schedule|campaign|ledger/.test(name ?? ""))).toEqual([]);
});
