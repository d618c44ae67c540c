import type { ComparisonReason } from "../shapes/index.js";
import { type Language, phrasesOf } from "./language.js";
import { tellValue } from "./tell-value.js";

/**
 * One comparison as a clause without a full stop.
 *
 * @param reason - a comparison out of a decision's reasons
 * @param language - `en` or `fi`
 * @returns such as `headcount is 600, not at least 1,000 (400 short)`
 * @throws {@link HoitoError} in JavaScript `unknown-language`
 *
 * @example A fact and its bound
 * ```ts
 * import { tellComparison } from "hoito/sentences";
 *
 * const reason = {
 *   kind: "comparison", path: "headcount", comparison: "atLeast",
 *   verdict: "notMet", value: 600, bound: 1000, shortBy: 400,
 * } as const;
 * tellComparison(reason, "en"); // => "headcount is 600, not at least 1,000 (400 short)"
 * tellComparison(reason, "fi").startsWith("headcount: 600, ehto vähintään"); // => true
 * ```
 *
 * @category Sentences
 */
export function tellComparison(reason: ComparisonReason, language: Language): string {
  const phrases = phrasesOf(language);
  const { path, comparison, verdict, value, bound = null } = reason;
  if (comparison === "isMissing")
    return phrases.present(path, (bound === true) === (verdict === "met"));
  if (verdict === "unknown") {
    const facts = reason.missing ?? [];
    const why = facts.map((fact) => {
      const told = phrases.missing[fact.why];
      return fact.path === path ? told : `${told} (${fact.path})`;
    });
    return phrases.isUnknown(path, why.join(", "));
  }
  if (value === null || value === undefined) return phrases.hasNone(path);
  const pattern = phrases.comparisons[comparison] ?? `${comparison} #`;
  const asked = pattern.replace("#", () => tellValue(bound, language));
  const shown = tellValue(value, language);
  const isEqual = comparison === "equals" && verdict === "met";
  const told = isEqual
    ? phrases.equals(path, shown)
    : phrases.is(path, shown, asked, verdict === "met");
  return told + (reason.assumed === true ? phrases.assumed : "") + tellDistance(reason, language);
}

/** Comparisons that a value fails by being too great or too late. */
const UPPER_BOUNDS: readonly string[] = ["atMost", "lessThan", "onOrBefore", "before"];

function tellDistance({ comparison, shortBy, unit }: ComparisonReason, language: Language): string {
  if (shortBy === undefined) return "";
  const phrases = phrasesOf(language);
  const told = tellValue(shortBy, language);
  const amount = unit === "days" ? phrases.days(told) : told;
  return UPPER_BOUNDS.includes(comparison) ? phrases.overBy(amount) : phrases.shortBy(amount);
}
