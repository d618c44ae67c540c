import type { Activity, RecordId } from "../facts/index.js";
import type { CivilDate } from "../time/index.js";
import type { CompiledCadence } from "./compiled-cadence.js";
import { dutiesOfAccount } from "./duties-of-account.js";
import type { Duty } from "./duty.js";
import type { DutyContext } from "./duty-context.js";

/**
 * What a duty is about when it is about no account.
 *
 * @category Cadence
 */
export interface Subject {
  readonly kind: "person" | "team" | "unit" | "segment" | "company";
  readonly id: RecordId;
  /** From when on intervals that were never done are counted. */
  readonly since?: CivilDate;
}

/**
 * Something done, or planned, about a subject: a target card filled in, a report given, a
 * classification gone over.
 *
 * @category Cadence
 */
export interface SubjectEntry
  extends Pick<Activity, "id" | "kind" | "topic" | "status" | "plannedOn" | "heldOn" | "personId"> {
  readonly subject: { readonly kind: Subject["kind"]; readonly id: RecordId };
}

/**
 * A duty about a subject that is no account.
 *
 * @category Cadence
 */
export interface SubjectDuty extends Omit<Duty, "accountId"> {
  readonly subject: Pick<Subject, "kind" | "id">;
}

/**
 * The duties about a person, team, unit, segment or the company: a quarterly target card, a
 * half-yearly usage report, a checkpoint of the classification, an analysis grown stale.
 *
 * The cadences are the same as those of accounts, quotas and intervals over entries; an id reads
 * `person:7|targetCard|2018-Q1#1`. Entries of other subjects do not count.
 *
 * @param cadences - compiled cadences
 * @param subject - whom or what the duties are about
 * @param ledger - entries, and whether they are all there are
 * @param context - as for {@link dutiesOfAccount}
 * @returns duties, most pressing first
 *
 * @example A seller's target card, once a quarter
 * ```ts
 * import { type Cadence, compileCadence, dutiesOfSubject } from "hoito/cadence";
 * import { compileCalendar, orThrow } from "hoito";
 * import { Scope } from "hoito/rules";
 * import { toEpochDay } from "hoito/time";
 *
 * const names = new Scope({ currency: "EUR" });
 * const targetCard: Cadence = {
 *   method: "quota",
 *   counts: { field: "kind", equals: "targetCard" },
 *   atLeast: 1,
 *   per: "quarter",
 *   counting: "held",
 *   spread: "anyTime",
 *   roll: "previous",
 * };
 * const cadence = compileCadence("targetCard", targetCard, [], names)!;
 * const year = { from: "2018-01-01", until: "2019-01-01", weekend: ["sunday"] } as const;
 * const context = {
 *   asOf: toEpochDay("2018-02-01"),
 *   calendar: orThrow(compileCalendar(year)),
 *   money: { currency: "EUR", rates: undefined },
 *   significance: 1,
 * };
 * const seller = { kind: "person", id: 7 } as const;
 * const ledger = { entries: [], isComplete: true };
 * const [duty] = dutiesOfSubject([cadence], seller, ledger, context);
 * duty?.id; // => "person:7|targetCard|2018-Q1#1"
 * ```
 *
 * @category Cadence
 */
export function dutiesOfSubject(
  cadences: readonly CompiledCadence[],
  subject: Subject,
  ledger: { readonly entries: readonly SubjectEntry[]; readonly isComplete: boolean },
  context: DutyContext,
): readonly SubjectDuty[] {
  const { kind, id, since } = subject;
  const accountId = `${kind}:${String(id)}`;
  const own = ledger.entries.filter((each) => each.subject.kind === kind && each.subject.id === id);
  const records = {
    account: { id: accountId, ...(since === undefined ? {} : { relationshipStart: since }) },
    coverage: ledger.isComplete ? ({ activities: "complete" } as const) : {},
    activities: own.map((entry) => ({ ...entry, accountId })),
  };
  return dutiesOfAccount(cadences, records, context).duties.map(({ accountId: _, ...duty }) => {
    return { ...duty, subject: { kind, id } };
  });
}
