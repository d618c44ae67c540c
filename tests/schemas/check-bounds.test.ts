import { describe, expect, it } from "vitest";
import { checkBounds } from "../../src/schemas/index.js";

const bounds = { depth: 3, nodes: 10, textLength: 5 };

const found = (input: unknown): string[] =>
  checkBounds(input, bounds, "input").map(({ path, code }) => `${path}: ${code}`);

function chain(length: number): unknown {
  let input: unknown = 1;
  for (let level = 0; level < length; level++) input = { a: input };
  return input;
}

class Counter {
  count = 1;
}

describe("bounds of untrusted input", () => {
  it.each<[string, unknown]>([
    ["text", "ääkkö"],
    ["no text", ""],
    ["whole characters beyond the first plane", "🏬🏬"],
    ["zero", 0],
    ["a fraction", -0.5],
    ["null", null],
    ["true", true],
    ["an empty object", {}],
    ["an object without a prototype", Object.assign(Object.create(null), { a: 1 })],
    ["the same value twice", { a: chain(1), b: chain(1) }],
    ["as deep as it may be", chain(4)],
    ["as large as it may be", Array.from({ length: 9 }, () => 1)],
  ])("%s is plain data within bounds", (_, input) => {
    expect(found(input)).toEqual([]);
  });

  it("a name that every object inherits is a name like any other", () => {
    const input = { constructor: 1, toString: 2 };
    expect(checkBounds(input, { ...bounds, textLength: 11 })).toEqual([]);
  });

  it("one object in two places is no cycle", () => {
    const shared = { a: 1 };
    expect(found([shared, shared])).toEqual([]);
  });

  it.each<[string, unknown, string[]]>([
    ["one level too many", chain(5), ["input.a.a.a.a: too-deep"]],
    ["a depth of 100,000", chain(100_000), ["input.a.a.a.a: too-deep"]],
    ["one value too many", Array.from({ length: 10 }, () => 1), ["input: too-large"]],
    ["one property too many", [[1, 2, 3], { a: 1, b: 2, c: 3, d: 4 }, 5], ["input: too-large"]],
    ["a list of four thousand million holes", new Array(2 ** 32 - 1), ["input: too-large"]],
    ["long text", "abcdef", ["input: text-too-long"]],
    ["a long name", { abcdef: 1 }, ["input.abcdef: text-too-long"]],
    ["half a character", "\ud83c", ["input: not-json"]],
    ["half a character in a name", { "\ud83c": 1 }, ["input.\ud83c: not-json"]],
    ["NaN", [Number.NaN], ["input[0]: not-json"]],
    ["infinity", [Number.NEGATIVE_INFINITY], ["input[0]: not-json"]],
    ["negative zero", [-0], ["input[0]: not-json"]],
    ["undefined", { a: undefined }, ["input.a: not-json"]],
    ["a hole", new Array(1), ["input[0]: not-json"]],
    ["a big integer", [1n], ["input[0]: not-json"]],
    ["a symbol", [Symbol("a")], ["input[0]: not-json"]],
    ["a symbol as name", { [Symbol("a")]: 1 }, ["input.symbol: not-json"]],
    ["a function", [() => 1], ["input[0]: not-json"]],
    ["a map", { a: new Map() }, ["input.a: not-json"]],
    ["a date", new Date(0), ["input: not-json"]],
    ["an instance", new Counter(), ["input: not-json"]],
    ["a prototype as property", JSON.parse('{"__proto__":1}'), ["input.__proto__: reserved-name"]],
    ["a list that throws", [throwing("ownKeys"), 1], ["input[0]: unreadable"]],
    [
      "an accessor that throws",
      [throwing("get"), -0],
      ["input[1]: not-json", "input[0]: unreadable"],
    ],
    ["a prototype that throws", throwing("getPrototypeOf"), ["input: unreadable"]],
  ])("%s is found", (_, input, expected) => {
    expect(found(input)).toEqual(expected);
  });

  it("a cycle says so in words", () => {
    const cycle: unknown[] = [];
    cycle.push(cycle);
    expect(checkBounds(cycle, bounds)[0]?.message).toBe("the value contains itself");
  });

  it("a cycle is found where it closes, however long it is", () => {
    const cycle: { a: unknown[] } = { a: [] };
    cycle.a.push(cycle);
    expect(found(cycle)).toEqual(["input.a[0]: circular"]);
  });

  it("a value that is shared again and again counts each time", () => {
    let input: unknown = [1];
    for (let level = 0; level < 40; level++) input = [input, input];
    const wide = { depth: 64, nodes: 1000, textLength: 5 };
    expect(checkBounds(input, wide).map(({ code }) => code)).toEqual(["too-large"]);
  });

  it("what was found before the search ended comes back too", () => {
    const input = [-0, Array.from({ length: 10 }, () => 1)];
    expect(found(input)).toEqual(["input[0]: not-json", "input: too-large"]);
  });

  it.each<[unknown, string]>([
    [[new Map()], "an object is not what JSON can hold"],
    [[() => 1], "a function is not what JSON can hold"],
    [[-0], "`-0` is not what JSON can hold"],
    [[undefined], "`undefined` is not what JSON can hold"],
    [["abcdef"], "`abcdef` is longer than `5` characters"],
    [["a".repeat(40)], `\`${"a".repeat(40)}\` is longer than \`5\` characters`],
    [["a".repeat(41)], `\`${"a".repeat(40)}…\` is longer than \`5\` characters`],
    [chain(5), "there are more than `3` levels"],
    [new Array(10), "there are more than `10` values"],
    [[throwing("get")], "reading the value threw an error"],
    [JSON.parse('{"__proto__":1}'), "`__proto__` cannot be the name of a property"],
  ])("%# says in words what it is", (input, expected) => {
    expect(checkBounds(input, bounds)[0]?.message).toBe(expected);
  });

  it("a path starts at the input itself, and cuts names that are too long", () => {
    const name = "n".repeat(100);
    const found = checkBounds({ [name]: -0 }, { ...bounds, textLength: 100 });
    expect(found.map(({ path }) => path)).toEqual(["n".repeat(64)]);
    expect(checkBounds(-0, bounds)[0]?.path).toBe("");
  });
});

function throwing(trap: "get" | "ownKeys" | "getPrototypeOf"): object {
  const refuse = (): never => {
    throw new Error("not for you");
  };
  return new Proxy({ a: 1 }, { [trap]: refuse });
}
