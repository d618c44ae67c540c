import { type AccountRecords, compareIds } from "../facts/index.js";
import type { RecordNames } from "../measures/index.js";
import type { Condition, ConditionNames, Scope } from "../rules/index.js";
import { type Finding, warningAt } from "../shapes/index.js";
import type { DurationOperand } from "./any-cadence.js";
import { compileCadence } from "./compile-cadence.js";
import type { CompiledDated } from "./compiled-cadence.js";
import type { AnchoredCadence } from "./dated-cadence.js";
import { datedRecords } from "./dated-records.js";
import { dutiesOfAccount } from "./duties-of-account.js";
import type { DutyContext } from "./duty-context.js";

/**
 * How a planned visit is announced to the customer: so long before it, with its topic.
 *
 * @category Cadence
 */
export interface VisitNotice<N extends ConditionNames = ConditionNames> {
  /** The planned activities that are announced. */
  readonly visits: Condition<RecordNames<N>>;
  /** The activities that announce one. */
  readonly announcedBy: Condition<RecordNames<N>>;
  /** An announcement made earlier than this before the visit is not for it. */
  readonly earliest: DurationOperand<N>;
  readonly ideal: DurationOperand<N>;
  /** The least notice. */
  readonly latest: DurationOperand<N>;
}

/**
 * The cadence that announces visits: a duty before each planned one, given up on its day.
 *
 * @param notice - how visits are announced
 * @param roll - where the days of the duty move when they are no working days
 * @returns a cadence for the policy's `cadences`
 *
 * @example In the policy
 * ```ts
 * import { announceVisits } from "hoito/cadence";
 *
 * const notice = {
 *   visits: { field: "kind", equals: "visit" },
 *   announcedBy: { field: "topic", equals: "visitNotice" },
 *   earliest: { weeks: 4 },
 *   ideal: { weeks: 1 },
 *   latest: { days: 2 },
 * } as const;
 * announceVisits(notice, "previous").method; // => "anchored"
 * ```
 *
 * @category Cadence
 */
export function announceVisits<N extends ConditionNames>(
  { visits, announcedBy, earliest, ideal, latest }: VisitNotice<N>,
  roll: AnchoredCadence["roll"],
): AnchoredCadence<N> {
  return {
    method: "anchored",
    record: "activities",
    where: { all: [{ field: "status", equals: "planned" } as Condition<RecordNames<N>>, visits] },
    anchor: { before: "plannedOn", earliest, ideal, latest },
    answeredBy: { contact: announcedBy },
    lapses: latest,
    roll,
  };
}

/**
 * What is wrong with the announcement of the visits to come: `visit-unannounced` once the least
 * notice has passed, `visit-without-topic` for a visit whose topic nobody wrote down, both
 * warnings.
 *
 * @param notice - how visits are announced
 * @param records - the account with its activities
 * @param context - as for {@link dutiesOfAccount}, and the names its conditions may use
 * @returns findings by path; the findings of `names` where the notice itself has a fault
 *
 * @example A visit tomorrow that nobody announced
 * ```ts
 * import { findUnannouncedVisits } from "hoito/cadence";
 * import { compileCalendar, orThrow } from "hoito";
 * import { Scope } from "hoito/rules";
 * import { toEpochDay } from "hoito/time";
 *
 * const names = new Scope({ currency: "EUR" });
 * const year = { from: "2018-01-01", until: "2019-01-01", weekend: ["sunday"] } as const;
 * const context = {
 *   asOf: toEpochDay("2018-03-19"),
 *   calendar: orThrow(compileCalendar(year)),
 *   money: { currency: "EUR", rates: undefined },
 *   significance: 1,
 * };
 * const notice = {
 *   visits: { field: "kind", equals: "visit" },
 *   announcedBy: { field: "kind", equals: "message" },
 *   earliest: { weeks: 4 },
 *   ideal: { weeks: 1 },
 *   latest: { days: 2 },
 * } as const;
 * const visit = { id: 1, accountId: "A", kind: "visit", status: "planned" } as const;
 * const records = {
 *   account: { id: "A" },
 *   coverage: { activities: "complete" },
 *   activities: [{ ...visit, topic: "prices", plannedOn: "2018-03-20" }],
 * } as const;
 * const [finding] = findUnannouncedVisits(notice, records, { ...context, names });
 * finding?.code; // => "visit-unannounced"
 * ```
 *
 * @category Cadence
 */
export function findUnannouncedVisits(
  notice: VisitNotice,
  records: AccountRecords,
  context: DutyContext & { readonly names: Scope },
): readonly Finding[] {
  const { names, ...asked } = context;
  const cadence = announceVisits(notice, "previous");
  const compiled = compileCadence("visitNotice", cadence, [], names);
  if (compiled === undefined) return names.findings;
  const rule = compiled as CompiledDated;
  const { duties } = dutiesOfAccount([rule], records, asked);
  const late = duties.filter(({ value }) => value.status === "late");
  const unannounced = late.map(({ id }) => {
    const path = `activities.${id.slice(id.lastIndexOf("|") + 1)}`;
    return warningAt(path, "visit-unannounced", "the visit was not announced in time");
  });
  const visits = datedRecords(rule, records, asked).fitting.filter(({ day }) => day >= asked.asOf);
  const ids = new Set(visits.map(({ id }) => id));
  const silent = (records.activities ?? []).filter(
    ({ id, topic = "" }) => ids.has(id) && topic.trim() === "",
  );
  const untold = silent.map(({ id }) => {
    const text = "the customer cannot be told what the visit is about";
    return warningAt(`activities.${String(id)}`, "visit-without-topic", text);
  });
  return [...unannounced, ...untold].sort((left, right) => compareIds(left.path, right.path));
}
