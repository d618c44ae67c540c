import { describe, expect, it } from "vitest";
import {
  compileDevelopmentMeasures,
  type DevelopmentMeasure,
  judgeDevelopmentMeasures,
  type MeasureMetric,
  type MeasureReading,
  type NumberMetric,
} from "../../src/campaigns/index.js";
import { HoitoError, orThrow } from "../../src/shapes/index.js";
import golden from "../golden/campaigns/development-measures.json" with { type: "json" };

const number: NumberMetric = {
  ...{ kind: "number", name: "sellers with an electronic calendar", judged: "value" },
  ...{ better: "higher", bound: "inclusive", reached: 7, partly: 3 },
};
const measure: DevelopmentMeasure = {
  owner: "sales management",
  period: { from: "2018-01-15", until: "2018-03-29" },
  metric: number,
  baseline: { value: 2, measuredOn: "2018-01-15", toldOn: "2018-01-15" },
  assessableFrom: "2018-03-28",
};
const asOf = "2018-04-01";

const judge = (
  metric: MeasureMetric,
  readings: readonly Omit<MeasureReading, "measure">[],
  rest: Partial<DevelopmentMeasure> = {},
) => {
  const measures = orThrow(compileDevelopmentMeasures({ one: { ...measure, metric, ...rest } }));
  const told = readings.map((each) => ({ measure: "one", ...each }));
  return judgeDevelopmentMeasures(told, measures, { asOf })[0]!;
};
const verdict = (value: number, changes: Partial<NumberMetric> = {}) => {
  return judge({ ...number, ...changes }, [{ readOn: "2018-03-28", value }]).value.verdict;
};

describe("CAMP-18 the five measures of source 0", () => {
  const { asOf: day, measures, readings, expected } = golden;
  const compiled = orThrow(compileDevelopmentMeasures(measures as never));

  it("CAMP-18 come to the verdicts of the scorecard", () => {
    const decisions = judgeDevelopmentMeasures(readings as never, compiled, { asOf: day as never });
    expect(
      Object.fromEntries(decisions.map(({ value }) => [value.measure, value.verdict])),
    ).toEqual(expected);
    expect(decisions.every(({ missing }) => missing.length === 0)).toBe(true);
    expect(decisions[4]!.value).toEqual({
      ...{ measure: "exploitability", owner: "sales management", verdict: "reached" },
      ...{ metric: "users more than in March 2017", readOn: "2018-03-31" },
      ...{ value: 3, baseline: 0, change: 3 },
    });
  });

  it("CAMP-18 are not measured before anybody read their metric", () => {
    const before = { asOf: "2018-03-30" } as const;
    const decisions = judgeDevelopmentMeasures(readings as never, compiled, before);
    expect(decisions.map(({ value }) => value.verdict)).toEqual(Array(5).fill("notMeasured"));
    expect(decisions.map(({ value }) => value.candidates?.length)).toEqual([3, 3, 3, 3, 2]);
  });

  it("CAMP-18 the electronic calendar went from 2 of 7 to all 7", () => {
    const { baseline, value, expected: calendars } = golden.calendars;
    const change = { ...number, judged: "change", reached: 5 } as const;
    const known = { ...measure.baseline, value: baseline };
    const decision = judge(change, [{ readOn: "2018-03-28", value }], { baseline: known });
    expect(decision.value).toMatchObject(calendars);
  });
});

describe("CAMP-18 the verdict", () => {
  it.each([
    [7, {}, "reached"],
    [6, {}, "partly"],
    [3, {}, "partly"],
    [2, {}, "notReached"],
    [7, { bound: "strict" }, "partly"],
    [8, { bound: "strict" }, "reached"],
    [3, { bound: "strict" }, "notReached"],
    [7, { better: "lower", partly: 9 }, "reached"],
    [9, { better: "lower", partly: 9 }, "partly"],
    [10, { better: "lower", partly: 9 }, "notReached"],
    [9, { better: "lower", partly: 9, bound: "strict" }, "notReached"],
    [8, { judged: "change", reached: 6 }, "reached"],
    [7, { judged: "change", reached: 6 }, "partly"],
    [4, { judged: "change", reached: 6 }, "notReached"],
  ] as const)("CAMP-18 of a reading of %i under %o is %s", (value, changes, expected) => {
    expect(verdict(value, changes)).toBe(expected);
  });

  it("CAMP-18 without a threshold for partly there is none", () => {
    const { partly: _partly, ...metric } = number;
    const { value } = judge(metric, [{ readOn: asOf, value: 6 }]);
    expect(value.verdict).toBe("notReached");
    expect(judge(metric, []).value.candidates).toEqual(["reached", "notReached"]);
  });

  it("CAMP-18 unknown is not no: no reading, no number, no baseline", () => {
    const none = judge(number, []);
    expect(none.value).toEqual({
      ...{ measure: "one", owner: "sales management", metric: number.name, baseline: 2 },
      ...{ verdict: "notMeasured", candidates: ["reached", "partly", "notReached"] },
    });
    expect(none.missing).toEqual([{ path: "readings.one.value", why: "missing" }]);
    const empty = judge(number, [{ readOn: asOf, value: Number.NaN }]);
    expect(empty.value).toMatchObject({ verdict: "notMeasured", readOn: asOf });
    const { value: _value, ...unknown } = measure.baseline;
    const decision = judge(number, [{ readOn: asOf, value: 7 }], { baseline: unknown });
    expect(decision.value).not.toHaveProperty("change");
    expect(decision.value).toMatchObject({ verdict: "reached", value: 7 });
    expect(decision.because).toEqual([
      {
        ...{ kind: "step", step: "measureJudged", path: "developmentMeasures.one.metric", of: [] },
        details: {
          ...{ verdict: "reached", readOn: asOf, judged: "value", better: "higher" },
          ...{ bound: "inclusive", reached: 7, partly: 3, value: 7 },
        },
      },
    ]);
  });

  it("CAMP-18 counts the last reading from its first day on until the day of asking", () => {
    const at = (readOn: string, value: number) => ({ readOn: readOn as never, value });
    const read = (...readings: Parameters<typeof judge>[1]) => judge(number, readings).value.value;
    expect(read(at("2018-03-27", 1))).toBeUndefined();
    expect(read(at("2018-03-28", 1))).toBe(1);
    expect(read(at("2018-04-01", 2), at("2018-03-28", 1))).toBe(2);
    expect(read(at("2018-04-02", 3), at("2018-03-28", 1))).toBe(1);
    expect(read(at("soon", 3))).toBeUndefined();
    expect(read(at("2018-03-28", 1), at("2018-03-28", 4))).toBe(4);
    expect(read(at("2018-03-28", 4), at("2018-03-28", 1))).toBe(4);
    const other = { measure: "two", ...at("2018-03-28", 7) };
    const measures = orThrow(compileDevelopmentMeasures({ one: measure }));
    expect(judgeDevelopmentMeasures([other], measures, { asOf })[0]!.value.value).toBeUndefined();
  });

  it("CAMP-18 of parts: all, some or none, and what nobody knows settles nothing", () => {
    const parts = { kind: "parts", name: "held", parts: ["class", "calls"] } as const;
    const of = (known?: Readonly<Record<string, boolean>>) => {
      return judge(parts, [{ readOn: asOf, ...(known === undefined ? {} : { parts: known }) }]);
    };
    expect(of({ class: true, calls: true }).value.verdict).toBe("reached");
    expect(of({ class: false, calls: true }).value).toMatchObject({
      verdict: "partly",
      parts: { met: 1, of: 2 },
    });
    expect(of({ class: false, calls: false }).value.verdict).toBe("notReached");
    expect(of({ class: true }).value.candidates).toEqual(["reached", "partly"]);
    expect(of({ calls: false }).value.candidates).toEqual(["partly", "notReached"]);
    expect(of({ class: true }).missing).toEqual([
      { path: "readings.one.parts.calls", why: "missing" },
    ]);
    expect(of().value.candidates).toEqual(["reached", "partly", "notReached"]);
    expect(of({ __proto__: true } as never).value.verdict).toBe("notMeasured");
  });

  it("CAMP-18 of three parts, two that differ settle it although the third is not known", () => {
    const parts = { kind: "parts", name: "held", parts: ["x", "y", "z"] } as const;
    const decision = judge(parts, [{ readOn: asOf, parts: { x: true, y: false } }]);
    expect(decision.value.verdict).toBe("partly");
    expect(decision.missing).toHaveLength(1);
  });

  it("CAMP-18 the day of asking is a day", () => {
    const measures = orThrow(compileDevelopmentMeasures({ one: measure }));
    const ask = () => judgeDevelopmentMeasures([], measures, { asOf: "today" as never });
    expect(ask).toThrow(HoitoError);
  });
});

describe("CAMP-18 the check of the measures", () => {
  const root = "developmentMeasures.one";
  const found = (changes: object) => {
    return compileDevelopmentMeasures({ one: { ...measure, ...changes } }).findings.map(
      ({ code, path }) => [code, path.slice(root.length)],
    );
  };
  const metric = (changes: object) => found({ metric: { ...number, ...changes } });
  const parts = (of: unknown) =>
    metric({ ...{ kind: "parts", name: "held", parts: of } }).filter(
      ([code]) => code !== "unknown-property",
    );

  it("CAMP-18 the baseline is measured and told before the start, its first day included", () => {
    expect(found({})).toEqual([]);
    const baseline = { value: 2, measuredOn: "2018-01-16", toldOn: "2018-01-17" };
    expect(found({ baseline })).toEqual([
      ["baseline-after-start", ".baseline.measuredOn"],
      ["baseline-after-start", ".baseline.toldOn"],
    ]);
    expect(found({ baseline: { value: "2", measuredOn: "soon", toldOn: "2018-01-15" } })).toEqual([
      ["not-a-number", ".baseline.value"],
      ["not-a-civil-date", ".baseline.measuredOn"],
    ]);
  });

  it("CAMP-18 exactly one metric", () => {
    expect(found({ metric: [number, number] })).toEqual([["not-one-metric", ".metric"]]);
    expect(found({ metric: undefined })).toEqual([["malformed-measure", ""]]);
    for (const part of ["metric", "baseline", "period"]) {
      expect(found({ [part]: null })).toEqual([["malformed-measure", ""]]);
    }
    expect(metric({ kind: "both" })).toEqual([["unknown-value", ".metric.kind"]]);
    expect(metric({ name: "" })).toEqual([["empty-text", ".metric.name"]]);
    expect(metric({ name: 3 })).toEqual([["empty-text", ".metric.name"]]);
    expect(metric({ bound: "inclusve", better: "more", judged: "both" })).toEqual([
      ["unknown-value", ".metric.judged"],
      ["unknown-value", ".metric.better"],
      ["unknown-value", ".metric.bound"],
      ["thresholds-out-of-order", ".metric.partly"],
    ]);
  });

  it("CAMP-18 thresholds are numbers in order, and a change needs a baseline", () => {
    expect(metric({ partly: 7 })).toEqual([["thresholds-out-of-order", ".metric.partly"]]);
    expect(metric({ better: "lower", partly: 7 })).toEqual([
      ["thresholds-out-of-order", ".metric.partly"],
    ]);
    expect(metric({ better: "lower", partly: 8 })).toEqual([]);
    expect(metric({ reached: undefined, partly: "3" })).toEqual([
      ["not-a-number", ".metric.reached"],
      ["not-a-number", ".metric.partly"],
    ]);
    const { value: _value, ...baseline } = measure.baseline;
    expect(found({ baseline })).toEqual([]);
    expect(found({ baseline, metric: { ...number, judged: "change" } })).toEqual([
      ["baseline-without-value", ".metric.judged"],
    ]);
  });

  it("CAMP-18 parts are names, each once, at least one", () => {
    expect(parts(["x"])).toEqual([]);
    expect(parts("x")).toEqual([["not-a-list", ".metric.parts"]]);
    expect(parts([])).toEqual([["empty-list", ".metric.parts"]]);
    expect(parts(["x", "x"])).toEqual([["duplicate-label", ".metric.parts"]]);
    expect(parts(["", 3])).toEqual([["empty-text", ".metric.parts"]]);
    expect(parts([3])).toEqual([["empty-text", ".metric.parts"]]);
    expect(parts(Array.from({ length: 51 }, (_, at) => `p${at}`))).toEqual([
      ["too-many", ".metric.parts"],
    ]);
  });

  it("CAMP-18 owner, period and day of assessment", () => {
    expect(found({ owner: "" })).toEqual([["empty-text", ".owner"]]);
    expect(found({ owner: 7, assessableFrom: "soon", onwer: "x" })).toEqual([
      ["unknown-property", ".onwer"],
      ["empty-text", ".owner"],
      ["not-a-civil-date", ".assessableFrom"],
    ]);
    expect(found({ period: { from: "2018-01-15" } })).toEqual([]);
    expect(found({ period: { from: "soon" } })).toEqual([["not-a-civil-date", ".period.from"]]);
    expect(found({ period: { from: "2018-01-15", until: "2018-01-15" } })).toEqual([
      ["span-reversed", ".period.until"],
    ]);
  });

  it("CAMP-18 what is no set of measures, or too many", () => {
    const codes = (input: unknown) => compileDevelopmentMeasures(input as never).findings;
    expect(codes(null)).toMatchObject([{ code: "malformed-measure", path: "developmentMeasures" }]);
    expect(codes({ one: null })).toMatchObject([{ code: "malformed-measure", path: root }]);
    const many = Object.fromEntries(Array.from({ length: 201 }, (_, at) => [`m${at}`, measure]));
    expect(codes(many)).toMatchObject([{ code: "too-many", path: "developmentMeasures" }]);
  });
});
