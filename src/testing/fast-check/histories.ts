import * as fc from "fast-check";
import type { Coverage, RecordKind, RecordLists } from "../../facts/index.js";
import type { CompiledPolicy } from "../../policy/index.js";
import { measureTargets } from "./measure-targets.js";
import { pick } from "./pick.js";
import { type RecordParts, recordArbitrary } from "./record-arbitrary.js";
import { type ShapeOptions, type Shaping, shapingOf } from "./shaping.js";

/**
 * Whose history it is, and how long it may be.
 *
 * @category Testing
 */
export interface HistoryOptions extends ShapeOptions {
  /** By default `A`. */
  readonly accountId?: string;
  /** Most records of one kind that are not made to bring a measure to a threshold; by default 5. */
  readonly mostRecords?: number;
}

/** Records without ids and owner, by kind. */
export type HistoryParts = Readonly<Record<string, readonly RecordParts[]>>;

/** Records of one kind in a history that is not aimed at a threshold. */
const FEW_RECORDS = 5;

/** Kinds whose records are told apart by nothing but an id of their own. */
const WITH_ID: readonly string[] = [
  "activities",
  "tasks",
  "orders",
  "invoices",
  "offers",
  "opportunities",
  "contracts",
  "serviceChanges",
  "cases",
  "leads",
  "feedback",
  "contactPersons",
] satisfies readonly RecordKind[];

/**
 * Histories of an account: records of the kinds that a policy reads, some of them made to bring a
 * measure just below, to, or just above a threshold, the rest of any dates around the day of asking
 * and the edges of windows.
 *
 * @param compiled - the policy, with its fit where it has cuts
 * @param options - `asOf`; `accountId` and `mostRecords` where the defaults do not fit
 * @returns lists by kind; the simplest history is empty
 * @throws {@link HoitoError} `not-a-civil-date` when `asOf` is no date
 *
 * @example The kinds that a policy reads
 * ```ts
 * import * as fc from "fast-check";
 * import { type CarePolicy, compilePolicy, orThrow } from "hoito";
 * import { histories } from "hoito/testing/fast-check";
 *
 * const policy: CarePolicy = {
 *   id: "demo",
 *   version: "1",
 *   measures: { orders: { count: "orders", over: { rolling: { months: 12 } } } },
 *   segments: {
 *     size: {
 *       method: "rules",
 *       labels: { large: {}, small: {} },
 *       hitPolicy: "first",
 *       rules: [{ segment: "large", when: { field: "orders", atLeast: 3 } }],
 *       otherwise: "small",
 *     },
 *   },
 *   care: {
 *     segmentedBy: "size",
 *     models: { light: { ownership: { mode: "none" }, cadences: "none", significance: 1 } },
 *     bySegment: { large: "light", small: "light" },
 *   },
 *   cadences: {},
 * };
 * const made = histories(orThrow(compilePolicy(policy)), { asOf: "2018-03-28" });
 * const [one] = fc.sample(made, { numRuns: 1, seed: 1 });
 * Object.keys(one ?? {}); // => ["orders"]
 * ```
 *
 * @category Testing
 */
export function histories(
  compiled: CompiledPolicy,
  options: HistoryOptions,
): fc.Arbitrary<RecordLists> {
  const { accountId = "A", mostRecords } = options;
  return historyParts(shapingOf(compiled, options), mostRecords).map((parts) => {
    return historyOf(accountId, parts);
  });
}

/** Histories that nobody owns yet. */
export function historyParts(
  shaping: Shaping,
  mostRecords: number = FEW_RECORDS,
): fc.Arbitrary<HistoryParts> {
  const lists = kindsOf(shaping).map((kind): [string, fc.Arbitrary<readonly RecordParts[]>] => {
    const untargeted = fc.array(recordArbitrary(kind, shaping), { maxLength: mostRecords });
    const targets = measureTargets(kind, shaping);
    if (targets.length === 0) return [kind, untargeted];
    const aimed = { arbitrary: pick(targets), weight: 2 };
    return [kind, fc.oneof({ withCrossShrink: true }, { arbitrary: untargeted, weight: 1 }, aimed)];
  });
  return fc.record(Object.fromEntries(lists));
}

/** The lists of one account, every record with its owner and, where it has one, its id. */
export function historyOf(accountId: string, parts: HistoryParts): RecordLists {
  const lists = Object.entries(parts).map(([kind, records]) => {
    const owned = records.map((record, index) => {
      const id = WITH_ID.includes(kind) ? { id: `${accountId}-${kind}-${index + 1}` } : {};
      return { ...id, accountId, ...record };
    });
    return [kind, owned];
  });
  return Object.fromEntries(lists) as RecordLists;
}

/** What is known to be complete: mostly all, now and then since a day, now and then nothing. */
export function coverages(shaping: Shaping): fc.Arbitrary<Coverage> {
  const extents = fc.oneof(
    { arbitrary: fc.constant("complete" as const), weight: 4 },
    { arbitrary: pick(shaping.days).map((since) => ({ since })), weight: 1 },
  );
  const kinds = kindsOf(shaping).map((kind) => [kind, extents] as const);
  const all = fc.record(Object.fromEntries(kinds));
  const some = fc.record(Object.fromEntries(kinds), { requiredKeys: [] });
  return fc.oneof({ arbitrary: all, weight: 3 }, { arbitrary: some, weight: 1 });
}

/** The kinds that a policy reads. */
function kindsOf({ needed }: Shaping): readonly RecordKind[] {
  return needed.records.map(({ kind }) => kind);
}
