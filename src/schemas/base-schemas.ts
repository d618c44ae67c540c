import * as z from "zod";
import { type Coverage, type RateTable, recordKinds } from "../facts/index.js";
import { maybe, oneOf, recordSchema, type Shape } from "./record-schema.js";
import { civilDate, currency, rate, says } from "./value-schemas.js";

const extent = z.union([z.literal("complete"), recordSchema({ since: civilDate })], {
  error: says('is neither "complete" nor { "since": "2017-01-01" }'),
});

const extents = Object.fromEntries(recordKinds.map((kind) => [kind, maybe(extent)]));

/** The schema of what a base knows to be complete. */
export const coverage: z.ZodType<Coverage> = recordSchema<Coverage>(extents as Shape<Coverage>);

/** The schema of exchange rates into one currency. */
export const rateTable: z.ZodType<RateTable> = recordSchema<RateTable>({
  to: currency,
  rates: z.record(currency, rate),
  rounding: oneOf("halfUp", "halfEven"),
});
