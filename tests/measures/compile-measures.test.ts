import { describe, expect, it } from "vitest";
import { compile } from "./measure-one.js";

const over = "always";
const good = { sales: { sum: "orders.value", over }, last: { latest: "orders.orderedOn", over } };

const findings = (measures: Readonly<Record<string, unknown>>): readonly string[] =>
  compile(measures).findings.map(({ code, path }) => `${code} at ${path}`);
const messages = (measures: Readonly<Record<string, unknown>>): readonly string[] =>
  compile(measures).findings.map(({ message }) => message);
const ofOne = (measure: unknown) => findings({ ...good, it: measure });

describe("RULE-05 measures that do not compile", () => {
  it.each<[unknown, string]>([
    [null, "not-a-measure at measures.it"],
    [7, "not-a-measure at measures.it"],
    [[], "not-a-measure at measures.it"],
    [{}, "not-a-measure at measures.it"],
    [{ cuont: "orders", over }, "not-a-measure at measures.it"],
    [{ count: "order", over }, "unknown-record-kind at measures.it.count"],
    [{ count: 7, over }, "unknown-record-kind at measures.it.count"],
    [{ count: "toString", over }, "unknown-record-kind at measures.it.count"],
    [{ sum: "order.value", over }, "unknown-record-kind at measures.it.sum"],
    [{ sum: "orders", over }, "unknown-field at measures.it.sum"],
    [{ sum: "orders.valu", over }, "unknown-field at measures.it.sum"],
    [{ sum: "orders.brand", over }, "wrong-field-kind at measures.it.sum"],
    [{ sum: "orders.orderedOn", over }, "wrong-field-kind at measures.it.sum"],
    [{ minimum: "orders.brand", over }, "wrong-field-kind at measures.it.minimum"],
    [{ maximum: "orders.orderedOn", over }, "wrong-field-kind at measures.it.maximum"],
    [{ latest: "orders.value", over }, "wrong-field-kind at measures.it.latest"],
    [{ distinct: "orders.value", over }, "wrong-field-kind at measures.it.distinct"],
    [{ latest: "offers.status", over }, "wrong-field-kind at measures.it.latest"],
    [{ count: "orders" }, "not-a-window at measures.it.over"],
    [{ count: "orders", over: "alwys" }, "not-a-window at measures.it.over"],
    [{ count: "orders", over: null }, "not-a-window at measures.it.over"],
    [{ count: "orders", over: {} }, "not-a-window at measures.it.over"],
    [{ count: "orders", over: { rolling: {} } }, "not-a-duration at measures.it.over.rolling"],
    [
      { count: "orders", over: { rolling: { parameter: "halv" } } },
      "unknown-parameter at measures.it.over.rolling.parameter",
    ],
    [{ count: "orders", over: { calendar: "yeer" } }, "not-a-period at measures.it.over.calendar"],
    [
      { count: "orders", over: { calendar: "year", offset: 1 } },
      "out-of-range at measures.it.over.offset",
    ],
    [
      { count: "orders", over: { calendar: "year", offset: -1001 } },
      "out-of-range at measures.it.over.offset",
    ],
    [
      { count: "orders", over: { calendar: "year", offset: -0.5 } },
      "out-of-range at measures.it.over.offset",
    ],
    [
      { count: "orders", over: { calendar: "yeer", offset: "1" } },
      "not-a-period at measures.it.over.calendar, out-of-range at measures.it.over.offset",
    ],
    [{ count: "contactPersons", over: { calendar: "year" } }, "not-a-window at measures.it.over"],
    [{ count: "orders", over, whare: {} }, "unknown-property at measures.it.whare"],
    [{ count: "orders", sum: "orders.value", over }, "unknown-property at measures.it.sum"],
    [{ count: "orders", over, whenUnknown: "met" }, "unknown-value at measures.it.whenUnknown"],
    [{ count: "orders", over, by: "year" }, "unknown-value at measures.it.by"],
    [{ distinct: "orders.brand", by: "year", over }, "unknown-value at measures.it.by"],
    [{ distinct: "orders.orderedOn", by: "yeer", over }, "unknown-value at measures.it.by"],
    [
      { count: "orders", where: { field: "valu", isMissing: true }, over },
      "unknown-field at measures.it.where.field",
    ],
    [
      { count: "orders", where: { field: "value", atLeast: 5 }, over },
      "not-money at measures.it.where.atLeast",
    ],
    [{ ratio: "sales" }, "unknown-measure at measures.it.to"],
    [
      { ratio: "sale", to: "saels" },
      "unknown-measure at measures.it.ratio, unknown-measure at measures.it.to",
    ],
    [{ ratio: "sales", to: "last" }, "wrong-measure-kind at measures.it"],
    [{ ratio: "last", to: "last" }, "wrong-measure-kind at measures.it"],
    [{ ratio: "sales", to: "sales", over }, "unknown-property at measures.it.over"],
    [{ daysSince: "sales" }, "wrong-measure-kind at measures.it"],
    [{ daysSince: "lats" }, "unknown-measure at measures.it.daysSince"],
    [{ growth: "sales" }, "wrong-measure-kind at measures.it"],
    [{ growth: "last" }, "wrong-measure-kind at measures.it"],
    [{ supplied: "numbr" }, "unknown-value at measures.it.supplied"],
    [{ supplied: "set" }, "unknown-value at measures.it.supplied"],
  ])("%j", (measure, expected) => {
    expect(ofOne(measure).join(", ")).toBe(expected);
  });

  it.each<[object]>([
    [{ count: "orders", over, title: "orders", note: "all of them", source: "S1" }],
    [{ count: "orders", over: { calendar: "year", offset: -1000 } }],
    [{ count: "contactPersons", over }],
    [{ latest: "activities.plannedOn", over }],
    [{ distinct: "offers.status", over }],
    [{ minimum: "orders.quantity", over }],
    [{ supplied: "money" }],
  ])("finds nothing in %j", (measure) => {
    expect(ofOne(measure)).toEqual([]);
  });

  it("says what was probably meant", () => {
    expect(
      messages({
        ...good,
        a: { cuont: "orders" },
        b: { count: "order", over },
        c: { sum: "orders.valu", over },
        d: { daysSince: "lats" },
        e: { supplied: "numbr" },
        f: { distinct: "orders.orderedOn", by: "yeer", over },
        g: { count: "orders", over, whare: {} },
        h: { count: "orders", over, whenUnknown: "notmet" },
      }),
    ).toEqual([
      "a measure has one of `count`, `sum`, `minimum`, `maximum`, `latest`, `distinct`, `ratio`, `growth`, `daysSince`, `supplied`; did you mean `count`?",
      "there is no record-kind `order`; did you mean `orders`?",
      "there is no field `valu`; did you mean `value`?",
      "there is no such kind of value; did you mean `number`?",
      "`by` tells `distinct` dates apart by year, half, quarter, month; did you mean `year`?",
      "`whare` says nothing here; did you mean `where`?",
      "`whenUnknown` takes `notMet` or is left out; did you mean `notMet`?",
      "there is no measure `lats`; did you mean `last`?",
    ]);
    expect(messages({ ...good, it: { ratio: "sales", to: "last" } })).toEqual([
      "a ratio is of two numbers or two sums of money, not of a money to a date",
    ]);
    expect(messages({ ...good, it: { daysSince: "sales" } })).toEqual([
      "`sales` is a money, not a date",
    ]);
  });

  it("does not blame a measure for the fault of another", () => {
    const measures = {
      broken: { sum: "orders.valu", over },
      share: { ratio: "broken", to: "broken" },
      grown: { growth: "broken" },
      days: { daysSince: "broken" },
      odd: { ratio: "sales", to: "broken" },
    };
    expect(findings({ ...good, ...measures })).toEqual(["unknown-field at measures.broken.sum"]);
  });

  it("shortens long words", () => {
    const word = "x".repeat(200);
    const [message] = messages({ it: { count: "orders", over, [word]: 1 } });
    expect(message).toBe(`\`${"x".repeat(80)}\` says nothing here`);
  });
});

describe("RULE-05 growth is of what can grow", () => {
  const grows = (over: unknown, word: object = { count: "orders" }) =>
    findings({ it: { growth: "of" }, of: { ...word, over } });

  it.each([[{ rolling: { months: 12 } }], [{ calendar: "year", offset: -1 }]])(
    "a count over %j",
    (window) => {
      expect(grows(window)).toEqual([]);
      expect(grows(window, { sum: "orders.value" })).toEqual([]);
      expect(grows(window, { distinct: "orders.brand" })).toEqual([
        "wrong-measure-kind at measures.it",
      ]);
    },
  );

  it("not over all of time, nor over a period that is not over", () => {
    expect(grows("always")).toEqual(["wrong-measure-kind at measures.it"]);
    expect(grows({ calendar: "year" })).toEqual(["wrong-measure-kind at measures.it"]);
    expect(findings({ it: { growth: "of" }, of: { supplied: "number" } })).toEqual([
      "wrong-measure-kind at measures.it",
    ]);
  });
});

describe("RULE-05 measures made of measures", () => {
  const ratio = (of: string, to: string) => ({ ratio: of, to });

  it("come after what they are made of, in whatever order they are written", () => {
    const written = {
      c: ratio("b", "a"),
      b: ratio("a", "n"),
      a: ratio("n", "n"),
      n: { supplied: "number" },
    };
    for (const measures of [written, Object.fromEntries(Object.entries(written).toReversed())]) {
      const { compiled, findings: faults } = compile(measures);
      expect(faults).toEqual([]);
      expect(compiled.derived.map(({ name }) => name)).toEqual(["n", "a", "b", "c"]);
    }
  });

  it("refuses circles, each once, and tells the way round", () => {
    expect(messages({ a: ratio("a", "a") })).toEqual(["`a` is made of itself: a → a"]);
    const twoCircles = {
      start: ratio("a", "n"),
      a: ratio("b", "n"),
      b: ratio("a", "n"),
      c: { growth: "d" },
      d: { daysSince: "c" },
      n: { supplied: "number" },
    };
    expect(messages(twoCircles)).toEqual([
      "`a` is made of itself: a → b → a",
      "`c` is made of itself: c → d → c",
    ]);
  });

  it("shortens a long circle, and follows a long chain without end to its stack", () => {
    const names = Array.from({ length: 10_000 }, (_, each) => `m${each}`);
    const chain = names.map((name, at) => [name, ratio(names[at + 1] ?? "n", "n")]);
    const measures = { ...Object.fromEntries(chain), n: { supplied: "number" } };
    expect(compile(measures).findings).toEqual([]);
    const [circle] = messages({ ...measures, m9999: ratio("m0", "m0") });
    expect(circle).toBe(
      "`m0` is made of itself: m0 → m1 → m2 → m3 → m4 → m5 → m6 → m7 → m8 → m9 → …",
    );
  });

  it("settles kinds of value, ageing and growth for the floors above", () => {
    const { compiled } = compile({
      ...good,
      brands: { distinct: "orders.brand", over },
      days: { daysSince: "last" },
      gold: { supplied: "boolean" },
      year: { count: "orders", over: { rolling: { years: 1 } } },
      grown: { growth: "year" },
    });
    expect(Object.fromEntries(compiled.kinds)).toEqual({
      sales: "money",
      last: "date",
      brands: "number",
      days: "number",
      gold: "boolean",
      year: "number",
      grown: "number",
    });
    expect([...compiled.ageing]).toEqual(["days"]);
    expect([...compiled.grown]).toEqual(["year"]);
    expect(compiled.changesDaily).toBe(false);
  });

  it("walks each kind of record once", () => {
    const { compiled } = compile({
      ...good,
      acts: { count: "activities", over },
      more: good.sales,
    });
    const passes = compiled.passes.map(({ kind, date, measures }) => [kind, date, measures.length]);
    expect(passes).toEqual([
      ["orders", "orderedOn", 3],
      ["activities", "heldOn", 1],
    ]);
  });
});
