import type { MissingFact } from "../shapes/index.js";
import { type Language, phrasesOf } from "./language.js";

/**
 * The facts that a decision, a duty or an undecided owner is waiting for, as sentences.
 *
 * @param missing - the `missing` of whatever was asked
 * @param language - `en` or `fi`
 * @returns one sentence for each fact, in their order; none where nothing is missing
 * @throws {@link HoitoError} in JavaScript `unknown-language`
 *
 * @example Why nobody can say when the next visit is due
 * ```ts
 * import { tellMissing } from "hoito/sentences";
 *
 * const missing = [{ path: "activities", why: "notSupplied" }] as const;
 * tellMissing(missing, "en"); // => ["activities is not known: such records are not supplied."]
 * tellMissing(missing, "fi"); // => ["activities: ei tiedossa, näitä tietoja ei ole annettu."]
 * ```
 *
 * @category Sentences
 */
export function tellMissing(
  missing: readonly MissingFact[],
  language: Language,
): readonly string[] {
  const phrases = phrasesOf(language);
  return missing.map(({ path, why }) => `${phrases.isUnknown(path, phrases.missing[why])}.`);
}
