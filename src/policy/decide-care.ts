import {
  type CareOutcome,
  entitle,
  findOwner,
  moveOnCare,
  nextCareMove,
  nextException,
  nextOwnership,
  type OwnerOutcome,
} from "../care/index.js";
import { type Account, type AccountRecords, type OwnFields, ownRecords } from "../facts/index.js";
import {
  type EffectiveSegment,
  nextSegmentChange,
  readThrough,
  type SegmentMembership,
  type SegmentOutcome,
  type UnitPlace,
} from "../segments/index.js";
import type { Decision, Finding, OptionNames } from "../shapes/index.js";
import {
  type CivilDate,
  LAST_EPOCH_DAY,
  requireCalendar,
  toCivilDate,
  type WorkingCalendar,
} from "../time/index.js";
import { accountRow } from "./account-row.js";
import { beyondCalendar } from "./beyond-calendar.js";
import type { CompiledPolicy, Provenance } from "./compiled-policy.js";
import { type DutiesOutcome, dutiesOfModel } from "./duties-of-model.js";
import { afterDecision, explainThrough } from "./explain-account.js";
import { decidedSegment, nextDecidedChange } from "./memberships-of-unit.js";
import { nextValidity, validityFindings } from "./policy-validity.js";
import { provenanceOf } from "./provenance.js";
import { dayOfAsking, requireCompiled, requireList, requireOne } from "./require-asked.js";

const NEVER = Number.POSITIVE_INFINITY;

/**
 * What a question is asked against: the last day that counts, and which days are worked.
 *
 * @category Policy
 */
export interface AskContext {
  readonly asOf: CivilDate;
  readonly calendar: WorkingCalendar;
  /**
   * What people have decided, of any accounts: with this list, be it empty, a segment whose label
   * says `decidedBy` counts only while its membership is in force. Without it care goes by what the
   * policy computes.
   */
  readonly memberships?: readonly SegmentMembership[];
}

const ASK_OPTIONS: OptionNames<AskContext> = { asOf: true, calendar: true, memberships: true };

/**
 * Everything a policy says about one account on one day.
 *
 * @category Policy
 */
export interface CareDecision<A extends Account<OwnFields> = Account> {
  /** The account as it was handed over, the host's own fields included. */
  readonly account: A;
  /** What care goes by. */
  readonly segment: Decision<SegmentOutcome>;
  /** Where that segment stands; there when `memberships` were handed over. */
  readonly effective?: EffectiveSegment;
  readonly careModel: Decision<CareOutcome>;
  readonly owner: Decision<OwnerOutcome>;
  readonly duties: Decision<DutiesOutcome>;
  /** The first day on which the answer could change without new facts; absent when none will. */
  readonly validUntilDate?: CivilDate;
  readonly findings: readonly Finding[];
  readonly madeWith: Provenance;
}

/**
 * Which segment an account belongs to, how it is cared for, who owns it and what is due, each with
 * its reasons and the facts that are missing.
 *
 * Records dated after `asOf` are plans. What is missing is unknown, never zero and never no: then a
 * decision is undecided and lists its candidates. The answer is that of `classifyAccounts`, and
 * holds until `validUntilDate` unless a fact changes.
 *
 * With `memberships` a segment that somebody has to decide on is in force once it is approved, and
 * until then the label's `unlessApproved` is; a membership in force stands above what is computed,
 * and one from before a customer left and came back counts no more. Conditions and other
 * classifiers go on reading the computed label.
 *
 * Gotchas: a kind of record that `coverage` does not name is unknown even where records of it are
 * handed over. A policy with cuts needs its fit (`fitPolicy`, `withFit`), or what they decide stays
 * undecided.
 *
 * @param records - the account with its records and what is known of their completeness
 * @param compiled - the policy, with its fit where it has cuts
 * @param context - `asOf` that day included, and the working calendar
 * @returns decisions; asked outside the policy's validity also the warning `policy-not-in-force`,
 *   for a window whose ideal or latest day the calendar does not reach `date-outside-calendar`, and
 *   for a record of another account, which is not counted, the error `orphan-record`
 * @throws {@link HoitoError} `not-a-civil-date` when `asOf` is no date; in JavaScript also
 *   `not-a-compiled-policy`, `not-account-records`, `not-a-calendar`, `not-a-list` and
 *   `unknown-option`
 *
 * @example A large customer, visited three weeks ago
 * ```ts
 * import { type CarePolicy, compileCalendar, compilePolicy, decideCare, orThrow } from "hoito";
 *
 * const policy: CarePolicy = {
 *   id: "demo",
 *   version: "1",
 *   segments: {
 *     size: {
 *       method: "rules",
 *       labels: { large: {}, small: {} },
 *       hitPolicy: "first",
 *       rules: [{ segment: "large", when: { field: "headcount", atLeast: 1000 } }],
 *       otherwise: "small",
 *     },
 *   },
 *   care: {
 *     segmentedBy: "size",
 *     models: {
 *       personal: { ownership: { mode: "none" }, cadences: ["visit"], significance: 1 },
 *       light: { ownership: { mode: "none" }, cadences: "none", significance: 2 },
 *     },
 *     bySegment: { large: "personal", small: "light" },
 *   },
 *   cadences: {
 *     visit: {
 *       method: "interval",
 *       counts: { field: "kind", equals: "visit" },
 *       earliest: { weeks: 1 },
 *       ideal: { weeks: 3 },
 *       latest: { weeks: 4 },
 *       whenNever: "dueAtOnce",
 *       roll: "previous",
 *     },
 *   },
 * };
 * const span = { from: "2018-01-01", until: "2019-01-01" } as const;
 * const calendar = orThrow(compileCalendar({ ...span, weekend: ["saturday", "sunday"] }));
 * const records = {
 *   account: { id: "A-1", headcount: 1200 },
 *   coverage: { activities: "complete" },
 *   activities: [
 *     { id: 1, accountId: "A-1", kind: "visit", status: "complete", heldOn: "2018-01-31" },
 *   ],
 * } as const;
 *
 * const decision = decideCare(records, orThrow(compilePolicy(policy)), {
 *   asOf: "2018-02-21",
 *   calendar,
 * });
 * decision.segment.value; // => { kind: "segment", segment: "large" }
 * decision.careModel.value; // => { kind: "model", model: "personal" }
 * const { value } = decision.duties;
 * const [visit] = value.kind === "duties" ? value.duties : [];
 * visit?.value.status; // => "due"
 * decision.validUntilDate; // => "2018-03-01"
 * ```
 *
 * @category Policy
 */
export function decideCare<A extends Account<OwnFields>>(
  records: AccountRecords<A>,
  compiled: CompiledPolicy,
  context: AskContext,
): CareDecision<A> {
  requireOne(records);
  const { own, findings } = ownRecords(records);
  return told(findings, decideUnit(own, compiled, context, { accountId: own.account.id }));
}

/** The decision with what was found before it was made. */
export function told<D extends CareDecision>(findings: readonly Finding[], decision: D): D {
  if (findings.length === 0) return decision;
  return { ...decision, findings: [...findings, ...decision.findings] };
}

/** The same for a part of an account, whose memberships are those of its line and region. */
export function decideUnit<A extends Account<OwnFields>>(
  records: AccountRecords<A>,
  compiled: CompiledPolicy,
  context: AskContext,
  unit: UnitPlace,
): CareDecision<A> {
  requireCompiled(compiled);
  const asOf = dayOfAsking(context, ASK_OPTIONS);
  requireCalendar(context);
  requireList(context.memberships, "context.memberships");
  const row = accountRow(records, compiled, asOf);
  const classifier = compiled.classifiers.get(compiled.care.segmentedBy)!;
  const read = readThrough(classifier, compiled.classifiers);
  const computed = explainThrough(classifier, read, row);
  const { memberships } = context;
  const decided =
    memberships === undefined
      ? undefined
      : decidedSegment(computed.value, memberships, classifier, { row, unit, compiled });
  const segment = decided === undefined ? computed : afterDecision(computed, decided);
  const entitled = entitle(records.account.id, segment, compiled.care, asOf);
  const careModel = moveOnCare(entitled, compiled.care, row);
  const owner = ownerOf(careModel, records, compiled, asOf);
  const { duties, change } = dutiesOfModel(careModel, records, compiled, context.calendar, row);
  const { value } = duties;
  const due = value.kind === "duties" ? value.duties : [];
  const unrolled = beyondCalendar(due, compiled, context.calendar);
  const asked = [classifier, ...read].map((each) => nextSegmentChange(each, row));
  const validUntil = Math.min(
    ...asked,
    change,
    row.measured.nextChange,
    nextValidity(compiled, asOf),
    nextException(records.account.id, compiled.care, asOf),
    nextCareMove(compiled.care, row),
    nextOwnership(records, asOf),
    memberships === undefined ? NEVER : nextDecidedChange(memberships, compiled, row, unit),
  );
  return {
    account: records.account,
    segment,
    ...(decided === undefined ? {} : { effective: decided.effective }),
    careModel,
    owner,
    duties,
    ...(validUntil > LAST_EPOCH_DAY ? {} : { validUntilDate: toCivilDate(validUntil) }),
    findings: [
      ...validityFindings(compiled, context.asOf),
      ...(compiled.fit?.findings ?? []),
      ...(decided?.findings ?? []),
      ...unrolled,
    ],
    madeWith: provenanceOf(compiled, asOf),
  };
}

/** Who owns an account that is cared for by this model. */
export function ownerOf(
  careModel: Decision<CareOutcome>,
  records: AccountRecords,
  { care, policy }: CompiledPolicy,
  asOf: number,
): Decision<OwnerOutcome> {
  const { value, missing } = careModel;
  if (value.kind === "none") return { value: { kind: "notNeeded" }, because: [], missing: [] };
  if (value.kind === "undecided") return { value: { kind: "undecided" }, because: [], missing };
  const { ownership } = care.models.get(value.model)!;
  return findOwner(ownership, records, policy.businessLines ?? [], asOf);
}
