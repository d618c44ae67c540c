import type { AccountRecords } from "../facts/index.js";
import { nextPeriodChange, periodWithin } from "../measures/index.js";
import { MET, NOT_MET } from "../rules/index.js";
import type { MissingFact } from "../shapes/index.js";
import { type PeriodDays, shiftDayWithin, toCivilDate } from "../time/index.js";
import { verdictOn } from "./account-truth.js";
import type { CompiledSurvey } from "./compiled-cadence.js";
import { type Contacts, contactsOf, type Doubt, UNKNOWN_DAY } from "./contacts.js";
import { type Demand, gapsOf, type Horizon, NEVER, undecided } from "./demand.js";
import type { DutyContext } from "./duty-context.js";
import { rowOf } from "./record-row.js";

/**
 * One survey for the current period and for each that begins before the horizon, unless it was sent
 * or another survey was, which skips it until the next period.
 *
 * A contract in force on the day of asking that owes the survey is not skipped.
 */
export function* surveyDemands(
  survey: CompiledSurvey,
  contacts: Contacts,
  records: AccountRecords,
  context: DutyContext & Horizon,
): Generator<Demand> {
  const { per } = survey;
  const { asOf, until } = context;
  const others = survey.others && contactsOf(survey.others, records, undefined, context);
  const owed = owing(survey, records, context);
  const nextPeriod = nextPeriodChange(per, asOf);
  const changes = [contacts.nextChange, nextPeriod, others?.nextChange ?? NEVER, owed.nextChange];
  const nextChange = Math.min(...changes);
  const ask = (period: PeriodDays): Demand => {
    const gaps = period.fromDay > asOf ? [] : gapsOf(records, "activities");
    return { ...demandOf(survey, period, { contacts, others, owed, gaps }), nextChange };
  };
  const current = periodWithin(asOf, per, 0);
  yield current === undefined ? { open: [], because: [], missing: [], nextChange } : ask(current);
  for (let day = nextPeriod; day < until; day = nextPeriodChange(per, day)) {
    const period = periodWithin(day, per, 0);
    if (period !== undefined) yield ask(period);
  }
}

interface Known {
  readonly contacts: Contacts;
  readonly others: Contacts | undefined;
  readonly owed: Owed;
  readonly gaps: readonly Doubt[];
}

function demandOf(
  survey: CompiledSurvey,
  { label: key, fromDay, untilDay }: PeriodDays,
  { contacts, others, owed, gaps }: Known,
): Demand {
  const inPeriod = ({ day }: { readonly day: number }): boolean => day >= fromDay && day < untilDay;
  const path = `cadences.${survey.name}`;
  const report = { missing: [], nextChange: NEVER };
  const sent = contacts.held.find(inPeriod);
  if (sent !== undefined) {
    const because = [step("surveySent", path, { period: key, heldOn: toCivilDate(sent.day) })];
    return { ...report, open: [], because, closed: { key, status: "fulfilled" } };
  }
  const other = others?.held.find(inPeriod);
  const isDoubted = (each: Doubt): boolean => inPeriod(each) || each.day === UNKNOWN_DAY;
  const doubts = [
    ...contacts.unclear.filter(isDoubted),
    ...gaps.filter(({ day }) => day >= fromDay),
  ];
  if (doubts.length > 0) return undecided(key, doubts, NEVER);
  if (other !== undefined && owed.missing.length > 0) {
    return undecided(key, [{ day: NEVER, missing: owed.missing }], NEVER);
  }
  const heldOn = other === undefined ? {} : { heldOn: toCivilDate(other.day) };
  if (other !== undefined && !owed.isOwed) {
    const because = [step("otherSurvey", path, { period: key, ...heldOn })];
    return { ...report, open: [], because, closed: { key, status: "skipped" } };
  }
  const unclear = owed.isOwed ? [] : (others?.unclear.filter(isDoubted) ?? []);
  if (unclear.length > 0) return undecided(key, unclear, NEVER);
  const last = untilDay - 1;
  const days = {
    earliest: Math.min(shiftDayWithin(fromDay, survey.earliest, 1), last),
    ideal: Math.min(shiftDayWithin(fromDay, survey.ideal, 1), last),
    latest: Math.min(shiftDayWithin(fromDay, survey.latest, 1), last),
  };
  const because = [step(owed.isOwed ? "surveyOwed" : "survey", path, { period: key, ...heldOn })];
  const open = { key: `${key}#1`, days };
  const beats = owed.isOwed && survey.contractual?.beatsFatigue === true;
  return { ...report, open: [beats ? { ...open, beatsFatigue: true } : open], because };
}

function step(
  name: string,
  path: string,
  details: Readonly<Record<string, string>>,
): Demand["because"][number] {
  return { kind: "step", step: name, path, details, of: [] };
}

interface Owed {
  readonly isOwed: boolean;
  /** Not empty where a contract that is not known may owe it. */
  readonly missing: readonly MissingFact[];
  readonly nextChange: number;
}

function owing(survey: CompiledSurvey, records: AccountRecords, context: DutyContext): Owed {
  const { contractual, cadence } = survey;
  if (contractual === undefined) return { isOwed: false, missing: [], nextChange: NEVER };
  const { asOf } = context;
  const { scope, where } = contractual;
  const missing: MissingFact[] = [];
  let nextChange = NEVER;
  let isOwed = false;
  for (const contract of records.contracts ?? []) {
    const row = rowOf(contract, "contracts", scope.slots, context);
    const verdict = verdictOn(where, row, cadence.whenUnknown);
    const [start, end] = ["startsOn", "endsOn"].map((name) => {
      const cell = row.cells[scope.slotOf(name, "")!.index];
      return typeof cell === "number" ? cell : undefined;
    });
    const days = [verdict.nextChange, start ?? NEVER, end ?? NEVER].filter((day) => day > asOf);
    nextChange = Math.min(nextChange, ...days);
    const isInForce = (start ?? NEVER) <= asOf && (end ?? NEVER) > asOf;
    if (isInForce && verdict.truth === MET) isOwed = true;
    else if (verdict.truth !== NOT_MET && (isInForce || start === undefined)) {
      missing.push(
        ...(start === undefined
          ? [{ path: "contracts.startsOn", why: "missing" } as const]
          : verdict.missing),
      );
    }
  }
  const gaps = gapsOf(records, "contracts").flatMap((gap) => gap.missing);
  return { isOwed, missing: isOwed ? [] : [...missing, ...gaps], nextChange };
}
