import { describe, expect, it } from "vitest";
import { nameOf, resolveMoney, resolveParameter } from "../../src/rules/index.js";

describe("RULE-01 a parameter is a typed value", () => {
  it.each([
    [0, { kind: "number", value: 0 }],
    [-1.5, { kind: "number", value: -1.5 }],
    [false, { kind: "boolean", value: false }],
    ["1970-01-02", { kind: "date", value: 1 }],
    ["2018-02-30", { kind: "text", value: "2018-02-30" }],
    ["", { kind: "text", value: "" }],
    [[], { kind: "list", value: [] }],
    [["a"], { kind: "list", value: ["a"] }],
    [{ months: 3 }, { kind: "duration", value: { months: 3 } }],
    [
      { value: 5, title: "t", note: "n", source: "S1" },
      { kind: "number", value: 5 },
    ],
    [{ value: { amount: "1.50", currency: "EUR" } }, { kind: "money", value: 150 }],
    [
      { amount: "1.50", currency: "EUR" },
      { kind: "money", value: 150 },
    ],
  ])("%j", (written, expected) => {
    expect(resolveParameter(written, "EUR", "limit")).toEqual(expected);
  });

  it.each<[unknown, string, string, string]>([
    [null, "not-a-parameter-value", "limit", "`null` is no value of a parameter"],
    [undefined, "not-a-parameter-value", "limit", "`undefined` is no value of a parameter"],
    [Number.NaN, "not-a-parameter-value", "limit", "`NaN` is no value of a parameter"],
    [Symbol("s"), "not-a-parameter-value", "limit", "`Symbol(s)` is no value of a parameter"],
    [() => 5, "not-a-parameter-value", "limit", "a function is no value of a parameter"],
    [{ value: null }, "not-a-parameter-value", "limit.value", "`null` is no value of a parameter"],
    [{}, "not-a-duration", "limit", "none of years, months, weeks, days is given"],
    [["a", 5], "not-a-duration", "limit", "a list is not an object"],
    [
      { months: -1 },
      "not-a-duration",
      "limit.months",
      "`-1` is not a whole number from 0 to 10000",
    ],
    [
      { amount: 5, currency: "EUR" },
      "not-money",
      "limit",
      'money is written `{ amount: "50000.00", currency: "EUR" }`',
    ],
    [
      { amount: "5", currency: "euro" },
      "not-money",
      "limit",
      'money is written `{ amount: "50000.00", currency: "EUR" }`',
    ],
    [
      { amount: "5,00", currency: "EUR" },
      "not-an-amount",
      "limit.amount",
      "`5,00` is no decimal amount",
    ],
    [
      { amount: "5.00", currency: "SEK" },
      "other-currency",
      "limit.currency",
      "`SEK` is not the policy's currency `EUR`",
    ],
  ])("%j is a finding", (written, code, path, message) => {
    const finding = { code, severity: "error", path, message };
    expect(resolveParameter(written, "EUR", "limit")).toEqual(finding);
  });

  it("a value that is still open is a finding with its question", () => {
    const told = (written: unknown): unknown => resolveParameter(written, "EUR", "limit");
    const finding = { code: "open-parameter", severity: "error", path: "limit" };
    expect(told({ open: "number" })).toEqual({
      ...finding,
      message: "`limit` has no value yet",
    });
    expect(told({ open: "number", question: "from how many heads on?" })).toEqual({
      ...finding,
      message: "`limit` has no value yet: from how many heads on?",
    });
    expect(told({ open: "number", question: { toString: 1 } })).toEqual({
      ...finding,
      message: "`limit` has no value yet",
    });
    const long = told({ open: "number", question: "x".repeat(1000) });
    expect((long as { message: string }).message).toHaveLength(226);
  });

  it("money in a policy without a currency is a finding at `currency`", () => {
    const written = { amount: "5.00", currency: "EUR" };
    expect(resolveMoney(written, undefined, "limit")).toMatchObject({
      code: "currency-missing",
      path: "currency",
    });
    expect(resolveMoney(null, "EUR", "limit")).toMatchObject({ code: "not-money", path: "limit" });
  });
});

describe("nameOf", () => {
  it("gives a kind, or the words of a category", () => {
    expect(nameOf("number")).toBe("number");
    expect(nameOf(["low", "high"])).toBe("word of `low`, `high`");
  });
});

describe("POL-01 a parameter that carries a title", () => {
  it("is told of a misspelt word with the nearest right one", () => {
    const finding = resolveParameter({ value: 5, titel: "t" }, "EUR", "limit");
    expect(finding).toMatchObject({
      code: "unknown-property",
      path: "limit.titel",
      suggestion: "title",
    });
  });

  it("is decided: nothing inside it can be open, or carry a value again", () => {
    for (const value of [{ open: "number" }, { value: 5 }]) {
      const finding = resolveParameter({ value }, "EUR", "limit");
      expect(finding).toMatchObject({ code: "not-a-duration" });
    }
  });
});
