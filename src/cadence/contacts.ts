import type { AccountRecords, Activity } from "../facts/index.js";
import {
  type CompiledCondition,
  type ExplainedRow,
  evaluate,
  explainCondition,
  type MoneyReading,
  missingFacts,
  NOT_MET,
  nextChange,
  type Slot,
  type Truth,
  toCell,
  UNKNOWN,
  whyUnreadable,
} from "../rules/index.js";
import type { MissingFact } from "../shapes/index.js";
import { isCivilDate, toEpochDay } from "../time/index.js";
import type { CompiledContactRule } from "./compile-cadence.js";

/** An activity that counts for a cadence. */
export interface Contact {
  readonly day: number;
  readonly weight: number;
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
  /** Activities of which it is unknown whether they count. */
  readonly unclear: readonly Doubt[];
  /** The first day on which another activity counts, or one no longer does. */
  readonly nextChange: number;
}

interface Context {
  readonly asOf: number;
  readonly money: MoneyReading;
}

/** The day of a contact that may have been on any. */
export const UNKNOWN_DAY: number = Number.POSITIVE_INFINITY;
const NONE: ReadonlySet<number> = new Set();
const NO_CUTS: ReadonlyMap<string, number> = new Map();

/**
 * The contacts of an account that count for a cadence, oldest first.
 *
 * Held are those completed up to the day of asking, planned those whose day has not passed. A
 * planned contact without a day, or whose day has passed, a cancelled one and one dated later as
 * held do not count.
 */
export function contactsOf(
  rule: CompiledContactRule,
  records: AccountRecords,
  businessLine: string | undefined,
  context: Context,
): Contacts {
  const { asOf } = context;
  const { slots } = rule.scope;
  const plansCount = rule.cadence.method === "quota" && rule.cadence.counting === "heldOrPlanned";
  const held: Contact[] = [];
  const planned: Contact[] = [];
  const unclear: Doubt[] = [];
  let next = Number.POSITIVE_INFINITY;
  for (const activity of records.activities ?? []) {
    const isPlan = activity.status === "planned";
    if (activity.status === "cancelled" || (isPlan && !plansCount)) continue;
    if (isOfOtherLine(activity, businessLine)) continue;
    const day = dayOf(isPlan ? activity.plannedOn : activity.heldOn);
    if (isPlan && (day < asOf || day === UNKNOWN_DAY)) continue;
    if (isPlan) next = Math.min(next, day + 1);
    if (!isPlan && day > asOf && day !== UNKNOWN_DAY) {
      next = Math.min(next, day);
      continue;
    }
    const judged = judge(rule, slots, activity, businessLine, context);
    next = Math.min(next, judged.nextChange);
    if (judged.missing.length > 0) unclear.push({ day, missing: judged.missing });
    else if (judged.weight > 0) (isPlan ? planned : held).push({ day, weight: judged.weight });
  }
  const byDay = (a: Contact, b: Contact): number => a.day - b.day || a.weight - b.weight;
  return { held: held.sort(byDay), planned: planned.sort(byDay), unclear, nextChange: next };
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
  rule: CompiledContactRule,
  slots: readonly Slot[],
  activity: Activity,
  businessLine: string | undefined,
  context: Context,
): Judged {
  const row = rowOf(activity, slots, context);
  const conditions = [rule.counts, ...rule.weights.map((each) => each.when)];
  const change = Math.min(...conditions.map((each) => nextChange(each, row)));
  const isAccepted = rule.cadence.whenUnknown === "notMet";
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

function rowOf(activity: Activity, slots: readonly Slot[], { asOf, money }: Context): ExplainedRow {
  const facts = activity as unknown as Readonly<Record<string, unknown>>;
  const cells = slots.map(({ name, kind }) => toCell(facts[name], kind, money));
  const whyUnknown = ({ name, kind }: Slot): readonly MissingFact[] => {
    return [{ path: `activities.${name}`, why: whyUnreadable(facts[name], kind) }];
  };
  return { cells, asOf, cuts: NO_CUTS, ageing: NONE, currency: money.currency, whyUnknown };
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
