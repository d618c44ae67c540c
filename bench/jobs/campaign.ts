import type { Activity } from "hoito";
import {
  type ActivityEvent,
  type EventColumns,
  extendLedger,
  ledgerOf,
  markActivity,
  scoreWeeks,
} from "hoito/campaigns";
import type { Job } from "../job.js";
import { campaign, DAY_MS, FIRST_DAY, MEMBERS, open } from "../visit-campaign.js";

const EVENTS = 20_000;
const OF_DAY = 400;
const NOW = (FIRST_DAY + 90) * DAY_MS;
const AT = "2018-04-15T00:00:00Z";

export const name: Job["name"] = "20,000 visits of 1,000 members scored by two weekly criteria";

const dayOf = (row: number) => FIRST_DAY + ((row * 7919) % 70);
const minuteOf = (row: number) => (row * 31) % 8_000;
const textOf = (epochDay: number) => new Date(epochDay * DAY_MS).toISOString().slice(0, 10);
const isComplete = (row: number) => row % 97 !== 0;
const hasNotes = (row: number) => row % 89 !== 0;

function activity(row: number): Activity {
  return {
    ...{ id: row, accountId: row % 500, personId: row % MEMBERS, kind: "visit" },
    heldOn: textOf(dayOf(row)) as `${number}-${number}-${number}`,
    status: isComplete(row) ? "complete" : "held",
    notes: hasNotes(row) ? "agreed" : "",
  };
}

/** The four combinations that occur, marked once. */
const marks = new Map(
  [0, 1, 89, 97].map((row) => [key(row), markActivity(activity(row), campaign)]),
);
function key(row: number): string {
  return `${isComplete(row)} ${hasNotes(row)}`;
}

const columns: EventColumns = {
  member: Int32Array.from({ length: EVENTS }, (_, row) => row % MEMBERS),
  activity: Int32Array.from({ length: EVENTS }, (_, row) => row),
  day: Int32Array.from({ length: EVENTS }, (_, row) => dayOf(row)),
  at: Float64Array.from({ length: EVENTS }, (_, row) => {
    return dayOf(row) * DAY_MS + minuteOf(row) * 60_000;
  }),
  kind: new Uint8Array(EVENTS),
  marks: Uint32Array.from({ length: EVENTS }, (_, row) => marks.get(key(row))!),
};

const told = (row: number): ActivityEvent => {
  const at = new Date(columns.at[row]!).toISOString() as `${string}Z`;
  return { at, kind: "logged", activity: activity(row) };
};
const events = Array.from({ length: EVENTS }, (_, row) => told(row));
const ofDay = events.slice(EVENTS - OF_DAY);
const before = ledgerOf(events.slice(0, EVENTS - OF_DAY), open, { at: AT });

/** The rules written out, for rows that never change and are never deleted, and nothing else. */
function byHand(): number {
  const weeks = open.weeks.length;
  const flags = new Uint8Array(MEMBERS * weeks).fill(7);
  for (let row = 0; row < EVENTS; row++) {
    const week = Math.floor((columns.day[row]! + 3) / 7) - open.weeks[0]!.index;
    const cell = columns.member[row]! * weeks + week;
    const isLate = columns.at[row]! > open.weeks[week]!.deadlineAt;
    if (isLate) flags[cell] = 4;
    else {
      if (!isComplete(row)) flags[cell]! &= 6;
      if (!hasNotes(row)) flags[cell]! &= 5;
    }
    flags[cell]! |= 8;
  }
  let sum = 0;
  for (const flag of flags) if (flag & 8) sum += (flag & 1) + ((flag & 2) >> 1);
  return sum;
}

const totalOf = (ledger: typeof before) => {
  let sum = 0;
  for (const { weeks } of ledger.members) {
    for (const { entries } of weeks) for (const { units } of entries) sum += units;
  }
  return sum;
};

export const contenders: Job["contenders"] = {
  "by hand, over columns": byHand,
  "hoito, over columns": () => {
    return scoreWeeks(columns, open, NOW).reduce((sum, units) => sum + units, 0);
  },
  "hoito, a ledger": () => totalOf(ledgerOf(events, open, { at: AT })),
  "hoito, a ledger extended by the last 400": () => {
    return totalOf(extendLedger(before, ofDay, open, { at: AT }));
  },
};

export const pieces: Job["pieces"] = { count: EVENTS, each: "visit" };

export const remark: Job["remark"] =
  "A ledger says of every member and week what counted, what did not, and why; columns give units alone.";
