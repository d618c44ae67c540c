import { describe, expect, it } from "vitest";
import { type ContactGap, compileContactGap, findContactGaps } from "../../src/cadence/index.js";
import type { Activity, Coverage, RecordLists } from "../../src/facts/index.js";
import type { Finding } from "../../src/shapes/index.js";
import type { CivilDate } from "../../src/time/index.js";
import { bareNames, contextOf, held, planned, recordsOf } from "./ask-duties.js";

const everyContact = { field: "status", isOneOf: ["held", "complete", "planned"] } as const;
const priceNotice = { field: "kind", equals: "priceNotice" } as const;
const year = { months: 12 } as const;

interface Facts {
  readonly activities?: readonly Activity[];
  readonly records?: RecordLists;
  readonly coverage?: Coverage;
  readonly start?: CivilDate;
}

function verdict(gap: ContactGap, asOf: CivilDate, { start, ...facts }: Facts) {
  const compiled = compileContactGap("g", gap, bareNames())!;
  const account = start === undefined ? {} : { relationshipStart: start };
  const question = { asOf, account, ...facts };
  return findContactGaps([compiled], recordsOf(question), contextOf(question))[0]!;
}
const told = (...asked: Parameters<typeof verdict>) => verdict(...asked).value.verdict;

describe("CAD-08 only a price notice in twelve months", () => {
  const gap: ContactGap = { kind: "only", counts: everyContact, poor: priceNotice, within: year };
  const notice = held("2018-01-10", { kind: "priceNotice" });

  it("CAD-08 a price notice as the only contact within twelve months is a gap", () => {
    expect(verdict(gap, "2018-12-01", { activities: [notice] })).toEqual({
      value: { gap: "g", verdict: "gap" },
      because: [
        { kind: "step", step: "only", path: "contactGaps.g", details: { contacts: 1 }, of: [] },
      ],
      missing: [],
    });
    expect(told(gap, "2019-01-09", { activities: [notice] })).toBe("gap");
    expect(told(gap, "2019-01-10", { activities: [notice] })).toBe("none");
  });

  it("CAD-08 another contact, or none at all, is no such gap", () => {
    expect(told(gap, "2018-12-01", { activities: [notice, held("2018-06-01")] })).toBe("none");
    expect(told(gap, "2018-12-01", { activities: [] })).toBe("none");
    expect(told(gap, "2018-12-01", { activities: [notice, held("2017-06-01")] })).toBe("gap");
  });

  it("CAD-08 what may be hidden leaves it undecided, unless a real contact is known", () => {
    const coverage = { activities: { since: "2018-03-01" } } as const;
    expect(told(gap, "2018-12-01", { coverage, activities: [notice] })).toBe("undecided");
    expect(told(gap, "2018-12-01", { coverage, activities: [held("2018-06-01")] })).toBe("none");
    const poor = { field: "topic", equals: "prices" } as const;
    const unclear = held("2018-06-01");
    expect(verdict({ ...gap, poor }, "2018-12-01", { activities: [unclear] }).missing).toEqual([
      { path: "activities.topic", why: "missing" },
    ]);
  });
});

describe("CAD-08 a long silent account", () => {
  const gap: ContactGap = { kind: "silent", counts: everyContact, within: year };

  it("CAD-08 twelve months without any contact", () => {
    const activities = [held("2018-01-10")];
    expect(told(gap, "2019-01-09", { activities })).toBe("none");
    const silent = verdict(gap, "2019-01-10", { activities });
    expect(silent.value.verdict).toBe("gap");
    expect(silent.because).toMatchObject([{ details: { lastContact: "2018-01-10" } }]);
    expect(verdict(gap, "2019-01-10", {}).because).toMatchObject([{ details: {} }]);
  });

  it("CAD-08 a relationship younger than that is not silent", () => {
    expect(told(gap, "2019-01-10", { start: "2018-01-11" })).toBe("none");
    expect(told(gap, "2019-01-10", { start: "2018-01-10" })).toBe("gap");
  });

  it("CAD-08 unknown activities leave it undecided", () => {
    expect(verdict(gap, "2019-01-10", { coverage: {} })).toMatchObject({
      value: { verdict: "undecided" },
      missing: [{ path: "activities", why: "notSupplied" }],
    });
    const since = (day: CivilDate) =>
      told(gap, "2019-01-10", { coverage: { activities: { since: day } } });
    expect(since("2018-01-11")).toBe("gap");
    expect(since("2018-01-12")).toBe("undecided");
  });
});

describe("CAD-08 no contact after the first order, and a sale with nothing planned after it", () => {
  const value = { minor: 100, currency: "EUR" };
  const orders = [
    { id: 1, accountId: "A", orderedOn: "2018-01-10", value },
    { id: 2, accountId: "A", orderedOn: "2018-05-10", value },
  ] as const;
  const after: ContactGap = {
    kind: "noContactAfter",
    counts: everyContact,
    record: "orders",
    on: "orderedOn",
    which: "first",
    within: { days: 30 },
  };
  const nothing: ContactGap = { ...after, kind: "nothingPlannedAfter", which: "latest" };

  it("CAD-08 thirty days after the first order nobody has been in contact", () => {
    expect(told(after, "2018-02-09", { records: { orders } })).toBe("none");
    const gap = verdict(after, "2018-02-10", { records: { orders } });
    expect(gap.value.verdict).toBe("gap");
    expect(gap.because).toMatchObject([{ details: { countedFrom: "2018-01-10", id: 1 } }]);
    const activities = [held("2018-01-10")];
    expect(told(after, "2018-02-10", { records: { orders }, activities })).toBe("none");
    expect(
      told(after, "2018-02-10", { records: { orders }, activities: [held("2018-01-09")] }),
    ).toBe("gap");
    expect(
      told(after, "2018-02-10", { records: { orders }, activities: [planned("2018-03-01")] }),
    ).toBe("gap");
    expect(told(after, "2018-02-10", {})).toBe("undecided");
  });

  it("CAD-08 a sale of the last thirty days with no contact since and none planned", () => {
    const on = (asOf: CivilDate, activities: readonly Activity[] = []) =>
      told(nothing, asOf, { records: { orders }, activities });
    expect(on("2018-05-10")).toBe("gap");
    expect(on("2018-06-09")).toBe("gap");
    expect(on("2018-06-10")).toBe("none");
    expect(on("2018-05-20", [planned("2018-06-20")])).toBe("none");
    expect(on("2018-05-20", [planned("2018-05-19")])).toBe("gap");
    expect(on("2018-05-20", [held("2018-05-11")])).toBe("none");
    expect(told(nothing, "2018-05-20", { activities: [planned("2018-06-20")] })).toBe("none");
  });
});

describe("CAD-08 a gap that cannot be", () => {
  it.each<[object, string[]]>([
    [{ kind: "silent", counts: everyContact, within: year }, []],
    [{ kind: "silnet" }, ["unknown-value at contactGaps.g.kind"]],
    [
      { kind: "silent", counts: everyContact, within: "year" },
      ["not-a-duration at contactGaps.g.within"],
    ],
    [
      { kind: "silent", counts: everyContact, poor: everyContact, within: year },
      ["unknown-property at contactGaps.g.poor"],
    ],
    [
      { kind: "only", counts: everyContact, poor: {}, within: year },
      ["not-a-condition at contactGaps.g.poor"],
    ],
    [
      {
        kind: "noContactAfter",
        counts: everyContact,
        record: "orders",
        on: "orderedOn",
        which: "first",
      },
      ["not-a-duration at contactGaps.g.within"],
    ],
    [
      {
        kind: "noContactAfter",
        counts: everyContact,
        record: "order",
        on: "orderedOn",
        which: "first",
        within: year,
      },
      ["unknown-record-kind at contactGaps.g.record"],
    ],
    [
      {
        kind: "noContactAfter",
        counts: everyContact,
        record: "orders",
        on: "orderdOn",
        which: "1st",
        within: year,
        x: 1,
      },
      [
        "unknown-property at contactGaps.g.x",
        "unknown-value at contactGaps.g.which",
        "unknown-field at contactGaps.g.on",
      ],
    ],
  ])("CAD-08 %j: %j", (gap, expected) => {
    const findings: Finding[] = [];
    const compiled = compileContactGap("g", gap as ContactGap, bareNames(findings));
    expect(findings.map(({ code, path }) => `${code} at ${path}`)).toEqual(expected);
    expect(compiled === undefined).toBe(expected.length > 0);
  });
});
