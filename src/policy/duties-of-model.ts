import { type AccountDuties, type Duty, dutiesOfAccount } from "../cadence/index.js";
import type { CareOutcome } from "../care/index.js";
import type { AccountRecords } from "../facts/index.js";
import type { Decision } from "../shapes/index.js";
import type { WorkingCalendar } from "../time/index.js";
import { type AccountRow, moneyReading } from "./account-row.js";
import type { CompiledPolicy } from "./compiled-policy.js";

const NEVER = Number.POSITIVE_INFINITY;

/**
 * What is due: the duties of the account's care model, most pressing first.
 *
 * @category Policy
 */
export type DutiesOutcome =
  | { readonly kind: "duties"; readonly duties: readonly Duty[] }
  /** The care model is undecided, so nobody can say what is due. */
  | { readonly kind: "undecided" };

/** What is owed under a care model, and the first day on which that could change. */
export function dutiesOfModel(
  { value, missing }: Decision<CareOutcome>,
  records: AccountRecords,
  compiled: CompiledPolicy,
  calendar: WorkingCalendar,
  row: AccountRow,
): { duties: Decision<DutiesOutcome>; change: number } {
  if (value.kind === "undecided") {
    return { duties: { value: { kind: "undecided" }, because: [], missing }, change: NEVER };
  }
  const none: AccountDuties = { duties: [], nextChange: NEVER };
  const model = value.kind === "none" ? undefined : compiled.care.models.get(value.model)!;
  const names = model === undefined || model.cadences === "none" ? [] : model.cadences;
  const cadences = names.map((name) => compiled.cadences.get(name)!);
  const money = moneyReading(records, compiled);
  const found =
    model === undefined
      ? none
      : dutiesOfAccount(cadences, records, {
          asOf: row.asOf,
          calendar,
          money,
          significance: model.significance,
          account: row,
        });
  const unknown = found.duties.flatMap((duty) => duty.missing);
  const duties = { kind: "duties" as const, duties: found.duties };
  return { duties: { value: duties, because: [], missing: unknown }, change: found.nextChange };
}
