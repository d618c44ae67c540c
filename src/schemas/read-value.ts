import type * as z from "zod";
import type { Checked } from "../shapes/index.js";
import { checkBounds, RECORD_BOUNDS } from "./check-bounds.js";
import { ASKING, issueFindings } from "./issue-findings.js";
import { unknownProperties } from "./unknown-properties.js";

/** Untrusted input as a value of a schema, or all that is wrong with it: the one way in. */
export function readValue<T>(input: unknown, schema: z.ZodType<T>, path: string): Checked<T> {
  const findings = checkBounds(input, RECORD_BOUNDS, path);
  if (findings.length > 0) return { ok: false, findings };
  const warnings = unknownProperties(schema, input, path);
  const read = schema.safeParse(input, ASKING);
  if (read.success) return { ok: true, value: read.data, findings: warnings };
  return { ok: false, findings: [...issueFindings(read.error.issues, path), ...warnings] };
}
