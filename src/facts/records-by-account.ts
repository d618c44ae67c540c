import type { Account } from "./account.js";
import type { AccountRecords, CustomerBase } from "./customer-base.js";
import type { RecordId } from "./record-id.js";
import { recordKinds } from "./record-kinds.js";
import { requireBase } from "./require-base.js";

/**
 * Every account with its own records, in the order of `base.accounts`.
 *
 * Records keep the order they have in the base. A kind of which an account has no record is left
 * out of it; whether that means none or unknown, `coverage` says. Records sorted by account are the
 * fast path, any other order gives the same. A base without accounts gives an empty list.
 *
 * Gotchas: ids are compared exactly, so a record of `"1"` is not a record of `1`. Records of an
 * account that is not in the base are left out: `findOrphans` finds them. Of accounts that share an
 * id, the first one has the records: `findDuplicates` finds the others.
 *
 * @param base - accounts and records in any order
 * @returns one entry for each account, aligned with `base.accounts`
 *
 * @example Each account with its orders
 * ```ts
 * import { money, recordsByAccount } from "hoito/facts";
 *
 * const value = money("10.00", "EUR");
 * const byAccount = recordsByAccount({
 *   accounts: [{ id: "A" }, { id: "B" }],
 *   coverage: { orders: "complete" },
 *   orders: [
 *     { id: 1, accountId: "B", orderedOn: "2018-01-22", value },
 *     { id: 2, accountId: "A", orderedOn: "2018-01-23", value },
 *     { id: 3, accountId: "B", orderedOn: "2018-01-24", value },
 *   ],
 * });
 * byAccount.map(({ orders }) => orders?.map(({ id }) => id)); // => [[2], [1, 3]]
 * ```
 *
 * @category Facts
 */
export function recordsByAccount<A extends Account>(base: CustomerBase<A>): AccountRecords<A>[] {
  requireBase(base);
  const { accounts, coverage, exchangeRates, measures } = base;
  const shared = exchangeRates === undefined ? { coverage } : { coverage, exchangeRates };
  const grouped: AccountRecords<A>[] = accounts.map((account, row) => {
    const records = { account, ...shared };
    return measures === undefined ? records : { ...records, measures: measuresOf(measures, row) };
  });
  const rows = new Map<RecordId, number>();
  for (let row = accounts.length - 1; row >= 0; row--) rows.set(accounts[row]!.id, row);
  for (const kind of recordKinds) {
    for (const [accountId, records] of groupByAccount(base[kind] ?? [])) {
      const row = rows.get(accountId);
      if (row !== undefined) grouped[row] = { ...grouped[row]!, [kind]: records };
    }
  }
  return grouped;
}

function measuresOf(
  columns: NonNullable<CustomerBase["measures"]>,
  row: number,
): NonNullable<AccountRecords["measures"]> {
  return Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, column[row]]));
}

interface Owned {
  readonly accountId: RecordId;
}

/** Looks a group up only where the account changes, so a sorted list costs one look-up each. */
function groupByAccount(records: readonly Owned[]): Map<RecordId, Owned[]> {
  const groups = new Map<RecordId, Owned[]>();
  let accountId: RecordId | undefined;
  let group: Owned[] = [];
  for (const record of records) {
    if (record.accountId !== accountId) {
      accountId = record.accountId;
      group = groups.get(accountId) ?? [];
      groups.set(accountId, group);
    }
    group.push(record);
  }
  return groups;
}
