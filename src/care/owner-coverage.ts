import { compareIds, type RecordId } from "../facts/index.js";
import type { Decision, MissingFact } from "../shapes/index.js";
import type { Owner, OwnerOutcome, OwnerPlace } from "./ownership.js";

/**
 * An account with the answer to who owns it: a `CareDecision` is one.
 *
 * @category Care
 */
export interface OwnedAccount {
  readonly account: { readonly id: RecordId };
  readonly owner: Decision<OwnerOutcome>;
}

/**
 * Who should be named and is not.
 *
 * @category Care
 */
export interface OwnerCoverage {
  /** Accounts with everybody named ÷ accounts that need somebody, 0 … 1. */
  readonly value?: number;
  readonly undefinedBecause?: "nobodyNeeded";
  readonly numerator: number;
  readonly denominator: number;
  readonly excluded: readonly {
    readonly reason: "ownerNotNeeded" | "undecided";
    readonly count: number;
  }[];
  readonly method: "everyPlaceNamed";
  readonly lacking: readonly {
    readonly accountId: RecordId;
    /** `proposed` where somebody is proposed for the account, otherwise `unassigned`. */
    readonly naming: "proposed" | "unassigned";
    readonly places: readonly OwnerPlace[];
    readonly proposed: readonly Owner[];
  }[];
  /** Accounts of more responsible people than their model asks for. */
  readonly several: readonly { readonly accountId: RecordId; readonly owners: readonly Owner[] }[];
  readonly undecided: readonly {
    readonly accountId: RecordId;
    readonly missing: readonly MissingFact[];
  }[];
}

/**
 * How many of the accounts that need an owner have everybody named, and which have not.
 *
 * Accounts whose model asks for nobody, or whose owner is undecided, are left out of the figure and
 * counted. Several people where one is asked for is not covered. Lists come by account id.
 *
 * @param owned - accounts with their owner decisions, in any order
 * @returns the figure with the accounts behind it
 *
 * @example One of two
 * ```ts
 * import { ownerCoverage } from "hoito/care";
 *
 * const owners = [{ personId: "anna", role: "responsible" }] as const;
 * const lacking = [{ role: "responsible" }] as const;
 * const { value, numerator, denominator } = ownerCoverage([
 *   {
 *     account: { id: "A" },
 *     owner: { value: { kind: "named", owners }, because: [], missing: [] },
 *   },
 *   {
 *     account: { id: "B" },
 *     owner: {
 *       value: { kind: "lacking", owners: [], lacking, proposed: [] },
 *       because: [],
 *       missing: [],
 *     },
 *   },
 * ]);
 * [value, numerator, denominator]; // => [0.5, 1, 2]
 * ```
 *
 * @category Care
 */
export function ownerCoverage(owned: readonly OwnedAccount[]): OwnerCoverage {
  const sorted = owned.toSorted((a, b) => compareIds(a.account.id, b.account.id));
  const lacking: OwnerCoverage["lacking"][number][] = [];
  const several: OwnerCoverage["several"][number][] = [];
  const undecided: OwnerCoverage["undecided"][number][] = [];
  let [named, notNeeded] = [0, 0];
  for (const { account, owner } of sorted) {
    const { value } = owner;
    const accountId = account.id;
    if (value.kind === "named") named++;
    else if (value.kind === "notNeeded") notNeeded++;
    else if (value.kind === "several") several.push({ accountId, owners: value.owners });
    else if (value.kind === "undecided") undecided.push({ accountId, missing: owner.missing });
    else {
      const naming = value.proposed.length > 0 ? "proposed" : "unassigned";
      const { lacking: places, proposed } = value;
      lacking.push({ accountId, naming, places, proposed });
    }
  }
  const denominator = named + lacking.length + several.length;
  return {
    ...(denominator === 0
      ? { undefinedBecause: "nobodyNeeded" as const }
      : { value: named / denominator }),
    numerator: named,
    denominator,
    excluded: [
      { reason: "ownerNotNeeded", count: notNeeded },
      { reason: "undecided", count: undecided.length },
    ],
    method: "everyPlaceNamed",
    lacking,
    several,
    undecided,
  };
}
