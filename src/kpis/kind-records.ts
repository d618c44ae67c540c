import type { RecordId, RecordKind, RecordLists, RecordTypes } from "../facts/index.js";
import type { CivilDate } from "../time/index.js";
import type { FigureWindow } from "./figure-window.js";
import type { LeftOut } from "./tally.js";

/** Records of one kind of the account at hand; filled anew for each, so that nothing is allocated. */
export interface KindRecords extends LeftOut {
  /** By the date that figures of this kind mostly go by. */
  readonly dateOf: AnyDateOf;
  /** Of which account `list` is, and of which `within`. */
  turn: number;
  datedTurn: number;
  /** Those with one id once. */
  list: readonly unknown[];
  duplicate: number;
  /** Those of the period; the others are counted. */
  within: readonly unknown[];
  outsidePeriod: number;
  afterAsOf: number;
  undated: number;
  left: number;
}

/** Records of nobody. */
export function noRecords(dateOf: AnyDateOf): KindRecords {
  return {
    dateOf,
    turn: -1,
    datedTurn: -1,
    list: [],
    duplicate: 0,
    within: [],
    outsidePeriod: 0,
    afterAsOf: 0,
    undated: 0,
    left: 0,
  };
}

/** Reads the date that a figure goes by. */
export type DateOf<Kind extends RecordKind> = (record: RecordTypes[Kind]) => CivilDate | undefined;

type AnyDateOf = (record: never) => CivilDate | undefined;

/** Kinds of record that figures go through by their usual date. */
export type DatedKind =
  | ("activities" | "tasks" | "cases" | "feedback" | "surveyAnswers" | "terminations")
  | ("orders" | "revenues" | "invoices" | "offers" | "opportunities");

/** One small reader a kind: a shared `record[field]` would be many times slower. */
export const usualDates: { readonly [Kind in DatedKind]: DateOf<Kind> } = {
  activities: ({ heldOn }) => heldOn,
  tasks: ({ openedOn }) => openedOn,
  revenues: ({ bookedOn }) => bookedOn,
  orders: ({ orderedOn }) => orderedOn,
  invoices: ({ issuedOn }) => issuedOn,
  offers: ({ madeOn }) => madeOn,
  opportunities: ({ openedOn }) => openedOn,
  cases: ({ receivedOn }) => receivedOn,
  terminations: ({ endedOn }) => endedOn,
  surveyAnswers: ({ answeredOn }) => answeredOn,
  feedback: ({ receivedOn }) => receivedOn,
};

/** Takes the records of an account; those without an id cannot be told apart, so each counts. */
export function readRecords(
  into: KindRecords,
  list: NonNullable<RecordLists[RecordKind]>,
  turn: number,
): void {
  const records = list as readonly { readonly id?: RecordId }[];
  into.turn = turn;
  into.list = isAscending(records) ? records : eachOnce(records);
  into.duplicate = list.length - into.list.length;
}

/** Tells the records of the period from the others. */
export function dateRecords(
  into: KindRecords,
  dateOf: AnyDateOf,
  { from, last, asOf }: FigureWindow,
): void {
  const within: unknown[] = [];
  let outsidePeriod = 0;
  let afterAsOf = 0;
  let undated = 0;
  for (const record of into.list as readonly never[]) {
    const date = dateOf(record);
    if (date === undefined) undated++;
    // A window begins on the day after `asOf` at the latest: what is before it is no plan.
    else if (date < from) outsidePeriod++;
    else if (date <= last) within.push(record);
    else if (date > asOf) afterAsOf++;
    else outsidePeriod++;
  }
  into.datedTurn = into.turn;
  into.within = within;
  into.outsidePeriod = outsidePeriod;
  into.afterAsOf = afterAsOf;
  into.undated = undated;
  into.left = into.list.length - within.length + into.duplicate;
}

function eachOnce(records: readonly { readonly id?: RecordId }[]): readonly unknown[] {
  const seen = new Set<RecordId>();
  return records.filter(({ id }) => {
    if (id === undefined) return true;
    const isNew = !seen.has(id);
    seen.add(id);
    return isNew;
  });
}

/** The common case, for which no set is made: ids that only grow. */
function isAscending(records: readonly { readonly id?: RecordId }[]): boolean {
  let before = records[0]?.id;
  for (let at = 1; at < records.length; at++) {
    const { id } = records[at]!;
    // Without an id, and between a number and a text, nothing is more than the other.
    if (typeof id !== typeof before || !(id! > before!)) return false;
    before = id;
  }
  return true;
}
