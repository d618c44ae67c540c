import type { CustomerBase } from "../../facts/index.js";
import { addMonths, addYears } from "../../time/index.js";
import { allComplete } from "../all-complete.js";
import { fiveDayWeek } from "../five-day-week.js";
import type { SampleBase, SampleOptions } from "../preset.js";
import { sampleOptions, sampleSize } from "../sample-size.js";
import { seededRandom } from "../seeded-random.js";
import { samplePeople, sampleSubstitutions } from "./sample-people.js";
import {
  answersOf,
  casesOf,
  ownershipsOf,
  permissionsOf,
  salonAt,
  terminationsOf,
} from "./sample-salon.js";
import { tradeOf } from "./sample-trade.js";

const SALONS = 160;
const SEED = 20140531;

/**
 * A base of hair salons: large, middle and small ones, some that pay late and complain, some that
 * have left, some not yet won. The source tells no numbers of its customers; all are made up.
 */
export function sampleBase(options: SampleOptions): SampleBase {
  const { asOf, seed = SEED, accounts } = sampleOptions(options);
  const salons = Array.from({ length: sampleSize(accounts, SALONS) }, (_, index) => {
    const random = seededRandom(seed, index);
    const salon = salonAt(index, asOf, random);
    return {
      salon,
      trade: tradeOf(salon, random),
      cases: casesOf(salon, random),
      answers: answersOf(salon, random),
      permissions: permissionsOf(salon, random),
      terminations: terminationsOf(salon, random),
    };
  });
  const records = {
    orders: salons.flatMap(({ trade }) => trade.orders),
    invoices: salons.flatMap(({ trade }) => trade.invoices),
    activities: salons.flatMap(({ trade }) => trade.activities),
    cases: salons.flatMap(({ cases }) => cases),
    surveyAnswers: salons.flatMap(({ answers }) => answers),
    permissions: salons.flatMap(({ permissions }) => permissions),
    terminations: salons.flatMap(({ terminations }) => terminations),
    ownerships: salons.flatMap(({ salon }) => ownershipsOf(salon)),
  };
  const base: CustomerBase = {
    accounts: salons.map(({ salon }) => salon.account),
    ...records,
    people: samplePeople(asOf, seed),
    coverage: allComplete(records),
  };
  return {
    base,
    calendar: fiveDayWeek({ from: addYears(asOf, -8), until: addYears(asOf, 3) }),
    until: addMonths(asOf, 3),
    substitutions: sampleSubstitutions(),
    campaigns: {},
  };
}
