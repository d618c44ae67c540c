import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import Papa from "papaparse";
import { afterAll, describe, expect, test } from "vitest";
import { runDemo } from "../../demo/run-demo.js";

const samples = fileURLToPath(new URL("../../demo/samples/", import.meta.url));
const base = join(samples, "base.json");
const policy = join(samples, "policy.json");
const folder = mkdtempSync(join(tmpdir(), "hoito-demo-"));

afterAll(() => rmSync(folder, { recursive: true }));

function changed(path: string, from: string, to: string): string {
  const text = readFileSync(path, "utf8");
  expect(text).toContain(from);
  const copy = join(folder, `changed-${readdirSync(folder).length}.json`);
  writeFileSync(copy, text.replace(from, to));
  return copy;
}

describe("npm run demo", () => {
  const first = runDemo([]);

  test("two runs say the same, letter by letter", () => {
    expect(runDemo([])).toEqual(first);
  });

  test("no line is wider than 100 columns, nor ends in a space", () => {
    const lines = first.out.split("\n");
    expect(lines.filter((line) => [...line].length > 100)).toEqual([]);
    expect(lines.filter((line) => line.endsWith(" "))).toEqual([]);
  });

  test("both chapters are there, and all went well", () => {
    expect(first.exitCode).toBe(0);
    expect(first.err).toBe("");
    expect(first.out).toContain("1  The Superstore");
    expect(first.out).toContain("2  A growth company");
    for (const part of ["Customer base", "Segments", "Care", "Schedule", "Campaign", "Figures"]) {
      expect(first.out).toContain(`\n-- ${part} -`);
    }
  });
});

describe("a company's own base and policy", () => {
  test("the samples come out as counted by hand", () => {
    const { out, exitCode } = runDemo(["--base", base, "--policy", policy]);
    expect(exitCode).toBe(0);
    expect(out).toContain("as of    2018-06-29");
    expect(out).toMatch(/Large +1 +25\.0 % +60,000\.00 +30\.2 %/);
    expect(out).toMatch(/Buying +1 +25\.0 % +48,800\.00 +24\.5 %/);
    expect(out).toMatch(/Other +1 +25\.0 % +0\.00 +0\.0 %/);
    expect(out).toMatch(/\(undecided\) +1 +25\.0 % +90,000\.00 +45\.3 %/);
    expect(out).toMatch(/all +4 +100\.0 % +198,800\.00 +100\.0 %/);
    expect(out).toContain("Nearest miss, Large: 1,200.00 EUR short of 50,000.00 EUR");
    expect(out).toMatch(/1 +Aalto Oy +large +Visit +2018-06-15 +14 d +P1/);
    expect(out).toContain("headcount is not known");
  });

  test("another day is another answer", () => {
    const { out } = runDemo(["--base", base, "--policy", policy, "--as-of", "2018-06-15"]);
    expect(out).toMatch(/1 +Aalto Oy +large +Visit +2018-06-15 +due +P1/);
  });

  test("a misspelt field in the policy is named with the right one, and nothing is decided", () => {
    const bad = changed(policy, '"field": "headcount"', '"field": "hedcount"');
    const { out, err, exitCode } = runDemo(["--base", base, "--policy", bad]);
    expect(exitCode).toBe(1);
    expect(out).toBe("");
    expect(err).toContain("segments.group.rules[0].when.all[1].field  [unknown-field]");
    expect(err).toContain("did you mean `headcount`?");
  });

  test("a bad record is left out and named, and the exit code says so", () => {
    const bad = changed(base, '"orderedOn": "2018-03-01"', '"orderedOn": "2018-02-30"');
    const { out, exitCode } = runDemo(["--base", bad, "--policy", policy]);
    expect(exitCode).toBe(1);
    expect(out).toMatch(/orders +4 +3 +1/);
    expect(out).toContain("orders[2].orderedOn  [not-a-civil-date]");
  });

  test("a base without a dated record asks for a day", () => {
    const bare = join(folder, "bare.json");
    writeFileSync(bare, `{ "accounts": [], "coverage": {} }`);
    expect(runDemo(["--base", bare, "--policy", policy])).toMatchObject({ exitCode: 1 });
    const args = ["--base", bare, "--policy", policy, "--as-of", "2018-01-22"];
    expect(runDemo(args).exitCode).toBe(0);
  });

  test.each([
    ["not JSON", "not-json"],
    ["[]", "wrong-type"],
  ])("a file that holds %s is a finding", (text, code) => {
    const file = join(folder, "odd.json");
    writeFileSync(file, text);
    const { err, exitCode } = runDemo(["--base", base, "--policy", file]);
    expect(err).toContain(code);
    expect(exitCode).toBe(1);
    const other = runDemo(["--base", file, "--policy", policy]);
    expect(other.err).toContain(code);
    expect(other.exitCode).toBe(1);
  });

  test("a file that is not there is a finding", () => {
    const { err, exitCode } = runDemo(["--base", "no-such.json", "--policy", policy]);
    expect(err).toContain("no-such.json  [unreadable-file]");
    expect(exitCode).toBe(1);
  });
});

describe("--out", () => {
  const results = join(folder, "results");
  const { out } = runDemo(["--base", base, "--policy", policy, "--out", results]);
  const files = readdirSync(join(results, "own"));
  const read = (name: string): string => readFileSync(join(results, "own", name), "utf8");

  test("lists are JSON and CSV, everything else is JSON", () => {
    expect(files.toSorted()).toEqual([
      "accounts.csv",
      "accounts.json",
      "duties.csv",
      "duties.json",
      "findings.csv",
      "findings.json",
      "fit.json",
      "policy.json",
      "provenance.json",
    ]);
    for (const file of files) expect(out).toContain(file);
  });

  test("the page stands beside the folder, and says what the report says", () => {
    expect(readdirSync(results).toSorted()).toEqual(["index.html", "own"]);
    expect(out).toContain(join(results, "index.html"));
    const page = readFileSync(join(results, "index.html"), "utf8");
    expect(page).toContain("<h3>Segments</h3>");
    expect(page).toContain("198,800.00");
    expect(page).not.toMatch(/\bski\b|Aino/);
  });

  test("the CSV says what the JSON says", () => {
    for (const name of ["accounts", "duties"]) {
      const rows = JSON.parse(read(`${name}.json`)) as Record<string, unknown>[];
      const texts = rows.map((row) => {
        return Object.fromEntries(Object.entries(row).map(([key, value]) => [key, String(value)]));
      });
      const { data } = Papa.parse(read(`${name}.csv`), { header: true, skipEmptyLines: true });
      expect(data).toEqual(texts);
    }
    expect(JSON.parse(read("accounts.json"))).toHaveLength(4);
    expect(JSON.parse(read("provenance.json"))).toMatchObject({ policyId: "sample" });
  });

  test("nothing that was noted about a person is in any file", () => {
    expect(readFileSync(base, "utf8")).toContain("likes to ski");
    for (const file of files) {
      expect(read(file)).not.toContain("ski");
      expect(read(file)).not.toContain("Aino");
    }
  });
});

describe("the command line", () => {
  test("--help says how it is used", () => {
    expect(runDemo(["--help"])).toMatchObject({ err: "", exitCode: 0 });
    expect(runDemo(["-h"]).out).toContain("--as-of DATE");
  });

  test("an unknown flag is met with the known ones", () => {
    const { err, exitCode } = runDemo(["--pollicy", "x"]);
    expect(exitCode).toBe(2);
    expect(err).toContain("--pollicy");
    expect(err).toContain("Known flags: --base, --policy, --as-of, --out, --help");
  });

  test.each([
    [["--base", "x"], "go together"],
    [["--policy", "x"], "go together"],
    [["--as-of", "2018-01-22"], "goes with"],
    [["--base", "x", "--policy", "y", "--as-of", "22.1.2018"], "22.1.2018"],
    [["--base"], "--base"],
  ])("%j makes no sense", (args, why) => {
    const { err, exitCode } = runDemo(args);
    expect(exitCode).toBe(2);
    expect(err).toContain(why);
  });
});
