import { describe, expect, it } from "vitest";
import { type CarePolicy, compilePolicy } from "../../src/policy/index.js";
import { samplePolicy } from "./sample-policy.js";

const found = (policy: unknown): string => {
  const result = compilePolicy(policy as CarePolicy);
  expect(result.ok).toBe(result.findings.length === 0);
  return result.findings.map(({ code, path }) => `${code} at ${path}`).join(", ");
};
const changed = (more: object): unknown => ({ ...samplePolicy, ...more });
const measure = { supplied: "number" };

describe("POL-01 what a policy says of itself", () => {
  it("compiles as a whole", () => {
    expect(found(samplePolicy)).toBe("");
    const compiled = compilePolicy(samplePolicy);
    expect(compiled.ok && compiled.value.policy).toBe(samplePolicy);
  });

  it("compiles with the least there can be", () => {
    const { light } = samplePolicy.care.models;
    const least = {
      id: "x",
      version: "1",
      segments: { group: { method: "rules", labels: { all: {} }, hitPolicy: "first", rules: [] } },
      care: { segmentedBy: "group", models: { light }, bySegment: { all: "light" } },
      cadences: {},
    };
    expect(found(least)).toBe("");
  });

  it.each<[object, string]>([
    [{ id: "" }, "missing-property at id"],
    [{ version: 7 }, "missing-property at version"],
    [{ titel: "x" }, "unknown-property at titel"],
    [{ validFrom: "2018-02-30" }, "not-a-civil-date at validFrom"],
    [{ validUntil: 7 }, "not-a-civil-date at validUntil"],
    [{ validUntil: "2016-01-01" }, "span-reversed at validUntil"],
    [{ validUntil: "2016-01-02" }, ""],
    [{ status: "inforce" }, "unknown-value at status"],
    [{ status: "retired" }, ""],
    [{ businessLines: "clocks" }, "not-a-list at businessLines"],
    [{ businessLines: [] }, "not-a-list at businessLines"],
    [{ businessLines: ["clocks", 7] }, "not-a-list at businessLines"],
    [{ businessLines: ["clocks"] }, ""],
    [{ scope: { units: ["sales"], pilot: true } }, ""],
    [{ basedOn: { id: "wholesale", version: "0" } }, ""],
    [{ history: [{ status: "draft", by: "Aino", on: "2018-01-01" }] }, ""],
    [{ scope: "sales" }, "wrong-type at scope"],
    [{ scope: { unit: ["sales"] } }, "unknown-property at scope.unit"],
    [{ scope: { units: "sales" } }, "not-a-list at scope.units"],
    [{ scope: { units: [7] } }, "not-a-list at scope.units"],
    [{ scope: { pilot: "yes" } }, "wrong-type at scope.pilot"],
    [{ basedOn: "wholesale" }, "wrong-type at basedOn"],
    [{ basedOn: { id: 7, version: "0" } }, "wrong-type at basedOn.id"],
    [{ history: "draft" }, "not-a-list at history"],
    [{ history: ["draft"] }, "wrong-type at history[0]"],
    [
      { history: [{ status: "drafted", by: "Aino", on: "2018-01-01" }] },
      "unknown-value at history[0].status",
    ],
    [{ history: [{ status: "draft", by: 7, on: "2018-01-01" }] }, "wrong-type at history[0].by"],
    [
      { history: [{ status: "draft", by: "Aino", on: "2018-02-30" }] },
      "not-a-civil-date at history[0].on",
    ],
    [{ fields: { tier: "numbr" } }, "unknown-value at fields.tier"],
    [{ fields: { tier: [] } }, "unknown-value at fields.tier"],
    [{ fields: { tier: ["gold", 7] } }, "unknown-value at fields.tier"],
    [{ fields: { tier: ["gold"], seen: "date" } }, ""],
    [{ fields: { "7th": "number" } }, "not-a-name at fields.7th"],
    [{ parameters: { ...samplePolicy.parameters, "a b": 1 } }, "not-a-name at parameters.a b"],
    [{ measures: { ...samplePolicy.measures, "": measure } }, "not-a-name at measures."],
    [
      { cuts: { ...samplePolicy.cuts, "a.b": { of: "revenue", quantile: 0, type: 1 } } },
      "not-a-name at cuts.a.b",
    ],
    [{ fields: { headcount: "number" } }, "name-taken at fields.headcount"],
    [{ fields: { score: "number" } }, "name-taken at measures.score"],
    [{ measures: { ...samplePolicy.measures, region: measure } }, "name-taken at measures.region"],
  ])("%j", (more, expected) => {
    expect(found(changed(more))).toBe(expected);
  });

  it.each([
    ["a".repeat(64), ""],
    ["a".repeat(65), `not-a-name at fields.${"a".repeat(65)}`],
    ["käyntejä", "not-a-name at fields.käyntejä"],
    ["constructor", ""],
    ["store-count_2", ""],
  ])("takes the name %s or not", (name, expected) => {
    expect(found(changed({ fields: { [name]: "number" } }))).toBe(expected);
  });

  it("checks the names of segments, care models and cadences too", () => {
    const group = { ...samplePolicy.segments.group, labels: { "key account": {} }, rules: [] };
    const { otherwise: _, ...unclassified } = group;
    const care = {
      segmentedBy: "my group",
      models: { "a model": { ...samplePolicy.care.models.light, cadences: ["my visit"] } },
      bySegment: { "key account": "a model" },
    };
    const cadences = { "my visit": samplePolicy.cadences.visit };
    expect(found(changed({ segments: { "my group": unclassified }, care, cadences }))).toBe(
      [
        "not-a-name at segments.my group",
        "not-a-name at cadences.my visit",
        "not-a-name at care.models.a model",
        "not-a-name at segments.my group.labels.key account",
      ].join(", "),
    );
  });

  it("has at most 10 000 entries in a chapter", () => {
    const fields = (count: number) => {
      return Object.fromEntries(Array.from({ length: count }, (_, each) => [`f${each}`, "number"]));
    };
    expect(found(changed({ fields: fields(10_000) }))).toBe("");
    expect(found(changed({ fields: fields(10_001) }))).toBe("too-many at fields");
  });
});

describe("POL-01 parameters", () => {
  const parameters = (more: object) => {
    return found(changed({ parameters: { ...samplePolicy.parameters, ...more } }));
  };

  it("demands every open number by name, and what has to be decided", () => {
    const open = { open: "number", question: "after how many days is a customer quiet?" };
    expect(parameters({ quietDays: open })).toBe("open-parameter at parameters.quietDays");
    const result = compilePolicy(
      changed({
        parameters: { ...samplePolicy.parameters, quietDays: open, window: { open: "duration" } },
      }) as CarePolicy,
    );
    expect(result.findings.map(({ message }) => message)).toEqual([
      "`parameters.quietDays` has no value yet: after how many days is a customer quiet?",
      "`parameters.window` has no value yet",
    ]);
    expect(result.findings).toHaveLength(2);
  });

  it.each<[object, string]>([
    [{ spare: null }, "not-a-parameter-value at parameters.spare"],
    [{ spare: { mnths: 6 } }, "not-a-duration at parameters.spare.mnths"],
    [{ spare: true }, ""],
    [{ spare: ["a", "b"] }, ""],
    [
      { quietDays: "180" },
      "wrong-parameter-kind at segments.group.rules[2].when.moreThan.parameter",
    ],
  ])("%j", (more, expected) => {
    expect(parameters(more)).toBe(expected);
  });
});

describe("FACT-14 money in a policy", () => {
  const compared = (bound: unknown, more: object = {}) => {
    const group = {
      ...samplePolicy.segments.group,
      rules: [{ segment: "key", when: { field: "turnover", atLeast: bound } }],
    };
    return found(changed({ segments: { group }, ...more }));
  };
  const at = "segments.group.rules[0].when.atLeast";

  it("says its currency, which is the policy's", () => {
    expect(compared({ amount: "50000.00", currency: "EUR" })).toBe("");
    expect(compared(50_000)).toBe(`not-money at ${at}`);
    expect(compared({ amount: "50000.00", currency: "SEK" })).toBe(
      `other-currency at ${at}.currency`,
    );
    expect(compared({ amount: "50 000", currency: "EUR" })).toBe(`not-an-amount at ${at}.amount`);
    const { currency: _, ...silent } = samplePolicy;
    expect(found(silent).split(", ")).toContain("currency-missing at currency");
  });

  it("is of a currency that could be one", () => {
    expect(found(changed({ currency: "euro" }))).toBe(
      "not-a-currency at currency, other-currency at parameters.topRevenue.currency",
    );
  });

  it("says its currency in a parameter too", () => {
    const topRevenue = { amount: "1000.00", currency: "SEK" };
    expect(found(changed({ parameters: { ...samplePolicy.parameters, topRevenue } }))).toBe(
      "other-currency at parameters.topRevenue.currency",
    );
  });
});

describe("POL-01 a broken measure", () => {
  it.each([
    [{ sum: "orders.valu", over: "always" }, "unknown-field at measures.revenue.sum"],
    [{ total: "orders.value", over: "always" }, "not-a-measure at measures.revenue"],
    [{ sum: "orders.value", over: "allways" }, "not-a-window at measures.revenue.over"],
  ])("is found once, and conditions and cuts on it are not blamed: %j", (revenue, expected) => {
    expect(found(changed({ measures: { ...samplePolicy.measures, revenue } }))).toBe(expected);
  });
});

describe("POL-01 cuts", () => {
  const cut = (more: object) => {
    return found(changed({ cuts: { topFifth: { ...samplePolicy.cuts.topFifth, ...more } } }));
  };

  it.each<[object, string]>([
    [{ quantile: 0 }, ""],
    [{ quantile: 1, type: 1 }, ""],
    [{ quantile: 1.01 }, "out-of-range at cuts.topFifth.quantile"],
    [{ quantile: -0.01 }, "out-of-range at cuts.topFifth.quantile"],
    [{ quantile: "0.8" }, "out-of-range at cuts.topFifth.quantile"],
    [{ quantile: Number.NaN }, "out-of-range at cuts.topFifth.quantile"],
    [{ type: 0 }, "unknown-value at cuts.topFifth.type"],
    [{ type: 10 }, "unknown-value at cuts.topFifth.type"],
    [{ type: 6.5 }, "unknown-value at cuts.topFifth.type"],
    [{ of: "lastOrder" }, "wrong-measure-kind at cuts.topFifth.of"],
  ])("%j", (more, expected) => {
    // A cut that is of no money cannot be compared with money either.
    expect(cut(more).split(", ")[0]).toBe(expected);
  });

  it("name the measure that was meant", () => {
    const cuts = { topFifth: { ...samplePolicy.cuts.topFifth, of: "revenu" } };
    const { findings } = compilePolicy(changed({ cuts }) as CarePolicy);
    expect(findings[0]?.message).toBe("there is no measure `revenu`; did you mean `revenue`?");
  });

  it("are not blamed for a fault of their measure", () => {
    const measures = { ...samplePolicy.measures, score: { ratio: "score", to: "score" } };
    const cuts = { ...samplePolicy.cuts, best: { of: "score", quantile: 0.9, type: 7 } };
    expect(found(changed({ measures, cuts }))).toBe("cycle at measures.score");
  });
});

describe("POL-01 all findings at once", () => {
  it("through all chapters, each with what was probably meant", () => {
    const { segments, care, cadences } = samplePolicy;
    const [, , quiet] = segments.group.rules;
    const rules = [{ ...quiet, segment: "quite", when: { field: "dayssinceorder", moreThan: 1 } }];
    const result = compilePolicy({
      ...samplePolicy,
      titel: "x",
      measures: { ...samplePolicy.measures, spare: { sum: "orders.valu", over: "always" } },
      segments: { group: { ...segments.group, rules } },
      care: { ...care, bySegment: { ...care.bySegment, key: "personnal" } },
      cadences: { visit: { ...cadences.visit, roll: "previos" } },
    } as unknown as CarePolicy);
    expect(result.findings.map(({ message }) => message)).toEqual([
      "`titel` says nothing here; did you mean `title`?",
      "there is no field `valu`; did you mean `value`?",
      "there is no segment `quite`; did you mean `quiet`?",
      "there is no field `dayssinceorder`; did you mean `daysSinceOrder`?",
      expect.stringContaining("`personnal`; did you mean `personal`?"),
      "nobody is entitled to `personal`",
      expect.stringContaining("did you mean `previous`?"),
    ]);
    for (const { code, severity } of result.findings) {
      expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(severity).toBe("error");
    }
  });
});

describe("POL-01 what is no policy at all", () => {
  const circular: Record<string, unknown> = { ...samplePolicy };
  circular["note"] = circular;
  const deep = {
    ...samplePolicy,
    note: JSON.parse(`${"[".repeat(50_000)}${"]".repeat(50_000)}`),
  };

  it.each<[string, unknown, string]>([
    ["null", null, "malformed-policy at "],
    ["text", JSON.stringify(samplePolicy), "malformed-policy at "],
    ["a list", [samplePolicy], "malformed-policy at "],
    ["a policy without care", { ...samplePolicy, care: undefined }, "malformed-policy at care"],
    [
      "a policy with none for a chapter",
      changed({ segments: null }),
      "malformed-policy at segments",
    ],
    ["a policy with a list for a chapter", changed({ care: [] }), "malformed-policy at care"],
    [
      "a policy that lacks every chapter it needs",
      { id: "p", version: "1" },
      "malformed-policy at segments, malformed-policy at care, malformed-policy at cadences",
    ],
    ["a policy that holds itself", circular, "too-large at "],
    ["a cut that is none", changed({ cuts: { median: null } }), "malformed-policy at cuts"],
    [
      "an exception that is none",
      changed({ care: { ...samplePolicy.care, exceptions: [null] } }),
      "malformed-policy at care",
    ],
    ["a policy that nests beyond reading", deep, "wrong-type at note"],
    [
      "a policy that holds more than anybody decides",
      changed({ note: Array.from({ length: 200_000 }, () => 1) }),
      "too-large at ",
    ],
  ])("%s", (_, policy, expected) => {
    expect(found(policy)).toBe(expected);
  });

  it("keeps what was found before it could read no further", () => {
    expect(found({ titel: "x" })).toBe(
      [
        "unknown-property at titel, missing-property at id, missing-property at version",
        "malformed-policy at segments, malformed-policy at care, malformed-policy at cadences",
      ].join(", "),
    );
  });

  it("answers within a second or two when ten thousand names are wrong among ten thousand", () => {
    const measures = Object.fromEntries(
      Array.from({ length: 10_000 }, (_, each) => [
        `measure${each}`,
        { ratio: `measures${each}`, to: `measure${each + 7}x` },
      ]),
    );
    expect(compilePolicy(changed({ measures }) as CarePolicy).ok).toBe(false);
  });

  it("POL-07 an accessor that throws is a finding, too", () => {
    const trapped = {
      ...samplePolicy,
      get care(): never {
        throw new Error("of the host's own");
      },
    };
    const codes = compilePolicy(trapped).findings.map(({ code }) => code);
    expect(codes).toEqual(["malformed-policy"]);
  });
});
