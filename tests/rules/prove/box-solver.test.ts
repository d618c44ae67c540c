import { describe, expect, it } from "vitest";
import { BoxSolver } from "../../../src/rules/prove/box-solver.js";
import {
  ALWAYS,
  both,
  either,
  type Formula,
  holding,
  type Literal,
  named,
  not,
} from "../../../src/rules/prove/formula.js";

const PLENTY = { steps: 1_000_000 };

/** Each pigeon in one hole, no two in the same: it cannot be when there is a hole too few. */
function pigeons(count: number, holes: number): BoxSolver {
  const solver = new BoxSolver(new Array(count).fill(holes));
  for (let one = 0; one < count; one++) {
    for (let other = 0; other < one; other++) {
      for (let hole = 0; hole < holes; hole++) {
        const isIn = (pigeon: number): Literal => holding(pigeon, holes, hole);
        solver.add(either(not(isIn(one)), not(isIn(other))));
      }
    }
  }
  return solver;
}

describe("BoxSolver", () => {
  it("finds places for as many pigeons as there are holes, each in its own", () => {
    const solver = pigeons(5, 5);
    expect(solver.solve([], { ...PLENTY })).toBe("exists");
    const places = [0, 1, 2, 3, 4].map((pigeon) => solver.allowed(pigeon));
    expect(new Set(places.map(([place]) => place)).size).toBe(5);
    expect(solver.first(0)).toBe(places[0]![0]);
  });

  it("refutes one pigeon too many, after restarts and with what it learned half forgotten", () => {
    expect(pigeons(4, 3).solve([], { ...PLENTY })).toBe("none");
    expect(pigeons(8, 7).solve([], { ...PLENTY })).toBe("none");
  });

  it("stops at the bound on steps, and may be asked again", () => {
    const solver = pigeons(8, 7);
    expect(solver.solve([], { steps: 20 })).toBe("tooManySteps");
    expect(solver.solve([], { ...PLENTY })).toBe("none");
    expect(solver.solve([], { ...PLENTY })).toBe("none");
  });

  it("answers under assumptions, and takes them back", () => {
    const solver = pigeons(2, 2);
    const [first, second] = [0, 1].map((pigeon) => holding(pigeon, 2, 0));
    expect(solver.solve([first!, second!], { ...PLENTY })).toBe("none");
    expect(solver.solve([first!], { ...PLENTY })).toBe("exists");
    expect(solver.allowed(1)).toEqual([1]);
    expect(solver.solve([second!], { ...PLENTY })).toBe("exists");
    expect(solver.allowed(0)).toEqual([1]);
  });

  it("writes out what is joined, named and turned, and knows what can never be", () => {
    const solver = new BoxSolver([3, 3, 3]);
    const is = (slot: number, at: number): Formula => holding(slot, 3, at);
    const shared = named(both(is(0, 1), is(1, 1)));
    solver.add(either(shared, is(2, 2)));
    solver.add(either(shared, is(2, 1)));
    solver.add(ALWAYS);
    solver.add({ kind: "open" });
    expect(solver.solve([], { ...PLENTY })).toBe("exists");
    expect([solver.allowed(0), solver.allowed(1)]).toEqual([[1], [1]]);
    solver.add(not(either(shared, both(is(0, 2), { kind: "open" }))));
    expect(solver.solve([], { ...PLENTY })).toBe("none");
    const never = new BoxSolver([2]);
    never.add(either());
    expect(never.solve([], { ...PLENTY })).toBe("none");
  });

  it("finds a value beyond the first thirty-two", () => {
    const solver = new BoxSolver([70]);
    solver.add(holding(0, 70, 69));
    expect(solver.solve([], { ...PLENTY })).toBe("exists");
    expect(solver.first(0)).toBe(69);
  });
});
