import {
  type Account,
  type AccountRecords,
  accountProperties,
  judgementFields,
} from "../facts/index.js";
import { type MeasuredAccount, measureAccount } from "../measures/index.js";
import {
  type Cell,
  type ExplainedRow,
  type MoneyReading,
  type Slot,
  toCell,
  whyUnreadable,
} from "../rules/index.js";
import type { MissingFact } from "../shapes/index.js";
import type { CompiledPolicy } from "./compiled-policy.js";

/** One account as the conditions of a policy see it. */
export interface AccountRow extends ExplainedRow {
  readonly measured: MeasuredAccount;
}

/**
 * Measures an account and lays out the cells that the policy's conditions read.
 *
 * @param records - the account with its records
 * @param compiled - the policy
 * @param asOf - day of asking as an epoch day
 */
export function accountRow(
  records: AccountRecords,
  compiled: CompiledPolicy,
  asOf: number,
): AccountRow {
  const money = moneyReading(records, compiled);
  const measured = measureAccount(records, compiled.measures, { asOf, money });
  const { slots } = compiled.scope;
  const isMeasure = (name: string): boolean => compiled.measures.kinds.has(name);
  const cells = slots.map(({ name, kind }): Cell => {
    return isMeasure(name)
      ? measured.cells.get(name)
      : toCell(factOf(records.account, name), kind, money);
  });
  const whyUnknown = ({ name, kind }: Slot): readonly MissingFact[] => {
    if (isMeasure(name)) return measured.missing.get(name)!;
    return [{ path: name, why: whyUnreadable(factOf(records.account, name), kind) }];
  };
  const cuts = new Map(Object.entries(compiled.fit?.cuts ?? {}));
  const { ageing, currency } = compiled;
  return { cells, asOf, cuts, ageing, currency, whyUnknown, measured };
}

/** How money of these records is read under a policy. */
export function moneyReading(
  { exchangeRates }: Pick<AccountRecords, "exchangeRates">,
  { currency }: CompiledPolicy,
): MoneyReading {
  return { currency, rates: exchangeRates };
}

/** A field of an account: a property, a judgement's value, or one of the host's own. */
function factOf(account: Account, name: string): unknown {
  if (Object.hasOwn(judgementFields, name)) {
    return account.judgements?.[name as keyof typeof judgementFields]?.value;
  }
  if (Object.hasOwn(accountProperties, name))
    return account[name as keyof typeof accountProperties];
  const { own = {} } = account;
  return Object.hasOwn(own, name) ? own[name] : undefined;
}
