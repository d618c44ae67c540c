/**
 * Importing this module registers the policy matchers with vitest's `expect` and tells TypeScript
 * of them: once in a set-up file is enough.
 */
import { expect } from "vitest";
import { policyMatchers } from "../matchers.js";
import type { PolicyMatchers as Matchers } from "../policy-matchers.js";

export type { PolicyMatchers } from "../policy-matchers.js";

declare module "vitest" {
  interface Matchers<T> extends PolicyMatchersOfVitest {}
}

/** The matchers as vitest declares its own. */
export interface PolicyMatchersOfVitest extends Matchers<void> {}

expect.extend(policyMatchers);
