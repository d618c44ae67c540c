import { describe, expect, it } from "vitest";
import type { Cadence, IntervalCadence, QuotaCadence } from "../../src/cadence/index.js";
import { compilePolicy, decideCare } from "../../src/policy/index.js";
import { orThrow } from "../../src/shapes/index.js";
import type { CivilDate } from "../../src/time/index.js";
import { elsewhere, held, planned, policyWith, type Question } from "./ask-duties.js";

const counts = { field: "kind", equals: "visit" } as const;

function quota(per: QuotaCadence["per"], rest: Partial<QuotaCadence> = {}): QuotaCadence {
  const fixed = { method: "quota", counts, counting: "heldOrPlanned", roll: "next" } as const;
  return { ...fixed, spread: "anyTime", atLeast: 1, per, ...rest };
}

const interval: IntervalCadence = {
  method: "interval",
  counts,
  earliest: { days: 10 },
  ideal: { days: 20 },
  latest: { days: 30 },
  whenNever: "fromRelationshipStart",
  roll: "next",
};

function validUntil(cadence: Cadence, question: Question): CivilDate | undefined {
  const { asOf, activities = [], account = {}, coverage = { activities: "complete" } } = question;
  const compiled = orThrow(compilePolicy(policyWith({ visits: cadence })));
  const records = { account: { id: "A", ...account }, coverage, activities };
  return decideCare(records, compiled, { asOf, calendar: elsewhere }).validUntilDate;
}

describe("CAD-02 until when the duty of an interval stays", () => {
  it.each<[CivilDate, CivilDate | undefined]>([
    ["2018-01-10", "2018-01-11"],
    ["2018-01-11", "2018-01-21"],
    ["2018-01-21", "2018-02-01"],
    ["2018-01-31", "2018-02-01"],
    // Late it stays, for good: only the days that it is late grow.
    ["2018-02-01", undefined],
  ])("CAD-02 of %s, visited on 1 January: until %s", (asOf, expected) => {
    expect(validUntil(interval, { asOf, activities: [held("2018-01-01")] })).toBe(expected);
  });

  it("CAD-02 until a contact that is dated later counts, not until a plan does", () => {
    const activities = [held("2018-01-01"), held("2018-01-05"), planned("2018-01-03")];
    expect(validUntil(interval, { asOf: "2018-01-01", activities })).toBe("2018-01-05");
  });

  it("CAD-02 until the day on which even an unknown contact would be too long ago", () => {
    const account = { relationshipStart: "2017-01-01" } as const;
    const coverage = { activities: { since: "2018-01-02" } } as const;
    const on = (asOf: CivilDate) => validUntil(interval, { asOf, account, coverage });
    expect(on("2018-01-25")).toBe("2018-02-01");
    expect(on("2018-02-01")).toBeUndefined();
  });

  it("CAD-02 until tomorrow where the contact is due at once", () => {
    const atOnce = { ...interval, whenNever: "dueAtOnce" } as const;
    expect(validUntil(atOnce, { asOf: "2018-01-25" })).toBe("2018-01-26");
  });

  it("CAD-02 for good where nothing is known", () => {
    expect(validUntil(interval, { asOf: "2018-01-25", coverage: {} })).toBeUndefined();
  });

  it("CAD-02 until a condition over days counts another contact", () => {
    const recently = { field: "heldOn", onOrBefore: { asOfMinus: { days: 14 } } } as const;
    const cadence = { ...interval, counts: { all: [counts, recently] } } as const;
    const account = { relationshipStart: "2017-06-01" } as const;
    const question = { asOf: "2018-01-02", account, activities: [held("2018-01-01")] } as const;
    expect(validUntil(cadence, question)).toBe("2018-01-15");
  });
});

describe("CAD-01 until when the duties of a quota stay", () => {
  it("CAD-01 until the next ideal day, the next part, and the end of the period", () => {
    const cadence = quota("quarter", { atLeast: 3 });
    const on = (asOf: CivilDate) => validUntil(cadence, { asOf });
    expect(on("2018-01-01")).toBe("2018-01-16");
    expect(on("2018-01-16")).toBe("2018-01-31");
    expect(on("2018-03-17")).toBe("2018-04-01");
  });

  it("CAD-01 until the end of the period, or the next of the company's own", () => {
    const activities = [held("2018-01-05")];
    expect(validUntil(quota("month"), { asOf: "2018-01-05", activities })).toBe("2018-02-01");
    const own = {
      own: [
        { label: "a", from: "2018-01-01", until: "2018-02-01" },
        { label: "b", from: "2018-03-01", until: "2018-04-01" },
      ],
    } as const;
    const on = (asOf: CivilDate) => validUntil(quota(own), { asOf, activities });
    expect(on("2018-01-31")).toBe("2018-02-01");
    expect(on("2018-02-01")).toBe("2018-03-01");
    expect(on("2018-04-01")).toBeUndefined();
  });

  it("CAD-01 until the day after a plan that counts", () => {
    const on = (counting: QuotaCadence["counting"]) =>
      validUntil(quota("month", { counting, atLeast: 1, atMost: 9 }), {
        asOf: "2018-01-02",
        activities: [held("2018-01-01"), planned("2018-01-05")],
      });
    expect(on("heldOrPlanned")).toBe("2018-01-06");
    expect(on("held")).toBe("2018-02-01");
  });

  it("CAD-01 rolling: until the oldest contact, plan or unknown day leaves the length", () => {
    const most = quota({ rolling: { days: 30 } }, { atMost: 1 });
    const { atLeast: _, ...alone } = most;
    const on = (asOf: CivilDate, question: Partial<Question> = {}) =>
      validUntil(alone, { asOf, activities: [held("2018-01-05")], ...question });
    expect(on("2018-01-10")).toBe("2018-02-04");
    expect(on("2018-02-04")).toBeUndefined();
    expect(on("2018-01-10", { coverage: { activities: { since: "2018-01-02" } } })).toBe(
      "2018-01-31",
    );
    const unclear = { counts: { field: "channel", equals: "onSite" } } as const;
    const question = { asOf: "2018-01-10", activities: [held("2018-01-05")] } as const;
    expect(validUntil({ ...alone, ...unclear }, question)).toBe("2018-02-04");
  });

  it("CAD-01 rolling: until a plan comes within one length", () => {
    const cadence = quota({ rolling: { days: 30 } }, { atMost: 1 });
    const { atLeast: _, ...alone } = cadence;
    const question = { asOf: "2018-01-10", activities: [planned("2018-02-15")] } as const;
    expect(validUntil(alone, question)).toBe("2018-01-16");
  });
});
