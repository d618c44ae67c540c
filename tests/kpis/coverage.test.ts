import { describe, expect, it } from "vitest";
import type { Account, Activity, CustomerBase } from "../../src/facts/index.js";
import { compileKpis, coverageRate } from "../../src/kpis/index.js";
import { figureOn, leftOut } from "./ask-kpis.js";

const four: readonly Account[] = [
  { id: 1, relationshipStart: "2015-01-01", region: "north", marketingAttributes: ["eNews"] },
  { id: 2, relationshipStart: "2015-01-01", region: "south", marketingAttributes: [] },
  { id: 3, relationshipStart: "2015-01-01", relationshipEnd: "2018-06-01" },
  { id: 4 },
];

describe("coverage", () => {
  it("KPI-01 100 classified of 800 are 12.5 %; by the other reading 400 are 50 % (S1 §9.1)", () => {
    const of = (classified: number) =>
      coverageRate(Array.from({ length: 800 }, (_, at) => ({ covered: at < classified })));
    expect(of(100)).toMatchObject({ value: 0.125, numerator: 100, denominator: 800 });
    expect(of(400).value).toBe(0.5);
  });

  it("KPI-01 what nobody knows is left out, what weighs more counts more", () => {
    const figure = coverageRate([
      { covered: true, weight: 30 },
      { covered: false, weight: 10 },
      { covered: undefined, weight: 500 },
    ]);
    expect(figure).toMatchObject({ value: 0.75, numerator: 30, denominator: 40 });
    expect(leftOut(figure)).toEqual({ unknown: 1 });
    expect(coverageRate([]).undefinedBecause).toBe("nothingToMeasure");
    expect(coverageRate([{ covered: undefined }]).undefinedBecause).toBe("nothingToMeasure");
  });

  it("KPI-01 classified customers: those with a label, of all or of those who are customers", () => {
    const base = {
      accounts: four,
      coverage: {},
      labels: { segment: ["key", "undecided", "key", undefined] },
    };
    const all = { of: "all", column: "segment" } as const;
    expect(figureOn(base, "classified", all)).toMatchObject({ numerator: 3, denominator: 4 });
    const strict = { ...all, notClassified: ["undecided"] };
    expect(figureOn(base, "classified", strict).numerator).toBe(2);
    const customers = { ...strict, of: "customers" } as const;
    const figure = figureOn(base, "classified", customers);
    expect(figure).toMatchObject({ numerator: 1, denominator: 2 });
    expect(leftOut(figure)).toEqual({ startUnknown: 1 });
    const without = figureOn({ ...base, labels: {} }, "classified", all);
    expect(without.undefinedBecause).toBe("notSupplied");
    const codes = { data: [0, 9, 1, 9], dictionary: ["key", "other"] };
    const coded = figureOn({ ...base, labels: { segment: codes } }, "classified", all);
    expect(coded).toMatchObject({ numerator: 2, denominator: 4 });
  });

  it("KPI-01 a named owner of those who should have one: proposed and past ones do not count", () => {
    const owner = { personId: 7, role: "responsible", naming: "named" } as const;
    const base: CustomerBase = {
      accounts: four,
      coverage: { ownerships: "complete" },
      ownerships: [
        { ...owner, accountId: 1 },
        { ...owner, accountId: 2, naming: "proposed" },
        { ...owner, accountId: 3, validUntil: "2018-12-31" },
        { ...owner, accountId: 4, validFrom: "2019-01-01" },
      ],
    };
    const all = { of: "all" } as const;
    expect(figureOn(base, "namedOwners", all)).toMatchObject({ numerator: 1, denominator: 4 });
    const onDays = (validFrom: "2018-12-31", validUntil: "2019-01-01") => ({
      ...base,
      ownerships: [{ ...owner, accountId: 1, validFrom, validUntil } as const],
    });
    expect(figureOn(onDays("2018-12-31", "2019-01-01"), "namedOwners", all).numerator).toBe(1);
    const executor = {
      ...base,
      ownerships: [{ ...owner, accountId: 1, role: "executor" } as const],
    };
    expect(figureOn(executor, "namedOwners", all).numerator).toBe(0);
    const labels = { segment: ["key", "maintained", "key", undefined] };
    const butMaintained = { of: "all", column: "segment", except: ["maintained"] } as const;
    const figure = figureOn({ ...base, labels }, "namedOwners", butMaintained);
    expect(figure).toMatchObject({ numerator: 1, denominator: 2 });
    expect(leftOut(figure)).toEqual({ unlabelled: 1 });
    const column = { of: "all", column: "segment" } as const;
    expect(figureOn({ ...base, labels }, "namedOwners", column).denominator).toBe(3);
    expect(figureOn(base, "namedOwners", column).undefinedBecause).toBe("notSupplied");
    const unknown = { ...base, coverage: {} };
    expect(figureOn(unknown, "namedOwners", all).undefinedBecause).toBe("notSupplied");
  });

  it("KPI-01 logged encounters: plans whose day has passed count as not logged", () => {
    const activity = (id: number, rest: Partial<Activity>): Activity => {
      return { id, accountId: 1, kind: "visit", status: "held", ...rest };
    };
    const base: CustomerBase = {
      accounts: four,
      coverage: { activities: "complete" },
      activities: [
        activity(1, { heldOn: "2018-05-01" }),
        activity(2, { heldOn: "2018-05-02", status: "complete" }),
        activity(3, { plannedOn: "2018-05-03", status: "planned" }),
        activity(4, { plannedOn: "2018-05-04", status: "cancelled" }),
        activity(5, { plannedOn: "2019-01-01", status: "planned" }),
        activity(6, { heldOn: "2017-12-31" }),
        activity(7, {}),
      ],
    };
    const figure = figureOn(base, "loggedEncounters");
    expect(figure).toMatchObject({ numerator: 2, denominator: 3 });
    expect(leftOut(figure)).toEqual({ afterAsOf: 1, cancelled: 1, outsidePeriod: 1, undated: 1 });
  });

  it("KPI-01 attributes by account or by contact person, the sources saying both", () => {
    const base: CustomerBase = {
      accounts: four,
      coverage: { contactPersons: "complete" },
      contactPersons: [
        { id: "a", accountId: 1 },
        { id: "b", accountId: 1 },
        { id: "c", accountId: 2 },
      ],
    };
    const accounts = figureOn(base, "contactAttributes", { level: "accounts" });
    expect(accounts).toMatchObject({ numerator: 1, denominator: 4 });
    const persons = figureOn(base, "contactAttributes", { level: "contactPersons" });
    expect(persons).toMatchObject({ numerator: 2, denominator: 3 });
  });

  it("KPI-01 account data is complete by account or by field, own fields too", () => {
    const accounts: Account[] = [
      { id: 1, region: "north", industry: "trade", own: { tier: 3 } },
      { id: 2, region: "south", industry: "" },
      { id: 3, judgements: { effort: { value: "low" } } },
    ];
    const base = { accounts, coverage: {} };
    const fields = { fields: ["region", "industry", "own.tier"] };
    expect(figureOn(base, "accountDataComplete", { ...fields, per: "account" })).toMatchObject({
      numerator: 1,
      denominator: 3,
    });
    expect(figureOn(base, "accountDataComplete", { ...fields, per: "field" })).toMatchObject({
      numerator: 4,
      denominator: 9,
    });
    const judged = { fields: ["effort"], per: "field" } as const;
    expect(figureOn(base, "accountDataComplete", judged).numerator).toBe(1);
    const { findings } = compileKpis({
      data: {
        figure: "accountDataComplete",
        version: "1",
        with: { ...judged, fields: ["regoin"] },
      },
    });
    expect(findings).toMatchObject([
      { code: "unknown-field", path: "kpis.data.with.fields[0]", suggestion: "region" },
    ]);
  });
});
