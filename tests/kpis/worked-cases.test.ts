import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Activity, type CustomerBase, money } from "../../src/facts/index.js";
import {
  cadenceAttainment,
  type Figure,
  type Market,
  marketShare,
  midTermContacts,
  movementAgainstPlan,
  trainingsHeld,
} from "../../src/kpis/index.js";
import { movementMatrix } from "../../src/segments/index.js";
import { orThrow } from "../../src/shapes/index.js";
import type { CivilDate } from "../../src/time/index.js";
import { figureOn } from "./ask-kpis.js";

interface Case<Given, Expected> {
  readonly description: string;
  readonly source: string;
  readonly ask: string;
  readonly given: Given;
  readonly asOf: CivilDate;
  readonly expected: Expected;
}

function casesIn<Given, Expected>(name: string): Case<Given, Expected>[] {
  return JSON.parse(readFileSync(new URL(`../golden/kpis/${name}.json`, import.meta.url), "utf8"));
}

/** Customers with so many calls on average, the first ones with more where it is no whole number. */
function called({
  contacted,
  not,
  contacts,
}: Record<"contacted" | "not" | "contacts", number>): CustomerBase {
  const calls = Math.round(contacted * contacts);
  return {
    accounts: Array.from({ length: contacted + not }, (_, id) => ({ id })),
    coverage: { activities: "complete" },
    activities: Array.from({ length: calls }, (_, id): Activity => {
      return { id, accountId: id % contacted, kind: "call", status: "held", heldOn: "2018-05-01" };
    }),
  };
}

function trainings(days: readonly CivilDate[]): Activity[] {
  return days.map((heldOn, id) => {
    return { id, accountId: 1, kind: "training", status: "complete", heldOn };
  });
}

const training = { kinds: ["training"] };
const call = { kinds: ["call"] };
const questions: Readonly<Record<string, (given: never, asOf: CivilDate) => Figure>> = {
  reach: (given: Parameters<typeof called>[0]) => figureOn(called(given), "reach", call),
  frequency: (given: Parameters<typeof called>[0]) => figureOn(called(given), "frequency", call),
  meetings: ({ atLeast, held }: { atLeast: number; held: number }) => {
    const remaining = Math.max(0, atLeast - held);
    return cadenceAttainment([
      { period: "2018", atLeast, held, planned: 0, earned: held, remaining },
    ]);
  },
  midTerm: (
    { contactOn, ...span }: { contactOn: CivilDate; startsOn: CivilDate; endsOn?: CivilDate },
    asOf,
  ) =>
    midTermContacts(
      {
        contracts: [{ id: 1, accountId: 1, ...span }],
        activities: [{ id: 1, accountId: 1, kind: "call", status: "held", heldOn: contactOn }],
      },
      { ...call, oddDay: "earlier", daysBefore: 0, daysAfter: 0 },
      { asOf, period: { calendar: "year" } },
    ),
  gained: ({ planned, arrived }: { planned: number; arrived: number }, asOf) => {
    const accountIds = Array.from({ length: arrived }, (_, id) => id);
    const after = { asOf, accountIds, data: accountIds.map(() => 0), dictionary: ["C"] };
    const before = { asOf: "2018-01-01", accountIds: [], data: [], dictionary: ["C"] } as const;
    const movement = orThrow(movementMatrix(before, after, { labels: ["C"], order: "bestFirst" }));
    const plan = { gain: { count: planned, into: "C" }, moves: [] };
    return orThrow(movementAgainstPlan(movement, plan)).gained;
  },
  profitable: ({ revenue, cost }: { revenue: string; cost: string }) =>
    figureOn(
      {
        accounts: [{ id: 1 }],
        coverage: { revenues: "complete" },
        revenues: [
          {
            ...{ accountId: 1, bookedOn: "2018-05-01" },
            ...{ amount: money(revenue, "EUR"), cost: money(cost, "EUR") },
          },
        ],
      },
      "profitableCustomers",
    ),
  trainingsOfTheYear: (held: CivilDate[], asOf) =>
    trainingsHeld(trainings(held), training, { asOf, period: { calendar: "year" } }),
  trainingsOfTwelveMonths: (held: CivilDate[], asOf) =>
    trainingsHeld(trainings(held), training, { asOf, period: { rolling: { months: 12 } } }),
};

describe("worked cases of plans, contacts and value", () => {
  it.each(casesIn<never, object>("care-figures"))(
    "$description ($source)",
    ({ ask, given, asOf, expected }) => {
      expect(questions[ask]!(given, asOf)).toMatchObject(expected);
    },
  );

  it.each(
    casesIn<Market & { fewRivals: number }, { value: number; reading: string }>("market-share"),
  )("KPI-07 $description ($source)", ({ given, expected }) => {
    const { fewRivals, ...market } = given;
    const { figure, reading } = marketShare(market, { fewRivals });
    expect({ value: figure.value, reading }).toEqual(expected);
  });
});
