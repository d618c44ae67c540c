import {
  type AskContext,
  type CareDecision,
  type CarePolicy,
  type Checked,
  type CompiledPolicy,
  type CustomerBase,
  compilePolicy,
  decideCare,
  type Finding,
  fitPolicy,
  recordsByAccount,
} from "hoito";

/** What became of one list of records on its way in. */
export interface ReadList {
  readonly what: string;
  readonly good: number;
  readonly rejected: number;
}

/** A heading with the lines under it. */
export interface Section {
  readonly heading: string;
  readonly lines: readonly string[];
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
  /** Sections of its own, for the end of the report. */
  readonly sections?: readonly Section[];
}

/** A base decided by a policy: everything the report and the results are written from. */
export interface Chapter extends ChapterSource {
  readonly compiled: CompiledPolicy;
  /** One for each account, in the order of the base. */
  readonly decisions: readonly CareDecision[];
}

/**
 * The front door for a whole base: compile, fit, ask account by account.
 *
 * @param source - base, policy and day
 * @returns the decided chapter, or what is wrong with the policy
 */
export function decideChapter(source: ChapterSource): Checked<Chapter> {
  const { base, policy, context } = source;
  const result = compilePolicy(policy);
  if (!result.ok) return result;
  const compiled = fitPolicy(base, result.value, context);
  const decisions = recordsByAccount(base).map((records) => decideCare(records, compiled, context));
  const findings = [...source.findings, ...result.findings, ...(decisions[0]?.findings ?? [])];
  return { ok: true, value: { ...source, findings, compiled, decisions }, findings };
}
