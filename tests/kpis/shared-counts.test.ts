import { describe, expect, it } from "vitest";
import { type Activity, type CustomerBase, money } from "../../src/facts/index.js";
import {
  compileKpis,
  computeBoard,
  finishBoard,
  partialBoard,
  streamBoard,
} from "../../src/kpis/index.js";
import { orThrow } from "../../src/shapes/index.js";
import { year2018 } from "./ask-kpis.js";

const held: Activity = { id: 1, accountId: 1, kind: "visit", status: "held", heldOn: "2018-05-01" };
const orderedOn = "2018-06-01";
const base: CustomerBase = {
  accounts: [{ id: 1 }, { id: 2 }],
  coverage: { activities: "complete", orders: "complete" },
  activities: [
    held,
    { ...held, id: 2, kind: "call" },
    { ...held, id: 3, kind: "call" },
    { ...held, id: 4, accountId: 2, kind: "call" },
  ],
  orders: [
    { id: 1, accountId: 1, orderedOn, value: money("30", "EUR") },
    { id: 2, accountId: 2, orderedOn, value: money("10", "EUR") },
  ],
};
const spread = { of: "orderValue", population: "all", negatives: "refuse" } as const;

function valuesOf(chapter: Parameters<typeof compileKpis>[0]): Record<string, unknown> {
  const compiled = orThrow(compileKpis(chapter, { currency: "EUR" }));
  const { rows } = computeBoard(base, compiled, year2018);
  return Object.fromEntries(rows.map(({ kpi, figure }) => [kpi, figure.value]));
}

describe("figures that read the same", () => {
  it("keep other kinds of visit apart, in whichever order they come", () => {
    const visits = (...kinds: string[]) => ({ figure: "visits", version: "1", with: { kinds } });
    const chapter = {
      visits: visits("visit"),
      calls: visits("call"),
      again: visits("visit"),
      both: visits("visit", "call"),
    };
    expect(valuesOf(chapter)).toEqual({ visits: 1, calls: 3, again: 1, both: 4 });
  });

  it("share one count where they add alike, and none where their conventions differ", () => {
    const buyers = { ...spread, population: "buyers" };
    const chapter = {
      gini: { figure: "gini", version: "1", with: spread },
      herfindahl: { figure: "herfindahl", version: "1", with: spread },
      revenue: { figure: "herfindahl", version: "1", with: { ...buyers, of: "orderMargin" } },
    };
    // Shares of 3/4 and 1/4: squares of 9/16 and 1/16 in ten thousandths; no order tells a margin.
    expect(valuesOf(chapter)).toEqual({ gini: 0.25, herfindahl: 6250, revenue: undefined });
  });

  it("leave the board as partials of their own, which a thread can be sent", () => {
    const chapter = {
      gini: { figure: "gini", version: "1", with: spread },
      herfindahl: { figure: "herfindahl", version: "1", with: spread },
      users: { figure: "activeUsers", version: "1" },
    } as const;
    const compiled = orThrow(compileKpis(chapter, { currency: "EUR" }));
    const people = [7, "7", 7].map((personId, at) => ({ ...held, id: at + 1, personId }));
    const partial = partialBoard({ ...base, activities: people }, compiled, year2018);
    const [gini, herfindahl, users] = partial.cells.get("")!.get("")!;
    expect(gini).toEqual(herfindahl);
    expect(gini!.histograms.get("amounts")).not.toBe(herfindahl!.histograms.get("amounts"));
    expect([...users!.keys.get("people")!]).toEqual(["7", '"7']);
    expect(users!.counts).toEqual(new Map([["measured", 2]]));
    const sent = finishBoard(structuredClone(partial), compiled);
    expect(sent).toEqual(finishBoard(partial, compiled));
  });
});

describe("a stream of accounts", () => {
  it("asks anew what is known of an account that says otherwise than the one before", () => {
    const chapter = { users: { figure: "activeUsers", version: "1" } } as const;
    const compiled = orThrow(compileKpis(chapter));
    const labels = {};
    const activities = [{ ...held, personId: 7 }];
    const known = { account: { id: 1 }, coverage: { activities: "complete" }, activities } as const;
    const unknown = { account: { id: 2 }, coverage: {} };
    const stream = [known, unknown, known].map((records) => ({ records, labels }));
    const [row] = streamBoard(stream, compiled, year2018).rows;
    expect(row!.figure).toMatchObject({
      undefinedBecause: "notSupplied",
      excluded: [{ reason: "notSupplied", count: 1 }],
    });
  });

  it("takes nothing of an account before, whether that has more records, none, or the same twice", () => {
    const chapter = {
      visits: { figure: "visits", version: "1", with: { kinds: ["visit"] } },
      minutes: { figure: "productivity", version: "1", with: { of: "orderValue" } },
    } as const;
    const compiled = orThrow(compileKpis(chapter, { currency: "EUR" }));
    const visit = { ...held, durationMinutes: 30 };
    const visits = (...ids: number[]) => ids.map((id) => ({ ...visit, id }));
    const coverage = { activities: "complete", orders: "complete" } as const;
    const lists = [visits(1, 2, 3), [], visits(4), visits(6, 5, 6, 6, 5), visits(8, 7)];
    const stream = lists.map((activities, id) => {
      return { records: { account: { id }, coverage, activities, orders: [] }, labels: {} };
    });
    const figures = streamBoard(stream, compiled, year2018).rows.map(({ figure }) => figure);
    // 3 + 0 + 1 + 2 + 2, of half an hour each; 6 came three times, 5 twice.
    const excluded = [{ reason: "duplicate", count: 3 }];
    expect(figures).toMatchObject([
      { value: 8, excluded },
      { denominator: 240, excluded },
    ]);
  });
});
