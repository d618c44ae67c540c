import { type AmountOf, accountAmount, amountArgument, readsOfAmount } from "./account-amount.js";
import type { AccountFacts } from "./account-facts.js";
import { decisionMakerKind } from "./decision-makers.js";
import { type FigureKind, figureKind } from "./figure-kind.js";
import { ratio } from "./figure-of.js";
import { operational, rateKind, result } from "./rate-kind.js";
import { count, exclude, type Tally } from "./tally.js";
import { visitEffectKind } from "./visit-effect.js";

/** Minutes spent on an account in the period. */
export function minutesOf(facts: AccountFacts, tally: Tally): number {
  let minutes = 0;
  for (const { status, durationMinutes } of facts.inPeriod("activities", tally)) {
    if (status === "cancelled" || status === "planned") continue;
    if (durationMinutes === undefined) exclude(tally, "durationUnknown");
    else if (!(Number.isSafeInteger(durationMinutes) && durationMinutes >= 0)) {
      exclude(tally, "durationUnreadable");
    } else minutes += durationMinutes;
  }
  return minutes;
}

const costToServeKind: FigureKind<{ readonly of: AmountOf }> = {
  describe: result(
    "Cost to serve",
    "Asiakashoidon kustannus suhteessa myyntiin",
    "cost of activities by the amount of the period",
    "S2 §6; S1 §6",
  ),
  arguments: { of: amountArgument },
  reads: (method: { readonly of: AmountOf }) => ["activities", ...readsOfAmount(method)],
  money: true,
  add: (tally, facts, { of }) => {
    for (const { status, cost } of facts.inPeriod("activities", tally)) {
      if (status === "cancelled" || status === "planned") continue;
      count(tally, "numerator", facts.amount(cost, tally) ?? 0);
    }
    count(tally, "denominator", accountAmount(facts, tally, of) ?? 0);
  },
  finish: (tally, _, currency) => ratio(tally, "times", { currency }),
};

/** The figures of this family that a board can compute. */
export const effortKinds: Readonly<Record<string, FigureKind>> = {
  costToServe: figureKind(costToServeKind),
  visitEffect: figureKind(visitEffectKind),
  overService: figureKind(
    rateKind<object>({
      describe: operational(
        "Time on customers with a falling forecast",
        "Ylipalvelu: aika hiipuviin asiakkaisiin",
        "minutes for accounts whose purchases are forecast to fall by minutes where that is known",
        "S0 §2.16",
      ),
      reads: ["activities"],
      add: (tally, facts) => {
        const minutes = minutesOf(facts, tally);
        const trend = facts.account.judgements?.purchaseForecastTrend?.value;
        if (trend === undefined) exclude(tally, "forecastUnknown");
        else {
          count(tally, "denominator", minutes);
          if (trend === "falling") count(tally, "numerator", minutes);
        }
      },
    }),
  ),
  decisionMakers: figureKind(decisionMakerKind),
};
