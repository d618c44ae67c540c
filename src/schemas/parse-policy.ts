import type { CarePolicy } from "../policy/index.js";
import type { Checked } from "../shapes/index.js";
import type { Bounds } from "./check-bounds.js";
import { parseJson } from "./parse-json.js";
import { policySchema } from "./policy-schema.js";

/**
 * What a policy may hold: far more than any company decides.
 *
 * @category Schemas
 */
export const POLICY_BOUNDS: Bounds = { depth: 64, nodes: 200_000, textLength: 10_000 };

/**
 * A care policy out of untrusted input: an object such as parsed JSON, or the JSON text itself.
 *
 * The shape alone is checked here, all faults at once; `compilePolicy` then resolves every name and says what was
 * probably meant. Nothing in the input is run or compiled, and none makes it throw or hang.
 *
 * @param input - a policy as JSON text or as an object
 * @returns the policy, or findings such as `missing-property`, `wrong-type`, `not-json` with
 *   line and column, `repeated-name`, `too-deep` and `too-large`
 *
 * @example What is missing is named
 * ```ts
 * import { parsePolicy } from "hoito/schemas";
 *
 * const result = parsePolicy(`{ "id": "demo", "segments": {}, "cadences": {} }`);
 * result.findings.map(({ path, code }) => `${path}: ${code}`);
 * // => ["version: missing-property", "care: missing-property"]
 * ```
 *
 * @category Schemas
 */
export function parsePolicy(input: unknown): Checked<CarePolicy> {
  return parseJson(policySchema, input, { what: "policy", bounds: POLICY_BOUNDS, byHand: true });
}
