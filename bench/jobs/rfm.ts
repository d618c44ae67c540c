import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { rfmScores, summarizePurchases } from "hoito/segments";
import type { Job } from "../job.js";

export const name: Job["name"] = "RFM of 1,000,000 customers over 10,000,000 orders, in fifths";

const smoke = process.argv.includes("--smoke");
const CUSTOMERS = smoke ? 10_000 : 1_000_000;
const ORDERS = CUSTOMERS * 10;
const FIRST_DAY = 16_436;
const DAYS = 1095;
const AS_OF = FIRST_DAY + DAYS;
const BINS = 5;

/** A repeatable sequence of 32-bit numbers (Numerical Recipes), so that every run sees the same orders. */
function numbers(): () => number {
  let state = 20_181_122;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state;
  };
}

const orders = {
  account: new Uint32Array(ORDERS),
  day: new Int32Array(ORDERS),
  minor: new Float64Array(ORDERS),
};
const next = numbers();
for (let row = 0; row < ORDERS; row++) {
  // The product of two draws makes some customers frequent and most rare.
  orders.account[row] = Math.floor((next() / 2 ** 32) * (next() / 2 ** 32) * CUSTOMERS);
  orders.day[row] = FIRST_DAY + (next() % DAYS);
  orders.minor[row] = 100 + (next() % 50_000);
}

/** Adds up scores, so that two customers who swap theirs are seen. */
function checksum(score: ArrayLike<number>): number {
  let sum = 0;
  for (let row = 0; row < score.length; row++)
    sum = (sum + score[row]! * ((row % 1009) + 1)) % 2 ** 40;
  return sum;
}

function byHoito(): number {
  const found = summarizePurchases(orders, { accounts: CUSTOMERS });
  const recency = new Float64Array(CUSTOMERS);
  const frequency = new Float64Array(CUSTOMERS);
  for (let row = 0; row < CUSTOMERS; row++) {
    const count = found.orders[row]!;
    recency[row] = count === 0 ? Number.NaN : AS_OF - found.lastDay[row]!;
    frequency[row] = count;
  }
  const scoring = { by: "nearestRank", boundary: "lower" } as const;
  const columns = { recency, frequency, monetary: found.minor };
  return checksum(rfmScores(columns, { bins: BINS, scoring, unit: 100 }).score);
}

/** The same by hand: three passes over typed arrays, sorted copies, four cuts an axis. */
function byHand(): number {
  const last = new Float64Array(CUSTOMERS).fill(Number.NEGATIVE_INFINITY);
  const count = new Float64Array(CUSTOMERS);
  const sum = new Float64Array(CUSTOMERS);
  const { account, day, minor } = orders;
  for (let row = 0; row < ORDERS; row++) {
    const who = account[row]!;
    if (day[row]! > last[who]!) last[who] = day[row]!;
    count[who] = count[who]! + 1;
    sum[who] = sum[who]! + minor[row]!;
  }
  const bought = count.reduce((all, each) => all + (each > 0 ? 1 : 0), 0);
  const cutsOf = (column: Float64Array): readonly number[] => {
    const sorted = new Float64Array(bought);
    let at = 0;
    for (let row = 0; row < CUSTOMERS; row++) if (count[row]! > 0) sorted[at++] = column[row]!;
    sorted.sort();
    return [1, 2, 3, 4].map((cut) => sorted[Math.ceil((bought * cut) / BINS) - 1]!);
  };
  const days = last.map((each) => AS_OF - each);
  const [r, f, m] = [cutsOf(days), cutsOf(count), cutsOf(sum)];
  const above = (value: number, cuts: readonly number[]): number => {
    let band = 1;
    for (const cut of cuts) if (value > cut) band += 1;
    return band;
  };
  const score = new Uint16Array(CUSTOMERS);
  for (let row = 0; row < CUSTOMERS; row++) {
    if (count[row] === 0) continue;
    const recency = BINS + 1 - above(days[row]!, r!);
    score[row] = recency * 100 + above(count[row]!, f!) * 10 + above(sum[row]!, m!);
  }
  return checksum(score);
}

const connection = await openOrders();

/** The same orders as a table of an embedded columnar database; writing them is not timed. */
async function openOrders(): Promise<DuckDBConnection> {
  const database = await DuckDBInstance.create(":memory:", { threads: "1" });
  const open = await database.connect();
  await open.run("CREATE TABLE orders (account INTEGER, day INTEGER, minor DOUBLE)");
  const appender = await open.createAppender("orders");
  for (let row = 0; row < ORDERS; row++) {
    appender.appendInteger(orders.account[row]!);
    appender.appendInteger(orders.day[row]!);
    appender.appendDouble(orders.minor[row]!);
    appender.endRow();
  }
  appender.closeSync();
  return open;
}

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

async function byDatabase(): Promise<number> {
  const [row] = await (await connection.runAndReadAll(QUERY)).getRows();
  return Number(row![0]) % 2 ** 40;
}

export const contenders: Job["contenders"] = {
  "hoito summarizePurchases and rfmScores": byHoito,
  "written by hand": byHand,
  "DuckDB, one thread": byDatabase,
};
