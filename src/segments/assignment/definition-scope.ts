import { type Parameter, resolveParameters, Scope } from "../../rules/index.js";
import type { Finding } from "../../shapes/index.js";

/**
 * What a definition that stands outside a policy may name.
 *
 * @category Segments
 */
export interface DefinitionNames {
  readonly parameters?: Readonly<Record<string, Parameter>>;
  /** The one currency of money in its conditions. */
  readonly currency?: string;
}

/** A scope of parameters alone; those that are open or broken are findings already. */
export function definitionScope({ parameters = {}, currency }: DefinitionNames): Scope {
  const findings: Finding[] = [];
  const resolved = resolveParameters(parameters, currency, findings);
  return new Scope({ ...resolved, currency, findings });
}
