import {
  type AskContext,
  type CareDecision,
  type CarePolicy,
  type Checked,
  type CivilDate,
  type CompiledPolicy,
  type CustomerBase,
  classifyAccounts,
  compilePolicy,
  decideCare,
  type Finding,
  fitPolicy,
  type PolicyProof,
  provePolicy,
  recordsByAccount,
} from "hoito";
import type { DatedLabels } from "hoito/segments";
import { type ComputedFigures, computeFigures, type FigureSource } from "./compute-figures.js";
import { type PlannedWork, planWork, type Scheduling } from "./plan-work.js";
import type { Section } from "./report/section.js";
import { type CampaignRun, type CampaignSource, runCampaign } from "./run-campaign.js";

/** What became of one list of records on its way in. */
export interface ReadList {
  readonly what: string;
  readonly good: number;
  readonly rejected: number;
}

/** A base and a policy to be asked, with all that a reader should know of where they come from. */
export interface ChapterSource {
  /** Short name, also that of its folder of results. */
  readonly name: string;
  readonly title: string;
  /** How the data came about. */
  readonly notes: readonly string[];
  readonly seed?: number;
  readonly read: readonly ReadList[];
  /** What was found while reading. */
  readonly findings: readonly Finding[];
  readonly base: CustomerBase;
  readonly policy: CarePolicy;
  readonly context: AskContext;
  /** An earlier day; without it nobody is said to have moved. */
  readonly compareWith?: CivilDate;
  /** Without it nothing is scheduled. */
  readonly scheduling?: Scheduling;
  readonly campaign?: CampaignSource;
  readonly figures?: FigureSource;
  /** Sections of its own, about segments. */
  readonly sections?: readonly Section[];
}

/** A base decided by a policy: everything the report and the results are written from. */
export interface Chapter extends Omit<ChapterSource, "scheduling" | "campaign" | "figures"> {
  readonly compiled: CompiledPolicy;
  /** One for each account, in the order of the base. */
  readonly decisions: readonly CareDecision[];
  /** The labels of every classifier on the day of asking. */
  readonly labels: ReadonlyMap<string, DatedLabels>;
  /** Those on the earlier day, each by the cuts of that day. */
  readonly labelsBefore?: ReadonlyMap<string, DatedLabels>;
  readonly proof: PolicyProof;
  readonly work?: PlannedWork;
  readonly campaign?: CampaignRun;
  readonly figures?: ComputedFigures;
}

/**
 * The front door for a whole base: compile, fit, ask account by account; then plan the work, run the
 * campaign and compute the figures, where the source says with what.
 *
 * @param source - base, policy and day
 * @returns the decided chapter, or what is wrong with the policy, its campaign or its targets
 */
export function decideChapter(source: ChapterSource): Checked<Chapter> {
  const { base, policy, context, compareWith, scheduling, campaign, figures, ...rest } = source;
  const result = compilePolicy(policy);
  if (!result.ok) return result;
  const compiled = fitPolicy(base, result.value, context);
  const decisions = recordsByAccount(base).map((records) => decideCare(records, compiled, context));
  const labels = labelsOn(base, result.value, context.asOf);
  const run = campaign && runCampaign(compiled, context.calendar, campaign);
  if (run?.ok === false) return run;
  const computed = figures && computeFigures(base, compiled, context, { ...figures, labels });
  if (computed?.ok === false) return computed;
  const value: Chapter = {
    ...rest,
    base,
    policy,
    context,
    compiled,
    decisions,
    labels,
    findings: [
      ...source.findings,
      ...result.findings,
      ...(decisions[0]?.findings ?? []),
      ...(run?.findings ?? []),
    ],
    proof: provePolicy(compiled, context),
    ...(compareWith && { labelsBefore: labelsOn(base, result.value, compareWith) }),
    ...(scheduling && { work: planWork(base, compiled, context, scheduling) }),
    ...(run && { campaign: run.value }),
    ...(computed && { figures: computed.value }),
  };
  return { ok: true, value, findings: value.findings };
}

/** The labels of every classifier on a day, by the cuts of that day. */
function labelsOn(
  base: CustomerBase,
  unfitted: CompiledPolicy,
  asOf: CivilDate,
): ReadonlyMap<string, DatedLabels> {
  const compiled = fitPolicy(base, unfitted, { asOf });
  const accountIds = base.accounts.map(({ id }) => id);
  const columns = [...compiled.classifiers.keys()].map((classifier) => {
    const column = classifyAccounts(base, compiled, { asOf, classifier });
    return [classifier, { asOf, accountIds, ...column }] as const;
  });
  return new Map(columns);
}
