import { type AccountRecords, compileCalendar, compilePolicy, decideCare, orThrow } from "hoito";
import { describe, expect, it } from "vitest";
import vectors from "../golden/policy/s1-vectors.json" with { type: "json" };
import { growthCompanyPolicy, type Reading } from "../presets/growth-company-readings.js";

const calendar = orThrow(
  compileCalendar({ from: "2020-01-01", until: "2021-01-01", weekend: ["saturday", "sunday"] }),
);

// What each vector leaves out, and why this is expected, is in docs/decisions/001-vectors-of-source-1.md.
describe.each(vectors)("SEG-02 SEG-03 vector $id: $description", ({ given, asOf, expected }) => {
  it.each(expected)("$reading, headcount $headcountBound", ({ reading, headcountBound, value }) => {
    const options = { reading, headcountBound } as Reading;
    const compiled = orThrow(compilePolicy(growthCompanyPolicy(options)));
    const records = given as unknown as AccountRecords;
    const context = { asOf: asOf as "2020-01-31", calendar };
    expect(decideCare(records, compiled, context).segment.value).toEqual(value);
  });
});

describe("SEG-03 what the vectors are about", () => {
  it("covers a to j in both readings and both bounds", () => {
    const ids = vectors.map(({ id }) => id);
    expect(ids).toEqual(["a", "b", "c", "d", "e", "f", "g", "h", "i", "i2", "j"]);
    for (const { expected } of vectors) {
      const readings = expected.map((each) => `${each.reading} ${each.headcountBound}`);
      expect(new Set(readings).size).toBe(4);
    }
  });

  it("names, where vector i is undecided, the facts that would decide it", () => {
    const i = vectors.find(({ id }) => id === "i")!;
    const options = { reading: "R500", headcountBound: "atLeast" } as const;
    const compiled = orThrow(compilePolicy(growthCompanyPolicy(options)));
    const context = { asOf: "2020-01-31", calendar } as const;
    const { missing } = decideCare(i.given as unknown as AccountRecords, compiled, context).segment;
    expect(missing).toContainEqual({ path: "potentialForAllServices", why: "missing" });
    expect(missing).toContainEqual({ path: "revenues", why: "notSupplied" });
    expect(missing).not.toContainEqual({ path: "headcount", why: "missing" });
  });
});
