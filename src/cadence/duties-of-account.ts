import type { AccountRecords } from "../facts/index.js";
import { compareDuties } from "./compare-duties.js";
import type { CompiledCadence } from "./compiled-cadence.js";
import type { Duty } from "./duty.js";
import type { AccountDuties, DutyContext } from "./duty-context.js";
import { reckonDuties } from "./reckon-duties.js";
import { requireCadences } from "./require-cadences.js";

/**
 * What the cadences of a care model demand of one account.
 *
 * Activities count that are held on `asOf` or earlier; plans where the cadence says so. The order
 * of activities and cadences changes nothing. Where activities are not supplied, not complete or
 * unclear, a duty that they could change is `undecided` and names what is missing. No cadence gives
 * no duty, a day between a company's own periods none of that cadence.
 *
 * @param cadences - compiled cadences of the model
 * @param records - the account with its activities and what is known of their completeness
 * @param context - day, calendar, money and significance
 * @returns duties in the order of {@link compareDuties}, with ids that are the same from run to run
 * @throws {@link HoitoError} in JavaScript `not-cadences`
 *
 * @example Ten visits a year, and none made by the end of January
 * ```ts
 * import { type Cadence, compileCadence, dutiesOfAccount } from "hoito/cadence";
 * import { compileCalendar, orThrow } from "hoito";
 * import { Scope } from "hoito/rules";
 * import { toEpochDay } from "hoito/time";
 *
 * const names = new Scope({ currency: "EUR" });
 * const visits: Cadence = {
 *   method: "quota",
 *   counts: { field: "kind", equals: "visit" },
 *   atLeast: 10,
 *   per: "year",
 *   counting: "held",
 *   spread: "even",
 *   roll: "previous",
 * };
 * const cadence = compileCadence("visits", visits, [], names)!;
 * const year = { from: "2018-01-01", until: "2019-01-01", weekend: ["sunday"] } as const;
 * const records = { account: { id: "A" }, coverage: { activities: "complete" } } as const;
 * const { duties } = dutiesOfAccount([cadence], records, {
 *   asOf: toEpochDay("2018-01-31"),
 *   calendar: orThrow(compileCalendar(year)),
 *   money: { currency: "EUR", rates: undefined },
 *   significance: 1,
 * });
 * duties.map(({ id }) => id); // => ["A|visits|2018#1", "A|visits|2018#2"]
 * duties[0]?.value.window?.latest; // => "2018-02-05"
 * ```
 *
 * @category Cadence
 */
export function dutiesOfAccount(
  cadences: readonly CompiledCadence[],
  records: AccountRecords,
  context: DutyContext,
): AccountDuties {
  requireCadences(cadences);
  const duties: Duty[] = [];
  let nextChange = Number.POSITIVE_INFINITY;
  const now = { ...context, until: Number.NEGATIVE_INFINITY };
  for (const cadence of cadences) {
    for (const line of cadence.businessLines ?? [undefined]) {
      const found = reckonDuties(cadence, records, line, now, Number.POSITIVE_INFINITY);
      duties.push(...found.duties);
      nextChange = Math.min(nextChange, found.nextChange);
    }
  }
  return { duties: duties.sort(compareDuties), nextChange };
}
