import type { CompiledKpis } from "../kpis/index.js";
import type { Scope } from "../rules/index.js";

/**
 * Warns of figures that read a column of labels whose name comes near that of a classifier.
 *
 * Any other name is the host's: it may have labels that no classifier of the policy gives.
 */
export function checkKpiColumns(
  { kpis }: CompiledKpis,
  classifiers: readonly string[],
  scope: Scope,
): void {
  for (const { id, method } of kpis) {
    const { column } = method as { readonly column?: string };
    if (column === undefined) continue;
    scope.doubtName(column, "classifier", classifiers, `kpis.${id}.with.column`);
  }
}
