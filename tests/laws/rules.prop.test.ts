import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Money } from "../../src/facts/index.js";
import {
  compileCondition,
  evaluate,
  explainRules,
  type HitPolicy,
  missingFacts,
  nearestMiss,
  nextChange,
  verdictOf,
} from "../../src/rules/index.js";
import {
  type ComparisonReason,
  nearestName,
  type Reason,
  type Verdict,
} from "../../src/shapes/index.js";
import { FIRST_EPOCH_DAY, LAST_EPOCH_DAY, toCivilDate, toEpochDay } from "../../src/time/index.js";
import { completions, type PlainAnswer, plainAnswer } from "../reference/completions.js";
import { rowLater } from "../reference/day-by-day.js";
import { slowVerdict, type World } from "../reference/slow-conditions.js";
import {
  ask,
  type Context,
  compiled,
  decide,
  explain,
  KINDS,
  NONE,
  PARAMETERS,
  rowOf,
  ruleSet,
  sampleScope,
} from "../rules/ask.js";

type Json = Readonly<Record<string, unknown>>;

const AS_OF = "2018-01-31";
const CITIES = ["Espoo", "Vantaa", "Es", ""];
const LEVELS = ["low", "medium", "high"];
const WORDS = ["training", "audit", "tax"];

/** Few values of each kind, so that equal ones meet often. */
const numbers = fc.constantFrom(-1, 0, 0.5, 1, 2, 1000);
const minors = fc.constantFrom(-100, 0, 1, 4_999_999, 5_000_000, 5_000_001);
const amounts = minors.map((minor) => {
  const digits = String(Math.abs(minor)).padStart(3, "0");
  const amount = `${minor < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
  return { amount, currency: "EUR" };
});
const dates = fc.constantFrom("2017-10-31", "2017-12-31", "2018-01-30", "2018-01-31", "2018-02-28");
const subsets = fc.subarray(WORDS);

const known: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  number: numbers,
  money: minors.map((minor) => ({ minor, currency: "EUR" })),
  date: dates,
  boolean: fc.boolean(),
  text: fc.constantFrom(...CITIES),
  category: fc.constantFrom(...LEVELS),
  set: subsets,
};
const unreadable = fc.constantFrom(
  undefined,
  null,
  "120k",
  { minor: 1, currency: "SEK" },
  [5],
  NONE,
);

function knownFact(name: string): fc.Arbitrary<unknown> {
  const kind = KINDS[name]!;
  return known[typeof kind === "string" ? kind : "category"]!;
}

const knownFacts: fc.Arbitrary<Json> = fc.record(
  Object.fromEntries(Object.keys(KINDS).map((name) => [name, knownFact(name)])),
);
/** Facts of which some are missing, of another kind, or known to be none. */
const facts: fc.Arbitrary<Json> = fc
  .tuple(knownFacts, fc.dictionary(fc.constantFrom(...Object.keys(KINDS)), unreadable))
  .map(([all, broken]) => ({ ...all, ...withoutReadableText(broken) }));

/** "120k" and null are facts of another kind for every field but a text. */
function withoutReadableText(broken: Json): Json {
  const texts = Object.keys(broken).filter((name) => KINDS[name] === "text");
  return { ...broken, ...Object.fromEntries(texts.map((name) => [name, undefined])) };
}

const durations = fc.oneof(
  fc.record({ months: fc.nat(4), days: fc.nat(40) }),
  fc.constant({ parameter: "quarterYear" }),
);
const relativeDates = fc.oneof(
  durations.map((asOfMinus) => ({ asOfMinus })),
  durations.map((asOfPlus) => ({ asOfPlus })),
);
const numberOperands = fc.oneof(
  numbers,
  fc.constantFrom({ parameter: "largeHeadcount" }, { field: "shopCount" }, { cut: "topHeadcount" }),
);
const moneyOperands = fc.oneof(
  amounts,
  fc.constantFrom(
    { parameter: "keyAccountRevenue" },
    { field: "contractValue" },
    { cut: "topRevenue" },
  ),
);
const dateOperands = fc.oneof(
  dates,
  fc.constantFrom({ parameter: "reformDate" }, { field: "relationshipStart" }),
  relativeDates,
);

function fieldTest(
  names: readonly string[],
  words: readonly string[],
  operands: fc.Arbitrary<unknown>,
): fc.Arbitrary<Json> {
  const asked = fc.dictionary(fc.constantFrom(...words), operands, { minKeys: 1, maxKeys: 2 });
  return fc.tuple(fc.constantFrom(...names), asked).map(([field, each]) => ({ field, ...each }));
}

const ORDERED = ["atLeast", "moreThan", "atMost", "lessThan", "equals"];
const counts = ["headcount", "shopCount"];
const sums = ["revenue", "contractValue"];
const days = ["lastOrderDate", "relationshipStart"];
const comparisons: fc.Arbitrary<Json> = fc.oneof(
  fieldTest(counts, ORDERED, numberOperands),
  fieldTest(counts, ["isOneOf"], fc.array(numbers, { maxLength: 3 })),
  fieldTest(sums, ORDERED, moneyOperands),
  fieldTest(days, ["onOrAfter", "after", "onOrBefore", "before", "equals"], dateOperands),
  fieldTest(
    ["isActive", "isMember"],
    ["equals"],
    fc.oneof(fc.boolean(), fc.constant({ parameter: "isPilot" })),
  ),
  fieldTest(
    ["city"],
    ["equals", "startsWith"],
    fc.oneof(fc.constantFrom(...CITIES), fc.constant({ parameter: "homeCity" })),
  ),
  fieldTest(
    ["city"],
    ["isOneOf", "isNoneOf"],
    fc.oneof(fc.subarray(CITIES), fc.constant({ parameter: "homeCities" })),
  ),
  fieldTest(
    ["potential"],
    ["equals"],
    fc.oneof(
      fc.constantFrom(...LEVELS),
      fc.constantFrom({ parameter: "topPotential" }, { field: "effort" }),
    ),
  ),
  fieldTest(["potential"], ["isOneOf", "isNoneOf"], fc.subarray(LEVELS)),
  fieldTest(["services"], ["includes"], fc.constantFrom(...WORDS)),
  fieldTest(
    ["services"],
    ["includesAnyOf", "includesAllOf"],
    fc.oneof(subsets, fc.constant({ parameter: "coreServices" })),
  ),
  fc.tuple(fc.constantFrom(...counts), numbers, numbers).map(([field, one, other]) => ({
    field,
    between: [Math.min(one, other), Math.max(one, other)],
  })),
);
const presence = fieldTest(Object.keys(KINDS), ["isMissing"], fc.boolean());

function nested(leaves: fc.Arbitrary<Json>): fc.Arbitrary<Json> {
  const { tree } = fc.letrec<{ tree: Json }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      leaves,
      fc.array(tie("tree"), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
      fc.array(tie("tree"), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
      tie("tree").map((not) => ({ not })),
    ),
  }));
  return tree;
}

const conditions = nested(fc.oneof({ weight: 9, arbitrary: comparisons }, presence));
/** Conditions that only ask what a fact is, never whether it is there. */
const plainConditions = nested(comparisons);

const cuts = fc.record(
  { topRevenue: fc.constant(5_000_000), topHeadcount: fc.constant(1) },
  { requiredKeys: [] },
);
const contexts: fc.Arbitrary<Context> = cuts.map((fitted) => ({ asOf: AS_OF, cuts: fitted }));

function worldOf(given: Json, context: Context): World {
  return {
    facts: given,
    kinds: KINDS,
    parameters: PARAMETERS,
    cuts: context.cuts ?? {},
    asOf: AS_OF,
  };
}

const RUNS = { numRuns: 500 };

describe("the laws of conditions", () => {
  it("rules-1: a verdict is what a slow reading of the written condition gives, one word after the other", () => {
    const seen = new Set<Verdict>();
    fc.assert(
      fc.property(conditions, facts, contexts, (written, given, context) => {
        const verdict = ask(written, given, context);
        expect(verdict).toBe(slowVerdict(written, worldOf(given, context)));
        seen.add(verdict);
      }),
      { numRuns: 2000 },
    );
    expect([...seen].toSorted()).toEqual(["met", "notMet", "unknown"]);
  });

  it("rules-2: the reasons of a condition come out as the condition does, and name a missing fact exactly when it is unknown", () => {
    fc.assert(
      fc.property(conditions, facts, contexts, (written, given, context) => {
        const reason = explain(written, given, context);
        const verdict = ask(written, given, context);
        expect(reason.kind === "step" ? undefined : reason.verdict).toBe(verdict);
        expect(told(reason)).toBe(verdict);
        for (const each of leavesOf(reason)) {
          expect(each.missing !== undefined).toBe(each.verdict === "unknown");
        }
        if (verdict === "unknown") expect(missingFacts([reason])).not.toEqual([]);
      }),
      RUNS,
    );
  });

  it("rules-3: not not is the condition itself", () => {
    fc.assert(
      fc.property(conditions, facts, contexts, (written, given, context) => {
        expect(ask({ not: { not: written } }, given, context)).toBe(ask(written, given, context));
      }),
      RUNS,
    );
  });

  it("rules-4: not all is any not, and not any is all not", () => {
    const several = fc.array(conditions, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(several, facts, contexts, (parts, given, context) => {
        const negated = parts.map((not) => ({ not }));
        const verdict = (written: unknown): Verdict => ask(written, given, context);
        expect(verdict({ not: { all: parts } })).toBe(verdict({ any: negated }));
        expect(verdict({ not: { any: parts } })).toBe(verdict({ all: negated }));
      }),
      RUNS,
    );
  });

  it("rules-5: learning what was missing never turns a decided verdict around", () => {
    const names = fc.subarray(Object.keys(KINDS));
    const fitted = { cuts: { topRevenue: 5_000_000, topHeadcount: 1 } };
    fc.assert(
      fc.property(
        plainConditions,
        knownFacts,
        names,
        names,
        contexts,
        (written, facts, none, forgotten, context) => {
          const given = { ...facts, ...Object.fromEntries(none.map((name) => [name, NONE])) };
          const missing = Object.fromEntries(forgotten.map((name) => [name, undefined]));
          const before = ask(written, { ...given, ...missing }, context);
          expect(["unknown", ask(written, given, fitted)]).toContain(before);
        },
      ),
      RUNS,
    );
  });

  it("rules-6: an assumed value does what the same value does as a fact, where the fact is missing, and nothing where it is not", () => {
    // Money is assumed in its decimal writing, a set as the one word it holds: both have examples.
    const names = Object.keys(KINDS).filter((name) => !["money", "set"].includes(`${KINDS[name]}`));
    fc.assert(
      fc.property(
        plainConditions,
        facts,
        knownFacts,
        fc.subarray(names),
        contexts,
        (written, given, values, some, context) => {
          const chosen = Object.fromEntries(some.map((name) => [name, values[name]]));
          const missing = some.filter((name) => isUnknown(name, given));
          const filled = Object.fromEntries(missing.map((name) => [name, values[name]]));
          const assumed = ask(written, given, { ...context, assume: chosen });
          expect(assumed).toBe(ask(written, { ...given, ...filled }, context));
        },
      ),
      RUNS,
    );
  });

  it("rules-7: the order of parts, of listed values and of the fields that other conditions name changes no verdict", () => {
    fc.assert(
      fc.property(
        fc.oneof(comparisons, conditions),
        conditions,
        facts,
        contexts,
        (written, other, given, context) => {
          const verdict = ask(written, given, context);
          expect(ask(reversed(written), given, context)).toBe(verdict);
          const scope = sampleScope();
          compiled(other, scope, context);
          const condition = compiled(written, scope, context);
          const backwards = Object.fromEntries(Object.entries(given).toReversed());
          expect(verdictOf(evaluate(condition, rowOf(backwards, scope, context)))).toBe(verdict);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("rules-8: whatever is handed over as a condition gives a condition or findings, and never an error", () => {
    const vocabulary = [
      ...["all", "any", "not", "field", "title", "atLeast", "equals", "between", "isOneOf"],
      ...["isMissing", "parameter", "cut", "amount", "asOfMinus", "days", "__proto__", "after"],
    ];
    const names = [...Object.keys(KINDS), ...Object.keys(PARAMETERS), "topRevenue", "__proto__"];
    const { hostile } = fc.letrec<{ hostile: unknown }>((tie) => ({
      hostile: fc.oneof(
        { maxDepth: 5 },
        fc.constantFrom(...names),
        fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }),
        fc.array(tie("hostile"), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom(...vocabulary), tie("hostile"), { maxKeys: 4 }),
        fc
          .tuple(fc.constantFrom(...names), tie("hostile"), fc.constantFrom(...vocabulary))
          .map(([field, value, word]) => ({ field, [word]: value })),
      ),
    }));
    fc.assert(
      fc.property(hostile, (written) => {
        const scope = sampleScope();
        const condition = compileCondition(written, scope, "when", new Map());
        expect(condition === undefined).toBe(scope.findings.length > 0);
        for (const { code, severity, path, message } of scope.findings) {
          expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
          // What is mere data is read without an error that has to be caught.
          expect(code).not.toBe("unreadable");
          expect(severity).toBe("error");
          expect(path).toMatch(/^(when|currency)/);
          expect(message.length).toBeLessThan(300);
        }
        if (condition !== undefined) evaluate(condition, rowOf({}, scope));
      }),
      { numRuns: 3000 },
    );
  });
});

describe("the laws of rule sets", () => {
  const hitPolicies = fc.constantFrom<HitPolicy>("first", "unique", "collect");
  const outcomes = fc.constantFrom("a", "b", "c");
  const defaults = fc.constantFrom(undefined, "a", "z");
  const DOMAIN = [0, 1];
  // Numbers, all of them; each atom of a rule asks one of them.
  const ATOMS = ["headcount", "shopCount", "daysSinceOrder", "daysSinceVisit"];
  const atomFacts = fc.record(
    Object.fromEntries(ATOMS.map((name) => [name, fc.constantFrom(undefined, 0, 1)])),
  );

  /** Rules whose atoms are named in turn, so that no two share a fact, or by lot. */
  const ruleLists = (independent: boolean): fc.Arbitrary<readonly Outcome[]> => {
    const atoms = fc.constantFrom(...ATOMS).map((field) => ({ field, equals: 1 }));
    const one = fc.record({ gives: outcomes, when: nested(atoms) });
    const lists = fc.array(one, { maxLength: independent ? 3 : 4 });
    return independent ? lists.map(readOnce) : lists;
  };
  interface Outcome {
    readonly gives: string;
    readonly when: Json;
  }

  /** The rules with every atom asking a fact of its own, as long as there are any. */
  function readOnce(rules: readonly Outcome[]): readonly Outcome[] {
    let next = 0;
    const renamed = (written: Json): Json | undefined => {
      if (written["not"] !== undefined) {
        const not = renamed(written["not"] as Json);
        return not && { not };
      }
      for (const word of ["all", "any"] as const) {
        if (written[word] === undefined) continue;
        const parts = (written[word] as readonly Json[]).flatMap((each) => renamed(each) ?? []);
        return parts.length === 0 ? undefined : { [word]: parts };
      }
      const field = ATOMS[next++];
      return field === undefined ? undefined : { ...written, field };
    };
    return rules.flatMap(({ gives, when }) => {
      const own = renamed(when);
      return own === undefined ? [] : [{ gives, when: own }];
    });
  }

  function everyAnswer(
    hitPolicy: HitPolicy,
    rules: readonly Outcome[],
    otherwise: string | undefined,
    given: Readonly<Record<string, number | undefined>>,
  ): readonly PlainAnswer[] {
    const plain = rules.map(({ gives, when }) => ({
      outcome: gives,
      holds: (world: Json) => slowVerdict(when, worldOf(world, {})) === "met",
    }));
    return completions(given, DOMAIN).map((each) => plainAnswer(hitPolicy, plain, otherwise, each));
  }

  const keyOf = ({ isConflict, outcomes: given }: PlainAnswer): string =>
    isConflict ? "conflict" : JSON.stringify(given.map(String).toSorted());
  const union = (answers: readonly PlainAnswer[]): ReadonlySet<string | undefined> =>
    new Set(answers.flatMap((each) => each.outcomes));

  it("rules-9: where no two conditions share a fact, rules are undecided exactly when two ways of filling in what is missing give different answers, and the candidates are exactly the outcomes of all ways", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(
        hitPolicies,
        ruleLists(true),
        defaults,
        atomFacts,
        (hitPolicy, rules, otherwise, given) => {
          const { hits } = decide(hitPolicy, rules, otherwise, given);
          const answers = everyAnswer(hitPolicy, rules, otherwise, given);
          const differ = new Set(answers.map(keyOf)).size > 1;
          expect(hits.kind === "undecided").toBe(differ);
          seen.add(`${hitPolicy} ${hits.kind}`);
          if (hits.kind === "undecided") {
            expect(new Set(hits.candidates)).toEqual(union(answers));
            expect(new Set(hits.candidates).size).toBe(hits.candidates.length);
          } else {
            expect(hits.kind === "conflict").toBe(answers[0]!.isConflict);
            const certain = answers[0]!.outcomes.filter((each) => each !== undefined);
            if (hits.kind === "decided") expect(new Set(hits.outcomes)).toEqual(new Set(certain));
            else expect(union(answers)).toEqual(new Set([...union(answers), ...hits.outcomes]));
          }
        },
      ),
      { numRuns: 3000 },
    );
    expect([...seen].toSorted()).toEqual([
      "collect decided",
      "collect undecided",
      "first decided",
      "first undecided",
      "unique conflict",
      "unique decided",
      "unique undecided",
    ]);
  });

  it("rules-10: what is decided holds in every way of filling in what is missing, and no outcome of any way is left out of the candidates", () => {
    fc.assert(
      fc.property(
        hitPolicies,
        ruleLists(false),
        defaults,
        atomFacts,
        (hitPolicy, rules, otherwise, given) => {
          const { hits } = decide(hitPolicy, rules, otherwise, given);
          const answers = everyAnswer(hitPolicy, rules, otherwise, given);
          if (hits.kind === "undecided") {
            for (const outcome of union(answers)) expect(hits.candidates).toContain(outcome);
            return;
          }
          for (const answer of answers) {
            expect(answer.isConflict).toBe(hits.kind === "conflict");
            const possible = answer.outcomes.filter((each) => each !== undefined);
            if (hits.kind === "decided") expect(new Set(possible)).toEqual(new Set(hits.outcomes));
            else expect(possible).toEqual(expect.arrayContaining([...hits.outcomes]));
          }
        },
      ),
      { numRuns: 1500 },
    );
  });

  it("rules-11: under unique and collect the order of the rules changes nothing but the order of the outcomes", () => {
    fc.assert(
      fc.property(
        fc.constantFrom<HitPolicy>("unique", "collect"),
        ruleLists(false),
        defaults,
        atomFacts,
        (hitPolicy, rules, otherwise, given) => {
          const one = decide(hitPolicy, rules, otherwise, given).hits;
          const other = decide(hitPolicy, rules.toReversed(), otherwise, given).hits;
          expect(other.kind).toBe(one.kind);
          const list = (hits: typeof one): unknown =>
            new Set(hits.kind === "undecided" ? hits.candidates : hits.outcomes);
          expect(list(other)).toEqual(list(one));
        },
      ),
      RUNS,
    );
  });

  it("rules-12: the nearest miss would be met if its comparisons came out otherwise, and no fewer would do for any rule", () => {
    const lists = fc.array(fc.record({ gives: outcomes, when: conditions }), { maxLength: 3 });
    const MOST_TRIED = 10;
    let found = 0;
    fc.assert(
      fc.property(lists, knownFacts, (rules, given) => {
        const context = { cuts: { topRevenue: 5_000_000, topHeadcount: 1 } };
        const scope = sampleScope();
        const set = ruleSet("first", rules, undefined, scope, context);
        const because = explainRules(set, rowOf(given, scope, context));
        fc.pre(because.every((rule) => leavesOf(rule).length <= MOST_TRIED));
        const failed = because.filter((rule) => rule.verdict === "notMet");
        const fewest = failed.map((rule) => fewestFlips(rule.of[0]!));
        const miss = nearestMiss(because);
        expect(miss === undefined).toBe(failed.length === 0);
        if (miss === undefined) return;
        found += 1;
        const flipped = new Set(miss.comparisons);
        expect(told(miss.rule.of[0]!, flipped)).toBe("met");
        expect(flipped.size).toBe(Math.min(...fewest));
        const first = failed[fewest.indexOf(flipped.size)]!;
        if (first === miss.rule) return;
        const passedOver = nearestMiss([first])!.comparisons;
        const fieldsOf = (asked: typeof passedOver) => asked.map(({ path }) => path);
        expect(fieldsOf(miss.comparisons)).toEqual(fieldsOf(passedOver));
        expect(lackOf(miss.comparisons)).toBeLessThan(lackOf(passedOver));
      }),
      RUNS,
    );
    expect(found).toBeGreaterThan(50);
  });
});

/** What is lacking altogether, over fields of which each says how much. */
function lackOf(comparisons: readonly ComparisonReason[]): number {
  return comparisons.reduce((sum, { shortBy }) => {
    return sum + (typeof shortBy === "number" ? shortBy : (shortBy as Money).minor);
  }, 0);
}

describe("the laws of time and names", () => {
  const agoOrAhead = fc.oneof(
    fc.record({ months: fc.nat(3), days: fc.nat(70) }).map((asOfMinus) => ({ asOfMinus })),
    fc.record({ months: fc.nat(3), days: fc.nat(70) }).map((asOfPlus) => ({ asOfPlus })),
  );
  const dated = fieldTest(
    days,
    ["onOrAfter", "after", "onOrBefore", "before", "equals"],
    agoOrAhead,
  );
  const small = fc.integer({ min: 0, max: 60 });
  const counted = fieldTest(
    ["daysSinceOrder", "daysSinceVisit"],
    ORDERED,
    fc.oneof(small, fc.constantFrom({ field: "daysSinceVisit" }, { field: "daysSinceOrder" })),
  );
  const listed = fieldTest(["daysSinceOrder"], ["isOneOf"], fc.array(small, { maxLength: 3 }));
  const timely = nested(fc.oneof(dated, counted, listed, presence));
  const middle = toEpochDay(AS_OF);
  const ends = 40;
  const today = fc.oneof(
    fc.integer({ min: middle, max: middle + 365 }),
    fc.integer({ min: FIRST_EPOCH_DAY, max: FIRST_EPOCH_DAY + ends }),
    fc.integer({ min: LAST_EPOCH_DAY - ends, max: LAST_EPOCH_DAY }),
  );
  const nearby = fc.integer({ min: -100, max: 100 });
  const counts60 = fc.oneof(small, fc.constantFrom(undefined, NONE));

  it("rules-13: on every day before the next change the verdict is that of today", () => {
    let changed = 0;
    const about = fc.record({
      lastOrder: nearby,
      start: fc.oneof(nearby, fc.constant(undefined)),
      daysSinceOrder: counts60,
      daysSinceVisit: counts60,
      ageing: fc.subarray(["daysSinceOrder", "daysSinceVisit"]),
      assume: fc.record({ daysSinceVisit: small }, { requiredKeys: [] }),
    });
    fc.assert(
      fc.property(timely, today, about, (written, asOf, { lastOrder, start, ...given }) => {
        const dateAt = (offset: number): string =>
          toCivilDate(Math.min(Math.max(asOf + offset, FIRST_EPOCH_DAY), LAST_EPOCH_DAY));
        const relationshipStart = start === undefined ? undefined : dateAt(start);
        const told = { ...given, lastOrderDate: dateAt(lastOrder), relationshipStart };
        const { ageing, assume } = given;
        const context = { asOf: toCivilDate(asOf), ageing, assume };
        const scope = sampleScope();
        const condition = compiled(written, scope, context);
        const row = rowOf(told, scope, context);
        const next = nextChange(condition, row);
        expect(next).toBeGreaterThan(asOf);
        const verdict = evaluate(condition, row);
        for (let day = asOf; day < Math.min(next, asOf + 200, LAST_EPOCH_DAY + 1); day++) {
          expect(evaluate(condition, rowLater(row, day - asOf))).toBe(verdict);
        }
        if (next > LAST_EPOCH_DAY) return;
        if (evaluate(condition, rowLater(row, next - asOf)) !== verdict) changed += 1;
      }),
      RUNS,
    );
    expect(changed).toBeGreaterThan(5);
  });

  const letters = fc.string({ unit: fc.constantFrom(..."abcXYZ_1"), minLength: 1, maxLength: 63 });
  const edited = fc
    .tuple(letters, fc.nat(), fc.constantFrom("insert", "delete", "replace", "swap", "capital"))
    .map(([name, seed, edit]): readonly [string, string] => {
      const at = seed % name.length;
      const [before, here, after] = [name.slice(0, at), name[at]!, name.slice(at + 1)];
      switch (edit) {
        case "insert":
          return [name, `${before}q${here}${after}`];
        case "delete":
          return [name, `${before}${after}`];
        case "replace":
          return [name, `${before}q${after}`];
        case "swap":
          return [name, `${before}${after.slice(0, 1)}${here}${after.slice(1)}`];
        default:
          return [name, `${before}${here.toUpperCase()}${after}`];
      }
    });

  it("rules-14: a name with one letter too many, too few, wrong or swapped is found, and found exactly when it is right", () => {
    fc.assert(
      fc.property(edited, fc.array(letters, { maxLength: 5 }), ([name, written], others) => {
        expect(nearestName(written, [name])).toBe(name);
        expect(nearestName(written, [...others, name])).toBeDefined();
        const folded = new Set(others.map((each) => each.toLowerCase()));
        if (!folded.has(name.toLowerCase()))
          expect(nearestName(name, [...others, name])).toBe(name);
      }),
      RUNS,
    );
  });

  it("rules-15: of two names of one length each is near the other, or neither", () => {
    const pairs = fc.integer({ min: 1, max: 12 }).chain((length) => {
      const one = fc.string({
        unit: fc.constantFrom(..."abc"),
        minLength: length,
        maxLength: length,
      });
      return fc.tuple(one, one);
    });
    fc.assert(
      fc.property(pairs, ([one, other]) => {
        const forth = nearestName(one, [other]) !== undefined;
        expect(nearestName(other, [one]) !== undefined).toBe(forth);
      }),
      RUNS,
    );
  });
});

function isUnknown(name: string, given: Json): boolean {
  return ask({ field: name, isMissing: true }, given) === "met" && given[name] !== NONE;
}

/** A condition with its groups, its lists and its words the other way round. */
function reversed(written: Json): Json {
  const parts = Object.entries(written).map(([word, inner]): readonly [string, unknown] => {
    if (word === "not") return [word, reversed(inner as Json)];
    if (word === "all" || word === "any") {
      return [word, (inner as readonly Json[]).map(reversed).toReversed()];
    }
    return [word, Array.isArray(inner) && word !== "between" ? inner.toReversed() : inner];
  });
  return Object.fromEntries(parts.toReversed());
}

/** The verdict that a tree of reasons adds up to, with some comparisons turned to what they are not. */
function told(reason: Reason, flipped: ReadonlySet<Reason> = new Set()): Verdict {
  if (reason.kind === "comparison") {
    if (!flipped.has(reason)) return reason.verdict;
    return reason.verdict === "met" ? "notMet" : "met";
  }
  const parts = reason.of.map((each) => told(each, flipped));
  const has = (verdict: Verdict): boolean => parts.includes(verdict);
  if (reason.kind === "not") {
    if (has("unknown")) return "unknown";
    return has("met") ? "notMet" : "met";
  }
  const settling = reason.kind === "any" ? "met" : "notMet";
  if (has(settling)) return settling;
  if (has("unknown")) return "unknown";
  return settling === "met" ? "notMet" : "met";
}

function leavesOf(reason: Reason): readonly ComparisonReason[] {
  return reason.kind === "comparison" ? [reason] : reason.of.flatMap(leavesOf);
}

/** The fewest comparisons that must turn for a reason to be met, by trying every set of them. */
function fewestFlips(reason: Reason): number {
  const leaves = leavesOf(reason);
  const tries = 2 ** leaves.length;
  let fewest = leaves.length;
  for (let mask = 0; mask < tries; mask++) {
    const flipped = new Set(leaves.filter((_, index) => (mask >> index) % 2 === 1));
    if (flipped.size < fewest && told(reason, flipped) === "met") fewest = flipped.size;
  }
  return fewest;
}
