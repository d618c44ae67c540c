import { describe, expect, it } from "vitest";
import { recordsByAccount } from "../../src/facts/index.js";
import {
  type CarePolicy,
  classifyAccounts,
  compilePolicy,
  decideCare,
  type Fit,
  fitPolicy,
  withFit,
} from "../../src/policy/index.js";
import { orThrow } from "../../src/shapes/index.js";
import { faultOf } from "../time/fault-of.js";
import { calendar, sampleAccount, sampleBase, samplePolicy } from "./sample-policy.js";

const asOf = "2018-03-28";
const compiled = orThrow(compilePolicy(samplePolicy));
const fitted = fitPolicy(sampleBase, compiled, { asOf });
const labels = (policy = fitted, base = sampleBase) => {
  const { data, dictionary } = classifyAccounts(base, policy, { asOf });
  return [...data].map((code) => dictionary[code]);
};

describe("RULE-09 what depends on the whole base", () => {
  it("is computed once, and says of how many accounts", () => {
    expect(fitted.fit).toMatchObject({
      format: "hoito-fit/1",
      accounts: 10,
      cuts: { topFifth: 164_000 },
      leftOut: { topFifth: 0 },
    });
    expect(compiled.fit).toBeUndefined();
  });

  it("RULE-07 does not depend on the order of accounts and records", () => {
    const accounts = sampleBase.accounts.toReversed();
    const orders = sampleBase.orders!.toSorted(
      (left, right) => left.value.minor % right.value.minor,
    );
    for (const each of [{ accounts }, { orders }, { accounts, orders }]) {
      expect(fitPolicy({ ...sampleBase, ...each }, compiled, { asOf }).fit).toEqual(fitted.fit);
    }
  });

  it("is plain JSON, and read again gives the same answers", () => {
    const stored = JSON.parse(JSON.stringify(fitted.fit)) as Fit;
    expect(stored).toEqual(fitted.fit);
    const again = orThrow(withFit(compiled, stored));
    expect(labels(again)).toEqual(labels());
    const context = { asOf, calendar } as const;
    expect(decideCare(sampleAccount, again, context)).toEqual(
      decideCare(sampleAccount, fitted, context),
    );
  });

  it("is demanded by name where it is missing", () => {
    const { segment } = decideCare(sampleAccount, compiled, { asOf, calendar });
    expect(segment.value).toEqual({ kind: "undecided", candidates: ["key", "standard"] });
    expect(segment.missing).toEqual([{ path: "cuts.topFifth", why: "notFitted" }]);
  });

  it("answers for one account as in bulk", () => {
    const alone = recordsByAccount(sampleBase).map((records) => {
      const { value } = decideCare(records, fitted, { asOf, calendar }).segment;
      return value.kind === "segment" ? value.segment : value.kind;
    });
    expect(alone).toEqual(labels());
    expect(alone.filter((label) => label === "key")).toHaveLength(2);
    expect(alone[0]).toBe("excluded");
  });

  it("leaves out accounts of which the measure is unknown or none, and counts them", () => {
    const scores = [1, 2, undefined, 4, "five", 6, 7, 8, 9, 10];
    const cuts = {
      half: { of: "score", quantile: 0.5, type: 7 },
      topFifth: samplePolicy.cuts.topFifth,
    };
    const policy = { ...samplePolicy, cuts } as CarePolicy;
    const base = { ...sampleBase, measures: { score: scores } };
    const { fit } = fitPolicy(base, orThrow(compilePolicy(policy)), { asOf });
    expect(fit?.leftOut).toEqual({ half: 2, topFifth: 0 });
    expect(fit?.cuts["half"]).toBe(6.5);
  });

  it("gives no cut of no account, and the answer stays undecided", () => {
    const { fit } = fitPolicy({ ...sampleBase, coverage: {} }, compiled, { asOf });
    expect(fit).toMatchObject({ accounts: 10, cuts: {}, leftOut: { topFifth: 10 } });
    const { segment } = decideCare(sampleAccount, { ...compiled, fit }, { asOf, calendar });
    expect(segment.missing).toEqual([{ path: "cuts.topFifth", why: "notFitted" }]);
    const empty = fitPolicy({ accounts: [], coverage: {} }, compiled, { asOf });
    expect(empty.fit).toMatchObject({ accounts: 0, cuts: {}, leftOut: { topFifth: 0 } });
  });

  it("is empty for a policy without cuts", () => {
    const group = { ...samplePolicy.segments.group, rules: [] };
    const { cuts: _, ...without } = { ...samplePolicy, segments: { group } };
    const { care, cadences, ...rest } = without;
    const models = { light: care.models.light };
    const bySegment = { key: "light", quiet: "light", standard: "light" };
    const plain = { ...rest, cadences, care: { ...care, models, bySegment } } as CarePolicy;
    const { fit } = fitPolicy(sampleBase, orThrow(compilePolicy(plain)), { asOf });
    expect(fit).toMatchObject({ accounts: 10, cuts: {}, leftOut: {} });
  });

  it("converts money for the cut as for the account", () => {
    const exchangeRates = { to: "EUR", rates: { SEK: "0.1" }, rounding: "halfUp" } as const;
    const orders = sampleBase.orders!.map((each) => {
      return { ...each, value: { minor: each.value.minor * 10, currency: "SEK" } };
    });
    const base = { ...sampleBase, orders, exchangeRates };
    expect(fitPolicy(base, compiled, { asOf }).fit?.cuts).toEqual({ topFifth: 164_000 });
    expect(fitPolicy({ ...sampleBase, orders }, compiled, { asOf }).fit?.leftOut).toEqual({
      topFifth: 10,
    });
  });

  it("throws for a day that is none", () => {
    const fit = () => fitPolicy(sampleBase, compiled, { asOf: "2018-02-30" });
    expect(faultOf(fit)[0]).toBe("not-a-civil-date");
  });
});

describe("RULE-09 a fit of another policy", () => {
  it("is refused", () => {
    const other = orThrow(compilePolicy({ ...samplePolicy, version: "2" }));
    const result = withFit(other, fitted.fit!);
    expect(result).toEqual({
      ok: false,
      findings: [
        {
          code: "fit-of-another-policy",
          severity: "error",
          path: "madeWith.policyHash",
          message: "the fit was made with `wholesale` 1, whose content is another",
        },
      ],
    });
  });

  it("is refused in another format", () => {
    const later = { ...fitted.fit!, format: "hoito-fit/2" } as unknown as Fit;
    const [finding] = withFit(compiled, later).findings;
    expect([finding?.code, finding?.path]).toEqual(["unknown-format", "format"]);
    expect(finding?.message).toBe("`hoito-fit/2` is not the format `hoito-fit/1`");
  });
});

describe("classifyAccounts", () => {
  it("gives codes into a dictionary: labels, then what is no label", () => {
    const column = classifyAccounts(sampleBase, fitted, { asOf });
    expect(column.kind).toBe("category");
    expect(column.data).toBeInstanceOf(Uint16Array);
    const outcomes = ["excluded", "unclassified", "undecided", "conflict"];
    expect(column.dictionary).toEqual(["key", "quiet", "standard", ...outcomes]);
    expect(labels(compiled).filter((label) => label === "undecided")).toHaveLength(6);
  });

  it("adds the combinations that occur under the hit policy `collect`", () => {
    const group = {
      ...samplePolicy.segments.group,
      hitPolicy: "collect",
      rules: [
        { segment: "key", when: { field: "storeCount", atLeast: 5 } },
        { segment: "quiet", when: { field: "storeCount", atLeast: 8 } },
      ],
    };
    const policy = { ...samplePolicy, segments: { group } } as CarePolicy;
    const bulk = orThrow(compilePolicy(policy));
    const column = classifyAccounts(sampleBase, bulk, { asOf });
    expect(column.dictionary.slice(7)).toEqual(["key+quiet"]);
    expect(labels(bulk)).toEqual([
      ...Array(5).fill("standard"),
      ...Array(3).fill("key"),
      ...Array(2).fill("key+quiet"),
    ]);
  });

  it("says conflict and unclassified", () => {
    const { otherwise: _, ...group } = samplePolicy.segments.group;
    const rules = [
      { segment: "key", when: { field: "storeCount", atLeast: 5 } },
      { segment: "quiet", when: { field: "storeCount", atLeast: 8 } },
    ];
    const segments = { group: { ...group, hitPolicy: "unique", rules } };
    const bulk = orThrow(compilePolicy({ ...samplePolicy, segments } as CarePolicy));
    expect(new Set(labels(bulk))).toEqual(new Set(["unclassified", "key", "conflict"]));
  });

  it("of no account is an empty column", () => {
    expect(labels(fitted, { accounts: [], coverage: {} })).toEqual([]);
  });

  it("reads measures that the host supplies as columns, aligned with the accounts", () => {
    const when = { field: "score", atLeast: 7 };
    const group = { ...samplePolicy.segments.group, rules: [{ segment: "key", when }] };
    const bulk = orThrow(compilePolicy({ ...samplePolicy, segments: { group } } as CarePolicy));
    const score = sampleBase.accounts.map(({ id }) => Number(id));
    const base = { ...sampleBase, measures: { score } };
    expect(labels(bulk, base).filter((label) => label === "key")).toHaveLength(4);
    expect(new Set(labels(bulk))).toEqual(new Set(["undecided"]));
  });
});
