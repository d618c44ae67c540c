import { compileKpis, computeBoard, money, orThrow } from "hoito";

const value = money("1200.00", "EUR");
const base = {
  accounts: [
    { id: "Aalto", relationshipStart: "2015-03-01" },
    { id: "Berg", relationshipStart: "2016-09-01", relationshipEnd: "2018-05-01" },
    { id: "Celer", relationshipStart: "2018-02-01" },
  ],
  coverage: { orders: "complete", ownerships: "complete" },
  orders: [
    { id: 1, accountId: "Aalto", orderedOn: "2018-04-01", value },
    { id: 2, accountId: "Celer", orderedOn: "2018-06-01", value: money("800.00", "EUR") },
  ],
  ownerships: [
    { accountId: "Aalto", personId: "Ann", role: "responsible", naming: "named" },
    { accountId: "Celer", personId: "Bo", role: "responsible", naming: "proposed" },
  ],
  // As `classifyAccounts` gives it, or any column of your own.
  labels: { segment: ["key", "other", "other"] },
} as const;

const compiled = orThrow(
  compileKpis(
    {
      named: { figure: "namedOwners", version: "1", with: { of: "customers" } },
      kept: { figure: "retention", version: "1", with: { base: "opening" } },
      orderValue: { figure: "averageOrderValue", version: "1" },
      promoters: { figure: "netPromoterScore", version: "1", with: { confidence: 0.95 } },
    },
    { currency: "EUR" },
  ),
);
const board = computeBoard(base, compiled, {
  asOf: "2018-12-31",
  period: { calendar: "year" },
  cutBy: ["segment"],
});
for (const { kpi, cut, figure } of board.rows) {
  const of = cut === undefined ? "all" : cut.label;
  const counted = `${figure.numerator ?? "–"} of ${figure.denominator ?? "–"}`;
  console.log(kpi, of, figure.value ?? figure.undefinedBecause, `(${counted})`);
}
// => named all 0.5 (1 of 2)
// => named key 1 (1 of 1)
// => named other 0 (0 of 1)
// => kept all 0.5 (1 of 2)
// => kept key 1 (1 of 1)
// => kept other 0 (0 of 1)
// => orderValue all 100000 (200000 of 2)
// => orderValue key 120000 (120000 of 1)
// => orderValue other 80000 (80000 of 1)
// => promoters all notSupplied (0 of 0)
// => promoters key notSupplied (0 of 0)
// => promoters other notSupplied (0 of 0)
console.log(JSON.stringify(board.rows[0]?.mixes)); // => {"segment":["key","other"]}
