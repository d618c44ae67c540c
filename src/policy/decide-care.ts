import { type AccountDuties, type Duty, dutiesOfAccount } from "../cadence/index.js";
import {
  type CareOutcome,
  entitle,
  findOwner,
  nextException,
  nextOwnership,
  type OwnerOutcome,
} from "../care/index.js";
import type { Account, AccountRecords, OwnFields } from "../facts/index.js";
import { nextChange } from "../rules/index.js";
import { explainSegment, type SegmentOutcome } from "../segments/index.js";
import { type Decision, type Finding, warningAt } from "../shapes/index.js";
import {
  type CivilDate,
  LAST_EPOCH_DAY,
  toCivilDate,
  toEpochDay,
  type WorkingCalendar,
} from "../time/index.js";
import { accountRow, moneyReading } from "./account-row.js";
import type { CompiledPolicy } from "./compile-policy.js";
import { type Provenance, provenanceOf } from "./provenance.js";

/** What a question is asked against: the last day that counts, and which days are worked. */
export interface AskContext {
  readonly asOf: CivilDate;
  readonly calendar: WorkingCalendar;
}

/** What is due: the duties of the account's care model, most pressing first. */
export type DutiesOutcome =
  | { readonly kind: "duties"; readonly duties: readonly Duty[] }
  /** The care model is undecided, so nobody can say what is due. */
  | { readonly kind: "undecided" };

/**
 * Everything a policy says about one account on one day.
 *
 * @category Policy
 */
export interface CareDecision<A extends Account<OwnFields> = Account> {
  /** The account as it was handed over, the host's own fields included. */
  readonly account: A;
  readonly segment: Decision<SegmentOutcome>;
  readonly careModel: Decision<CareOutcome>;
  readonly owner: Decision<OwnerOutcome>;
  readonly duties: Decision<DutiesOutcome>;
  /** The first day on which the answer could change without new facts; absent when none will. */
  readonly validUntilDate?: CivilDate;
  readonly findings: readonly Finding[];
  readonly madeWith: Provenance;
}

/**
 * Which segment an account belongs to, how it is cared for, who owns it and what is due, each with its reasons and the
 * facts that are missing.
 *
 * @param records - the account with its records and what is known of their completeness
 * @param compiled - the policy, with its fit where it has cuts
 * @param context - `asOf` that day included, and the working calendar
 * @returns decisions; asked outside the policy's validity it also gives the finding `policy-not-in-force`
 * @throws {@link HoitoError} `not-a-civil-date` when `asOf` is no date
 *
 * @category Policy
 */
export function decideCare<A extends Account<OwnFields>>(
  records: AccountRecords<A>,
  compiled: CompiledPolicy,
  context: AskContext,
): CareDecision<A> {
  const asOf = toEpochDay(context.asOf);
  const row = accountRow(records, compiled, asOf);
  const classifier = compiled.classifiers.get(compiled.care.segmentedBy)!;
  const segment = explainSegment(classifier, row);
  const careModel = entitle(records.account.id, segment, compiled.care, asOf);
  const owner = ownerOf(careModel, records, compiled, asOf);
  const { duties, change } = dutiesFor(careModel, records, compiled, context.calendar, asOf);
  const rules = classifier.rules.rules.map((rule) => nextChange(rule.condition, row));
  const validUntil = Math.min(
    ...[...rules, change, row.measured.nextChange, nextValidity(compiled, asOf)],
    nextException(records.account.id, compiled.care, asOf),
    nextOwnership(records, asOf),
  );
  return {
    account: records.account,
    segment,
    careModel,
    owner,
    duties,
    ...(validUntil > LAST_EPOCH_DAY ? {} : { validUntilDate: toCivilDate(validUntil) }),
    findings: validityFindings(compiled, context.asOf),
    madeWith: provenanceOf(compiled, asOf),
  };
}

function ownerOf(
  careModel: Decision<CareOutcome>,
  records: AccountRecords,
  { care, policy }: CompiledPolicy,
  asOf: number,
): Decision<OwnerOutcome> {
  const { value, missing } = careModel;
  if (value.kind === "none") return { value: { kind: "notNeeded" }, because: [], missing: [] };
  if (value.kind === "undecided") return { value: { kind: "undecided" }, because: [], missing };
  const { ownership } = care.models.get(value.model)!;
  return findOwner(ownership, records, policy.businessLines ?? [], asOf);
}

function dutiesFor(
  { value, missing }: Decision<CareOutcome>,
  records: AccountRecords,
  compiled: CompiledPolicy,
  calendar: WorkingCalendar,
  asOf: number,
): { duties: Decision<DutiesOutcome>; change: number } {
  const change = Number.POSITIVE_INFINITY;
  if (value.kind === "undecided") {
    return { duties: { value: { kind: "undecided" }, because: [], missing }, change };
  }
  const none: AccountDuties = { duties: [], nextChange: change };
  const model = value.kind === "none" ? undefined : compiled.care.models.get(value.model)!;
  const names = model === undefined || model.cadences === "none" ? [] : model.cadences;
  const cadences = names.map((name) => compiled.cadences.get(name)!);
  const money = moneyReading(records, compiled);
  const found =
    model === undefined
      ? none
      : dutiesOfAccount(cadences, records, {
          asOf,
          calendar,
          money,
          significance: model.significance,
        });
  const unknown = found.duties.flatMap((duty) => duty.missing);
  const duties = { kind: "duties" as const, duties: found.duties };
  return { duties: { value: duties, because: [], missing: unknown }, change: found.nextChange };
}

function nextValidity({ policy: { validFrom, validUntil } }: CompiledPolicy, asOf: number): number {
  const days = [validFrom, validUntil].flatMap((date) =>
    date === undefined ? [] : [toEpochDay(date)],
  );
  return Math.min(...days.filter((day) => day > asOf), Number.POSITIVE_INFINITY);
}

function validityFindings({ policy }: CompiledPolicy, asOf: CivilDate): readonly Finding[] {
  const { validFrom, validUntil } = policy;
  const isEarly = validFrom !== undefined && asOf < validFrom;
  const isLate = validUntil !== undefined && asOf >= validUntil;
  if (!isEarly && !isLate) return [];
  const text = isEarly ? `is in force from ${validFrom}` : `was in force until ${validUntil}`;
  return [warningAt("asOf", "policy-not-in-force", `asked on ${asOf}, but the policy ${text}`)];
}
