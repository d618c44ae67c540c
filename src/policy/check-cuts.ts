import type { FieldKind } from "../facts/index.js";
import { ANNOTATIONS, nameOf, type Scope } from "../rules/index.js";
import type { CarePolicy } from "./care-policy.js";

const WORDS: readonly string[] = ["of", "quantile", "type", ...ANNOTATIONS];

/**
 * Checks the cuts of a policy: each is a quantile of a measure that is a number or money.
 *
 * @param policy - the cuts, and the measures that the policy declares
 * @param measures - kind of value by measure, of those without a fault
 * @param scope - its findings take the faults
 * @returns the kind of value of each cut
 */
export function checkCuts(
  { cuts = {}, measures: declared = {} }: Pick<CarePolicy, "cuts" | "measures">,
  measures: ReadonlyMap<string, FieldKind>,
  scope: Scope,
): ReadonlyMap<string, FieldKind> {
  const kinds = new Map<string, FieldKind>();
  for (const [name, cut] of Object.entries(cuts)) {
    const path = `cuts.${name}`;
    scope.checkWords(cut, WORDS, path);
    const { of, quantile, type } = cut;
    const kind = measures.get(of);
    if (!Object.hasOwn(declared, of)) {
      scope.unknownName(of, "measure", Object.keys(declared), `${path}.of`);
    } else if (kind !== undefined && kind !== "number" && kind !== "money") {
      scope.fault(`${path}.of`, "wrong-measure-kind", `a ${nameOf(kind)} has no quantiles`);
    }
    if (!(typeof quantile === "number" && quantile >= 0 && quantile <= 1)) {
      scope.fault(`${path}.quantile`, "out-of-range", "`quantile` is a number from 0 to 1");
    }
    if (!(Number.isInteger(type) && type >= 1 && type <= 9)) {
      const text = "`type` is the quantile's number from 1 to 9 (Hyndman and Fan 1996)";
      scope.fault(`${path}.type`, "unknown-value", text);
    }
    kinds.set(name, kind ?? "number");
  }
  return kinds;
}
