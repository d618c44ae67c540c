import { compareIds, type RecordId } from "../../facts/index.js";
import { HoitoError } from "../../shapes/index.js";
import { type FairShare, fairShareBound } from "./fair-share-bound.js";

/**
 * An account that somebody is to own.
 *
 * @category Schedule
 */
export interface AssignableAccount {
  readonly id: RecordId;
  /** Whole minutes that caring for it takes, in the same time as the capacity of people. */
  readonly loadMinutes: number;
  readonly region?: string;
  /** Who owns it now. */
  readonly ownerId?: RecordId;
}

/**
 * Somebody who can own accounts.
 *
 * @category Schedule
 */
export interface AssignablePerson {
  readonly id: RecordId;
  /** Whole minutes, 1 or more. */
  readonly capacityMinutes: number;
  /** Where the person works; absent for everywhere. */
  readonly regions?: readonly string[];
}

/**
 * What a company decides about assignment.
 *
 * @category Schedule
 */
export interface AssignmentRules {
  /** An owner keeps the account always, or while the capacity lasts, the smallest loads first. */
  readonly keepOwner: "always" | "withinCapacity";
  /** Whether somebody from elsewhere owns an account of a region in which nobody works. */
  readonly region: "required" | "preferred";
}

/**
 * Who owns which account, and how fair that is.
 *
 * @category Schedule
 */
export interface Assignment {
  /** By account id. */
  readonly accounts: readonly {
    readonly accountId: RecordId;
    readonly personId: RecordId;
    readonly step: "kept" | "sameRegion" | "otherRegion";
  }[];
  /** By account id: nobody works in its region. */
  readonly unassigned: readonly RecordId[];
  /** By person id. */
  readonly loads: readonly {
    readonly personId: RecordId;
    readonly accounts: number;
    readonly minutes: number;
    readonly capacityMinutes: number;
  }[];
  /** The highest share of a capacity that anybody's accounts take. */
  readonly highestShare: number;
  /** No assignment that keeps the same owners has a lower one. */
  readonly atLeastShare: number;
  /** The first minus the second: how far from the best this is at most. */
  readonly optimalityGap: number;
  readonly method: "largestLoadFirst, bound by fractional flow and largest account";
}

/**
 * Gives every account an owner without chance: owners are kept, then the largest load goes to
 * whoever works in its region and then has the lowest share of the capacity taken.
 *
 * Ties go to who has fewer accounts, then to the lower id; accounts of one load go by id. The bound
 * lets loads be split among people, and asks that the largest account fits somewhere.
 *
 * @param accounts - in any order, ids unique
 * @param people - in any order, ids unique
 * @param rules - whether owners are kept beyond their capacity, and how strict regions are
 * @returns owners, loads, and the gap to the best; no people leaves all accounts unassigned
 * @throws {@link HoitoError} `duplicate-id`; `out-of-range` for a load or capacity
 *
 * @example Two new accounts
 * ```ts
 * import { assignAccounts } from "hoito/cadence";
 *
 * const { accounts, highestShare } = assignAccounts(
 *   [
 *     { id: "A", loadMinutes: 300, ownerId: "anna" },
 *     { id: "B", loadMinutes: 200 },
 *     { id: "C", loadMinutes: 150 },
 *   ],
 *   [
 *     { id: "anna", capacityMinutes: 1000 },
 *     { id: "eero", capacityMinutes: 1000 },
 *   ],
 *   { keepOwner: "always", region: "required" },
 * );
 * accounts.map(({ personId }) => personId); // => ["anna", "eero", "eero"]
 * highestShare; // => 0.35
 * ```
 *
 * @category Schedule
 */
export function assignAccounts(
  accounts: readonly AssignableAccount[],
  people: readonly AssignablePerson[],
  rules: AssignmentRules,
): Assignment {
  const sorted = sortedById(accounts, "accounts", ({ loadMinutes }) => loadMinutes, 0);
  const staff = sortedById(people, "people", ({ capacityMinutes }) => capacityMinutes, 1);
  const numbers = new Map(staff.map(({ id }, person) => [id, person]));
  const minutes = staff.map(() => 0);
  const counts = staff.map(() => 0);
  const given = new Map<RecordId, Assignment["accounts"][number]>();
  const give = (
    account: AssignableAccount,
    person: number,
    step: "kept" | "sameRegion" | "otherRegion",
  ) => {
    minutes[person]! += account.loadMinutes;
    counts[person]! += 1;
    given.set(account.id, { accountId: account.id, personId: staff[person]!.id, step });
  };
  for (const account of sorted.toSorted((left, right) => left.loadMinutes - right.loadMinutes)) {
    const owner = account.ownerId === undefined ? undefined : numbers.get(account.ownerId);
    if (owner === undefined) continue;
    const isOver = minutes[owner]! + account.loadMinutes > staff[owner]!.capacityMinutes;
    if (rules.keepOwner === "always" || !isOver) give(account, owner, "kept");
  }
  const kept = [...minutes];
  const free = sorted
    .filter(({ id }) => !given.has(id))
    .sort((left, right) => right.loadMinutes - left.loadMinutes);
  const shares: FairShare[] = [];
  for (const account of free) {
    const { candidates, step } = candidatesFor(account, staff, rules);
    if (candidates.length === 0) continue;
    shares.push({ minutes: account.loadMinutes, candidates });
    const share = (person: number): number =>
      (minutes[person]! + account.loadMinutes) / staff[person]!.capacityMinutes;
    const best = candidates.reduce((left, right) => {
      const order = share(left) - share(right) || counts[left]! - counts[right]!;
      return order <= 0 ? left : right;
    });
    give(account, best, step);
  }
  const capacities = staff.map(({ capacityMinutes }) => capacityMinutes);
  const highestShare = Math.max(0, ...minutes.map((each, person) => each / capacities[person]!));
  const atLeastShare = fairShareBound(shares, kept, capacities);
  return {
    accounts: sorted.flatMap(({ id }) => given.get(id) ?? []),
    unassigned: sorted.flatMap(({ id }) => (given.has(id) ? [] : [id])),
    loads: staff.map(({ id: personId, capacityMinutes }, person) => {
      return { personId, accounts: counts[person]!, minutes: minutes[person]!, capacityMinutes };
    }),
    highestShare,
    atLeastShare,
    optimalityGap: Math.max(0, highestShare - atLeastShare),
    method: "largestLoadFirst, bound by fractional flow and largest account",
  };
}

function sortedById<T extends { readonly id: RecordId }>(
  list: readonly T[],
  path: string,
  minutesOf: (each: T) => number,
  least: number,
): readonly T[] {
  const sorted = list.toSorted((left, right) => compareIds(left.id, right.id));
  for (const [index, each] of sorted.entries()) {
    const minutes = minutesOf(each);
    if (!(Number.isSafeInteger(minutes) && minutes >= least)) {
      const message = `\`${minutes}\` is no whole number of minutes from ${least}`;
      throw new HoitoError(message, { code: "out-of-range", path, received: minutes });
    }
    if (index === 0 || sorted[index - 1]!.id !== each.id) continue;
    const message = `the id \`${each.id}\` is there twice`;
    throw new HoitoError(message, { code: "duplicate-id", path, received: each.id });
  }
  return sorted;
}

function candidatesFor(
  { region }: AssignableAccount,
  staff: readonly AssignablePerson[],
  rules: AssignmentRules,
): { readonly candidates: readonly number[]; readonly step: "sameRegion" | "otherRegion" } {
  const everybody = [...staff.keys()];
  const there = everybody.filter((person) => {
    const { regions } = staff[person]!;
    return region === undefined || regions === undefined || regions.includes(region);
  });
  if (there.length > 0 || rules.region === "required") {
    return { candidates: there, step: "sameRegion" };
  }
  return { candidates: everybody, step: "otherRegion" };
}
