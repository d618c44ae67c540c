import { ANNOTATIONS, isObject, type Scope } from "../rules/index.js";
import { type Finding, showInput, warningAt } from "../shapes/index.js";
import { type CivilDate, isCivilDate } from "../time/index.js";
import type { CarePolicy, ReadinessChapter } from "./care-policy.js";
import { dayOfAsking } from "./require-asked.js";

/** Each condition with the finding for one that is not met. */
const CONDITIONS = [
  ["customersIdentified", "customers-not-identified", "who the customers are"],
  ["baseAnalysed", "base-not-analysed", "that the customer base was analysed"],
  ["strategyStated", "strategy-not-stated", "that the customer strategy is written down"],
  [
    "supportsBusinessStrategy",
    "strategy-not-supporting",
    "that the customer strategy supports the business strategy",
  ],
] as const satisfies readonly (readonly [keyof ReadinessChapter, string, string])[];

const CHAPTER_WORDS = [...CONDITIONS.map(([word]) => word), ...ANNOTATIONS];
const STATEMENT_WORDS = ["by", "on", ...ANNOTATIONS];

/**
 * Which conditions for setting segments are not met: customers identified, base analysed, customer
 * strategy stated, and that strategy supporting the business strategy.
 *
 * A condition is met when the chapter `readiness` states it on `asOf` or before; a later day is a
 * plan, a day that is no date states nothing, and a policy without the chapter meets none. The
 * library takes the company's word: it names what nobody has said, and does not judge what somebody
 * did say.
 *
 * @param policy - a care policy; it need not compile
 * @param context - `asOf`: the day of asking
 * @returns warnings `customers-not-identified`, `base-not-analysed`, `strategy-not-stated`,
 *   `strategy-not-supporting`, in this order; none when the company is ready
 * @throws {@link HoitoError} `not-a-civil-date` when `asOf` is no date
 *
 * @example The strategy is there, and nobody has said what it supports
 * ```ts
 * import { checkReadiness } from "hoito";
 *
 * const said = { by: "sales director", on: "2010-01-15" } as const;
 * const readiness = { customersIdentified: said, baseAnalysed: said, strategyStated: said };
 * const findings = checkReadiness({ readiness }, { asOf: "2010-06-01" });
 * findings.map(({ code }) => code); // => ["strategy-not-supporting"]
 * ```
 *
 * @category Policy
 */
export function checkReadiness(
  policy: Pick<CarePolicy, "readiness">,
  context: { readonly asOf: CivilDate },
): readonly Finding[] {
  dayOfAsking(context, { asOf: true });
  const { readiness } = policy;
  return CONDITIONS.flatMap(([word, code, what]) => {
    const said = readiness?.[word]?.on;
    const on = isCivilDate(said) ? said : undefined;
    if (on !== undefined && on <= context.asOf) return [];
    const when = on === undefined ? "nobody has stated" : `only from ${on} on is it stated`;
    return [warningAt(`readiness.${word}`, code, `${when} ${what}`)];
  });
}

/** Checks the chapter as it is written; what it leaves out is for {@link checkReadiness}. */
export function checkReadinessChapter({ readiness }: CarePolicy, scope: Scope): void {
  if (readiness === undefined) return;
  if (!isObject(readiness)) {
    scope.fault("readiness", "wrong-type", "`readiness` is an object");
    return;
  }
  scope.checkWords(readiness, CHAPTER_WORDS, "readiness");
  for (const [word] of CONDITIONS) {
    const statement = readiness[word];
    if (statement === undefined) continue;
    const path = `readiness.${word}`;
    if (!isObject(statement)) {
      scope.fault(path, "wrong-type", "a statement says `by` whom and `on` which day");
      continue;
    }
    scope.checkWords(statement, STATEMENT_WORDS, path);
    const { by, on } = statement;
    if (typeof by !== "string" || by.trim() === "") {
      scope.fault(`${path}.by`, "missing-property", "somebody makes the statement");
    }
    if (!isCivilDate(on)) {
      scope.fault(`${path}.on`, "not-a-civil-date", `${showInput(on)} is no date`);
    }
  }
}
