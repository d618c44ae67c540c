import { type Checked, checked, type Finding } from "../shapes/index.js";
import type { Account } from "./account.js";
import type { CustomerBase } from "./customer-base.js";
import { findDuplicates } from "./find-duplicates.js";
import type { RecordId } from "./record-id.js";
import { repointAccounts } from "./repoint-accounts.js";

/**
 * The base under another system's account ids: accounts, their dealers, their predecessors and all
 * records.
 *
 * An id that the mapping does not name stays. Ids may be swapped: every id is mapped once. Two
 * accounts never become one this way; that is what `mergeAccounts` is for.
 *
 * @param base - accounts and records; it is not changed
 * @param mapping - new id by old id, compared exactly (`1` is not `"1"`)
 * @returns the base under the new ids, or a finding `duplicate-account` for each account that would
 *   share its id with an earlier one
 *
 * @example From numbers to the codes of another system
 * ```ts
 * import { mapAccountIds, money } from "hoito/facts";
 *
 * const value = money("10.00", "EUR");
 * const mapped = mapAccountIds(
 *   {
 *     accounts: [{ id: 1 }, { id: 2 }],
 *     coverage: {},
 *     orders: [{ id: 7, accountId: 1, orderedOn: "2018-01-22", value }],
 *   },
 *   new Map([[1, "FI-0001"]]),
 * );
 * mapped.ok && mapped.value.accounts.map(({ id }) => id); // => ["FI-0001", 2]
 * mapped.ok && mapped.value.orders?.[0]?.accountId; // => "FI-0001"
 * ```
 *
 * @category Facts
 */
export function mapAccountIds<A extends Account>(
  base: CustomerBase<A>,
  mapping: ReadonlyMap<RecordId, RecordId>,
): Checked<CustomerBase<A>> {
  const idOf = (id: RecordId): RecordId => mapping.get(id) ?? id;
  const repointed = repointAccounts(base, idOf);
  const accounts = repointed.accounts.map((account): A => {
    const renamed = { ...account, id: idOf(account.id) };
    const { mergedFrom } = account;
    return mergedFrom === undefined ? renamed : { ...renamed, mergedFrom: mergedFrom.map(idOf) };
  });
  const mapped: CustomerBase<A> = { ...repointed, accounts };
  return checked(sameIds(mapped), () => mapped);
}

function sameIds(base: CustomerBase): Finding[] {
  return findDuplicates(base).filter(({ code }) => code === "duplicate-account");
}
