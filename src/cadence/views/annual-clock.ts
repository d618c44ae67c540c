import type { AccountRecords } from "../../facts/index.js";
import { periodWithin } from "../../measures/index.js";
import { type CivilDate, type PeriodDays, toCivilDate, toEpochDay } from "../../time/index.js";
import type { CompiledCadence } from "../compiled-cadence.js";
import { contactsOf, rounded } from "../contacts.js";
import { dutiesAhead } from "../duties-ahead.js";
import type { Duty } from "../duty.js";
import type { DutyContext } from "../duty-context.js";
import { requireCadences } from "../require-cadences.js";

/**
 * Which year the clock shows, and how it is cut.
 *
 * @category Cadence
 */
export interface ClockContext extends DutyContext {
  /** Epoch day: the first of the year. */
  readonly from: number;
  /** Epoch day: the first after the year. */
  readonly until: number;
  readonly by: "month" | "week";
}

/**
 * A month or week of the clock.
 *
 * @category Cadence
 */
export interface ClockCell {
  /** `2018-03`, or `2018-W12`. */
  readonly label: string;
  readonly from: CivilDate;
  readonly until: CivilDate;
  /** Contacts whose ideal day lies here, as the year stood on its first day. */
  readonly wanted: number;
  /** Weighted contacts held here up to the day of asking. */
  readonly held: number;
  /** Weighted contacts planned here from the day of asking on. */
  readonly planned: number;
}

/**
 * A year of care and how far it has come.
 *
 * @category Cadence
 */
export interface AnnualClock {
  readonly cells: readonly ClockCell[];
  readonly wanted: number;
  readonly held: number;
  readonly planned: number;
  /** Duties of which nobody could tell on the first day of the year. */
  readonly undecided: readonly Duty[];
}

/**
 * The annual clock of an account: the contacts its cadences want, evenly spread over the months or
 * weeks of a year, against what was held and is planned.
 *
 * What is wanted is reckoned on the first day of the year from the contacts held before it, so that
 * it stays the same all year; a later visit does not move the plan it is measured against. Cells at
 * the ends of the year may be cut by it.
 *
 * @param cadences - compiled cadences of the account's care model
 * @param records - the account with its activities
 * @param context - as for {@link dutiesOfAccount}, and the year
 * @returns the cells in order, and their totals
 * @throws {@link HoitoError} in JavaScript `not-cadences`
 *
 * @example No cadence, no contact wanted
 * ```ts
 * import { annualClock } from "hoito/cadence";
 * import { compileCalendar, orThrow } from "hoito";
 * import { toEpochDay } from "hoito/time";
 *
 * const year = { from: "2018-01-01", until: "2019-01-01", weekend: ["sunday"] } as const;
 * const records = { account: { id: "A" }, coverage: { activities: "complete" } } as const;
 * const clock = annualClock([], records, {
 *   asOf: toEpochDay("2018-03-28"),
 *   from: toEpochDay("2018-01-01"),
 *   until: toEpochDay("2019-01-01"),
 *   by: "month",
 *   calendar: orThrow(compileCalendar(year)),
 *   money: { currency: "EUR", rates: undefined },
 *   significance: 1,
 * });
 * clock.cells.length; // => 12
 * clock.cells[2]?.label; // => "2018-03"
 * ```
 *
 * @category Cadence
 */
export function annualClock(
  cadences: readonly CompiledCadence[],
  records: AccountRecords,
  context: ClockContext,
): AnnualClock {
  requireCadences(cadences);
  const { from, until } = context;
  const before = (records.activities ?? []).filter(
    ({ status, heldOn = "9999" }) => status !== "planned" && heldOn < toCivilDate(from),
  );
  const start = { ...context, asOf: from };
  const { duties } = dutiesAhead(cadences, { ...records, activities: before }, start);
  const ideals = duties.flatMap(({ value: { window } }) =>
    window === undefined ? [] : [{ day: toEpochDay(window.ideal), weight: 1 }],
  );
  const made = cadences.flatMap((cadence) => contactsFor(cadence, records, context));
  const held = made.flatMap((each) => each.held);
  const planned = made.flatMap((each) => each.planned);
  const cells = cellsOf(context).map(({ label, fromDay, untilDay }): ClockCell => {
    const within = (list: readonly Weighed[]): number =>
      totalOf(list.filter(({ day }) => day >= fromDay && day < untilDay));
    return {
      label,
      from: toCivilDate(fromDay),
      until: toCivilDate(untilDay),
      wanted: within(ideals),
      held: within(held),
      planned: within(planned),
    };
  });
  const isIn = ({ day }: Weighed): boolean => day >= from && day < until;
  return {
    cells,
    wanted: totalOf(ideals.filter(isIn)),
    held: totalOf(held.filter(isIn)),
    planned: totalOf(planned.filter(isIn)),
    undecided: duties.filter(({ value }) => value.status === "undecided"),
  };
}

/**
 * The clock of a segment: the clocks of its accounts, cell by cell.
 *
 * @param clocks - of the same year, cut the same way
 * @returns their sums; no cells for no clocks
 *
 * @example No account
 * ```ts
 * import { mergeClocks } from "hoito/cadence";
 *
 * mergeClocks([]).wanted; // => 0
 * ```
 *
 * @category Cadence
 */
export function mergeClocks(clocks: readonly AnnualClock[]): AnnualClock {
  const cells = new Map<string, ClockCell>();
  for (const cell of clocks.flatMap((clock) => clock.cells)) {
    const known = cells.get(cell.label);
    cells.set(cell.label, known === undefined ? cell : { ...known, ...sum([known, cell]) });
  }
  const undecided = clocks.flatMap((clock) => clock.undecided);
  return { cells: [...cells.values()], ...sum(clocks), undecided };
}

interface Weighed {
  readonly day: number;
  readonly weight: number;
}

type Totals = Pick<AnnualClock, "wanted" | "held" | "planned">;

function sum(each: readonly Totals[]): Totals {
  const total = (name: keyof Totals): number =>
    rounded(each.reduce((all, one) => all + one[name], 0));
  return { wanted: total("wanted"), held: total("held"), planned: total("planned") };
}

function totalOf(list: readonly Weighed[]): number {
  return rounded(list.reduce((all, { weight }) => all + weight, 0));
}

function contactsFor(
  cadence: CompiledCadence,
  records: AccountRecords,
  context: DutyContext,
): readonly { readonly held: readonly Weighed[]; readonly planned: readonly Weighed[] }[] {
  const rule = "answer" in cadence ? cadence.answer.contacts : cadence.contacts;
  if (rule === undefined) return [];
  return (cadence.businessLines ?? [undefined]).map((line) => {
    const { held, planned, plans } = contactsOf(rule, records, line, context);
    return { held, planned: [...planned, ...plans.map(({ day }) => ({ day, weight: 1 }))] };
  });
}

function cellsOf({ from, until, by }: ClockContext): readonly PeriodDays[] {
  const cells: PeriodDays[] = [];
  for (let day = from; day < until; day = cells.at(-1)!.untilDay) {
    const { label, untilDay } = periodWithin(day, by, 0)!;
    cells.push({ label, fromDay: day, untilDay: Math.min(untilDay, until) });
  }
  return cells;
}
