import {
  type DutiesAhead,
  type Duty,
  dutiesAhead,
  type ManualEntry,
  type ScheduleDuty,
  type SchedulePerson,
} from "../cadence/index.js";
import type { CareOutcome, OwnerOutcome, Substitution } from "../care/index.js";
import {
  type AccountRecords,
  type CustomerBase,
  countOrphans,
  type RecordId,
  recordsByAccount,
} from "../facts/index.js";
import type { Decision, Finding, MissingFact, OptionNames } from "../shapes/index.js";
import { type CivilDate, isCivilDate, toEpochDay } from "../time/index.js";
import { type AccountRow, accountRow, moneyReading } from "./account-row.js";
import type { CompiledPolicy } from "./compiled-policy.js";
import { type AskContext, type CareDecision, decideCare } from "./decide-care.js";
import { membershipsByAccount } from "./memberships-of-unit.js";
import { requireList } from "./require-asked.js";

/**
 * An account of which it is not known what is due or whose it is.
 *
 * @category Policy
 */
export interface UndecidedAccount {
  readonly accountId: RecordId;
  readonly what: "careModel" | "owner" | "duties";
  readonly missing: readonly MissingFact[];
}

/** What a whole base has to be scheduled with. */
export interface DutiesToSchedule {
  readonly duties: readonly ScheduleDuty[];
  /** Of a base without a list, everybody named, of whom nothing is known. */
  readonly people: readonly SchedulePerson[];
  readonly manual: readonly ManualEntry[];
  readonly undecided: readonly UndecidedAccount[];
  readonly findings: readonly Finding[];
}

/** Where duties are gathered up to. */
export interface GatherContext extends AskContext {
  /** Exclusive. */
  readonly until: CivilDate;
  /** Who stands in for whom; may do a duty after everybody named for the account. */
  readonly substitutions?: readonly Substitution[];
}

/** The options of {@link GatherContext}. */
export const GATHER_OPTIONS: OptionNames<GatherContext> = {
  asOf: true,
  calendar: true,
  memberships: true,
  until: true,
  substitutions: true,
};

/** Most people who may do one duty. */
const MOST_ELIGIBLE = 100;

/** Most minutes of one entry: those of a year. */
const MOST_MINUTES = 527_040;

/** The duties of every account as the scheduler wants them, and what stands in calendars already. */
export function dutiesToSchedule(
  base: CustomerBase,
  compiled: CompiledPolicy,
  context: GatherContext,
): DutiesToSchedule {
  requireList(context.substitutions, "context.substitutions");
  const duties: ScheduleDuty[] = [];
  const manual: ManualEntry[] = [];
  const undecided: UndecidedAccount[] = [];
  const findings = new Map<string, Finding>();
  const { memberships } = context;
  const byAccount = memberships === undefined ? undefined : membershipsByAccount(memberships);
  for (const records of recordsByAccount(base)) {
    const own = byAccount && { memberships: byAccount.get(records.account.id) ?? [] };
    const decision = decideCare(records, compiled, { ...context, ...own });
    const gathered = dutiesAheadOf(decision.careModel.value, records, compiled, context);
    const { id: accountId } = records.account;
    for (const finding of [...decision.findings, ...gathered.findings]) {
      findings.set(`${finding.path} ${finding.code}`, finding);
    }
    undecided.push(...undecidedOf(accountId, decision, gathered.duties));
    const pinned = new Set<RecordId>();
    for (const duty of gathered.duties) {
      const made = toScheduleDuty(duty, decision, records, context);
      if (made.pinned !== undefined) pinned.add(duty.value.planned!.activityId);
      duties.push(made);
    }
    manual.push(...plansOf(records, pinned));
  }
  const people = base.people ?? peopleNamed(duties);
  const told = [...countOrphans(base), ...findings.values()];
  return { duties, people, manual, undecided, findings: told };
}

function peopleNamed(duties: readonly ScheduleDuty[]): readonly SchedulePerson[] {
  const named = duties.flatMap(({ eligible = [] }) => eligible);
  return [...new Set(named)].map((id) => ({ id }));
}

/**
 * The duties ahead of an account under its care model; none where it has no model or nobody can say.
 *
 * @param row - the account's, where it has been laid out already
 */
export function dutiesAheadOf(
  careModel: CareOutcome,
  records: AccountRecords,
  compiled: CompiledPolicy,
  {
    asOf,
    until,
    calendar,
    row,
  }: Pick<GatherContext, "asOf" | "until" | "calendar"> & { readonly row?: AccountRow },
): DutiesAhead {
  if (careModel.kind !== "model") return { duties: [], findings: [] };
  const { cadences, significance } = compiled.care.models.get(careModel.model)!;
  const names = cadences === "none" ? [] : cadences;
  const day = toEpochDay(asOf);
  return dutiesAhead(
    names.map((name) => compiled.cadences.get(name)!),
    records,
    {
      asOf: day,
      until: toEpochDay(until),
      calendar,
      significance,
      money: moneyReading(records, compiled),
      account: row ?? accountRow(records, compiled, day),
    },
  );
}

function undecidedOf(
  accountId: RecordId,
  { careModel, owner }: CareDecision,
  duties: readonly Duty[],
): readonly UndecidedAccount[] {
  if (careModel.value.kind === "undecided") {
    return [{ accountId, what: "careModel", missing: careModel.missing }];
  }
  const found: UndecidedAccount[] = [];
  if (owner.value.kind === "undecided") {
    found.push({ accountId, what: "owner", missing: owner.missing });
  }
  const missing = duties
    .filter(({ value }) => value.status === "undecided")
    .flatMap((duty) => duty.missing);
  const byPath = new Map(missing.map((each) => [`${each.path} ${each.why}`, each]));
  if (byPath.size > 0) found.push({ accountId, what: "duties", missing: [...byPath.values()] });
  return found;
}

/** A duty as the scheduler wants it, with who may do it. */
export function toScheduleDuty(
  duty: Duty,
  { owner, segment }: Pick<CareDecision, "owner" | "segment">,
  { account }: AccountRecords,
  { substitutions = [] }: Pick<GatherContext, "substitutions">,
): ScheduleDuty {
  const { id, accountId, cadence, title, significance, effortMinutes, value } = duty;
  const eligible = eligibleFor(owner, duty.businessLine, substitutions);
  const isOwnerUnknown = owner.value.kind === "undecided" && eligible.length === 0;
  const { closedDays, region, location: { travelMinutes } = {} } = account;
  const { window, planned } = value;
  const personId = planned?.personId ?? eligible[0];
  const isPinned = planned !== undefined && personId !== undefined;
  return {
    id,
    accountId,
    cadence,
    significance,
    permission: value.status === "forbidden" ? "forbidden" : "allowed",
    ...(isOwnerUnknown ? {} : { eligible }),
    ...(title === undefined ? {} : { title }),
    ...(window === undefined ? {} : { window }),
    ...(effortMinutes === undefined ? {} : { effortMinutes: Math.ceil(effortMinutes) }),
    ...(segment.value.kind === "segment" ? { segment: segment.value.segment } : {}),
    ...(closedDays === undefined ? {} : { closedDays }),
    ...(region === undefined ? {} : { region }),
    ...(travelMinutes === undefined ? {} : { travelMinutes }),
    ...(isPinned ? { pinned: { personId, day: planned.plannedOn } } : {}),
  };
}

/** The responsible for the business line, the other responsible, the team, then substitutes. */
function eligibleFor(
  { value }: Decision<OwnerOutcome>,
  businessLine: string | undefined,
  substitutions: readonly Substitution[],
): readonly RecordId[] {
  const owners = "owners" in value ? value.owners : [];
  const isForLine = (of: string | undefined): boolean => of === undefined || of === businessLine;
  const rank = ({ role, businessLine: line }: (typeof owners)[number]): number => {
    if (role !== "responsible") return 2;
    return isForLine(line) ? 0 : 1;
  };
  const named = owners
    .filter(({ role }) => role !== "steeringGroup")
    .toSorted((left, right) => rank(left) - rank(right))
    .map(({ personId }) => personId);
  const people = new Set(named);
  // Who is added is asked for substitutes in turn, each person once.
  for (const id of people) {
    for (const each of substitutions) {
      if (each.personId === id) for (const next of each.substitutes) people.add(next);
    }
  }
  return [...people].slice(0, MOST_ELIGIBLE);
}

/**
 * What is planned with the account by itself, not in the place of a duty. A plan without a day that
 * can be read takes nobody's time.
 */
function plansOf(
  { activities = [] }: AccountRecords,
  pinned: ReadonlySet<RecordId>,
): readonly ManualEntry[] {
  return activities.flatMap(
    ({ id, accountId, status, personId, plannedOn, durationMinutes, topic }): ManualEntry[] => {
      const isPlan = status === "planned" && personId !== undefined && isCivilDate(plannedOn);
      if (!isPlan || pinned.has(id)) return [];
      const minutes = isDuration(durationMinutes) ? { minutes: Math.ceil(durationMinutes) } : {};
      const title = topic === undefined ? {} : { title: topic };
      const manual = { id: `activity|${id}`, personId, day: plannedOn, accountId };
      return [{ ...manual, ...minutes, ...title }];
    },
  );
}

/** Whether minutes can be read as such: anything else is not known, and takes no capacity. */
function isDuration(minutes: number | undefined): minutes is number {
  return minutes !== undefined && minutes >= 0 && minutes <= MOST_MINUTES;
}
