import {
  ANNOTATIONS,
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
import { classifierOfField, UNCLASSIFIED } from "../segments/index.js";
import { canonicalJson } from "../shapes/index.js";
import { type CivilDate, toEpochDay } from "../time/index.js";
import type { CarePolicy } from "./care-policy.js";
import type { CompiledPolicy } from "./compiled-policy.js";
import { canBeNoneIn, isCountIn } from "./prove-policy.js";
import { derivedSlots, rulesOf } from "./rules-of.js";

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
        /** `method`: the segment is reckoned, not decided by rules. */
        readonly why: WhyUndecided | "method";
      };
  /** Fields of one name that mean something else on either side: they were taken for two. */
  readonly apart: readonly string[];
}

/** Steps of the search. */
const STEPS = 100_000;
/** What stands for no care model; no model may bear this name. */
const NO_MODEL = "none";

/**
 * An account on which two policies differ, or the proof that there is none; it needs no customer.
 *
 * The classifiers that decide on care are held against each other, with the classifiers that they
 * read as far as those decide by rules, bands or matrix. Fields are one where name, kind and, for a
 * measure, definition agree, whatever their titles; where a definition changed, and for money where
 * the currency did, the two are told apart (`apart`), and the witness may then name both, as
 * `revenue (before)` and `revenue (after)`. An account is different
 * when one policy gives a segment for certain that the other rules out.
 *
 * Gotchas: exceptions and paths of the care chapter are not looked at. A witness is a row of
 * fields and measures; records need not be able to bring it about. Cuts have their values of each
 * policy's own fit; without one, a difference that hangs on them is undecided. A segment that is
 * reckoned, such as one by ABC, is told apart where the two fits differ.
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
  const asOf = toEpochDay(context.asOf);
  const sides = [policies.before, policies.after].map((compiled) => sideOf(compiled, context.by));
  const [before, after] = sides as [Side | undefined, Side | undefined];
  if (before === undefined || after === undefined) {
    return { answer: { kind: "undecided", why: "method" }, apart: [] };
  }
  const apart = namesApart(before, after);
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
  { before, after, apart }: { before: Side; after: Side; apart: readonly string[] },
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

/** One policy as it decides: its rules, and the rules that fill what they read. */
interface Side {
  readonly compiled: CompiledPolicy;
  readonly set: RuleSet;
  readonly derived: readonly DerivedSlot[];
  /** What its rules read, by name, save what rules fill. */
  readonly reads: ReadonlyMap<string, Slot>;
}

function sideOf(
  compiled: CompiledPolicy,
  by: "segment" | "careModel" = "segment",
): Side | undefined {
  const { care, classifiers } = compiled;
  const written = rulesOf(classifiers.get(care.segmentedBy)!);
  if (written === undefined) return undefined;
  const outcomeOf = (segment: string): string =>
    by === "segment" ? segment : (care.bySegment.get(segment) ?? NO_MODEL);
  const set: RuleSet = {
    ...written,
    rules: written.rules.map((rule) => ({ ...rule, outcome: outcomeOf(rule.outcome) })),
    otherwise: outcomeOf(written.otherwise ?? UNCLASSIFIED),
  };
  const derived = derivedSlots(compiled, [set]);
  const reads = new Map<string, Slot>();
  const filled = new Set(derived.map(({ slot }) => slot));
  const note: Restating = {
    slotOf: (slot) => {
      if (!filled.has(slot)) reads.set(slot.name, slot);
      return slot;
    },
    cutOf: (cut) => cut,
  };
  for (const each of [set, ...derived.map((one) => one.set)]) restateRules(each, note);
  return { compiled, set, derived, reads };
}

/** The names that both read and that do not mean the same. */
function namesApart(before: Side, after: Side): readonly string[] {
  const [own, others] = [before.compiled.policy, after.compiled.policy];
  const isOneCurrency = own.currency === others.currency;
  const isOneFit = fittedTo(before.compiled) === fittedTo(after.compiled);
  return [...before.reads].flatMap(([name, slot]) => {
    if (!after.reads.has(name)) return [];
    const isSame =
      (isOneCurrency || !hangsOnCurrency(slot, own)) &&
      (isOneFit || !Object.hasOwn(own.segments, classifierOfField(name).name));
    return isSame && definitionOf(name, own) === definitionOf(name, others) ? [] : [name];
  });
}

/** What a fit has found, whoever made it: a segment that is reckoned may hang on all of it. */
function fittedTo({ fit }: CompiledPolicy): string | undefined {
  return fit && canonicalJson([fit.cuts, fit.classifiers]);
}

/** Money does, and so may whatever is reckoned; a field of another kind does not. */
function hangsOnCurrency({ name, kind }: Slot, { measures = {}, segments }: CarePolicy): boolean {
  const isReckoned = [measures, segments].some((chapter) => {
    return Object.hasOwn(chapter, classifierOfField(name).name);
  });
  return kind === "money" || isReckoned;
}

/** All that a policy says of a name, and of the names in it; titles, notes and sources aside. */
function definitionOf(name: string, policy: CarePolicy): string {
  const chapters = ["fields", "measures", "cuts", "segments", "parameters"] as const;
  const told = new Map<string, unknown>();
  const tell = (each: string): void => {
    for (const chapter of chapters) {
      const entries: object = policy[chapter] ?? {};
      if (!Object.hasOwn(entries, each) || told.has(`${chapter}.${each}`)) continue;
      const definition = meaningOf((entries as Readonly<Record<string, unknown>>)[each]);
      told.set(`${chapter}.${each}`, definition);
      for (const word of wordsIn(definition)) tell(classifierOfField(word).name);
    }
  };
  tell(classifierOfField(name).name);
  return canonicalJson(Object.fromEntries(told));
}

/** An entry of a chapter without what changes no answer: annotations, and the order of words. */
function meaningOf(entry: unknown): unknown {
  if (Array.isArray(entry)) return entry.toSorted();
  if (!isObject(entry)) return entry;
  return Object.fromEntries(Object.entries(entry).filter(([word]) => !ANNOTATIONS.includes(word)));
}

function wordsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(wordsIn);
}

/** The slots and cuts of one side among those of both. */
function wordsOf(
  side: "before" | "after",
  { derived }: Side,
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
