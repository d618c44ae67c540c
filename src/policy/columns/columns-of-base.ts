import {
  type Account,
  type AccountColumns,
  type CustomerBase,
  type FactColumn,
  recordsByAccount,
  requireBase,
} from "../../facts/index.js";
import { measureAccount } from "../../measures/index.js";
import type { Cell } from "../../rules/index.js";
import { livesOf } from "../../segments/index.js";
import type { CivilDate } from "../../time/index.js";
import { moneyReading } from "../account-row.js";
import type { CompiledPolicy } from "../compiled-policy.js";
import { dayOfAsking, requireCompiled } from "../require-asked.js";
import { columnOfCells, columnOfStates } from "./column-builder.js";
import { type AccountReading, columnsOfAccounts } from "./columns-of-accounts.js";

/**
 * Everything that the classifiers of a policy read of a base, as columns: fields of its accounts,
 * measures, and the states of lifecycles.
 *
 * Measures and states are reckoned account by account; it is the asking that columns make fast, as
 * often as it comes.
 *
 * @param base - all accounts with their records
 * @param compiled - the policy
 * @param context - `asOf`, that day included, for measures and lifecycles; how the host's own fields
 *   are read
 * @returns columns in the order of `base.accounts`, to be asked for the same day
 * @throws {@link HoitoError} `not-a-civil-date` when `asOf` is no date; in JavaScript also
 *   `not-a-compiled-policy`, `not-a-base` and `unknown-option`
 *
 * @example Orders counted into a column
 * ```ts
 * import { type CarePolicy, compilePolicy, orThrow } from "hoito";
 * import { columnsOfBase } from "hoito/policy";
 *
 * const policy: CarePolicy = {
 *   id: "demo",
 *   version: "1",
 *   measures: { orders: { count: "orders", over: "always" } },
 *   segments: {
 *     index: {
 *       method: "scorecard",
 *       labels: { key: {}, ordinary: {} },
 *       weightsSumTo: 1,
 *       missing: "undecided",
 *       criteria: [
 *         { of: "orders", weight: 1, normalise: { by: "minMax", better: "more", whenAllEqual: 1 } },
 *       ],
 *       bands: [{ segment: "key", atLeast: 0.5 }, { segment: "ordinary" }],
 *     },
 *   },
 *   care: {
 *     segmentedBy: "index",
 *     models: { light: { ownership: { mode: "none" }, cadences: "none", significance: 1 } },
 *     bySegment: { key: "light", ordinary: "light" },
 *   },
 *   cadences: {},
 * };
 * const order = { id: 1, accountId: "A", orderedOn: "2018-01-22" } as const;
 * const base = {
 *   accounts: [{ id: "A" }, { id: "B" }],
 *   coverage: { orders: "complete" },
 *   orders: [{ ...order, value: { minor: 100, currency: "EUR" } }],
 * } as const;
 * const { fields } = columnsOfBase(base, orThrow(compilePolicy(policy)), { asOf: "2018-03-28" });
 * [...fields["orders"]!.data]; // => [1, 0]
 * ```
 *
 * @category Policy
 */
export function columnsOfBase<A extends Account>(
  base: CustomerBase<A>,
  compiled: CompiledPolicy,
  context: { readonly asOf: CivilDate } & Pick<AccountReading<A>, "readOwn">,
): AccountColumns {
  requireCompiled(compiled);
  const asOf = dayOfAsking(context, { asOf: true, readOwn: true });
  requireBase(base);
  const { measures, classifiers, scope } = compiled;
  const { exchangeRates } = base;
  const columns = columnsOfAccounts(base.accounts, compiled, {
    ...context,
    ...(exchangeRates === undefined ? {} : { exchangeRates }),
  });
  const lives = [...classifiers.values()].filter(({ method }) => method === "lifecycle");
  const read = [...scope.slots.map(({ name }) => name), ...cutMeasures(compiled)];
  const measured = [...measures.kinds].filter(([name]) => read.includes(name));
  if (lives.length + measured.length === 0) return columns;
  const money = moneyReading(base, compiled);
  const cells = measured.map(() => new Array<Cell>(columns.rows));
  const states = lives.map(() => new Array<readonly string[]>(columns.rows));
  for (const [row, records] of recordsByAccount(base).entries()) {
    const found = measureAccount(records, measures, { asOf, money }).cells;
    for (const [at, [name]] of measured.entries()) cells[at]![row] = found.get(name);
    const own = livesOf(records, lives, asOf);
    for (const [at, { name }] of lives.entries()) {
      const { value } = own.get(name)!;
      states[at]![row] = value.kind === "state" ? [value.state] : value.candidates;
    }
  }
  const fields: Record<string, FactColumn> = { ...columns.fields };
  for (const [at, [name, kind]] of measured.entries()) {
    fields[name] = columnOfCells(cells[at]!, kind);
  }
  for (const [at, { name }] of lives.entries()) fields[name] = columnOfStates(states[at]!);
  return { ...columns, fields };
}

/** Measures that a fit is made of, whether or not a condition reads them. */
function cutMeasures({ policy }: CompiledPolicy): readonly string[] {
  return Object.values(policy.cuts ?? {}).map(({ of }) => of);
}
