import { compareDuties, type Duty } from "../cadence/index.js";
import { type Account, type AccountRecords, type OwnFields, ownRecords } from "../facts/index.js";
import {
  type AccountUnit,
  mergeUnitDuties,
  type UnitDuty,
  type UnitPlace,
  unitsOfAccount,
} from "../segments/index.js";
import type { MissingFact } from "../shapes/index.js";
import type { CivilDate } from "../time/index.js";
import type { UnitChapter } from "./care-policy.js";
import type { CompiledPolicy } from "./compiled-policy.js";
import { type AskContext, type CareDecision, decideUnit, told } from "./decide-care.js";
import { requireCompiled, requireOne } from "./require-asked.js";

/**
 * What a policy says about one unit of an account.
 *
 * @category Policy
 */
export interface UnitDecision<A extends Account<OwnFields> = Account> {
  readonly unit: UnitPlace & { readonly id: string };
  readonly decision: CareDecision<A>;
}

/**
 * What a policy says about the units of one account, and what is due at the account.
 *
 * @category Policy
 */
export interface UnitsDecision<A extends Account<OwnFields> = Account> {
  readonly units: readonly UnitDecision<A>[];
  /** Most pressing first, merged as the policy says. */
  readonly duties: readonly UnitDuty<Duty>[];
  /** Units whose care model is undecided, so that nobody can say what they are owed. */
  readonly undecidedUnits: readonly string[];
  readonly missing: readonly MissingFact[];
  /** The first day on which the answer of a unit could change; absent when none will. */
  readonly validUntilDate?: CivilDate;
}

/** A policy that names no unit classifies whole accounts. */
const WHOLE_ACCOUNT: UnitChapter = {
  per: [],
  recordsWithoutLine: "everyUnit",
  duties: "strictest",
};

/**
 * The care of an account whose business lines or regions are classified each on their own.
 *
 * Each unit is decided as `decideCare` decides an account, with the records, the owners, the
 * memberships and the duties of its own line and region; then the duties are merged as the policy's `unit.duties` says. Under a policy
 * without `unit` the account is its only unit.
 *
 * @param records - the account with its records
 * @param compiled - the policy, with its fit where it has cuts
 * @param context - `asOf` that day included, and the working calendar
 * @returns one decision for each unit, and the duties of the account
 * @throws {@link HoitoError} `not-a-civil-date` when `asOf` is no date; in JavaScript as
 *   {@link decideCare}
 *
 * @example A key account in one line, and ordinary in the other
 * ```ts
 * import { type CarePolicy, compileCalendar, compilePolicy, money, orThrow } from "hoito";
 * import { decideCareForUnits } from "hoito/policy";
 *
 * const policy: CarePolicy = {
 *   id: "demo",
 *   version: "1",
 *   currency: "EUR",
 *   businessLines: ["training", "recruiting"],
 *   unit: { per: ["businessLine"], recordsWithoutLine: "unknown", duties: "strictest" },
 *   measures: { revenue: { sum: "revenues.amount", over: "always" } },
 *   segments: {
 *     size: {
 *       method: "rules",
 *       labels: { key: {}, other: {} },
 *       hitPolicy: "first",
 *       rules: [
 *         { segment: "key", when: { field: "revenue", moreThan: { amount: "50.00", currency: "EUR" } } },
 *       ],
 *       otherwise: "other",
 *     },
 *   },
 *   care: {
 *     segmentedBy: "size",
 *     models: { light: { ownership: { mode: "none" }, cadences: "none", significance: 1 } },
 *     bySegment: { key: "light", other: "light" },
 *   },
 *   cadences: {},
 * };
 * const span = { from: "2019-01-01", until: "2020-01-01", weekend: ["sunday"] } as const;
 * const calendar = orThrow(compileCalendar(span));
 * const amount = money("80.00", "EUR");
 * const bookedOn = "2019-03-01";
 * const { units } = decideCareForUnits(
 *   {
 *     account: { id: "A" },
 *     coverage: { revenues: "complete" },
 *     revenues: [{ accountId: "A", bookedOn, amount, businessLine: "training" }],
 *   },
 *   orThrow(compilePolicy(policy)),
 *   { asOf: "2019-06-30", calendar },
 * );
 * units.map(({ unit, decision }) => [unit.businessLine, decision.segment.value]);
 * // => [
 * //   ["training", { kind: "segment", segment: "key" }],
 * //   ["recruiting", { kind: "segment", segment: "other" }],
 * // ]
 * ```
 *
 * @category Policy
 */
export function decideCareForUnits<A extends Account<OwnFields>>(
  records: AccountRecords<A>,
  compiled: CompiledPolicy,
  context: AskContext,
): UnitsDecision<A> {
  requireCompiled(compiled);
  requireOne(records);
  const { unit: chapter = WHOLE_ACCOUNT, businessLines = [] } = compiled.policy;
  const { own, findings } = ownRecords(records);
  const units = unitsOfAccount(own, chapter, { businessLines }).map((unit) => {
    const { records: part, ...place } = unit;
    const decision = decideUnit(part, withinUnit(compiled, unit), context, unit);
    return { unit: place, decision: told(findings, decision) };
  });
  const owed = units.map(({ unit, decision: { duties } }) => {
    const all = duties.value.kind === "duties" ? duties.value.duties : [];
    return { unit, duties: all.filter((duty) => isOf(unit, duty)) };
  });
  const undecided = units.filter(({ decision }) => decision.duties.value.kind === "undecided");
  const days = units.flatMap(({ decision }) => decision.validUntilDate ?? []).sort();
  const [validUntilDate] = days;
  return {
    units,
    duties: mergeUnitDuties(owed, chapter.duties, compareDuties),
    undecidedUnits: undecided.map(({ unit }) => unit.id),
    missing: undecided.flatMap(({ decision }) => decision.duties.missing),
    ...(validUntilDate === undefined ? {} : { validUntilDate }),
  };
}

/** The policy as a unit sees it: its own business line is the only one. */
function withinUnit(compiled: CompiledPolicy, { businessLine }: AccountUnit): CompiledPolicy {
  if (businessLine === undefined) return compiled;
  return { ...compiled, policy: { ...compiled.policy, businessLines: [businessLine] } };
}

/** A cadence for each business line owes the other lines' duties to their own units. */
function isOf({ businessLine }: UnitPlace, duty: Duty): boolean {
  if (businessLine === undefined || duty.businessLine === undefined) return true;
  return duty.businessLine === businessLine;
}
