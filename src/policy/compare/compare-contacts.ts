import type { DutyWindow } from "../../cadence/index.js";
import type { CustomerBase, RecordId } from "../../facts/index.js";
import type { Finding } from "../../shapes/index.js";
import type { CivilDate } from "../../time/index.js";
import { dayOfAsking, requirePair } from "../require-asked.js";
import { contactTally } from "./contact-tally.js";
import {
  CONTACT_OPTIONS,
  type ContactComparisonContext,
  type ContactsNotCompared,
  owedContacts,
} from "./owed-contacts.js";
import { type PolicyPair, readAccounts } from "./read-accounts.js";

/**
 * A contact under one of two policies.
 *
 * @category Policy
 */
export interface ComparedContact {
  /** The id of the duty, which counts on with the contacts of its cadence. */
  readonly id: string;
  readonly window: DutyWindow;
  /** Who may make it, the owner first; absent while nobody can say. */
  readonly owners?: readonly RecordId[];
}

/**
 * A contact that differs between two policies.
 *
 * - `appeared`, `vanished`: only one of the policies asks for it.
 * - `moved`: its window is another; `otherOwner` where it is known that also other people make it.
 * - `reassigned`: its window is the same, and other people make it.
 *
 * @category Policy
 */
export type ContactChange = {
  readonly accountId: RecordId;
  readonly cadence: string;
  readonly businessLine?: string;
} & (
  | { readonly kind: "appeared"; readonly after: ComparedContact }
  | { readonly kind: "vanished"; readonly before: ComparedContact }
  | {
      readonly kind: "moved";
      readonly before: ComparedContact;
      readonly after: ComparedContact;
      readonly otherOwner?: true;
    }
  | {
      readonly kind: "reassigned";
      readonly before: ComparedContact;
      readonly after: ComparedContact;
    }
);

/**
 * How many contacts two policies ask for. `before` is the sum of all but `appeared`, `after` that of
 * all but `vanished`.
 *
 * @category Policy
 */
export interface ContactCounts {
  readonly before: number;
  readonly after: number;
  readonly appeared: number;
  readonly vanished: number;
  readonly moved: number;
  readonly reassigned: number;
  readonly unchanged: number;
  /** The window is the same, but under one of the policies nobody can say who makes it. */
  readonly ownerUnknown: number;
}

/**
 * Which contacts another policy would bring and take.
 *
 * @category Policy
 */
export interface ContactComparison {
  readonly from: CivilDate;
  /** Exclusive. */
  readonly until: CivilDate;
  readonly total: ContactCounts;
  /** In the order of the letters. */
  readonly byCadence: readonly (ContactCounts & { readonly cadence: string })[];
  /** By account, then cadence, then time. */
  readonly changes: readonly ContactChange[];
  /** What could not be compared; none of it is counted above. By account. */
  readonly notCompared: readonly ContactsNotCompared[];
  /** `too-many-duties`, where contacts far ahead were left out. */
  readonly findings: readonly Finding[];
}

/**
 * Which contacts appear, vanish, move or change hands until the end of a horizon when one policy
 * takes the place of another.
 *
 * Contacts are the duties ahead of each account under its care model: open, and with a window that
 * begins before `until`. Those of one account, cadence and business line are matched: first those
 * with the same window, then, in the order of time, those whose windows share a day, which have
 * moved. The others have appeared or vanished; so have those of a cadence that bears another name. A
 * contact that no channel may be used for is no contact. Other people means that the owner, or those
 * who may make it next, differ.
 *
 * What a fact is missing for on either side is not compared and listed apart: never as unchanged,
 * and never as appeared or vanished.
 *
 * Gotcha: `calendar` should cover the horizon; days beyond it are not rolled.
 *
 * @param base - all accounts with their records, in any order
 * @param policies - before and after
 * @param context - `asOf`, `until`, the working calendar, and `memberships`
 * @returns counts, and every contact that differs
 * @throws {@link HoitoError} `not-a-civil-date`; `span-reversed` when `until` is not after `asOf`;
 *   in JavaScript also `not-a-compiled-policy`, `not-a-base` and `unknown-option`
 *
 * @example Visits for one more account
 * ```ts
 * import { type CarePolicy, compileCalendar, compilePolicy, orThrow } from "hoito";
 * import { compareContacts } from "hoito/policy";
 *
 * const withLargeFrom = (atLeast: number): CarePolicy => ({
 *   id: "demo",
 *   version: String(atLeast),
 *   segments: {
 *     size: {
 *       method: "rules",
 *       labels: { large: {}, small: {} },
 *       hitPolicy: "first",
 *       rules: [{ segment: "large", when: { field: "headcount", atLeast } }],
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
 *       method: "quota",
 *       counts: { field: "kind", equals: "visit" },
 *       atLeast: 1,
 *       per: "month",
 *       counting: "held",
 *       spread: "anyTime",
 *       roll: "previous",
 *       effortMinutes: 60,
 *     },
 *   },
 * });
 * const compile = (atLeast: number) => orThrow(compilePolicy(withLargeFrom(atLeast)));
 * const policies = { before: compile(1000), after: compile(500) };
 * const accounts = [{ id: "A", headcount: 1200 }, { id: "B", headcount: 700 }, { id: "C" }];
 * const span = { from: "2018-01-01", until: "2019-01-01" } as const;
 * const calendar = orThrow(compileCalendar({ ...span, weekend: ["saturday", "sunday"] }));
 * const base = { accounts, coverage: { activities: "complete" } } as const;
 * const context = { asOf: "2018-01-01", until: "2018-04-01", calendar } as const;
 *
 * const { total, changes, notCompared } = compareContacts(base, policies, context);
 * [total.before, total.after, total.appeared]; // => [3, 6, 3]
 * [changes[0]?.kind, changes[0]?.accountId, changes[0]?.cadence]; // => ["appeared", "B", "visit"]
 * notCompared; // => [{ accountId: "C", because: "careModel", before: 0, after: 0 }]
 * ```
 *
 * @category Policy
 */
export function compareContacts(
  base: CustomerBase,
  policies: PolicyPair,
  context: ContactComparisonContext,
): ContactComparison {
  requirePair(policies);
  dayOfAsking(context, CONTACT_OPTIONS);
  const tally = contactTally(context);
  for (const account of readAccounts(base, policies, context)) {
    tally.add(owedContacts(account, policies, context));
  }
  return tally.finish();
}
