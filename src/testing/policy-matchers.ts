import type { CompiledCustomerCampaign } from "../campaigns/index.js";
import type { Substitution } from "../care/index.js";
import type { Account, AccountRecords, CustomerBase, RecordId } from "../facts/index.js";
import type {
  AskContext,
  CapacityContext,
  ClassifyContext,
  CompiledPolicy,
  DutyExpectation,
  PolicyCase,
} from "../policy/index.js";
import type { Condition } from "../rules/index.js";
import type { CivilDate } from "../time/index.js";

/**
 * The day a policy is looked at, and which of its classifiers.
 *
 * @category Testing
 */
export interface ClassifierQuestion {
  readonly asOf: CivilDate;
  /** By default the one that care is segmented by. */
  readonly classifier?: string;
}

/**
 * Findings that a company knows of and lives with: by code, or by code and path.
 *
 * @category Testing
 */
export type AcceptedFinding = string | { readonly code: string; readonly path: string };

/**
 * Over which findings a policy is asked, and which of them are accepted.
 *
 * @category Testing
 */
export interface FindingsQuestion {
  readonly asOf: CivilDate;
  /** One that no longer occurs fails too, so that the list stays true. */
  readonly except?: readonly AcceptedFinding[];
}

/**
 * Most that may move: so many percent of all accounts of the base, or so many accounts; both
 * inclusive.
 *
 * @category Testing
 */
export type MoveLimit = { readonly percent: number } | { readonly accounts: number };

/**
 * From which policy, over which base.
 *
 * @category Testing
 */
export interface MoveQuestion extends ClassifyContext {
  /** The policy before; with its fit where it has cuts. */
  readonly from: CompiledPolicy;
  readonly base: CustomerBase;
}

/**
 * Who is not to be contacted: accounts by id, or a condition over the fields, measures and segments
 * of the policy.
 *
 * @category Testing
 */
export type Whom = RecordId | readonly RecordId[] | Condition;

/**
 * Over which base and how far ahead contacts are looked for.
 *
 * @category Testing
 */
export interface ContactQuestion extends AskContext {
  readonly base: CustomerBase;
  /** Exclusive. */
  readonly until: CivilDate;
  readonly substitutions?: readonly Substitution[];
  /** Customer campaigns whose contacts count too. */
  readonly campaigns?: readonly CompiledCustomerCampaign[];
}

/**
 * The words of a company's policy tests, with their arguments after the policy.
 *
 * Every answer has three values: what cannot be told for want of facts or of a proof fails the
 * matcher and its `.not` alike, and says so. A label, model, cadence or classifier that the policy
 * does not have fails both ways too, with the nearest name.
 *
 * @typeParam R - what a matcher returns: nothing in an assertion
 *
 * @category Testing
 */
export interface PolicyMatchers<R = void> {
  /**
   * No account that could be falls through a classifier: proved for all values of the fields, and
   * where it is not so, with accounts that do.
   */
  toCoverEveryAccount(question: ClassifierQuestion): R;
  /** Nothing is left for the prover to say: no gap, overlap or idle part, and nothing unsettled. */
  toBeProved(question: { readonly asOf: CivilDate }): R;
  /** Every segment, care model and goal has what it needs. */
  toBeComplete(): R;
  /**
   * The compiler, the prover and the checks of completeness and, where the policy speaks of it,
   * readiness find nothing but what is accepted.
   */
  toHaveNoFindings(question: FindingsQuestion): R;
  /**
   * An account is in a segment.
   *
   * @param account - an account of which no records are known, or one with its records
   * @param label - a segment, `excluded`, `unclassified`, `undecided`, `conflict`, or under the hit
   *   policy `collect` several joined by `+` in the order of the labels
   */
  toClassify(account: Account | AccountRecords, label: string, question: ClassifyContext): R;
  /** An account is cared for by a model, or by `none`, or is `undecided`. */
  toGiveCare(records: AccountRecords, model: string, question: AskContext): R;
  /** A contact of a cadence is in the list of duties, in the state that is told. */
  toMakeDue(records: AccountRecords, duty: DutyExpectation, question: AskContext): R;
  /** The people of a base can do all that the policy demands until the end of a horizon. */
  toBeKeepableOn(base: CustomerBase, question: CapacityContext): R;
  /**
   * At most so many accounts of a base change their segment against another policy. A base without
   * accounts fails both ways.
   */
  toMoveAtMost(limit: MoveLimit, question: MoveQuestion): R;
  /**
   * No duty and no campaign asks for a contact with these accounts until the end of a horizon. A
   * condition that no account can meet fails both ways.
   */
  toNeverContact(whom: Whom, question: ContactQuestion): R;
  /** A worked case comes out as it says. Read cases of JSON with `parseCases` of `hoito/schemas`. */
  toSatisfyCase(worked: PolicyCase): R;
}
