import * as z from "zod";
import type { Cadence } from "../cadence/index.js";
import type { CareChapter, CareModel } from "../care/index.js";
import type { FieldKind } from "../facts/index.js";
import type { Measure } from "../measures/index.js";
import type { CarePolicy } from "../policy/index.js";
import type { Condition, Parameter } from "../rules/index.js";
import type { RulesClassifier, SegmentLabel } from "../segments/index.js";
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

const label: z.ZodType<SegmentLabel> = z.looseObject({
  ...annotations,
  aliases: z.exactOptional(words),
  axes: z.exactOptional(byName(text)),
  decidedBy: z.exactOptional(text),
});

const rule = z.looseObject({
  ...annotations,
  segment: z.exactOptional(text),
  exclude: z.exactOptional(z.literal(true)),
  when: condition,
  whenUnknown: z.exactOptional(text),
});

const classifier = z.looseObject({
  ...annotations,
  method: text,
  labels: byName(label),
  hitPolicy: text,
  assume: z.exactOptional(byName(z.union([z.number(), z.boolean(), text]))),
  rules: z.array(rule),
  otherwise: z.exactOptional(text),
}) as unknown as z.ZodType<RulesClassifier>;

const model = z.looseObject({
  ...annotations,
  ownership: z.looseObject({ mode: text, per: z.exactOptional(words) }),
  cadences: z.union([z.literal("none"), words], {
    error: "`cadences` is a list of names or `none`",
  }),
  significance: z.number(),
}) as unknown as z.ZodType<CareModel>;

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
});

const cadence = z.looseObject({
  ...annotations,
  method: text,
  counts: condition,
  weights: z.exactOptional(z.array(z.looseObject({ when: condition, weight: z.number() }))),
}) as unknown as z.ZodType<Cadence>;

const step = z.looseObject({ status: text, by: text, on: civilDate });

/** The shape of a care policy. */
export const policySchema: z.ZodType<CarePolicy> = z.looseObject({
  ...annotations,
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
  fields: z.exactOptional(byName(fieldKind as z.ZodType<FieldKind>)),
  parameters: z.exactOptional(byName(z.unknown() as z.ZodType<Parameter>)),
  measures: z.exactOptional(byName(part<Measure>())),
  cuts: z.exactOptional(
    byName(z.looseObject({ of: text, quantile: z.number(), type: z.number() })),
  ),
  segments: byName(classifier),
  care,
  cadences: byName(cadence),
}) as unknown as z.ZodType<CarePolicy>;
