import { type AccountRecords, type Activity, compareIds, type RecordId } from "../facts/index.js";
import {
  type CompiledCondition,
  evaluate,
  explainCondition,
  missingFacts,
  NOT_MET,
  nextChange,
  type Truth,
  UNKNOWN,
  whyUnreadable,
} from "../rules/index.js";
import type { MissingFact } from "../shapes/index.js";
import { isCivilDate, toEpochDay } from "../time/index.js";
import type { ContactRule } from "./compiled-cadence.js";
import { type Reading, rowOf } from "./record-row.js";

/** An activity that counts for a cadence. */
export interface Contact {
  readonly day: number;
  readonly weight: number;
  /** Absent of a contact that is only reckoned with. */
  readonly activityId?: RecordId;
}

/** An activity that is planned and would count once it is held. */
export interface Plan {
  readonly day: number;
  readonly activityId: RecordId;
  readonly personId: RecordId | undefined;
}

/** Something that may hide a contact. */
export interface Doubt {
  /** The last day on which the contact may have been; `Infinity` when nobody can tell. */
  readonly day: number;
  /** The facts that would settle it. */
  readonly missing: readonly MissingFact[];
}

/** The activities that count for a cadence, by day. */
export interface Contacts {
  readonly held: readonly Contact[];
  /** Empty where the cadence counts held contacts alone. */
  readonly planned: readonly Contact[];
  /** Planned activities that do not count yet but take the place of a duty; by day, then by id. */
  readonly plans: readonly Plan[];
  /** Activities of which it is unknown whether they count. */
  readonly unclear: readonly Doubt[];
  /** The first day on which another activity counts, or one no longer does. */
  readonly nextChange: number;
}

/** The day of a contact that may have been on any. */
export const UNKNOWN_DAY: number = Number.POSITIVE_INFINITY;

/**
 * The contacts of an account that count for a cadence, oldest first.
 *
 * Held are those completed up to the day of asking, planned those whose day has not passed. A
 * planned contact without a day, or whose day has passed, a cancelled one and one dated later as
 * held do not count.
 */
export function contactsOf(
  rule: ContactRule,
  records: AccountRecords,
  businessLine: string | undefined,
  context: Reading,
): Contacts {
  const { asOf } = context;
  const { plansCount } = rule;
  const held: Contact[] = [];
  const planned: Contact[] = [];
  const plans: Plan[] = [];
  const unclear: Doubt[] = [];
  let next = Number.POSITIVE_INFINITY;
  for (const activity of records.activities ?? []) {
    const isPlan = activity.status === "planned";
    if (activity.status === "cancelled") continue;
    if (isOfOtherLine(activity, businessLine)) continue;
    const day = dayOf(isPlan ? activity.plannedOn : activity.heldOn);
    if (isPlan && (day < asOf || day === UNKNOWN_DAY)) continue;
    if (isPlan && plansCount) next = Math.min(next, day + 1);
    if (!isPlan && day > asOf && day !== UNKNOWN_DAY) {
      next = Math.min(next, day);
      continue;
    }
    const judged = judge(rule, activity, businessLine, context);
    next = Math.min(next, judged.nextChange);
    const { weight, missing } = judged;
    if (isPlan && !plansCount) {
      if (weight > 0 && missing.length === 0) plans.push(planOf(activity, day));
    } else if (missing.length > 0) unclear.push({ day, missing });
    else if (weight > 0) (isPlan ? planned : held).push({ day, weight, activityId: activity.id });
  }
  const byDay = (a: Contact, b: Contact): number => a.day - b.day || a.weight - b.weight;
  plans.sort((a, b) => a.day - b.day || compareIds(a.activityId, b.activityId));
  return { held: held.sort(byDay), planned: planned.sort(byDay), plans, unclear, nextChange: next };
}

function planOf({ id, personId }: Activity, day: number): Plan {
  return { day, activityId: id, personId };
}

/** A sum of weights, rounded so that ten tenths are one. */
export function rounded(weight: number): number {
  return Math.round(weight * 1e9) / 1e9;
}

/** What contacts weigh together. */
export function weightOf(contacts: readonly Contact[]): number {
  return rounded(contacts.reduce((sum, { weight }) => sum + weight, 0));
}

function isOfOtherLine({ businessLine }: Activity, wanted: string | undefined): boolean {
  return wanted !== undefined && (businessLine ?? wanted) !== wanted;
}

interface Judged {
  /** 0 when the activity does not count. */
  readonly weight: number;
  /** Not empty when it may count. */
  readonly missing: readonly MissingFact[];
  readonly nextChange: number;
}

function judge(
  rule: ContactRule,
  activity: Activity,
  businessLine: string | undefined,
  context: Reading,
): Judged {
  const row = rowOf(activity, "activities", rule.scope.slots, context);
  const conditions = [rule.counts, ...rule.weights.map((each) => each.when)];
  const change = Math.min(...conditions.map((each) => nextChange(each, row)));
  const isAccepted = rule.isUnknownNotMet;
  const truthOf = (condition: CompiledCondition): Truth => {
    const truth = evaluate(condition, row);
    return truth === UNKNOWN && isAccepted ? NOT_MET : truth;
  };
  const missing = missingBeside(activity, businessLine);
  const isLeftOut = isAccepted && missing.length > 0;
  if (isLeftOut || truthOf(rule.counts) === NOT_MET) {
    return { weight: 0, missing: [], nextChange: change };
  }
  const weighing = rule.weights.find((each) => truthOf(each.when) !== NOT_MET);
  const asked = weighing === undefined ? [rule.counts] : [rule.counts, weighing.when];
  const unknown = asked.filter((each) => truthOf(each) === UNKNOWN);
  const needed = missingFacts(unknown.map((each) => explainCondition(each, row)));
  return { weight: weighing?.weight ?? 1, missing: [...missing, ...needed], nextChange: change };
}

/** What is missing of the activity whatever the conditions ask. */
function missingBeside(
  { status, heldOn, businessLine }: Activity,
  wantedLine: string | undefined,
): readonly MissingFact[] {
  const missing: MissingFact[] = [];
  if (status !== "planned" && !isCivilDate(heldOn)) {
    missing.push({ path: "activities.heldOn", why: whyUnreadable(heldOn, "date") });
  }
  if (wantedLine !== undefined && (businessLine ?? undefined) === undefined) {
    missing.push({ path: "activities.businessLine", why: "missing" });
  }
  return missing;
}

function dayOf(date: unknown): number {
  return isCivilDate(date) ? toEpochDay(date) : UNKNOWN_DAY;
}
