import { type CompiledCadence, checkScheduleRules, compileCadence } from "../cadence/index.js";
import { type CompiledCampaign, compileCampaignIn } from "../campaigns/index.js";
import { compileCare } from "../care/index.js";
import { accountFields, type FieldKind } from "../facts/index.js";
import { compileKpiChapter } from "../kpis/index.js";
import { type CompiledMeasures, compileMeasures } from "../measures/index.js";
import { resolveParameters, Scope } from "../rules/index.js";
import {
  type CompiledClassifier,
  classifierOfField,
  compileClassifier,
  fieldsOfClassifier,
  orderClassifiers,
} from "../segments/index.js";
import { type Checked, checked, errorAt, type Finding } from "../shapes/index.js";
import type { CarePolicy } from "./care-policy.js";
import { checkCuts } from "./check-cuts.js";
import { checkHead } from "./check-head.js";
import { checkKpiColumns } from "./check-kpi-columns.js";
import { checkSize } from "./check-size.js";
import type { ClassifierFeed, CompiledPolicy } from "./compiled-policy.js";
import { policyHash } from "./policy-hash.js";

/**
 * Money without a currency of the policy cannot be read; this stands for it, and no money matches
 * it.
 */
const NO_CURRENCY = "";

/**
 * The policy with every name resolved, or everything that is wrong with it at once.
 *
 * It needs no customer. What it cannot read at all comes back as the finding `malformed-policy`,
 * one for each of the chapters `segments`, `care` and `cadences` that is not there; read untrusted
 * text with `parsePolicy` of `hoito/schemas` first, which says what is wrong with its shape.
 *
 * @param policy - a care policy, typed or read from JSON
 * @returns the compiled policy, or findings with code, path and, for a misspelt name, the nearest
 *   right one
 *
 * @example A misspelt field is a finding that names the right one
 * ```ts
 * import { type CarePolicy, compilePolicy } from "hoito";
 *
 * const fromJson = JSON.parse(`{
 *   "id": "demo", "version": "1", "cadences": {},
 *   "segments": { "group": { "method": "rules", "labels": { "large": {} }, "hitPolicy": "first",
 *     "rules": [{ "segment": "large", "when": { "field": "hedcount", "atLeast": 1000 } }] } },
 *   "care": { "segmentedBy": "group", "bySegment": { "large": "personal" },
 *     "models": { "personal": {
 *       "ownership": { "mode": "none" }, "cadences": "none", "significance": 1 } } }
 * }`) as CarePolicy;
 * const [finding] = compilePolicy(fromJson).findings;
 * finding?.message; // => "there is no field `hedcount`; did you mean `headcount`?"
 * finding?.path; // => "segments.group.rules[0].when.field"
 * ```
 *
 * @category Policy
 */
export function compilePolicy(policy: CarePolicy): Checked<CompiledPolicy> {
  const findings: Finding[] = [];
  const reading: Reading = { path: "" };
  try {
    findings.push(...checkSize(policy));
    if (findings.length > 0) return { ok: false, findings };
    const { currency } = policy;
    if (!checkHead(policy, new Scope({ currency, findings }))) return { ok: false, findings };
    const parts = compileChapters(policy, findings, reading);
    return checked(findings, () => {
      return { policy, hash: policyHash(policy), ...parts, fit: undefined };
    });
  } catch {
    const { path } = reading;
    const where = path === "" ? "the policy" : `\`${path}\``;
    const text = `a part of ${where} is missing or has another shape than a policy has`;
    return { ok: false, findings: [...findings, errorAt(path, "malformed-policy", text)] };
  }
}

/** Which part is being read, for the finding about one that cannot be read at all. */
interface Reading {
  path: string;
}

function compileChapters(
  policy: CarePolicy,
  findings: Finding[],
  reading: Reading,
): Omit<CompiledPolicy, "policy" | "hash" | "fit"> {
  reading.path = "parameters";
  const { currency, businessLines } = policy;
  const { parameters, broken } = resolveParameters(policy.parameters ?? {}, currency, findings);
  const kinds = new Map<string, FieldKind>(Object.entries(accountFields));
  const declared = { parameters, broken, currency, findings };
  const names = new Scope(declared);
  reading.path = "measures";
  const measures = compileMeasures(policy.measures ?? {}, names);
  reading.path = "segments";
  addFields(kinds, policy, measures, findings);
  reading.path = "cuts";
  const cuts = checkCuts(policy, measures.kinds, names);
  const brokenMeasures = Object.keys(policy.measures ?? {}).filter((name) => !kinds.has(name));
  const scope = new Scope({
    ...declared,
    kinds,
    cuts,
    broken: new Set([...broken, ...brokenMeasures]),
  });
  const compiled = new Map<string, CompiledClassifier>();
  for (const [name, classifier] of Object.entries(policy.segments)) {
    reading.path = `segments.${name}`;
    compiled.set(name, compileClassifier(name, classifier, scope));
  }
  const classifiers = orderClassifiers(compiled, scope);
  reading.path = "care";
  const cadenceNames = Object.keys(policy.cadences);
  const care = compileCare(policy.care, classifiers, cadenceNames, scope);
  const cadences = new Map<string, CompiledCadence>();
  for (const [name, cadence] of Object.entries(policy.cadences)) {
    reading.path = `cadences.${name}`;
    const compiled = compileCadence(name, cadence, businessLines, names, scope);
    if (compiled !== undefined) cadences.set(name, compiled);
  }
  reading.path = "schedule";
  if (policy.schedule !== undefined) {
    findings.push(...checkScheduleRules(policy.schedule, "schedule"));
  }
  const campaigns = new Map<string, CompiledCampaign>();
  for (const [name, campaign] of Object.entries(policy.campaigns ?? {})) {
    reading.path = `campaigns.${name}`;
    const compiled = compileCampaignIn(name, campaign, names);
    if (compiled !== undefined) campaigns.set(name, compiled);
  }
  reading.path = "kpis";
  const kpis = compileKpiChapter(policy.kpis ?? {}, names);
  checkKpiColumns(kpis, Object.keys(policy.segments), names);
  reading.path = "";
  const feeds = feedsOf(classifiers, scope);
  const ages = scope.slots.filter((slot) => measures.ageing.has(slot.name));
  const ageing = new Set(ages.map((slot) => slot.index));
  return {
    currency: currency ?? NO_CURRENCY,
    scope,
    measures,
    ageing,
    classifiers,
    feeds,
    fedSlots: new Set(feeds.flatMap((feed) => feed.slots.map((slot) => slot.index))),
    cutPoints: new Map(),
    care,
    cadences,
    campaigns,
    kpis,
  };
}

/**
 * Adds the host's own fields, the measures and what classifiers say to the names of hoito's fields;
 * no name may be taken twice.
 */
function addFields(
  kinds: Map<string, FieldKind>,
  { fields = {}, measures: written = {}, segments }: CarePolicy,
  measures: CompiledMeasures,
  findings: Finding[],
): void {
  for (const [name, kind] of Object.entries(fields)) {
    claim(name, `fields.${name}`);
    kinds.set(name, kind);
  }
  for (const name of Object.keys(written)) {
    claim(name, `measures.${name}`);
    const kind = measures.kinds.get(name);
    if (kind !== undefined) kinds.set(name, kind);
  }
  for (const [name, classifier] of Object.entries(segments)) {
    claim(name, `segments.${name}`);
    for (const [field, kind] of fieldsOfClassifier(name, classifier)) kinds.set(field, kind);
  }
  function claim(name: string, path: string): void {
    if (!kinds.has(name)) return;
    findings.push(errorAt(path, "name-taken", `there is already a field \`${name}\``));
  }
}

/** The slots that hold what classifiers say, each classifier after those it reads. */
function feedsOf(
  classifiers: ReadonlyMap<string, CompiledClassifier>,
  { slots }: Scope,
): readonly ClassifierFeed[] {
  return [...classifiers.keys()].flatMap((classifier) => {
    const own = slots.flatMap(({ name, index }) => {
      const field = classifierOfField(name);
      return field.name === classifier ? [{ index, part: field.part }] : [];
    });
    return own.length === 0 ? [] : [{ classifier, slots: own }];
  });
}
