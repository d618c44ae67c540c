import {
  type Account,
  type AccountRecords,
  type Activity,
  type CivilDate,
  type Coverage,
  money,
  type Order,
} from "hoito";
import type { TableColumns } from "./duckdb.js";

/** Distinct accounts; they are handed out {@link REPEATS} times, so that objects fit in memory. */
export const REPEATS = 10;
export const ACTIVITIES = 10;
export const ORDERS = 3;
export const SEGMENTS: readonly string[] = ["A", "B", "C"];
export const AS_OF = "2018-12-31";
export const FIRST = "2018-01-01";

/** What a stream knows of all its accounts at once. */
const coverage: Coverage = { activities: "complete", orders: "complete" };
const KINDS = ["visit", "call"];
const STATUSES = ["planned", "held", "complete"] as const;

/** One account of a stream, with its labels. */
export interface LabelledAccount {
  readonly records: AccountRecords;
  readonly labels: { readonly segment: string };
}

/** Accounts with ten activities and three orders each, half of them of the year before. */
export function boardAccounts(many: number): readonly LabelledAccount[] {
  return Array.from({ length: many }, (_, index) => ({
    records: recordsOf(index),
    labels: { segment: SEGMENTS[index % SEGMENTS.length]! },
  }));
}

/** The accounts again and again, each pass as if they were others. */
export function* repeated(accounts: readonly LabelledAccount[]): Generator<LabelledAccount> {
  for (let each = 0; each < REPEATS; each++) yield* accounts;
}

/** The same stream as tables: days since 1970, words as codes. */
export function boardTables(
  accounts: readonly LabelledAccount[],
): Readonly<Record<string, TableColumns>> {
  const size = accounts.length * REPEATS;
  const started = new Int32Array(size);
  const ended = new Int32Array(size);
  const activities = {
    account: new Int32Array(size * ACTIVITIES),
    day: new Int32Array(size * ACTIVITIES),
    kind: new Int32Array(size * ACTIVITIES),
    status: new Int32Array(size * ACTIVITIES),
    person: new Int32Array(size * ACTIVITIES),
    minutes: new Int32Array(size * ACTIVITIES),
  };
  const orders = {
    account: new Int32Array(size * ORDERS),
    day: new Int32Array(size * ORDERS),
    minor: new Float64Array(size * ORDERS),
  };
  let at = 0;
  let row = 0;
  let line = 0;
  for (const { records } of repeated(accounts)) {
    started[at] = dayOf(records.account.relationshipStart);
    ended[at] = dayOf(records.account.relationshipEnd);
    for (const activity of records.activities!) {
      activities.account[row] = at;
      activities.day[row] = dayOf(activity.heldOn);
      activities.kind[row] = KINDS.indexOf(activity.kind);
      activities.status[row] = STATUSES.indexOf(activity.status as "held");
      activities.person[row] = activity.personId as number;
      activities.minutes[row++] = activity.durationMinutes!;
    }
    for (const order of records.orders!) {
      orders.account[line] = at;
      orders.day[line] = dayOf(order.orderedOn);
      orders.minor[line++] = order.value.minor;
    }
    at += 1;
  }
  return { accounts: { started, ended }, activities, orders };
}

function recordsOf(index: number): AccountRecords {
  const activities = Array.from({ length: ACTIVITIES }, (_, at): Activity => {
    return activityOf(index, index * ACTIVITIES + at, at);
  });
  const orders = Array.from({ length: ORDERS }, (_, at): Order => {
    const id = index * ORDERS + at;
    const value = money(`${(id * 37) % 900}.50`, "EUR");
    return { id, accountId: index, orderedOn: day(id * 5), value };
  });
  const relationshipStart = day(index * 3);
  const account: Account =
    index % 10 === 0
      ? { id: index, relationshipStart, relationshipEnd: "2018-11-30" }
      : { id: index, relationshipStart };
  return { account, coverage, activities, orders };
}

/** Written out: objects put together by spreading are slow to read, for everybody. */
function activityOf(accountId: number, id: number, at: number): Activity {
  const kind = KINDS[at % 3 === 0 ? 1 : 0]!;
  const personId = id % 50;
  const durationMinutes = 15 + (id % 60);
  // What is only planned has no day on which it was held.
  if (at === 7) {
    const plannedOn = day(id * 7);
    return { id, accountId, kind, status: "planned", plannedOn, personId, durationMinutes };
  }
  const status = at % 2 === 0 ? "held" : "complete";
  return { id, accountId, kind, status, heldOn: day(id * 7), personId, durationMinutes };
}

function day(index: number): CivilDate {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${2017 + (index % 2)}-${two((index % 12) + 1)}-${two((index % 28) + 1)}` as CivilDate;
}

function dayOf(date: CivilDate | undefined): number {
  return date === undefined ? -1 : Date.parse(date) / 86_400_000;
}
