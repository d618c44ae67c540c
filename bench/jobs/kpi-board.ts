import { compileKpis, orThrow } from "hoito";
import type { RecordId } from "hoito/facts";
import { type Board, streamBoard } from "hoito/kpis";
import {
  ACTIVITIES,
  AS_OF,
  boardAccounts,
  boardTables,
  FIRST,
  ORDERS,
  REPEATS,
  repeated,
} from "../board-accounts.js";
import { duckdbTables } from "../duckdb.js";
import type { Job } from "../job.js";

const smoke = process.argv.includes("--smoke");
const ACCOUNTS = smoke ? 1_000 : 100_000;
const accounts = boardAccounts(ACCOUNTS);

const kinds = { kinds: ["visit"] };
const of = { of: "orderValue" } as const;
const concentration = { ...of, population: "all", negatives: "refuse" } as const;
const compiled = orThrow(
  compileKpis(
    {
      visits: { figure: "visits", version: "1", with: kinds },
      reach: { figure: "reach", version: "1", with: kinds },
      frequency: { figure: "frequency", version: "1", with: kinds },
      complete: { figure: "visitsComplete", version: "1", with: kinds },
      users: { figure: "activeUsers", version: "1" },
      sales: { figure: "sales", version: "1", with: of },
      average: { figure: "averageOrderValue", version: "1" },
      gini: { figure: "gini", version: "1", with: concentration },
      herfindahl: { figure: "herfindahl", version: "1", with: concentration },
      kept: { figure: "retention", version: "1", with: { base: "opening" } },
      gained: { figure: "newCustomers", version: "1" },
      productivity: { figure: "productivity", version: "1", with: of },
    },
    { currency: "EUR" },
  ),
);
const context = { asOf: AS_OF, period: { calendar: "year" } } as const;

/** What every contender must find. */
interface Found {
  readonly visits: number;
  readonly reached: number;
  readonly complete: number;
  readonly users: number;
  readonly sales: number;
  readonly orders: number;
  readonly gini: number;
  readonly herfindahl: number;
  readonly opening: number;
  readonly lost: number;
  readonly gained: number;
  readonly minutes: number;
  /** Activities left out: of another year, and without a day. */
  readonly outside: number;
  readonly undated: number;
}

function checksum(found: Found): number {
  const { gini, herfindahl, sales, ...counts } = found;
  const weighted = Object.values(counts).reduce((sum, each, at) => sum + each * (at + 1), 0);
  return weighted + sales + Math.round(gini * 1e6) + Math.round(herfindahl * 1e6);
}

/**
 * One loop over the same objects for exactly these figures: each record once, days of the year
 * alone, what is left out counted, money of one currency.
 */
function byHand(): number {
  let [visits, reached, complete, sales, orders] = [0, 0, 0, 0, 0];
  let [opening, lost, gained, minutes, outside, undated] = [0, 0, 0, 0, 0, 0];
  const people = new Set<unknown>();
  const amounts = new Map<number, number>();
  for (const { records } of repeated(accounts)) {
    let own = 0;
    let before: RecordId | undefined;
    for (const activity of records.activities!) {
      const { id, kind, status, heldOn, personId, durationMinutes } = activity;
      if (before !== undefined && !(id > before)) throw new Error("an id came twice");
      before = id;
      if (heldOn === undefined) undated += 1;
      else if (heldOn < FIRST || heldOn > AS_OF) outside += 1;
      else {
        people.add(personId);
        if (status !== "held" && status !== "complete") continue;
        minutes += durationMinutes!;
        if (kind !== "visit") continue;
        own += 1;
        if (status === "complete") complete += 1;
      }
    }
    visits += own;
    if (own > 0) reached += 1;
    let bought = 0;
    before = undefined;
    for (const { id, orderedOn, value } of records.orders!) {
      if (before !== undefined && !(id! > before)) throw new Error("an id came twice");
      before = id;
      if (orderedOn < FIRST || orderedOn > AS_OF || value.currency !== "EUR") continue;
      bought += value.minor;
      orders += 1;
    }
    sales += bought;
    amounts.set(bought, (amounts.get(bought) ?? 0) + 1);
    const { relationshipStart: start, relationshipEnd: end } = records.account;
    if (start! < FIRST && (end === undefined || end >= FIRST)) {
      opening += 1;
      if (end !== undefined && end <= AS_OF) lost += 1;
    } else if (start! >= FIRST && start! <= AS_OF) gained += 1;
  }
  const users = people.size;
  const rest = { opening, lost, gained, minutes, outside, undated };
  return checksum({ visits, reached, complete, users, sales, orders, ...spread(amounts), ...rest });
}

/** Gini and Herfindahl out of how many accounts brought each amount. */
function spread(amounts: ReadonlyMap<number, number>): { gini: number; herfindahl: number } {
  let [size, sum, weighted, squares] = [0, 0, 0, 0];
  for (const [amount, many] of [...amounts].sort(([left], [right]) => left - right)) {
    weighted += amount * (many * size + (many * (many + 1)) / 2);
    squares += amount * amount * many;
    size += many;
    sum += amount * many;
  }
  const gini = (2 * weighted) / (size * sum) - (size + 1) / size;
  return { gini, herfindahl: (10_000 * squares) / (sum * sum) };
}

/** The same out of the rows of a board. */
function ofBoard({ rows }: Board): number {
  const whole = rows.filter(({ cut }) => cut === undefined);
  const figures = new Map(whole.map(({ kpi, figure }) => [kpi, figure]));
  const figure = (kpi: string) => figures.get(kpi)!;
  const left = new Map(figure("visits").excluded.map(({ reason, count }) => [reason, count]));
  const { numerator: kept, denominator: opening } = figure("kept");
  return checksum({
    visits: figure("visits").value!,
    reached: figure("reach").numerator!,
    complete: figure("complete").numerator!,
    users: figure("users").value!,
    sales: figure("sales").value!,
    orders: figure("average").denominator!,
    gini: figure("gini").value!,
    herfindahl: figure("herfindahl").value!,
    opening: opening!,
    lost: opening! - kept!,
    gained: figure("gained").value!,
    minutes: figure("productivity").denominator!,
    outside: left.get("outsidePeriod")!,
    undated: left.get("undated")!,
  });
}

const [from, last] = [FIRST, AS_OF].map((date) => Date.parse(date) / 86_400_000);
const QUERY = `
  WITH acted AS (
    SELECT account,
      count(*) FILTER (WHERE own AND kind = 0 AND status > 0) AS visits,
      count(*) FILTER (WHERE own AND kind = 0 AND status = 2) AS complete,
      coalesce(sum(minutes) FILTER (WHERE own AND status > 0), 0) AS minutes,
      count(*) FILTER (WHERE day >= 0 AND NOT own) AS outside,
      count(*) FILTER (WHERE day < 0) AS undated
    FROM (SELECT *, day BETWEEN ${from} AND ${last} AS own FROM activities) GROUP BY account),
  acts AS (
    SELECT sum(visits) AS visits, count(*) FILTER (WHERE visits > 0) AS reached,
      sum(complete) AS complete, sum(minutes) AS minutes, sum(outside) AS outside,
      sum(undated) AS undated FROM acted),
  people AS (
    SELECT count(DISTINCT person) AS users FROM activities WHERE day BETWEEN ${from} AND ${last}),
  customers AS (
    SELECT count(*) AS every,
      count(*) FILTER (WHERE started < ${from} AND (ended < 0 OR ended >= ${from})) AS opening,
      count(*) FILTER (WHERE started < ${from} AND ended BETWEEN ${from} AND ${last}) AS lost,
      count(*) FILTER (WHERE started BETWEEN ${from} AND ${last}) AS gained
    FROM accounts),
  bought AS (
    SELECT sum(minor) AS amount, count(*) AS orders FROM orders
    WHERE day BETWEEN ${from} AND ${last} GROUP BY account),
  buyers AS (SELECT count(*) AS buyers, sum(amount) AS sales, sum(orders) AS orders FROM bought),
  amounts AS (SELECT amount, count(*)::DOUBLE AS many FROM bought GROUP BY amount),
  ranked AS (
    SELECT amount, many, sum(many) OVER (ORDER BY amount) - many AS below FROM amounts),
  spread AS (
    SELECT sum(amount * (many * (below + every - buyers) + many * (many + 1) / 2)) AS weighted,
      sum(amount * amount * many) AS squares
    FROM ranked, customers, buyers)
  SELECT (visits + 2 * reached + 3 * complete + 4 * users + 5 * orders
      + 6 * opening + 7 * lost + 8 * gained + 9 * minutes + 10 * outside + 11 * undated
      + sales
      + round((2 * weighted / (every * sales) - (every + 1) / every) * 1e6)
      + round(10000 * squares / (sales * sales) * 1e6))::DOUBLE
  FROM acts, people, customers, buyers, spread`;

const query = duckdbTables(() => boardTables(accounts), 1);
const queryByTwo = duckdbTables(() => boardTables(accounts), 2);

export const name: Job["name"] =
  "a board of 12 figures over 1,000,000 accounts with 10,000,000 activities and 3,000,000 orders";

export const contenders: Job["contenders"] = {
  "by hand": byHand,
  hoito: () => ofBoard(streamBoard(repeated(accounts), compiled, context)),
  "hoito, cut by segment": () => {
    return ofBoard(streamBoard(repeated(accounts), compiled, { ...context, cutBy: ["segment"] }));
  },
  "DuckDB, one thread": () => query(QUERY),
  "DuckDB, two threads": () => queryByTwo(QUERY),
};

export const pieces: Job["pieces"] = { count: ACCOUNTS * REPEATS, each: "account" };

export const goals: Job["goals"] = [
  { who: "hoito", times: 2, of: "by hand" },
  { who: "hoito", times: 1, of: "DuckDB, two threads" },
];

export const remark: Job["remark"] =
  `Accounts are objects with ${ACTIVITIES} activities and ${ORDERS} orders each, dates as text, for ` +
  "everyone but the database, which has them in columns sorted by account. A hundred thousand are streamed ten times. Each " +
  "figure is called for each account and counts for itself what it leaves out, which the loop by hand counts once for all of " +
  "them; the loop also takes ids to ascend, knows no second id but to refuse it, and asks nobody what is covered. The database " +
  "reads no objects: a loop by hand over the same columns takes a quarter of the time of the one here (decision 060).";
