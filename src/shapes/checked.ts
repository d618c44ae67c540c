import type { Finding } from "./finding.js";
import { HoitoError } from "./hoito-error.js";

/**
 * What a check of untrusted input gives: the value, with any warnings, or every fault at once.
 *
 * @category Shapes
 */
export type Checked<T> =
  | { readonly ok: true; readonly value: T; readonly findings: readonly Finding[] }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/**
 * The value when no finding is an error, otherwise all findings.
 *
 * `build` runs only when nothing is wrong, so it may rely on everything that was checked.
 *
 * @category Shapes
 */
export function checked<T>(findings: readonly Finding[], build: () => T): Checked<T> {
  if (findings.some((each) => each.severity === "error")) return { ok: false, findings };
  return { ok: true, value: build(), findings };
}

/**
 * The value of a check, for hosts that prefer an exception to a branch.
 *
 * @param result - what a `parse…` or `compile…` function returned
 * @returns the checked value; warnings are dropped
 * @throws {@link HoitoError} with the code and path of the first error and all findings, when the
 *   check failed; in JavaScript also `not-a-result` for what no check returned
 *
 * @example Stop at start-up when the policy is broken
 * ```ts
 * import { compileCalendar, orThrow } from "hoito";
 *
 * const year = { from: "2018-01-01", until: "2019-01-01" } as const;
 * const calendar = orThrow(compileCalendar({ ...year, weekend: ["saturday", "sunday"] }));
 * calendar.from; // => "2018-01-01"
 * ```
 *
 * @category Shapes
 */
export function orThrow<T>(result: Checked<T>): T {
  requireResult(result);
  if (result.ok) return result.value;
  const errors = result.findings.filter((each) => each.severity === "error");
  const { code, path } = errors[0]!;
  const text = errors.map((each) => `${each.path === "" ? "input" : each.path}: ${each.message}`);
  throw new HoitoError(text.join("\n"), { code, path, findings: result.findings });
}

/** Refuses what only JavaScript can hand over, such as a value that was taken out already. */
function requireResult(result: Checked<unknown>): void {
  const { ok, findings } = Object(result) as Partial<Checked<unknown>>;
  if (ok === true || (ok === false && Array.isArray(findings))) return;
  const text =
    "this is no result of a check: hand over what a `parse…` or `compile…` function returned, once";
  throw new HoitoError(text, { code: "not-a-result", path: "result", received: result });
}
