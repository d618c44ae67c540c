import { type Checked, checked, errorAt, type Finding } from "../shapes/index.js";
import type { CivilDate } from "../time/index.js";
import type { CarePolicy } from "./care-policy.js";

/**
 * The one version of a policy that is in force on a day.
 *
 * Drafts, proposals and retired versions do not count. Two versions on one day are refused, as is any day without one
 * between the first and the last of them.
 *
 * @param versions - versions of one policy, in any order
 * @param asOf - `YYYY-MM-DD`, that day included
 * @returns the version, or the findings `no-policy-in-force`, `policies-overlap` and `policy-gap`
 *
 * @category Policy
 */
export function policyInForce(
  versions: readonly CarePolicy[],
  asOf: CivilDate,
): Checked<CarePolicy> {
  const inOrder = versions
    .filter(({ status }) => status === undefined || status === "approved" || status === "inForce")
    .toSorted((left, right) => compare(left.validFrom ?? "", right.validFrom ?? ""));
  const findings: Finding[] = [];
  for (const [index, next] of inOrder.slice(1).entries()) {
    const end = inOrder[index]!.validUntil;
    const start = next.validFrom ?? "";
    const [before, after] = [inOrder[index]!.version, next.version];
    if (end === undefined || end > start) {
      const text = `versions \`${before}\` and \`${after}\` hold at the same time`;
      findings.push(errorAt(`versions.${after}`, "policies-overlap", text));
    } else if (end < start) {
      const text = `no version holds from ${end} to ${start}`;
      findings.push(errorAt(`versions.${after}`, "policy-gap", text));
    }
  }
  const found = inOrder.find(({ validFrom = "", validUntil }) => {
    return validFrom <= asOf && (validUntil === undefined || asOf < validUntil);
  });
  if (found === undefined) {
    findings.push(errorAt("asOf", "no-policy-in-force", `no version is in force on ${asOf}`));
  }
  return checked(findings, () => found!);
}

function compare(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
