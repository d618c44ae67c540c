import { describe, expect, it } from "vitest";
import { type CustomerBase, money, recordsByAccount } from "../../src/facts/index.js";
import {
  type CarePolicy,
  classifyAccounts,
  classifyUnits,
  compilePolicy,
  decideCare,
  decideCareForUnits,
} from "../../src/policy/index.js";
import { orThrow } from "../../src/shapes/index.js";
import { calendar } from "./sample-policy.js";

const visits = {
  method: "interval",
  counts: { field: "kind", equals: "visit" },
  earliest: { months: 4 },
  ideal: { months: 5 },
  latest: { months: 6 },
  whenNever: "dueAtOnce",
  roll: "previous",
} as const;
const policy: CarePolicy = {
  id: "lines",
  version: "1",
  currency: "EUR",
  businessLines: ["training", "recruiting"],
  unit: { per: ["businessLine"], recordsWithoutLine: "noUnit", duties: "strictest" },
  measures: { revenue: { sum: "revenues.amount", over: { rolling: { months: 12 } } } },
  segments: {
    group: {
      method: "rules",
      hitPolicy: "first",
      labels: { key: {}, ordinary: {} },
      rules: [
        {
          segment: "key",
          when: { field: "revenue", atLeast: { amount: "50.00", currency: "EUR" } },
        },
      ],
      otherwise: "ordinary",
    },
  },
  care: {
    segmentedBy: "group",
    models: {
      personal: {
        ownership: { mode: "named", per: ["businessLine"] },
        cadences: ["visit", "survey"],
        significance: 1,
      },
      light: { ownership: { mode: "none" }, cadences: ["visit"], significance: 2 },
    },
    bySegment: { key: "personal", ordinary: "light" },
  },
  cadences: { visit: visits, survey: { ...visits, perBusinessLine: true } },
};
const booked = { bookedOn: "2018-03-01" } as const;
const base: CustomerBase = {
  accounts: [{ id: "A" }, { id: "B" }],
  coverage: { revenues: "complete", activities: "complete", ownerships: "complete" },
  revenues: [
    { accountId: "A", amount: money("80.00", "EUR"), businessLine: "training", ...booked },
    { accountId: "A", amount: money("10.00", "EUR"), businessLine: "recruiting", ...booked },
    { accountId: "B", amount: money("99.00", "EUR"), ...booked },
  ],
  activities: [
    {
      ...{ id: 1, accountId: "A", kind: "visit", status: "complete", heldOn: "2018-01-31" },
      businessLine: "training",
    },
  ],
  ownerships: [
    {
      ...{ accountId: "A", personId: "Aino", role: "responsible", naming: "named" },
      businessLine: "training",
    },
  ],
};
const context = { asOf: "2018-06-30", calendar } as const;
const compile = (more: object = {}) => orThrow(compilePolicy({ ...policy, ...more } as CarePolicy));
const [first, second] = recordsByAccount(base);

describe("SEG-05 units are classified each on their own", () => {
  it("SEG-05 one label for each line of each account, in the order of the base", () => {
    const { units, data, dictionary } = classifyUnits(base, compile(), { asOf: "2018-06-30" });
    expect(units.map(({ id }, row) => `${id}: ${dictionary[data[row]!]}`)).toEqual([
      "A|businessLine=training: key",
      "A|businessLine=recruiting: ordinary",
      "B|businessLine=training: ordinary",
      "B|businessLine=recruiting: ordinary",
    ]);
    expect(units[0]).toEqual({
      ...{ id: "A|businessLine=training", accountId: "A", businessLine: "training" },
    });
  });

  it("SEG-05 records without a line count as the policy says, and may leave a unit undecided", () => {
    const labels = (recordsWithoutLine: string) => {
      const compiled = compile({ unit: { ...policy.unit, recordsWithoutLine } });
      const { data, dictionary } = classifyUnits(base, compiled, { asOf: "2018-06-30" });
      return [...data].map((code) => dictionary[code]);
    };
    expect(labels("everyUnit")).toEqual(["key", "ordinary", "key", "key"]);
    expect(labels("unknown")).toEqual(["key", "ordinary", "undecided", "undecided"]);
  });

  it("SEG-05 without a unit in the policy the account is its only unit", () => {
    const { unit: _, businessLines: __, ...whole } = policy;
    const { visit } = policy.cadences;
    const compiled = orThrow(
      compilePolicy({ ...whole, cadences: { visit: visit!, survey: visits } } as CarePolicy),
    );
    const column = classifyUnits(base, compiled, { asOf: "2018-06-30" });
    const { data, dictionary } = classifyAccounts(base, compiled, { asOf: "2018-06-30" });
    expect(column).toMatchObject({ data, dictionary });
    expect(column.units).toEqual([
      { id: "A", accountId: "A" },
      { id: "B", accountId: "B" },
    ]);
    const alone = decideCareForUnits(first!, compiled, context);
    const decision = decideCare(first!, compiled, context);
    expect(alone.units.map((each) => each.decision)).toEqual([decision]);
    const { value } = decision.duties;
    expect(alone.duties.map(({ unitIds: ___, ...duty }) => duty)).toEqual(
      value.kind === "duties" && value.duties,
    );
    expect(alone.validUntilDate).toBe(decision.validUntilDate);
  });
});

describe("SEG-05 the care of an account with several units", () => {
  it("SEG-05 each unit has its own segment, model and owner", () => {
    const { units } = decideCareForUnits(first!, compile(), context);
    expect(
      units.map(({ decision: { segment, careModel, owner } }) => [
        segment.value,
        careModel.value,
        owner.value.kind,
      ]),
    ).toEqual([
      [{ kind: "segment", segment: "key" }, { kind: "model", model: "personal" }, "named"],
      [{ kind: "segment", segment: "ordinary" }, { kind: "model", model: "light" }, "notNeeded"],
    ]);
  });

  it("SEG-05 strictest: a visit that both lines owe is owed once, as the most pressing", () => {
    const { duties, undecidedUnits, validUntilDate } = decideCareForUnits(
      first!,
      compile(),
      context,
    );
    expect(duties.map(({ id, value, unitIds }) => [id, value.status, unitIds.length])).toEqual([
      ["A|survey|training|#2", "due", 1],
      ["A|visit|#2", "due", 2],
    ]);
    expect(undecidedUnits).toEqual([]);
    expect(validUntilDate).toBe("2018-07-01");
  });

  it("SEG-05 each: every unit owes its own", () => {
    const each = compile({ unit: { ...policy.unit, duties: "each" } });
    const { duties } = decideCareForUnits(first!, each, context);
    const ids = duties.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => id.startsWith("A|businessLine="))).toBe(true);
  });

  it("what a unit lacks leaves that unit undecided, and says so", () => {
    const compiled = compile({ unit: { ...policy.unit, recordsWithoutLine: "unknown" } });
    const answer = decideCareForUnits(second!, compiled, context);
    expect(answer.undecidedUnits).toEqual(["B|businessLine=training", "B|businessLine=recruiting"]);
    expect(answer.duties).toEqual([]);
    expect(answer.missing.map(({ path }) => path)).toContain("revenues");
  });

  it("an answer that time alone never changes has no last day", () => {
    const whole = {
      ...policy,
      measures: { revenue: { sum: "revenues.amount", over: "always" } },
      cadences: {},
      care: {
        ...policy.care,
        models: { light: { ownership: { mode: "none" }, cadences: "none", significance: 1 } },
        bySegment: { key: "light", ordinary: "light" },
      },
    } as CarePolicy;
    const compiled = orThrow(compilePolicy(whole));
    expect(decideCareForUnits(first!, compiled, context)).not.toHaveProperty("validUntilDate");
  });
});

describe("what is wrong with the unit of a policy is a finding", () => {
  const findings = (unit: object, more: object = {}) =>
    compilePolicy({
      ...policy,
      unit: { ...policy.unit, ...unit },
      ...more,
    } as CarePolicy).findings.map(({ path, code }) => `${path}: ${code}`);

  it("words that say nothing, and a split by nothing", () => {
    expect(
      findings({ per: ["businesLine", "region"], duties: "all", recordsWithoutLine: "some" }),
    ).toEqual([
      "unit.per[0]: unknown-value",
      "unit.recordsWithoutLine: unknown-value",
      "unit.duties: unknown-value",
    ]);
    expect(findings({ per: [] })).toEqual(["unit.per: empty-list"]);
    expect(findings({ each: "line", title: "Units" })).toEqual(["unit.each: unknown-property"]);
  });

  it("a split by business line where there is none", () => {
    const cadences = { visit: visits, survey: visits };
    expect(findings({}, { businessLines: undefined, cadences })).toContain(
      "unit.per: no-business-lines",
    );
    expect(findings({ per: ["region"] }, { businessLines: undefined, cadences })).toEqual([]);
  });

  it("SEG-05 records of another account are of none of its units, and told with each", () => {
    const compiled = compile();
    const amount = money("900.00", "EUR");
    const strange = { ...booked, accountId: "B", amount, businessLine: "recruiting" };
    const records = { ...first!, revenues: [strange, ...(first!.revenues ?? [])] };
    const { units } = decideCareForUnits(records, compiled, context);
    const alone = decideCareForUnits(first!, compiled, context).units;
    const segments = (list: typeof units) => list.map(({ decision }) => decision.segment);
    expect(segments(units)).toEqual(segments(alone));
    for (const { decision } of units) {
      expect(decision.findings[0]).toMatchObject({
        code: "orphan-record",
        path: "revenues[0].accountId",
      });
    }
  });
});
