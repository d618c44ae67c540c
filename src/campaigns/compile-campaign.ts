import { type FieldKind, recordFields } from "../facts/index.js";
import { ANNOTATIONS, type CompiledCondition, compileCondition, Scope } from "../rules/index.js";
import {
  type Checked,
  checked,
  contentHash,
  errorAt,
  type Finding,
  showInput,
  warningAt,
} from "../shapes/index.js";
import type { CampaignDefinition } from "./campaign-definition.js";
import { checkConventions } from "./check-conventions.js";
import { checkReach } from "./check-reach.js";
import { compileCaps } from "./compile-caps.js";
import { compileCriteria } from "./compile-criteria.js";
import { compilePrizes } from "./compile-prizes.js";
import { compileWeeks } from "./compile-weeks.js";
import type { CompiledCampaign } from "./compiled-campaign.js";
import { wholeWithin } from "./whole-within.js";

/** What stands around a campaign that is compiled outside a policy. */
export interface CampaignSurroundings {
  readonly name: string;
  /** ISO 4217 code of all its prizes. */
  readonly currency?: string;
}

/**
 * A campaign ready to be opened for its members, or everything that is wrong with it at once.
 *
 * Weeks must exist and touch the period; a tier or an all-of goal above the reachable maximum is
 * refused with the numbers (`tier-out-of-reach`, `goal-out-of-reach`); the cut-off may not lie
 * before the end of the period. A cap over all members together is a warning: it makes one's gain
 * another's loss.
 *
 * @param definition - as data; a policy holds it under `campaigns`
 * @param surroundings - its name, and the currency of its prizes
 * @returns the compiled campaign or findings with paths from the campaign's name on
 *
 * @example A tier that nobody can reach
 * ```ts
 * import { type CampaignDefinition, compileCampaign } from "hoito/campaigns";
 *
 * const definition: CampaignDefinition = {
 *   zone: "Europe/Helsinki",
 *   period: { from: "2018-01-15", until: "2018-03-29" },
 *   weeks: { scored: "deadlineWithin" },
 *   deadline: {
 *     weekday: "monday", time: "12:00", bound: "inclusive", roll: "next",
 *     gap: "later", overlap: "earlier",
 *   },
 *   life: {
 *     announcedOn: "2018-01-12",
 *     cutOff: { date: "2018-04-06", time: "12:00" },
 *     judgingDays: 7,
 *   },
 *   counts: { field: "kind", equals: "visit" },
 *   lateActivities: "failTheWeek",
 *   emptyWeek: "zero",
 *   absence: {
 *     excusedFromDays: "never", thresholds: "full", partTime: "full", rounding: "up",
 *   },
 *   criteria: {
 *     status: {
 *       kind: "activity", points: 5, scoring: "allOrNothing",
 *       where: { field: "status", equals: "complete" },
 *     },
 *   },
 *   ranking: { ranks: "competition", ties: [] },
 *   tiers: {
 *     bound: "inclusive", take: "highestOnly",
 *     rungs: [{ fromPoints: 55, prize: { amount: "50.00", currency: "EUR" } }],
 *   },
 * };
 * const [finding] = compileCampaign(definition, { name: "spring", currency: "EUR" }).findings;
 * finding?.message; // => "`55` points cannot be reached: at most 50 in 10 scored weeks"
 * finding?.path; // => "campaigns.spring.tiers.rungs[0].fromPoints"
 * ```
 *
 * @category Campaigns
 */
export function compileCampaign(
  definition: CampaignDefinition,
  { name, currency }: CampaignSurroundings,
): Checked<CompiledCampaign> {
  const findings: Finding[] = [];
  const names = new Scope({ currency, findings });
  try {
    const compiled = compileCampaignIn(name, definition, names);
    return checked(findings, () => compiled!);
  } catch {
    const text = "a part of the campaign is missing or has another shape than a campaign has";
    const fault = errorAt(`campaigns.${name}`, "malformed-campaign", text);
    return { ok: false, findings: [...findings, fault] };
  }
}

const WORDS = [
  ...["zone", "period", "weeks", "deadline", "life", "unitsPerPoint", "counts", "lateActivities"],
  ...["emptyWeek", "absence", "criteria", "caps", "ranking", "teamGoals", "tiers", "rankPrizes"],
  ...["figures", "figurePrizes", "budget", ...ANNOTATIONS],
];
const MOST_FINE = 1000;

/**
 * Checks a campaign of a policy; faults are recorded in the scope.
 *
 * @param names - the parameters and the currency of the policy
 * @returns the campaign, or `undefined` when it has a fault
 */
export function compileCampaignIn(
  name: string,
  definition: CampaignDefinition,
  names: Scope,
): CompiledCampaign | undefined {
  const path = `campaigns.${name}`;
  const faultsBefore = names.findings.length;
  names.checkWords(definition, WORDS, path);
  if (!hasParts(definition, names, path)) return undefined;
  const { unitsPerPoint = 1, figures = {} } = definition;
  wholeWithin(unitsPerPoint, 1, MOST_FINE, names, `${path}.unitsPerPoint`);
  checkConventions(definition, names, path);
  if (names.findings.length > faultsBefore) return undefined;
  const scope = activityScope(names);
  const counts = compileCondition(definition.counts, scope, `${path}.counts`, new Map());
  const weeks = compileWeeks(definition, names, path);
  const criteria = compileCriteria(definition, scope, path);
  const caps = compileCaps(definition, names, path);
  const figureScope = names.over(new Map<string, FieldKind>(Object.entries(figures)));
  const prizes = compilePrizes(definition, figureScope, path);
  if (names.findings.length > faultsBefore) return undefined;
  const currency = names.currency ?? "";
  const campaign = {
    name,
    definition,
    hash: hashOf(definition, names),
    currency,
    unitsPerPoint,
    scope,
    counts: counts as CompiledCondition,
    weeks,
    criteria,
    caps,
    figureScope,
    ...prizes,
  };
  checkReach(campaign, names, path);
  return names.findings.length > faultsBefore + warnOfSharedCap(campaign, names, path)
    ? undefined
    : campaign;
}

/** The definition as one text, with the values of the parameters that it names. */
function hashOf(definition: CampaignDefinition, { parameters }: Scope): string {
  const named = [...new Set(parametersIn(definition))].sort();
  if (named.length === 0) return contentHash(definition);
  const values = named.map((name) => [name, parameters.get(name)?.value ?? null]);
  return contentHash([definition, values]);
}

function parametersIn(written: unknown): readonly string[] {
  if (typeof written !== "object" || written === null) return [];
  return Object.entries(written).flatMap(([word, inner]) => {
    return word === "parameter" && typeof inner === "string" ? [inner] : parametersIn(inner);
  });
}

const PARTS = ["period", "weeks", "deadline", "life", "absence", "criteria", "ranking"] as const;

/** Whether all parts are there that are looked into; those that are not are faults. */
function hasParts(definition: CampaignDefinition, names: Scope, path: string): boolean {
  const absent = PARTS.filter((part) => {
    const written: unknown = definition[part];
    return typeof written !== "object" || written === null || Array.isArray(written);
  });
  for (const part of absent) {
    const at = `${path}.${part}`;
    const written: unknown = definition[part];
    if (written === undefined) names.fault(at, "missing-property", `\`${part}\` is missing`);
    else names.fault(at, "wrong-type", `${showInput(written)} is no object`);
  }
  return absent.length === 0;
}

/** What conditions over activities may name: the fields of the record and what is read off them. */
export function activityScope(names: Scope): Scope {
  const kinds = new Map<string, FieldKind>(Object.entries(recordFields.activities));
  return names.over(kinds.set("notesWritten", "boolean").set("headingParts", "set"));
}

/** Gives the number of warnings. */
function warnOfSharedCap({ caps }: CompiledCampaign, { findings }: Scope, path: string): number {
  const shared = caps.filter(({ cap }) => cap.per === "campaign");
  for (const { path: at } of shared) {
    const text = "a most for all members together makes one's gain another's loss";
    findings.push(warningAt(`${path}.${at}`, "shared-cap", text));
  }
  return shared.length;
}
