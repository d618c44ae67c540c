import { describe, expect, it } from "vitest";
import { compileKpiChapter, compileKpis, type KpiChapter } from "../../src/kpis/index.js";
import { resolveParameter, Scope } from "../../src/rules/index.js";
import type { Finding } from "../../src/shapes/index.js";

const one = (written: unknown) => compileKpis({ it: written } as KpiChapter);
const codes = (written: unknown) =>
  one(written).findings.map(({ code, path }) => `${path} ${code}`);
const kept = { figure: "retention", version: "1", with: { base: "opening" } };

describe("compiling definitions", () => {
  it("POL-01 takes a definition with its names, owner, executor and phase", () => {
    const result = one({
      ...kept,
      names: { en: "Kept", fi: "Pysyneet" },
      owner: "sales management",
      executor: "sellers",
      phase: "keeping",
      note: "agreed in March",
    });
    expect(result.ok && result.value.kpis[0]).toMatchObject({
      id: "it",
      description: { kind: "KRI", family: "customer", timing: "lagging" },
      method: { base: "opening" },
      reads: [],
    });
  });

  it("names an unknown figure, convention or word with the nearest right one", () => {
    expect(one({ ...kept, figure: "retenton" }).findings).toMatchObject([
      { code: "unknown-figure", path: "kpis.it.figure", suggestion: "retention" },
    ]);
    expect(one({ ...kept, with: { baes: "opening" } }).findings).toMatchObject([
      { code: "unknown-property", path: "kpis.it.with.baes", suggestion: "base" },
      { code: "missing-property", path: "kpis.it.with.base" },
    ]);
    expect(one({ ...kept, with: { base: "openning" } }).findings).toMatchObject([
      { code: "unknown-value", suggestion: "opening" },
    ]);
    expect(codes({ ...kept, ownr: "me" })).toEqual(["kpis.it.ownr unknown-property"]);
    expect(codes({ ...kept, figure: 7 })).toEqual(["kpis.it.figure unknown-figure"]);
  });

  it("asks for a version, and for every convention", () => {
    expect(codes({ figure: "retention" })).toEqual([
      "kpis.it.version missing-property",
      "kpis.it.with.base missing-property",
    ]);
    expect(codes({ ...kept, version: "" })).toEqual(["kpis.it.version missing-property"]);
    const top = { figure: "topShare", version: "1" };
    const euro = { of: "orderValue", population: "all" };
    const currency = { currency: "EUR" };
    const ask = (method: object) =>
      compileKpis({ it: { ...top, with: { ...euro, ...method } } } as KpiChapter, currency)
        .findings;
    expect(ask({ top: "count" })).toMatchObject([{ path: "kpis.it.with.accounts" }]);
    expect(ask({ top: "share", share: 0.2 })).toMatchObject([{ path: "kpis.it.with.rounding" }]);
    expect(ask({ top: "count", accounts: 5 })).toEqual([]);
    const satisfied = { figure: "customerSatisfaction", version: "1" };
    expect(codes({ ...satisfied, with: { aggregate: "topShare" } })).toEqual([
      "kpis.it.with.fromScore missing-property",
      "kpis.it.with.confidence missing-property",
    ]);
    expect(codes({ ...satisfied, with: { aggregate: "mean" } })).toEqual([]);
  });

  it("a fault elsewhere does not hide a convention that is missing", () => {
    const { findings } = compileKpis({
      wrong: { ...kept, with: { base: "openning" } },
      satisfied: { figure: "customerSatisfaction", version: "1", with: { aggregate: "topShare" } },
    });
    expect(findings.map(({ path }) => path)).toContain("kpis.satisfied.with.fromScore");
  });

  it("refuses values of another kind or beyond their bounds", () => {
    const nps = (confidence: unknown) =>
      codes({ figure: "netPromoterScore", version: "1", with: { confidence } });
    expect(nps(0.95)).toEqual([]);
    expect(nps(0.94)).toEqual(["kpis.it.with.confidence unknown-value"]);
    const delay = (change: object) =>
      codes({
        figure: "recordingDelay",
        version: "1",
        with: { kinds: ["visit"], zone: "UTC", quantile: 0.5, type: 7, ...change },
      });
    expect(delay({})).toEqual([]);
    expect(delay({ quantile: 1.1 })).toEqual(["kpis.it.with.quantile out-of-range"]);
    expect(delay({ quantile: "half" })).toEqual(["kpis.it.with.quantile out-of-range"]);
    expect(delay({ type: 6.5 })).toEqual(["kpis.it.with.type out-of-range"]);
    expect(delay({ kinds: [] })).toEqual(["kpis.it.with.kinds not-a-list"]);
    expect(delay({ kinds: "visit" })).toEqual(["kpis.it.with.kinds not-a-list"]);
    expect(delay({ zone: 7 })).toEqual(["kpis.it.with.zone wrong-type"]);
    const tasks = (fromDays: unknown) =>
      codes({ figure: "openTasks", version: "1", with: { fromDays } });
    expect(tasks([0, 7])).toEqual([]);
    for (const wrong of [[], [7, 7], [1.5], [-1], "7"]) {
      expect(tasks(wrong)).toEqual(["kpis.it.with.fromDays not-a-list"]);
    }
    const young = (under: unknown) => codes({ figure: "youngBase", version: "1", with: { under } });
    expect(young({ years: 1 })).toEqual([]);
    expect(young({ yeers: 1 })).toEqual(["kpis.it.with.under.yeers not-a-duration"]);
    expect(codes({ ...kept, with: "opening" })).toEqual(["kpis.it.with not-a-kpi"]);
    expect(codes("retention")).toEqual(["kpis.it not-a-kpi"]);
    expect(codes({ figure: "pipeline", version: "1", with: { by: "count" } })).toEqual([
      "kpis.it.figure currency-missing",
    ]);
  });

  it("takes numbers and lists from parameters of the policy, and says which are still open", () => {
    const findings: Finding[] = [];
    const written = { days: 7, kinds: ["visit"], by: "count", year: { years: 1 } };
    const parameters = new Map(
      Object.entries(written).map(([name, value]) => [
        name,
        resolveParameter(value, "EUR", name) as Exclude<
          ReturnType<typeof resolveParameter>,
          Finding
        >,
      ]),
    );
    const scope = new Scope({ parameters, currency: "EUR", findings });
    const { kpis } = compileKpiChapter(
      {
        standard: {
          figure: "serviceStandard",
          version: "1",
          with: { withinDays: { parameter: "days" } },
        },
        visits: { figure: "visits", version: "1", with: { kinds: { parameter: "kinds" } } },
        offers: { figure: "pipeline", version: "1", with: { by: { parameter: "by" } } },
        young: { figure: "youngBase", version: "1", with: { under: { parameter: "year" } } },
      },
      scope,
    );
    expect(findings).toEqual([]);
    expect(kpis.map(({ method }) => method)).toEqual([
      { withinDays: 7 },
      { kinds: ["visit"] },
      { by: "count" },
      { under: { years: 1 } },
    ]);
    const wrong = {
      figure: "serviceStandard",
      version: "1",
      with: { withinDays: { parameter: "dyas" } },
    };
    compileKpiChapter({ wrong }, scope);
    expect(findings).toMatchObject([{ code: "unknown-parameter", suggestion: "days" }]);
  });

  it("blames a broken parameter once, and asks no more of the figure that hangs on it", () => {
    const findings: Finding[] = [];
    const scope = new Scope({ broken: new Set(["amount"]), currency: "EUR", findings });
    const sales = { figure: "sales", version: "1", with: { of: { parameter: "amount" } } };
    const top = {
      figure: "topShare",
      version: "1",
      with: { of: "orderValue", population: "all", top: { parameter: "amount" } },
    };
    expect(compileKpiChapter({ sales, top } as unknown as KpiChapter, scope).kpis).toEqual([]);
    expect(findings).toEqual([]);
    expect(codes({ figure: "sales", version: "1" })).toEqual([
      "kpis.it.figure currency-missing",
      "kpis.it.with.of missing-property",
    ]);
  });

  it("POL-07 a board of too many figures is a finding, and hostile names are harmless", () => {
    const many = Object.fromEntries(Array.from({ length: 501 }, (_, at) => [`k${at}`, kept]));
    const { findings } = compileKpis(many as KpiChapter);
    expect(findings.map(({ code }) => code)).toEqual(["too-many"]);
    const hostile = JSON.parse('{"__proto__": {"figure": "constructor", "version": "1"}}');
    expect(compileKpis(hostile).findings.map(({ code }) => code)).toEqual(["unknown-figure"]);
    const inherited = {
      figure: "retention",
      version: "1",
      with: JSON.parse('{"__proto__": {"base": "opening"}}'),
    };
    expect(one(inherited).ok).toBe(false);
  });
});
