import { isObject } from "../../rules/index.js";
import type { CarePolicy } from "../care-policy.js";
import { CHAPTERS } from "../chapters.js";
import { type DocumentChange, documentChanges, type Steps } from "./document-changes.js";

/**
 * The part of a policy that a change is in: one of its chapters, or what it says of itself.
 *
 * @category Policy
 */
export type PolicyPart =
  | "head"
  | "unit"
  | "readiness"
  | "fields"
  | "parameters"
  | "measures"
  | "cuts"
  | "segments"
  | "care"
  | "cadences"
  | "schedule"
  | "campaigns"
  | "kpis";

/**
 * One place in which two policies differ, with what stands there in the one and the other. Paths are
 * those of findings and reasons, as in `segments.size.rules[0].when.atLeast`.
 *
 * @category Policy
 */
export type PolicyChange =
  | {
      readonly kind: "added";
      readonly chapter: PolicyPart;
      /** In the policy after. */
      readonly path: string;
      readonly after: unknown;
    }
  | {
      readonly kind: "removed";
      readonly chapter: PolicyPart;
      /** In the policy before. */
      readonly path: string;
      readonly before: unknown;
    }
  | {
      readonly kind: "changed";
      readonly chapter: PolicyPart;
      /** In the policy after. */
      readonly path: string;
      /** Where it stood before, when elements of a list before it have come or gone. */
      readonly pathBefore?: string;
      readonly before: unknown;
      readonly after: unknown;
    };

/**
 * Where two policies differ, chapter by chapter: what was added, removed or changed, each with its
 * path and values.
 *
 * The smallest part that differs is told: one bound, not the rule around it. An object whose `method`
 * or `kind` is another, or that shares no property with the one before, is one change. In a list,
 * elements that stand in both hold their places however many come or go before them; an element that
 * changed its place among those is removed and added. The order of properties and `$schema` say
 * nothing, so that there is no change exactly where the two hashes are equal. Swapped policies give
 * the same changes the other way round.
 *
 * @param policies - two documents; they need not compile, but must be plain JSON
 * @returns changes by chapter in the order of {@link CarePolicy}, within one by path; empty for equal
 *   documents
 *
 * @example A threshold and a rule
 * ```ts
 * import { type CarePolicy, diffPolicies } from "hoito/policy";
 *
 * const care = { segmentedBy: "size", models: {}, bySegment: {} };
 * const withRules = (...rules: { segment: string; when: { field: string; atLeast: number } }[]) => ({
 *   id: "demo",
 *   version: "1",
 *   segments: { size: { method: "rules", labels: {}, hitPolicy: "first", rules } },
 *   care,
 *   cadences: {},
 * }) satisfies CarePolicy;
 * const large = { segment: "large", when: { field: "headcount", atLeast: 500 } };
 * const huge = { segment: "huge", when: { field: "headcount", atLeast: 5000 } };
 *
 * diffPolicies({ before: withRules(large), after: withRules(huge, large) });
 * // => [{ kind: "added", chapter: "segments", path: "segments.size.rules[0]", after: huge }]
 * const larger = { ...large, when: { ...large.when, atLeast: 800 } };
 * diffPolicies({ before: withRules(large), after: withRules(larger) });
 * // => [{
 * //   kind: "changed", chapter: "segments", path: "segments.size.rules[0].when.atLeast",
 * //   before: 500, after: 800,
 * // }]
 * ```
 *
 * @category Policy
 */
export function diffPolicies(policies: {
  readonly before: CarePolicy;
  readonly after: CarePolicy;
}): readonly PolicyChange[] {
  return policyChanges(policies).map(toPolicyChange);
}

/** The changes with the ways to them in either document. */
export function policyChanges({
  before,
  after,
}: {
  readonly before: CarePolicy;
  readonly after: CarePolicy;
}): readonly DocumentChange[] {
  const whole = documentChanges({ before, after, from: [], to: [] })
    .filter(({ from, to }) => (from ?? to!)[0] !== "$schema")
    .flatMap(byEntry);
  const places = ["head", ...CHAPTERS.keys()];
  const place = (each: DocumentChange): number => places.indexOf(partOf(each));
  return whole.toSorted((left, right) => place(left) - place(right));
}

/** A chapter of named entries that is there on one side alone is told entry by entry. */
function byEntry(change: DocumentChange): readonly DocumentChange[] {
  const { from, to, before, after } = change;
  const [chapter, ...further] = from ?? to!;
  const isNamed = CHAPTERS.get(String(chapter)) === "named" && further.length === 0;
  const isOneSided = from === undefined || to === undefined;
  const part = before ?? after;
  const entries = isNamed && isOneSided && isObject(part) ? part : {};
  const names = Object.keys(entries).sort();
  if (names.length === 0) return [change];
  return names.map((name) => {
    return from === undefined
      ? { to: [...to!, name], after: entries[name] }
      : { from: [...from, name], before: entries[name] };
  });
}

function partOf({ from, to }: DocumentChange): PolicyPart {
  const [chapter] = from ?? to!;
  return CHAPTERS.has(String(chapter)) ? (chapter as PolicyPart) : "head";
}

/** A change with its paths as text. */
export function toPolicyChange(change: DocumentChange): PolicyChange {
  const { from, to, before, after } = change;
  const chapter = partOf(change);
  if (from === undefined) return { kind: "added", chapter, path: pathOf(to!), after };
  const pathBefore = pathOf(from);
  if (to === undefined) return { kind: "removed", chapter, path: pathBefore, before };
  const path = pathOf(to);
  const moved = path === pathBefore ? {} : { pathBefore };
  return { kind: "changed", chapter, path, ...moved, before, after };
}

/** A way as the text of a path. */
export function pathOf(steps: Steps): string {
  return steps.reduce<string>((path, step) => {
    if (typeof step === "number") return `${path}[${step}]`;
    return path === "" ? step : `${path}.${step}`;
  }, "");
}
