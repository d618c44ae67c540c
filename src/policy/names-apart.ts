import { ANNOTATIONS, isObject, type Slot } from "../rules/index.js";
import { classifierOfField } from "../segments/index.js";
import { canonicalJson } from "../shapes/index.js";
import type { CarePolicy } from "./care-policy.js";
import type { CompiledPolicy } from "./compiled-policy.js";
import type { DecidingSide } from "./deciding-side.js";

/** The names that both sides read and that do not mean the same. */
export function namesApart(before: DecidingSide, after: DecidingSide): readonly string[] {
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

/**
 * An entry of a chapter without what changes no answer: annotations, the order of words, and what
 * a segment says beside its name.
 */
function meaningOf(entry: unknown): unknown {
  if (Array.isArray(entry)) return entry.toSorted();
  if (!isObject(entry)) return entry;
  const told = Object.entries(entry).filter(([word]) => !ANNOTATIONS.includes(word));
  const meant = told.map(([word, value]) => {
    return [word, word === "labels" ? Object.keys(Object(value)).sort() : value];
  });
  return Object.fromEntries(meant);
}

function wordsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(wordsIn);
}
