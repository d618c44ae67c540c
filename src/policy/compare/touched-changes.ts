import { ANNOTATIONS, evaluate, isObject, MET } from "../../rules/index.js";
import { type Classifier, classifierOfField, readThrough } from "../../segments/index.js";
import type { StepReason } from "../../shapes/index.js";
import { classifierNamed } from "../classify-accounts.js";
import type { CompiledPolicy } from "../compiled-policy.js";
import { type PolicyChange, pathOf, policyChanges, toPolicyChange } from "./diff-policies.js";
import type { DocumentChange, Steps } from "./document-changes.js";
import type { AccountReading, PolicyPair } from "./read-accounts.js";

/** Tells which changes of the document two decisions about one account read. */
export type TouchedChanges = (account: {
  readonly before: AccountReading;
  readonly after: AccountReading;
}) => Touched;

/** Changes that were read, and their paths, each once. */
interface Touched {
  readonly changes: readonly PolicyChange[];
  readonly paths: readonly string[];
}

/** What one decision read of a policy. */
interface Reading {
  /** By classifier, how many of its rules. */
  readonly rules: ReadonlyMap<string, number>;
  /** Paths of the care chapter. */
  readonly care: readonly string[];
  /** Measures, cuts, parameters, fields and classifiers, those behind others included. */
  readonly names: ReadonlySet<string>;
}

/**
 * For any account the changes that its two decisions read, cheaply: decisions that read
 * the same rules are looked at once.
 *
 * Of an ordered rule set the rules behind the one that is met are not read; of any other classifier
 * everything is. A name is read with all that it is made of. Titles, notes and sources decide
 * nothing.
 */
export function touchedChanges({ before, after }: PolicyPair): TouchedChanges {
  const all = policyChanges({ before: before.policy, after: after.policy });
  const deciding = all.filter(isDeciding);
  const was = changesRead(before, deciding, ({ from }) => from);
  const is = changesRead(after, deciding, ({ to }) => to);
  const known = new Map<string, Touched>();
  return (account) => {
    const [old, now] = [was(account.before), is(account.after)];
    const key = `${old.key} ${now.key}`;
    const found = known.get(key) ?? touchedBy(old.changes, now.changes);
    known.set(key, found);
    return found;
  };

  function touchedBy(old: ReadonlySet<DocumentChange>, now: ReadonlySet<DocumentChange>): Touched {
    const read = deciding.filter((change) => old.has(change) || now.has(change));
    const changes = read.map(toPolicyChange);
    return { changes, paths: [...new Set(changes.map(({ path }) => path))] };
  }
}

function isDeciding({ from, to }: DocumentChange): boolean {
  return !ANNOTATIONS.includes(String((from ?? to!).at(-1)));
}

/** The changes that a decision under one of the policies read, with a key of its own for each set. */
function changesRead(
  compiled: CompiledPolicy,
  changes: readonly DocumentChange[],
  wayOf: (change: DocumentChange) => Steps | undefined,
): (account: AccountReading) => { key: string; changes: ReadonlySet<DocumentChange> } {
  const classifier = classifierNamed(compiled);
  const asked = [classifier, ...readThrough(classifier, compiled.classifiers)];
  const namesRead = readerOfNames(compiled);
  const known = new Map<string, { key: string; changes: ReadonlySet<DocumentChange> }>();
  return ({ row, careModel }) => {
    const rules = new Map(
      asked.map((each): [string, number] => {
        const isOrdered = each.method === "rules" && each.rules.hitPolicy === "first";
        const place = isOrdered
          ? each.rules.rules.findIndex(({ condition }) => evaluate(condition, row) === MET)
          : -1;
        return [each.name, place < 0 ? Number.POSITIVE_INFINITY : place + 1];
      }),
    );
    // Of a care model all reasons are steps: its segment, an exception, a path.
    const care = careModel.because.map((each) => (each as StepReason).path);
    const text = JSON.stringify([[...rules.values()], care]);
    const found = known.get(text);
    if (found !== undefined) return found;
    const reading = { rules, care, names: namesRead(rules, care) };
    const read = changes.filter((change) => {
      const way = wayOf(change);
      return way !== undefined && isRead(way, reading);
    });
    const made = { key: String(known.size), changes: new Set(read) };
    known.set(text, made);
    return made;
  };
}

function isRead(way: Steps, { rules, care, names }: Reading): boolean {
  const [chapter, name, part, position] = way;
  switch (chapter) {
    case "currency":
      return true;
    case "segments": {
      const all = names.has(String(name)) ? Number.POSITIVE_INFINITY : 0;
      const read = rules.get(String(name)) ?? all;
      return part === "rules" && typeof position === "number" ? position < read : read > 0;
    }
    case "care": {
      const path = pathOf(way);
      const isPlace = (each: string): boolean => isWithin(path, each) || isWithin(each, path);
      return name === "segmentedBy" || care.some(isPlace);
    }
    case "fields":
    case "parameters":
    case "measures":
    case "cuts":
      return names.has(String(name));
    default:
      return false;
  }
}

function isWithin(path: string, whole: string): boolean {
  return path.startsWith(whole) && ["", ".", "["].includes(path.charAt(whole.length));
}

/** The names that rules and care paths read, and all that those are made of. */
function readerOfNames({
  policy,
}: CompiledPolicy): (rules: Reading["rules"], care: Reading["care"]) => ReadonlySet<string> {
  const { fields = {}, parameters = {}, measures = {}, cuts = {}, segments } = policy;
  const chapters = [fields, parameters, measures, cuts, segments];
  const declared = new Map<string, readonly unknown[]>();
  for (const [name, entry] of chapters.flatMap((each) => Object.entries<unknown>(each))) {
    declared.set(name, [...(declared.get(name) ?? []), entry]);
  }
  return (rules, care) => {
    const { paths = {} } = policy.care;
    const walked = Object.entries(paths).filter(([name]) => care.includes(`care.paths.${name}`));
    const asked = [...rules].map(([name, read]) => firstRules(segments[name]!, read));
    const own = new Set<unknown>([...rules.keys()].map((name) => segments[name]));
    const found = new Set<string>();
    const waiting: unknown[] = [...walked, ...asked];
    // The list grows while it is walked: a name adds what it is made of.
    for (const part of waiting) {
      if (Array.isArray(part)) waiting.push(...part);
      else if (isObject(part)) waiting.push(...Object.keys(part), ...Object.values(part));
      if (typeof part !== "string") continue;
      const { name } = classifierOfField(part);
      if (found.has(name) || !declared.has(name)) continue;
      found.add(name);
      waiting.push(...declared.get(name)!.filter((entry) => !own.has(entry)));
    }
    return found;
  };
}

/** A classifier with no more of its rules than were read. */
function firstRules(classifier: Classifier, read: number): Classifier {
  if (classifier.method !== "rules") return classifier;
  return { ...classifier, rules: classifier.rules.slice(0, read) };
}
