import type { CustomerBase } from "../../facts/index.js";
import { addMonths, addYears } from "../../time/index.js";
import { allComplete } from "../all-complete.js";
import { fiveDayWeek } from "../five-day-week.js";
import type { SampleBase, SampleOptions } from "../preset.js";
import { sampleOptions, sampleSize } from "../sample-size.js";
import { seededRandom } from "../seeded-random.js";
import { sampleAccount } from "./sample-account.js";
import { managerOf, REGIONS, samplePeople, TEAM, team } from "./sample-people.js";
import { sampleRecords } from "./sample-records.js";

const ACCOUNTS = 120;
const SEED = 20220919;

/**
 * A base shaped like the service company's (Parviainen 2022): mostly small and micro companies with
 * recurring contracts, some chains, groups and large ones among them, service changes, surveys and
 * matters brought to customer service.
 */
export function sampleBase(options: SampleOptions): SampleBase {
  const { asOf, seed = SEED, accounts } = sampleOptions(options);
  const customers = Array.from({ length: sampleSize(accounts, ACCOUNTS) }, (_, index) => {
    const random = seededRandom(seed, index);
    const made = sampleAccount({ index, asOf }, random);
    return { account: made.account, ...sampleRecords(made, asOf, random) };
  });
  const records = {
    contracts: customers.flatMap(({ contracts }) => contracts),
    serviceItems: customers.flatMap(({ serviceItems }) => serviceItems),
    serviceChanges: customers.flatMap(({ serviceChanges }) => serviceChanges),
    cases: customers.flatMap(({ cases }) => cases),
    activities: customers.flatMap(({ activities }) => activities),
    surveyAnswers: customers.flatMap(({ surveyAnswers }) => surveyAnswers),
    revenues: customers.flatMap(({ revenues }) => revenues),
    orders: customers.flatMap(({ orders }) => orders),
    terminations: customers.flatMap(({ terminations }) => terminations),
    ownerships: customers.flatMap(({ ownerships }) => ownerships),
  };
  const base: CustomerBase = {
    accounts: customers.map(({ account }) => account),
    ...records,
    people: samplePeople(asOf, seed),
    teams: [team],
    coverage: allComplete(records),
  };
  return {
    base,
    calendar: fiveDayWeek({ from: addYears(asOf, -7), until: addYears(asOf, 3) }),
    until: addMonths(asOf, 6),
    substitutions: REGIONS.map((region) => ({ personId: managerOf(region), substitutes: TEAM })),
    campaigns: {},
  };
}
