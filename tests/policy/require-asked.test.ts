import { describe, expect, it } from "vitest";
import {
  type CarePolicy,
  type CompiledPolicy,
  checkCapacity,
  checkColumns,
  checkReadiness,
  classifyAccount,
  classifyAccounts,
  classifyColumns,
  classifyRows,
  classifyUnits,
  columnsOfAccounts,
  columnsOfBase,
  compareCare,
  compareContacts,
  compareHours,
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
import { compileCalendar } from "../../src/time/index.js";

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

  it("an option one slip away is refused wherever a context is asked with", () => {
    const pair = { before: compiled, after: compiled };
    const calendar = orThrow(
      compileCalendar({ from: "2018-01-01", until: "2019-01-01", weekend: ["sunday"] }),
    );
    const asked = { ...asOf, calendar, until: "2018-03-01" } as const;
    const rules = {
      shortWeeks: { fullWeekDays: 5 },
      late: "leave",
      evenWithinDays: 3,
      levelSteps: 10,
      farFromMinutes: 120,
    } as const;
    const misspelt: readonly (readonly [string, string, (context: never) => unknown])[] = [
      ["membership", "memberships", (each) => decideCare(records, compiled, each)],
      ["membership", "memberships", (each) => decideCareForUnits(records, compiled, each)],
      ["classifer", "classifier", (each) => classifyAccounts(base, compiled, each)],
      ["classifer", "classifier", (each) => classifyAccount(records, compiled, each)],
      ["classifer", "classifier", (each) => explainAccount(records, compiled, each)],
      ["classifer", "classifier", (each) => classifyUnits(base, compiled, each)],
      ["scores", "score", (each) => scoreAccounts(base, compiled, each)],
      ["asof", "asOf", (each) => fitPolicy(base, compiled, each)],
      ["asof", "asOf", (each) => factsNeeded(compiled, each)],
      ["asof", "asOf", (each) => provePolicy(compiled, each)],
      ["asof", "asOf", (each) => checkReadiness(policy, each)],
      ["segmnet", "segment", (each) => findMissingData(records, compiled, each)],
      ["bye", "by", (each) => findDifference(pair, each)],
      ["previuos", "previous", (each) => scheduleDuties(base, compiled, each)],
      ["rule", "rules", (each) => scheduleDuties(base, compiled, each)],
      ["substitution", "substitutions", (each) => checkCapacity(base, compiled, each)],
      ["untill", "until", (each) => comparePolicies(base, pair, each)],
      ["membership", "memberships", (each) => compareCare(base, pair, each)],
      ["untill", "until", (each) => compareContacts(base, pair, each)],
      ["untill", "until", (each) => compareHours(base, pair, each)],
    ];
    for (const [written, meant, ask] of misspelt) {
      const { [meant as "asOf"]: _, ...others } = { ...asked, rules } as { readonly asOf: string };
      const wrong = meant === "rules" ? asked : { ...others, rules };
      const fault = faultOf(() => ask({ ...wrong, [written]: "2018-02-01" } as never));
      expect(fault).toBe(
        `unknown-option at context.${written}: there is no option \`${written}\`; did you mean \`${meant}\`?`,
      );
    }
    const shared = { ...asked, rules, segment: "large", somethingElse: 1 };
    expect(decideCare(records, compiled, shared).segment.value.kind).toBe("segment");
    expect(comparePolicies(base, pair, shared).hours).toBeDefined();
  });

  it("a list of accounts is no base, and accounts with their findings are none", () => {
    const read = { records: base.accounts, rejected: [], findings: [] };
    const asking = [
      (wrong: never) => classifyAccounts(wrong, compiled, asOf),
      (wrong: never) => fitPolicy(wrong, compiled, asOf),
    ];
    const wanted = "write `{ accounts, coverage, orders, … }`";
    for (const ask of asking) {
      for (const wrong of [base.accounts, undefined, {}, { accounts: {} }]) {
        expect(faultOf(() => ask(wrong as never))).toBe(
          `not-a-base at base: a base has its accounts in a list: ${wanted}`,
        );
      }
      expect(faultOf(() => ask({ accounts: read, coverage: {} } as never))).toBe(
        "not-a-base at base.accounts: these are accounts with their findings: hand over their `.records`",
      );
      for (const coverage of [undefined, null, "complete"]) {
        expect(faultOf(() => ask({ ...base, coverage } as never))).toBe(
          "not-a-base at base.coverage: a base says what it knows of its records: write `{ accounts, coverage: {}, … }`",
        );
      }
    }
  });

  it("a coverage that says nothing is told by its kind of record", () => {
    const known = '`{ since: "2018-01-01" }`';
    const wrong = [
      [
        "compleet",
        `unknown-value at coverage.orders: \`compleet\` is neither \`complete\` nor ${known}; did you mean \`complete\`?`,
      ],
      [
        "all of it",
        `unknown-value at coverage.orders: \`all of it\` is neither \`complete\` nor ${known}`,
      ],
      [true, `unknown-value at coverage.orders: \`true\` is neither \`complete\` nor ${known}`],
      [{}, `unknown-value at coverage.orders: an object is neither \`complete\` nor ${known}`],
    ] as const;
    for (const [orders, expected] of wrong) {
      const coverage = { orders } as never;
      const calendar = orThrow(
        compileCalendar({ from: "2018-01-01", until: "2019-01-01", weekend: ["sunday"] }),
      );
      for (const ask of [
        () => classifyAccounts({ ...base, coverage }, compiled, asOf),
        () => classifyAccount({ ...records, coverage }, compiled, asOf),
        () => explainAccount({ ...records, coverage }, compiled, asOf),
        () => decideCare({ ...records, coverage }, compiled, { ...asOf, calendar }),
      ]) {
        expect(faultOf(ask)).toBe(expected);
      }
    }
    for (const orders of ["complete", { since: "2018-01-01" }, undefined]) {
      const coverage = { orders } as never;
      expect(classifyAccounts({ ...base, coverage }, compiled, asOf).data).toEqual(
        Uint16Array.of(0),
      );
    }
  });

  it("memberships and substitutions are lists, a horizon has an end", () => {
    const calendar = orThrow(
      compileCalendar({ from: "2018-01-01", until: "2019-01-01", weekend: ["sunday"] }),
    );
    const schedule = { shortWeeks: "whole", late: "leave" } as never;
    const asked = { ...asOf, calendar, until: "2018-03-01", rules: schedule } as const;
    const noList = "an object is no list: write `memberships: [ … ]`";
    for (const ask of [
      () => decideCare(records, compiled, { ...asked, memberships: {} as never }),
      () => classifyAccounts(base, compiled, { ...asOf, memberships: {} as never }),
      () => classifyAccount(records, compiled, { ...asOf, memberships: {} as never }),
      () =>
        compareCare(
          base,
          { before: compiled, after: compiled },
          { ...asOf, memberships: {} as never },
        ),
    ]) {
      expect(faultOf(ask)).toBe(`not-a-list at context.memberships: ${noList}`);
    }
    expect(
      faultOf(() => scheduleDuties(base, compiled, { ...asked, substitutions: {} as never })),
    ).toBe(
      "not-a-list at context.substitutions: an object is no list: write `substitutions: [ … ]`",
    );
    const { until: _, ...open } = asked;
    const pair = { before: compiled, after: compiled };
    for (const ask of [
      () => scheduleDuties(base, compiled, open as never),
      () => checkCapacity(base, compiled, open as never),
      () => compareContacts(base, pair, open as never),
      () => compareHours(base, pair, open as never),
    ]) {
      expect(faultOf(ask)).toBe(
        'not-a-civil-date at context.until: `undefined` is no day: write `{ asOf, until: "2018-06-30" }`, the day after the last',
      );
    }
  });

  it("a fit is told from its text, the check of it and the policy it is of", () => {
    const fitted = fitPolicy(base, compiled, asOf);
    const text =
      "this is no fit: write `orThrow(parseFit(text))`, or hand over the `fit` of a fitted policy";
    for (const wrong of [
      JSON.stringify(fitted.fit),
      { ok: true, value: fitted.fit },
      fitted,
      {},
      undefined,
    ]) {
      expect(faultOf(() => withFit(compiled, wrong as never))).toBe(`not-a-fit at fit: ${text}`);
    }
    expect(withFit(compiled, fitted.fit!).ok).toBe(true);
  });
});
