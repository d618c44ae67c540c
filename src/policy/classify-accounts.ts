import { type AccountRecords, type CustomerBase, recordsByAccount } from "../facts/index.js";
import {
  type CompiledClassifier,
  classify,
  labelOf,
  type SegmentMembership,
  type UnitPlace,
} from "../segments/index.js";
import { HoitoError, nearestName, type OptionNames, withGuess } from "../shapes/index.js";
import type { CivilDate } from "../time/index.js";
import { accountRow } from "./account-row.js";
import type { CompiledPolicy } from "./compiled-policy.js";
import { decidedSegment, membershipsByAccount } from "./memberships-of-unit.js";
import { dayOfAsking, requireCompiled } from "./require-asked.js";

/**
 * Labels of many accounts as codes into a dictionary, aligned with the accounts of the base.
 *
 * @category Policy
 */
export interface CategoryColumn {
  readonly kind: "category";
  readonly data: Uint16Array;
  readonly dictionary: readonly string[];
}

/**
 * What a base is classified with.
 *
 * @category Policy
 */
export interface ClassifyContext {
  readonly asOf: CivilDate;
  /** By default the one that care is segmented by. */
  readonly classifier?: string;
  /** What people have decided about the segment that care goes by, of any accounts. */
  readonly memberships?: readonly SegmentMembership[];
}

/** The options of {@link ClassifyContext}. */
export const CLASSIFY_OPTIONS: OptionNames<ClassifyContext> = {
  asOf: true,
  classifier: true,
  memberships: true,
};

/**
 * The segment of every account of a base, without reasons: ask `decideCare` for those of one.
 *
 * The dictionary holds the labels of the classifier in the order of the policy, then `excluded`,
 * `unclassified`, `undecided`, `conflict` and, under the hit policy `collect`, every combination
 * that occurs, its labels joined by `+` in the order of the policy. A base without accounts gives
 * an empty column. With `memberships` the label that care goes by is what is in force, as
 * `decideCare` says it; without them every label is the computed one.
 *
 * @param base - all accounts with their records; records in any order, sorted by account is fastest
 * @param compiled - the policy, with its fit where it has cuts
 * @param context - `asOf`, that day included; `classifier`, by default the one that care is
 *   segmented by; `memberships`, which concern that one alone
 * @returns one code for each account, in the order of `base.accounts`
 * @throws {@link HoitoError} `not-a-civil-date` when `asOf` is no date, `unknown-classifier` when the
 *   policy has none of that name; in JavaScript also `not-a-base` and `unknown-option`
 *
 * @example Large, small, and one of which nothing is known
 * ```ts
 * import { type CarePolicy, classifyAccounts, compilePolicy, orThrow } from "hoito";
 *
 * const policy: CarePolicy = {
 *   id: "demo",
 *   version: "1",
 *   segments: {
 *     size: {
 *       method: "rules",
 *       labels: { large: {}, small: {} },
 *       hitPolicy: "first",
 *       rules: [{ segment: "large", when: { field: "headcount", atLeast: 1000 } }],
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
 * const accounts = [{ id: 1, headcount: 1200 }, { id: 2, headcount: 80 }, { id: 3 }];
 *
 * const compiled = orThrow(compilePolicy(policy));
 * const column = classifyAccounts({ accounts, coverage: {} }, compiled, { asOf: "2018-03-28" });
 * [...column.data]; // => [0, 1, 4]
 * column.dictionary[4]; // => "undecided"
 * ```
 *
 * @category Policy
 */
export function classifyAccounts(
  base: CustomerBase,
  compiled: CompiledPolicy,
  context: ClassifyContext,
): CategoryColumn {
  return labelRecords(recordsByAccount(base), compiled, context);
}

/**
 * The labels of accounts, or of units of them, in the order in which they are handed over.
 *
 * @param places - which units they are, where they are not whole accounts
 */
export function labelRecords(
  all: readonly AccountRecords[],
  compiled: CompiledPolicy,
  context: ClassifyContext,
  places?: readonly UnitPlace[],
): CategoryColumn {
  const asOf = dayOfAsking(context, CLASSIFY_OPTIONS);
  const classifier = classifierNamed(compiled, context.classifier);
  const { memberships } = context;
  const isDecided = memberships !== undefined && classifier.name === compiled.care.segmentedBy;
  const decided = isDecided ? membershipsByAccount(memberships) : undefined;
  const dictionary = dictionaryOf(classifier);
  const codes = new Map(dictionary.map((label, code) => [label, code]));
  const data = new Uint16Array(all.length);
  for (const [index, records] of all.entries()) {
    const row = accountRow(records, compiled, asOf);
    let outcome = classify(classifier, row);
    if (decided !== undefined) {
      const unit = places?.[index] ?? { accountId: records.account.id };
      const own = decided.get(unit.accountId) ?? [];
      outcome = decidedSegment(outcome, own, classifier, { row, unit, compiled }).outcome;
    }
    const label = labelOf(outcome);
    if (!codes.has(label)) codes.set(label, dictionary.push(label) - 1);
    data[index] = codes.get(label)!;
  }
  return { kind: "category", data, dictionary };
}

/** The labels of a classifier, and what may stand in their place. */
export function dictionaryOf({ labels }: CompiledClassifier): string[] {
  return [...labels.keys(), "excluded", "unclassified", "undecided", "conflict"];
}

/** The classifier of that name; without a name the one that care is segmented by. */
export function classifierNamed(compiled: CompiledPolicy, name?: string): CompiledClassifier {
  requireCompiled(compiled);
  const asked = name ?? compiled.care.segmentedBy;
  const found = compiled.classifiers.get(asked);
  if (found !== undefined) return found;
  const near = nearestName(asked, compiled.classifiers.keys());
  const at = { code: "unknown-classifier", path: "context.classifier", received: name };
  throw new HoitoError(withGuess(`there is no classifier \`${asked}\``, near), at);
}
