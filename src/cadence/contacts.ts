import type { AccountRecords, Activity } from "../facts/index.js";
import {
  evaluate,
  MET,
  type MoneyReading,
  NOT_MET,
  nextChange,
  type Row,
  toCell,
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

/** An activity of which it is unknown whether it counts. */
export interface UnclearContact {
  /** `undefined` when even its day is unknown. */
  readonly day: number | undefined;
  readonly missing: MissingFact;
}

/** The activities that count for a cadence, by day. */
export interface Contacts {
  readonly held: readonly Contact[];
  readonly planned: readonly Contact[];
  readonly unclear: readonly UnclearContact[];
  /** The first day on which another activity counts, or one no longer does. */
  readonly nextChange: number;
}

const NONE: ReadonlySet<number> = new Set();
const NO_CUTS: ReadonlyMap<string, number> = new Map();

/**
 * The contacts of an account that count for a cadence, oldest first.
 *
 * Held are those completed up to the day of asking, planned those whose day has not passed. A planned contact whose day
 * has passed, a cancelled one and one dated later as held do not count.
 */
export function contactsOf(
  rule: CompiledContactRule,
  records: AccountRecords,
  businessLine: string | undefined,
  context: { readonly asOf: number; readonly money: MoneyReading },
): Contacts {
  const held: Contact[] = [];
  const planned: Contact[] = [];
  const unclear: UnclearContact[] = [];
  let next = Number.POSITIVE_INFINITY;
  for (const activity of records.activities ?? []) {
    if (activity.status === "cancelled") continue;
    if (businessLine !== undefined && (activity.businessLine ?? businessLine) !== businessLine) continue;
    const isPlan = activity.status === "planned";
    const day = dayOf(isPlan ? activity.plannedOn : activity.heldOn);
    if (day === undefined) {
      if (!isPlan) unclear.push({ day, missing: { path: "activities.heldOn", why: "missing" } });
      continue;
    }
    if (isPlan ? day < context.asOf : day > context.asOf) {
      if (!isPlan) next = Math.min(next, day);
      continue;
    }
    if (isPlan) next = Math.min(next, day + 1);
    const judged = judge(rule, activity, context, businessLine);
    next = Math.min(next, judged.nextChange);
    if (judged.missing !== undefined) unclear.push({ day, missing: judged.missing });
    else if (judged.weight > 0) (isPlan ? planned : held).push({ day, weight: judged.weight });
  }
  const byDay = (a: Contact, b: Contact): number => a.day - b.day || a.weight - b.weight;
  return { held: held.sort(byDay), planned: planned.sort(byDay), unclear, nextChange: next };
}

interface Judged {
  /** 0 when the activity does not count. */
  readonly weight: number;
  readonly missing?: MissingFact;
  readonly nextChange: number;
}

function judge(
  rule: CompiledContactRule,
  activity: Activity,
  { asOf, money }: { readonly asOf: number; readonly money: MoneyReading },
  businessLine: string | undefined,
): Judged {
  const facts = activity as unknown as Readonly<Record<string, unknown>>;
  const { slots } = rule.scope;
  const cells = slots.map((slot) => toCell(facts[slot.name], slot.kind, money));
  const row: Row = { cells, asOf, cuts: NO_CUTS, ageing: NONE };
  const conditions = [rule.counts, ...rule.weights.map((each) => each.when)];
  const change = Math.min(...conditions.map((each) => nextChange(each, row)));
  const counts = evaluate(rule.counts, row);
  const leftOut = counts !== MET && (counts === NOT_MET || rule.cadence.whenUnknown === "notMet");
  if (leftOut) return { weight: 0, nextChange: change };
  if (businessLine !== undefined && activity.businessLine === undefined) {
    const missing = { path: "activities.businessLine", why: "missing" } as const;
    return { weight: 0, missing, nextChange: change };
  }
  const weighing = rule.weights.find((each) => evaluate(each.when, row) !== NOT_MET);
  const weighs = weighing === undefined ? MET : evaluate(weighing.when, row);
  if (counts === MET && weighs === MET) return { weight: weighing?.weight ?? 1, nextChange: change };
  const unread = slots.find((slot) => cells[slot.index] === undefined)!;
  const why = whyUnreadable(facts[unread.name], unread.kind);
  return { weight: 0, missing: { path: `activities.${unread.name}`, why }, nextChange: change };
}

function dayOf(date: unknown): number | undefined {
  return isCivilDate(date) ? toEpochDay(date) : undefined;
}
