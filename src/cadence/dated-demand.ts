import type { AccountRecords, RecordKind } from "../facts/index.js";
import type { ExplainedRow } from "../rules/index.js";
import { shiftDayWithin, toCivilDate } from "../time/index.js";
import type { CompiledAnchor, CompiledDated } from "./compiled-cadence.js";
import { type Contacts, type Doubt, weightOf } from "./contacts.js";
import { type DatedRecord, datedRecords } from "./dated-records.js";
import { type Demand, gapsOf, NEVER, relationshipStart, undecided } from "./demand.js";
import type { DutyContext } from "./duty-context.js";
import type { WindowDays } from "./settle-window.js";

/**
 * What the records of an account call for: a contact within a window about a date of each.
 *
 * A record answered, or given up, demands nothing. A date of an event that is still to come raises
 * no duty until then; that of an anchor lies ahead. Where a record may be unknown there is one
 * undecided duty beside the others, and alone where the first or latest is asked for.
 */
export function* datedDemands(
  dated: CompiledDated,
  contacts: Contacts,
  records: AccountRecords,
  context: DutyContext,
): Generator<Demand> {
  const { asOf } = context;
  const { fitting, unclear, nextChange } = datedRecords(dated, records, context);
  const isToCome = ({ day }: DatedRecord): boolean => dated.anchor.kind === "after" && day > asOf;
  const come = fitting.filter((each) => !isToCome(each));
  const next = fitting
    .filter(isToCome)
    .reduce((least, { day }) => Math.min(least, day), nextChange);
  yield { open: [], because: [], missing: [], nextChange: Math.min(next, contacts.nextChange) };
  const hidden = hiddenOf(dated, records, come, context);
  const doubts = unclear.length === 0 ? hidden : [...hidden, { day: NEVER, missing: unclear }];
  if (doubts.length > 0) yield undecided("#unknown", doubts, lapseOf(dated, hidden));
  if (doubts.length > 0 && dated.which !== "each") return;
  for (const record of chosen(dated, come)) {
    yield demandOf(dated, record, contacts, records, asOf);
  }
}

function chosen({ which }: CompiledDated, come: readonly DatedRecord[]): readonly DatedRecord[] {
  if (which === "each") return come;
  return which === "first" ? come.slice(0, 1) : come.slice(-1);
}

function demandOf(
  dated: CompiledDated,
  record: DatedRecord,
  contacts: Contacts,
  records: AccountRecords,
  asOf: number,
): Demand {
  const days = windowOf(dated.anchor, record.day);
  const { key } = record;
  const nothing = { open: [], because: [], missing: [], nextChange: NEVER };
  const lastDay = givenUp(dated, days.latest);
  if (asOf > lastDay) return nothing;
  const nextChange = lastDay + 1;
  const closing = closingDay(dated, record.row);
  if (closing !== undefined && closing <= asOf) return nothing;
  const since = dated.anchor.kind === "after" ? record.day : days.earliest;
  const answers = contacts.held.filter(({ day, activityId }) => {
    return day >= since && !(dated.record === "activities" && activityId === record.id);
  });
  if (weightOf(answers) >= 1) return nothing;
  const doubts = dated.answer.contacts === undefined ? [] : doubtsSince(since, contacts, records);
  const unread = closing === undefined ? closingDoubt(dated, record.row) : [];
  const change = Math.min(nextChange, closing ?? NEVER);
  if (doubts.length + unread.length > 0) return undecided(key, [...doubts, ...unread], change);
  return {
    open: [{ key, days }],
    because: [reason(dated, record)],
    missing: [],
    nextChange: change,
  };
}

function windowOf(anchor: CompiledAnchor, day: number): WindowDays {
  if (anchor.kind === "halfWay") {
    const earliest = shiftDayWithin(day, anchor.earliest, -1);
    return { earliest, ideal: day, latest: shiftDayWithin(day, anchor.latest, 1) };
  }
  const sign = anchor.kind === "after" ? 1 : -1;
  return {
    earliest: shiftDayWithin(day, anchor.earliest, sign),
    ideal: shiftDayWithin(day, anchor.ideal, sign),
    latest: shiftDayWithin(day, anchor.latest, sign),
  };
}

/** The last day on which a duty that was not done still stands. */
function givenUp({ lapses }: CompiledDated, latest: number): number {
  return lapses === undefined ? NEVER : shiftDayWithin(latest, lapses, 1);
}

function closingDay({ answer: { field } }: CompiledDated, row: ExplainedRow): number | undefined {
  const cell = field === undefined ? undefined : row.cells[field.index];
  return typeof cell === "number" ? cell : undefined;
}

/** A closing date that is there but cannot be read. */
function closingDoubt({ answer: { field } }: CompiledDated, row: ExplainedRow): readonly Doubt[] {
  if (field === undefined) return [];
  const missing = row.whyUnknown(field).filter(({ why }) => why !== "missing");
  return missing.length === 0 ? [] : [{ day: NEVER, missing }];
}

function doubtsSince(
  since: number,
  { unclear }: Contacts,
  records: AccountRecords,
): readonly Doubt[] {
  return [...unclear, ...gapsOf(records, "activities")].filter(({ day }) => day >= since);
}

/** Days on which a record that is not known may have raised a duty that still stands. */
function hiddenOf(
  dated: CompiledDated,
  records: AccountRecords,
  come: readonly DatedRecord[],
  { asOf, account }: DutyContext,
): readonly Doubt[] {
  if (dated.record === "account") {
    if (account !== undefined) return [];
    return [{ day: NEVER, missing: [{ path: "account", why: "notSupplied" }] }];
  }
  const kind: RecordKind = dated.record === "followUps" ? "activities" : dated.record;
  const start = relationshipStart(records) ?? Number.NEGATIVE_INFINITY;
  const gaps = gapsOf(records, kind).filter(({ day }) => day >= start);
  const isLatestKnown = dated.which === "latest" && come.length > 0;
  if (isLatestKnown || isPlan(dated)) return gaps.filter(({ day }) => day === NEVER);
  return gaps.filter((gap) => lapseOf(dated, [gap]) > asOf);
}

/** A plan lies ahead: it is not hidden among the days of which history is not known. */
function isPlan({ record, anchor }: CompiledDated): boolean {
  return record === "activities" && anchor.kind === "before" && anchor.date.name === "plannedOn";
}

/** The day after the last on which a duty raised on a day that is not known would still stand. */
function lapseOf(dated: CompiledDated, gaps: readonly Doubt[]): number {
  const { anchor, which, lapses } = dated;
  const last = gaps.reduce((latest, { day }) => Math.max(latest, day), Number.NEGATIVE_INFINITY);
  const isForGood = lapses === undefined || which === "first" || anchor.kind !== "after";
  if (isForGood || !Number.isFinite(last)) return NEVER;
  return givenUp(dated, windowOf(anchor, last).latest) + 1;
}

function reason(
  { name, record, method, which }: CompiledDated,
  { day, id }: DatedRecord,
): Demand["because"][number] {
  const own = id === undefined ? {} : { id };
  const details = { record, countedFrom: toCivilDate(day), which, ...own };
  return { kind: "step", step: method, path: `cadences.${name}`, details, of: [] };
}
