import { describe, expect, it } from "vitest";
import type { CustomerBase } from "../../src/facts/index.js";
import {
  type BoardSurroundings,
  checkMovementPlan,
  type MovementPlan,
  movementAgainstPlan,
} from "../../src/kpis/index.js";
import { movementMatrix } from "../../src/segments/index.js";
import { orThrow } from "../../src/shapes/index.js";
import { figureOn, leftOut, rowsOf, year2018 } from "./ask-kpis.js";

const plan: MovementPlan = {
  gain: { count: 20, into: "C" },
  moves: [
    { from: "C", to: "B", count: 10, ofGained: true },
    { from: "B", to: "A", count: 20 },
  ],
  hold: { A: 50 },
};
const codes = (written: MovementPlan) =>
  checkMovementPlan(written).findings.map(({ code, path }) => `${code} ${path}`);

describe("a plan of movement", () => {
  it("KPI-11 20 new, 10 of them to B, 20 from B to A drains B by ten a year (S4 §9.4)", () => {
    const result = checkMovementPlan(plan);
    expect(result.ok && result.value.net).toEqual({ A: 20, B: -10, C: 10 });
    expect(result.findings).toHaveLength(1);
    expect(result.findings[0]).toMatchObject({ code: "class-drained", severity: "warning" });
    // Ten in and ten out is no drain, nine in and ten out is one.
    const moves = (into: number): MovementPlan => ({
      gain: { count: 20, into: "C" },
      moves: [
        { from: "C", to: "B", count: into, ofGained: true },
        { from: "B", to: "A", count: 10 },
      ],
    });
    expect(codes(moves(10))).toEqual([]);
    expect(codes(moves(9))).toEqual(["class-drained moves"]);
  });

  it("KPI-11 to hold 50 A at the end, 30 are needed at the start", () => {
    const result = checkMovementPlan(plan);
    expect(result.ok && result.value.neededAtStart).toEqual({ A: 30 });
    const none = checkMovementPlan({ ...plan, hold: { A: 15, Z: 3 } });
    expect(none.ok && none.value.neededAtStart).toEqual({ A: 0, Z: 3 });
  });

  it("KPI-11 half of the gained move on; of none gained there is no share", () => {
    const result = checkMovementPlan(plan);
    expect(result.ok && result.value.gainedMovedOn).toBe(0.5);
    const none = checkMovementPlan({ gain: { count: 0, into: "C" }, moves: [] });
    expect(none.ok && none.value).toEqual({ total: 0, net: { C: 0 }, neededAtStart: {} });
  });

  it("KPI-11 no more of the gained can move on than are gained", () => {
    const move = { from: "C", to: "B", count: 10, ofGained: true } as const;
    const gain = { count: 20, into: "C" };
    expect(codes({ gain, moves: [move, move] })).toEqual([]);
    expect(codes({ gain, moves: [move, { ...move, count: 11 }] })).toContain(
      "more-than-gained moves",
    );
  });

  it("KPI-11 faults are told all at once", () => {
    const gain = { count: 0.5, into: "C" };
    const moves = [{ from: "B", to: "B", count: 1.5 }];
    expect(codes({ gain, moves, hold: { A: Number.NaN } })).toEqual([
      "not-whole gain.count",
      "not-whole moves[0].count",
      "same-class moves[0].to",
      "not-whole hold.A",
    ]);
  });
});

describe("movement against the plan", () => {
  const dictionary = ["A", "B", "C", "undecided"];
  /** Accounts by class before and after; `-` is not there. */
  const movementOf = (pairs: Readonly<Record<string, number>>) => {
    const accounts = Object.entries(pairs).flatMap(([pair, many]) =>
      Array.from({ length: many }, (_, at) => ({
        id: `${pair}${at}`,
        was: pair[0]!,
        is: pair[1]!,
      })),
    );
    const column = (asOf: "2018-01-01" | "2019-01-01", side: "was" | "is") => {
      const here = accounts.filter((each) => each[side] !== "-");
      const data = here.map((each) => dictionary.findIndex((label) => label[0] === each[side]));
      return { asOf, accountIds: here.map(({ id }) => id), data, dictionary };
    };
    return orThrow(
      movementMatrix(column("2018-01-01", "was"), column("2019-01-01", "is"), {
        labels: ["A", "B", "C"],
        order: "bestFirst",
      }),
    );
  };

  it("KPI-11 15 of 20 new customers are 75 %, and every goal has its own figure (S4 §9.4)", () => {
    // 15 came, 8 of them stand in B; 12 rose from B to A, 3 from C to B; 30 were A, 28 still are.
    const movement = movementOf({ "-C": 7, "-B": 8, BA: 12, CB: 3, AA: 28, AB: 2 });
    const progress = orThrow(movementAgainstPlan(movement, plan));
    expect(progress.gained).toMatchObject({ value: 0.75, numerator: 15, denominator: 20 });
    expect(progress.moves.map(({ figure }) => figure.value)).toEqual([0.8, 0.6]);
    expect(progress.moves.map(({ ofGained }) => ofGained)).toEqual([true, undefined]);
    expect(progress.held["A"]).toMatchObject({ value: 0.8, numerator: 40, denominator: 50 });
    expect(progress.gained.excluded).toEqual([]);
    const findings = movementAgainstPlan(movement, plan).findings;
    expect(findings.map(({ code }) => code)).toEqual(["class-drained"]);
  });

  it("KPI-11 the old customers who move do not count for the gained, and the other way round", () => {
    const progress = orThrow(movementAgainstPlan(movementOf({ "-A": 5, CB: 10 }), plan));
    expect(progress.moves.map(({ figure }) => figure.numerator)).toEqual([0, 0]);
    expect(progress.gained.numerator).toBe(5);
  });

  it("KPI-11 whose class nobody knows may have moved: left out and told", () => {
    const movement = movementOf({ "-u": 1, Bu: 2, uA: 3, uu: 4, Cu: 5, BA: 6 });
    const { gained, moves, held } = orThrow(movementAgainstPlan(movement, plan));
    expect(gained).toMatchObject({ numerator: 1, excluded: [] });
    expect(leftOut(moves[0]!.figure)).toEqual({ undecided: 1 });
    // From B to nobody knows, from nobody knows to A, and unknown on both days.
    expect(moves[1]!.figure.numerator).toBe(6);
    expect(leftOut(moves[1]!.figure)).toEqual({ undecided: 2 + 3 + 4 });
    expect(held["A"]!.numerator).toBe(9);
    expect(leftOut(held["A"]!)).toEqual({ undecided: 1 + 2 + 4 + 5 });
  });

  it("KPI-11 a goal of none is attained by nothing, and classes that are not there are told", () => {
    const movement = movementOf({ BA: 1 });
    const none = { gain: { count: 0, into: "C" }, moves: [{ from: "B", to: "A", count: 0 }] };
    const { gained, moves, held } = orThrow(movementAgainstPlan(movement, none));
    expect(gained.undefinedBecause).toBe("nothingToMeasure");
    expect(moves[0]!.figure.undefinedBecause).toBe("nothingToMeasure");
    expect(held).toEqual({});
    const strange: MovementPlan = {
      gain: { count: 1, into: "undecided" },
      moves: [{ from: "BB", to: "D", count: 1 }],
      hold: { absent: 1 },
    };
    const refused = movementAgainstPlan(movement, strange);
    expect(refused.ok).toBe(false);
    const labels = refused.findings.filter(({ code }) => code === "unknown-label");
    expect(labels.map(({ path }) => path)).toEqual([
      "gain.into",
      "moves[0].from",
      "moves[0].to",
      "hold.absent",
    ]);
    expect(movementAgainstPlan(movement, { ...plan, gain: { count: -1, into: "C" } }).ok).toBe(
      false,
    );
  });
});

describe("movement on a board", () => {
  const owned = { role: "responsible", naming: "named" } as const;
  const base: CustomerBase & BoardSurroundings = {
    accounts: [1, 2, 3, 4, 5, 6].map((id) => ({ id })),
    coverage: { ownerships: "complete" },
    ownerships: [
      { accountId: 1, personId: "Aino", ...owned },
      { accountId: 2, personId: "Aino", ...owned },
      { accountId: 3, personId: "Eero", ...owned },
      { accountId: 4, personId: "Eero", ...owned },
    ],
    labels: {
      before: ["B", "C", "A", "B", undefined, "B"],
      now: ["A", "A", "B", "B", "A", "Z"],
    },
  };
  const method = { before: "before", now: "now", order: ["C", "B", "A"] };
  const asked = (moved: "up" | "down" | "either") =>
    figureOn(base, "movement", { ...method, moved });

  it("KPI-11 counts those that rose, fell or did either, and says which way each went", () => {
    expect(asked("up")).toMatchObject({ value: 2, denominator: 4 });
    expect(asked("down").value).toBe(1);
    expect(asked("either").value).toBe(3);
    expect(asked("up").parts).toEqual([
      { key: "A→B", amount: 1 },
      { key: "B→A", amount: 1 },
      { key: "C→A", amount: 1 },
    ]);
    expect(leftOut(asked("up"))).toEqual({ classUnknown: 1, unlabelled: 1 });
    const now = { ...base, labels: { before: ["Z"], now: ["A"] }, accounts: [{ id: 1 }] };
    expect(leftOut(figureOn(now, "movement", { ...method, moved: "up" }))).toEqual({
      classUnknown: 1,
    });
  });

  it("KPI-11 promotions per seller are the same figure, cut by owner", () => {
    const rows = rowsOf(
      base,
      "movement",
      { ...method, moved: "up" },
      { ...year2018, cutBy: ["owner"] },
    );
    const bySeller = rows.map(({ cut, figure }) => [cut?.label, figure.value, figure.denominator]);
    expect(bySeller).toEqual([
      [undefined, 2, 4],
      ["Aino", 2, 2],
      ["Eero", 0, 2],
      ["none", 0, 0],
    ]);
  });

  it("KPI-11 without one of the columns nothing is known", () => {
    const { labels, ...without } = base;
    for (const known of [{ before: labels!["before"]! }, { now: labels!["now"]! }]) {
      const figure = figureOn({ ...without, labels: known }, "movement", {
        ...method,
        moved: "either",
      });
      expect(figure.undefinedBecause).toBe("notSupplied");
    }
  });
});
