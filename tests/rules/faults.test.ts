import { describe, expect, it } from "vitest";
import {
  compileAssumptions,
  compileCondition,
  compileDuration,
  compileRule,
  MAX_DEPTH,
  MAX_PARTS,
  type Rule,
  Scope,
} from "../../src/rules/index.js";
import { errorAt } from "../../src/shapes/index.js";
import { faultsOf, sampleScope } from "./ask.js";

const LEAF = { field: "headcount", atLeast: 1 };

/** Code, path and message of every fault, separated by bars. */
function told(written: unknown): readonly string[] {
  return faultsOf(written).map(({ code, path, message }) => `${code} | ${path} | ${message}`);
}

describe("RULE-02 a misspelt name or word is a finding with the nearest right one", () => {
  it.each<[string, unknown, string, string, string]>([
    ["field", { field: "hedcount", atLeast: 1 }, "unknown-field", "when.field", "headcount"],
    [
      "field on the right",
      { field: "headcount", atLeast: { field: "shopcuont" } },
      "unknown-field",
      "when.atLeast.field",
      "shopCount",
    ],
    [
      "comparison",
      { field: "headcount", atleast: 1 },
      "unknown-comparison",
      "when.atleast",
      "atLeast",
    ],
    [
      "question whether a fact is missing",
      { field: "headcount", isMising: true },
      "unknown-comparison",
      "when.isMising",
      "isMissing",
    ],
    [
      "comparison of a date",
      { field: "lastOrderDate", onOrAftr: "2018-01-01" },
      "unknown-comparison",
      "when.onOrAftr",
      "onOrAfter",
    ],
    [
      "parameter",
      { field: "headcount", atLeast: { parameter: "largeHedcount" } },
      "unknown-parameter",
      "when.atLeast.parameter",
      "largeHeadcount",
    ],
    [
      "parameter of a list",
      { field: "city", isOneOf: { parameter: "homeCites" } },
      "unknown-parameter",
      "when.isOneOf.parameter",
      "homeCities",
    ],
    [
      "parameter of a duration",
      { field: "lastOrderDate", after: { asOfMinus: { parameter: "quarteryaer" } } },
      "unknown-parameter",
      "when.after.asOfMinus.parameter",
      "quarterYear",
    ],
    [
      "unit of a duration",
      { field: "lastOrderDate", after: { asOfMinus: { month: 1 } } },
      "not-a-duration",
      "when.after.asOfMinus.month",
      "months",
    ],
    [
      "cut",
      { field: "revenue", atLeast: { cut: "topRevenu" } },
      "unknown-cut",
      "when.atLeast.cut",
      "topRevenue",
    ],
    [
      "word of a category",
      { field: "potential", equals: "hihg" },
      "unknown-value",
      "when.equals",
      "high",
    ],
    [
      "word of a category in a list",
      { field: "potential", isOneOf: ["low", "medum"] },
      "unknown-value",
      "when.isOneOf[1]",
      "medium",
    ],
    ["group", { al: [LEAF] }, "not-a-condition", "when", "all"],
    [
      "right-hand side",
      { field: "headcount", atLeast: { parametr: "largeHeadcount" } },
      "unknown-property",
      "when.atLeast.parametr",
      "parameter",
    ],
    [
      "amount of money",
      { field: "revenue", atLeast: { amuont: "1.00", currency: "EUR" } },
      "unknown-property",
      "when.atLeast.amuont",
      "amount",
    ],
  ])("%s", (_, written, code, path, suggestion) => {
    const [fault, ...others] = faultsOf(written);
    expect(fault).toMatchObject({ code, path, suggestion, severity: "error" });
    expect(fault?.message).toContain(`did you mean \`${suggestion}\`?`);
    expect(others).toEqual([]);
  });

  it("says what it could not read", () => {
    const wrong = { field: "headcount", atLeast: { parametr: "largeHeadcount" } };
    const message = "`parametr` says nothing here; did you mean `parameter`?";
    expect(told(wrong)).toEqual([`unknown-property | when.atLeast.parametr | ${message}`]);
    expect(told(5)).toEqual(["not-a-condition | when | `5` is no condition"]);
    expect(told({ any: 5 })).toEqual(["not-a-list | when.any | `any` takes a list of conditions"]);
  });

  it("has no suggestion where nothing is near", () => {
    const fault = errorAt("when.field", "unknown-field", "there is no field `zzzzzz`");
    expect(faultsOf({ field: "zzzzzz", atLeast: 1 })).toEqual([fault]);
  });

  it("finds every fault at once, each where it stands", () => {
    const written = {
      all: [
        { field: "hedcount", atLeast: 1 },
        { any: [{ field: "city", equals: 5, isNoneOf: [1, 2] }, LEAF] },
        { not: { field: "headcount", atLest: 1 } },
      ],
    };
    expect(faultsOf(written).map(({ path }) => path)).toEqual([
      "when.all[0].field",
      "when.all[1].any[0].equals",
      "when.all[1].any[0].isNoneOf[0]",
      "when.all[1].any[0].isNoneOf[1]",
      "when.all[2].not.atLest",
    ]);
  });
});

describe("RULE-02 a wrong kind of value is a finding", () => {
  it.each<[unknown, string]>([
    [
      { field: "headcount", atLeast: "1000" },
      "wrong-value-type | when.atLeast | the text `1000` is no number",
    ],
    [
      { field: "headcount", atLeast: Number.NaN },
      "wrong-value-type | when.atLeast | `NaN` is no number",
    ],
    [
      { field: "headcount", atLeast: null },
      "wrong-value-type | when.atLeast | `null` is no number",
    ],
    [
      { field: "headcount", atLeast: undefined },
      "wrong-value-type | when.atLeast | `undefined` is no number",
    ],
    [{ field: "headcount", atLeast: [] }, "wrong-value-type | when.atLeast | a list is no number"],
    [
      { field: "headcount", atLeast: {} },
      "wrong-value-type | when.atLeast | an object is no number",
    ],
    [
      { field: "headcount", atLeast: { amount: "1.00", currency: "EUR" } },
      "wrong-value-type | when.atLeast | an object is no number",
    ],
    [
      { field: "headcount", isOneOf: [1, Number.POSITIVE_INFINITY] },
      "wrong-value-type | when.isOneOf[1] | `Infinity` is no number",
    ],
    [
      { field: "isActive", equals: "true" },
      "wrong-value-type | when.equals | the text `true` is no boolean",
    ],
    [{ field: "headcount", equals: true }, "wrong-value-type | when.equals | `true` is no number"],
    [{ field: "city", equals: true }, "wrong-value-type | when.equals | `true` is no text"],
    [{ field: "city", equals: 5 }, "wrong-value-type | when.equals | `5` is no text"],
    [{ field: "services", includes: 5 }, "wrong-value-type | when.includes[0] | `5` is no set"],
    [
      { field: "potential", equals: 5 },
      "wrong-value-type | when.equals | `5` is no word of `low`, `medium`, `high`",
    ],
    [
      { field: "lastOrderDate", after: "2018-02-30" },
      "wrong-value-type | when.after | the text `2018-02-30` is no date",
    ],
    [
      { field: "lastOrderDate", after: 17_000 },
      "wrong-value-type | when.after | `17000` is no date",
    ],
    [
      { field: "headcount", isMissing: 1 },
      "wrong-value-type | when.isMissing | `isMissing` takes true or false",
    ],
    [
      { field: "headcount", between: [1] },
      "wrong-value-type | when.between | `between` takes the lowest and the highest value",
    ],
    [
      { field: "headcount", between: 1 },
      "wrong-value-type | when.between | `between` takes the lowest and the highest value",
    ],
    [
      { field: "headcount", between: [1, "2"] },
      "wrong-value-type | when.between[1] | the text `2` is no number",
    ],
    [
      { field: "headcount", between: ["1", 2] },
      "wrong-value-type | when.between[0] | the text `1` is no number",
    ],
    [
      { field: "headcount", between: [2, 1] },
      "empty-range | when.between | the lowest value of `between` is above the highest",
    ],
    [
      { field: "headcount", atLeast: { asOfMinus: { days: 1 } } },
      "wrong-value-type | when.atLeast | `asOfMinus` is a date, not a number",
    ],
    [
      { field: "headcount", atLeast: { asOfPlus: { days: 1 } } },
      "wrong-value-type | when.atLeast | `asOfPlus` is a date, not a number",
    ],
    [{ field: "city", isOneOf: "Espoo" }, "not-a-list | when.isOneOf | `isOneOf` takes a list"],
    [{ field: "city", isOneOf: { of: [] } }, "not-a-list | when.isOneOf | `isOneOf` takes a list"],
    [{ field: "city", isOneOf: null }, "not-a-list | when.isOneOf | `isOneOf` takes a list"],
    [
      { field: "revenue", atLeast: 50_000 },
      'not-money | when.atLeast | money is written `{ amount: "50000.00", currency: "EUR" }`',
    ],
    [
      { field: "revenue", atLeast: { amount: "1.001", currency: "EUR" } },
      "too-many-decimals | when.atLeast.amount | `1.001` has more decimals than EUR, which has 2",
    ],
    [
      { field: "revenue", atLeast: { amount: "1.00", currency: "SEK" } },
      "other-currency | when.atLeast.currency | `SEK` is not the policy's currency `EUR`",
    ],
  ])("%j", (written, expected) => {
    expect(told(written)).toEqual([expected]);
  });

  it("a money condition in a policy without a currency is a finding", () => {
    const written = { field: "revenue", atLeast: { amount: "1.00", currency: "EUR" } };
    const scope = sampleScope(undefined);
    Object.assign(scope, { currency: undefined });
    const text = "a policy that speaks of money names its `currency`";
    expect(faultsOf(written, scope)).toEqual([errorAt("currency", "currency-missing", text)]);
  });

  it.each<[unknown, string]>([
    [
      { field: "headcount", atLeast: { parameter: "homeCity" } },
      "wrong-parameter-kind | when.atLeast.parameter | parameter `homeCity` is a text, not a number",
    ],
    [
      { field: "city", isOneOf: { parameter: "homeCity" } },
      "wrong-parameter-kind | when.isOneOf.parameter | parameter `homeCity` is a text, not a list",
    ],
    [
      { field: "potential", equals: { parameter: "largeHeadcount" } },
      "wrong-parameter-kind | when.equals.parameter | parameter `largeHeadcount` is a number, not a text",
    ],
    [
      { field: "potential", equals: { parameter: "odd" } },
      "unknown-value | when.equals | `enormous` is no word of `low`, `medium`, `high`",
    ],
    [
      { field: "potential", isOneOf: { parameter: "oddWords" } },
      "unknown-value | when.isOneOf[1] | `enormous` is no word of `low`, `medium`, `high`",
    ],
    [
      { field: "headcount", atLeast: { field: "revenue" } },
      "wrong-field-kind | when.atLeast.field | field `revenue` is a money, not a number",
    ],
    [
      { field: "city", equals: { field: "services" } },
      "wrong-field-kind | when.equals.field | field `services` is a set, not a text",
    ],
    [
      { field: "headcount", atLeast: { cut: "topRevenue" } },
      "wrong-cut-kind | when.atLeast.cut | cut `topRevenue` is a money, not a number",
    ],
    [
      { field: "headcount", atLeast: { parameter: 7 } },
      "unknown-parameter | when.atLeast.parameter | `7` names no parameter",
    ],
    [
      { field: "headcount", atLeast: { cut: {} } },
      "unknown-cut | when.atLeast.cut | an object names no cut",
    ],
    [
      { field: "headcount", startsWith: "1" },
      "unknown-comparison | when.startsWith | `startsWith` cannot be asked of `headcount`, a number",
    ],
    [
      { field: "potential", startsWith: "h" },
      "unknown-comparison | when.startsWith | `startsWith` cannot be asked of `potential`, a word of `low`, `medium`, `high`",
    ],
    [
      { field: "city", between: ["a", "b"] },
      "unknown-comparison | when.between | `between` cannot be asked of `city`, a text",
    ],
    [
      { field: "revenue", isOneOf: [] },
      "unknown-comparison | when.isOneOf | `isOneOf` cannot be asked of `revenue`, a money",
    ],
  ])("a name of another kind: %j", (written, expected) => {
    expect(told(written)).toEqual([expected]);
  });

  it("says nothing twice: a parameter that is broken was found before", () => {
    const scope = sampleScope();
    const written = { field: "headcount", atLeast: { parameter: "brokenNumber" } };
    expect(compileCondition(written, scope, "when", new Map())).toBeUndefined();
    const beside = { ...written, atMost: 5 };
    expect(compileCondition(beside, scope, "when", new Map())).toBeUndefined();
    const within = { all: [LEAF, written] };
    expect(compileCondition(within, scope, "when", new Map())).toBeUndefined();
    expect(compileDuration({ parameter: "brokenNumber" }, scope, "every")).toBeUndefined();
    const field = { field: "brokenNumber", atLeast: 1 };
    expect(compileCondition(field, scope, "when", new Map())).toBeUndefined();
    expect(scope.findings).toEqual([]);
  });

  it("what stands beside the one that counts is a finding", () => {
    expect(told({ all: [LEAF], any: [LEAF], field: "city", title: "t" })).toEqual([
      "unknown-property | when.any | `any` cannot stand beside `all`",
      "unknown-property | when.field | `field` cannot stand beside `all`",
    ]);
    expect(told({ not: LEAF, atLeast: 1 })).toEqual([
      "unknown-property | when.atLeast | `atLeast` cannot stand beside `not`",
    ]);
    expect(told({ field: "headcount", atLeast: { parameter: "largeHeadcount", plus: 1 } })).toEqual(
      ["unknown-property | when.atLeast.plus | `plus` cannot stand beside `parameter`"],
    );
    expect(told({ field: "city", isOneOf: { parameter: "homeCities", or: [] } })).toEqual([
      "unknown-property | when.isOneOf.or | `or` cannot stand beside `parameter`",
    ]);
    const duration = { parameter: "quarterYear", days: 1 };
    expect(told({ field: "lastOrderDate", after: { asOfMinus: duration } })).toEqual([
      "unknown-property | when.after.asOfMinus.days | `days` cannot stand beside `parameter`",
    ]);
  });
});

describe("RULE-02 hostile shapes end in findings, never in an error or a hang", () => {
  it.each([null, undefined, 0, Number.NaN, "all", true, [], [LEAF], Symbol("s"), () => LEAF, 1n])(
    "%s is no condition",
    (written) => {
      expect(faultsOf(written)).toMatchObject([{ code: "not-a-condition", path: "when" }]);
      expect(faultsOf({ not: written })).toMatchObject([{ code: "not-a-condition" }]);
    },
  );

  it("an object without a name that counts is no condition", () => {
    const text = "a condition has a `field`, or one of `all`, `any` and `not`";
    expect(faultsOf({})).toEqual([errorAt("when", "not-a-condition", text)]);
    expect(faultsOf(Object.create(LEAF))).toEqual([errorAt("when", "not-a-condition", text)]);
  });

  it.each([null, 5, {}, "x"])("a group of %j is no list", (inner) => {
    expect(faultsOf({ all: inner })).toMatchObject([{ code: "not-a-list", path: "when.all" }]);
    expect(faultsOf({ any: inner })).toMatchObject([{ code: "not-a-list", path: "when.any" }]);
  });

  it("a group of nothing says nothing", () => {
    expect(told({ all: [] })).toEqual([
      "empty-list | when.all | `all` of no condition says nothing",
    ]);
    expect(told({ any: [] })).toEqual([
      "empty-list | when.any | `any` of no condition says nothing",
    ]);
  });

  it("a field that is asked nothing is a finding", () => {
    const expected = "no-comparison | when | nothing is asked of field `headcount`";
    expect(told({ field: "headcount" })).toEqual([expected]);
    expect(told({ field: "headcount", title: "large", note: "n", source: "s" })).toEqual([
      expected,
    ]);
  });

  it.each([
    5,
    null,
    ["headcount"],
    { toString: 1, valueOf: 2 },
    Object.create(null),
    Symbol("headcount"),
  ])("a field that is no text names nothing", (field) => {
    const [fault] = faultsOf({ field, atLeast: 1 });
    expect(fault).toMatchObject({ code: "unknown-field", path: "when.field" });
    expect(fault?.message).toContain("names no field");
  });

  it.each(["__proto__", "constructor", "toString", "hasOwnProperty"])(
    "`%s` is a name like any other",
    (name) => {
      const field = JSON.parse(`{ "field": "${name}", "atLeast": 1 }`);
      expect(faultsOf(field)).toMatchObject([{ code: "unknown-field" }]);
      const word = JSON.parse(`{ "field": "headcount", "${name}": 1 }`);
      expect(faultsOf(word)).toMatchObject([{ code: "unknown-comparison", path: `when.${name}` }]);
      const beside = JSON.parse(`{ "all": [${JSON.stringify(LEAF)}], "${name}": 1 }`);
      expect(faultsOf(beside)).toMatchObject([{ code: "unknown-property" }]);
      const operand = JSON.parse(`{ "field": "headcount", "atLeast": { "${name}": 1 } }`);
      expect(faultsOf(operand)).toMatchObject([{ code: "wrong-value-type" }]);
      const parameter = { field: "headcount", atLeast: { parameter: name } };
      expect(faultsOf(parameter)).toMatchObject([{ code: "unknown-parameter" }]);
      const category = { field: "potential", equals: name };
      expect(faultsOf(category)).toMatchObject([{ code: "unknown-value" }]);
    },
  );

  it("a name of a million letters gives a short finding", () => {
    const long = "x".repeat(1_000_000);
    for (const written of [
      { field: long, atLeast: 1 },
      { field: "headcount", [long]: 1 },
      { field: "headcount", atLeast: { [long]: 1 } },
      { field: "headcount", atLeast: long },
      { field: "potential", equals: long },
      { field: "headcount", atLeast: { parameter: long } },
      { all: [LEAF], [long]: 1 },
      { [long]: 1 },
    ]) {
      const [fault] = faultsOf(written);
      expect(fault?.message.length).toBeLessThan(200);
      expect(fault?.path.length).toBeLessThan(200);
    }
  });

  it("ten thousand wrong names among a thousand right ones are found at once", () => {
    const names = Array.from({ length: 1000 }, (_, index) => `measure number ${index} of many`);
    const scope = new Scope({ kinds: new Map(names.map((name) => [name, "number"])) });
    const wrong = { field: "measure number 7 of mny", atLeast: 1 };
    compileCondition({ any: new Array(9999).fill(wrong) }, scope, "when", new Map());
    expect(scope.findings).toHaveLength(9999);
    const guessed = scope.findings.filter(({ suggestion }) => suggestion !== undefined);
    expect(guessed).toHaveLength(10);
    expect(guessed).toEqual(scope.findings.slice(0, 10));
  });

  it("a property that throws when it is read is unreadable", () => {
    const written = {
      get all(): unknown {
        throw new Error("mine");
      },
    };
    const text = "reading the condition threw an error";
    expect(faultsOf(written)).toEqual([errorAt("when", "unreadable", text)]);
  });

  it("a property behind a getter is read like any other", () => {
    const written = {
      field: "headcount",
      get atLeast() {
        return 1;
      },
    };
    expect(faultsOf(written)).toEqual([]);
  });

  it(`conditions nest at most ${MAX_DEPTH} deep`, () => {
    const nested = (depth: number): unknown => (depth === 0 ? LEAF : { not: nested(depth - 1) });
    expect(faultsOf(nested(MAX_DEPTH))).toEqual([]);
    expect(faultsOf(nested(MAX_DEPTH + 1))).toMatchObject([
      {
        code: "too-deep",
        path: `when${".not".repeat(MAX_DEPTH + 1)}`,
        message: `conditions nest at most ${MAX_DEPTH} deep`,
      },
    ]);
  });

  it(`a condition has at most ${MAX_PARTS} parts, all of which count`, () => {
    const wide = (parts: number): unknown => ({ all: new Array(parts - 1).fill(LEAF) });
    expect(faultsOf(wide(MAX_PARTS))).toEqual([]);
    const text = `a condition has at most ${MAX_PARTS} parts`;
    expect(faultsOf(wide(MAX_PARTS + 1))).toEqual([
      errorAt(`when.all[${MAX_PARTS - 1}]`, "too-many", text),
    ]);
    const inTwo = { any: [wide(MAX_PARTS / 2), wide(MAX_PARTS / 2 - 1), LEAF, LEAF] };
    expect(faultsOf(inTwo)).toEqual([errorAt("when.any[2]", "too-many", text)]);
    const inNot = { any: [wide(MAX_PARTS - 1), { not: LEAF }] };
    expect(faultsOf(inNot)).toMatchObject([{ code: "too-many", path: "when.any[1]" }]);
  });

  it("a sparse list of four thousand million holes ends too", () => {
    const faults = faultsOf({ all: new Array(2 ** 32 - 1) });
    expect(faults).toHaveLength(MAX_PARTS);
    expect(faults.at(-1)?.code).toBe("too-many");
  });

  it("a condition within itself ends", () => {
    const narrow: { not?: unknown } = {};
    narrow.not = narrow;
    expect(faultsOf(narrow)).toMatchObject([{ code: "too-deep" }]);
    const wide: { all: unknown[] } = { all: [] };
    wide.all = new Array(10_000).fill(wide);
    expect(faultsOf(wide).length).toBeLessThanOrEqual(MAX_PARTS);
  });

  it(`a list has at most ${MAX_PARTS} values`, () => {
    const listed = (length: number): unknown => ({ field: "city", isOneOf: words(length) });
    expect(faultsOf(listed(MAX_PARTS))).toEqual([]);
    const text = `a list has at most ${MAX_PARTS} values`;
    expect(faultsOf(listed(MAX_PARTS + 1))).toEqual([errorAt("when.isOneOf", "too-many", text)]);
  });
});

describe("RULE-03 what a rule and its assumptions may say", () => {
  it.each<[unknown, string]>([
    ["notmet", "`notmet` is no value of `whenUnknown`; did you mean `notMet`?"],
    [5, "`5` is no value of `whenUnknown`; did you mean `notMet`?"],
    [null, "`null` is no value of `whenUnknown`; did you mean `notMet`?"],
  ])("whenUnknown %j is a finding", (whenUnknown, message) => {
    const scope = sampleScope();
    const rule = { when: LEAF, whenUnknown } as Rule;
    expect(compileRule(rule, "large", scope, "rules[0]", new Map())).toBeUndefined();
    expect(scope.findings).toMatchObject([
      { code: "unknown-value", path: "rules[0].whenUnknown", message },
    ]);
  });

  it("a faulty condition and a faulty word are both found", () => {
    const scope = sampleScope();
    const rule = { when: {}, whenUnknown: "met" } as unknown as Rule;
    expect(compileRule(rule, "large", scope, "rules[0]", new Map())).toBeUndefined();
    expect(scope.findings.map(({ path }) => path)).toEqual([
      "rules[0].when",
      "rules[0].whenUnknown",
    ]);
    expect(compileRule({} as Rule, "large", scope, "rules[1]", new Map())).toBeUndefined();
    expect(scope.findings.at(-1)?.path).toBe("rules[1].when");
  });

  it("assumptions are checked like literals, and all of them", () => {
    const scope = sampleScope();
    const assumed = compileAssumptions(
      { hedcount: 1, headcount: "1", city: "Espoo", potential: "hihg", services: "audit" },
      scope,
      "assume",
    );
    expect([...assumed]).toEqual([
      ["city", "Espoo"],
      ["services", ["audit"]],
    ]);
    expect(scope.findings).toMatchObject([
      { code: "unknown-field", path: "assume.hedcount", suggestion: "headcount" },
      { code: "wrong-value-type", path: "assume.headcount" },
      { code: "unknown-value", path: "assume.potential", suggestion: "high" },
    ]);
  });

  it("nothing assumed is no fault", () => {
    const scope = sampleScope();
    expect(compileAssumptions(undefined, scope, "assume").size).toBe(0);
    expect(scope.findings).toEqual([]);
  });

  it("a long name of an assumption gives a short finding", () => {
    const scope = sampleScope();
    compileAssumptions({ ["x".repeat(100_000)]: 1 }, scope, "assume");
    expect(scope.findings[0]?.path.length).toBeLessThan(200);
  });
});

function words(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `city ${index}`);
}
