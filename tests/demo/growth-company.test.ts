import { compilePolicy } from "hoito";
import { expect, test } from "vitest";
import { proofSection } from "../../demo/report/proof-section.js";
import { reportChapter } from "../../demo/report/report-chapter.js";
import { segmentRows } from "../../demo/report/segment-rows.js";
import { growthCompanyPolicy } from "../presets/growth-company-readings.js";
import { growthCompany as chapter } from "./decided.js";

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
    keyAccountHeadcount: { value: 1000 },
    potentialHeadcount: { value: potential },
  });
  expect(policy.id).toContain(reading);
});

test("the prover finds the holes that the words of the source leave", () => {
  const holes = chapter.proof.findings.filter(({ code }) => code === "rules-leave-gap");
  expect(holes.length).toBeGreaterThan(0);
  // A new customer with high potential belongs to none of the four groups (L655 asks for low).
  const isNewAndMedium = holes.some(({ witness = {} }) => {
    const { relations, growthPotential } = witness;
    return Array.isArray(relations) && !relations.includes("customer") && growthPotential !== "low";
  });
  expect(isNewAndMedium).toBe(true);
  const [listed] = proofSection(chapter).blocks;
  expect(listed?.kind === "list" && listed.items[0]).toContain("customerGroup, rules-leave-gap");
});

test("the report shows whom the readings see otherwise, and what nobody has stated", () => {
  const report = reportChapter(chapter);
  expect(report).toMatch(/R500, more than 1 000: POTENTIAL becomes unclassified/);
  expect(report).toMatch(/R1000, at least 1 000: POTENTIAL becomes unclassified/);
  const findings = report.slice(report.indexOf("-- Findings"));
  expect(findings).toContain("customerGroup, rules-leave-gap");
  expect(findings).toContain("strategy-not-stated");
});

test("its figures are those of the segment table, and the report calls all of it made up", () => {
  const classified = chapter.figures?.board.rows.find(({ kpi }) => kpi === "classified")?.figure;
  const counts = segmentRows(chapter).map(({ key, decisions }) => [key, decisions.length] as const);
  const inGroup = counts.slice(0, 4).reduce((sum, [, count]) => sum + count, 0);
  expect([classified?.numerator, classified?.denominator]).toEqual([inGroup, 800]);
  const report = reportChapter(chapter);
  expect(report).toContain("every customer is generated");
  expect(report).toMatch(/Classified customers +10\.5 % +84 of 800 +0 +made up/);
  expect(report).not.toContain("-- Schedule");
  expect(report).not.toContain("-- Campaign");
});
