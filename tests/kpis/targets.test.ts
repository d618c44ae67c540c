import { describe, expect, it } from "vitest";
import { type CustomerBase, money } from "../../src/facts/index.js";
import {
  againstTargets,
  type BoardContext,
  compileKpis,
  computeBoard,
  type KpiTarget,
  type QualityTarget,
  type QuantityTarget,
} from "../../src/kpis/index.js";
import { orThrow } from "../../src/shapes/index.js";

const starts = ["2017-03-01", "2017-11-01", "2018-01-10", "2018-05-01", "2018-06-01", "2018-08-01"];
const base: CustomerBase = {
  accounts: starts.map((start, id) => ({
    id,
    region: id % 2 === 0 ? "north" : "south",
    relationshipStart: start as "2018-01-10",
  })),
  coverage: { orders: "complete" },
  orders: [
    { id: 1, accountId: 0, orderedOn: "2018-02-01", value: money("300", "EUR") },
    { id: 2, accountId: 2, orderedOn: "2018-03-01", value: money("200", "EUR") },
  ],
};
const boardOf = (context: Partial<BoardContext> = {}, version = "1") => {
  const definitions = {
    gained: { figure: "newCustomers", version },
    lost: { figure: "lostCustomers", version },
    sales: { figure: "sales", version, with: { of: "orderValue" } },
    average: { figure: "averageOrderValue", version },
    kept: { figure: "retention", version, with: { base: "opening" } },
  } as const;
  const asked = { asOf: "2018-12-31", period: { calendar: "year" }, ...context } as const;
  return computeBoard(base, orThrow(compileKpis(definitions, { currency: "EUR" })), asked);
};
const goal: QuantityTarget = {
  ...{ kind: "quantity", kpi: "gained", version: "1", period: "2018" },
  ...{ bound: "atLeast", value: 4 },
};
const steady = { steadyWithin: 0 };
const statusOf = (change: Partial<QuantityTarget> = {}, board = boardOf()) =>
  orThrow(againstTargets(board, [{ ...goal, ...change }], steady))[0]!;
const faults = (targets: readonly object[], board = boardOf()) =>
  againstTargets(board, targets as readonly KpiTarget[], steady).findings.map(
    ({ code, path }) => `${code} ${path}`,
  );

describe("targets", () => {
  it("KPI-15 for a year, a half and a quarter (S1 §2.28)", () => {
    expect(statusOf()).toMatchObject({ status: "reached", margin: 0, attainment: 1 });
    const half = boardOf({ period: { calendar: "half" }, periodsBefore: 1 });
    expect(statusOf({ period: "2018-H1", value: 3 }, half)).toMatchObject({ status: "reached" });
    expect(statusOf({ period: "2018-H2", value: 3 }, half)).toMatchObject({
      status: "notReached",
      margin: -2,
    });
    const quarter = boardOf({ period: { calendar: "quarter" }, periodsBefore: 3 });
    expect(statusOf({ period: "2018-Q2", value: 2 }, quarter).status).toBe("reached");
    expect(statusOf({ period: "2018-Q4", value: 1 }, quarter)).toMatchObject({
      status: "notReached",
      attainment: 0,
    });
  });

  it("KPI-15 equal to the target is reached, from below and from above", () => {
    expect(statusOf({ value: 4 }).status).toBe("reached");
    expect(statusOf({ value: 5 })).toMatchObject({
      status: "notReached",
      margin: -1,
      attainment: 0.8,
    });
    expect(statusOf({ bound: "atMost", value: 4 })).toMatchObject({ status: "reached", margin: 0 });
    expect(statusOf({ bound: "atMost", value: 3 })).toMatchObject({
      status: "notReached",
      margin: -1,
    });
    // Not to exceed something is not attained by parts, nor is a target of nothing.
    expect(statusOf({ bound: "atMost", value: 4 })).not.toHaveProperty("attainment");
    expect(statusOf({ value: 0 })).not.toHaveProperty("attainment");
    expect(Object.is(statusOf({ bound: "atMost", value: 4 }).margin, 0)).toBe(true);
  });

  it("KPI-15 a target in words is what somebody judged it to be, or undecided (S1 §2.29)", () => {
    const words: QualityTarget = { kind: "quality", period: "2018", statement: "a pilot is run" };
    const judged = { ...words, judged: { value: "partlyReached" } } as const;
    const [open, partly] = orThrow(againstTargets(boardOf(), [words, judged], steady));
    expect(open).toEqual({ target: words, status: "undecided" });
    expect(partly).toEqual({ target: judged, status: "partlyReached" });
  });

  it("KPI-15 a figure without a value decides nothing", () => {
    const lonely = computeBoard(
      { accounts: [], coverage: {} },
      orThrow(compileKpis({ gained: { figure: "newCustomers", version: "1" } })),
      { asOf: "2018-12-31", period: { calendar: "year" } },
    );
    const status = statusOf({}, lonely);
    expect(status.status).toBe("undecided");
    expect(status.figure?.undefinedBecause).toBe("nothingToMeasure");
    expect(status).not.toHaveProperty("margin");
  });

  it("KPI-15 with the trend against the period before, and whether the period goes on", () => {
    const board = boardOf({ asOf: "2018-06-30", periodsBefore: 1 });
    expect(statusOf({}, board)).toMatchObject({ trend: "rising", running: true, attainment: 0.75 });
    expect(statusOf({ period: "2017" }, board)).toMatchObject({ trend: "unknown", running: false });
    const half = boardOf({ period: { calendar: "half" }, periodsBefore: 2 });
    // One, one, three, one: of the first half of 2018 the trend is up, of the second down.
    expect(statusOf({ period: "2018-H1" }, half).trend).toBe("rising");
    expect(statusOf({ period: "2018-H2" }, half).trend).toBe("falling");
    const wide = { steadyWithin: 1 };
    expect(orThrow(againstTargets(board, [goal], wide))[0]!.trend).toBe("steady");
  });

  it("KPI-15 for a cut as for the whole", () => {
    const board = boardOf({ cutBy: ["region"] });
    const north = { cut: { by: "region", label: "north" } };
    expect(statusOf({ ...north, value: 2 }, board).figure?.value).toBe(2);
    expect(faults([{ ...goal, cut: { by: "region", label: "east" } }], board)).toEqual([
      "unknown-period targets[0].period",
    ]);
  });

  it("KPI-15 a target of money is written as money, and a bare number against money is none", () => {
    const sales = { kpi: "sales" } as const;
    const euros = (amount: string) => statusOf({ ...sales, value: { amount, currency: "EUR" } });
    expect(euros("500.00")).toMatchObject({ status: "reached", margin: 0, attainment: 1 });
    expect(euros("500.01")).toMatchObject({ status: "notReached", margin: -1 });
    expect(euros("400")).toMatchObject({ margin: 10_000, attainment: 1.25 });
    const crowns = { amount: "1", currency: "SEK" };
    expect(
      faults([
        { ...goal, ...sales, value: 50_000 },
        { ...goal, ...sales, value: crowns },
        { ...goal, ...sales, value: { amount: "1.001", currency: "EUR" } },
        { ...goal, ...sales, value: { amount: 1, currency: "EUR" } },
        { ...goal, ...sales, value: null },
        { ...goal, value: crowns },
      ]),
    ).toEqual([
      "wrong-type targets[0].value",
      "other-currency targets[1].value",
      "too-many-decimals targets[2].value.amount",
      "wrong-type targets[3].value",
      "wrong-type targets[4].value",
      "wrong-type targets[5].value",
    ]);
  });

  it("KPI-15 a target set for another version is refused, and every other fault is told at once", () => {
    expect(faults([goal], boardOf({}, "2"))).toEqual([
      "other-definition-version targets[0].version",
    ]);
    const { findings } = againstTargets(boardOf(), [{ ...goal, kpi: "gaind" }], steady);
    expect(findings[0]).toMatchObject({ code: "unknown-kpi", suggestion: "gained" });
    expect(
      faults([
        { ...goal, kpi: "nothing" },
        { ...goal, period: "2016" },
        { ...goal, bound: "atleast" },
        { ...goal, value: Number.NaN },
        { ...goal, value: "4" },
        { ...goal, kind: "quantiti" },
        { kind: "quality", period: "2018", statement: "", judged: { value: "done" } },
      ]),
    ).toEqual([
      "unknown-kpi targets[0].kpi",
      "unknown-period targets[1].period",
      "unknown-value targets[2].bound",
      "wrong-type targets[3].value",
      "wrong-type targets[4].value",
      "unknown-value targets[5].kind",
      "unknown-value targets[6].judged.value",
    ]);
  });
});
