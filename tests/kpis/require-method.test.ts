import { describe, expect, it } from "vitest";
import * as kpis from "../../src/kpis/index.js";

const year = { asOf: "2018-12-31", period: { calendar: "year" } } as const;
const accounts = [{ id: 1, relationshipStart: "2015-01-01" }] as const;
const base = { accounts, coverage: { activities: "complete", orders: "complete" } } as const;

type Ask = (method: never) => unknown;

/** Every plain function with its conventions, as they are right. */
const ASKED: Readonly<Record<string, readonly [Ask, object]>> = {
  retentionRate: [(m) => kpis.retentionRate(accounts, m, year), { base: "opening" }],
  churnRate: [(m) => kpis.churnRate(accounts, m, year), { base: "all" }],
  youngBaseShare: [(m) => kpis.youngBaseShare(accounts, m, year), { under: { years: 1 } }],
  giniCoefficient: [(m) => kpis.giniCoefficient([1, 2], m), { negatives: "refuse" }],
  lorenzCurve: [(m) => kpis.lorenzCurve([1, 2], m), { negatives: "refuse" }],
  herfindahlIndex: [(m) => kpis.herfindahlIndex([1, 2], m), { negatives: "exclude" }],
  effectiveNumber: [(m) => kpis.effectiveNumber([1, 2], m), { negatives: "exclude" }],
  topShareByCount: [(m) => kpis.topShare([1, 2], m), { top: "count", accounts: 1 }],
  topShare: [(m) => kpis.topShare([1, 2], m), { top: "share", share: 0.2, rounding: "up" }],
  netPromoterScore: [(m) => kpis.netPromoterScore([], m), { confidence: 0.95 }],
  customerSatisfaction: [
    (m) => kpis.customerSatisfaction([], m),
    { aggregate: "topShare", fromScore: 4, confidence: 0.95 },
  ],
  customerEffort: [
    (m) => kpis.customerEffort([], m),
    { aggregate: "mean", scale: "ces7", direction: "highIsGood" },
  ],
  regularUserShare: [(m) => kpis.regularUserShare(base, m, year), { atLeast: 1, per: "month" }],
  adoptionOutcome: [
    (m) =>
      kpis.adoptionOutcome(
        { projectEndedOn: "2018-01-01", plannedUsers: 10, regularUsers: 10 },
        m,
        year,
      ),
    { atLeastShare: 0.9, after: { months: 6 } },
  ],
  marketShare: [(m) => kpis.marketShare({ own: 1, whole: 10, rivals: [2] }, m), { fewRivals: 3 }],
  overServed: [(m) => kpis.overServed(base, m, year), { timesAverage: 1 }],
  effortShares: [(m) => kpis.effortShares(base, m, year), { of: "orderValue", most: 5 }],
  cohortTable: [(m) => kpis.cohortTable(accounts, m, year), { per: "year", steps: 2 }],
  commonFactors: [
    (m) => kpis.commonFactors(base, m, year),
    { fields: ["region"], atLeastCases: 1, atLeastLift: 1 },
  ],
  trendOf: [(m) => kpis.trendOf([1, 2], m), { steadyWithin: 0.05 }],
  isDeclining: [(m) => kpis.isDeclining([2, 1], m), { falls: 1, steadyWithin: 0.05 }],
  hitRate: [(m) => kpis.hitRate([], m, year), { by: "count", among: "decided" }],
  serviceStandard: [(m) => kpis.serviceStandard([], m, year), { withinDays: 7 }],
  endReasons: [(m) => kpis.endReasons([], m, year), { of: "both" }],
  trainingsHeld: [(m) => kpis.trainingsHeld([], m, year), { kinds: ["training"] }],
};

const ask = (name: string, method: unknown) => () => ASKED[name]![0](method as never);

const stated = Object.entries(ASKED).flatMap(([name, [, method]]) => {
  return Object.keys(method).map((word) => [name, word, method] as const);
});

const fault = (code: string, path: string, message?: string) =>
  expect.objectContaining({ name: "HoitoError", code, path, ...(message && { message }) });

describe("conventions that only JavaScript can hand over", () => {
  it.each(Object.entries(ASKED))("%s takes those that are right", (name, [, method]) => {
    expect(ask(name, method)).not.toThrow();
    expect(ask(name, { ...method, ofAnotherFunction: 1 })).not.toThrow();
  });

  it.each(stated)("%s refuses to do without `%s`", (name, word, method) => {
    // What says how time is cut is checked by the floor of time.
    if (word === "per") return;
    const { [word]: _, ...without } = method as Record<string, unknown>;
    expect(ask(name, without)).toThrow(fault("missing-property", `method.${word}`));
  });

  it.each(stated)("%s refuses `%s` misspelt", (name, word, method) => {
    if (word === "per") return;
    const { [word]: value, ...without } = method as Record<string, unknown>;
    const slip = `${word.slice(0, -1)}_`;
    const text = `there is no option \`${slip}\`; did you mean \`${word}\`?`;
    expect(ask(name, { ...without, [slip]: value })).toThrow(
      fault("unknown-option", `method.${slip}`, text),
    );
  });

  it.each([
    [
      "retentionRate",
      { base: "openning" },
      "unknown-value",
      "base",
      "`openning` is none of `opening`, `average`, `all`; did you mean `opening`?",
    ],
    ["hitRate", { by: 7, among: "made" }, "unknown-value", "by", "`7` is none of `count`, `value`"],
    ["trendOf", { steadyWithin: "0.05" }, "not-a-number", "steadyWithin", "`0.05` is no number"],
    ["trainingsHeld", { kinds: "a" }, "not-a-list", "kinds", "`a` is no list of texts"],
    ["trainingsHeld", { kinds: [1] }, "not-a-list", "kinds", "a list is no list of texts"],
  ])("%s refuses %j", (name, method, code, word, message) => {
    expect(ask(name, method)).toThrow(fault(code, `method.${word}`, message));
  });

  it("none at all are told with what is to be written", () => {
    const text = "`undefined` states no conventions: write";
    expect(ask("retentionRate", undefined)).toThrow(
      fault("wrong-type", "method", `${text} \`{ base }\``),
    );
    const onTime = () => kpis.onTimeDelivery([], undefined as never, year);
    expect(onTime).toThrow(fault("wrong-type", "method", `${text} \`{}\``));
    expect(() => kpis.onTimeDelivery([], null as never, year)).toThrow("`null` states no");
  });
});
