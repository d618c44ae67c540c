import {
  type AccountRecords,
  type CustomerBase,
  isUndatedPlan,
  recordDates,
  recordsByAccount,
} from "../facts/index.js";
import { type DaySpan, windowDays } from "../measures/index.js";
import { type MoneyReading, toCell } from "../rules/index.js";
import { type CivilDate, readEpochDay, toCivilDate, toEpochDay } from "../time/index.js";
import { type MoneyColumn, noneValid, setValid } from "./column.js";
import type { UndefinedBecause } from "./estimated.js";
import { completeFrom } from "./order-columns.js";
import { type CompiledProfit, kindOf, type ProfitDefinition } from "./profit-definition.js";

/**
 * How profit was reckoned: the definition, and the days it came down to.
 *
 * @category Value
 */
export interface ProfitMethod {
  readonly definition: ProfitDefinition;
  readonly asOf: CivilDate;
  readonly from?: CivilDate;
  /** The day after the last. */
  readonly until?: CivilDate;
}

/**
 * Income and cost of every account, aligned with the accounts of the base, and what the figures
 * made of them need.
 *
 * @category Value
 */
export interface AccountProfits {
  readonly method: ProfitMethod;
  /** Valid where both income and cost are known. */
  readonly income: MoneyColumn;
  readonly cost: MoneyColumn;
  /** What it cost to win each customer; not valid where that is not known. */
  readonly investment: MoneyColumn;
  /** Records that counted. */
  readonly records: Uint32Array;
  /** Records without a cost that can be read, whatever became of them. */
  readonly withoutCost: Uint32Array;
  /** Why an account is not known: a code into `reasons`, 0 for known. */
  readonly unknown: Uint8Array;
  readonly reasons: readonly ("known" | UndefinedBecause)[];
}

const REASONS = [
  "known",
  "outOfRange",
  "notSupplied",
  "incomplete",
  "dateUnreadable",
  "incomeUnreadable",
  "costMissing",
  "amountTooLarge",
] as const;

/**
 * Income and cost of every account over the definition's days.
 *
 * A record counts on its own date: revenues when booked, orders when ordered, activities when held.
 * Later ones are plans. Unknown is not nothing: where a kind of record is not supplied or not
 * complete over all the days, a date or an income cannot be read, or a cost is missing and the
 * definition takes that for unknown, the account has no income and no cost but a reason.
 *
 * @param base - accounts with their records, in any order
 * @param profit - what `compileProfit` gave
 * @param context - `asOf`: the last day that counts
 * @returns columns; ask `profitOfAccount`, `profitByLabel` or `profitOfPortfolio` for figures
 * @throws {@link HoitoError} `not-a-civil-date` when `asOf` is no date
 *
 * @example Income and cost of one account
 * ```ts
 * import { orThrow } from "hoito";
 * import { money } from "hoito/facts";
 * import { cellAt, compileProfit, profitByAccount } from "hoito/value";
 *
 * const profit = compileProfit({
 *   income: "revenues.amount",
 *   costs: ["revenues.cost"],
 *   over: { calendar: "year" },
 *   currency: "EUR",
 *   whenCostMissing: "unknown",
 *   ratio: "profitToIncome",
 * });
 * const sale = (accountId: string, cost?: string) => {
 *   const record = { accountId, bookedOn: "2018-03-01", amount: money("100.00", "EUR") } as const;
 *   return cost === undefined ? record : { ...record, cost: money(cost, "EUR") };
 * };
 * const base = {
 *   accounts: [{ id: "A" }, { id: "B" }, { id: "C" }],
 *   coverage: { revenues: "complete" },
 *   revenues: [sale("A", "60.00"), sale("B", "90.00"), sale("C")],
 * } as const;
 * const profits = profitByAccount(base, orThrow(profit), { asOf: "2018-12-31" });
 * cellAt(profits.income, 0); // => 10000
 * cellAt(profits.cost, 2); // => undefined
 * profits.reasons[profits.unknown[2]!]; // => "costMissing"
 * ```
 *
 * @category Value
 */
export function profitByAccount(
  base: CustomerBase,
  profit: CompiledProfit,
  context: { readonly asOf: CivilDate },
): AccountProfits {
  const { definition, window } = profit;
  const { currency } = definition;
  const rows = base.accounts.length;
  const span = windowDays(window, toEpochDay(context.asOf));
  const reading = { currency, rates: base.exchangeRates };
  const column = (): MoneyColumn => ({
    kind: "money",
    currency,
    data: new Float64Array(rows),
    valid: noneValid(rows),
  });
  const [income, cost, investment] = [column(), column(), column()];
  const [records, withoutCost] = [new Uint32Array(rows), new Uint32Array(rows)];
  const unknown = new Uint8Array(rows);
  const wholeBase = whyUncovered(base, definition, span);
  for (const [row, own] of recordsByAccount(base).entries()) {
    const account = tallyAccount(own, definition, span, reading);
    const why = wholeBase ?? account.why;
    unknown[row] = REASONS.indexOf(why);
    withoutCost[row] = account.withoutCost;
    if (why === "known") {
      records[row] = account.records;
      put(income, row, account.income);
      put(cost, row, account.cost);
    }
    const paid = toCell(own.measures?.[definition.investment ?? ""], "money", reading);
    if (typeof paid === "number") put(investment, row, paid);
  }
  const days = span && { from: toCivilDate(span.fromDay), until: toCivilDate(span.untilDay) };
  return {
    method: { definition, asOf: context.asOf, ...days },
    income,
    cost,
    investment,
    records,
    withoutCost,
    unknown,
    reasons: REASONS,
  };
}

type Why = (typeof REASONS)[number];

interface Account {
  income: number;
  cost: number;
  records: number;
  withoutCost: number;
  /** Income and cost without their signs: beyond 2^53 sums are no longer exact. */
  size: number;
  why: Why;
}

type Dated = "revenues" | "orders" | "activities";

/** Why the figures of no account are known. */
function whyUncovered(
  { coverage }: CustomerBase,
  { income, costs }: ProfitDefinition,
  span: DaySpan | undefined,
): Why | undefined {
  if (span === undefined) return "outOfRange";
  const kinds = new Set([income, ...costs].map((path) => kindOf(path) as Dated));
  const since = Math.max(...[...kinds].map((kind) => completeFrom(coverage[kind])));
  if (since === Number.POSITIVE_INFINITY) return "notSupplied";
  return since > span.fromDay ? "incomplete" : undefined;
}

function tallyAccount(
  own: AccountRecords,
  definition: ProfitDefinition,
  span: DaySpan | undefined,
  reading: MoneyReading,
): Account {
  const account: Account = {
    income: 0,
    cost: 0,
    records: 0,
    withoutCost: 0,
    size: 0,
    why: "known",
  };
  if (span === undefined) return account;
  const [kind, field] = definition.income.split(".") as ["revenues" | "orders", string];
  const direct = definition.costs.find((path) => kindOf(path) === kind)?.split(".")[1];
  for (const record of within(own, kind, span, account)) {
    const amount = toCell(record[field], "money", reading);
    if (typeof amount !== "number") blame(account, "incomeUnreadable");
    else if (direct === undefined) take(account, amount, 0);
    else {
      const cell = toCell(record[direct], "money", reading);
      const isKnown = typeof cell === "number";
      if (isKnown) take(account, amount, direct === "cost" ? cell : amount - cell);
      else withoutCost(account, amount, definition);
    }
  }
  if (definition.costs.includes("activities.cost")) {
    for (const record of within(own, "activities", span, account)) {
      const cell = toCell(record["cost"], "money", reading);
      if (typeof cell === "number") take(account, 0, cell);
      else withoutCost(account, 0, definition);
    }
  }
  if (account.size > Number.MAX_SAFE_INTEGER) blame(account, "amountTooLarge");
  return account;
}

/** The records of a kind that lie within the days; one whose date cannot be read may. */
function* within(
  own: AccountRecords,
  kind: Dated,
  { fromDay, untilDay }: DaySpan,
  account: Account,
): Generator<Readonly<Record<string, unknown>>> {
  const records: readonly object[] = own[kind] ?? [];
  for (const each of records) {
    const record = each as Readonly<Record<string, unknown>>;
    const date = record[recordDates[kind]];
    const day = readEpochDay(date);
    if (day === undefined) {
      if (!isUndatedPlan(kind, date)) blame(account, "dateUnreadable");
    } else if (day >= fromDay && day < untilDay) yield record;
  }
}

function take(account: Account, income: number, cost: number): void {
  account.income += income;
  account.cost += cost;
  account.size += Math.abs(income) + Math.abs(cost);
  account.records += 1;
}

function withoutCost(account: Account, income: number, definition: ProfitDefinition): void {
  account.withoutCost += 1;
  if (definition.whenCostMissing === "countAsNothing") take(account, income, 0);
  else if (definition.whenCostMissing === "unknown") blame(account, "costMissing");
}

/** Of several reasons the first of the list stands, whatever the order of the records. */
function blame(account: Account, why: Why): void {
  const isFirst = account.why === "known" || REASONS.indexOf(why) < REASONS.indexOf(account.why);
  if (isFirst) account.why = why;
}

function put(column: MoneyColumn, row: number, minor: number): void {
  column.data[row] = minor;
  setValid(column.valid, row);
}
