import type { RecordId, RecordKind, RecordLists, RecordTypes } from "../facts/index.js";
import type { CivilDate } from "../time/index.js";
import type { FigureWindow } from "./figure-window.js";
import type { LeftOut } from "./tally.js";

/** Records of one kind of the account at hand; filled anew for each, so that nothing is allocated. */
export interface KindRecords extends LeftOut {
  readonly kind: RecordKind;
  /** Of which account they are. */
  turn: number;
  /** Those with one id once. */
  list: readonly unknown[];
  duplicate: number;
  /** Those of the period; the others are counted. The same list for every account. */
  readonly within: unknown[];
  outsidePeriod: number;
  afterAsOf: number;
  undated: number;
  left: number;
}

/** Records of nobody. */
export function noRecords(kind: RecordKind): KindRecords {
  return {
    kind,
    turn: -1,
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

/**
 * The day that figures of a kind mostly go by.
 *
 * Each kind in words of its own: a shared `record[field]`, or a function of each kind that is
 * called for every record, would be many times slower.
 */
function usualDate(kind: RecordKind, record: never): CivilDate | undefined {
  switch (kind) {
    case "activities":
      return (record as RecordTypes["activities"]).heldOn;
    case "orders":
      return (record as RecordTypes["orders"]).orderedOn;
    case "tasks":
      return (record as RecordTypes["tasks"]).openedOn;
    case "revenues":
      return (record as RecordTypes["revenues"]).bookedOn;
    case "invoices":
      return (record as RecordTypes["invoices"]).issuedOn;
    case "offers":
      return (record as RecordTypes["offers"]).madeOn;
    case "opportunities":
      return (record as RecordTypes["opportunities"]).openedOn;
    case "cases":
      return (record as RecordTypes["cases"]).receivedOn;
    case "terminations":
      return (record as RecordTypes["terminations"]).endedOn;
    case "surveyAnswers":
      return (record as RecordTypes["surveyAnswers"]).answeredOn;
    case "feedback":
      return (record as RecordTypes["feedback"]).receivedOn;
    default:
      return undefined;
  }
}

/**
 * Takes the records of an account, those with one id once, and tells those of the period from the
 * others; those without an id cannot be told apart, so each counts.
 */
export function readRecords(
  into: KindRecords,
  list: NonNullable<RecordLists[RecordKind]>,
  window: FigureWindow,
  dateOf?: AnyDateOf,
): void {
  const records = list as Records;
  if (takeRecords(into, records, window, dateOf)) return;
  const once = eachOnce(records);
  if (once.length === records.length) return;
  takeRecords(into, once, window, dateOf);
  into.duplicate = records.length - once.length;
  into.left += into.duplicate;
}

type Records = readonly { readonly id?: RecordId }[];

/** Takes them as they are; whether their ids ascend, so that none can be there twice. */
function takeRecords(
  into: KindRecords,
  records: Records,
  { from, last, asOf }: FigureWindow,
  dateOf: AnyDateOf | undefined,
): boolean {
  const { kind, within } = into;
  let many = 0;
  let outsidePeriod = 0;
  let afterAsOf = 0;
  let undated = 0;
  let ascend = true;
  let before: RecordId | undefined;
  for (let at = 0; at < records.length; at++) {
    const record = records[at]!;
    const { id } = record;
    if (at > 0 && !isMore(id, before)) ascend = false;
    before = id;
    const date = dateOf === undefined ? usualDate(kind, record as never) : dateOf(record as never);
    if (date === undefined) undated++;
    // A window begins on the day after `asOf` at the latest: what is before it is no plan.
    else if (date < from) outsidePeriod++;
    else if (date <= last) {
      if (many < within.length) within[many] = record;
      else within.push(record);
      many++;
    } else if (date > asOf) afterAsOf++;
    else outsidePeriod++;
  }
  // Popped, for a length that is set gives back the room that the next account needs.
  while (within.length > many) within.pop();
  into.list = records;
  into.duplicate = 0;
  into.outsidePeriod = outsidePeriod;
  into.afterAsOf = afterAsOf;
  into.undated = undated;
  into.left = records.length - within.length;
  return ascend;
}

/** Without an id nothing is more than the other; `typeof` beside `typeof` would be slow. */
function isMore(id: RecordId | undefined, before: RecordId | undefined): boolean {
  if (typeof id === "number") return typeof before === "number" && id > before;
  return typeof before === "string" && id! > before;
}

function eachOnce(records: Records): Records {
  const seen = new Set<RecordId>();
  return records.filter(({ id }) => {
    if (id === undefined) return true;
    const isNew = !seen.has(id);
    seen.add(id);
    return isNew;
  });
}
