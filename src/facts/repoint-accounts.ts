import type { Account } from "./account.js";
import type { CustomerBase, RecordLists } from "./customer-base.js";
import type { RecordId } from "./record-id.js";
import { recordKinds } from "./record-kinds.js";

/** The base with every reference to an account sent through `idOf`; accounts keep their own id. */
export function repointAccounts<A extends Account>(
  base: CustomerBase<A>,
  idOf: (id: RecordId) => RecordId,
): CustomerBase<A> {
  const lists: Record<string, readonly { readonly accountId: RecordId }[]> = {};
  for (const kind of recordKinds) {
    const records = base[kind];
    if (records === undefined) continue;
    lists[kind] = records.map((record) => {
      const accountId = idOf(record.accountId);
      return accountId === record.accountId ? record : { ...record, accountId };
    });
  }
  const accounts = base.accounts.map((account) =>
    account.dealerId === undefined ? account : { ...account, dealerId: idOf(account.dealerId) },
  );
  return { ...base, ...(lists as RecordLists), accounts };
}
