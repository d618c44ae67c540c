import type { ActivityEvent, CampaignDefinition } from "../../src/campaigns/index.js";
import type { Activity } from "../../src/facts/index.js";

/** A scored week as the slow board sees it: days as text, moments as milliseconds. */
export interface SlowWeek {
  readonly monday: string;
  readonly nextMonday: string;
  readonly deadline: number;
  readonly judgedUntil: number;
  readonly isPractice: boolean;
}

const ORDER = ["logged", "edited", "judged", "deleted"];

/**
 * The points of one member's week, straight from the sentences of the documentation: no ledger, no
 * compiled condition, everything looked up anew. For the criteria `status`, `notes`, `goodNotes`
 * and `plan` alone.
 */
export function slowPoints(
  events: readonly ActivityEvent[],
  week: SlowWeek,
  definition: CampaignDefinition,
  now: number,
): number {
  if (now < week.deadline) return 0;
  const ids = [...new Set(events.map(({ activity }) => activity.id))];
  const stories = ids.map((id) => story(events.filter(({ activity }) => activity.id === id)));
  const isTimely = ({ at }: ActivityEvent) =>
    Date.parse(at) < week.deadline ||
    (Date.parse(at) === week.deadline && definition.deadline.bound === "inclusive");
  const lives = (event: ActivityEvent | undefined) =>
    event !== undefined && event.kind !== "deleted" && event.activity.status !== "cancelled"
      ? event.activity
      : undefined;
  const here = (activity: Activity | undefined) => {
    const day = activity?.heldOn ?? activity?.plannedOn;
    return day !== undefined && day >= week.monday && day < week.nextMonday ? activity : undefined;
  };
  const visits = stories.map((each) => {
    const then = here(lives(each.filter(isTimely).at(-1)));
    const today = here(lives(each.filter(({ at }) => Date.parse(at) <= now).at(-1)));
    const verdict = each
      .filter(({ at, kind }) => {
        return kind === "judged" && Date.parse(at) <= Math.min(now, week.judgedUntil);
      })
      .at(-1);
    return { then, today, quality: (verdict?.activity ?? then)?.noteQuality };
  });
  const answerable = visits.filter(
    ({ then, today }) =>
      then !== undefined || (today !== undefined && definition.lateActivities === "failTheWeek"),
  );
  const verdicts = (test: (activity: Activity) => boolean) =>
    answerable.flatMap(({ then, today }) => {
      if (then === undefined || !test(then)) return [false];
      return today === undefined ? [] : [test(today)];
    });
  const judged = answerable.flatMap(({ then, today, quality }) => {
    if (then === undefined || quality !== "good") return [false];
    return today === undefined ? [] : [true];
  });
  const found: Readonly<Record<string, readonly boolean[]>> = {
    status: verdicts(({ status }) => status === "complete"),
    notes: verdicts(({ notes }) => notes !== undefined && notes.trim() !== ""),
    goodNotes: judged,
  };
  const isEmpty =
    answerable.every(({ today }) => today === undefined) &&
    Object.keys(definition.criteria).every((name) => !(found[name] ?? []).includes(false));
  if (isEmpty && definition.emptyWeek === "excused") return 0;
  let sum = 0;
  for (const [name, criterion] of Object.entries(definition.criteria)) {
    if (criterion.kind === "plan") sum += planPoints();
    else if (criterion.kind === "activity") {
      if (criterion.from === "afterPractice" && week.isPractice) continue;
      const list = found[name]!;
      const met = list.filter(Boolean).length;
      const { points, scoring } = criterion;
      const isFree = definition.emptyWeek === "vacuous" && criterion.judged !== true;
      if (scoring === "perEvent") sum += met * points;
      else if (list.length === 0) sum += isFree ? points : 0;
      else if (scoring === "proportional") sum += Math.floor((met * points) / list.length);
      else sum += met === list.length ? points : 0;
    }
  }
  return sum;

  function planPoints(): number {
    const { plan } = definition.criteria;
    if (plan?.kind !== "plan") return 0;
    const [weeks, offset, minimum] = [plan.weeks, plan.offsetWeeks, plan.minimumPerWeek].map(
      Number,
    );
    for (let ahead = 0; ahead < weeks!; ahead++) {
      const from = later(week.monday, (1 + offset! + ahead) * 7);
      const until = later(from, 7);
      const planned = stories.filter((each) => {
        if (each.filter(({ at }) => Date.parse(at) <= now).at(-1)?.kind === "deleted") return false;
        const activity = lives(each.filter(isTimely).at(-1));
        const day = activity?.heldOn ?? activity?.plannedOn;
        return day !== undefined && day >= from && day < until;
      });
      if (planned.length < minimum!) return 0;
    }
    return plan.points;
  }
}

function story(events: readonly ActivityEvent[]): readonly ActivityEvent[] {
  return [...events].sort((left, right) => {
    return (
      Date.parse(left.at) - Date.parse(right.at) ||
      ORDER.indexOf(left.kind) - ORDER.indexOf(right.kind)
    );
  });
}

function later(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}
