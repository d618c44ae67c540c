import { describe, expect, it } from "vitest";
import { computeBoard, type KpiChapter } from "../../src/kpis/index.js";
import { type CarePolicy, compilePolicy } from "../../src/policy/index.js";
import { parsePolicy } from "../../src/schemas/index.js";
import { orThrow } from "../../src/shapes/index.js";

const standard = { figure: "serviceStandard", version: "1" } as const;

function policyWith(kpis: KpiChapter, days: unknown = 7): CarePolicy {
  return {
    id: "with-kpis",
    version: "1",
    parameters: { standardDays: days as number },
    segments: {
      size: {
        method: "rules",
        labels: { all: {} },
        hitPolicy: "first",
        rules: [],
        otherwise: "all",
      },
    },
    care: {
      segmentedBy: "size",
      models: { light: { ownership: { mode: "none" }, cadences: "none", significance: 1 } },
      bySegment: { all: "light" },
    },
    cadences: {},
    kpis,
  };
}

describe("the KPI chapter of a policy", () => {
  it("POL-01 is compiled with the policy's parameters and computes a board", () => {
    const kpis = { standard: { ...standard, with: { withinDays: { parameter: "standardDays" } } } };
    const compiled = orThrow(compilePolicy(policyWith(kpis)));
    const received = { id: 1, accountId: 1, kind: "question", receivedOn: "2018-05-01" } as const;
    const base = {
      accounts: [{ id: 1 }],
      coverage: { cases: "complete" },
      cases: [
        { ...received, solvedOn: "2018-05-08" },
        { ...received, id: 2, solvedOn: "2018-05-09" },
      ],
    } as const;
    const context = { asOf: "2018-12-31", period: { calendar: "year" } } as const;
    const [row] = computeBoard(base, compiled.kpis, context).rows;
    expect(row?.figure).toMatchObject({ value: 0.5, method: { withinDays: 7 } });
    expect(orThrow(compilePolicy(policyWith({}))).kpis.kpis).toEqual([]);
  });

  it.each<[string, readonly string[]]>([
    ["size", []],
    ["sise", ["kpis.named.with.column: there is no classifier `sise`; did you mean `size`?"]],
    ["region", []],
  ])("POL-01 doubts a column of labels that comes near a classifier: %s", (column, told) => {
    const named = { figure: "classified", version: "1", with: { of: "all", column } };
    const { ok, findings } = compilePolicy(
      policyWith({ named, standard: { ...standard, with: { withinDays: 1 } } }),
    );
    expect(ok).toBe(true);
    expect(findings.map(({ path, message }) => `${path}: ${message}`)).toEqual(told);
    expect(findings.every(({ code }) => code === "unknown-classifier")).toBe(true);
  });

  it("POL-03 does not compile while a number is still open, or a figure is misspelt", () => {
    const open = { open: "number", question: "how many days are promised?" };
    const kpis = {
      standard: { ...standard, with: { withinDays: { parameter: "standardDays" } } },
      kept: { figure: "retentoin", version: "1" },
    };
    const { findings } = compilePolicy(policyWith(kpis, open));
    expect(findings.map(({ code, path }) => `${path} ${code}`)).toEqual([
      "parameters.standardDays open-parameter",
      "kpis.kept.figure unknown-figure",
    ]);
  });

  it("POL-01 is read from JSON, and says where its shape is wrong", () => {
    const policy = policyWith({
      standard: { ...standard, with: { withinDays: 7 }, names: { fi: "Lupaus" } },
    });
    expect(orThrow(parsePolicy(JSON.stringify(policy)))).toEqual(policy);
    const wrong = {
      ...policy,
      kpis: { standard: { figure: 7, names: { fi: 8 } }, other: "visits" },
    };
    expect(parsePolicy(wrong).findings.map(({ path }) => path)).toEqual([
      "kpis.standard.figure",
      "kpis.standard.version",
      "kpis.standard.names.fi",
      "kpis.other",
    ]);
  });
});
