import type { MissingFact, Reason } from "../shapes/index.js";

/**
 * The facts that would have settled some reasons, each once, in the order in which the policy asks
 * for them.
 *
 * Only what is still unknown is looked into: a fact below a group that the other facts have settled
 * is not needed, nor is one of a rule whose unknown verdict the policy takes as not met.
 *
 * @param because - reasons, of any kind and depth
 * @returns facts by path and reason; none for no reasons
 *
 * @category Rules
 */
export function missingFacts(because: readonly Reason[]): readonly MissingFact[] {
  const found = new Map<string, MissingFact>();
  const visit = (reason: Reason): void => {
    if ("verdict" in reason && reason.verdict !== "unknown") return;
    if (reason.kind === "comparison") {
      for (const fact of reason.missing ?? []) found.set(`${fact.path} ${fact.why}`, fact);
    } else if (reason.kind !== "rule" || reason.takenAsNotMet !== true) {
      for (const part of reason.of) visit(part);
    }
  };
  for (const reason of because) visit(reason);
  return [...found.values()];
}
