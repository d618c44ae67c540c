import type { RecordId } from "../facts/index.js";

/**
 * One part of an account's revenue and the unit that it counts for.
 *
 * @category Care
 */
export interface RevenueShare {
  readonly unit: string;
  /** 0 … 1, at most four decimals; the shares of a split make exactly 1. */
  readonly share: number;
}

/**
 * Which unit of the company an account belongs to: that of its region, the centre, several with a
 * split of the revenue, or the one that delivers the largest share of the services.
 *
 * @category Care
 */
export type OwningUnitRule =
  | { readonly by: "regional" }
  | { readonly by: "central" }
  | { readonly by: "shared"; readonly split: readonly RevenueShare[] }
  | { readonly by: "largestServiceShare" };

/** What every rule that names somebody may add. */
interface Owning {
  /** Without it the policy does not say which unit owns the account. */
  readonly unit?: OwningUnitRule;
}

/**
 * Who must be named for an account: nobody, a team as a whole, somebody per region or business
 * line, one person, perhaps with a team and a steering group, or two people as a pair.
 *
 * `named` asks for the account's own region and for every business line of the policy; `optional`
 * asks for nobody.
 *
 * @category Care
 */
export type OwnershipRule =
  | { readonly mode: "none" }
  | ({ readonly mode: "team" } & Owning)
  | ({
      readonly mode: "named";
      readonly per: readonly ("region" | "businessLine")[];
    } & Owning)
  | ({
      readonly mode: "onePerson";
      readonly team?: "optional" | "required";
      readonly steeringGroup?: "optional" | "required";
    } & Owning)
  | ({ readonly mode: "pair" } & Owning);

/**
 * Somebody responsible for an account.
 *
 * @category Care
 */
export interface Owner {
  readonly personId: RecordId;
  readonly role: "responsible" | "teamMember" | "steeringGroup";
  readonly region?: string;
  readonly businessLine?: string;
}

/**
 * A place that somebody must be named for.
 *
 * @category Care
 */
export interface OwnerPlace {
  readonly role: Owner["role"];
  readonly region?: string;
  readonly businessLine?: string;
}

/**
 * Who is responsible for an account, and which places are still empty.
 *
 * @category Care
 */
export type OwnerOutcome =
  | { readonly kind: "notNeeded" }
  | { readonly kind: "named"; readonly owners: readonly Owner[] }
  | {
      readonly kind: "lacking";
      readonly owners: readonly Owner[];
      readonly lacking: readonly OwnerPlace[];
      /** People proposed but not yet named. */
      readonly proposed: readonly Owner[];
    }
  /** More people are responsible than the model asks for: one, or a pair. */
  | { readonly kind: "several"; readonly owners: readonly Owner[] }
  | { readonly kind: "undecided" };
