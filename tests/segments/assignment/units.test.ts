import { describe, expect, it } from "vitest";
import { type AccountRecords, money } from "../../../src/facts/index.js";
import {
  mergeUnitDuties,
  type UnitDefinition,
  unitId,
  unitsOfAccount,
} from "../../../src/segments/index.js";

const amount = money("10.00", "EUR");
const revenue = (businessLine?: string) => {
  const booked = { accountId: "A", bookedOn: "2019-03-01", amount } as const;
  return businessLine === undefined ? booked : { ...booked, businessLine };
};
const owner = (place: object) => {
  return {
    accountId: "A",
    personId: "Aino",
    role: "responsible",
    naming: "named",
    ...place,
  } as const;
};
const records: AccountRecords = {
  account: {
    id: "A",
    region: "Uusimaa",
    sites: [
      { id: 1, role: "store", region: "Lappi" },
      { id: 2, role: "store", region: "Uusimaa" },
      { id: 3, role: "chain" },
    ],
  },
  coverage: { revenues: "complete", ownerships: "complete", surveyAnswers: "complete" },
  revenues: [revenue("training"), revenue("recruiting"), revenue()],
  ownerships: [owner({ region: "Lappi" }), owner({ region: "Uusimaa" }), owner({})],
  surveyAnswers: [{ accountId: "A", answeredOn: "2019-03-01", scale: "nps", score: 9 }],
};
const lines = { businessLines: ["training", "recruiting"] };
const split = (
  per: UnitDefinition["per"],
  recordsWithoutLine: UnitDefinition["recordsWithoutLine"] = "everyUnit",
) => unitsOfAccount(records, { per, recordsWithoutLine }, lines);

describe("SEG-05 units of an account", () => {
  it("SEG-05 by business line, region or both, with ids that never change", () => {
    expect(split(["businessLine"]).map(({ id }) => id)).toEqual([
      "A|businessLine=training",
      "A|businessLine=recruiting",
    ]);
    expect(split(["region"]).map(({ id }) => id)).toEqual(["A|region=Lappi", "A|region=Uusimaa"]);
    expect(split(["region", "businessLine"]).map(({ id }) => id)).toEqual([
      "A|businessLine=training|region=Lappi",
      "A|businessLine=training|region=Uusimaa",
      "A|businessLine=recruiting|region=Lappi",
      "A|businessLine=recruiting|region=Uusimaa",
    ]);
  });

  it("SEG-05 split by nothing the account is its only unit", () => {
    const [unit, ...rest] = split([]);
    expect(rest).toEqual([]);
    expect(unit).toEqual({ accountId: "A", id: "A", records });
  });

  it("SEG-05 a unit of a line leaves the other lines' records out", () => {
    const counts = (rule: UnitDefinition["recordsWithoutLine"]) =>
      split(["businessLine"], rule).map(({ records: { revenues = [], coverage } }) => [
        revenues.length,
        coverage.revenues,
      ]);
    expect(counts("everyUnit")).toEqual([
      [2, "complete"],
      [2, "complete"],
    ]);
    expect(counts("noUnit")).toEqual([
      [1, "complete"],
      [1, "complete"],
    ]);
    expect(counts("unknown")).toEqual([
      [1, undefined],
      [1, undefined],
    ]);
  });

  it("a kind whose records all name their line stays known, and one that has no lines stays whole", () => {
    const clean = { ...records, revenues: [revenue("training")] };
    const definition = { per: ["businessLine"], recordsWithoutLine: "unknown" } as const;
    const [unit] = unitsOfAccount(clean, definition, lines);
    expect(unit!.records.coverage.revenues).toBe("complete");
    expect(unit!.records.surveyAnswers).toHaveLength(1);
    expect(unit!.records.ownerships).toHaveLength(0);
    expect(unit!.records.coverage.ownerships).toBeUndefined();
  });

  it("SEG-05 a unit of a region has its own owners, those without a region, and its region", () => {
    const [lappi] = split(["region"]);
    expect(lappi!.records.ownerships?.map(({ region }) => region)).toEqual(["Lappi", undefined]);
    expect(lappi!.records.account.region).toBe("Lappi");
    expect(lappi!.records.revenues).toHaveLength(3);
    expect(records.account.region).toBe("Uusimaa");
  });

  it("where no region is known there is one unit without a region", () => {
    const nowhere = { account: { id: 7 }, coverage: {} };
    const units = unitsOfAccount(
      nowhere,
      { per: ["region"], recordsWithoutLine: "noUnit" },
      { businessLines: [] },
    );
    expect(units).toEqual([{ accountId: 7, id: "7", records: nowhere }]);
  });

  it("names with marks make different ids", () => {
    const ids = [
      unitId({ accountId: "A|region=x" }),
      unitId({ accountId: "A", region: "x" }),
      unitId({ accountId: "A%7Cregion=x" }),
    ];
    expect(ids).toEqual(["A%7Cregion=x", "A|region=x", "A%257Cregion=x"]);
  });

  it("a line that is named twice is one line; no line, or too many places, break the contract", () => {
    const by = { per: ["businessLine", "region"], recordsWithoutLine: "noUnit" } as const;
    const twice = { businessLines: ["training", "training"] };
    expect(unitsOfAccount(records, by, twice)).toHaveLength(2);
    expect(() => unitsOfAccount(records, by, { businessLines: [] })).toThrow(
      expect.objectContaining({ code: "no-business-lines" }),
    );
    const many = Array.from({ length: 5001 }, (_, each) => `line ${each}`);
    expect(() => unitsOfAccount(records, by, { businessLines: many })).toThrow(
      expect.objectContaining({ code: "too-many" }),
    );
    expect(unitsOfAccount(records, by, { businessLines: many.slice(1) })).toHaveLength(10_000);
  });
});

describe("SEG-05 duties of one account's units", () => {
  const duty = (id: string, daysLate: number) => ({ id, daysLate });
  const units = [
    { unit: { id: "A|x", accountId: "A" }, duties: [duty("A|visit#1", 0), duty("A|call#1", 1)] },
    { unit: { id: "A|y", accountId: "A" }, duties: [duty("A|visit#1", 5)] },
    { unit: { id: "A|z", accountId: "A" }, duties: [duty("A|visit#1", 5), duty("A|visit#2", 0)] },
  ];
  const later = (left: { daysLate: number }, right: { daysLate: number }) =>
    right.daysLate - left.daysLate;

  it("SEG-05 strictest: the same duty is owed once, as the most pressing", () => {
    expect(mergeUnitDuties(units, "strictest", later)).toEqual([
      { id: "A|visit#1", daysLate: 5, unitIds: ["A|x", "A|y", "A|z"] },
      { id: "A|call#1", daysLate: 1, unitIds: ["A|x"] },
      { id: "A|visit#2", daysLate: 0, unitIds: ["A|z"] },
    ]);
  });

  it("SEG-05 each: every unit owes its own", () => {
    expect(mergeUnitDuties(units, "each", later).map(({ id }) => id)).toEqual([
      "A|y#A|visit#1",
      "A|z#A|visit#1",
      "A|x#A|call#1",
      "A|x#A|visit#1",
      "A|z#A|visit#2",
    ]);
  });

  it("SEG-05 strictest: the next contact of an interval is one duty, whatever its ordinal", () => {
    const next = [
      { unit: { id: "A|x", accountId: "A" }, duties: [duty("A|call|#4", 0)] },
      { unit: { id: "A|y", accountId: "A" }, duties: [duty("A|call|#1", 2)] },
    ];
    expect(mergeUnitDuties(next, "strictest", later)).toEqual([
      { id: "A|call|#1", daysLate: 2, unitIds: ["A|x", "A|y"] },
    ]);
    expect(mergeUnitDuties(next, "each", later)).toHaveLength(2);
  });

  it("of no units there are none", () => {
    expect(mergeUnitDuties([], "each", () => 0)).toEqual([]);
  });
});
