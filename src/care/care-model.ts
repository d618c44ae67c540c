import type { RecordId } from "../facts/index.js";
import type { Annotated, Condition, ConditionNames } from "../rules/index.js";
import type { CivilDate } from "../time/index.js";
import type { CarePlan } from "./care-plan.js";
import type { OwnershipRule } from "./ownership.js";
import type {
  ContactStandard,
  ExitAction,
  OwnerEffort,
  ServiceChoices,
  WrittenServiceLevel,
} from "./service-level.js";

/**
 * How the accounts of a segment are cared for.
 *
 * @category Care
 */
export interface CareModel<
  Cadence extends string = string,
  Level extends string = string,
  Plan extends string = string,
> extends Annotated {
  readonly ownership: OwnershipRule;
  /** The cadences that hold, or a stated none. */
  readonly cadences: readonly Cadence[] | "none";
  /** 1 is the most significant: its duties come first. */
  readonly significance: number;
  /** Once a policy has service levels, every model has one. */
  readonly serviceLevel?: Level;
  readonly contact?: ContactStandard;
  readonly choices?: ServiceChoices;
  readonly plan?: Plan;
  readonly effort?: OwnerEffort;
  /** For accounts that are not wanted. */
  readonly exitActions?: readonly ExitAction[];
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
 * A step on a path: the model that an account moves on to when the condition holds.
 *
 * @category Care
 */
export interface CareStep<Model extends string = string, N extends ConditionNames = ConditionNames>
  extends Annotated {
  readonly to: Model;
  readonly when: NoInfer<Condition<N>>;
  /** Take an unknown verdict as not met, where the company accepts that. */
  readonly whenUnknown?: "notMet";
}

/**
 * The way from one care model to deeper ones, such as from a team to a named manager to the care of
 * large customers.
 *
 * @category Care
 */
export interface CarePath<Model extends string = string, N extends ConditionNames = ConditionNames>
  extends Annotated {
  /** Accounts that are entitled to this model walk the path. */
  readonly from: Model;
  /**
   * `stepByStep`: an account stops before the first step that is not met. `highestMet`: it stands
   * on the last step that is met, whatever lies between.
   */
  readonly climbs: "stepByStep" | "highestMet";
  readonly steps: readonly CareStep<Model, N>[];
}

/**
 * What a role spends on a class: a share of its working time, or as much as a cadence takes.
 *
 * @category Care
 */
export type TimeAllotment<Cadence extends string = string> =
  /** 0 … 1, at most four decimals. */
  { readonly share: number } | { readonly cadence: Cadence };

/**
 * The working time of each role by class, such as half of phone sales for gold.
 *
 * @category Care
 */
export type TimeBudgets<Label extends string = string, Cadence extends string = string> = Readonly<
  Record<string, { readonly [Class in Label]?: TimeAllotment<Cadence> }>
>;

/**
 * The fields that must be known of an account, more of them the more valuable its class.
 *
 * @category Care
 */
export interface DataDepth<Label extends string = string> extends Annotated {
  /** All classes that have required fields, the most valuable first. */
  readonly mostValuableFirst: readonly Label[];
  readonly required: { readonly [Class in Label]?: readonly string[] };
  /** What a field is for that no condition reads; without a use it is questioned. */
  readonly usedFor?: Readonly<Record<string, readonly ("care" | "evaluation" | "strategy")[]>>;
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
  N extends ConditionNames = ConditionNames,
  Level extends string = string,
  Plan extends string = string,
> extends Annotated {
  /** The classifier whose segments the models belong to. */
  readonly segmentedBy: Classifier;
  readonly models: Readonly<
    Record<Model, CareModel<NoInfer<Cadence>, NoInfer<Level>, NoInfer<Plan>>>
  >;
  readonly bySegment: Readonly<Record<Label, NoInfer<Model>>>;
  readonly exceptions?: readonly CareException<NoInfer<Model>>[];
  readonly paths?: Readonly<Record<string, CarePath<NoInfer<Model>, N>>>;
  readonly serviceLevels?: Readonly<
    Record<Level, WrittenServiceLevel<NoInfer<N["numberParameter"]>>>
  >;
  /** What everybody gets, and the only level of accounts that have no care model. */
  readonly floorLevel?: NoInfer<Level>;
  readonly plans?: Readonly<Record<Plan, CarePlan>>;
  readonly timeBudgets?: TimeBudgets<NoInfer<Label>, NoInfer<Cadence>>;
  readonly dataDepth?: DataDepth<NoInfer<Label>>;
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
