import { compilePolicy, orThrow } from "hoito";
import { expect, test } from "vitest";
import { decideChapter } from "../../demo/chapter.js";
import { growthCompanyChapter } from "../../demo/growth-company/growth-company-chapter.js";
import { growthCompanyPolicy } from "../../demo/policies/growth-company.js";
import { segmentRows } from "../../demo/report/segment-rows.js";

const chapter = orThrow(decideChapter(growthCompanyChapter()));
const { accounts, revenues = [] } = chapter.base;

test("the base has the shape of the company: 800 customers, two lines, seven localities", () => {
  expect(accounts).toHaveLength(800);
  expect(new Set(accounts.map(({ region }) => region)).size).toBe(7);
  expect(new Set(revenues.map(({ businessLine }) => businessLine)).size).toBe(2);
  expect(revenues.every(({ bookedOn }) => bookedOn <= chapter.context.asOf)).toBe(true);
});

test("about a hundred customers are looked at, and most of all are outside the four groups", () => {
  expect(accounts.filter(({ judgements }) => judgements !== undefined)).toHaveLength(100);
  const counts = segmentRows(chapter).map(({ key, decisions }) => [key, decisions.length] as const);
  const outside = counts.filter(([key]) => key === "undecided" || key === "unclassified");
  const classified = 800 - outside.reduce((sum, [, count]) => sum + count, 0);
  expect(counts.reduce((sum, [, count]) => sum + count, 0)).toBe(800);
  expect(counts.slice(0, 4).every(([, count]) => count > 0)).toBe(true);
  expect(classified).toBeGreaterThan(70);
  expect(classified).toBeLessThanOrEqual(100);
});

test.each([
  ["R500", "atLeast", 500],
  ["R500", "moreThan", 500],
  ["R1000", "atLeast", 1000],
  ["R1000", "moreThan", 1000],
] as const)("reading %s with %s is a policy of its own", (reading, headcountBound, potential) => {
  const policy = growthCompanyPolicy({ reading, headcountBound });
  expect(compilePolicy(policy).findings).toEqual([]);
  expect(policy.parameters).toMatchObject({
    keyAccountHeadcount: 1000,
    potentialHeadcount: potential,
  });
  expect(policy.id).toContain(reading);
});
