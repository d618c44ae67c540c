import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { beforeAll, describe, expect, it } from "vitest";
import { readSuperstore } from "../../demo/superstore/read-superstore.js";
import type { CustomerBase } from "../../src/facts/index.js";
import {
  type BoardContext,
  compileKpis,
  computeBoard,
  type KpiChapter,
} from "../../src/kpis/index.js";
import { orThrow } from "../../src/shapes/index.js";

const value = { of: "orderValue" } as const;
const buyers = { ...value, population: "buyers" } as const;
const definitions: KpiChapter = {
  sales: { figure: "sales", version: "1", with: value },
  margin: { figure: "sales", version: "1", with: { of: "orderMargin" } },
  marginRate: { figure: "marginRate", version: "1", with: value },
  averageOrder: { figure: "averageOrderValue", version: "1" },
  gini: { figure: "gini", version: "1", with: { ...buyers, negatives: "refuse" } },
  herfindahl: { figure: "herfindahl", version: "1", with: { ...buyers, negatives: "refuse" } },
  effective: {
    figure: "effectiveCustomers",
    version: "1",
    with: { ...buyers, negatives: "refuse" },
  },
  topFifth: {
    figure: "topShare",
    version: "1",
    with: { ...buyers, top: "share", share: 0.2, rounding: "down" },
  },
  gained: { figure: "newCustomers", version: "1" },
  young: { figure: "youngBase", version: "1", with: { under: { years: 1 } } },
  gross: { figure: "grossRevenueRetention", version: "1", with: value },
  net: { figure: "netRevenueRetention", version: "1", with: value },
  growth: { figure: "growth", version: "1", with: { by: "businessLine" } },
  breadth: { figure: "breadth", version: "1", with: { by: "product" } },
  lifetime: { figure: "lifetimeValue", version: "1", with: value },
  orderContacts: { figure: "visits", version: "1", with: { kinds: ["order"] } },
  reach: { figure: "reach", version: "1", with: { kinds: ["order"] } },
  frequency: { figure: "frequency", version: "1", with: { kinds: ["order"] } },
};

/** The year 2017, its last day included. */
const context: BoardContext = {
  asOf: "2017-12-31",
  period: { calendar: "year" },
  cutBy: ["region", "marketSegment"],
};

/** What belongs to the year, in SQL. */
const IN_YEAR = "ordered_on between '2017-01-01' and '2017-12-31'";
const IN_YEAR_BEFORE = "ordered_on between '2016-01-01' and '2016-12-31'";

/** The same figures by SQL over the rows of a cut: numerator and denominator, or one value. */
const QUESTIONS: Readonly<Record<string, string>> = {
  sales: `select sum(value) numerator from o where ${IN_YEAR}`,
  margin: `select sum(margin) numerator from o where ${IN_YEAR}`,
  marginRate: `select sum(margin) numerator, sum(value) denominator from o where ${IN_YEAR}`,
  averageOrder: `select sum(value) numerator, count(*) denominator from o where ${IN_YEAR}`,
  gini: `with s as (select sum(value) x from o where ${IN_YEAR} group by account_id),
    r as (select x, row_number() over (order by x) i, count(*) over () n from s)
    select sum(x) numerator, max(n) denominator,
      2.0 * sum(x::double * i) / (max(n) * sum(x)) - (max(n) + 1.0) / max(n) as value from r`,
  herfindahl: `with s as (select sum(value) x from o where ${IN_YEAR} group by account_id)
    select sum(x) numerator, count(*) denominator,
      10000.0 * sum(x::double * x) / (sum(x)::double * sum(x)) as value from s`,
  effective: `with s as (select sum(value) x from o where ${IN_YEAR} group by account_id)
    select sum(x) numerator, count(*) denominator,
      (sum(x)::double * sum(x)) / sum(x::double * x) as value from s`,
  topFifth: `with s as (select sum(value) x from o where ${IN_YEAR} group by account_id),
    r as (select x, row_number() over (order by x desc) i, count(*) over () n from s)
    select sum(x) filter (where i <= floor(n * 0.2)) numerator, sum(x) denominator from r`,
  gained: `select count(*) numerator from a where started_on between '2017-01-01' and '2017-12-31'`,
  young: `select count(*) filter (where started_on + interval 1 year > date '2017-12-31') numerator,
    count(*) denominator from a where started_on <= '2017-12-31'`,
  gross: `with s as (select account_id, coalesce(sum(value) filter (where ${IN_YEAR_BEFORE}), 0) b,
      coalesce(sum(value) filter (where ${IN_YEAR}), 0) n from o group by account_id)
    select sum(least(b, n)) numerator, sum(b) denominator from s where b > 0`,
  net: `with s as (select account_id, coalesce(sum(value) filter (where ${IN_YEAR_BEFORE}), 0) b,
      coalesce(sum(value) filter (where ${IN_YEAR}), 0) n from o group by account_id)
    select sum(n) numerator, sum(b) denominator from s where b > 0`,
  growth: `select sum(value) filter (where ${IN_YEAR}) numerator,
    sum(value) filter (where ${IN_YEAR_BEFORE}) denominator,
    sum(value) filter (where ${IN_YEAR})::double
      / sum(value) filter (where ${IN_YEAR_BEFORE}) - 1 as value from o`,
  breadth: `with s as (select count(distinct product) d from o where ${IN_YEAR} group by account_id)
    select sum(d) numerator, count(*) denominator from s`,
  lifetime: `select sum(value) numerator, count(distinct account_id) denominator from o
    where ordered_on <= '2017-12-31'`,
  orderContacts: `select count(*) numerator from c where ${IN_YEAR}`,
  reach: `select (select count(distinct account_id) from c where ${IN_YEAR}) numerator,
    (select count(*) from a) denominator`,
  frequency: `select count(*) numerator, count(distinct account_id) denominator
    from c where ${IN_YEAR}`,
};

const store = readSuperstore();
const base: CustomerBase = {
  accounts: store.accounts.records,
  orders: store.orders.records,
  activities: store.orderContacts.records,
  coverage: { orders: "complete", activities: "complete" },
};
const labels = {
  marketSegment: base.accounts.map(({ own }) => own?.["marketSegment"] as string),
};

describe("the Superstore", () => {
  let connection: DuckDBConnection;
  const board = computeBoard(
    { ...base, labels },
    orThrow(compileKpis(definitions, { currency: "USD" })),
    context,
  );

  beforeAll(async () => {
    connection = await (await DuckDBInstance.create(":memory:")).connect();
    await fill(connection, base);
  });

  it("KPI-16 has every figure for all, for four regions and for three market segments", () => {
    expect(board.rows.length).toBe(Object.keys(definitions).length * (1 + 4 + 3));
    expect(Object.keys(QUESTIONS)).toEqual(Object.keys(definitions));
  });

  it.each(Object.keys(definitions))("KPI-09 %s agrees with SQL to the last unit", async (kpi) => {
    for (const { cut, figure } of board.rows.filter((row) => row.kpi === kpi)) {
      const answer = await askSql(connection, QUESTIONS[kpi]!, cut);
      expect(figure.numerator).toBe(answer["numerator"]);
      if ("denominator" in answer) expect(figure.denominator).toBe(answer["denominator"]);
      const expected = answer["value"] ?? quotient(answer);
      expect(figure.value).toBeCloseTo(
        expected,
        12 - Math.ceil(Math.log10(Math.abs(expected) + 1)),
      );
    }
  });

  it("KPI-08 the five biggest customers of the year are SQL's, too", async () => {
    const top = { ...buyers, top: "count", accounts: 5 } as const;
    const topFive = { topFive: { figure: "topShare", version: "1", with: top } };
    const { rows } = computeBoard(base, orThrow(compileKpis(topFive, { currency: "USD" })), {
      asOf: context.asOf,
      period: context.period,
    });
    const five = await askSql(
      connection,
      `with s as (select sum(value) x from o where ${IN_YEAR} group by account_id),
          r as (select x, row_number() over (order by x desc) i from s)
          select sum(x) filter (where i <= 5) numerator, sum(x) denominator from r`,
      undefined,
    );
    const { value, numerator, denominator } = rows[0]!.figure;
    expect([numerator, denominator]).toEqual([five["numerator"], five["denominator"]]);
    expect(value).toBe(quotient(five));
  });
});

function quotient(answer: Readonly<Record<string, number>>): number {
  const { numerator, denominator } = answer;
  return denominator === undefined ? numerator! : numerator! / denominator;
}

/** The answer over all accounts, or over those of a label: views narrow the tables. */
async function askSql(
  connection: DuckDBConnection,
  question: string,
  cut: { readonly by: string; readonly label: string } | undefined,
): Promise<Readonly<Record<string, number>>> {
  const column = cut?.by === "region" ? "region" : "segment";
  const where = cut === undefined ? "" : `where ${column} = '${cut.label}'`;
  await connection.run(`create or replace temp view a as select * from accounts ${where}`);
  const own = "account_id in (select id from a)";
  await connection.run(`create or replace temp view o as select * from orders where ${own}`);
  await connection.run(`create or replace temp view c as select * from contacts where ${own}`);
  const [row] = await (await connection.runAndReadAll(question)).getRowObjects();
  return Object.fromEntries(Object.entries(row!).map(([name, each]) => [name, Number(each)]));
}

async function fill(connection: DuckDBConnection, { accounts, orders, activities }: CustomerBase) {
  await connection.run(
    "create table accounts (id varchar, region varchar, segment varchar, started_on date)",
  );
  await connection.run(
    `create table orders
      (account_id varchar, ordered_on date, value bigint, margin bigint, product varchar)`,
  );
  await connection.run("create table contacts (account_id varchar, ordered_on date)");
  const text = (written: unknown) => `'${String(written).replaceAll("'", "''")}'`;
  const insert = async (table: string, rows: readonly string[]) => {
    for (let at = 0; at < rows.length; at += 1000) {
      const some = rows.slice(at, at + 1000).map((row) => `(${row})`);
      await connection.run(`insert into ${table} values ${some.join(",")}`);
    }
  };
  await insert(
    "accounts",
    accounts.map(({ id, region, own, relationshipStart }) =>
      [id, region, own?.["marketSegment"], relationshipStart].map(text).join(","),
    ),
  );
  await insert(
    "orders",
    orders!.map(({ accountId, orderedOn, value: { minor }, margin, product }) =>
      [text(accountId), text(orderedOn), minor, margin!.minor, text(product)].join(","),
    ),
  );
  await insert(
    "contacts",
    activities!.map(({ accountId, heldOn }) => [accountId, heldOn].map(text).join(",")),
  );
}
