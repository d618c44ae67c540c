import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FieldKind } from "../../src/facts/index.js";
import {
  type Cell,
  evaluate,
  MET,
  type Possibility,
  proveRules,
  type Slot,
} from "../../src/rules/index.js";
import { toEpochDay } from "../../src/time/index.js";
import { gridProof } from "../reference/grid-proof.js";
import { type Posed, posedSet, prove } from "../rules/prove/pose.js";

const KINDS: Readonly<Record<string, FieldKind>> = {
  headcount: "number",
  revenue: "money",
  chain: "boolean",
  region: "text",
  potential: ["low", "high"],
};
const number = fc.nat(3);
const tests = fc.oneof(
  fc
    .tuple(fc.constantFrom("atLeast", "moreThan", "atMost", "lessThan", "equals"), number)
    .map(([word, bound]) => ({ field: "headcount", [word]: bound })),
  fc.tuple(fc.constantFrom("atLeast", "lessThan"), number).map(([word, bound]) => ({
    field: "revenue",
    [word]: { amount: `0.0${bound}`, currency: "EUR" },
  })),
  fc.boolean().map((equals) => ({ field: "chain", equals })),
  fc.constantFrom("no", "north").map((startsWith) => ({ field: "region", startsWith })),
  fc.constantFrom("no", "north").map((equals) => ({ field: "region", equals })),
  fc.constantFrom("low", "high").map((equals) => ({ field: "potential", equals })),
  fc.constantFrom("headcount", "chain").map((field) => ({ field, isMissing: true })),
);
const conditions = fc.letrec<{ condition: object }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    tests,
    fc.array(tie("condition"), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie("condition"), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    tie("condition").map((not) => ({ not })),
  ),
})).condition;
const posed: fc.Arbitrary<Posed> = fc
  .record({
    rules: fc.array(
      fc.tuple(fc.constantFrom("a", "b"), conditions, fc.constantFrom(undefined, "notMet")),
      { maxLength: 4 },
    ),
    hitPolicy: fc.constantFrom("first", "unique", "collect"),
  })
  .map((each) => ({ ...each, kinds: KINDS }) as unknown as Posed);

/** Every value that could matter to the tests above, listed by hand. */
const GRID: Readonly<Record<string, readonly Cell[]>> = {
  headcount: [undefined, -1, 0, 0.5, 1, 1.5, 2, 2.5, 3, 4],
  revenue: [undefined, -1, 0, 1, 2, 3, 4],
  chain: [undefined, true, false],
  region: [undefined, "x", "no", "nor", "north", "northern"],
  potential: [undefined, "low", "high"],
};
const valuesOf = ({ name }: Slot): readonly Cell[] => GRID[name]!;
const isPossible = ({ kind }: Possibility): boolean => kind === "possible";

describe("laws of proofs", () => {
  it("proofs-1: a proof agrees with trying every combination of all values that matter", () => {
    fc.assert(
      fc.property(posed, (given) => {
        const { set, scope } = posedSet(given);
        const grid = gridProof(set, scope.slots, valuesOf);
        const proof = prove(given);
        expect(isPossible(proof.gap)).toBe(grid.hasGap);
        expect(proof.rules.map((each) => isPossible(each.canBeMet))).toEqual(grid.canBeMet);
        expect(proof.rules.map((each) => isPossible(each.canDecide))).toEqual(grid.canDecide);
        if (given.hitPolicy !== "unique") return;
        const later = new Set(proof.overlaps.map(({ rules }) => rules[1]));
        const found = set.rules.map((rule) => later.has(rule.path));
        expect(found).toEqual(grid.overlaps);
      }),
      { numRuns: 300 },
    );
  });

  it("proofs-2: a witness is confirmed by the evaluator, and each of its fields is needed", () => {
    fc.assert(
      fc.property(posed, (given) => {
        const { set, scope } = posedSet(given);
        const proof = prove(given);
        for (const [index, { canBeMet }] of proof.rules.entries()) {
          if (canBeMet.kind !== "possible") continue;
          const { witness } = canBeMet;
          const meets = (without?: string): boolean => {
            const cells = scope.slots.map(({ name, kind }): Cell => {
              if (name === without || !Object.hasOwn(witness, name)) return undefined;
              const value = witness[name]!;
              return kind === "money" ? (value as { minor: number }).minor : (value as Cell);
            });
            const row = { cells, asOf: 0, cuts: new Map(), ageing: new Set<number>() };
            return evaluate(set.rules[index]!.condition, row) === MET;
          };
          expect(meets()).toBe(true);
          for (const field of Object.keys(witness)) expect(meets(field)).toBe(false);
        }
      }),
    );
  });

  it("proofs-3: fewer steps settle fewer questions, and never another answer", () => {
    fc.assert(
      fc.property(posed, fc.integer({ min: 1, max: 40 }), (given, mostSteps) => {
        const { set } = posedSet(given);
        const context = {
          asOf: toEpochDay("2018-03-28"),
          cuts: new Map<string, number>(),
          currency: "EUR",
          canBeNone: () => false,
        };
        const short = proveRules(set, { ...context, mostSteps });
        const long = proveRules(set, { ...context, mostSteps: 100_000 });
        const answers = ({ gap, rules }: typeof short): readonly Possibility[] => [
          gap,
          ...rules.flatMap((rule) => [rule.canBeMet, rule.canDecide]),
        ];
        for (const [index, answer] of answers(short).entries()) {
          if (answer.kind === "undecided") expect(answer.why).toBe("tooManySteps");
          else expect(answer).toEqual(answers(long)[index]);
        }
      }),
    );
  });
});
