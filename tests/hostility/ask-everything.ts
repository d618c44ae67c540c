import {
  type CarePolicy,
  type CompiledPolicy,
  classifyAccounts,
  compilePolicy,
  computeBoard,
  decideCare,
  fitPolicy,
  HoitoError,
  provePolicy,
  recordsByAccount,
  scheduleDuties,
} from "hoito";
import { ledgerOf, openCampaign, settleCampaign, standingsOf } from "hoito/campaigns";
import type { SampleBase } from "hoito/presets";
import { parsePolicy } from "hoito/schemas";
import type { CivilDate } from "hoito/time";

/** A company to ask about. */
export interface Surroundings {
  readonly sample: SampleBase;
  readonly asOf: CivilDate;
}

/** How far a document got. */
export type Reached = "refused" | "parsed" | "asked";

/**
 * Reads a document as a policy and asks it everything.
 *
 * @throws whatever hoito throws that is no HoitoError with a code
 */
export function askEverything(document: unknown, surroundings: Surroundings): Reached {
  const parsed = parsePolicy(document);
  if (!parsed.ok) return "refused";
  const compiled = compilePolicy(parsed.value);
  if (compiled.findings.some(({ code }) => code === "malformed-policy")) {
    throw new Error("a policy that was parsed cannot be compiled, and nobody knows why");
  }
  if (!compiled.ok) return "parsed";
  for (const question of QUESTIONS) coded(() => question(compiled.value, surroundings));
  return "asked";
}

/** Compiles a document that nobody read: whatever it is, findings come back and nothing is thrown. */
export function compileUnread(document: unknown): void {
  const result = compilePolicy(document as CarePolicy);
  if (result.ok !== true && result.findings.length === 0)
    throw new Error("refused without a finding");
}

const QUESTIONS: readonly ((compiled: CompiledPolicy, surroundings: Surroundings) => void)[] = [
  (compiled, { asOf }) => provePolicy(compiled, { asOf }),
  (compiled, { sample, asOf }) => {
    const fitted = fitPolicy(sample.base, compiled, { asOf });
    classifyAccounts(sample.base, fitted, { asOf });
    for (const records of recordsByAccount(sample.base).slice(0, 3)) {
      decideCare(records, fitted, { asOf, calendar: sample.calendar });
    }
  },
  (compiled, { sample, asOf }) => {
    const { calendar, until, substitutions } = sample;
    if (compiled.policy.schedule === undefined) return;
    scheduleDuties(sample.base, compiled, { asOf, until, calendar, substitutions });
  },
  (compiled, { sample, asOf }) => {
    computeBoard(sample.base, compiled.kpis, { asOf, period: { rolling: { years: 1 } } });
  },
  (compiled, { sample }) => {
    for (const [name, campaign] of compiled.campaigns) {
      const told = sample.campaigns[name] ?? Object.values(sample.campaigns)[0];
      if (told === undefined) continue;
      const open = openCampaign(told.members, campaign, { calendar: sample.calendar });
      if (!open.ok) continue;
      const ledger = ledgerOf(told.events, open.value, { at: told.at });
      standingsOf(ledger, open.value, { at: told.at });
      settleCampaign(ledger, open.value, { at: told.at, memberFigures: [], teamFigures: {} });
    }
  },
];

/** Runs a question; an error with a code is an answer. */
export function coded(ask: () => void): void {
  try {
    ask();
  } catch (error) {
    if (error instanceof HoitoError && /^[a-z]+(-[a-z0-9]+)+$/.test(error.code)) return;
    throw error;
  }
}
