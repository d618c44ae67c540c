import { type CustomerBase, compareIds, type RecordId, type Trend } from "../facts/index.js";
import type { Decision } from "../shapes/index.js";
import { effortsOf, type UnknownBecause, whyUnknown } from "./effort-shares.js";
import type { RecordContext } from "./over-records.js";
import { requireMethod } from "./require-method.js";
import { startTally } from "./tally.js";

/**
 * Whether an account gets more of our time than its future warrants.
 *
 * @category KPIs
 */
export interface OverService {
  readonly accountId: RecordId;
  readonly service: Decision<"over" | "notOver" | "undecided">;
}

/**
 * The accounts with much time, or why nobody can tell.
 *
 * @category KPIs
 */
export interface OverServices {
  /** By id. */
  readonly accounts: readonly OverService[];
  /** Activities are not supplied, or not complete over the period. */
  readonly undefinedBecause?: UnknownBecause;
}

/**
 * Accounts with much time spent on them although their purchases are forecast to fall.
 *
 * Over-served is whose forecast of purchases falls and whose time in the period is more than so many
 * times the average of all accounts with time. Without a forecast an account with that much time is
 * undecided. Equal to the bound is not over.
 *
 * @param base - accounts with their judgements, activities
 * @param method - how many times the average is much: 1 is above average
 * @param context - day and period
 * @returns the accounts with much time, by id; undecided ones name the forecast that is missing.
 *   Where activities are not known over the period there are none, and the reason
 * @throws {@link HoitoError} `not-a-civil-date`, or a fault of the period or of a convention
 *
 * @example Above average time, falling forecast
 * ```ts
 * import { overServed } from "hoito/kpis";
 *
 * const visit = { kind: "visit", status: "held", heldOn: "2018-02-01" } as const;
 * const base = {
 *   accounts: [
 *     { id: "A", judgements: { purchaseForecastTrend: { value: "falling" } } },
 *     { id: "B", judgements: { purchaseForecastTrend: { value: "rising" } } },
 *   ],
 *   coverage: { activities: "complete" },
 *   activities: [
 *     { ...visit, id: 1, accountId: "A", durationMinutes: 90 },
 *     { ...visit, id: 2, accountId: "B", durationMinutes: 30 },
 *   ],
 * } as const;
 * const year = { asOf: "2018-12-31", period: { calendar: "year" } } as const;
 * const [found] = overServed(base, { timesAverage: 1 }, year).accounts;
 * found?.accountId; // => "A"
 * found?.service.value; // => "over"
 * ```
 *
 * @category KPIs
 */
export function overServed(
  base: CustomerBase,
  method: { readonly timesAverage: number },
  context: RecordContext,
): OverServices {
  requireMethod(method, { timesAverage: { kind: "number" } });
  const undefinedBecause = whyUnknown(base, ["activities"], context);
  if (undefinedBecause !== undefined) return { accounts: [], undefinedBecause };
  const asked = { time: true, of: undefined };
  const efforts = effortsOf(base, asked, context, startTally());
  const served = efforts.filter(({ minutes }) => minutes > 0);
  let minutes = 0;
  for (const each of served) minutes += each.minutes;
  const accounts = served
    .filter((each) => each.minutes * served.length > method.timesAverage * minutes)
    .sort((left, right) => compareIds(left.accountId, right.accountId))
    .map(({ account, accountId, minutes: own }) => {
      const trend = account.judgements?.purchaseForecastTrend?.value;
      const counted = { minutes: own, allMinutes: minutes, accounts: served.length };
      return { accountId, service: decide(trend, { ...counted, ...method }) };
    });
  return { accounts };
}

function decide(
  trend: Trend | undefined,
  counted: Readonly<Record<string, number>>,
): OverService["service"] {
  const path = "activities.durationMinutes";
  const reason = { kind: "step", step: "overService", path, of: [] } as const;
  if (trend === undefined) {
    const missing = [{ path: "purchaseForecastTrend", why: "missing" } as const];
    return { value: "undecided", because: [{ ...reason, details: counted }], missing };
  }
  const details = { ...counted, purchaseForecastTrend: trend };
  const value = trend === "falling" ? "over" : "notOver";
  return { value, because: [{ ...reason, details }], missing: [] };
}
