import { type Checked, checked } from "../../shapes/index.js";
import {
  addDays,
  type CivilDate,
  LAST_EPOCH_DAY,
  toCivilDate,
  toEpochDay,
} from "../../time/index.js";
import { checkHistory, checkState } from "./check-history.js";
import type { CompiledStayRule } from "./stay-rule.js";
import type {
  CompanyMove,
  StayHistory,
  StayMove,
  StayReading,
  StayReplay,
  StayState,
} from "./stay-state.js";
import { nextStayChange, type Standing, stepStay, watch } from "./step-stay.js";

/**
 * A membership that begins on a day, with nothing read yet.
 *
 * @param label - the segment it begins in
 * @param since - its first day, which is the first that is replayed
 * @returns a state to hand to {@link replayMembership} as `previous`
 *
 * @example A membership from the new year
 * ```ts
 * import { startStay } from "hoito/segments";
 *
 * startStay("standard", "2018-01-01").until; // => "2017-12-31"
 * ```
 *
 * @category Segments
 */
export function startStay(label: string, since: CivilDate): StayState {
  return { format: "hoito-stay/1", label, since, until: addDays(since, -1) };
}

/**
 * Where a membership stands at the end of a day, and every move on the way there.
 *
 * A reading holds from its day until the next one. On a review day an account rises to the best
 * segment whose `promoteFrom` its score reaches. When its score is under the `holdFrom` of its
 * segment, a grace begins; on the first review day on which the grace is over and the minimum stay
 * is served, it falls to the best segment that its score holds. Under `demoteBelow` there is no
 * grace, but still a minimum stay. A score that comes back to `holdFrom` ends the grace. While the
 * score is unknown nothing moves, and a grace that has begun runs on. The company's own moves come
 * first on their day and ask for no review; in a static membership they are the only ones.
 *
 * Replaying day by day, with the state of each day as `previous` of the next, and jumping to the
 * end give the same.
 *
 * Gotcha: readings and moves dated on or before `previous.until` move nothing any more; the latest
 * reading still tells what is in force.
 *
 * @param history - readings and moves in any order; those after `asOf` are plans
 * @param rule - compiled rule
 * @param context - the day that is asked about, and the state to go on from
 * @returns the state with its moves, or all of the findings `unknown-label`, `duplicate-reading`,
 *   `not-a-civil-date`, `wrong-value-type`, `span-reversed` and `unknown-format` that apply
 *
 * @example A key account whose score fell in March has until September
 * ```ts
 * import { orThrow } from "hoito";
 * import { compileStayRule, replayMembership, startStay } from "hoito/segments";
 *
 * const rule = orThrow(
 *   compileStayRule(
 *     {
 *       by: "score",
 *       membership: "dynamic",
 *       levels: [{ label: "key", promoteFrom: 80, holdFrom: 60, demoteBelow: 20 }],
 *       lowest: "standard",
 *       minimumStay: { years: 1 },
 *       minimumStayHolds: "demotion",
 *       grace: { months: 6 },
 *       review: "daily",
 *     },
 *     {},
 *   ),
 * );
 * const previous = startStay("key", "2016-01-01");
 * const readings = [{ on: "2018-03-01", score: 55 }] as const;
 * const { state, nextChange } = orThrow(
 *   replayMembership({ readings }, rule, { asOf: "2018-06-30", previous }),
 * );
 * state.label; // => "key"
 * nextChange; // => "2018-09-01"
 * ```
 *
 * @category Segments
 */
export function replayMembership(
  history: StayHistory,
  rule: CompiledStayRule,
  context: { readonly asOf: CivilDate; readonly previous: StayState },
): Checked<StayReplay> {
  const { previous } = context;
  const asOf = toEpochDay(context.asOf);
  const findings = [...checkState(previous, rule, asOf), ...checkHistory(history, rule)];
  return checked(findings, () => {
    const readings = byDay(history.readings);
    const moves = byDay(history.moves ?? []);
    const days = [...new Set([...readings.keys(), ...moves.keys()])].sort((a, b) => a - b);
    let day = toEpochDay(previous.until);
    let score = scoreInForce(readings, day, rule, previous);
    let standing = standingOf(previous, score, rule);
    const made: StayMove[] = [];
    let upcoming = days.findIndex((each) => each > day);
    if (upcoming === -1) upcoming = days.length;
    for (;;) {
      const told = days[upcoming] ?? Number.POSITIVE_INFINITY;
      const next = Math.min(told, nextStayChange(standing, day, rule));
      if (next > asOf) {
        const nextChange = next > LAST_EPOCH_DAY ? {} : { nextChange: toCivilDate(next) };
        return { state: stateOf(standing, context.asOf, rule), moves: made, ...nextChange };
      }
      const reading = readings.get(next);
      if (reading !== undefined) score = scoreOf(reading, rule);
      const move = moves.get(next);
      const { standing: after, why } = stepStay(standing, next, { score, move }, rule);
      if (why !== undefined) made.push(moveOf(standing, after, why, move, rule));
      if (told === next) upcoming++;
      standing = after;
      day = next;
    }
  });
}

function byDay<T extends { readonly on: CivilDate }>(dated: readonly T[]): ReadonlyMap<number, T> {
  return new Map(dated.map((each) => [toEpochDay(each.on), each]));
}

/** The latest reading up to a day, and where the history has none that of the state. */
function scoreInForce(
  readings: ReadonlyMap<number, StayReading>,
  day: number,
  rule: CompiledStayRule,
  { reading }: StayState,
): number | undefined {
  let latest = Number.NEGATIVE_INFINITY;
  for (const on of readings.keys()) if (on <= day && on > latest) latest = on;
  const found = readings.get(latest);
  if (found !== undefined) return scoreOf(found, rule);
  return typeof reading === "string" ? heightOf(reading, rule) : reading;
}

function scoreOf({ score, label }: StayReading, rule: CompiledStayRule): number | undefined {
  if (rule.by === "score") return score;
  return label === undefined ? undefined : heightOf(label, rule);
}

/** How high a label stands over the lowest. */
function heightOf(label: string, { labels }: CompiledStayRule): number {
  return labels.length - 1 - labels.indexOf(label);
}

/** Whether the segment is held is looked at anew, for a start has not been looked at yet. */
function standingOf(
  { label, since, until, belowSince }: StayState,
  score: number | undefined,
  rule: CompiledStayRule,
): Standing {
  const standing = {
    place: rule.labels.indexOf(label),
    since: toEpochDay(since),
    score,
    belowSince: belowSince === undefined ? undefined : toEpochDay(belowSince),
  };
  return watch(standing, toEpochDay(until) + 1, rule);
}

function stateOf(standing: Standing, until: CivilDate, rule: CompiledStayRule): StayState {
  const { place, since, score, belowSince } = standing;
  return {
    format: "hoito-stay/1",
    label: rule.labels[place]!,
    since: toCivilDate(since),
    until,
    ...readingOf(score, rule),
    ...(belowSince === undefined ? {} : { belowSince: toCivilDate(belowSince) }),
  };
}

function readingOf(
  score: number | undefined,
  { by, labels }: CompiledStayRule,
): Pick<StayState, "reading"> {
  if (score === undefined) return {};
  return { reading: by === "score" ? score : labels[labels.length - 1 - score]! };
}

function moveOf(
  before: Standing,
  after: Standing,
  why: StayMove["why"],
  move: CompanyMove | undefined,
  rule: CompiledStayRule,
): StayMove {
  return {
    on: toCivilDate(after.since),
    from: rule.labels[before.place]!,
    to: rule.labels[after.place]!,
    why,
    ...readingOf(after.score, rule),
    ...(move === undefined ? {} : { reason: move.reason }),
  };
}
