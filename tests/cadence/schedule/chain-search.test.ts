import { describe, expect, it } from "vitest";
import type { ScheduleDuty, ScheduleRules } from "../../../src/cadence/index.js";
import { Board } from "../../../src/cadence/schedule/board.js";
import { ChainSearch } from "../../../src/cadence/schedule/chain-search.js";
import { findRoom } from "../../../src/cadence/schedule/find-room.js";
import { readProblem } from "../../../src/cadence/schedule/problem.js";
import { anna, visit, window } from "./ask-schedule.js";
import { calendar, rules } from "./random-problems.js";

/** A board where all duties but the last have found room. */
function boardOf(duties: readonly ScheduleDuty[], more: Partial<ScheduleRules> = {}): Board {
  const people = [
    { ...anna, weeklyCapacityMinutes: 60 },
    { id: "eero", weeklyCapacityMinutes: 60 },
  ];
  const context = { asOf: "2018-04-09", until: "2018-07-01", calendar } as const;
  const problem = readProblem(duties, people, { ...context, rules: { ...rules, ...more } });
  const board = new Board(problem);
  for (let duty = 0; duty < duties.length - 1; duty++) expect(findRoom(board, duty)).toBe(true);
  return board;
}

const both = { eligible: ["anna", "eero"] };
const two = window("2018-04-09", "2018-04-11", "2018-04-20");

/** What comes of making room for the last duty with so much work allowed. */
function makeRoom(board: Board, work: number, isExact = true): string {
  const search = new ChainSearch(board);
  search.work = work;
  const last = board.problem.duties.length - 1;
  const outcome = search.makeRoom(last, isExact);
  expect(board.slotOf[last]! >= 0).toBe(outcome !== "none");
  return outcome;
}

describe("how much work a search may take", () => {
  const pair = [visit("a", { window: two }), visit("b")];
  const shared = [visit("a", both), visit("b")];

  it("a chain that costs nothing is the best there can be", () => {
    expect(makeRoom(boardOf(pair), 100)).toBe("best");
  });

  it("a chain that costs an owner is the best where nothing cheaper was found", () => {
    expect(makeRoom(boardOf(shared), 100)).toBe("best");
  });

  it("without work left the first chain is taken, whatever it costs", () => {
    expect(makeRoom(boardOf(pair), 0)).toBe("first");
    expect(makeRoom(boardOf(shared), 0)).toBe("first");
  });

  it("where the work runs out on the way, the first chain is taken that costs at most an owner", () => {
    // The search for a free chain looks at two moves; one more is too few for the cheapest.
    expect(makeRoom(boardOf(shared), 3)).toBe("first");
  });

  it("where nothing is exact the first chain has to do", () => {
    expect(makeRoom(boardOf(shared), 100, false)).toBe("first");
    expect(makeRoom(boardOf([visit("a"), visit("b")]), 100, false)).toBe("none");
  });

  it("without work left no chain is sought where contacts keep a distance", () => {
    expect(makeRoom(boardOf(pair, { minimumGapDays: 1 }), 0, false)).toBe("none");
    const apart = [visit("a", { window: two, accountId: "Z" }), visit("b")];
    expect(makeRoom(boardOf(apart, { minimumGapDays: 1 }), 100, false)).toBe("best");
  });
});
