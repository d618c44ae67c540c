import { HoitoError, type Reason, type StepReason, type Verdict } from "../shapes/index.js";
import { type Language, phrasesOf } from "./language.js";
import { STEP_PHRASES } from "./step-phrases.js";
import { tellComparison } from "./tell-reason.js";
import { tellValue } from "./tell-value.js";

/**
 * The whole tree of reasons of any decision as an outline: segment, care, owner, duty, permission, points.
 *
 * Every reason is a line, and what it rests on stands below it, two spaces further in. A step that has no phrase of its
 * own is told by its name and its details, so that nothing is left out.
 *
 * @param because - the reasons of a decision
 * @param language - `en` or `fi`
 * @returns lines without full stops; none for no reasons
 * @throws {@link HoitoError} in JavaScript `unknown-language` and `not-reasons`
 *
 * @example Why a segment is cared for so, in both languages
 * ```ts
 * import { tellReasons } from "hoito/sentences";
 *
 * const because = [
 *   {
 *     kind: "step", step: "careBySegment", path: "care.bySegment.key",
 *     details: { segment: "key", model: "personal" }, of: [],
 *   },
 * ] as const;
 * tellReasons(because, "en"); // => ["segment key is cared for as personal"]
 * tellReasons(because, "fi"); // => ["segmenttiä key hoidetaan mallilla personal"]
 * ```
 *
 * @category Sentences
 */
export function tellReasons(because: readonly Reason[], language: Language): readonly string[] {
  phrasesOf(language);
  if (!Array.isArray(because)) {
    const text = "these are no reasons: hand over the `because` of a decision";
    throw new HoitoError(text, { code: "not-reasons", path: "because", received: because });
  }
  return because.flatMap((reason) => {
    const below = reason.kind === "comparison" ? [] : tellReasons(reason.of, language);
    return [tellOne(reason, language), ...below.map((line) => `  ${line}`)];
  });
}

function tellOne(reason: Reason, language: Language): string {
  if (reason.kind === "comparison") return tellComparison(reason, language);
  if (reason.kind === "step") return tellStep(reason, language);
  const { rule, group, takenAsNotMet } = phrasesOf(language);
  const verdict = tellVerdict(reason.verdict, language);
  const title = reason.title === undefined ? "" : ` (${reason.title})`;
  if (reason.kind !== "rule") return `${group[reason.kind]}${title}: ${verdict}`;
  const taken = reason.takenAsNotMet === true ? takenAsNotMet : "";
  return `${rule(reason.rule, reason.outcome)}${title}: ${verdict}${taken}`;
}

function tellVerdict(verdict: Verdict, language: Language): string {
  return phrasesOf(language).verdicts[verdict];
}

/** A phrase whose details are all there, then the details that it leaves out. */
function tellStep({ step, path, details }: StepReason, language: Language): string {
  const phrases = STEP_PHRASES[language];
  const phrase = Object.hasOwn(phrases, step) ? phrases[step]! : "";
  const named = [...phrase.matchAll(PLACE)].map(([, name]) => name!);
  const isWhole = phrase !== "" && named.every((name) => Object.hasOwn(details, name));
  const told = isWhole
    ? phrase.replaceAll(PLACE, (_, name: string) => tellValue(details[name]!, language))
    : `${step}, ${path}`;
  const rest = Object.entries(details)
    .filter(([name]) => !(isWhole && named.includes(name)))
    .map(([name, value]) => `${name} ${tellValue(value, language)}`);
  return rest.length === 0 ? told : `${told} (${rest.join("; ")})`;
}

/** Where a phrase takes a detail. */
const PLACE = /\{(\w+)\}/g;
