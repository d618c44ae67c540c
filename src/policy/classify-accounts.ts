import { type CustomerBase, recordsByAccount } from "../facts/index.js";
import { classify, type SegmentOutcome } from "../segments/index.js";
import { type CivilDate, toEpochDay } from "../time/index.js";
import { accountRow } from "./account-row.js";
import type { CompiledPolicy } from "./compile-policy.js";

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
 * The segment of every account of a base, without reasons: ask `decideCare` for those of one.
 *
 * The dictionary holds the labels of the classifier in the order of the policy, then `excluded`, `unclassified`,
 * `undecided`, `conflict` and, under the hit policy `collect`, every combination that occurs, joined by `+`.
 *
 * @param base - all accounts with their records
 * @param compiled - the policy, with its fit where it has cuts
 * @param context - `asOf`, that day included
 * @returns one code for each account, in the order of `base.accounts`
 *
 * @category Policy
 */
export function classifyAccounts(
  base: CustomerBase,
  compiled: CompiledPolicy,
  context: { readonly asOf: CivilDate },
): CategoryColumn {
  const asOf = toEpochDay(context.asOf);
  const classifier = compiled.classifiers.get(compiled.care.segmentedBy)!;
  const outcomes = ["excluded", "unclassified", "undecided", "conflict"];
  const dictionary = [...classifier.labels.keys(), ...outcomes];
  const codes = new Map(dictionary.map((label, code) => [label, code]));
  const data = new Uint16Array(base.accounts.length);
  for (const [index, records] of recordsByAccount(base).entries()) {
    const label = labelOf(classify(classifier, accountRow(records, compiled, asOf)));
    if (!codes.has(label)) codes.set(label, dictionary.push(label) - 1);
    data[index] = codes.get(label)!;
  }
  return { kind: "category", data, dictionary };
}

function labelOf(outcome: SegmentOutcome): string {
  if (outcome.kind === "segment") return outcome.segment;
  return outcome.kind === "segments" ? outcome.segments.join("+") : outcome.kind;
}
