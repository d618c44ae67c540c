import { type EventColumns, markActivity, scoreWeeks } from "hoito/campaigns";
import { duckdb } from "../duckdb.js";
import type { Job } from "../job.js";
import { numbers } from "../numbers.js";
import { campaign, DAY_MS, FIRST_DAY, MEMBERS, open } from "../visit-campaign.js";

const smoke = process.argv.includes("--smoke");
const EVENTS = smoke ? 20_000 : 10_000_000;
const [LOGGED, EDITED, DELETED] = [0, 1, 3];

/** Nothing is booked after the cut-off. */
const NOW = open.cutOffAt;

/** By whether a visit is complete and whether it has notes. */
const MARKS = [0, 1, 2, 3].map((flags) => {
  const visit = { id: 1, accountId: 1, personId: 1, kind: "visit", heldOn: "2018-01-17" } as const;
  const status = (flags & 1) === 0 ? "held" : "complete";
  const notes = (flags & 2) === 0 ? "" : "agreed";
  return markActivity({ ...visit, status, notes }, campaign);
});

const columns = eventColumns();

/**
 * Visits of ten weeks; one in six is edited or deleted afterwards. Every other member logs all of
 * them complete and on the day, so that some weeks earn; the others log four in five in time.
 */
function eventColumns(): EventColumns {
  const made = {
    member: new Int32Array(EVENTS),
    activity: new Int32Array(EVENTS),
    day: new Int32Array(EVENTS),
    at: new Float64Array(EVENTS),
    kind: new Uint8Array(EVENTS),
    marks: new Uint32Array(EVENTS),
  };
  const next = numbers();
  const draw = (below: number): number => Math.floor((next() / 2 ** 32) * below);
  let activity = 0;
  for (let row = 0; row < EVENTS; row++, activity++) {
    const day = FIRST_DAY + draw(70);
    const drawn = (draw(100) > 0 ? 1 : 0) + (draw(90) > 0 ? 2 : 0);
    const delay = draw(draw(500) === 0 ? 20 : 3);
    const isCareful = activity % 2 === 0;
    const flags = isCareful ? 3 : drawn;
    const first = (day + (isCareful ? 0 : delay)) * DAY_MS;
    const put = (at: number, kind: number, written: number): void => {
      made.member[row] = activity % MEMBERS;
      made.activity[row] = activity;
      made.day[row] = day;
      made.at[row] = at;
      made.kind[row] = kind;
      made.marks[row] = MARKS[written]!;
    };
    put(first, LOGGED, flags);
    if (draw(6) > 0 || row + 1 === EVENTS) continue;
    row += 1;
    put(first + 1 + draw(10 * DAY_MS), draw(50) === 0 ? DELETED : EDITED, flags | 3);
  }
  return made;
}

/** The same rules for exactly these criteria: no plan, no judge, no excuse, sorted by activity. */
function byHand(): number {
  const { member, activity, day, at, kind, marks } = columns;
  const weeks = open.weeks.length;
  const deadlines = open.weeks.map(({ deadlineAt }) => deadlineAt);
  const first = open.weeks[0]!.index;
  const askedStatus = new Int32Array(MEMBERS * weeks);
  const metStatus = new Int32Array(MEMBERS * weeks);
  const askedNotes = new Int32Array(MEMBERS * weeks);
  const metNotes = new Int32Array(MEMBERS * weeks);
  for (let start = 0; start < EVENTS; ) {
    let end = start + 1;
    while (end < EVENTS && activity[end] === activity[start]) end += 1;
    const week = Math.floor((day[start]! + 3) / 7) - first;
    const deadline = deadlines[week]!;
    let known = end - 1;
    while (known >= start && at[known]! > deadline) known -= 1;
    let latest = end - 1;
    while (latest >= start && at[latest]! > NOW) latest -= 1;
    const inTime = known >= start && kind[known] !== DELETED;
    const isThere = latest >= start && kind[latest] !== DELETED;
    start = end;
    if (!inTime && !isThere) continue;
    const cell = member[end - 1]! * weeks + week;
    const was = inTime ? marks[known]! : 0;
    const is = isThere ? marks[latest]! : 0;
    if (isThere || (was & 1) === 0) {
      askedStatus[cell]! += 1;
      if ((was & is & 1) !== 0) metStatus[cell]! += 1;
    }
    if (isThere || (was & 2) === 0) {
      askedNotes[cell]! += 1;
      if ((was & is & 2) !== 0) metNotes[cell]! += 1;
    }
  }
  let units = 0;
  for (let cell = 0; cell < askedStatus.length; cell++) {
    if (askedStatus[cell]! > 0 && askedStatus[cell] === metStatus[cell]) units += 1;
    if (askedNotes[cell]! > 0 && askedNotes[cell] === metNotes[cell]) units += 1;
  }
  return units;
}

const tableColumns = () => ({
  member: columns.member,
  activity: columns.activity,
  week: Int32Array.from(columns.day, (day) => Math.floor((day + 3) / 7) - open.weeks[0]!.index),
  moment: columns.at,
  code: Int32Array.from(columns.marks, (marks, row) => columns.kind[row]! * 4 + (marks & 3)),
});

const deadlines = open.weeks
  .map(({ deadlineAt }) => deadlineAt)
  .filter(Number.isFinite)
  .join(", ");
const QUERY = `
  WITH visits AS (
    SELECT any_value(member) AS member, any_value(week) AS week,
      arg_max(code, moment) FILTER (WHERE moment <= [${deadlines}][week + 1]) AS known,
      arg_max(code, moment) FILTER (WHERE moment <= ${NOW}) AS latest
    FROM events GROUP BY activity),
  parts AS (
    SELECT member, week, coalesce(known < 12, false) AS was,
      coalesce(latest < 12, false) AS there,
      known, latest FROM visits),
  judged AS (
    SELECT member, week, bit, was AND known & bit = bit AS did, there,
      was AND known & bit = bit AND latest & bit = bit AS met
    FROM parts, (VALUES (1), (2)) AS bits(bit) WHERE was OR there),
  weeks AS (
    SELECT count(*) FILTER (WHERE there OR NOT did) AS asked,
      count(*) FILTER (WHERE there AND met) AS met
    FROM judged GROUP BY member, week, bit)
  SELECT count(*) FROM weeks WHERE asked > 0 AND asked = met`;

const byOne = duckdb("events", tableColumns, 1);
const byTwo = duckdb("events", tableColumns, 2);

export const name: Job["name"] = `${EVENTS.toLocaleString("en-US")} campaign events of 1,000 members scored by two weekly criteria`;

export const contenders: Job["contenders"] = {
  "by hand": byHand,
  hoito: () => scoreWeeks(columns, open, NOW).reduce((sum, units) => sum + units, 0),
  "DuckDB, one thread": () => byOne(QUERY),
  "DuckDB, two threads": () => byTwo(QUERY),
};

export const pieces: Job["pieces"] = { count: EVENTS, each: "event" };

export const goals: Job["goals"] = [
  { who: "hoito", times: 1.5, of: "by hand" },
  { who: "hoito", times: 1, of: "DuckDB, two threads" },
];

export const remark: Job["remark"] =
  "The loop by hand knows two criteria, their bits, that no week is excused, that nobody judges and that rows come in order; hoito's knows any criteria, plans, verdicts, activities that moved from week to week, and finds out on the way whether rows come in order.";
