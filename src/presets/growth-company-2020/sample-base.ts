import type { CustomerBase } from "../../facts/index.js";
import { addYears } from "../../time/index.js";
import { allComplete } from "../all-complete.js";
import { fiveDayWeek } from "../five-day-week.js";
import type { SampleBase, SampleOptions } from "../preset.js";
import { sampleOptions, sampleSize } from "../sample-size.js";
import { seededRandom } from "../seeded-random.js";
import { lookedAt, unknownCustomer } from "./sample-customer.js";
import { samplePeople, sampleSubstitutions } from "./sample-people.js";

const CUSTOMERS = 800;
/** Every eighth customer has been looked at: 100 of 800 (L664). */
const LOOKED_AT_EACH = 8;
const SEED = 20201130;

/**
 * A base shaped like the growth company's (Karlsson 2020): two business lines, seven localities,
 * and the facts that classification needs of every eighth customer alone.
 */
export function sampleBase(options: SampleOptions): SampleBase {
  const { asOf, seed = SEED, accounts } = sampleOptions(options);
  const customers = Array.from({ length: sampleSize(accounts, CUSTOMERS) }, (_, index) => {
    const random = seededRandom(seed, index);
    const isLookedAt = index % LOOKED_AT_EACH === 0;
    const place = { index, asOf };
    return isLookedAt
      ? lookedAt({ ...place, ordinal: index / LOOKED_AT_EACH }, random)
      : unknownCustomer(place, random);
  });
  const records = {
    revenues: customers.flatMap(({ revenues }) => revenues),
    activities: customers.flatMap(({ activities }) => activities),
    ownerships: customers.flatMap(({ ownerships }) => ownerships),
  };
  const base: CustomerBase = {
    accounts: customers.map(({ account }) => account),
    ...records,
    people: samplePeople(asOf, seed),
    coverage: {
      ...allComplete(records),
      activities: { since: `${Number(asOf.slice(0, 4)) - 1}-01-01` },
    },
  };
  return {
    base,
    calendar: fiveDayWeek({ from: addYears(asOf, -6), until: addYears(asOf, 3) }),
    until: addYears(asOf, 1),
    substitutions: sampleSubstitutions(),
    campaigns: {},
  };
}
