import {
  type Parameter,
  type ResolvedParameter,
  resolveParameter,
  Scope,
} from "../../rules/index.js";
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
  const resolved = new Map<string, ResolvedParameter>();
  const broken = new Set<string>();
  const findings: Finding[] = [];
  for (const [name, written] of Object.entries(parameters)) {
    const result = resolveParameter(written, currency, `parameters.${name}`);
    if ("code" in result) {
      findings.push(result);
      broken.add(name);
    } else resolved.set(name, result);
  }
  const none = { kinds: new Map(), cuts: new Map() };
  return new Scope({ ...none, parameters: resolved, broken, currency, findings });
}
