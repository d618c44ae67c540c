import type { Checked, CompiledPolicy, Finding, WorkingCalendar } from "hoito";
import {
  type CampaignDefinition,
  type CampaignEvent,
  type CampaignMember,
  compareRules,
  compileCampaign,
  type Ledger,
  ledgerOf,
  type OpenCampaign,
  openCampaign,
  type RuleComparison,
  type Settlement,
  type Standings,
  settleCampaign,
  standingsOf,
} from "hoito/campaigns";
import type { Instant } from "hoito/facts";

/** A campaign of the policy, who takes part, and what happened. */
export interface CampaignSource {
  readonly name: string;
  readonly members: readonly CampaignMember[];
  readonly events: readonly CampaignEvent[];
  /** Of the board and the settlement. */
  readonly at: Instant;
  /** Other rules that the same events are scored by. */
  readonly whatIf: readonly OtherRules[];
}

/** The campaign as it might be. */
export interface OtherRules {
  readonly title: string;
  readonly definition: CampaignDefinition;
}

/** A campaign that has been run. */
export interface CampaignRun {
  readonly name: string;
  readonly at: Instant;
  readonly events: number;
  readonly open: OpenCampaign;
  readonly ledger: Ledger;
  readonly standings: Standings;
  readonly settlement: Settlement;
  readonly whatIf: readonly { readonly title: string; readonly comparison: RuleComparison }[];
}

/**
 * Opens the campaign for its members, books every event, and settles; then once more by each of the
 * other rules.
 */
export function runCampaign(
  { campaigns, currency }: CompiledPolicy,
  calendar: WorkingCalendar,
  source: CampaignSource,
): Checked<CampaignRun> {
  const { name, members, events, at } = source;
  const open = openCampaign(members, campaigns.get(name)!, { calendar });
  if (!open.ok) return open;
  const findings: Finding[] = [...open.findings];
  const whatIf: { title: string; comparison: RuleComparison }[] = [];
  for (const { title, definition } of source.whatIf) {
    const compiled = compileCampaign(definition, { name, currency });
    if (!compiled.ok) return compiled;
    const other = openCampaign(members, compiled.value, { calendar });
    if (!other.ok) return other;
    const rules = { before: open.value, after: other.value };
    whatIf.push({ title, comparison: compareRules(events, rules, { at }) });
  }
  const ledger = ledgerOf(events, open.value, { at });
  const value: CampaignRun = {
    name,
    at,
    events: events.length,
    open: open.value,
    ledger,
    whatIf,
    standings: standingsOf(ledger, open.value, { at }),
    settlement: settleCampaign(ledger, open.value, { at }),
  };
  return { ok: true, value, findings };
}
