import type { AccountRecords } from "../facts/index.js";
import type { MoneyReading } from "../rules/index.js";
import type { WorkingCalendar } from "../time/index.js";
import type { Duty, DutyState } from "./cadence.js";
import { compareDuties } from "./compare-duties.js";
import type { CompiledCadence } from "./compile-cadence.js";
import { contactsOf } from "./contacts.js";
import type { Demand } from "./demand.js";
import { intervalDemand } from "./interval-demand.js";
import { quotaDemand } from "./quota-demand.js";
import { settleWindow } from "./settle-window.js";

/** What the duties of an account are reckoned with. */
export interface DutyContext {
  /** Day of asking as an epoch day. */
  readonly asOf: number;
  readonly calendar: WorkingCalendar;
  readonly money: MoneyReading;
  /** Of the account's care model. */
  readonly significance: number;
}

/** Duties, most pressing first, and the first day on which they may differ although no record does. */
export interface AccountDuties {
  readonly duties: readonly Duty[];
  readonly nextChange: number;
}

/**
 * What the cadences of a care model demand of one account.
 *
 * @param cadences - compiled cadences of the model
 * @param records - the account with its activities
 * @param context - day, calendar, money and significance
 */
export function dutiesOfAccount(
  cadences: readonly CompiledCadence[],
  records: AccountRecords,
  context: DutyContext,
): AccountDuties {
  const duties: Duty[] = [];
  let nextChange = Number.POSITIVE_INFINITY;
  for (const cadence of cadences) {
    for (const line of cadence.businessLines ?? [undefined]) {
      const demand = demandOf(cadence, records, line, context);
      nextChange = Math.min(nextChange, demand.nextChange);
      for (const { key, state, change } of states(cadence, demand, context)) {
        duties.push(duty(cadence, records, line, key, state, demand, context));
        nextChange = Math.min(nextChange, change);
      }
    }
  }
  return { duties: duties.sort(compareDuties), nextChange };
}

function demandOf(
  cadence: CompiledCadence,
  records: AccountRecords,
  line: string | undefined,
  context: DutyContext,
): Demand {
  const contacts = contactsOf(cadence, records, line, context);
  return cadence.method === "quota"
    ? quotaDemand(cadence, contacts, records, context.asOf)
    : intervalDemand(cadence, contacts, records, context.asOf);
}

function* states(
  { cadence }: CompiledCadence,
  demand: Demand,
  { asOf, calendar }: DutyContext,
): Generator<{ key: string; state: DutyState; change: number }> {
  const standing = demand.standing === undefined ? {} : { standing: demand.standing };
  for (const { key, days } of demand.open) {
    const { state, nextChange } = settleWindow(days, cadence.roll, calendar, asOf);
    yield { key, state: { ...state, ...standing }, change: nextChange };
  }
  if (demand.closed === undefined) return;
  const { key, status } = demand.closed;
  yield { key, state: { status, daysLate: 0, ...standing }, change: Number.POSITIVE_INFINITY };
}

function duty(
  { name, cadence }: CompiledCadence,
  { account }: AccountRecords,
  line: string | undefined,
  key: string,
  value: DutyState,
  { because, missing }: Demand,
  { significance }: DutyContext,
): Duty {
  const { title, effortMinutes } = cadence;
  return {
    id: [String(account.id), name, ...(line === undefined ? [] : [line]), key].join("|"),
    accountId: account.id,
    cadence: name,
    ...(line === undefined ? {} : { businessLine: line }),
    ...(title === undefined ? {} : { title }),
    significance,
    ...(effortMinutes === undefined ? {} : { effortMinutes }),
    value,
    because,
    missing,
  };
}
