import type { CustomerBase } from "../../facts/index.js";
import { addMonths, addYears, type CivilDate, type WorkingCalendar } from "../../time/index.js";
import { allComplete } from "../all-complete.js";
import { fiveDayWeek } from "../five-day-week.js";
import type { SampleBase, SampleOptions } from "../preset.js";
import { sampleOptions, sampleSize } from "../sample-size.js";
import { seededRandom } from "../seeded-random.js";
import { SELLERS, sampleVisits } from "./sample-campaign.js";
import { sampleCustomer } from "./sample-customer.js";
import { samplePeople } from "./sample-people.js";

const ACCOUNTS = 140;
const SEED = 20180115;
/** Public holidays of Finland in the year of the campaign. */
const HOLIDAYS: readonly CivilDate[] = [
  "2018-01-01",
  "2018-01-06",
  "2018-03-30",
  "2018-04-02",
  "2018-05-01",
  "2018-05-10",
  "2018-06-22",
  "2018-12-06",
  "2018-12-24",
  "2018-12-25",
  "2018-12-26",
];

/**
 * A base shaped like the sales organisation's (Lamu 2018): dealers and end customers, seven sellers
 * whose visits are those of the campaign, and 121 visits agreed after it. With fewer accounts the
 * base has fewer visits; the events of the campaign are always the same.
 */
export function sampleBase(options: SampleOptions): SampleBase {
  const { asOf, seed = SEED, accounts } = sampleOptions(options);
  const customers = Array.from({ length: sampleSize(accounts, ACCOUNTS) }, (_, index) => {
    return sampleCustomer({ index, asOf }, seededRandom(seed, index));
  });
  const known = new Set(customers.map(({ account }) => account.id));
  const { activities: visits, events } = sampleVisits(asOf);
  const people = samplePeople(asOf, seed);
  const records = {
    activities: [
      ...visits.filter(({ accountId }) => known.has(accountId)),
      ...customers.flatMap(({ activities }) => activities),
    ],
    orders: customers.flatMap(({ orders }) => orders),
    offers: customers.flatMap(({ offers }) => offers),
    tasks: customers.flatMap(({ tasks }) => tasks),
    contactPersons: customers.flatMap(({ contactPersons }) => contactPersons),
    permissions: customers.flatMap(({ permissions }) => permissions),
    ownerships: customers.map(({ ownership }) => ownership),
  };
  const base: CustomerBase = {
    accounts: customers.map(({ account }) => account),
    ...records,
    people,
    coverage: { ...allComplete(records), orders: { since: addYears(asOf, -2) } },
  };
  const members = SELLERS.map((id) => {
    return { id, absences: people.find((each) => each.id === id)!.absences! };
  });
  return {
    base,
    calendar: calendarAround(asOf),
    until: addMonths(asOf, 3),
    substitutions: SELLERS.map((personId, at) => {
      return { personId, substitutes: [SELLERS[(at + 1) % SELLERS.length]!] };
    }),
    campaigns: { motivation: { members, events, at: "2018-04-07T00:00:00Z" } },
  };
}

/** Three years either side, and the campaign's own year in any case. */
function calendarAround(asOf: CivilDate): WorkingCalendar {
  const [from, until] = [addYears(asOf, -3), addYears(asOf, 3)];
  return fiveDayWeek({
    from: from < "2018-01-01" ? from : "2018-01-01",
    until: until > "2019-01-01" ? until : "2019-01-01",
    holidays: HOLIDAYS,
  });
}
