import { ANNOTATIONS, type JsonObject, type Scope } from "../rules/index.js";
import { nearestName } from "../shapes/index.js";

/**
 * A measure made of others, or handed over by the host.
 *
 * @category Measures
 */
export type DerivedMeasure =
  | { readonly does: "ratio"; readonly name: string; readonly of: string; readonly to: string }
  | { readonly does: "growth"; readonly name: string; readonly of: string }
  | { readonly does: "daysSince"; readonly name: string; readonly of: string }
  | { readonly does: "supplied"; readonly name: string; readonly kind: SuppliedKind };

type SuppliedKind = (typeof SUPPLIED_KINDS)[number];

/** What measures can be made of other than records. */
export const DERIVATIONS = ["ratio", "growth", "daysSince", "supplied"] as const;
const SUPPLIED_KINDS = ["number", "money", "date", "boolean", "text"] as const;

/** Whether a word is one of {@link DERIVATIONS}. */
export function isDerivation(word: string): word is DerivedMeasure["does"] {
  return DERIVATIONS.some((each) => each === word);
}

/**
 * Checks the words of a measure made of others; whether those others exist and fit is checked once
 * all are known.
 *
 * @returns the measure, or `undefined` after its fault was recorded
 */
export function compileDerivedMeasure(
  name: string,
  does: DerivedMeasure["does"],
  written: JsonObject,
  names: Scope,
  path: string,
): DerivedMeasure | undefined {
  const words = does === "ratio" ? ["ratio", "to"] : [does];
  names.checkWords(written, [...words, ...ANNOTATIONS], path);
  if (does === "supplied") {
    const kind = SUPPLIED_KINDS.find((each) => each === written["supplied"]);
    if (kind !== undefined) return { does, name, kind };
    const near = nearestName(String(written["supplied"]), SUPPLIED_KINDS);
    return names.fault(`${path}.supplied`, "unknown-value", "there is no such kind of value", near);
  }
  const of = String(written[does]);
  return does === "ratio" ? { does, name, of, to: String(written["to"]) } : { does, name, of };
}

/** The measures that one is made of, with the words that name them. */
export function partsOf(
  derived: DerivedMeasure,
): readonly (readonly [word: string, name: string])[] {
  if (derived.does === "supplied") return [];
  const first = [derived.does, derived.of] as const;
  return derived.does === "ratio" ? [first, ["to", derived.to]] : [first];
}
