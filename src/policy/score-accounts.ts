import { type CustomerBase, recordsByAccount } from "../facts/index.js";
import {
  type CompiledClassifier,
  fieldsOfClassifier,
  scoreOfClassifier,
} from "../segments/index.js";
import { HoitoError } from "../shapes/index.js";
import type { CivilDate } from "../time/index.js";
import { accountRow } from "./account-row.js";
import { classifierNamed } from "./classify-accounts.js";
import type { CompiledPolicy } from "./compiled-policy.js";
import { dayOfAsking } from "./require-asked.js";

/**
 * Numbers of many accounts, aligned with the accounts of the base.
 *
 * @category Policy
 */
export interface NumberColumn {
  readonly kind: "number";
  /** 0 where there is no number. */
  readonly data: Float64Array;
  /** One bit an account, least significant first, as in Arrow: 1 where there is a number. */
  readonly valid: Uint8Array;
}

/**
 * A score of every account of a base: that of a scorecard, or one of an RFM classifier.
 *
 * An account whose score is unknown, or that has none, is not valid.
 *
 * @param base - all accounts with their records
 * @param compiled - the policy, with its fit
 * @param context - `asOf`, that day included; the `classifier`, and which of its scores: `score`, or
 *   for RFM also `recency`, `frequency` or `monetary`
 * @returns one number for each account, in the order of `base.accounts`
 * @throws {@link HoitoError} `not-a-civil-date` when `asOf` is no date, `unknown-classifier` and
 *   `unknown-score` when the policy has none of that name; in JavaScript also `not-a-base` and
 *   `unknown-option`
 *
 * @example A value index of two criteria
 * ```ts
 * import { type CarePolicy, compilePolicy, orThrow, scoreAccounts } from "hoito";
 *
 * const normalise = { by: "points", points: { low: 0, medium: 0.5, high: 1 } } as const;
 * const policy: CarePolicy = {
 *   id: "demo",
 *   version: "1",
 *   segments: {
 *     index: {
 *       method: "scorecard",
 *       labels: { key: {}, ordinary: {} },
 *       weightsSumTo: 100,
 *       missing: "undecided",
 *       criteria: [
 *         { of: "referenceValue", weight: 60, normalise },
 *         { of: "strategicFit", weight: 40, normalise },
 *       ],
 *       bands: [{ segment: "key", atLeast: 70 }, { segment: "ordinary" }],
 *     },
 *   },
 *   care: {
 *     segmentedBy: "index",
 *     models: { light: { ownership: { mode: "none" }, cadences: "none", significance: 1 } },
 *     bySegment: { key: "light", ordinary: "light" },
 *   },
 *   cadences: {},
 * };
 * const judgements = { referenceValue: { value: "high" }, strategicFit: { value: "medium" } } as const;
 * const base = { accounts: [{ id: 1, judgements }, { id: 2 }], coverage: {} };
 * const compiled = orThrow(compilePolicy(policy));
 *
 * const scores = scoreAccounts(base, compiled, { asOf: "2018-03-28", classifier: "index" });
 * [...scores.data]; // => [80, 0]
 * [...scores.valid]; // => [1]
 * ```
 *
 * @category Policy
 */
export function scoreAccounts(
  base: CustomerBase,
  compiled: CompiledPolicy,
  context: { readonly asOf: CivilDate; readonly classifier: string; readonly score?: string },
): NumberColumn {
  const asOf = dayOfAsking(context, { asOf: true, classifier: true, score: true });
  const { score = "score" } = context;
  const classifier = classifierNamed(compiled, context.classifier);
  refuseUnknownScore(score, classifier, compiled);
  const data = new Float64Array(base.accounts.length);
  const valid = new Uint8Array(Math.ceil(data.length / 8));
  for (const [index, records] of recordsByAccount(base).entries()) {
    const cell = scoreOfClassifier(classifier, accountRow(records, compiled, asOf), score);
    if (typeof cell !== "number") continue;
    data[index] = cell;
    valid[index >> 3]! |= 1 << (index & 7);
  }
  return { kind: "number", data, valid };
}

/** Throws where a classifier has no score of that name. */
export function refuseUnknownScore(
  score: string,
  { name }: CompiledClassifier,
  { policy }: CompiledPolicy,
): void {
  if (fieldsOfClassifier(name, policy.segments[name]!).has(`${name}.${score}`)) return;
  const at = { code: "unknown-score", path: "context.score", received: score };
  throw new HoitoError(`classifier \`${name}\` has no score \`${score}\``, at);
}
