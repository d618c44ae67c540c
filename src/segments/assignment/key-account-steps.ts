import type { RecordId } from "../../facts/index.js";
import { errorAt, type Finding, nearestName, warningAt } from "../../shapes/index.js";
import { type CivilDate, toEpochDay } from "../../time/index.js";
import type { KeyAccountChoice } from "./key-account-choice.js";

/**
 * What a company has written down of how it determines its key accounts.
 *
 * @category Segments
 */
export interface KeyAccountProcess {
  readonly strategicGoals: readonly string[];
  /** Which criterion serves which goal. */
  readonly goalEffects: readonly { readonly goal: string; readonly criterion: string }[];
  readonly presentValueCriteria: readonly string[];
  readonly potentialCriteria: readonly string[];
  /** When the criteria are looked at again. */
  readonly nextReviewOn?: CivilDate;
}

/**
 * One of the seven steps and what it lacks.
 *
 * @category Segments
 */
export interface KeyAccountStep {
  readonly step: 1 | 2 | 3 | 4 | 5 | 6 | 7;
  readonly name: (typeof NAMES)[number];
  readonly status: "met" | "missing";
  /** Goals without effect, or accounts that nobody can value or choose yet. */
  readonly lacking: readonly RecordId[];
}

const NAMES = [
  "strategicGoals",
  "effectOnSelection",
  "presentValueFactors",
  "potentialFactors",
  "accountsValued",
  "selectedWithinResources",
  "criteriaReviewed",
] as const;

/**
 * Which of the seven steps to key accounts a company has taken: strategic goals, their effect on
 * the selection, factors of present value, factors of potential, accounts valued by them, selection
 * within the resources, and a review of the criteria.
 *
 * Goals are in effect when each serves a criterion. Accounts are valued when every candidate has a
 * score, and selected when nobody who would take a place is undecided. A review is in order while
 * its day has not passed; the day itself is in order.
 *
 * @param written - what the company has written down
 * @param choice - what {@link selectKeyAccounts} gave, once it was made
 * @param context - the day that is asked about
 * @returns the seven steps, a warning `step-missing` for each that is not met, and the findings
 *   `unknown-goal` and `unknown-criterion`
 * @throws {@link HoitoError} `not-a-civil-date`
 *
 * @example A company that has only begun
 * ```ts
 * import { keyAccountSteps } from "hoito/segments";
 *
 * const begun = {
 *   strategicGoals: ["growth"],
 *   goalEffects: [{ goal: "growth", criterion: "growthPotential" }],
 *   presentValueCriteria: ["revenue"],
 *   potentialCriteria: ["growthPotential"],
 * };
 * const { steps } = keyAccountSteps(begun, undefined, { asOf: "2020-05-04" });
 * steps.filter(({ status }) => status === "missing").map(({ step }) => step); // => [5, 6, 7]
 * ```
 *
 * Source: the seven steps are those of Mäntyneva (2019).
 *
 * @category Segments
 */
export function keyAccountSteps(
  written: KeyAccountProcess,
  choice: KeyAccountChoice | undefined,
  context: { readonly asOf: CivilDate },
): { readonly steps: readonly KeyAccountStep[]; readonly findings: readonly Finding[] } {
  const { strategicGoals, goalEffects, presentValueCriteria, potentialCriteria } = written;
  const served = new Set(goalEffects.map(({ goal }) => goal));
  const idle = strategicGoals.filter((goal) => !served.has(goal));
  const undecided = choice?.undecided ?? [];
  const unvalued = undecided.filter(({ missing }) => missing.some(({ path }) => path === "score"));
  const open = undecided.filter(({ ahead }) => ahead);
  const { nextReviewOn } = written;
  const isReviewed =
    nextReviewOn !== undefined && toEpochDay(nextReviewOn) >= toEpochDay(context.asOf);
  const met: readonly (readonly [boolean, readonly RecordId[]])[] = [
    [strategicGoals.length > 0, []],
    [strategicGoals.length > 0 && idle.length === 0, idle],
    [presentValueCriteria.length > 0, []],
    [potentialCriteria.length > 0, []],
    [choice !== undefined && unvalued.length === 0, unvalued.map((each) => each.accountId)],
    [choice !== undefined && open.length === 0, open.map((each) => each.accountId)],
    [isReviewed, []],
  ];
  const steps = met.map(([isMet, lacking], index): KeyAccountStep => {
    const step = (index + 1) as KeyAccountStep["step"];
    return { step, name: NAMES[index]!, status: isMet ? "met" : "missing", lacking };
  });
  const lacking = steps.filter(({ status }) => status === "missing");
  const warnings = lacking.map(({ name, step }) => {
    return warningAt(name, "step-missing", `step ${step} of seven is not taken`);
  });
  return { steps, findings: [...checkEffects(written), ...warnings] };
}

function checkEffects(written: KeyAccountProcess): readonly Finding[] {
  const { strategicGoals, goalEffects, presentValueCriteria, potentialCriteria } = written;
  const criteria = [...presentValueCriteria, ...potentialCriteria];
  return goalEffects.flatMap(({ goal, criterion }, index) => [
    ...checkName(goal, strategicGoals, "goal", `goalEffects[${index}].goal`),
    ...checkName(criterion, criteria, "criterion", `goalEffects[${index}].criterion`),
  ]);
}

function checkName(
  name: string,
  known: readonly string[],
  what: "goal" | "criterion",
  path: string,
): readonly Finding[] {
  if (known.includes(name)) return [];
  const code = what === "goal" ? "unknown-goal" : "unknown-criterion";
  const text = `there is no ${what} \`${name.slice(0, 80)}\``;
  return [errorAt(path, code, text, nearestName(name, known))];
}
