import { type AccountRecords, type Activity, compileKpis, money, type Order, orThrow } from "hoito";
import { streamBoard } from "hoito/kpis";
import type { Job } from "../job.js";

export const name: Job["name"] =
  "a board of 12 figures over 10,000 accounts with 100,000 activities and 30,000 orders";

const ACCOUNTS = 10_000;
const ACTIVITIES = 10;
const ORDERS = 3;
const SEGMENTS = ["A", "B", "C"];

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

function day(index: number): `${number}-${number}-${number}` {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${2017 + (index % 2)}-${two((index % 12) + 1)}-${two((index % 28) + 1)}` as "2018-01-01";
}

function accountOf(index: number): AccountRecords {
  const activities = Array.from({ length: ACTIVITIES }, (_, at): Activity => {
    const id = index * ACTIVITIES + at;
    return {
      ...{ id, accountId: index, kind: at % 3 === 0 ? "call" : "visit" },
      ...{ status: at % 2 === 0 ? "complete" : "held", heldOn: day(id * 7), personId: id % 50 },
      durationMinutes: 15 + (id % 60),
    };
  });
  const orders = Array.from({ length: ORDERS }, (_, at): Order => {
    const id = index * ORDERS + at;
    const value = money(`${(id * 37) % 900}.50`, "EUR");
    return { id, accountId: index, orderedOn: day(id * 5), value };
  });
  return {
    account: { id: index, relationshipStart: day(index * 3) },
    coverage: { activities: "complete", orders: "complete" },
    activities,
    orders,
  };
}

const accounts = Array.from({ length: ACCOUNTS }, (_, index) => ({
  records: accountOf(index),
  labels: { segment: SEGMENTS[index % 3] },
}));
const context = { asOf: "2018-12-31", period: { calendar: "year" } } as const;

/** Ten times the same accounts in one pass show how the time grows; the checksum takes the visits of one. */
function* times(many: number): Generator<(typeof accounts)[number]> {
  for (let each = 0; each < many; each++) yield* accounts;
}

/** The visits of the year counted in one loop written for nothing else: the floor of what is possible. */
function byHand(): number {
  let visits = 0;
  for (const { records } of accounts) {
    for (const { kind, status, heldOn } of records.activities ?? []) {
      const isHeld = status === "held" || status === "complete";
      if (kind === "visit" && isHeld && heldOn !== undefined && heldOn >= "2018-01-01") visits++;
    }
  }
  return visits;
}

export const contenders: Job["contenders"] = {
  "hoito, 12 figures": () => streamBoard(accounts, compiled, context).rows[0]!.figure.value!,
  "hoito, 12 figures by segment": () =>
    streamBoard(accounts, compiled, { ...context, cutBy: ["segment"] }).rows[0]!.figure.value!,
  "hoito, 12 figures, ten times the accounts": () =>
    streamBoard(times(10), compiled, context).rows[0]!.figure.value! / 10,
  "one figure, written by hand": byHand,
};
