import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FieldKind } from "../../src/facts/index.js";
import {
  type Cell,
  type CompiledCondition,
  decideByRules,
  evaluate,
  type IdleComparison,
  MET,
  NOT_MET,
  type Possibility,
  proveRules,
  proveSame,
  type Row,
  type RuleSet,
  type Slot,
  type Witness,
} from "../../src/rules/index.js";
import { toEpochDay } from "../../src/time/index.js";
import { gridProof, rowsOf } from "../reference/grid-proof.js";
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
/** The same where heads are counted. */
const countsOf = ({ name }: Slot): readonly Cell[] =>
  name === "headcount" ? [undefined, 0, 1, 2, 3, 4] : GRID[name]!;
const isPossible = ({ kind }: Possibility): boolean => kind === "possible";

describe("laws of proofs", () => {
  it("proofs-1: a proof agrees with trying every combination of all values that matter", () => {
    fc.assert(
      fc.property(posed, fc.boolean(), (given, isCounted) => {
        const { set, scope } = posedSet(given);
        const grid = gridProof(set, scope.slots, isCounted ? countsOf : valuesOf);
        const proof = prove({ ...given, counts: isCounted ? ["headcount"] : [] });
        expect(isPossible(proof.gap)).toBe(grid.hasGap);
        expect(proof.rules.map((each) => isPossible(each.canBeMet))).toEqual(grid.canBeMet);
        expect(proof.rules.map((each) => isPossible(each.canDecide))).toEqual(grid.canDecide);
        if (given.hitPolicy !== "unique") return;
        const later = new Set(proof.overlaps.map(({ rules }) => rules[1]));
        const found = set.rules.map((rule) => later.has(rule.path));
        expect(found).toEqual(grid.overlaps);
      }),
      { numRuns: 150 },
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
          else expect(answer.kind).toBe(answers(long)[index]!.kind);
        }
      }),
    );
  });

  it("proofs-4: no field of any witness can be left out, of gaps, holes and overlaps neither", () => {
    fc.assert(
      fc.property(posed, (given) => {
        const { set, scope } = posedSet(given);
        const proof = prove(given);
        const isOut = (row: Row, index: number): boolean => {
          const truth = evaluate(set.rules[index]!.condition, row);
          return truth === NOT_MET || (truth !== MET && set.rules[index]!.unknownIsNotMet);
        };
        const isMet = (row: Row, index: number): boolean =>
          evaluate(set.rules[index]!.condition, row) === MET;
        const isMinimal = (witness: Witness, holds: (row: Row) => boolean): void => {
          expect(holds(rowOf(witness, scope.slots))).toBe(true);
          for (const field of Object.keys(witness)) {
            expect(holds(rowOf(witness, scope.slots, field))).toBe(false);
          }
        };
        const all = [...set.rules.keys()];
        if (proof.gap.kind === "possible") {
          expect(proof.holes[0]).toEqual(proof.gap.witness);
          isMinimal(proof.gap.witness, (row) => all.every((index) => isOut(row, index)));
        }
        for (const [index, { canDecide }] of proof.rules.entries()) {
          if (canDecide.kind !== "possible") continue;
          const before = given.hitPolicy === "first" ? all.slice(0, index) : [];
          isMinimal(canDecide.witness, (row) => {
            return isMet(row, index) && before.every((each) => isOut(row, each));
          });
        }
        for (const { rules, answer } of proof.overlaps) {
          const two = rules.map((path) => set.rules.findIndex((rule) => rule.path === path));
          if (answer.kind !== "possible") continue;
          isMinimal(answer.witness, (row) => two.every((index) => isMet(row, index)));
        }
      }),
    );
  });

  it("proofs-5: two rule sets are proved the same exactly where no row of the grid tells them apart", () => {
    fc.assert(
      fc.property(
        posed,
        fc.nat(4),
        fc.constantFrom(undefined, "a", "c"),
        (given, cut, otherwise) => {
          const { set, scope } = posedSet(given);
          const before = { ...set, rules: set.rules.slice(0, cut), otherwise };
          const after = { ...set, rules: set.rules.slice(cut), otherwise: "a" };
          const found = proveSame(before, after, CONTEXT);
          let isSame = true;
          for (const cells of rowsOf(scope.slots, valuesOf)) {
            const row = { ...BEARINGS, cells };
            const [one, other] = [givenBy(before, row), givenBy(after, row)];
            const isApart = one.every((each) => !other.includes(each));
            const isTold = (side: readonly string[], set_: RuleSet): boolean =>
              side.length === 1 || set_.hitPolicy === "collect";
            if (isApart && (isTold(one, before) || isTold(other, after))) isSame = false;
            if (set.hitPolicy === "collect") {
              const isOpen = [before, after].some((side) => {
                return decideByRules(side, row).kind === "undecided";
              });
              if (found.kind === "same" && !isOpen) expect(one).toEqual(other);
            }
          }
          if (set.hitPolicy !== "collect") expect(found.kind).toBe(isSame ? "same" : "differ");
          if (found.kind !== "differ") return;
          const row = rowOf(found.witness, scope.slots);
          expect(givenBy(before, row)).not.toEqual(givenBy(after, row));
        },
      ),
      { numRuns: 60 },
    );
  });

  it("proofs-6: without a comparison that is idle in its set no row of the grid comes out otherwise", () => {
    fc.assert(
      fc.property(posed, (given) => {
        const { set, scope } = posedSet({ ...given, hitPolicy: "first" });
        const proof = prove({ ...given, hitPolicy: "first" });
        for (const [index, { idleInSet }] of proof.rules.entries()) {
          const [first] = idleInSet;
          if (first === undefined) continue;
          const rule = set.rules[index]!;
          const condition = without(rule.condition, first);
          // Two comparisons that read alike may be told apart by their place alone.
          if (condition === undefined) continue;
          const rules = set.rules.map((each) => (each === rule ? { ...rule, condition } : each));
          for (const cells of rowsOf(scope.slots, valuesOf)) {
            const row = { ...BEARINGS, cells };
            expect(givenBy({ ...set, rules }, row)).toEqual(givenBy(set, row));
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

const BEARINGS = { asOf: 0, cuts: new Map<string, number>(), ageing: new Set<number>() };
const CONTEXT = {
  asOf: 0,
  cuts: new Map<string, number>(),
  currency: "EUR",
  canBeNone: () => false,
  mostSteps: 100_000,
};

/** A witness as a row, with one field left out. */
function rowOf(witness: Witness, slots: readonly Slot[], leftOut?: string): Row {
  const cells = slots.map(({ name, kind }): Cell => {
    if (name === leftOut || !Object.hasOwn(witness, name)) return undefined;
    const value = witness[name]!;
    return kind === "money" ? (value as { minor: number }).minor : (value as Cell);
  });
  return { ...BEARINGS, cells };
}

/** What the rules may give for a row, in order. */
function givenBy(set: RuleSet, row: Row): readonly string[] {
  const hits = decideByRules(set, row);
  if (hits.kind === "conflict") return ["(conflict)"];
  if (hits.kind === "undecided") return hits.candidates.map((each) => each ?? "(none)").sort();
  return hits.outcomes.length === 0 ? ["(none)"] : [...hits.outcomes].sort();
}

/** A condition without the one comparison that reads like this; `undefined` where several do. */
function without(
  condition: CompiledCondition,
  idle: IdleComparison,
): CompiledCondition | undefined {
  const reads = (each: CompiledCondition): boolean =>
    !("of" in each) &&
    each.slot.name === idle.field &&
    (each.kind === "missing"
      ? idle.comparison === "isMissing" && each.expected === idle.bound
      : each.kind === "bound" &&
        each.word === idle.comparison &&
        JSON.stringify("value" in each.operand && each.operand.value) ===
          JSON.stringify(idle.bound));
  let found = 0;
  const strip = (each: CompiledCondition): CompiledCondition | undefined => {
    if (reads(each)) {
      found += 1;
      return undefined;
    }
    if (!("of" in each)) return each;
    const of = each.of.map(strip).filter((part) => part !== undefined);
    return of.length === 0 ? undefined : { ...each, of };
  };
  const left = strip(condition);
  return found === 1 ? left : undefined;
}
