import {
  compileKpis,
  computeBoard,
  finishBoard,
  mergeBoards,
  money,
  orThrow,
  partialBoard,
} from "hoito";

const amounts = ["500.00", "120.00", "80.00", "80.00", "20.00", "0.50"];
const orders = amounts.map((amount, id) => {
  const value = money(amount, "EUR");
  return { id, accountId: id, orderedOn: "2018-03-01", value } as const;
});
const accounts = amounts.map((_, id) => ({ id }));
const coverage = { orders: "complete" } as const;

const by = { of: "orderValue", population: "all" } as const;
const compiled = orThrow(
  compileKpis(
    {
      gini: { figure: "gini", version: "1", with: { ...by, negatives: "refuse" } },
      topTwo: { figure: "topShare", version: "1", with: { ...by, top: "count", accounts: 2 } },
      sales: { figure: "sales", version: "1", with: { of: "orderValue" } },
    },
    { currency: "EUR" },
  ),
);
const context = { asOf: "2018-12-31", period: { calendar: "year" } } as const;

// A shard holds whole accounts. Each could be computed on a thread or machine of its own.
const shards = [0, 1, 2].map((shard) => ({
  accounts: accounts.filter(({ id }) => id % 3 === shard),
  orders: orders.filter(({ accountId }) => accountId % 3 === shard),
  coverage,
}));
const partials = shards.map((shard) => partialBoard(shard, compiled, context));
const merged = partials.reduce((left, right) => orThrow(mergeBoards(left, right)));
const board = finishBoard(merged, compiled);
for (const { kpi, figure } of board.rows) console.log(kpi, figure.value?.toFixed(6));
// => gini 0.582448
// => topTwo 0.774516
// => sales 80050.000000

const whole = computeBoard({ accounts, orders, coverage }, compiled, context);
console.log(JSON.stringify(board) === JSON.stringify(whole)); // => true
