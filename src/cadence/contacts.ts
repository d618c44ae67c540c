import { type AccountRecords, type Activity, compareIds, type RecordId } from "../facts/index.js";
import {
  type CompiledCondition,
  type ExplainedRow,
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
import { readEpochDay } from "../time/index.js";
import type { ContactRule } from "./compiled-cadence.js";
import { type Reading, rowReader } from "./record-row.js";

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
  const read = rowReader("activities", rule.scope.slots, context);
  let next = Number.POSITIVE_INFINITY;
  for (const activity of records.activities ?? []) {
    const isPlan = activity.status === "planned";
    if (activity.status === "cancelled") continue;
    if (isOfOtherLine(activity, businessLine)) continue;
    const day = readEpochDay(isPlan ? activity.plannedOn : activity.heldOn) ?? UNKNOWN_DAY;
    if (isPlan && (day < asOf || day === UNKNOWN_DAY)) continue;
    if (isPlan && plansCount) next = Math.min(next, day + 1);
    if (!isPlan && day > asOf && day !== UNKNOWN_DAY) {
      next = Math.min(next, day);
      continue;
    }
    const row = read(activity);
    next = Math.min(next, nextTurn(rule, row));
    const { weight, missing } = judge(rule, row, missingBeside(activity, day, businessLine));
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

/** The first day on which the activity may count otherwise. */
function nextTurn({ counts, weights }: ContactRule, row: ExplainedRow): number {
  return weights.reduce(
    (next, { when }) => Math.min(next, nextChange(when, row)),
    nextChange(counts, row),
  );
}

interface Judged {
  /** 0 when the activity does not count. */
  readonly weight: number;
  /** Not empty when it may count. */
  readonly missing: readonly MissingFact[];
}

const NOTHING: readonly MissingFact[] = [];
const NOT_COUNTED: Judged = { weight: 0, missing: NOTHING };

function judge(rule: ContactRule, row: ExplainedRow, missing: Judged["missing"]): Judged {
  const isLeftOut = rule.isUnknownNotMet && missing.length > 0;
  const counts = truthOf(rule.counts, rule, row);
  if (isLeftOut || counts === NOT_MET) return NOT_COUNTED;
  const unknown = counts === UNKNOWN ? [rule.counts] : [];
  for (const { when, weight } of rule.weights) {
    const truth = truthOf(when, rule, row);
    if (truth === UNKNOWN) unknown.push(when);
    if (truth !== NOT_MET) return { weight, missing: withFacts(missing, unknown, row) };
  }
  return { weight: 1, missing: withFacts(missing, unknown, row) };
}

function truthOf(
  condition: CompiledCondition,
  { isUnknownNotMet }: ContactRule,
  row: ExplainedRow,
): Truth {
  const truth = evaluate(condition, row);
  return truth === UNKNOWN && isUnknownNotMet ? NOT_MET : truth;
}

/** What is missing, and the facts that unknown conditions lack beside it. */
function withFacts(
  missing: Judged["missing"],
  unknown: readonly CompiledCondition[],
  row: ExplainedRow,
): Judged["missing"] {
  if (unknown.length === 0) return missing;
  return [...missing, ...missingFacts(unknown.map((each) => explainCondition(each, row)))];
}

/** What is missing of the activity whatever the conditions ask. */
function missingBeside(
  { status, heldOn, businessLine }: Activity,
  day: number,
  wantedLine: string | undefined,
): Judged["missing"] {
  const isPlan = status === "planned";
  const lacksStatus = !isPlan && status !== "held" && status !== "complete";
  const lacksDay = !isPlan && day === UNKNOWN_DAY && !lacksStatus;
  const lacksLine = wantedLine !== undefined && (businessLine ?? undefined) === undefined;
  if (!lacksStatus && !lacksDay && !lacksLine) return NOTHING;
  const missing: MissingFact[] = [];
  if (lacksStatus) missing.push({ path: "activities.status", why: whyUnreadable(status, "text") });
  if (lacksDay) missing.push({ path: "activities.heldOn", why: whyUnreadable(heldOn, "date") });
  if (lacksLine) missing.push({ path: "activities.businessLine", why: "missing" });
  return missing;
}
