import { describe, expect, it } from "vitest";
import { addDays } from "../../../src/time/index.js";
import { anna, eero, reasons, schedule, visit, window } from "./ask-schedule.js";
import { rules } from "./random-problems.js";

const numbered = (count: number, rest: Parameters<typeof visit>[1], name = "v") =>
  Array.from({ length: count }, (_, index) => visit(`${name}${index}`, rest));

describe("CAD-13 when it cannot be done, it says who, which weeks and how much is short", () => {
  it("CAD-13 exactly as much as there is can be done, one visit more is short of an hour", () => {
    expect(schedule(numbered(5, {})).feasibility.kind).toBe("feasible");
    const found = schedule(numbered(6, { cadence: "visits" }));
    expect(found.feasibility).toMatchObject({
      kind: "infeasible",
      fewestLeftOut: 1,
      gapMinutes: 0,
    });
    expect(found.overloads).toEqual([
      {
        kind: "interval",
        cells: [{ personId: "anna", weeks: ["2018-W15"] }],
        duties: 6,
        demandedMinutes: 360,
        availableMinutes: 300,
        usableMinutes: 300,
        shortMinutes: 60,
        byCadence: [{ cadence: "visits", duties: 6, minutes: 360 }],
      },
    ]);
  });

  it("CAD-13 names the fewest weeks that are overloaded, not all that are full", () => {
    const two = window("2018-04-09", "2018-04-11", "2018-04-20");
    const found = schedule([
      ...numbered(5, { window: two }, "two"),
      ...numbered(6, { significance: 2 }, "one"),
    ]);
    expect(found.overloads.map(({ cells, shortMinutes }) => [cells, shortMinutes])).toEqual([
      [[{ personId: "anna", weeks: ["2018-W15"] }], 60],
    ]);
    const over = schedule([
      ...numbered(8, { window: two }, "two"),
      ...numbered(4, { significance: 2 }, "one"),
    ]);
    expect(over.overloads.map(({ cells, shortMinutes }) => [cells, shortMinutes])).toEqual([
      [[{ personId: "anna", weeks: ["2018-W15", "2018-W16"] }], 120],
    ]);
  });

  it("CAD-13 a rest of a week in which no whole visit fits is available but not usable", () => {
    const found = schedule(numbered(5, {}), {}, [{ ...anna, weeklyCapacityMinutes: 299 }]);
    expect(found.overloads[0]).toMatchObject({
      ...{ demandedMinutes: 300, availableMinutes: 299, usableMinutes: 240, shortMinutes: 60 },
    });
  });

  it("CAD-13 several people who share visits are overloaded together", () => {
    const both = { eligible: ["anna", "eero"] };
    const found = schedule(
      [...numbered(6, both, "both"), ...numbered(5, { eligible: ["eero"] }, "eero")],
      {},
      [eero, anna],
    );
    expect(found.feasibility).toMatchObject({ kind: "infeasible", fewestLeftOut: 1 });
    expect(found.overloads).toMatchObject([
      {
        kind: "cut",
        cells: [
          { personId: "anna", weeks: ["2018-W15"] },
          { personId: "eero", weeks: ["2018-W15"] },
        ],
        ...{ duties: 11, demandedMinutes: 660, usableMinutes: 600, shortMinutes: 60 },
      },
    ]);
  });

  it("CAD-13 two people who share nothing are overloaded each alone, in the order of their ids", () => {
    const found = schedule(
      [...numbered(6, { eligible: ["eero"] }, "e"), ...numbered(7, {}, "a")],
      {},
      [eero, anna],
    );
    expect(
      found.overloads.map(({ cells, shortMinutes }) => [cells[0]?.personId, shortMinutes]),
    ).toEqual([
      ["anna", 120],
      ["eero", 60],
    ]);
    expect(found.feasibility.fewestLeftOut).toBe(3);
  });

  it("CAD-13 weeks that do not follow one another can be overloaded together", () => {
    // The account is closed in the week between.
    const closedDays = [16, 17, 18, 19, 20].map((day) => `2018-04-${day}` as "2018-04-16");
    const wide = window("2018-04-09", "2018-04-11", "2018-04-27");
    const found = schedule(numbered(11, { window: wide, closedDays }));
    expect(found.overloads).toMatchObject([
      { kind: "cut", cells: [{ personId: "anna", weeks: ["2018-W15", "2018-W17"] }] },
    ]);
  });

  it("CAD-13 visits that take unequally long: proven short, or undecided with a bound", () => {
    const sized = (minutes: readonly number[], rest = {}) =>
      minutes.map((effortMinutes, index) => visit(`v${index}`, { effortMinutes, ...rest }));
    const short = schedule(sized([200, 101]));
    expect(short.feasibility).toEqual({
      ...{ kind: "infeasible", placedMinutes: 200, atMostMinutes: 300, gapMinutes: 100 },
    });
    expect(short.overloads).toMatchObject([
      { kind: "interval", demandedMinutes: 301, usableMinutes: 300, shortMinutes: 1 },
    ]);
    // 3 × 200 minutes do not fit in two weeks of 300, though 600 do.
    const two = window("2018-04-09", "2018-04-11", "2018-04-20");
    const packing = schedule([
      ...sized([200, 200, 199], { window: two }),
      visit("x", { window: two, effortMinutes: 1 }),
    ]);
    expect(packing.feasibility).toEqual({
      ...{ kind: "undecided", placedMinutes: 401, atMostMinutes: 600, gapMinutes: 199 },
    });
    expect(packing.overloads).toEqual([]);
    expect(schedule(sized([200, 100])).feasibility.kind).toBe("feasible");
  });

  it("CAD-13 a longer visit makes room where a shorter one finds another week", () => {
    const two = window("2018-04-09", "2018-04-11", "2018-04-20");
    const found = schedule([
      visit("short", { window: two, effortMinutes: 90 }),
      visit("long", { effortMinutes: 240, significance: 2 }),
    ]);
    expect(found.feasibility.kind).toBe("feasible");
    expect(found.entries.map(({ id, week }) => [id, week])).toEqual([
      ["long", "2018-W15"],
      ["short", "2018-W16"],
    ]);
  });

  it("CAD-13 unequal visits that people share are short together, by a cut", () => {
    const both = { eligible: ["anna", "eero"] };
    const found = schedule(
      [200, 200, 150, 51].map((effortMinutes, index) => {
        return visit(`v${index}`, { ...both, effortMinutes });
      }),
      {},
      [anna, eero],
    );
    expect(found.overloads).toMatchObject([
      { kind: "cut", demandedMinutes: 601, usableMinutes: 600, shortMinutes: 1 },
    ]);
    expect(found.feasibility.fewestLeftOut).toBeUndefined();
  });

  it("CAD-13 what was left out before pushes nothing away where nothing is proven", () => {
    const five = [200, 101].map((effortMinutes, index) => visit(`v${index}`, { effortMinutes }));
    const first = schedule(five);
    expect(reasons(first)).toEqual({ v1: "noCapacity" });
    const grown = [{ ...anna, weeklyCapacityMinutes: 301 }];
    const second = schedule(five, { previous: first }, grown);
    expect(second.unplaced).toEqual([]);
    expect(second.changes).toEqual({ added: ["v1"], moved: [], removed: [] });
  });

  it("CAD-13 a crowd of unequal visits is scheduled again as it was", () => {
    let state = 7;
    const next = (below: number): number => {
      state = (state * 48_271) % 2_147_483_647;
      return state % below;
    };
    const people = [0, 1, 2].map((id) => ({ id, weeklyCapacityMinutes: 480 }));
    const crowd = Array.from({ length: 200 }, (_, index) => {
      const at = next(60);
      return visit(`v${index}`, {
        eligible: [index % 3, (index + 1) % 3],
        effortMinutes: 30 + 15 * next(9),
        significance: 1 + next(3),
        window: window(
          addDays("2018-04-09", at),
          addDays("2018-04-09", at + 4),
          addDays("2018-04-09", at + 4 + next(14)),
        ),
      });
    });
    const first = schedule(crowd, {}, people);
    expect(first.unplaced.length).toBeGreaterThan(10);
    const again = schedule(crowd, { previous: first }, people);
    expect(again.entries).toEqual(first.entries);
    expect(again.unplaced).toEqual(first.unplaced);
  });

  it("CAD-13 a distance to keep that a chain would break ends the chain", () => {
    const apart = { rules: { ...rules, minimumGapDays: 4 } };
    const crowded = numbered(8, {
      window: window("2018-04-09", "2018-04-11", "2018-04-20"),
      effortMinutes: 150,
    }).map((duty, index) => ({ ...duty, accountId: index % 3 }));
    const found = schedule(crowded, apart);
    expect(found.entries.length).toBe(4);
    expect(found.feasibility.kind).toBe("infeasible");
  });
});
