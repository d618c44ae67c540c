import { describe, expect, it } from "vitest";
import { firstDayWhen, nextChange } from "../../src/rules/index.js";
import { type CivilDate, LAST_EPOCH_DAY, toCivilDate, toEpochDay } from "../../src/time/index.js";
import { firstDayThatDiffers } from "../reference/day-by-day.js";
import { type Context, compiled, NONE, rowOf, sampleScope } from "./ask.js";

/** The date of the next change, and the first day that differs when every day is asked. */
function changes(
  written: unknown,
  facts: Readonly<Record<string, unknown>>,
  context: Context & { readonly asOf: CivilDate },
): readonly [string, string] {
  const scope = sampleScope();
  const condition = compiled(written, scope, context);
  const row = rowOf(facts, scope, context);
  const lastDay = Math.min(toEpochDay(context.asOf) + 800, LAST_EPOCH_DAY);
  const found = nextChange(condition, row);
  const walked = firstDayThatDiffers(condition, row, lastDay);
  return [shown(found), shown(walked)];
}

function shown(day: number): string {
  return day > LAST_EPOCH_DAY ? "never" : toCivilDate(day);
}

const asOf: CivilDate = "2018-01-31";

describe("nextChange of a date relative to the day of asking", () => {
  const recent = (word: string): unknown => ({
    field: "lastOrderDate",
    [word]: { asOfMinus: { days: 30 } },
  });

  it.each([
    ["onOrAfter", "2018-01-31", "2018-03-02", "2018-03-03"],
    ["after", "2018-01-31", "2018-03-02", "2018-03-02"],
    ["onOrBefore", "2018-01-31", "2018-03-02", "2018-03-02"],
    ["before", "2018-01-31", "2018-03-02", "2018-03-03"],
    ["equals", "2018-01-31", "2018-03-02", "2018-03-02"],
    ["onOrAfter", "2018-01-01", "2018-02-01", "2018-02-01"],
    ["equals", "2018-01-01", "2018-02-01", "2018-02-01"],
    ["onOrAfter", "2017-12-31", "never", "never"],
  ])("%s thirty days ago, for %s: %s", (word, lastOrderDate, found, walked) => {
    expect(changes(recent(word), { lastOrderDate }, { asOf })).toEqual([found, walked]);
  });

  it("of a month that is too short, which the bound leaps over", () => {
    const written = { field: "lastOrderDate", after: { asOfMinus: { months: 1 } } };
    const facts = { lastOrderDate: "2018-01-29" };
    expect(changes(written, facts, { asOf: "2018-02-27" })).toEqual(["2018-03-01", "2018-03-01"]);
  });

  it("ahead of the day of asking", () => {
    const written = { field: "lastOrderDate", before: { asOfPlus: { days: 30 } } };
    const facts = { lastOrderDate: "2018-03-31" };
    expect(changes(written, facts, { asOf })).toEqual(["2018-03-01", "2018-03-02"]);
    const past = { lastOrderDate: "2018-01-01" };
    expect(changes(written, past, { asOf })[1]).toBe("never");
  });

  it("ends where the known years end", () => {
    const ahead = { field: "lastOrderDate", before: { asOfPlus: { days: 30 } } };
    const past = { lastOrderDate: "2018-01-01" };
    const last = "2199-12-02";
    expect(changes(ahead, past, { asOf: last })).toEqual(["never", "never"]);
    expect(changes(ahead, past, { asOf: "2199-12-01" })).toEqual([last, last]);
    expect(changes(ahead, past, { asOf: "2199-12-31" })).toEqual(["never", "never"]);
    const ago = { field: "lastOrderDate", after: { asOfMinus: { days: 30 } } };
    expect(changes(ago, past, { asOf: "1900-01-30" })).toEqual(["1900-01-31", "1900-01-31"]);
    const endless = { field: "lastOrderDate", after: { asOfMinus: { years: 500 } } };
    expect(changes(endless, past, { asOf })).toEqual(["never", "never"]);
  });

  it("of an assumed date, and of none", () => {
    const assumed = { asOf, assume: { lastOrderDate: "2018-01-31" } } as const;
    expect(changes(recent("after"), {}, assumed)).toEqual(["2018-03-02", "2018-03-02"]);
    expect(changes(recent("after"), {}, { asOf })).toEqual(["never", "never"]);
    const never = { lastOrderDate: NONE };
    expect(changes(recent("after"), never, { asOf })).toEqual(["never", "never"]);
  });
});

describe("nextChange of a count of days", () => {
  const ageing = ["daysSinceOrder"];

  it.each<[string, number, string, string]>([
    ["atLeast", 28, "2018-02-02", "2018-02-02"],
    ["moreThan", 28, "2018-02-02", "2018-02-03"],
    ["atLeast", 29, "2018-02-01", "2018-02-01"],
    ["moreThan", 30, "2018-02-01", "2018-02-01"],
    ["atLeast", 30, "2018-02-01", "never"],
    ["equals", 30, "2018-02-01", "2018-02-01"],
    ["atLeast", 31, "never", "never"],
    ["equals", 31, "never", "never"],
    ["atLeast", 28.5, "2018-02-02", "2018-02-02"],
  ])("%s 30, from %d on: %s", (word, daysSinceOrder, found, walked) => {
    const written = { field: "daysSinceOrder", [word]: 30 };
    expect(changes(written, { daysSinceOrder }, { asOf, ageing })).toEqual([found, walked]);
    expect(changes(written, { daysSinceOrder }, { asOf })).toEqual(["never", "never"]);
  });

  it("beside another field", () => {
    const written = { field: "daysSinceOrder", atLeast: { field: "daysSinceVisit" } };
    const facts = { daysSinceOrder: 1, daysSinceVisit: 4 };
    const found = (...names: readonly string[]): unknown => {
      return changes(written, facts, { asOf, ageing: names });
    };
    expect(found("daysSinceOrder")).toEqual(["2018-02-03", "2018-02-03"]);
    expect(found("daysSinceVisit")).toEqual(["never", "never"]);
    expect(found("daysSinceOrder", "daysSinceVisit")).toEqual(["never", "never"]);
    const other = { field: "daysSinceVisit", atLeast: { field: "daysSinceOrder" } };
    const grows = { asOf, ageing: ["daysSinceOrder"] };
    expect(changes(other, facts, grows)).toEqual(["2018-02-03", "2018-02-04"]);
    expect(changes(written, { daysSinceOrder: 1 }, grows)).toEqual(["never", "never"]);
  });

  it("an assumed count stands still", () => {
    const written = { field: "daysSinceOrder", atLeast: 30 };
    const assumed = { asOf, ageing, assume: { daysSinceOrder: 28 } };
    expect(changes(written, {}, assumed)).toEqual(["never", "never"]);
    const beside = { field: "daysSinceVisit", atLeast: { field: "daysSinceOrder" } };
    const both = { ...assumed, ageing: ["daysSinceOrder", "daysSinceVisit"] };
    expect(changes(beside, { daysSinceVisit: 27 }, both)).toEqual(["2018-02-01", "2018-02-01"]);
    const list = { field: "daysSinceOrder", isOneOf: [29] };
    expect(changes(list, {}, assumed)).toEqual(["never", "never"]);
  });

  it("in a list may change any day", () => {
    const written = { field: "daysSinceOrder", isOneOf: [10, 30] };
    const facts = { daysSinceOrder: 28 };
    expect(changes(written, facts, { asOf, ageing })).toEqual(["2018-02-01", "2018-02-02"]);
    expect(changes(written, facts, { asOf })).toEqual(["never", "never"]);
  });

  it("none, missing, or only asked whether it is there: never", () => {
    const written = { field: "daysSinceOrder", atLeast: 30 };
    expect(changes(written, { daysSinceOrder: NONE }, { asOf, ageing })[0]).toBe("never");
    expect(changes(written, {}, { asOf, ageing })[0]).toBe("never");
    const missing = { field: "daysSinceOrder", isMissing: true };
    expect(changes(missing, { daysSinceOrder: 1 }, { asOf, ageing })[0]).toBe("never");
    const cut = { field: "daysSinceOrder", atLeast: { cut: "topHeadcount" } };
    expect(changes(cut, { daysSinceOrder: 1 }, { asOf, ageing })[0]).toBe("never");
    const fitted = { asOf, ageing, cuts: { topHeadcount: 3 } };
    expect(changes(cut, { daysSinceOrder: 1 }, fitted)[0]).toBe("2018-02-02");
  });

  it("in a group is the earliest of its parts", () => {
    const days = { field: "daysSinceOrder", atLeast: 30 };
    const date = { field: "lastOrderDate", after: { asOfMinus: { days: 30 } } };
    const facts = { daysSinceOrder: 20, lastOrderDate: "2018-01-03" };
    const group = { any: [days, { not: { all: [date, { field: "city", equals: "x" }] } }] };
    expect(changes(group, facts, { asOf, ageing })[0]).toBe("2018-02-02");
  });
});

describe("firstDayWhen", () => {
  it("finds the first day on which the test holds", () => {
    for (const first of [101, 102, 103, 1000, LAST_EPOCH_DAY]) {
      expect(firstDayWhen(100, (day) => day >= first)).toBe(first);
    }
  });

  it("is never for a test that holds already, or not within the known years", () => {
    const never = Number.POSITIVE_INFINITY;
    expect(firstDayWhen(100, () => true)).toBe(never);
    expect(firstDayWhen(100, (day) => day >= 100)).toBe(never);
    expect(firstDayWhen(100, () => false)).toBe(never);
    expect(firstDayWhen(100, (day) => day > LAST_EPOCH_DAY)).toBe(never);
    expect(firstDayWhen(LAST_EPOCH_DAY, () => false)).toBe(never);
  });

  it("asks some twenty times, not once a day", () => {
    let asked = 0;
    firstDayWhen(0, (day) => {
      asked += 1;
      return day > 50_000;
    });
    expect(asked).toBeLessThan(22);
  });
});
