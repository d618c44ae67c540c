import type { MissingFact, Reason } from "../shapes/index.js";

/**
 * The facts that the unknown comparisons among some reasons would have needed, each once, in the
 * order in which the policy asks for them.
 *
 * @param because - reasons, of any kind and depth
 * @returns facts by path and reason; none for no reasons
 *
 * @category Rules
 */
export function missingFacts(because: readonly Reason[]): readonly MissingFact[] {
  const found = new Map<string, MissingFact>();
  const visit = (reason: Reason): void => {
    if (reason.kind !== "comparison") for (const part of reason.of) visit(part);
    else for (const fact of reason.missing ?? []) found.set(`${fact.path} ${fact.why}`, fact);
  };
  for (const reason of because) visit(reason);
  return [...found.values()];
}
