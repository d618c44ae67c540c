import { describe, expect, test } from "vitest";
import { abcSection } from "../../demo/report/abc-section.js";
import { matrixSection } from "../../demo/report/matrix-section.js";
import { movementSection } from "../../demo/report/movement-section.js";
import { proofSection } from "../../demo/report/proof-section.js";
import { qualitySection } from "../../demo/report/quality-section.js";
import { rfmSection } from "../../demo/report/rfm-section.js";
import type { Section } from "../../demo/report/section.js";
import { growthCompany, superstore } from "./decided.js";
import { readIndependently } from "./read-independently.js";

const { centsOf2017, centsOf2016, ordersOf2017 } = readIndependently();
const total = sum([...centsOf2017.values()]);

function sum(values: readonly bigint[]): bigint {
  return values.reduce((all, each) => all + each, 0n);
}

/** The rows of the first table of a section, bars left out. */
function rowsOf(section: Section | undefined): readonly (readonly string[])[] {
  const found = section?.blocks.find((block) => block.kind === "table");
  if (found?.kind !== "table") throw new Error(`no table under ${section?.heading}`);
  return found.rows.map((row) => row.map((cell) => (typeof cell === "string" ? cell : "bar")));
}

function textOf(section: Section | undefined): string {
  return (section?.blocks ?? [])
    .flatMap((block) => (block.kind === "note" ? [block.text] : []))
    .join(" ");
}

/** ABC by hand: the best until their sum reaches four fifths, then 95 %. */
function classesByHand(cents: ReadonlyMap<string, bigint>): ReadonlyMap<string, string> {
  const ranked = [...cents].toSorted(([, left], [, right]) => Number(right - left));
  const all = sum([...cents.values()]);
  const classes = new Map<string, string>();
  let before = 0n;
  for (const [customer, own] of ranked) {
    classes.set(customer, before * 10n < all * 8n ? "A" : before * 100n < all * 95n ? "B" : "C");
    before += own;
  }
  return classes;
}

describe("the segment chapter of the Superstore", () => {
  test("the ABC classes are those that a sorted list gives by hand, to the cent", () => {
    const byHand = classesByHand(centsOf2017);
    const rows = rowsOf(abcSection(superstore));
    for (const [at, name] of ["A", "B", "C"].entries()) {
      const own = [...byHand].filter(([, each]) => each === name).map(([id]) => id);
      const cents = sum(own.map((id) => centsOf2017.get(id)!));
      expect(rows[at]![0]).toBe(name);
      expect(rows[at]![1]).toBe(`${own.length}`);
      expect(rows[at]![3]!.replace(/[,.]/g, "")).toBe(`${cents}`);
    }
  });

  test("the best fifth of the buyers brings what a sorted list says", () => {
    const ranked = [...centsOf2017.values()].toSorted((left, right) => Number(right - left));
    const best = Math.floor(ranked.length / 5);
    const share = (100 * Number(sum(ranked.slice(0, best)))) / Number(total);
    const text = `The best fifth (${best} of ${ranked.length} accounts) brings ${share.toFixed(1)} %`;
    expect(textOf(abcSection(superstore))).toContain(text);
  });

  test("RFM segments hold every customer, every order and every cent of the year", () => {
    const rows = rowsOf(rfmSection(superstore));
    const added = (at: number): bigint => {
      return sum(rows.map((row) => BigInt(row[at]!.replace(/[,.]/g, ""))));
    };
    expect(added(1)).toBe(793n);
    expect(added(3)).toBe(BigInt(ordersOf2017));
    expect(added(4)).toBe(total);
  });

  test("the matrix holds every customer once, and its rows are the ABC classes", () => {
    const rows = rowsOf(matrixSection(superstore));
    const classes = rowsOf(abcSection(superstore)).map((row) => Number(row[1]));
    const added = rows.map((row) => Number(row[1]) + Number(row[3]) + Number(row[5]));
    expect(added.slice(0, 3)).toEqual(classes);
    expect(added.reduce((all, each) => all + each)).toBe(793);
    expect(rows[0]!.filter((_, at) => at % 2 === 0)).toEqual(["A", "protect", "wake", "wake"]);
  });

  test("who moved is what two sorted lists of two years give by hand", () => {
    const [was, is] = [classesByHand(centsOf2016), classesByHand(centsOf2017)];
    const states = ["A", "B", "C", "no revenue"];
    const counts = states.map(() => states.map(() => 0));
    for (const { id } of superstore.base.accounts) {
      const from = states.indexOf(was.get(String(id)) ?? "no revenue");
      const to = states.indexOf(is.get(String(id)) ?? "no revenue");
      counts[from]![to]!++;
    }
    const rows = rowsOf(movementSection(superstore));
    expect(rows.map(([name]) => name)).toEqual(states);
    expect(rows.map((row) => row.slice(1).map(Number))).toEqual(counts);
    const stayed = counts.reduce((all, row, at) => all + row[at]!, 0);
    expect(textOf(movementSection(superstore))).toContain(`${stayed} stayed`);
  });

  test("the quality of the segments is told with what it was counted from", () => {
    const { blocks } = qualitySection(superstore);
    const [told] = blocks;
    const facts = new Map(told?.kind === "facts" ? told.facts : []);
    const decided = superstore.decisions.filter(({ segment }) => segment.value.kind === "segment");
    expect(facts.get("in a segment")).toContain(`(${decided.length} of 793)`);
    expect(facts.get("told apart")).toMatch(/^\d+\.\d % of the spread of revenue$/);
    expect(facts.get("drift")).toContain("since 2016-12-31");
    const known = rowsOf(qualitySection(superstore)).map((row) => Number(row[1]));
    expect(known.reduce((all, each) => all + each)).toBe(decided.length);
  });

  test("its rules are proved to leave no gap", () => {
    expect(superstore.proof.findings).toEqual([]);
    expect(textOf(proofSection(superstore))).toContain("no account falls between the rules");
  });
});

test("a policy without such classifiers has no such sections", () => {
  expect(abcSection(growthCompany)).toBeUndefined();
  expect(rfmSection(growthCompany)).toBeUndefined();
  expect(matrixSection(growthCompany)).toBeUndefined();
  expect(movementSection(growthCompany)).toBeUndefined();
});
