import * as z from "zod";
import type { Condition } from "../rules/index.js";
import type { Classifier, SegmentLabel } from "../segments/index.js";
import { ASKING } from "./issue-findings.js";

// The shape alone, as the compiler reads it; what the words mean is checked when the policy is compiled.

const text = z.string();
const words = z.array(text);
const annotations = {
  title: z.exactOptional(text),
  note: z.exactOptional(text),
  source: z.exactOptional(text),
};
const bound = z.exactOptional(z.union([z.number(), z.looseObject({})]));

const label: z.ZodType<SegmentLabel> = z.looseObject({
  ...annotations,
  aliases: z.exactOptional(words),
  axes: z.exactOptional(z.record(text, text)),
  decidedBy: z.exactOptional(text),
  unlessApproved: z.exactOptional(text),
  policies: z.exactOptional(words),
  exitActions: z.exactOptional(words),
}) as unknown as z.ZodType<SegmentLabel>;

const rule = z.looseObject({
  ...annotations,
  segment: z.exactOptional(text),
  exclude: z.exactOptional(z.literal(true)),
  when: z.looseObject({}) as unknown as z.ZodType<Condition>,
  whenUnknown: z.exactOptional(text),
});

const band = z.looseObject({
  ...annotations,
  segment: text,
  atLeast: bound,
  moreThan: bound,
  atMost: bound,
  lessThan: bound,
});

const range = z.exactOptional(z.array(z.number()));

/** What each method has beside its labels. */
const METHODS: Readonly<Record<string, z.ZodType>> = {
  rules: z.looseObject({
    hitPolicy: text,
    assume: z.exactOptional(z.record(text, z.union([z.number(), z.boolean(), text]))),
    rules: z.array(rule),
    otherwise: z.exactOptional(text),
  }),
  bands: z.looseObject({ of: text, bands: z.array(band), missing: text }),
  abc: z.looseObject({
    of: text,
    by: text,
    classes: z.array(z.looseObject({ ...annotations, segment: text, upToShare: bound })),
    boundary: text,
    zero: text,
    negative: text,
    missing: text,
  }),
  rfm: z.looseObject({
    recency: text,
    frequency: text,
    monetary: text,
    bins: z.number(),
    scoring: z.looseObject({ by: text }),
    hitPolicy: text,
    segments: z.array(
      z.looseObject({
        ...annotations,
        segment: text,
        recency: range,
        frequency: range,
        monetary: range,
      }),
    ),
    otherwise: z.exactOptional(text),
    neverBought: text,
    missing: text,
  }),
  matrix: z.looseObject({
    axes: z.array(z.looseObject({ field: text, values: words })),
    cells: z.looseObject({}),
  }),
  scorecard: z.looseObject({
    weightsSumTo: z.number(),
    criteria: z.array(
      z.looseObject({
        ...annotations,
        of: text,
        weight: z.union([z.number(), z.looseObject({})]),
        normalise: z.looseObject({ by: text }),
      }),
    ),
    missing: text,
    bands: z.array(band),
  }),
  lifecycle: z.looseObject({
    start: text,
    startsRelationship: words,
    events: z.record(text, z.looseObject({ of: text, on: z.exactOptional(text) })),
    transitions: z.array(
      z.looseObject({
        ...annotations,
        from: z.union([text, words]),
        to: text,
        when: z.looseObject({}),
      }),
    ),
  }),
};

const head = z.looseObject({
  ...annotations,
  method: text,
  labels: z.record(text, label),
  moves: z.exactOptional(z.array(z.looseObject({ ...annotations, from: text, to: text }))),
});

/** The shape of a classifier: that of its method, or its head alone where the method is unknown. */
export const classifierSchema: z.ZodType<Classifier> = z
  .looseObject({})
  .superRefine((classifier, { issues }) => {
    const { method } = classifier;
    const isKnown = typeof method === "string" && Object.hasOwn(METHODS, method);
    for (const schema of isKnown ? [head, METHODS[method]!] : [head]) {
      const { error } = schema.safeParse(classifier, ASKING);
      for (const issue of error?.issues ?? []) issues.push(issue as z.core.$ZodRawIssue);
    }
  }) as unknown as z.ZodType<Classifier>;
