import type { Duty, DutyWindow, ScheduleDuty } from "../../cadence/index.js";
import type { AccountRecords, RecordId } from "../../facts/index.js";
import { type Finding, HoitoError, type OptionNames } from "../../shapes/index.js";
import { type CivilDate, toEpochDay, type WorkingCalendar } from "../../time/index.js";
import type { CompiledPolicy } from "../compiled-policy.js";
import { ownerOf } from "../decide-care.js";
import { dutiesAheadOf, toScheduleDuty } from "../duties-to-schedule.js";
import { requireUntil } from "../require-asked.js";
import type {
  AccountReading,
  CareComparisonContext,
  PolicyPair,
  ReadAccount,
} from "./read-accounts.js";

/**
 * What the contacts and hours of two policies are compared with.
 *
 * @category Policy
 */
export interface ContactComparisonContext extends CareComparisonContext {
  /** Exclusive, after `asOf`: contacts whose window begins before it. */
  readonly until: CivilDate;
  readonly calendar: WorkingCalendar;
}

/** The options of {@link ContactComparisonContext}. */
export const CONTACT_OPTIONS: OptionNames<ContactComparisonContext> = {
  asOf: true,
  memberships: true,
  until: true,
  calendar: true,
};

/** A contact that has a place in time. */
export interface OwedContact extends ScheduleDuty {
  readonly cadence: string;
  readonly window: DutyWindow;
}

/** The contacts of one cadence, and one business line where it has several, under both policies. */
export interface OwedGroup {
  readonly accountId: RecordId;
  readonly cadence: string;
  readonly businessLine: string | undefined;
  readonly before: OwedContact[];
  readonly after: OwedContact[];
}

/**
 * Contacts of an account that cannot be compared, because a fact is missing under one of the
 * policies, with how many of them are known all the same.
 *
 * @category Policy
 */
export interface ContactsNotCompared {
  readonly accountId: RecordId;
  /** The care model is undecided, or what the cadence demands is. */
  readonly because: "careModel" | "duties";
  /** Absent where it is about all cadences. */
  readonly cadence?: string;
  readonly businessLine?: string;
  readonly before: number;
  readonly after: number;
}

/** What an account is owed under both policies. */
export interface OwedAccount {
  readonly groups: readonly OwedGroup[];
  readonly notCompared: readonly ContactsNotCompared[];
  readonly findings: readonly Finding[];
}

/** Throws where a horizon does not end after the day of asking: it would hold no contact of anybody. */
export function checkHorizon(context: ContactComparisonContext): void {
  requireUntil(context);
  const { asOf, until } = context;
  if (toEpochDay(until) > toEpochDay(asOf)) return;
  const at = { code: "span-reversed", path: "until", received: until };
  throw new HoitoError(`the horizon ends on ${until} and begins on ${asOf}`, at);
}

/** The contacts of an account under both policies, apart from those that cannot be compared. */
export function owedContacts(
  { accountId, records, before, after }: ReadAccount,
  policies: PolicyPair,
  context: ContactComparisonContext,
): OwedAccount {
  const was = owedUnder(before, records, policies.before, context);
  const is = owedUnder(after, records, policies.after, context);
  const findings = [...was.findings, ...is.findings];
  const groups = new Map<string, OwedGroup & { isUnknown: boolean }>();
  for (const [side, { contacts }] of [
    ["before", was],
    ["after", is],
  ] as const) {
    for (const [duty, contact] of contacts) {
      const { cadence, businessLine } = duty;
      const key = businessLine === undefined ? cadence : `${cadence}|${businessLine}`;
      const empty = { accountId, cadence, businessLine, before: [], after: [], isUnknown: false };
      const group = groups.get(key) ?? empty;
      groups.set(key, group);
      group.isUnknown ||= duty.value.status === "undecided";
      if (isOpen(contact)) group[side].push(contact);
    }
  }
  const all = [...groups.values()];
  if (!was.isKnown || !is.isKnown) {
    const count = (side: "before" | "after"): number =>
      all.reduce((sum, group) => sum + group[side].length, 0);
    const known = { before: count("before"), after: count("after") };
    return { groups: [], notCompared: [{ accountId, because: "careModel", ...known }], findings };
  }
  return {
    groups: all.filter(({ isUnknown }) => !isUnknown),
    notCompared: all.filter(({ isUnknown }) => isUnknown).map(unknownGroup),
    findings,
  };
}

function unknownGroup({
  accountId,
  cadence,
  businessLine,
  ...group
}: OwedGroup): ContactsNotCompared {
  const line = businessLine === undefined ? {} : { businessLine };
  const known = { before: group.before.length, after: group.after.length };
  return { accountId, because: "duties", cadence, ...line, ...known };
}

/** Whether there is a contact to make: one that is forbidden or undecided has no window. */
function isOpen(contact: ScheduleDuty): contact is OwedContact {
  return contact.window !== undefined;
}

interface OwedUnder {
  readonly isKnown: boolean;
  readonly contacts: readonly (readonly [Duty, ScheduleDuty])[];
  readonly findings: readonly Finding[];
}

function owedUnder(
  { row, segment, careModel }: AccountReading,
  records: AccountRecords,
  compiled: CompiledPolicy,
  context: ContactComparisonContext,
): OwedUnder {
  const { value } = careModel;
  const { duties, findings } = dutiesAheadOf(value, records, compiled, { ...context, row });
  const owner = ownerOf(careModel, records, compiled, toEpochDay(context.asOf));
  const decision = { owner, segment: { value: segment, because: [], missing: [] } };
  return {
    isKnown: value.kind !== "undecided",
    contacts: duties.map((duty) => [duty, toScheduleDuty(duty, decision, records, {})]),
    findings,
  };
}
