import type { ScheduleConflict, UnplacedReason } from "hoito/cadence";
import type { CareSchedule } from "hoito/policy";
import type { Chapter } from "../chapter.js";
import { whole } from "./figure-text.js";
import { cadenceTitle } from "./plain-names.js";
import { type Cell, facts, type Section, table } from "./section.js";

/** Who does what when, in numbers: the load by week, and what has no place. */
export function scheduleSection({ work, compiled }: Chapter): Section | undefined {
  if (work === undefined) return undefined;
  const { entries, unplaced, goals, conflicts, asOf, until } = work.schedule;
  const ofKind = (kind: string): number => entries.filter((each) => each.kind === kind).length;
  const late = entries.filter(({ isLate }) => isLate === true).length;
  const told: readonly (readonly [string, string])[] = [
    ["horizon", `${asOf} until ${until}, that day excluded`],
    [
      "in the calendar",
      `${whole(entries.length)} entries: ${ofKind("placed")} placed, of them ${late} late`,
    ],
    ["", `${ofKind("pinned")} pinned by a plan, ${ofKind("manual")} planned besides`],
    ["by the owner", `${goals.ownerKept} of ${goals.placed} placed`],
    ["left standing", `${conflicts.length} plans that something speaks against: ${why(conflicts)}`],
  ];
  const reasons = new Map<string, Map<UnplacedReason, number>>();
  for (const { reason, cadence = "" } of unplaced) {
    const row = reasons.get(cadence) ?? new Map<UnplacedReason, number>();
    row.set(reason, (row.get(reason) ?? 0) + 1);
    reasons.set(cadence, row);
  }
  const words = [...new Set(unplaced.map(({ reason }) => reason))].sort();
  const rows = Object.keys(compiled.policy.cadences)
    .filter((cadence) => reasons.has(cadence))
    .map((cadence) => [
      cadenceTitle(cadence, compiled.policy),
      ...words.map((word) => `${reasons.get(cadence)!.get(word) ?? 0}`),
    ]);
  const columns = [
    { title: "no place in this horizon" },
    ...words.map((word) => ({ title: REASONS[word], align: "right" }) as const),
  ];
  return {
    heading: "The schedule",
    blocks: [facts(told), table(LOAD, loadRows(work.schedule)), table(columns, rows)],
  };
}

const LOAD = [
  { title: "week" },
  { title: "minutes placed", align: "right" },
  { title: "minutes there", align: "right" },
  { title: "load" },
] as const;

const REASONS: Readonly<Record<UnplacedReason, string>> = {
  forbidden: "forbidden",
  permissionUnknown: "may we?",
  windowUnknown: "when?",
  effortUnknown: "how long?",
  capacityUnknown: "room?",
  eligibleUnknown: "whose?",
  nobodyEligible: "nobody named",
  windowPassed: "too late",
  afterHorizon: "belongs later",
  noOpenDay: "no open day",
  noCapacity: "no room",
};

const CONFLICTS: Readonly<Record<ScheduleConflict["why"], string>> = {
  unknownPerson: "of an unknown person",
  notEligible: "not by the owner",
  closedDay: "on a day off",
  outsideWindow: "outside its days",
  overCapacity: "beyond the capacity",
  minutesUnknown: "of unknown length",
};

function loadRows({ loads }: CareSchedule): readonly (readonly Cell[])[] {
  const weeks = new Map<string, { minutes: number; capacity: number }>();
  for (const { week, minutes, capacityMinutes } of loads) {
    const sum = weeks.get(week) ?? { minutes: 0, capacity: 0 };
    weeks.set(week, {
      minutes: sum.minutes + minutes,
      capacity: sum.capacity + capacityMinutes,
    });
  }
  return [...weeks].map(([week, { minutes, capacity }]) => {
    return [week, whole(minutes), whole(capacity), { part: minutes, whole: capacity }];
  });
}

function why(conflicts: CareSchedule["conflicts"]): string {
  const counts = new Map<ScheduleConflict["why"], number>();
  for (const each of conflicts) counts.set(each.why, (counts.get(each.why) ?? 0) + 1);
  return [...counts].map(([word, count]) => `${count} ${CONFLICTS[word]}`).join(", ") || "none";
}
