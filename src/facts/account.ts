import type { CivilDate } from "../time/index.js";
import type { Judgements } from "./judgement.js";
import type { Money } from "./money.js";
import type { RecordId } from "./record-id.js";

/** Values that a host's own field may hold. */
export type OwnValue = string | number | boolean | Money | readonly string[];

/** A host's own fields, by name. */
export type OwnFields = Readonly<Record<string, OwnValue | undefined>>;

/** How an account stands to the company; an account may stand in several relations at once. */
export type Relation =
  | "customer"
  | "potential"
  | "partner"
  | "competitor"
  | "stakeholder"
  | "internal";

/** A name with the days on which it was in use. */
export interface AccountName {
  readonly name: string;
  readonly kind: "official" | "marketing";
  readonly validFrom?: CivilDate;
  /** Exclusive. */
  readonly validUntil?: CivilDate;
}

/** A place of a chain or of one of its stores. */
export interface Site {
  readonly id: RecordId;
  readonly name?: string;
  readonly role: "chain" | "store";
  readonly region?: string;
}

/** Where an account is: a point on the map, or the way there in minutes. */
export interface Location {
  /** Degrees, −90 … 90. */
  readonly latitude?: number;
  /** Degrees, −180 … 180. */
  readonly longitude?: number;
  /** One way, from the base of whoever visits. */
  readonly travelMinutes?: number;
}

/**
 * A company, organisation or person that we have or want a relationship with.
 *
 * Everything but the id may be missing; what is missing is unknown, never zero and never no.
 *
 * @category Facts
 */
export interface Account<Own extends OwnFields = OwnFields> {
  readonly id: RecordId;
  readonly names?: readonly AccountName[];
  readonly kind?: "organisation" | "person";
  readonly customerClass?: "sme" | "chain" | "large" | "publicSector" | "consumer";
  readonly tradeRole?: "dealer" | "endCustomer";
  /** The dealer this account orders through. */
  readonly dealerId?: RecordId;
  readonly relations?: readonly Relation[];
  /** Accounts that were merged into this one. */
  readonly mergedFrom?: readonly RecordId[];

  /** Employees, whole persons. */
  readonly headcount?: number;
  readonly turnover?: Money;
  readonly balanceSheet?: Money;
  /** Share of the account that companies outside the size limit own, 0 … 1. */
  readonly companyOwnershipShare?: number;
  /** The chain decides how the account works. */
  readonly chainSteered?: boolean;
  readonly franchise?: boolean;
  readonly inGroup?: boolean;
  /** Code of the host's industry classification. */
  readonly industry?: string;
  readonly region?: string;
  readonly sites?: readonly Site[];
  readonly relationshipStart?: CivilDate;
  /** First day without the relationship. */
  readonly relationshipEnd?: CivilDate;
  readonly contractValue?: Money;
  /** Number of different services in use. */
  readonly serviceBreadth?: number;

  readonly location?: Location;
  /** Days on which the account receives nobody. */
  readonly closedDays?: readonly CivilDate[];
  readonly judgements?: Judgements;
  /** Marketing lists the account belongs on. */
  readonly marketingAttributes?: readonly ("dealerInfo" | "eNews" | "launchMaterial")[];

  /**
   * Fields of the host's own, declared under `fields` in the policy; they travel through
   * untouched.
   */
  readonly own?: Own;
}
