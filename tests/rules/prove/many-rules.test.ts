import { describe, expect, it } from "vitest";
import { type Posed, prove } from "./pose.js";

/** Numbers that are the same in every run (Lehmer 1951, as Park and Miller 1988 set it). */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

/** So many rules of two to five comparisons over thirty fields of four kinds. */
function manyRules(count: number, seed: number): Posed["rules"] {
  const below = numbersFrom(seed);
  const test = (index: number): object => {
    const field = `f${index}`;
    if (index % 4 === 0) return { field, equals: below(2) === 0 };
    if (index % 4 === 1) return { field, isOneOf: ["a", "b", "c", "d"].slice(0, 1 + below(3)) };
    const bound = below(1000);
    return below(2) === 0 ? { field, atLeast: bound } : { field, lessThan: bound };
  };
  return Array.from({ length: count }, () => {
    const fields = new Set(Array.from({ length: 2 + below(4) }, () => below(30)));
    return [`o${below(6)}`, { all: [...fields].map(test) }] as const;
  });
}

const KINDS = Object.fromEntries(
  Array.from({ length: 30 }, (_, index) => {
    const kind = index % 4 === 0 ? "boolean" : index % 4 === 1 ? ["a", "b", "c", "d"] : "number";
    return [`f${index}`, kind];
  }),
) as Posed["kinds"];

describe("RULE-08 many unlike rules", () => {
  it.each(["first", "unique", "collect"] as const)(
    "two hundred rules over thirty fields are settled within 30,000 steps, under %s",
    (hitPolicy) => {
      const posed = { kinds: KINDS, rules: manyRules(200, 7), hitPolicy, mostSteps: 30_000 };
      const { gap, rules, overlaps } = prove(posed);
      const answers = [
        gap,
        ...rules.flatMap(({ canBeMet, canDecide }) => [canBeMet, canDecide]),
        ...overlaps.map(({ answer }) => answer),
      ];
      expect(answers.filter(({ kind }) => kind === "undecided")).toEqual([]);
      expect(overlaps.length > 0).toBe(hitPolicy === "unique");
    },
  );

  it("does not ask of each comparison whether it matters where a rule has very many", () => {
    const of = Array.from({ length: 201 }, (_, index) => ({ field: "f2", atLeast: index }));
    const idle = (count: number): number =>
      prove({ kinds: KINDS, rules: [["x", { all: of.slice(0, count) }]] }).rules[0]!.idle.length;
    expect(idle(200)).toBe(199);
    expect(idle(201)).toBe(0);
  });
});
