import type { RecordId } from "../facts/index.js";
import type { Annotated, ParameterOperand } from "../rules/index.js";
import type { CivilDate, Duration } from "../time/index.js";

/**
 * Something that is known of the customers and that goals and actions rest on.
 *
 * @category Care plans
 */
export interface PlanAnalysis extends Annotated {
  readonly finding: string;
}

/**
 * What a plan is to reach. It rests on three inputs: the customer strategy, an analysis, and
 * opportunities that were seen.
 *
 * @category Care plans
 */
export interface PlanGoal extends Annotated {
  readonly what: string;
  /** Growth and breadth are goals of the strategy, a stronger relationship is one of the account. */
  readonly level: "strategy" | "account";
  /** What the goal is measured with. */
  readonly metric?: string;
  /** The part of the customer strategy behind it. */
  readonly strategy?: string;
  /** Names of analyses of the same plan. */
  readonly analysis?: readonly string[];
  readonly opportunities?: readonly string[];
}

/**
 * Something that a plan has done: compulsory for every strategic account, or because of an
 * analysis.
 *
 * @category Care plans
 */
export interface PlanAction extends Annotated {
  readonly what: string;
  readonly obligation: "compulsory" | "analysisBased";
  readonly theme?: "jointDevelopment" | "ties" | "opportunity";
  /** Names of analyses of the same plan. */
  readonly analysis?: readonly string[];
  /** Name of the goal of the same plan that it serves. */
  readonly goal?: string;
}

/**
 * How the accounts of a segment, or one account, are cared for: analysis, goals, actions,
 * implementation and follow-up.
 *
 * @category Care plans
 */
export interface CarePlan extends Annotated {
  /** A plan of strategic accounts: it holds compulsory actions. */
  readonly strategic?: true;
  readonly analysis?: Readonly<Record<string, PlanAnalysis>>;
  readonly goals?: Readonly<Record<string, PlanGoal>>;
  readonly actions?: Readonly<Record<string, PlanAction>>;
  readonly implementation?: { readonly responsible: string };
  readonly followUp?: {
    /** A length of time, or the parameter of the policy that holds it. */
    readonly every: Duration | ParameterOperand;
    readonly by: string;
  };
}

/**
 * The plan of one account, with who has taken note of it.
 *
 * @category Care plans
 */
export interface AccountPlan extends CarePlan {
  readonly accountId: RecordId;
  readonly acknowledged?: readonly { readonly by: RecordId; readonly on: CivilDate }[];
}
