import { type CarePolicy, classifyAccounts, compilePolicy, money, orThrow } from "hoito";
import { movementBySeller, movementMatrix } from "hoito/segments";

const limit = (amount: string) => ({ amount, currency: "EUR" });
const policy: CarePolicy = {
  id: "movement",
  version: "1",
  currency: "EUR",
  measures: { revenue: { sum: "orders.value", over: { rolling: { months: 12 } } } },
  segments: {
    class: {
      method: "rules",
      hitPolicy: "first",
      labels: { A: {}, B: {}, C: {} },
      rules: [
        { segment: "A", when: { field: "revenue", atLeast: limit("1000.00") } },
        { segment: "B", when: { field: "revenue", atLeast: limit("100.00") } },
      ],
      otherwise: "C",
    },
  },
  care: {
    segmentedBy: "class",
    models: { light: { ownership: { mode: "none" }, cadences: "none", significance: 1 } },
    bySegment: { A: "light", B: "light", C: "light" },
  },
  cadences: {},
};
const compiled = orThrow(compilePolicy(policy));

const order = (accountId: string, orderedOn: `${number}-${number}-${number}`, euros: string) => {
  return { id: `${accountId} ${orderedOn}`, accountId, orderedOn, value: money(euros, "EUR") };
};
const owner = { role: "responsible", naming: "named" } as const;
const base = {
  accounts: ["Aalto", "Berg", "Cedar", "Dahl"].map((id) => ({ id })),
  coverage: { orders: "complete", ownerships: "complete" },
  orders: [
    ...[order("Aalto", "2017-05-02", "400.00"), order("Aalto", "2018-05-02", "1200.00")],
    ...[order("Berg", "2017-03-01", "1500.00"), order("Berg", "2018-03-01", "900.00")],
    ...[order("Cedar", "2017-09-04", "50.00"), order("Cedar", "2018-09-04", "150.00")],
  ],
  ownerships: [
    { accountId: "Aalto", personId: "Aino", ...owner },
    { accountId: "Berg", personId: "Aino", ...owner },
    { accountId: "Cedar", personId: "Veikko", ...owner },
  ],
} as const;
const accountIds = base.accounts.map(({ id }) => id);
const labelsOn = (asOf: "2017-12-31" | "2018-12-31") => {
  return { asOf, accountIds, ...classifyAccounts(base, compiled, { asOf }) };
};
const [before, after] = [labelsOn("2017-12-31"), labelsOn("2018-12-31")];
const definition = { labels: ["A", "B", "C"], order: "bestFirst", examples: 3 } as const;

const { totals, moves } = orThrow(movementMatrix(before, after, definition));
console.log(totals.promoted, totals.demoted, totals.stayed); // => 2 1 1
for (const { from, to, kind, examples } of moves) console.log(from, to, kind, examples?.join());
// => A B demoted Berg
// => B A promoted Aalto
// => C B promoted Cedar
const rule = { ownedOn: "before", severalOwners: "each" } as const;
const { sellers } = orThrow(movementBySeller({ ...base, before, after }, definition, rule));
for (const { personId, counts, promotedShare } of sellers) {
  console.log(personId, counts.promoted, promotedShare.value);
}
// => Aino 1 0.5
// => Veikko 1 1
