import { type Checked, checked, errorAt, type Finding } from "../shapes/index.js";
import { type CivilDate, toCivilDate, toEpochDay } from "../time/index.js";
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
  const day = toCivilDate(toEpochDay(asOf));
  const spans = versions
    .filter(({ status = "inForce" }) => status === "approved" || status === "inForce")
    .map((policy) => ({ policy, from: policy.validFrom ?? "", until: policy.validUntil ?? ALWAYS }))
    .toSorted((left, right) => {
      return compare(left.from, right.from) || compare(left.policy.version, right.policy.version);
    });
  const findings: Finding[] = [];
  let longest = spans[0];
  for (const next of spans.slice(1)) {
    const { from, until, policy } = next;
    const before = longest!;
    const path = `versions.${policy.version}`;
    if (before.until > from) {
      const text = `versions \`${before.policy.version}\` and \`${policy.version}\` hold at the same time`;
      findings.push(errorAt(path, "policies-overlap", text));
    } else if (before.until < from) {
      findings.push(
        errorAt(path, "policy-gap", `no version holds from ${before.until} to ${from}`),
      );
    }
    if (until > before.until) longest = next;
  }
  const found = spans.find(({ from, until }) => from <= day && day < until);
  if (found === undefined) {
    findings.push(errorAt("asOf", "no-policy-in-force", `no version is in force on ${day}`));
  }
  return checked(findings, () => found!.policy);
}

/** After every date, as text. */
const ALWAYS = "~";

function compare(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
