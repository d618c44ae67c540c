import { type Checked, checked, errorAt, type Finding } from "../shapes/index.js";
import type { Account, AccountName } from "./account.js";
import type { CustomerBase } from "./customer-base.js";
import type { RecordId } from "./record-id.js";
import { repointAccounts } from "./repoint-accounts.js";

/**
 * Which account stays and which goes into it.
 *
 * @category Facts
 */
export interface AccountMerge {
  readonly keep: RecordId;
  readonly merged: RecordId;
}

/**
 * The base in which one account has gone into another: its records and references now belong to
 * the one that stays.
 *
 * The account that stays keeps its place and its own values; what it does not know it takes from
 * the other, judgement by judgement and own field by own field. The names of both are kept, and
 * `mergedFrom` gains the other's id and its predecessors once. An account that would come to order
 * through itself orders through nobody.
 *
 * Merging again does no harm: records that another system still sends under the old id are
 * repointed, and nothing else changes.
 *
 * @param base - accounts and records; it is not changed
 * @param merge - the id that stays and the id that goes, compared exactly
 * @returns the merged base, or the findings `same-account` (both ids are one) and
 *   `unknown-account` (an id that is not in the base and was not merged before)
 *
 * @example Two shops become one
 * ```ts
 * import { mergeAccounts } from "hoito/facts";
 *
 * const base = {
 *   accounts: [{ id: 1, headcount: 12 }, { id: 2, headcount: 3, region: "Uusimaa" }],
 *   coverage: {},
 * };
 * const merged = mergeAccounts(base, { keep: 1, merged: 2 });
 * merged.ok && merged.value.accounts;
 * // => [{ id: 1, headcount: 12, region: "Uusimaa", mergedFrom: [2] }]
 * ```
 *
 * @category Facts
 */
export function mergeAccounts<A extends Account>(
  base: CustomerBase<A>,
  { keep, merged }: AccountMerge,
): Checked<CustomerBase<A>> {
  const findings = checkMerge(base, { keep, merged });
  return checked(findings, () => {
    const repointed = repointAccounts(base, (id) => (id === merged ? keep : id));
    const going = repointed.accounts.filter(({ id }) => id === merged);
    const accounts = repointed.accounts
      .filter(({ id }) => id !== merged)
      .map((account) =>
        account.id === keep ? withoutItselfAsDealer(going.reduce(absorb, account)) : account,
      );
    return { ...repointed, accounts };
  });
}

function checkMerge(base: CustomerBase, { keep, merged }: AccountMerge): Finding[] {
  if (keep === merged) {
    const message = `account \`${JSON.stringify(keep)}\` cannot go into itself`;
    return [errorAt("merged", "same-account", message)];
  }
  const kept = base.accounts.find(({ id }) => id === keep);
  const known = base.accounts.some(({ id }) => id === merged);
  const before = kept?.mergedFrom?.includes(merged) ?? false;
  return [
    ...(kept === undefined ? [unknownAccount("keep", keep)] : []),
    ...(known || before ? [] : [unknownAccount("merged", merged)]),
  ];
}

function unknownAccount(path: string, id: RecordId): Finding {
  return errorAt(path, "unknown-account", `no account has the id \`${JSON.stringify(id)}\``);
}

function absorb<A extends Account>(kept: A, gone: A): A {
  const names = union(kept.names, gone.names, sameName);
  const predecessors = [...(gone.mergedFrom ?? []), gone.id];
  return {
    ...gone,
    ...kept,
    ...(names.length > 0 && { names }),
    ...(gone.judgements && { judgements: { ...gone.judgements, ...kept.judgements } }),
    ...(gone.own && { own: { ...gone.own, ...kept.own } }),
    mergedFrom: union(kept.mergedFrom, predecessors, Object.is),
  };
}

/** The first list, then what the second has beyond it. */
function union<T>(
  first: readonly T[] = [],
  second: readonly T[] = [],
  same: (one: T, other: T) => boolean,
): readonly T[] {
  return [...first, ...second.filter((each) => !first.some((known) => same(known, each)))];
}

function sameName(one: AccountName, other: AccountName): boolean {
  return (
    one.name === other.name &&
    one.kind === other.kind &&
    one.validFrom === other.validFrom &&
    one.validUntil === other.validUntil
  );
}

function withoutItselfAsDealer<A extends Account>(account: A): A {
  if (account.dealerId !== account.id) return account;
  const { dealerId: _, ...rest } = account;
  return rest as A;
}
