import type { Reason } from "../shapes/index.js";
import type { CompiledQuota } from "./compiled-cadence.js";
import { type Contact, rounded, weightOf } from "./contacts.js";
import type { Standing } from "./duty.js";

/** How far a quota has come with the contacts of one period. */
export function standingOf(
  { atLeast, atMost }: CompiledQuota,
  period: string,
  heldContacts: readonly Contact[],
  plannedContacts: readonly Contact[],
): Standing {
  const held = weightOf(heldContacts);
  const planned = weightOf(plannedContacts);
  const done = rounded(held + planned);
  return {
    period,
    ...(atLeast === undefined ? {} : { atLeast }),
    ...(atMost === undefined ? {} : { atMost }),
    held,
    planned,
    earned: Math.min(done, atMost ?? Number.POSITIVE_INFINITY),
    remaining: rounded(Math.max(0, (atLeast ?? 0) - done)),
  };
}

/** The standing as the reason for what a quota demands. */
export function quotaReason({ name, cadence }: CompiledQuota, standing: Standing): Reason {
  const { earned, ...counted } = standing;
  const details = { ...counted, spread: cadence.spread };
  return { kind: "step", step: "quota", path: `cadences.${name}`, details, of: [] };
}
