import type { AccountRecords } from "../facts/index.js";
import { NOT_MET, UNKNOWN } from "../rules/index.js";
import { verdictOn } from "./account-truth.js";
import { calendarDemands } from "./calendar-demand.js";
import type { CompiledCadence, CompiledQuota } from "./compiled-cadence.js";
import type { Contacts } from "./contacts.js";
import { datedDemands } from "./dated-demand.js";
import { type Demand, type Horizon, undecided } from "./demand.js";
import type { DutyContext } from "./duty-context.js";
import { intervalDemands } from "./interval-demand.js";
import { rollingDemands } from "./rolling-demand.js";
import { surveyDemands } from "./survey-demand.js";

/** What a cadence demands of an account, now and before the horizon. */
export function* demandsOf(
  cadence: CompiledCadence,
  contacts: Contacts,
  records: AccountRecords,
  context: DutyContext & Horizon,
): Generator<Demand> {
  switch (cadence.method) {
    case "quota":
      return yield* quotaDemands(cadence, contacts, records, context);
    case "interval":
      return yield* intervalDemands(cadence, contacts, records, context);
    case "survey":
      return yield* surveyDemands(cadence, contacts, records, context);
    default:
      return yield* datedDemands(cadence, contacts, records, context);
  }
}

function* quotaDemands(
  written: CompiledQuota,
  contacts: Contacts,
  records: AccountRecords,
  context: DutyContext & Horizon,
): Generator<Demand> {
  let quota = written;
  for (const { when, ...numbers } of written.adjusted) {
    const { whenUnknown } = written.cadence;
    const { truth, missing, nextChange } = verdictOn(when, context.account, whenUnknown);
    yield { open: [], because: [], missing: [], nextChange };
    if (truth === UNKNOWN) {
      return yield undecided("#unknown", [{ day: Number.POSITIVE_INFINITY, missing }], nextChange);
    }
    if (truth === NOT_MET) continue;
    quota = { ...written, ...numbers };
    break;
  }
  const { per } = quota;
  yield* per.kind === "calendar"
    ? calendarDemands(quota, per.definition, contacts, records, context)
    : rollingDemands(quota, per.duration, contacts, records, context);
}
