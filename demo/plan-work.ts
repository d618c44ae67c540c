import {
  type AskContext,
  type CareDecision,
  type CivilDate,
  type CompiledPolicy,
  type CustomerBase,
  checkCapacity,
  type ScheduleRules,
  scheduleDuties,
} from "hoito";
import type { Substitution } from "hoito/care";
import type { CapacityCheck, CareSchedule } from "hoito/policy";

/** How long a field force is planned ahead, and by which rules. */
export interface Scheduling {
  /** Exclusive. */
  readonly until: CivilDate;
  readonly rules: ScheduleRules;
  readonly substitutions: readonly Substitution[];
}

/** Whether the people can do what is due, and who does what when. */
export interface PlannedWork {
  readonly capacity: CapacityCheck;
  readonly schedule: CareSchedule;
  /** By id, for names in lists. */
  readonly accounts: ReadonlyMap<string | number, CareDecision["account"]>;
}

/** Checks the capacity first, and then plans. */
export function planWork(
  base: CustomerBase,
  compiled: CompiledPolicy,
  asked: AskContext,
  scheduling: Scheduling,
): PlannedWork {
  const context = { ...asked, ...scheduling };
  return {
    capacity: checkCapacity(base, compiled, context),
    schedule: scheduleDuties(base, compiled, context),
    accounts: new Map(base.accounts.map((account) => [account.id, account])),
  };
}
