import { describe, expect, it } from "vitest";
import type { FieldKind } from "../../src/facts/index.js";
import { plainCell, toCell, whyUnreadable } from "../../src/rules/index.js";

const EURO = { currency: "EUR", rates: undefined };
const LEVELS = ["low", "high"] as const;

describe("RULE-03 toCell reads a fact of its kind and coerces nothing", () => {
  it.each<[FieldKind, unknown, unknown]>([
    ["number", 0, 0],
    ["number", -1.5, -1.5],
    ["money", { minor: 120, currency: "EUR" }, 120],
    ["money", { minor: -120, currency: "EUR" }, -120],
    ["date", "1970-01-02", 1],
    ["boolean", false, false],
    ["text", "", ""],
    ["set", [], []],
    ["set", ["a", "b"], ["a", "b"]],
    [LEVELS, "low", "low"],
  ])("a %s: %j", (kind, fact, cell) => {
    expect(toCell(fact, kind, EURO)).toEqual(cell);
  });

  it.each<[FieldKind, unknown]>([
    ["number", "120000"],
    ["number", "120k"],
    ["number", Number.NaN],
    ["number", Number.POSITIVE_INFINITY],
    ["number", true],
    ["number", Symbol("5")],
    ["money", 120],
    ["money", "120 EUR"],
    ["money", { minor: 0.5, currency: "EUR" }],
    ["money", { minor: 2 ** 53, currency: "EUR" }],
    ["money", { minor: 120 }],
    ["money", { amount: "1.20", currency: "EUR" }],
    ["date", "1970-1-2"],
    ["date", "2018-02-29"],
    ["date", 17_000],
    ["boolean", "true"],
    ["boolean", 0],
    ["text", 5],
    ["text", ["a"]],
    ["set", "a"],
    ["set", ["a", 5]],
    ["set", { length: 0 }],
    [LEVELS, "medium"],
    [LEVELS, "Low"],
    [LEVELS, ["low"]],
  ])("no %s: %j", (kind, fact) => {
    expect(toCell(fact, kind, EURO)).toBeUndefined();
    expect(whyUnreadable(fact, kind)).toBe("illTyped");
  });

  it.each<FieldKind>(["number", "money", "date", "boolean", "text", "set", LEVELS])(
    "a %s that is not there is missing",
    (kind) => {
      expect(toCell(undefined, kind, EURO)).toBeUndefined();
      expect(toCell(null, kind, EURO)).toBeUndefined();
      expect(whyUnreadable(undefined, kind)).toBe("missing");
      expect(whyUnreadable(null, kind)).toBe("missing");
    },
  );

  it("money of another currency says so", () => {
    const crowns = { minor: 100, currency: "SEK" };
    expect(toCell(crowns, "money", EURO)).toBeUndefined();
    expect(whyUnreadable(crowns, "money")).toBe("otherCurrency");
    expect(whyUnreadable(crowns, "number")).toBe("illTyped");
  });
});

describe("plainCell", () => {
  it("shows money with its currency and dates as text", () => {
    expect(plainCell(120, "money", "EUR")).toEqual({ minor: 120, currency: "EUR" });
    expect(plainCell(1, "date", "EUR")).toBe("1970-01-02");
    expect(plainCell(1, "number", "EUR")).toBe(1);
    expect(plainCell("low", LEVELS, "EUR")).toBe("low");
    expect(plainCell(false, "boolean", "EUR")).toBe(false);
    expect(plainCell(["a"], "set", "EUR")).toEqual(["a"]);
  });
});

describe("FACT-14 money in another currency", () => {
  const rated = (SEK: string) => ({
    currency: "EUR",
    rates: { to: "EUR", rates: { SEK }, rounding: "halfUp" as const },
  });
  const crowns = { minor: 10_000, currency: "SEK" };

  it("is converted where there is a rate", () => {
    expect(toCell(crowns, "money", rated("0.0953"))).toBe(953);
  });

  it("is unknown where the rate cannot be read or the sum is not exact", () => {
    expect(toCell(crowns, "money", rated("a tenth"))).toBeUndefined();
    const most = { minor: Number.MAX_SAFE_INTEGER, currency: "SEK" };
    expect(toCell(most, "money", rated("10"))).toBeUndefined();
  });

  it("is unknown where the rates lead to a third currency", () => {
    const rates = { to: "USD", rates: { SEK: "0.1" }, rounding: "halfUp" as const };
    expect(toCell(crowns, "money", { currency: "EUR", rates })).toBeUndefined();
  });
});
