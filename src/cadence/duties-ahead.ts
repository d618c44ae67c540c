import { type AccountRecords, compareIds } from "../facts/index.js";
import { type Finding, warningAt } from "../shapes/index.js";
import { toEpochDay } from "../time/index.js";
import type { CompiledCadence } from "./compiled-cadence.js";
import type { Duty, DutyWindow } from "./duty.js";
import type { DutyContext } from "./duty-context.js";
import { reckonDuties } from "./reckon-duties.js";
import { requireCadences } from "./require-cadences.js";

/**
 * What the duties ahead are reckoned with.
 *
 * @category Cadence
 */
export interface AheadContext extends DutyContext {
  /** Epoch day; windows that begin on it or later are left out. */
  readonly until: number;
}

/**
 * The duties of an account up to a day, the earliest window first.
 *
 * @category Cadence
 */
export interface DutiesAhead {
  readonly duties: readonly Duty[];
  /** `too-many-duties`, a warning, where later ones were left out. */
  readonly findings: readonly Finding[];
}

/** Most duties of one account that are told of ahead. */
const MOST_DUTIES = 10_000;

/**
 * Every duty of an account that is open and whose window begins before a day: those of now, those
 * of the periods to come, and intervals again and again.
 *
 * The first duty of an interval is counted from the last completed contact, each later one from the
 * ideal day of the one before it, before that day is rolled; where that day has passed, from the
 * day of asking. A rolling quota goes on as if each contact were made on its ideal day. Duties that
 * are undecided come without a window and first; what is fulfilled or exceeded is left out. The id
 * of a duty is the one {@link dutiesOfAccount} gives it once it is the current one.
 *
 * Gotcha: after a duty that is undecided, or late only as far as is known, the same interval or
 * rolling quota demands nothing further until the missing facts are there.
 *
 * @param cadences - compiled cadences of the model
 * @param records - the account with its activities and what is known of their completeness
 * @param context - as for {@link dutiesOfAccount}, and `until`
 * @returns at most 10 000 duties by first day, last day, significance and id, and a finding where
 *   there would be more
 *
 * @example The visits of half a year
 * ```ts
 * import { type Cadence, compileCadence, dutiesAhead } from "hoito/cadence";
 * import { compileCalendar, orThrow } from "hoito";
 * import { Scope } from "hoito/rules";
 * import { toEpochDay } from "hoito/time";
 *
 * const names = new Scope({ currency: "EUR" });
 * const visits: Cadence = {
 *   method: "interval",
 *   counts: { field: "kind", equals: "visit" },
 *   earliest: { months: 1 },
 *   ideal: { months: 2 },
 *   latest: { months: 3 },
 *   whenNever: "dueAtOnce",
 *   roll: "next",
 * };
 * const cadence = compileCadence("visits", visits, [], names)!;
 * const year = { from: "2018-01-01", until: "2019-01-01", weekend: ["sunday"] } as const;
 * const records = {
 *   account: { id: "A" },
 *   coverage: { activities: "complete" },
 *   activities: [
 *     { id: 1, accountId: "A", kind: "visit", status: "complete", heldOn: "2018-01-15" },
 *   ],
 * } as const;
 * const { duties } = dutiesAhead([cadence], records, {
 *   asOf: toEpochDay("2018-01-31"),
 *   until: toEpochDay("2018-07-01"),
 *   calendar: orThrow(compileCalendar(year)),
 *   money: { currency: "EUR", rates: undefined },
 *   significance: 1,
 * });
 * duties.map(({ id }) => id); // => ["A|visits|#2", "A|visits|#3", "A|visits|#4"]
 * duties.map(({ value }) => value.window?.ideal); // => ["2018-03-15", "2018-05-15", "2018-07-16"]
 * ```
 *
 * @category Cadence
 */
export function dutiesAhead(
  cadences: readonly CompiledCadence[],
  records: AccountRecords,
  context: AheadContext,
): DutiesAhead {
  requireCadences(cadences);
  const duties = cadences.flatMap((cadence) =>
    (cadence.businessLines ?? [undefined]).flatMap((line) =>
      reckonDuties(cadence, records, line, context, MOST_DUTIES).duties.filter(isAhead),
    ),
  );
  duties.sort(compareWindows);
  if (duties.length <= MOST_DUTIES) return { duties, findings: [] };
  const path = `duties.${String(records.account.id)}`;
  const text = `of more than ${MOST_DUTIES} duties the later ones are left out`;
  const findings = [warningAt(path, "too-many-duties", text)];
  return { duties: duties.slice(0, MOST_DUTIES), findings };

  function isAhead({ value: { window, status } }: Duty): boolean {
    if (window === undefined) return status === "undecided" || status === "forbidden";
    return toEpochDay(window.earliest) < context.until;
  }
}

function compareWindows(left: Duty, right: Duty): number {
  return (
    compareIds(dayOf(left, "earliest"), dayOf(right, "earliest")) ||
    compareIds(dayOf(left, "latest"), dayOf(right, "latest")) ||
    left.significance - right.significance ||
    compareIds(left.id, right.id)
  );
}

/** Nothing comes before every day. */
function dayOf({ value }: Duty, day: keyof DutyWindow): string {
  return value.window?.[day] ?? "";
}
