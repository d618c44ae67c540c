import * as z from "zod";
import type { Fit } from "../policy/index.js";
import type { ClassifierFit } from "../segments/index.js";
import type { Checked, Finding } from "../shapes/index.js";
import type { Bounds } from "./check-bounds.js";
import { parseJson } from "./parse-json.js";
import { civilDate } from "./value-schemas.js";

const text = z.string();
const number = z.number();
const count = z.int().min(0);
const cut = z.nullable(number);
const cuts = z.array(cut);

const abcFit = z.strictObject({
  method: z.literal("abc"),
  cuts,
  counted: count,
  total: number,
  zero: count,
  negative: count,
  missing: count,
  classes: z.array(
    z.strictObject({
      accounts: count,
      total: number,
      shareOfAccounts: number,
      shareOfTotal: number,
    }),
  ),
  topFifth: z.strictObject({ accounts: count, shareOfTotal: number }),
});

const rfmFit = z.strictObject({
  method: z.literal("rfm"),
  recency: cuts,
  frequency: z.array(z.nullable(cuts)),
  monetary: z.array(z.nullable(cuts)),
  counted: count,
  leftOut: count,
});

const scale = z.discriminatedUnion("by", [
  z.strictObject({ by: z.literal("minMax"), minimum: number, maximum: number }),
  z.strictObject({
    by: z.literal("rank"),
    values: z.array(number).min(1),
    counts: z.array(count),
  }),
  z.strictObject({ by: z.literal("z"), mean: number, deviation: number.min(0) }),
]);

const scorecardFit = z.strictObject({
  method: z.literal("scorecard"),
  scales: z.array(z.nullable(scale)),
});

const classifierFit: z.ZodType<ClassifierFit> = z.discriminatedUnion("method", [
  abcFit,
  rfmFit,
  scorecardFit,
]);

/** What a fit could not compute; it is told again when the fit is used. */
const finding: z.ZodType<Finding> = z.strictObject({
  code: text,
  severity: z.enum(["error", "warning"]),
  path: text,
  message: text,
});

/** The shape of a stored fit. */
export const fitSchema: z.ZodType<Fit> = z.strictObject({
  format: z.literal("hoito-fit/1"),
  madeWith: z.strictObject({
    policyId: text,
    policyVersion: text,
    policyHash: text,
    libraryVersion: text,
    asOf: civilDate,
  }),
  accounts: count,
  cuts: z.record(text, number),
  leftOut: z.record(text, count),
  classifiers: z.record(text, classifierFit),
  findings: z.exactOptional(z.array(finding)),
});

/** A fit holds at most the different values of some criteria. */
const FIT_BOUNDS: Bounds = { depth: 16, nodes: 5_000_000, textLength: 10_000 };

/**
 * A fit that was stored, out of untrusted input: parsed JSON, or the JSON text itself.
 *
 * The shape alone is checked here; `withFit` then finds whether it belongs to the policy at hand.
 *
 * @param input - a fit as JSON text or as an object
 * @returns the fit, or findings such as `missing-property`, `unknown-value`, `wrong-type` and `not-json`
 *
 * @example A fit that lost its cuts
 * ```ts
 * import { parseFit } from "hoito/schemas";
 *
 * const result = parseFit(`{ "format": "hoito-fit/1", "accounts": -1, "leftOut": {} }`);
 * result.findings.map(({ path, code }) => `${path}: ${code}`);
 * // => [
 * //   "madeWith: missing-property",
 * //   "accounts: out-of-range",
 * //   "cuts: missing-property",
 * //   "classifiers: missing-property",
 * // ]
 * ```
 *
 * @category Schemas
 */
export function parseFit(input: unknown): Checked<Fit> {
  return parseJson(fitSchema, input, { what: "fit", bounds: FIT_BOUNDS });
}
