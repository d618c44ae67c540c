import { errorAt, type Finding, warningAt } from "../shapes/index.js";
import type { CustomerBase } from "./customer-base.js";
import { recordKinds } from "./record-kinds.js";

/**
 * The records whose account is not in the base, as one finding each.
 *
 * Ids are compared exactly: an order of account `"1"` is an orphan in a base that has only account
 * `1`. A base without records has no orphans; one without accounts has nothing else.
 *
 * @param base - accounts and records in any order
 * @returns findings `orphan-record` by kind, in record order, with path and row
 *
 * @example An order of nobody
 * ```ts
 * import { findOrphans, money } from "hoito/facts";
 *
 * const value = money("10.00", "EUR");
 * const [orphan] = findOrphans({
 *   accounts: [{ id: 1 }],
 *   coverage: {},
 *   orders: [{ id: 7, accountId: "1", orderedOn: "2018-01-22", value }],
 * });
 * orphan?.path; // => "orders[0].accountId"
 * orphan?.message; // => "no account has the id `\"1\"`"
 * ```
 *
 * @category Facts
 */
export function findOrphans(base: CustomerBase): Finding[] {
  const known = new Set(base.accounts.map(({ id }) => id));
  return recordKinds.flatMap((kind) =>
    (base[kind] ?? []).flatMap(({ accountId }, row) => {
      if (known.has(accountId)) return [];
      const message = `no account has the id \`${JSON.stringify(accountId)}\``;
      return [{ ...errorAt(`${kind}[${row}].accountId`, "orphan-record", message), row }];
    }),
  );
}

/**
 * A warning for each kind of which records are orphans: how many, and whose the first one is.
 *
 * @param base - accounts and records in any order
 * @returns warnings `orphan-record` by kind; {@link findOrphans} gives one finding for each record
 *
 * @example Two orders of nobody
 * ```ts
 * import { countOrphans, money } from "hoito/facts";
 *
 * const order = { accountId: "1", orderedOn: "2018-01-22", value: money("10.00", "EUR") } as const;
 * const [orphans] = countOrphans({
 *   accounts: [{ id: 1 }],
 *   coverage: {},
 *   orders: [{ id: 7, ...order }, { id: 8, ...order }],
 * });
 * orphans?.path; // => "orders"
 * orphans?.message.slice(0, 27); // => "2 of no account of the base"
 * ```
 *
 * @category Facts
 */
export function countOrphans(base: CustomerBase): Finding[] {
  const known = new Set(base.accounts.map(({ id }) => id));
  return recordKinds.flatMap((kind) => {
    let count = 0;
    let first: unknown;
    for (const { accountId } of base[kind] ?? []) {
      if (known.has(accountId)) continue;
      if (count === 0) first = accountId;
      count += 1;
    }
    if (count === 0) return [];
    const whose = `the first of account \`${JSON.stringify(first)}\``;
    const message = `${count} of no account of the base, ${whose}: \`findOrphans\` names them`;
    return [warningAt(kind, "orphan-record", message)];
  });
}
