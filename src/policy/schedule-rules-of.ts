import type { ScheduleRules } from "../cadence/index.js";
import { HoitoError } from "../shapes/index.js";
import type { CompiledPolicy } from "./compiled-policy.js";

/** The scheduling rules of a question: those it brings along, or else those of the policy. */
export function scheduleRulesOf(
  { policy }: CompiledPolicy,
  { rules }: { readonly rules?: ScheduleRules },
): ScheduleRules {
  const found = rules ?? policy.schedule;
  if (found !== undefined) return found;
  const text = "neither the policy has a chapter `schedule` nor the question its `rules`";
  throw new HoitoError(text, { code: "missing-schedule-rules", path: "rules" });
}
