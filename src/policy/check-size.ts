import { errorAt, type Finding } from "../shapes/index.js";

/** Most values in a policy, lists and objects counted too: far more than any company decides. */
const MAX_VALUES = 200_000;

/**
 * Findings for a policy that no check could finish with: one that is no object, holds more than 200
 * 000 values, or holds itself.
 */
export function checkSize(policy: unknown): readonly Finding[] {
  if (typeof policy !== "object" || policy === null || Array.isArray(policy)) {
    return [errorAt("", "malformed-policy", "a policy is an object")];
  }
  const waiting: unknown[] = [policy];
  for (let index = 0; index < waiting.length; index++) {
    const value = waiting[index];
    if (typeof value !== "object" || value === null) continue;
    const parts = Object.values(value);
    if (waiting.length + parts.length > MAX_VALUES) {
      return [errorAt("", "too-large", `a policy holds at most ${MAX_VALUES} values`)];
    }
    waiting.push(...parts);
  }
  return [];
}
