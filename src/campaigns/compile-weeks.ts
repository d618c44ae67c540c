import type { Scope } from "../rules/index.js";
import { showInput } from "../shapes/index.js";
import {
  type IsoWeekText,
  isoWeekStartDay,
  isoWeeksTouched,
  readIsoWeek,
  toEpochDay,
  toIsoWeekText,
  weekdayNumber,
} from "../time/index.js";
import type { CampaignDefinition } from "./campaign-definition.js";
import { type CampaignWeek, weekIndexOf } from "./compiled-campaign.js";

/** Most weeks of a campaign: two years. */
const MOST_WEEKS = 106;

/** The weeks that the period touches, and which of them are scored; faults go to the scope. */
export function compileWeeks(
  definition: CampaignDefinition,
  names: Scope,
  path: string,
): readonly CampaignWeek[] {
  const { period, weeks, deadline } = definition;
  const at = `${path}.weeks`;
  names.checkWords(weeks, ["scored", "practice", "excused"], at);
  const [fromDay, untilDay] = [toEpochDay(period.from), toEpochDay(period.until)];
  if (untilDay - fromDay > MOST_WEEKS * 7) {
    names.fault(`${path}.period`, "too-large", `a campaign lasts at most ${MOST_WEEKS} weeks`);
    return [];
  }
  const starts = isoWeeksTouched(period.from, period.until).map((week) => ({
    week: toIsoWeekText(week),
    monday: isoWeekStartDay(week),
  }));
  const touched = starts.map(({ week }) => week);
  const daysToDeadline = 6 + weekdayNumber(deadline.weekday);
  const within = starts.filter(({ monday }) => monday + daysToDeadline < untilDay);
  const candidates =
    weeks.scored === "touched"
      ? touched
      : weeks.scored === "deadlineWithin"
        ? within.map(({ week }) => week)
        : namedWeeks(weeks.scored, touched, names, `${at}.scored`);
  const excused = new Set(namedWeeks(weeks.excused ?? [], touched, names, `${at}.excused`));
  const practice = new Set(namedWeeks(weeks.practice ?? [], touched, names, `${at}.practice`));
  const scored = new Set(candidates.filter((week) => !excused.has(week)));
  if (scored.size === 0) names.fault(at, "no-scored-week", "no week of the campaign is scored");
  let number = 0;
  return starts.map(({ week, monday }) => ({
    week,
    index: weekIndexOf(monday),
    number: scored.has(week) ? ++number : undefined,
    isPractice: practice.has(week),
    fromDay: Math.max(monday, fromDay),
    untilDay: Math.min(monday + 7, untilDay),
  }));
}

function namedWeeks(
  written: unknown,
  touched: readonly IsoWeekText[],
  names: Scope,
  path: string,
): readonly IsoWeekText[] {
  if (!Array.isArray(written)) {
    names.fault(path, "not-a-list", `${showInput(written)} is no list of weeks`);
    return [];
  }
  const known: IsoWeekText[] = [];
  for (const [index, week] of written.slice(0, MOST_WEEKS + 1).entries()) {
    const fault = faultOf(week, touched, known);
    if (fault === undefined) known.push(week);
    else names.fault(`${path}[${index}]`, ...fault);
  }
  return known;
}

function faultOf(
  week: unknown,
  touched: readonly IsoWeekText[],
  known: readonly IsoWeekText[],
): readonly [code: string, text: string] | undefined {
  const shown = showInput(week);
  if (readIsoWeek(week) === undefined) return ["no-such-week", `${shown} is not an ISO week`];
  if (!touched.includes(week as IsoWeekText)) {
    const span = `${touched[0]} to ${touched.at(-1)}`;
    return ["week-outside-period", `${shown} is none of the campaign's weeks, ${span}`];
  }
  return known.includes(week as IsoWeekText)
    ? ["week-named-twice", `${shown} is named twice`]
    : undefined;
}
