import { compilePolicy, computeBoard, decideCare, orThrow } from "hoito";
import { parseCases } from "hoito/schemas";
import { checkCoverage, expectPolicy, policyCoverage, runCases } from "hoito/testing";
import { describe, expect, it } from "vitest";
import { askBothWays } from "./outcome-of.js";
import { asOf, calendar, visits, visitsPolicy } from "./visits-policy.js";

const question = { asOf, calendar };
const records = { account: { id: "A" }, coverage: {} };
const base = { accounts: [records.account], coverage: {} };
const fault = (code: string, path: string) =>
  expect.objectContaining({ name: "HoitoError", code, path });

describe("what only JavaScript can hand over to the tests of a policy", () => {
  it("a policy that is not compiled", () => {
    for (const wrong of [visitsPolicy, compilePolicy(visitsPolicy), undefined]) {
      expect(() => policyCoverage(wrong as never)).toThrow(
        fault("not-a-compiled-policy", "compiled"),
      );
      expect(() => runCases(wrong as never, [])).toThrow(
        fault("not-a-compiled-policy", "compiled"),
      );
    }
  });

  it("cases that were parsed and not taken out", () => {
    for (const wrong of [parseCases([]), undefined, "[]"]) {
      expect(() => runCases(visits, wrong as never)).toThrow(fault("not-a-list", "cases"));
    }
  });

  it("a coverage in place of its report, and a threshold that is misspelt", () => {
    const coverage = policyCoverage(visits);
    expect(() => checkCoverage(coverage as never, { percent: 1 })).toThrow(
      fault("not-a-report", "report"),
    );
    const misspelt = { percent: 0, bykind: { rule: 100 } };
    expect(() => checkCoverage(coverage.report(), misspelt)).toThrow(
      fault("unknown-option", "threshold.bykind"),
    );
    expect(() => checkCoverage(coverage.report(), undefined as never)).toThrow(
      fault("out-of-range", "percent"),
    );
  });

  it("what is no answer, and counts that are none", () => {
    const { see, counts } = policyCoverage(visits);
    for (const wrong of [records, undefined, "met"]) {
      expect(() => see(wrong as never)).toThrow(fault("not-an-answer", "answer"));
    }
    see(decideCare(records, visits, question));
    see(computeBoard(base, { kpis: [], currency: "" }, { asOf, period: "always" }));
    expect(() => policyCoverage(visits, { a: 1 } as never)).toThrow(
      fault("not-counts", "earlier[0].a"),
    );
    expect(() => policyCoverage(visits, counts(), { b: { met: 1 } } as never)).toThrow(
      fault("not-counts", "earlier[1].b"),
    );
    expect(() => policyCoverage(visits, counts())).not.toThrow();
  });

  it("an option one slip away makes a question that cannot be asked", () => {
    const compiled = orThrow(compilePolicy(visitsPolicy));
    const account = { id: "A", headcount: 10, turnover: { minor: 1, currency: "EUR" } };
    const asked = [
      askBothWays(compiled, "toClassify", account, "small", { asOf, classifer: "size" } as never),
      askBothWays(compiled, "toCoverEveryAccount", { asOf, classifer: "size" } as never),
      askBothWays(compiled, "toHaveNoFindings", { asOf, excpt: [] } as never),
      askBothWays(compiled, "toBeProved", { asof: asOf } as never),
      askBothWays(compiled, "toGiveCare", records, "light", {
        ...question,
        membership: [],
      } as never),
      askBothWays(compiled, "toBeKeepableOn", base, { ...question, rule: {} } as never),
      askBothWays(compiled, "toMoveAtMost", { accounts: 0 }, {
        asOf,
        form: compiled,
        base,
      } as never),
      askBothWays(compiled, "toNeverContact", "A", { ...question, base, untill: asOf } as never),
    ];
    const meant = "classifier classifier except asOf memberships rules from until".split(" ");
    expect(asked.map(({ outcome }) => outcome)).toEqual(meant.map(() => "neither"));
    for (const [at, { message }] of asked.entries()) {
      expect(message).toContain(`did you mean \`${meant[at]}\`?`);
    }
    expect(() =>
      expectPolicy(compiled).toClassify(account, "small", { ...question, other: 1 } as never),
    ).not.toThrow();
  });
});
