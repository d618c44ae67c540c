import { describe, expect, it } from "vitest";
import {
  type CarePolicy,
  type CompiledPolicy,
  checkCapacity,
  checkColumns,
  classifyAccount,
  classifyAccounts,
  classifyColumns,
  classifyRows,
  classifyUnits,
  columnsOfAccounts,
  columnsOfBase,
  comparePolicies,
  compilePolicy,
  decideCare,
  decideCareForUnits,
  explainAccount,
  explainColumns,
  factsNeeded,
  findDifference,
  findMissingData,
  fitColumns,
  fitPolicy,
  provePolicy,
  scheduleDuties,
  scoreAccounts,
  scoreColumns,
  withFit,
} from "../../src/policy/index.js";
import { HoitoError, orThrow } from "../../src/shapes/index.js";

const policy: CarePolicy = {
  id: "demo",
  version: "1",
  segments: {
    size: {
      method: "rules",
      labels: { large: {} },
      hitPolicy: "first",
      rules: [{ segment: "large", when: { field: "headcount", atLeast: 500 } }],
    },
  },
  care: {
    segmentedBy: "size",
    models: { light: { ownership: { mode: "none" }, cadences: "none", significance: 1 } },
    bySegment: { large: "light" },
  },
  cadences: {},
};
const compiled = orThrow(compilePolicy(policy));
const asOf = { asOf: "2018-01-01" } as const;
const records = { account: { id: "A", headcount: 600 }, coverage: {} };
const base = { accounts: [records.account], coverage: {} };
const columns = { rows: 1, fields: {} };

/** What JavaScript hands over where the types want something else. */
const never = asOf as never;

function faultOf(ask: () => unknown): unknown {
  try {
    return ask();
  } catch (fault) {
    const { code, path, message } = fault as HoitoError;
    return fault instanceof HoitoError ? `${code} at ${path}: ${message}` : fault;
  }
}

const ASKED: Readonly<Record<string, (compiled: CompiledPolicy) => unknown>> = {
  checkCapacity: (wrong) => checkCapacity(base, wrong, never),
  checkColumns: (wrong) => checkColumns(columns, wrong),
  classifyAccount: (wrong) => classifyAccount(records, wrong, asOf),
  classifyAccounts: (wrong) => classifyAccounts(base, wrong, asOf),
  classifyColumns: (wrong) => classifyColumns(columns, wrong, asOf),
  classifyRows: (wrong) => classifyRows([], wrong, never),
  classifyUnits: (wrong) => classifyUnits(base, wrong, asOf),
  columnsOfAccounts: (wrong) => columnsOfAccounts([], wrong),
  columnsOfBase: (wrong) => columnsOfBase(base, wrong, asOf),
  decideCare: (wrong) => decideCare(records, wrong, never),
  decideCareForUnits: (wrong) => decideCareForUnits(records, wrong, never),
  explainAccount: (wrong) => explainAccount(records, wrong, asOf),
  explainColumns: (wrong) => explainColumns(columns, 0, wrong, asOf),
  factsNeeded: (wrong) => factsNeeded(wrong, asOf),
  findMissingData: (wrong) => findMissingData(records, wrong, { ...asOf, segment: "large" }),
  fitColumns: (wrong) => fitColumns(columns, wrong, asOf),
  fitPolicy: (wrong) => fitPolicy(base, wrong, asOf),
  provePolicy: (wrong) => provePolicy(wrong, asOf),
  scheduleDuties: (wrong) => scheduleDuties(base, wrong, never),
  scoreAccounts: (wrong) => scoreAccounts(base, wrong, { ...asOf, classifier: "size", score: "s" }),
  scoreColumns: (wrong) =>
    scoreColumns(columns, wrong, { ...asOf, classifier: "size", score: "s" }),
  withFit: (wrong) => withFit(wrong, never),
};

const TEXT = "this is no compiled policy: write `orThrow(compilePolicy(policy))`";

describe("what only JavaScript can hand over", () => {
  it.each(Object.entries(ASKED))("%s says how a policy is compiled", (_, ask) => {
    for (const wrong of [policy, compilePolicy(policy), undefined, null, "demo"]) {
      const fault = faultOf(() => ask(wrong as unknown as CompiledPolicy));
      expect(fault).toBe(`not-a-compiled-policy at compiled: ${TEXT}`);
    }
  });

  it("a comparison says which of its policies is not compiled", () => {
    const wrong = policy as unknown as CompiledPolicy;
    const before = { before: wrong, after: compiled };
    const after = { before: compiled, after: wrong };
    expect(faultOf(() => comparePolicies(base, before, never))).toContain("at policies.before:");
    expect(faultOf(() => comparePolicies(base, after, never))).toContain("at policies.after:");
    expect(faultOf(() => findDifference(before, asOf))).toContain("at policies.before:");
    expect(faultOf(() => findDifference(after, asOf))).toContain("at policies.after:");
  });

  it("an account alone says what belongs around it", () => {
    const { account } = records;
    for (const wrong of [account, { account }, { ...records, coverage: null }, undefined]) {
      const asked = wrong as unknown as typeof records;
      for (const ask of [
        () => decideCare(asked, compiled, never),
        () => classifyAccount(asked, compiled, asOf),
        () => explainAccount(asked, compiled, asOf),
      ]) {
        expect(faultOf(ask)).toBe(
          "not-account-records at records: an account comes with its records: write `{ account, coverage, orders, … }`",
        );
      }
    }
    expect(classifyAccount(records, compiled, asOf)).toEqual({ kind: "segment", segment: "large" });
  });

  it("a day of asking that is none, and a calendar that is missing, are told by name", () => {
    const asking = [
      (context: never) => decideCare(records, compiled, context),
      (context: never) => scheduleDuties(base, compiled, context),
      (context: never) => checkCapacity(base, compiled, context),
      (context: never) => classifyAccount(records, compiled, context),
    ];
    const text = 'write `{ asOf: "2018-01-31" }`';
    for (const ask of asking) {
      expect(faultOf(() => ask(undefined as never))).toBe(
        `not-a-civil-date at context.asOf: \`undefined\` is no day: ${text}`,
      );
      expect(faultOf(() => ask({ asOf: new Date(0) } as never))).toBe(
        `not-a-civil-date at context.asOf: an object is no day: ${text}`,
      );
    }
    for (const ask of asking.slice(0, 3)) {
      for (const calendar of [undefined, null, {}, { from: "2018-01-01" }]) {
        expect(faultOf(() => ask({ ...asOf, calendar } as never))).toBe(
          "not-a-calendar at context.calendar: this is no calendar: write `orThrow(compileCalendar({ from, until, weekend }))`",
        );
      }
    }
  });

  it("columns that stand beside each other, not under `fields`, are refused", () => {
    const headcount = { kind: "number", data: Float64Array.of(600) };
    for (const wrong of [{ rows: 1, headcount }, { rows: 1, fields: null }, undefined]) {
      expect(checkColumns(wrong as unknown as typeof columns, compiled)).toMatchObject([
        { code: "wrong-type", path: "fields" },
      ]);
    }
  });

  it("a misspelt classifier is told with the nearest", () => {
    const asked = { ...asOf, classifier: "siez" };
    expect(faultOf(() => classifyAccounts(base, compiled, asked))).toBe(
      "unknown-classifier at context.classifier: there is no classifier `siez`; did you mean `size`?",
    );
    const far = { ...asOf, classifier: "altogether other" };
    expect(faultOf(() => classifyAccounts(base, compiled, far))).toBe(
      "unknown-classifier at context.classifier: there is no classifier `altogether other`",
    );
  });
});
