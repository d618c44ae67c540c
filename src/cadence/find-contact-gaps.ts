import type { AccountRecords } from "../facts/index.js";
import type { Decision, MissingFact } from "../shapes/index.js";
import { type Duration, shiftDayWithin, toCivilDate } from "../time/index.js";
import type { CompiledDated } from "./compiled-cadence.js";
import type { CompiledGap } from "./contact-gap.js";
import { contactsOf } from "./contacts.js";
import { datedDemands } from "./dated-demand.js";
import { gapsOf, missingOf, relationshipStart } from "./demand.js";
import type { DutyContext } from "./duty-context.js";

/**
 * How a gap came out for an account.
 *
 * @category Cadence
 */
export interface GapOutcome {
  readonly gap: string;
  readonly verdict: "gap" | "none" | "undecided";
}

/**
 * Which of the gaps an account has.
 *
 * Contacts held on `asOf` or earlier count; what may be hidden by missing facts is `undecided`.
 *
 * Gotcha: a relationship whose start is unknown is taken as old enough to be silent only where all
 * activities are known.
 *
 * @param gaps - compiled gaps
 * @param records - the account with its records
 * @param context - as for {@link dutiesOfAccount}
 * @returns one outcome for each gap, in their order, with its reason
 *
 * @example A price notice is the only contact within twelve months
 * ```ts
 * import { compileContactGap, findContactGaps } from "hoito/cadence";
 * import { compileCalendar, orThrow } from "hoito";
 * import { Scope } from "hoito/rules";
 * import { toEpochDay } from "hoito/time";
 *
 * const names = new Scope({ currency: "EUR" });
 * const written = {
 *   kind: "only",
 *   counts: { field: "status", equals: "complete" },
 *   poor: { field: "kind", equals: "priceNotice" },
 *   within: { months: 12 },
 * } as const;
 * const gap = compileContactGap("priceNoticeAlone", written, names)!;
 * const year = { from: "2018-01-01", until: "2019-01-01", weekend: ["sunday"] } as const;
 * const context = {
 *   asOf: toEpochDay("2018-12-01"),
 *   calendar: orThrow(compileCalendar(year)),
 *   money: { currency: "EUR", rates: undefined },
 *   significance: 1,
 * };
 * const records = {
 *   account: { id: "A" },
 *   coverage: { activities: "complete" },
 *   activities: [
 *     { id: 1, accountId: "A", kind: "priceNotice", status: "complete", heldOn: "2018-01-10" },
 *   ],
 * } as const;
 * findContactGaps([gap], records, context)[0]?.value.verdict; // => "gap"
 * ```
 *
 * @category Cadence
 */
export function findContactGaps(
  gaps: readonly CompiledGap[],
  records: AccountRecords,
  context: DutyContext,
): readonly Decision<GapOutcome>[] {
  return gaps.map((gap) => {
    if ("dated" in gap) return afterRecord(gap, records, context);
    return withinLength(gap, records, context);
  });
}

function withinLength(
  gap: Extract<CompiledGap, { readonly within: Duration }>,
  records: AccountRecords,
  context: DutyContext,
): Decision<GapOutcome> {
  const since = shiftDayWithin(context.asOf, gap.within, -1);
  const isRecent = ({ day }: { readonly day: number }): boolean => day > since;
  const all = contactsOf(gap.counts, records, undefined, context);
  const held = all.held.filter(isRecent);
  const hidden = [...all.unclear, ...gapsOf(records, "activities")].filter(isRecent);
  if (gap.poor === undefined) {
    if (held.length > 0) return outcome(gap, "none", { contacts: held.length });
    const start = relationshipStart(records);
    if (start !== undefined && start > since) return outcome(gap, "none", { contacts: 0 });
    if (hidden.length > 0) return undecided(gap, missingOf(hidden));
    const last = all.held.at(-1);
    return outcome(gap, "gap", last === undefined ? {} : { lastContact: toCivilDate(last.day) });
  }
  const found = contactsOf(gap.poor, records, undefined, context);
  const poor = new Set(found.held.map(({ activityId }) => activityId));
  const unclear = found.unclear.filter(isRecent);
  const isPoor = held.every(({ activityId }) => poor.has(activityId));
  const details = { contacts: held.length };
  if (!isPoor && unclear.length === 0) return outcome(gap, "none", details);
  const doubts = [...hidden, ...unclear];
  if (doubts.length > 0) return undecided(gap, missingOf(doubts));
  return outcome(gap, held.length > 0 ? "gap" : "none", details);
}

function afterRecord(
  gap: Extract<CompiledGap, { readonly dated: CompiledDated }>,
  records: AccountRecords,
  context: DutyContext,
): Decision<GapOutcome> {
  const { kind, dated } = gap;
  const contacts = contactsOf(dated.answer.contacts!, records, undefined, context);
  const demands = [...datedDemands(dated, contacts, records, context)];
  const isPlanned = kind === "nothingPlannedAfter" && contacts.plans.length > 0;
  const isDue = (latest: number): boolean =>
    kind === "nothingPlannedAfter" || context.asOf > latest;
  const found = demands.find(({ open }) => open.some(({ days }) => isDue(days.latest)));
  if (found !== undefined && !isPlanned) {
    return { value: { gap: gap.name, verdict: "gap" }, because: found.because, missing: [] };
  }
  const missing = demands.flatMap((demand) => demand.missing);
  return missing.length > 0 && !isPlanned ? undecided(gap, missing) : outcome(gap, "none", {});
}

function outcome(
  { name, kind }: CompiledGap,
  verdict: GapOutcome["verdict"],
  details: Readonly<Record<string, string | number>>,
): Decision<GapOutcome> {
  const path = `contactGaps.${name}`;
  const because = [{ kind: "step", step: kind, path, details, of: [] }] as const;
  return { value: { gap: name, verdict }, because, missing: [] };
}

function undecided({ name }: CompiledGap, missing: readonly MissingFact[]): Decision<GapOutcome> {
  return { value: { gap: name, verdict: "undecided" }, because: [], missing };
}
