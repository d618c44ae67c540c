import type { CustomerBase } from "../../facts/index.js";
import { orThrow } from "../../shapes/index.js";
import { addMonths, addYears, compileCalendar } from "../../time/index.js";
import type { SampleBase, SampleOptions } from "../preset.js";
import { sampleSize } from "../sample-size.js";
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
export function sampleBase({ asOf, seed = SEED, accounts }: SampleOptions): SampleBase {
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
  const base: CustomerBase = {
    accounts: salons.map(({ salon }) => salon.account),
    orders: salons.flatMap(({ trade }) => trade.orders),
    invoices: salons.flatMap(({ trade }) => trade.invoices),
    activities: salons.flatMap(({ trade }) => trade.activities),
    cases: salons.flatMap(({ cases }) => cases),
    surveyAnswers: salons.flatMap(({ answers }) => answers),
    permissions: salons.flatMap(({ permissions }) => permissions),
    terminations: salons.flatMap(({ terminations }) => terminations),
    ownerships: salons.flatMap(({ salon }) => ownershipsOf(salon)),
    people: samplePeople(asOf, seed),
    coverage: {
      orders: "complete",
      invoices: "complete",
      activities: "complete",
      cases: "complete",
      surveyAnswers: "complete",
      permissions: "complete",
      terminations: "complete",
      ownerships: "complete",
    },
  };
  const span = { from: addYears(asOf, -8), until: addYears(asOf, 3) };
  return {
    base,
    calendar: orThrow(compileCalendar({ ...span, weekend: ["saturday", "sunday"] })),
    until: addMonths(asOf, 3),
    substitutions: sampleSubstitutions(),
    campaigns: {},
  };
}
