import { errorAt, type Finding } from "../shapes/index.js";
import type { Account, OwnFields } from "./account.js";
import type { AccountRecords } from "./customer-base.js";
import { recordKinds } from "./record-kinds.js";

/**
 * An account with the records that are its own, and what is wrong with the others.
 *
 * @category Facts
 */
export interface OwnRecords<A extends Account<OwnFields>> {
  readonly own: AccountRecords<A>;
  readonly findings: readonly Finding[];
}

const NOTHING: readonly Finding[] = [];

/**
 * The records of an account without those of another one, each of which is a finding
 * `orphan-record`.
 *
 * Ids are compared exactly, as in a whole base. Where all records are its own, what was handed over
 * comes back as it is.
 *
 * @param records - the account with its records
 * @returns the account with its own records; findings by kind, in record order, with path and row
 *
 * @example An order of somebody else
 * ```ts
 * import { money, ownRecords } from "hoito/facts";
 *
 * const value = money("10.00", "EUR");
 * const { own, findings } = ownRecords({
 *   account: { id: "A" },
 *   coverage: { orders: "complete" },
 *   orders: [
 *     { id: 1, accountId: "A", orderedOn: "2018-01-22", value },
 *     { id: 2, accountId: "B", orderedOn: "2018-01-23", value },
 *   ],
 * });
 * own.orders?.map(({ id }) => id); // => [1]
 * findings.map(({ path }) => path); // => ["orders[1].accountId"]
 * ```
 *
 * @category Facts
 */
export function ownRecords<A extends Account<OwnFields>>(
  records: AccountRecords<A>,
): OwnRecords<A> {
  const { id } = records.account;
  const isOwn = ({ accountId }: { readonly accountId: unknown }): boolean => accountId === id;
  const mixed = recordKinds.filter((kind) => records[kind]?.every(isOwn) === false);
  if (mixed.length === 0) return { own: records, findings: NOTHING };
  const findings: Finding[] = [];
  const lists = mixed.map((kind) => {
    const list = records[kind] as readonly { readonly accountId: unknown }[];
    for (const [row, each] of list.entries()) {
      if (isOwn(each)) continue;
      const whose = JSON.stringify(each.accountId);
      const message = `of account \`${whose}\`, not of \`${JSON.stringify(id)}\`: not counted`;
      const path = `${kind}[${row}].accountId`;
      findings.push({ ...errorAt(path, "orphan-record", message), row });
    }
    return [kind, list.filter(isOwn)] as const;
  });
  return { own: { ...records, ...Object.fromEntries(lists) }, findings };
}
