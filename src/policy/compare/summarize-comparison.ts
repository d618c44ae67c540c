import type { Share } from "../../segments/index.js";
import type { CampaignChange, CampaignComparison } from "./compare-campaigns.js";
import type { ContactCounts } from "./compare-contacts.js";
import type { WorkChange } from "./compare-hours.js";
import type { PolicyComparison } from "./compare-policies.js";
import type { PolicyPart } from "./diff-policies.js";

/**
 * A comparison in a few numbers.
 *
 * @category Policy
 */
export interface ComparisonSummary {
  /** Changes of the document by chapter; chapters without a change are absent. */
  readonly changes: Readonly<Partial<Record<PolicyPart, number>>>;
  readonly accounts: number;
  readonly moved: number;
  readonly unmoved: number;
  /** Perhaps moved, perhaps not. */
  readonly undecided: number;
  readonly movedShare: Share;
  readonly contacts?: ContactCounts;
  /** Accounts of which some contacts could not be compared. */
  readonly accountsNotCompared?: number;
  readonly work?: WorkChange;
  readonly campaigns: readonly ({ readonly campaign: string } & Omit<CampaignChange, "members">)[];
  readonly campaignsNotCompared: readonly string[];
  readonly kpis: {
    readonly added: number;
    readonly removed: number;
    readonly changed: number;
    /** Changed so that boards before and after cannot be compared. */
    readonly notComparable: number;
    readonly unchanged: number;
  };
}

/**
 * The counts of a comparison, without the lists behind them: enough for a gate such as "at most five
 * percent move", which holds for sure where `moved + undecided` is within it, and is broken for sure
 * where `moved` alone is not.
 *
 * @param comparison - what `comparePolicies` gave, perhaps stored as JSON
 * @returns plain JSON
 *
 * @example A gate
 * ```ts
 * import {
 *   type CarePolicy,
 *   comparePolicies,
 *   compileCalendar,
 *   compilePolicy,
 *   orThrow,
 *   summarizeComparison,
 * } from "hoito";
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
 *       personal: { ownership: { mode: "none" }, cadences: "none", significance: 1 },
 *       light: { ownership: { mode: "none" }, cadences: "none", significance: 2 },
 *     },
 *     bySegment: { large: "personal", small: "light" },
 *   },
 *   cadences: {},
 * });
 * const compile = (atLeast: number) => orThrow(compilePolicy(withLargeFrom(atLeast)));
 * const policies = { before: compile(1000), after: compile(500) };
 * const accounts = [{ id: "A", headcount: 1200 }, { id: "B", headcount: 700 }, { id: "C" }];
 * const span = { from: "2018-01-01", until: "2019-01-01" } as const;
 * const calendar = orThrow(compileCalendar({ ...span, weekend: ["saturday", "sunday"] }));
 *
 * const context = { asOf: "2018-01-01", calendar } as const;
 * const comparison = comparePolicies({ accounts, coverage: {} }, policies, context);
 * const summary = summarizeComparison(comparison);
 * summary.moved; // => 1
 * summary.undecided; // => 1
 * summary.changes; // => { head: 1, segments: 1 }
 * ```
 *
 * @category Policy
 */
export function summarizeComparison(comparison: PolicyComparison): ComparisonSummary {
  const { care, contacts, hours, campaigns, kpis } = comparison;
  const { accounts, moved, unmoved, undecided, movedShare } = care;
  const changes: Partial<Record<PolicyPart, number>> = {};
  for (const { chapter } of comparison.changes) changes[chapter] = (changes[chapter] ?? 0) + 1;
  const count = (kind: string): number => kpis.changes.filter((each) => each.kind === kind).length;
  const broken = kpis.changes.filter((each) => each.kind === "changed" && !each.isComparable);
  const lacking = new Set(contacts?.notCompared.map(({ accountId }) => accountId));
  return {
    changes,
    accounts,
    moved,
    unmoved,
    undecided,
    movedShare,
    ...(contacts && { contacts: contacts.total, accountsNotCompared: lacking.size }),
    ...(hours && { work: hours.total }),
    campaigns: campaigns.flatMap(inShort),
    campaignsNotCompared: campaigns.flatMap(({ kind, campaign }) => {
      return kind === "notCompared" ? [campaign] : [];
    }),
    kpis: {
      added: count("added"),
      removed: count("removed"),
      changed: count("changed"),
      notComparable: broken.length,
      unchanged: kpis.unchanged,
    },
  };
}

function inShort(each: CampaignComparison): ComparisonSummary["campaigns"] {
  if (each.kind === "notCompared") return [];
  const { campaign, points, prizes, undecidedPrizes } = each;
  return [{ campaign, points, prizes, undecidedPrizes }];
}
