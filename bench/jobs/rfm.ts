import { duckdb } from "../duckdb.js";
import type { Job } from "../job.js";
import { AS_OF, ordersOf, scoreByHand, scoreByHoito } from "../purchases.js";

const smoke = process.argv.includes("--smoke");
const CUSTOMERS = smoke ? 10_000 : 1_000_000;
const BINS = 5;
const orders = ordersOf(CUSTOMERS);

export const name: Job["name"] = "RFM of 1,000,000 customers over 10,000,000 orders, in fifths";

const query = duckdb("orders", () => ({ ...orders }), 1);
const queryByTwo = duckdb("orders", () => ({ ...orders }), 2);

const cut = (axis: string, at: number): string => {
  return `quantile_disc(${axis}, ${at / BINS}) AS ${axis}${at}`;
};
const AXES = ["recency", "frequency", "monetary"];
const band = (axis: string): string => {
  return [1, 2, 3, 4].map((at) => `(${axis} > ${axis}${at})::INTEGER`).join(" + ");
};
const QUERY = `
  WITH bought AS (
    SELECT account, ${AS_OF} - max(day) AS recency, count(*) AS frequency, sum(minor) AS monetary
    FROM orders GROUP BY account),
  cuts AS (SELECT ${AXES.flatMap((axis) => [1, 2, 3, 4].map((at) => cut(axis, at))).join(", ")} FROM bought)
  SELECT sum((${BINS} - (${band("recency")})) * 100 * (account % 1009 + 1)
    + (1 + ${band("frequency")}) * 10 * (account % 1009 + 1)
    + (1 + ${band("monetary")}) * (account % 1009 + 1))::DOUBLE
  FROM bought, cuts`;

export const contenders: Job["contenders"] = {
  "by hand": () => scoreByHand(orders, CUSTOMERS),
  hoito: () => scoreByHoito(orders, CUSTOMERS),
  "DuckDB, one thread": async () => (await query(QUERY)) % 2 ** 40,
  "DuckDB, two threads": async () => (await queryByTwo(QUERY)) % 2 ** 40,
};

export const pieces: Job["pieces"] = { count: orders.day.length, each: "order" };

export const goals: Job["goals"] = [
  { who: "hoito", times: 1.3, of: "by hand" },
  { who: "hoito", times: 1, of: "DuckDB, two threads" },
  { who: "hoito", atMostMegabytes: 400 },
];
