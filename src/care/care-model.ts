import type { RecordId } from "../facts/index.js";
import type { Annotated } from "../rules/index.js";
import type { CivilDate } from "../time/index.js";

/**
 * Who must be named for an account: nobody, somebody per region or business line, or one person,
 * perhaps with a team and a steering group.
 *
 * `named` asks for the account's own region and for every business line of the policy; `optional`
 * asks for nobody.
 *
 * @category Care
 */
export type OwnershipRule =
  | { readonly mode: "none" }
  | { readonly mode: "named"; readonly per: readonly ("region" | "businessLine")[] }
  | {
      readonly mode: "onePerson";
      readonly team?: "optional" | "required";
      readonly steeringGroup?: "optional" | "required";
    };

/**
 * How the accounts of a segment are cared for.
 *
 * @category Care
 */
export interface CareModel<Cadence extends string = string> extends Annotated {
  readonly ownership: OwnershipRule;
  /** The cadences that hold, or a stated none. */
  readonly cadences: readonly Cadence[] | "none";
  /** 1 is the most significant: its duties come first. */
  readonly significance: number;
}

/**
 * One account that is cared for otherwise than its segment, and why; without days it holds always.
 *
 * @category Care
 */
export interface CareException<Model extends string = string> {
  readonly accountId: RecordId;
  readonly model: Model;
  readonly reason: string;
  readonly validFrom?: CivilDate;
  /** Exclusive. */
  readonly validUntil?: CivilDate;
}

/**
 * Which care model each segment is entitled to: exactly one.
 *
 * @category Care
 */
export interface CareChapter<
  Classifier extends string = string,
  Label extends string = string,
  Model extends string = string,
  Cadence extends string = string,
> extends Annotated {
  /** The classifier whose segments the models belong to. */
  readonly segmentedBy: Classifier;
  readonly models: Readonly<Record<Model, CareModel<NoInfer<Cadence>>>>;
  readonly bySegment: Readonly<Record<Label, NoInfer<Model>>>;
  readonly exceptions?: readonly CareException<NoInfer<Model>>[];
}

/**
 * The care model of an account.
 *
 * @category Care
 */
export type CareOutcome<Model extends string = string> =
  | { readonly kind: "model"; readonly model: Model }
  /** The account is excluded or unclassified. */
  | { readonly kind: "none" }
  | { readonly kind: "undecided"; readonly candidates: readonly (Model | "none")[] };

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
  /** Several people are responsible where the model asks for one. */
  | { readonly kind: "several"; readonly owners: readonly Owner[] }
  | { readonly kind: "undecided" };
