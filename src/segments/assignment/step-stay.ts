import { shiftDayWithin } from "../../time/index.js";
import { nextReview } from "./next-review.js";
import type { CompiledStayRule } from "./stay-rule.js";
import type { CompanyMove, StayMove } from "./stay-state.js";

/** A membership while it is replayed; days are epoch days, a label is its place from the best. */
export interface Standing {
  readonly place: number;
  readonly since: number;
  /** The score in force; a label counts as its height over the lowest. */
  readonly score: number | undefined;
  readonly belowSince: number | undefined;
}

/** What a day did to a membership. */
export interface Step {
  readonly standing: Standing;
  readonly why?: StayMove["why"];
}

/** One day of a membership's life: the company's own move first, then what the score asks for. */
export function stepStay(
  before: Standing,
  day: number,
  today: { readonly score: number | undefined; readonly move: CompanyMove | undefined },
  rule: CompiledStayRule,
): Step {
  const read = { ...before, score: today.score };
  if (today.move !== undefined) {
    const place = rule.labels.indexOf(today.move.to);
    if (place === before.place) return { standing: watch(read, day, rule) };
    return { standing: enter(read, place, day, rule), why: "byDecision" };
  }
  const standing = watch(read, day, rule);
  const due = dueMove(standing, rule);
  if (due === undefined || day < due.from || nextReview(rule.review, day) !== day) {
    return { standing };
  }
  return { standing: enter(standing, due.to, day, rule), why: due.why };
}

/** The first day after one on which the membership moves if no reading changes. */
export function nextStayChange(standing: Standing, day: number, rule: CompiledStayRule): number {
  const due = dueMove(standing, rule);
  if (due === undefined) return Number.POSITIVE_INFINITY;
  return nextReview(rule.review, Math.max(day + 1, due.from));
}

/** Where the score asks the account to go, and from which day on it may. */
function dueMove(
  { place, since, score, belowSince }: Standing,
  rule: CompiledStayRule,
): { readonly to: number; readonly from: number; readonly why: StayMove["why"] } | undefined {
  if (!rule.isDynamic || score === undefined) return undefined;
  const { levels, minimumStay, grace } = rule;
  const stayed = minimumStay === undefined ? since : shiftDayWithin(since, minimumStay, 1);
  const better = levels.findIndex(({ promoteFrom }) => score >= promoteFrom);
  if (better !== -1 && better < place) {
    return { to: better, from: rule.holdsPromotions ? stayed : since, why: "promoted" };
  }
  if (belowSince === undefined) return undefined;
  const held = levels.findIndex(({ holdFrom }, index) => index > place && score >= holdFrom);
  const to = held === -1 ? rule.labels.length - 1 : held;
  if (score < levels[place]!.demoteBelow) return { to, from: stayed, why: "fellBelow" };
  const over = grace === undefined ? belowSince : shiftDayWithin(belowSince, grace, 1);
  return { to, from: Math.max(stayed, over), why: "graceOver" };
}

function enter({ score }: Standing, place: number, day: number, rule: CompiledStayRule): Standing {
  return watch({ place, since: day, score, belowSince: undefined }, day, rule);
}

/** Notes since when the score no longer holds the segment; an unknown score changes nothing. */
export function watch(standing: Standing, day: number, { levels }: CompiledStayRule): Standing {
  const { place, score, belowSince } = standing;
  if (score === undefined) return standing;
  const level = levels[place];
  const isBelow = level !== undefined && score < level.holdFrom;
  return { ...standing, belowSince: isBelow ? (belowSince ?? day) : undefined };
}
