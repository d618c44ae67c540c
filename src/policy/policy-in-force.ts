import { type Checked, checked, errorAt, type Finding } from "../shapes/index.js";
import { type CivilDate, toCivilDate, toEpochDay } from "../time/index.js";
import type { CarePolicy } from "./care-policy.js";

/**
 * The one version of a policy that is in force on a day.
 *
 * A version holds from its `validFrom` until the day before its `validUntil`, without limit where
 * either is left out. Drafts, proposals and retired versions do not count; one without a status
 * does. Two versions on one day are refused, as is any day without one between the first and the
 * last of them, whatever day is asked for.
 *
 * @param versions - versions of one policy, in any order
 * @param asOf - `YYYY-MM-DD`
 * @returns the version, or the findings `no-policy-in-force`, `policies-overlap` and `policy-gap`
 * @throws {@link HoitoError} `not-a-civil-date` when `asOf` is no date
 *
 * @example Last year's policy and this year's
 * ```ts
 * import { type CarePolicy, orThrow, policyInForce } from "hoito";
 *
 * const care = { segmentedBy: "", models: {}, bySegment: {} };
 * const rest = { id: "demo", segments: {}, care, cadences: {} };
 * const first: CarePolicy = { ...rest, version: "1", validUntil: "2018-01-01" };
 * const second: CarePolicy = { ...rest, version: "2", validFrom: "2018-01-01" };
 *
 * orThrow(policyInForce([second, first], "2017-12-31")).version; // => "1"
 * orThrow(policyInForce([second, first], "2018-01-01")).version; // => "2"
 *
 * const late: CarePolicy = { ...second, validFrom: "2018-02-01" };
 * policyInForce([first, late], "2018-03-28").findings[0]?.code; // => "policy-gap"
 * ```
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
      const both = `\`${before.policy.version}\` and \`${policy.version}\``;
      const text = `versions ${both} hold at the same time`;
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
