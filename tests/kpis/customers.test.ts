import { describe, expect, it } from "vitest";
import { type Account, money } from "../../src/facts/index.js";
import {
  churnRate,
  cohortTable,
  grossRevenueRetention,
  netRevenueRetention,
  newCustomers,
  retentionRate,
  youngBaseShare,
} from "../../src/kpis/index.js";
import { bare, figureOn, leftOut, year2018 } from "./ask-kpis.js";

const year = { asOf: "2018-12-31", period: { calendar: "year" } } as const;
const kept: Account = { id: 1, relationshipStart: "2015-01-01" };
const lost: Account = { id: 2, relationshipStart: "2016-01-01", relationshipEnd: "2018-06-01" };
const gained: Account = { id: 3, relationshipStart: "2018-03-01" };
const passing: Account = {
  id: 4,
  relationshipStart: "2018-02-01",
  relationshipEnd: "2018-05-01",
};
const accounts = [kept, lost, gained, passing];

describe("customers", () => {
  it("KPI-06 retention and churn on the opening base: the customers of the day before", () => {
    const opening = { base: "opening" } as const;
    expect(retentionRate(accounts, opening, year)).toMatchObject({
      value: 0.5,
      numerator: 1,
      denominator: 2,
    });
    expect(churnRate(accounts, opening, year)).toMatchObject({ numerator: 1, denominator: 2 });
    // The last day before the period, and its first.
    const before = { id: 1, relationshipStart: "2017-12-31" } as const;
    const first = { id: 2, relationshipStart: "2018-01-01" } as const;
    expect(retentionRate([before, first], opening, year).denominator).toBe(1);
    // Over before the period begins, and over on its first day.
    const early = { ...kept, relationshipEnd: "2017-12-31" } as const;
    const onFirst = { ...kept, id: 2, relationshipEnd: "2018-01-01" } as const;
    expect(churnRate([early, onFirst], opening, year)).toMatchObject({ value: 1, denominator: 1 });
    // Over on the last day, and the day after it.
    const onLast = { ...kept, relationshipEnd: "2018-12-31" } as const;
    const after = { ...kept, id: 2, relationshipEnd: "2019-01-01" } as const;
    expect(churnRate([onLast, after], opening, year).numerator).toBe(1);
  });

  it("KPI-06 the average base and the whole base are named conventions", () => {
    // Opening 2, closing 2 (kept, gained); two were lost in the year.
    expect(churnRate(accounts, { base: "average" }, year)).toMatchObject({
      value: 1,
      numerator: 4,
      denominator: 4,
    });
    expect(retentionRate(accounts, { base: "average" }, year).value).toBe(0);
    expect(churnRate(accounts, { base: "all" }, year)).toMatchObject({
      value: 0.5,
      numerator: 2,
      denominator: 4,
    });
    expect(retentionRate(accounts, { base: "all" }, year).method).toEqual({ base: "all" });
  });

  it("KPI-06 an average is no number of cases and has no interval", () => {
    const method = { base: "opening", confidence: 0.95 } as const;
    expect(retentionRate(accounts, method, year).interval?.method).toBe("wilson");
    expect(retentionRate(accounts, { ...method, base: "average" }, year).interval).toBeUndefined();
  });

  it("KPI-06 lost share of no customers is undefined, not 0", () => {
    const figure = churnRate([], { base: "all" }, year);
    expect(figure).toMatchObject({ undefinedBecause: "nothingToMeasure", denominator: 0 });
    const outside = { own: [{ label: "May", from: "2018-05-01", until: "2018-06-01" }] } as const;
    const none = { asOf: "2018-12-31", period: { calendar: outside } } as const;
    expect(churnRate(accounts, { base: "all" }, none).undefinedBecause).toBe("nothingToMeasure");
  });

  it("KPI-06 an account without a start, or one that ends before it starts, is left out and told", () => {
    const strange = {
      id: 9,
      relationshipStart: "2018-01-01",
      relationshipEnd: "2018-01-01",
    } as const;
    const figure = retentionRate([{ id: 8 }, strange, kept], { base: "all" }, year);
    expect(leftOut(figure)).toEqual({ endBeforeStart: 1, startUnknown: 1 });
    expect(figure.denominator).toBe(1);
  });

  it("KPI-06 new, kept and lost customers of a period, those who came and went among both", () => {
    const base = { accounts, coverage: {} };
    expect(newCustomers(accounts, year).value).toBe(2);
    expect(bare(figureOn(base, "newCustomers"))).toEqual(bare(newCustomers(accounts, year)));
    expect(figureOn(base, "lostCustomers").value).toBe(2);
    expect(figureOn(base, "keptCustomers").value).toBe(1);
    expect(figureOn({ accounts: [kept], coverage: {} }, "newCustomers").value).toBe(0);
    expect(figureOn({ accounts: [], coverage: {} }, "newCustomers").undefinedBecause).toBe(
      "nothingToMeasure",
    );
  });

  it("KPI-06 a relationship of exactly one year is not young (S4 §9.5)", () => {
    const at = (relationshipStart: Account["relationshipStart"]) =>
      youngBaseShare(
        [{ id: 1, relationshipStart: relationshipStart! }],
        { under: { years: 1 } },
        year,
      );
    expect(at("2017-12-31").value).toBe(0);
    expect(at("2018-01-01").value).toBe(1);
    expect(at("2019-01-01").undefinedBecause).toBe("nothingToMeasure");
    const base = { accounts, coverage: {} };
    const method = { under: { years: 1 } } as const;
    expect(bare(figureOn(base, "youngBase", method))).toEqual(
      bare(youngBaseShare(accounts, method, year)),
    );
  });

  it("KPI-06 a board holds retention and churn to their functions, by segment too", () => {
    const base = { accounts, coverage: {} };
    const method = { base: "opening", confidence: 0.9 } as const;
    expect(bare(figureOn(base, "retention", method))).toEqual(
      bare(retentionRate(accounts, method, year)),
    );
    expect(bare(figureOn(base, "churn", method))).toEqual(bare(churnRate(accounts, method, year)));
    expect(bare(figureOn(base, "churn", { base: "average" }, year2018))).toEqual(
      bare(churnRate(accounts, { base: "average" }, year)),
    );
  });

  it("KPI-06 gross retention caps each customer at what it brought before, net does not", () => {
    const pairs = [
      { before: 100, now: 150 },
      { before: 100, now: 40 },
      { before: 50, now: -10 },
      { before: 0, now: 500 },
    ];
    expect(grossRevenueRetention(pairs)).toMatchObject({ numerator: 140, denominator: 250 });
    expect(netRevenueRetention(pairs)).toMatchObject({ numerator: 180, denominator: 250 });
    expect(leftOut(netRevenueRetention(pairs))).toEqual({ nothingBefore: 1 });
    expect(netRevenueRetention([]).undefinedBecause).toBe("nothingToMeasure");
  });

  it("KPI-06 a board compares the period with the one before it", () => {
    const revenue = (accountId: number, bookedOn: `${number}-${number}-${number}`, euros: string) =>
      ({ accountId, bookedOn, amount: money(euros, "EUR") }) as const;
    const base = {
      accounts: [kept, lost, gained],
      coverage: { revenues: "complete" },
      revenues: [
        revenue(1, "2017-01-01", "100"),
        revenue(1, "2018-12-31", "150"),
        revenue(2, "2017-12-31", "100"),
        revenue(3, "2018-04-01", "70"),
        revenue(3, "2016-12-31", "70"),
      ],
    } as const;
    const of = { of: "revenue" } as const;
    const net = figureOn(base, "netRevenueRetention", of);
    expect(net).toMatchObject({ value: 0.75, numerator: 15_000, denominator: 20_000 });
    expect(figureOn(base, "grossRevenueRetention", of).value).toBe(0.5);
    const since = { ...base, coverage: { revenues: { since: "2017-06-01" } } } as const;
    expect(figureOn(since, "netRevenueRetention", of).undefinedBecause).toBe("incomplete");
    const always = { asOf: "2018-12-31", period: "always" } as const;
    expect(leftOut(figureOn(base, "netRevenueRetention", of, always))).toMatchObject({
      noPeriodBefore: 3,
    });
  });

  it("KPI-06 cohorts are followed for every period that is over", () => {
    const some: Account[] = [
      { id: 1, relationshipStart: "2016-02-01" },
      { id: 2, relationshipStart: "2016-09-01", relationshipEnd: "2017-12-31" },
      { id: 3, relationshipStart: "2016-09-01", relationshipEnd: "2018-01-01" },
      { id: 4, relationshipStart: "2015-09-01", relationshipEnd: "2015-10-01" },
      { id: 5 },
      { id: 6, relationshipStart: "2019-01-01" },
      { id: 7, relationshipStart: "2017-01-01", relationshipEnd: "2017-01-01" },
    ];
    const table = cohortTable(some, { per: "year", steps: 5 }, { asOf: "2018-12-30" });
    expect(table.cohorts.map(({ label, size }) => `${label}:${size}`)).toEqual([
      "2015:1",
      "2016:3",
    ]);
    expect(table.cohorts.map(({ kept }) => kept.map(({ count }) => count))).toEqual([
      [0, 0, 0],
      [3, 2],
    ]);
    expect(table.cohorts[1]!.kept[1]!.share).toBe(2 / 3);
    expect(table.excluded).toEqual([
      { reason: "afterAsOf", count: 1 },
      { reason: "endBeforeStart", count: 1 },
      { reason: "startUnknown", count: 1 },
    ]);
    // One day later the year 2018 is over, and has its number.
    const later = cohortTable(some, { per: "year", steps: 2 }, { asOf: "2018-12-31" });
    expect(later.cohorts.map(({ kept }) => kept.length)).toEqual([2, 2]);
    const longer = cohortTable(some, { per: "year", steps: 5 }, { asOf: "2018-12-31" });
    expect(longer.cohorts.map(({ kept }) => kept.length)).toEqual([4, 3]);
    const own = { own: [{ label: "2016", from: "2016-01-01", until: "2017-01-01" }] } as const;
    const outside = cohortTable(some, { per: own, steps: 3 }, { asOf: "2018-12-31" });
    expect(outside.cohorts.map(({ kept }) => kept.length)).toEqual([1]);
    expect(outside.excluded).toContainEqual({ reason: "outsidePeriod", count: 1 });
  });
});
