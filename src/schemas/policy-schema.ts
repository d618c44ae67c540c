import * as z from "zod";
import type { Cadence, ScheduleRules } from "../cadence/index.js";
import type { CampaignDefinition } from "../campaigns/index.js";
import type {
  CareChapter,
  CareModel,
  CarePath,
  CarePlan,
  DataDepth,
  TimeAllotment,
  WrittenServiceLevel,
} from "../care/index.js";
import type { FieldKind } from "../facts/index.js";
import type { KpiDefinition } from "../kpis/index.js";
import type { Measure } from "../measures/index.js";
import type { CarePolicy, ReadinessChapter } from "../policy/index.js";
import type { Condition, Parameter } from "../rules/index.js";
import type { Duration } from "../time/index.js";
import { classifierSchema } from "./classifier-schema.js";
import { civilDate, recordId } from "./value-schemas.js";

// The shape of a policy alone. Names, words, numbers and conditions are checked when it is compiled, which also knows
// the nearest right name; properties that are not known here therefore pass.

const text = z.string();
const words = z.array(text);
const annotations = {
  title: z.exactOptional(text),
  note: z.exactOptional(text),
  source: z.exactOptional(text),
};

/** A part whose inside the compiler checks: any object. */
function part<T>(): z.ZodType<T> {
  return z.looseObject({}) as unknown as z.ZodType<T>;
}

function byName<T>(each: z.ZodType<T>): z.ZodType<Readonly<Record<string, T>>> {
  return z.record(text, each);
}

const condition = part<Condition>();
const fieldKind = z.union([text, words], { error: "a kind of field is a word or a list of words" });

const model = z.looseObject({
  ...annotations,
  ownership: z.looseObject({
    mode: text,
    per: z.exactOptional(words),
    unit: z.exactOptional(
      z.looseObject({
        by: text,
        split: z.exactOptional(z.array(z.looseObject({ unit: text, share: z.number() }))),
      }),
    ),
  }),
  cadences: z.union([z.literal("none"), words], {
    error: "`cadences` is a list of names or `none`",
  }),
  significance: z.number(),
  serviceLevel: z.exactOptional(text),
  contact: z.exactOptional(
    z.looseObject({
      quantity: z.exactOptional(z.union([text, z.looseObject({ perYear: z.number() })])),
      content: z.exactOptional(words),
      quality: z.exactOptional(words),
      goals: z.exactOptional(words),
      twoWay: z.exactOptional(z.boolean()),
    }),
  ),
  choices: z.exactOptional(
    z.looseObject({
      salesModel: text,
      offering: text,
      services: words,
      price: text,
      adaptedProcesses: z.exactOptional(words),
    }),
  ),
  plan: z.exactOptional(text),
  effort: z.exactOptional(z.looseObject({ weight: z.number(), minutesPerYear: z.number() })),
  exitActions: z.exactOptional(words),
}) as unknown as z.ZodType<CareModel>;

const path = z.looseObject({
  ...annotations,
  from: text,
  climbs: text,
  steps: z.array(z.looseObject({ ...annotations, to: text, when: z.exactOptional(condition) })),
}) as unknown as z.ZodType<CarePath>;

const serviceLevel = z.looseObject({
  ...annotations,
  extent: text,
  responseHours: z.union([z.number(), z.looseObject({ parameter: text })]),
  priority: z.number(),
  channels: words,
  includes: words,
  excludes: words,
}) as unknown as z.ZodType<WrittenServiceLevel>;

const plan = z.looseObject({
  ...annotations,
  analysis: z.exactOptional(byName(z.looseObject({ finding: text }))),
  goals: z.exactOptional(
    byName(
      z.looseObject({
        what: text,
        level: text,
        metric: z.exactOptional(text),
        strategy: z.exactOptional(text),
        analysis: z.exactOptional(words),
        opportunities: z.exactOptional(words),
      }),
    ),
  ),
  actions: z.exactOptional(
    byName(
      z.looseObject({
        what: text,
        obligation: text,
        theme: z.exactOptional(text),
        analysis: z.exactOptional(words),
        goal: z.exactOptional(text),
      }),
    ),
  ),
  implementation: z.exactOptional(z.looseObject({ responsible: text })),
  followUp: z.exactOptional(z.looseObject({ every: part<Duration>(), by: text })),
}) as unknown as z.ZodType<CarePlan>;

const dataDepth = z.looseObject({
  ...annotations,
  mostValuableFirst: words,
  required: byName(words),
  usedFor: z.exactOptional(byName(words)),
}) as unknown as z.ZodType<DataDepth>;

const exception = z.looseObject({
  accountId: recordId,
  model: text,
  reason: text,
  validFrom: z.exactOptional(civilDate),
  validUntil: z.exactOptional(civilDate),
});

const care: z.ZodType<CareChapter> = z.looseObject({
  ...annotations,
  segmentedBy: text,
  models: byName(model),
  bySegment: byName(text),
  exceptions: z.exactOptional(z.array(exception)),
  paths: z.exactOptional(byName(path)),
  serviceLevels: z.exactOptional(byName(serviceLevel)),
  floorLevel: z.exactOptional(text),
  plans: z.exactOptional(byName(plan)),
  timeBudgets: z.exactOptional(byName(byName(part<TimeAllotment>()))),
  dataDepth: z.exactOptional(dataDepth),
});

const cadence = z.looseObject({
  ...annotations,
  method: text,
  counts: z.exactOptional(condition),
  weights: z.exactOptional(z.array(z.looseObject({ when: condition, weight: z.number() }))),
  appliesWhen: z.exactOptional(condition),
  adjusted: z.exactOptional(z.array(z.looseObject({ when: condition }))),
  reach: z.exactOptional(z.looseObject({ channels: words })),
  fatigue: z.exactOptional(z.looseObject({ counts: condition })),
  where: z.exactOptional(condition),
  answeredBy: z.exactOptional(
    z.looseObject({ contact: z.exactOptional(condition), field: z.exactOptional(text) }),
  ),
  anchor: z.exactOptional(z.looseObject({})),
  skippedAfter: z.exactOptional(condition),
  contractual: z.exactOptional(z.looseObject({ where: condition })),
}) as unknown as z.ZodType<Cadence>;

const campaign = z.looseObject({
  ...annotations,
  zone: text,
  period: z.looseObject({ from: civilDate, until: civilDate }),
  weeks: part(),
  deadline: part(),
  life: part(),
  counts: condition,
  absence: part(),
  criteria: byName(part()),
  caps: z.exactOptional(z.array(part())),
  ranking: z.looseObject({ ranks: text, ties: words }),
  teamGoals: z.exactOptional(z.array(part())),
  tiers: z.exactOptional(z.looseObject({ rungs: z.array(part()) })),
  rankPrizes: z.exactOptional(z.looseObject({ prizes: z.array(part()) })),
  figures: z.exactOptional(byName(text)),
  figurePrizes: z.exactOptional(z.array(part())),
}) as unknown as z.ZodType<CampaignDefinition>;

const kpi = z.looseObject({
  ...annotations,
  figure: text,
  version: text,
  with: z.exactOptional(part()),
  names: z.exactOptional(z.looseObject({ en: z.exactOptional(text), fi: z.exactOptional(text) })),
  owner: z.exactOptional(text),
  executor: z.exactOptional(text),
  phase: z.exactOptional(text),
}) as unknown as z.ZodType<KpiDefinition>;

const step = z.looseObject({ status: text, by: text, on: civilDate });

/** The shape of a care policy. */
export const policySchema: z.ZodType<CarePolicy> = z.looseObject({
  ...annotations,
  $schema: z.exactOptional(text),
  id: text,
  version: text,
  validFrom: z.exactOptional(civilDate),
  validUntil: z.exactOptional(civilDate),
  status: z.exactOptional(text),
  history: z.exactOptional(z.array(step)),
  scope: z.exactOptional(
    z.looseObject({ units: z.exactOptional(words), pilot: z.exactOptional(z.boolean()) }),
  ),
  basedOn: z.exactOptional(z.looseObject({ id: text, version: text })),
  currency: z.exactOptional(text),
  businessLines: z.exactOptional(words),
  unit: z.exactOptional(
    z.looseObject({ ...annotations, per: words, recordsWithoutLine: text, duties: text }),
  ),
  readiness: z.exactOptional(part<ReadinessChapter>()),
  fields: z.exactOptional(byName(fieldKind as z.ZodType<FieldKind>)),
  parameters: z.exactOptional(byName(z.unknown() as z.ZodType<Parameter>)),
  measures: z.exactOptional(byName(part<Measure>())),
  cuts: z.exactOptional(
    byName(z.looseObject({ of: text, quantile: z.number(), type: z.number() })),
  ),
  segments: byName(classifierSchema),
  care,
  cadences: byName(cadence),
  schedule: z.exactOptional(part<ScheduleRules>()),
  campaigns: z.exactOptional(byName(campaign)),
  kpis: z.exactOptional(byName(kpi)),
}) as unknown as z.ZodType<CarePolicy>;
