import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Account, SurveyAnswer } from "../../src/facts/index.js";
import {
  type AdoptionFacts,
  adoptionOutcome,
  attainment,
  checkMovementPlan,
  churnRate,
  coverageRate,
  customerEffort,
  customerSatisfaction,
  electronicCalendarShare,
  type Figure,
  herfindahlIndex,
  type MovementBalance,
  type MovementPlan,
  netPromoterScore,
  type PlannedAndDone,
  shareOfWallet,
  topShare,
  youngBaseShare,
} from "../../src/kpis/index.js";
import type { CivilDate } from "../../src/time/index.js";

const year = { asOf: "2018-12-31", period: { calendar: "year" } } as const;

interface Case<Given, Expected> {
  readonly description: string;
  readonly source: string;
  readonly given: Given;
  readonly expected: Expected;
}

function casesIn<Given, Expected, More = object>(name: string): (Case<Given, Expected> & More)[] {
  return JSON.parse(readFileSync(new URL(`../golden/kpis/${name}.json`, import.meta.url), "utf8"));
}

function answersOf(scale: SurveyAnswer["scale"], scores: readonly number[]): SurveyAnswer[] {
  return scores.map((score) => ({ accountId: 1, answeredOn: "2018-05-01", scale, score }));
}

function accountsOf(spans: readonly { start: CivilDate; end?: CivilDate }[]): Account[] {
  return spans.map(({ start, end }, id) => ({
    id,
    relationshipStart: start,
    ...(end === undefined ? {} : { relationshipEnd: end }),
  }));
}

function itemsOf({ all, covered }: { all: number; covered: number }) {
  return Array.from({ length: all }, (_, at) => ({ covered: at < covered }));
}

const mean = { aggregate: "mean", direction: "highIsGood" } as const;
const questions: Readonly<Record<string, (given: never) => Figure>> = {
  coverage: (given: { all: number; covered: number }) => coverageRate(itemsOf(given)),
  calendars: ({ all, electronic }: { all: number; electronic: number }) =>
    electronicCalendarShare(
      Array.from({ length: all }, (_, id) => {
        return { id, calendarMedium: id < electronic ? "electronic" : "paper" } as const;
      }),
    ),
  herfindahl: (given: number[]) => herfindahlIndex(given, { negatives: "refuse" }),
  topFifth: (given: number[]) => topShare(given, { top: "share", share: 0.2, rounding: "nearest" }),
  nps: (given: number[]) => netPromoterScore(answersOf("nps", given), { confidence: 0.95 }),
  ces5: (given: number[]) => customerEffort(answersOf("ces5", given), { ...mean, scale: "ces5" }),
  ces7: (given: number[]) => customerEffort(answersOf("ces7", given), { ...mean, scale: "ces7" }),
  csat: (given: number[]) => customerSatisfaction(answersOf("csat", given), mean),
  lostShare: (given: []) => churnRate(accountsOf(given), { base: "all" }, year),
  youngBase: (given: []) => youngBaseShare(accountsOf(given), { under: { years: 1 } }, year),
  wallet: ([part, whole]: [number, number]) => shareOfWallet([{ part, whole }]),
  attainment: (given: PlannedAndDone) => attainment([given]).figure,
};

describe("worked cases of the sources", () => {
  it.each(casesIn<never, object, { ask: string }>("figures"))(
    "$description ($source)",
    ({ ask, given, expected }) => {
      expect(questions[ask]!(given)).toMatchObject(expected);
    },
  );

  it.each(casesIn<AdoptionFacts, string, { asOf: CivilDate }>("adoption"))(
    "KPI-04 $description ($source)",
    ({ given, asOf, expected }) => {
      const facts = { ...given, usersDependOnIt: true, essentialToManagement: true };
      const method = { atLeastShare: 0.8, after: { years: 2 } };
      expect(adoptionOutcome(facts, method, { asOf }).value.kind).toBe(expected);
    },
  );

  it.each(casesIn<MovementPlan, MovementBalance, { findings: string[] }>("movement"))(
    "KPI-11 $description ($source)",
    ({ given, expected, findings }) => {
      const result = checkMovementPlan(given);
      expect(result.ok && result.value).toEqual(expected);
      expect(result.findings.map(({ code }) => code)).toEqual(findings);
    },
  );
});
