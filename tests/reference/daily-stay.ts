import type { ScoreStayRule, StayHistory } from "../../src/segments/index.js";
import { addDays, addDuration, type CivilDate, type Duration } from "../../src/time/index.js";

/**
 * A membership by score, looked at on every single day, straight from the words of the rule. All
 * numbers and durations of the rule are literal.
 */
export function dailyStay(
  { readings, moves = [] }: StayHistory,
  rule: ScoreStayRule,
  start: { readonly label: string; readonly since: CivilDate },
  asOf: CivilDate,
): { readonly label: string; readonly since: CivilDate; readonly moves: number } {
  const labels = [...rule.levels.map((level) => level.label), rule.lowest];
  const levelOf = (label: string) => rule.levels.find((level) => level.label === label);
  let { label, since } = start;
  let belowSince: CivilDate | undefined;
  let moved = 0;
  for (let day = start.since; day <= asOf; day = addDays(day, 1)) {
    const known = readings.filter(({ on }) => on <= day).sort((a, b) => (a.on < b.on ? -1 : 1));
    const score = known.at(-1)?.score;
    const look = (): void => {
      if (score === undefined) return;
      const level = levelOf(label);
      const holds = level === undefined || score >= (level.holdFrom as number);
      belowSince = holds ? undefined : (belowSince ?? day);
    };
    const go = (to: string): void => {
      [label, since, belowSince] = [to, day, undefined];
      moved++;
      look();
    };
    const move = moves.find(({ on }) => on === day);
    if (move !== undefined) {
      if (move.to !== label) go(move.to);
      else look();
      continue;
    }
    look();
    if (rule.membership === "static" || score === undefined || !isReview(rule, day)) continue;
    const served =
      rule.minimumStay === "none" || day >= addDuration(since, rule.minimumStay as Duration);
    const up = rule.levels.find(({ promoteFrom }) => score >= (promoteFrom as number));
    if (up !== undefined && labels.indexOf(up.label) < labels.indexOf(label)) {
      if (served || rule.minimumStayHolds === "demotion") go(up.label);
      continue;
    }
    if (belowSince === undefined || !served) continue;
    const fell = score < (levelOf(label)!.demoteBelow as number);
    const over = rule.grace === "none" || day >= addDuration(belowSince, rule.grace as Duration);
    if (!fell && !over) continue;
    const worse = rule.levels.slice(labels.indexOf(label) + 1);
    go(worse.find(({ holdFrom }) => score >= (holdFrom as number))?.label ?? rule.lowest);
  }
  return { label, since, moves: moved };
}

function isReview({ review }: ScoreStayRule, day: CivilDate): boolean {
  if (review === "daily") return true;
  if ("on" in review) return review.on.includes(day);
  const { days = 0, weeks = 0, months = 0 } = review.every as Duration;
  for (let count = 0; ; count++) {
    const next = addDuration(review.from, {
      ...{ days: days * count, weeks: weeks * count, months: months * count },
    });
    if (next >= day) return next === day;
  }
}
