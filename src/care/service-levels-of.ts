import type { CareOutcome } from "./care-model.js";
import type { CompiledCare } from "./compile-care.js";

/**
 * The service levels that an account may have: that of its care model, and the floor where it has
 * no model.
 *
 * @param outcome - the account's care model
 * @param care - the compiled chapter
 * @returns one name, several where the model is undecided, none where the policy has no levels
 *
 * @category Service
 */
export function serviceLevelsOf(
  outcome: CareOutcome,
  care: Pick<CompiledCare, "models" | "floorLevel">,
): readonly string[] {
  const names =
    outcome.kind === "undecided"
      ? outcome.candidates
      : [outcome.kind === "model" ? outcome.model : "none"];
  const levels = names.map((name) => care.models.get(name)?.serviceLevel ?? care.floorLevel);
  return [...new Set(levels)].flatMap((level) => level ?? []);
}
