import type { CustomerBase } from "../../facts/index.js";
import { type Finding, type OptionNames, warningAt } from "../../shapes/index.js";
import { type CivilDate, toEpochDay } from "../../time/index.js";
import type { PolicyStatus } from "../care-policy.js";
import type { CompiledPolicy, Provenance } from "../compiled-policy.js";
import type { AskContext } from "../decide-care.js";
import { validityFindings } from "../policy-validity.js";
import { provenanceOf } from "../provenance.js";
import { dayOfAsking, requirePair } from "../require-asked.js";
import { careTally } from "./care-tally.js";
import {
  type CampaignComparison,
  type CampaignFacts,
  compareCampaigns,
} from "./compare-campaigns.js";
import type { CareComparison } from "./compare-care.js";
import type { ContactComparison } from "./compare-contacts.js";
import { type HourComparison, hourTally } from "./compare-hours.js";
import { compareKpis, type KpiComparison } from "./compare-kpis.js";
import { contactTally } from "./contact-tally.js";
import { diffPolicies, type PolicyChange } from "./diff-policies.js";
import { owedContacts } from "./owed-contacts.js";
import { type PolicyPair, readAccounts } from "./read-accounts.js";

/**
 * What two policies are compared with.
 *
 * @category Policy
 */
export interface CompareContext extends AskContext {
  /** Exclusive, after `asOf`; without it contacts and hours are not compared. */
  readonly until?: CivilDate;
  /** What happened in campaigns, by name. */
  readonly campaigns?: Readonly<Record<string, CampaignFacts>>;
}

const COMPARE_OPTIONS: OptionNames<CompareContext> = {
  asOf: true,
  calendar: true,
  memberships: true,
  until: true,
  campaigns: true,
};

/**
 * One of the two policies of a comparison.
 *
 * @category Policy
 */
export interface ComparedPolicy {
  readonly madeWith: Provenance;
  readonly title?: string;
  readonly status?: PolicyStatus;
  /** What its fit was made with, where it has one. */
  readonly fittedWith?: Provenance;
  /**
   * Warnings: `policy-not-in-force` where it does not hold on the day of asking, and of the one
   * after `same-version` where both have one id and version but not the same content.
   */
  readonly findings: readonly Finding[];
}

/**
 * Everything that changes when one policy takes the place of another: plain JSON.
 *
 * @category Policy
 */
export interface PolicyComparison {
  readonly before: ComparedPolicy;
  readonly after: ComparedPolicy;
  /** What was written otherwise. */
  readonly changes: readonly PolicyChange[];
  /** Who moves. */
  readonly care: CareComparison;
  /** Which contacts appear and vanish; there when `until` was handed over. */
  readonly contacts?: ContactComparison;
  /** What that takes; there when `until` was handed over. */
  readonly hours?: HourComparison;
  /** Points and prizes of every campaign. */
  readonly campaigns: readonly CampaignComparison[];
  /** Which figures are defined otherwise. */
  readonly kpis: KpiComparison;
}

/**
 * What would change if one policy took the place of another, over the customers there are: what was
 * written otherwise, who moves, which contacts appear and vanish, hours, points and prizes, and which
 * figures are no longer the same.
 *
 * Both policies are asked about the same day, also when one of them is not in force on it. Each part
 * can be had by itself: `diffPolicies`, `compareCare`, `compareContacts`, `compareHours`,
 * `compareCampaigns`, `compareKpis`; their rules hold here. What a missing fact leaves open is
 * counted apart and never as unchanged. The policies may differ in fields, currency and everything
 * else; a base that lacks the fields of one of them leaves its answers undecided.
 *
 * Gotchas: a policy with cuts needs its fit, best made over the same base for both. Why one account
 * moves is told by `explainMove`.
 *
 * @param base - all accounts with their records, in any order
 * @param policies - before and after, compiled, with their fits where they have cuts
 * @param context - `asOf`, that day included; the working calendar; `until` for contacts and hours;
 *   `campaigns` for points and prizes; `memberships`
 * @returns plain JSON; an empty base gives zeros
 * @throws {@link HoitoError} `not-a-civil-date`; `span-reversed` when `until` is not after `asOf`;
 *   else as `compareRules`; in JavaScript also `not-a-compiled-policy`, `not-a-base` and
 *   `unknown-option`
 *
 * @example What large from 500 would bring
 * ```ts
 * import { type CarePolicy, comparePolicies, compileCalendar, compilePolicy, orThrow } from "hoito";
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
 * const { changes, care, contacts, hours } = comparePolicies(base, policies, context);
 * changes.map(({ path }) => path); // => ["version", "segments.size.rules[0].when.atLeast"]
 * care.movers.map(({ accountId }) => accountId); // => ["B"]
 * contacts?.total.appeared; // => 3
 * hours?.total.minutes; // => { before: 180, after: 360 }
 * hours?.notCompared.accounts; // => 1
 * ```
 *
 * @category Policy
 */
export function comparePolicies(
  base: CustomerBase,
  policies: PolicyPair,
  context: CompareContext,
): PolicyComparison {
  requirePair(policies);
  dayOfAsking(context, COMPARE_OPTIONS);
  const { before, after } = policies;
  const { asOf, until, calendar, campaigns = {} } = context;
  const care = careTally(policies, asOf);
  const horizon = until === undefined ? undefined : { ...context, until };
  const contacts = horizon && contactTally(horizon);
  const hours = horizon && hourTally(horizon);
  for (const account of readAccounts(base, policies, context)) {
    care.add(account);
    if (horizon === undefined) continue;
    const owed = owedContacts(account, policies, horizon);
    contacts!.add(owed);
    hours!.add(owed);
  }
  return {
    before: comparedPolicy(before, asOf),
    after: comparedPolicy(after, asOf, sameVersion(policies)),
    changes: diffPolicies({ before: before.policy, after: after.policy }),
    care: care.finish(),
    ...(horizon === undefined ? {} : { contacts: contacts!.finish(), hours: hours!.finish() }),
    campaigns: compareCampaigns(campaigns, policies, { calendar }),
    kpis: compareKpis(policies),
  };
}

/** A warning where two contents bear one name, so that nobody can say which of them was meant. */
function sameVersion({ before, after }: PolicyPair): readonly Finding[] {
  const [{ id, version }, other] = [before.policy, after.policy];
  if (id !== other.id || version !== other.version || before.hash === after.hash) return [];
  const text = `both are \`${id}\` in version \`${version}\`, and they differ: state a new \`version\``;
  return [warningAt("version", "same-version", text)];
}

function comparedPolicy(
  compiled: CompiledPolicy,
  asOf: CivilDate,
  ofBoth: readonly Finding[] = [],
): ComparedPolicy {
  const { policy, fit } = compiled;
  const { title, status } = policy;
  return {
    madeWith: provenanceOf(compiled, toEpochDay(asOf)),
    ...(title === undefined ? {} : { title }),
    ...(status === undefined ? {} : { status }),
    ...(fit === undefined ? {} : { fittedWith: fit.madeWith }),
    findings: [...ofBoth, ...validityFindings(compiled, asOf)],
  };
}
