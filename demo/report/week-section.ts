import { addDays, isoWeekOf, weekdayOf } from "hoito";
import { entriesOfWeek } from "hoito/cadence";
import { toIsoWeekText } from "hoito/time";
import type { Chapter } from "../chapter.js";
import { accountName, cadenceTitle } from "./plain-names.js";
import { note, type Section, table } from "./section.js";

/** The week after next day of asking of the person who has most to do in it. */
export function weekSection({ work, compiled, context }: Chapter): Section | undefined {
  if (work === undefined) return undefined;
  const { entries } = work.schedule;
  const week = toIsoWeekText(isoWeekOf(addDays(context.asOf, 7)));
  const counts = new Map<string | number, number>();
  for (const { personId, week: of } of entries) {
    if (of === week) counts.set(personId, (counts.get(personId) ?? 0) + 1);
  }
  const [busiest] = [...counts].toSorted(([, left], [, right]) => right - left);
  if (busiest === undefined) return undefined;
  const [personId] = busiest;
  const own = entriesOfWeek(work.schedule, { personId, week });
  const rows = own.map(({ day, accountId, minutes, cadence, title, kind, isLate, latest }) => {
    const account = accountId === undefined ? undefined : work.accounts.get(accountId);
    const what =
      cadence === undefined ? (title ?? "a plan") : cadenceTitle(cadence, compiled.policy);
    const until = isLate === true ? `${latest}, late` : (latest ?? "");
    return [
      `${day} ${weekdayOf(day).slice(0, 3)}`,
      account === undefined ? "" : accountName(account),
      what,
      minutes === undefined ? "?" : `${minutes}`,
      until,
      kind === "placed" ? "" : kind,
    ];
  });
  const columns = [
    { title: "day" },
    { title: "account", most: 24 },
    { title: "contact" },
    { title: "minutes", align: "right" },
    { title: "latest day" },
    { title: "" },
  ] as const;
  const load = work.schedule.loads.find((each) => each.personId === personId && each.week === week);
  const text = `${load?.minutes} of ${load?.capacityMinutes} minutes of ${personId} are taken.`;
  return {
    heading: `The week ${week} of ${personId}`,
    blocks: [table(columns, rows), note(text)],
  };
}
