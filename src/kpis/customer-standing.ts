import type { Account } from "../facts/index.js";
import { type CivilDate, type Duration, shiftDay, toCivilDate, toEpochDay } from "../time/index.js";
import type { RetentionMethod } from "./customers.js";
import { type FigureCore, ratio, total } from "./figure-of.js";
import type { FigureWindow } from "./figure-window.js";
import { count, counted, exclude, type Tally } from "./tally.js";

/** How one account adds to a figure about customers. */
export interface CustomerFigure<Method> {
  readonly add: (tally: Tally, account: Account, window: FigureWindow, method: Method) => void;
  readonly finish: (tally: Tally, method: Method) => FigureCore;
}

/** Whether an account is a customer at the end of a day. */
export function isCustomerOn(
  { relationshipStart, relationshipEnd }: Account,
  day: CivilDate,
): boolean {
  if (relationshipStart === undefined || relationshipStart > day) return false;
  return relationshipEnd === undefined || relationshipEnd > day;
}

/** Where a customer stood before, in and after the window; accounts without a start are told. */
function standing(
  tally: Tally,
  account: Account,
  { from, last }: FigureWindow,
): { opening: boolean; closing: boolean; began: boolean; ended: boolean } | undefined {
  const { relationshipStart: start, relationshipEnd: end } = account;
  if (start === undefined) {
    exclude(tally, "startUnknown");
    return undefined;
  }
  if (end !== undefined && end <= start) {
    exclude(tally, "endBeforeStart");
    return undefined;
  }
  const isOld = start < from;
  const opening = isOld && (end === undefined || end >= from);
  const began = !isOld && start <= last;
  const ended = (opening || began) && end !== undefined && end <= last;
  return { opening, closing: (opening || began) && !ended, began, ended };
}

/** Adds what an account is worth under a base, and whether it was lost. */
function tallyLoss(
  tally: Tally,
  account: Account,
  window: FigureWindow,
  { base }: RetentionMethod,
): void {
  const stood = standing(tally, account, window);
  if (stood === undefined) return;
  const { opening, closing, began, ended } = stood;
  if (base === "opening") {
    if (opening) count(tally, "denominator");
    if (opening && ended) count(tally, "lost");
  } else if (base === "all") {
    if (opening || began) count(tally, "denominator");
    if (ended) count(tally, "lost");
  } else {
    count(tally, "denominator", Number(opening) + Number(closing));
    if (ended) count(tally, "lost", 2);
  }
}

function lossShare(tally: Tally, method: RetentionMethod, numerator: number): FigureCore {
  count(tally, "numerator", numerator - counted(tally, "numerator"));
  const { confidence, base } = method;
  return ratio(tally, "share", { confidence: base === "average" ? undefined : confidence });
}

/** Who stayed. */
export const retention: CustomerFigure<RetentionMethod> = {
  add: tallyLoss,
  finish: (tally, method) =>
    lossShare(tally, method, counted(tally, "denominator") - counted(tally, "lost")),
};

/** Who was lost. */
export const churn: CustomerFigure<RetentionMethod> = {
  add: tallyLoss,
  finish: (tally, method) => lossShare(tally, method, counted(tally, "lost")),
};

/** Counts the accounts that pass. */
/* @__NO_SIDE_EFFECTS__ */
function counting(
  passes: (stood: NonNullable<ReturnType<typeof standing>>) => boolean,
): CustomerFigure<object> {
  return {
    add: (tally, account, window) => {
      const stood = standing(tally, account, window);
      if (stood !== undefined && passes(stood)) count(tally, "numerator");
    },
    finish: (tally) => total(tally, "count"),
  };
}

/** Who came. */
export const gained: CustomerFigure<object> = counting(({ began }) => began);

/** Whose relationship ended. */
export const lost: CustomerFigure<object> = counting(({ ended }) => ended);

/** Who was there at the opening and is at the close. */
export const kept: CustomerFigure<object> = counting(({ opening, closing }) => opening && closing);

/** Whose relationship is young. */
export const young: CustomerFigure<{ readonly under: Duration }> = {
  add: (tally, account, window, { under }) => {
    const stood = standing(tally, account, window);
    if (stood === undefined || !stood.closing) return;
    count(tally, "denominator");
    const until = shiftDay(toEpochDay(account.relationshipStart!), under, 1);
    if (toCivilDate(until) > window.last) count(tally, "numerator");
  },
  finish: (tally) => ratio(tally, "share"),
};
