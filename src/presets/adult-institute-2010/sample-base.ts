import type { CustomerBase } from "../../facts/index.js";
import { addMonths, addYears } from "../../time/index.js";
import { allComplete } from "../all-complete.js";
import { fiveDayWeek } from "../five-day-week.js";
import type { SampleBase, SampleOptions } from "../preset.js";
import { sampleOptions, sampleSize } from "../sample-size.js";
import { seededRandom } from "../seeded-random.js";
import { sampleCustomer } from "./sample-customer.js";
import { customerTeam, MANAGER, OWNERS, samplePeople } from "./sample-people.js";

const ACCOUNTS = 100;
const SEED = 20100601;

/**
 * A base shaped like the institute's (Krannila 2010): organisations of Espoo and its surroundings
 * that buy qualifications and staff training, some that only might, competitors that are partners
 * as well, and a few persons.
 */
export function sampleBase(options: SampleOptions): SampleBase {
  const { asOf, seed = SEED, accounts } = sampleOptions(options);
  const customers = Array.from({ length: sampleSize(accounts, ACCOUNTS) }, (_, index) => {
    return sampleCustomer({ index, asOf }, seededRandom(seed, index));
  });
  const records = {
    activities: customers.flatMap(({ activities }) => activities),
    revenues: customers.flatMap(({ revenues }) => revenues),
    orders: customers.flatMap(({ orders }) => orders),
    offers: customers.flatMap(({ offers }) => offers),
    opportunities: customers.flatMap(({ opportunities }) => opportunities),
    feedback: customers.flatMap(({ feedback }) => feedback),
    contactPersons: customers.flatMap(({ contactPersons }) => contactPersons),
    ownerships: customers.flatMap(({ ownerships }) => ownerships),
  };
  const base: CustomerBase = {
    accounts: customers.map(({ account }) => account),
    ...records,
    people: samplePeople(asOf, seed),
    teams: [customerTeam()],
    coverage: allComplete(records),
  };
  return {
    base,
    calendar: fiveDayWeek({ from: addYears(asOf, -6), until: addYears(asOf, 3) }),
    until: addMonths(asOf, 6),
    substitutions: OWNERS.map((personId) => ({ personId, substitutes: [MANAGER] })),
    campaigns: {},
  };
}
