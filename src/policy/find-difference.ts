import {
  type DerivedSlot,
  type GivenOutcome,
  isObject,
  proveSame,
  type Restating,
  type RuleSet,
  restateRules,
  type Slot,
  type WhyUndecided,
  type Witness,
} from "../rules/index.js";
import type { CivilDate } from "../time/index.js";
import type { CompiledPolicy } from "./compiled-policy.js";
import { type DecidingSide, decidingSide } from "./deciding-side.js";
import { namesApart } from "./names-apart.js";
import { canBeNoneIn, isCountIn } from "./prove-policy.js";
import { dayOfAsking, requirePair } from "./require-asked.js";

/**
 * Whether two policies ever decide an account differently, whatever the base.
 *
 * @category Policy
 */
export interface PolicyDifference {
  readonly answer:
    | {
        readonly kind: "differ";
        readonly witness: Witness;
        /** What each gives for the witness; several words where facts are missing. */
        readonly before: readonly string[];
        readonly after: readonly string[];
      }
    | { readonly kind: "same" }
    | {
        readonly kind: "undecided";
        /** `method`: a segment is reckoned, not decided by rules, and not alike in both policies. */
        readonly why: WhyUndecided | "method";
      };
  /** Fields of one name that mean something else on either side: they were taken for two. */
  readonly apart: readonly string[];
}

/** Steps of the search. */
const STEPS = 100_000;

/**
 * An account on which two policies differ, or the proof that there is none; it needs no customer.
 *
 * An account is different when one policy gives a segment for certain that the other rules out.
 *
 * - The classifiers that decide on care are held against each other, with the classifiers that they
 *   read as far as those decide by rules, bands or matrix.
 * - Fields are one where name, kind and definition agree, whatever their titles. Where a definition
 *   changed, and for money where the currency did, the two are told apart (`apart`), and the witness
 *   may then name both, as `revenue (before)` and `revenue (after)`.
 * - A segment that is reckoned, as by ABC, RFM, scorecard or lifecycle, is one where its definition
 *   and the two fits agree. Where such a classifier decides on care itself and is not alike in both
 *   policies, nobody knows (`method`).
 *
 * Gotchas: exceptions and paths of the care chapter are not looked at. A witness is a row of fields,
 * measures and reckoned segments; records need not be able to bring it about. Cuts have their values
 * of each policy's own fit; without one, a difference that hangs on them is undecided.
 *
 * @param policies - `before` and `after`, compiled, with their fits where they have cuts
 * @param context - `asOf`: the day that relative dates are reckoned from; `by`: whether segments
 *   are held against each other (where left out) or the care models that they entitle to
 * @returns the witness and what both give for it, the proof, or why nobody knows
 * @throws {@link HoitoError} `not-a-civil-date` when `asOf` is no date
 *
 * @example A bound that moved
 * ```ts
 * import { type CarePolicy, compilePolicy, findDifference, orThrow } from "hoito";
 *
 * const from = (atLeast: number) =>
 *   orThrow(compilePolicy({
 *     id: "demo",
 *     version: String(atLeast),
 *     segments: {
 *       size: {
 *         method: "rules",
 *         labels: { large: {}, small: {} },
 *         hitPolicy: "first",
 *         rules: [{ segment: "large", when: { field: "headcount", atLeast } }],
 *         otherwise: "small",
 *       },
 *     },
 *     care: {
 *       segmentedBy: "size",
 *       models: { light: { ownership: { mode: "none" }, cadences: "none", significance: 1 } },
 *       bySegment: { large: "light", small: "light" },
 *     },
 *     cadences: {},
 *   } satisfies CarePolicy));
 * const policies = { before: from(500), after: from(1000) };
 * findDifference(policies, { asOf: "2020-05-01" }).answer;
 * // => { kind: "differ", witness: { headcount: 500 }, before: ["large"], after: ["small"] }
 * findDifference(policies, { asOf: "2020-05-01", by: "careModel" }).answer; // => { kind: "same" }
 * ```
 *
 * @category Policy
 */
export function findDifference(
  policies: { readonly before: CompiledPolicy; readonly after: CompiledPolicy },
  context: { readonly asOf: CivilDate; readonly by?: "segment" | "careModel" },
): PolicyDifference {
  const asOf = dayOfAsking(context, { asOf: true, by: true });
  requirePair(policies);
  const sides = [policies.before, policies.after].map((each) => decidingSide(each, context.by));
  const [before, after] = sides as [DecidingSide, DecidingSide];
  const apart = namesApart(before, after);
  const { reckonedBy } = before;
  const isReckonedAlike = reckonedBy === undefined || !apart.includes(reckonedBy);
  if (reckonedBy !== after.reckonedBy || !isReckonedAlike) {
    return { answer: { kind: "undecided", why: "method" }, apart };
  }
  const slots = new Map<string, Slot>();
  const derived: DerivedSlot[] = [];
  const cuts = new Map<string, number | null>();
  const [own, others] = (["before", "after"] as const).map((name, at): RuleSet => {
    const side = sides[at]!;
    const words = wordsOf(name, side, apart, slots);
    for (const each of side.derived) {
      const set = restateRules(each.set, words);
      derived.push({ ...each, slot: words.slotOf(each.slot), set });
    }
    for (const [cut, value] of side.compiled.cutPoints) cuts.set(words.cutOf(cut), value);
    return restateRules(side.set, words);
  });
  const both = [policies.before, policies.after].map(({ policy }) => policy);
  const written = (slot: Slot): Slot => {
    return { ...slot, name: slot.name.replace(/ \((before|after)\)$/, "") };
  };
  const isNone = both.map(canBeNoneIn);
  const isCount = both.map(isCountIn);
  const found = proveSame(own!, others!, {
    asOf,
    cuts,
    currency: policies.before.currency,
    canBeNone: (slot) => isNone.some((each) => each(written(slot))),
    isCount: (slot) => isCount.every((each) => each(written(slot))),
    derived,
    mostSteps: STEPS,
  });
  if (found.kind !== "differ") return { answer: found, apart };
  const told = { before: found.before.map(wordFor), after: found.after.map(wordFor) };
  const witness = inOwnCurrency(found.witness, { before, after, apart });
  return { answer: { ...found, ...told, witness }, apart };
}

/** The witness, with money that only the policy after reads in the currency of that policy. */
function inOwnCurrency(
  witness: Witness,
  { before, after, apart }: { before: DecidingSide; after: DecidingSide; apart: readonly string[] },
): Witness {
  const { currency } = after.compiled;
  const own = [...after.reads.keys()].filter((name) => !before.reads.has(name));
  const names = new Set([...own, ...apart.map((name) => `${name} (after)`)]);
  const facts = Object.entries(witness).map(([name, fact]) => {
    const isOwn = names.has(name) && isObject(fact) && "minor" in fact;
    return [name, isOwn ? { ...fact, currency } : fact];
  });
  return Object.fromEntries(facts);
}

/** The slots and cuts of one side among those of both. */
function wordsOf(
  side: "before" | "after",
  { derived }: DecidingSide,
  apart: readonly string[],
  slots: Map<string, Slot>,
): Restating {
  const filled = new Set(derived.map(({ slot }) => slot));
  return {
    slotOf(slot) {
      const isOwn = filled.has(slot) || apart.includes(slot.name);
      const name = isOwn ? `${slot.name} (${side})` : slot.name;
      const known = slots.get(name) ?? { ...slot, name, index: slots.size };
      slots.set(name, known);
      return known;
    },
    cutOf: (cut) => `${cut} (${side})`,
  };
}

function wordFor(given: GivenOutcome): string {
  return given.kind === "outcome" ? given.outcome : given.kind;
}
