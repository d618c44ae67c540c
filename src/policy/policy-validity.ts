import { type Finding, warningAt } from "../shapes/index.js";
import { type CivilDate, toEpochDay } from "../time/index.js";
import type { CompiledPolicy } from "./compiled-policy.js";

/** The next day on which the policy begins or ends, or `Infinity`. */
export function nextValidity(
  { policy: { validFrom, validUntil } }: CompiledPolicy,
  asOf: number,
): number {
  const days = [validFrom, validUntil].flatMap((date) =>
    date === undefined ? [] : [toEpochDay(date)],
  );
  return Math.min(...days.filter((day) => day > asOf), Number.POSITIVE_INFINITY);
}

/** A warning where a policy is asked outside its validity. */
export function validityFindings({ policy }: CompiledPolicy, asOf: CivilDate): readonly Finding[] {
  const { validFrom, validUntil } = policy;
  const isEarly = validFrom !== undefined && asOf < validFrom;
  const isLate = validUntil !== undefined && asOf >= validUntil;
  if (!isEarly && !isLate) return [];
  const text = isEarly ? `is in force from ${validFrom}` : `was in force until ${validUntil}`;
  return [warningAt("asOf", "policy-not-in-force", `asked on ${asOf}, but the policy ${text}`)];
}
