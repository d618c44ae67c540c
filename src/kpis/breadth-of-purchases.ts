import type { CivilDate } from "../time/index.js";
import { type AccountFacts, isWithin } from "./account-facts.js";
import { type FigureKind, figureKind } from "./figure-kind.js";
import { ratio, total } from "./figure-of.js";
import { sinceEver, sincePeriodBefore } from "./figure-window.js";
import { customer, result } from "./rate-kind.js";
import { count, exclude, type Tally } from "./tally.js";

/** What tells one thing from another that a customer buys. */
interface BreadthMethod {
  readonly by: "brand" | "product" | "businessLine";
}

const breadthArgument = { kind: "word", words: ["brand", "product", "businessLine"] } as const;

/** Growth by more of the same, or by what was not bought before. */
interface ExpansionMethod extends BreadthMethod {
  readonly growth: "upSell" | "crossSell";
}

const expansionKind: FigureKind<ExpansionMethod> = {
  describe: result(
    "Growth by up-sell or cross-sell",
    "Lisä- ja ristikkäismyynnin kasvu",
    "more of what a customer bought before, or what it had not bought, by what it bought before",
    "S4 §6",
  ),
  arguments: { by: breadthArgument, growth: { kind: "word", words: ["upSell", "crossSell"] } },
  reads: ["orders"],
  readsFrom: sincePeriodBefore,
  money: true,
  add: (tally, facts, { by, growth }) => {
    const { before } = facts.window;
    if (before === undefined) {
      exclude(tally, "noPeriodBefore");
      return;
    }
    const orders = facts.all("orders", tally).filter((order) => {
      if (order[by] === undefined) exclude(tally, `${by}Unknown`);
      return order[by] !== undefined;
    });
    const earlier = orders.filter(({ orderedOn }) => isWithin(orderedOn, before));
    const bought = new Set(earlier.map((order) => order[by]));
    if (bought.size === 0) {
      exclude(tally, "nothingBefore");
      return;
    }
    const spent = sumOf(facts, tally, earlier);
    const now = orders.filter(
      (order) =>
        isWithin(order.orderedOn, facts.window) && bought.has(order[by]) === (growth === "upSell"),
    );
    count(tally, "denominator", spent);
    count(tally, "numerator", sumOf(facts, tally, now) - (growth === "upSell" ? spent : 0));
  },
  finish: (tally, _, currency) => ratio(tally, "times", { currency }),
};

function sumOf(
  facts: AccountFacts,
  tally: Tally,
  orders: readonly { readonly value: { readonly minor: number; readonly currency: string } }[],
): number {
  let sum = 0;
  for (const { value } of orders) sum += facts.amount(value, tally) ?? 0;
  return sum;
}

/** How wide customers buy, as a board computes it. */
export const breadthKinds: Readonly<Record<string, FigureKind>> = {
  breadth: figureKind<BreadthMethod>({
    describe: customer(
      "Breadth of relationships",
      "Tuotebrändien tai palvelujen laajuus asiakkuuksissa",
      "different brands, products or lines that accounts bought by accounts that bought",
      "S4 §6; S2 §6",
    ),
    arguments: { by: breadthArgument },
    reads: ["orders"],
    add: (tally, facts, { by }) => {
      const different = new Set<string>();
      for (const order of facts.inPeriod("orders", tally)) {
        const thing = order[by];
        if (thing === undefined) exclude(tally, `${by}Unknown`);
        else different.add(thing);
      }
      count(tally, "numerator", different.size);
      count(tally, "denominator", Math.min(1, different.size));
    },
    finish: (tally) => ratio(tally, "times"),
  }),
  serviceCounts: figureKind<{ readonly of: "items" | "components" }>({
    describe: customer(
      "Services and technology components",
      "Palvelujen ja teknologiakomponenttien määrä",
      "latest count of each service of an account until the last day, summed up",
      "S2 §6",
    ),
    arguments: { of: { kind: "word", words: ["items", "components"] } },
    reads: ["serviceItems"],
    readsFrom: sinceEver,
    add: (tally, facts, { of }) => {
      const latest = new Map<string, { countedOn: CivilDate; items: number | undefined }>();
      for (const item of facts.all("serviceItems", tally)) {
        const { service, countedOn, itemCount, componentCount } = item;
        if (countedOn > facts.window.last) {
          exclude(tally, "afterAsOf");
          continue;
        }
        const items = of === "items" ? itemCount : componentCount;
        const known = latest.get(service);
        // Of two counts of one day the higher stands, so that their order does not matter.
        const isLater = known === undefined || countedOn > known.countedOn;
        const isHigher = countedOn === known?.countedOn && (items ?? -1) > (known.items ?? -1);
        if (isLater || isHigher) latest.set(service, { countedOn, items });
      }
      for (const { items } of latest.values()) {
        if (items === undefined) exclude(tally, "countUnknown");
        else count(tally, "numerator", items);
      }
    },
    finish: (tally) => total(tally, "count"),
  }),
  expansion: figureKind(expansionKind),
};
