import type { DatedLabels } from "../../../src/segments/index.js";
import type { CivilDate } from "../../../src/time/index.js";

/** A label column out of pairs of account and label. */
export function columnOf(
  labels: readonly (readonly [string | number, string])[],
  asOf: CivilDate = "2019-01-01",
): DatedLabels {
  const dictionary = [...new Set(labels.map(([, label]) => label))];
  const data = labels.map(([, label]) => dictionary.indexOf(label));
  return { asOf, accountIds: labels.map(([id]) => id), data, dictionary };
}

/** The codes of findings, in the order in which they were found. */
export function codesOf(result: {
  readonly findings: readonly { readonly path: string; readonly code: string }[];
}): readonly string[] {
  return result.findings.map(({ path, code }) => `${path}: ${code}`);
}
