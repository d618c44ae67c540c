import type { CompiledPolicy } from "../policy/index.js";
import type { Decision, Reason } from "../shapes/index.js";
import type { CaseDifference } from "./case-difference.js";
import { faultOfPath } from "./path-of-policy.js";

/**
 * Rules that should have been met and steps that should have been taken, and were not. A path that is
 * nowhere in the policy cannot be asked about.
 */
export function differencesOfBecause(
  expected: readonly string[],
  decisions: readonly Decision<unknown>[],
  compiled: CompiledPolicy,
): readonly CaseDifference[] {
  const seen = new Map<string, "met" | "notMet" | "unknown">();
  for (const { because } of decisions) {
    for (const reason of because) note(reason, seen, isOneOfSeveral(reason, because));
  }
  return expected.flatMap((path, index): readonly CaseDifference[] => {
    const verdict = seen.get(path);
    if (verdict === "met") return [];
    const at = `expect.because[${index}]`;
    const received = [...seen].filter(([, each]) => each === "met").map(([each]) => each);
    const fault = verdict === undefined ? faultOfPath(compiled, path, seen.keys()) : undefined;
    if (fault !== undefined) {
      return [{ path: at, why: "notAskable", message: fault, expected: path, received }];
    }
    const why = verdict === "unknown" ? "undecided" : "different";
    return [{ path: at, why, message: messageOf(path, verdict), expected: path, received }];
  });
}

/** Whether care may have come about by this segment, or on this path, and by others as well. */
function isOneOfSeveral(reason: Reason, because: readonly Reason[]): boolean {
  if (reason.kind !== "step" || !reason.step.startsWith("care")) return false;
  return because.some((each) => {
    return each.kind === "step" && each.step === reason.step && each.path !== reason.path;
  });
}

/** A path stands for what became of it last: what is met once is met. */
function note(
  reason: Reason,
  seen: Map<string, "met" | "notMet" | "unknown">,
  isOpen: boolean,
): void {
  if (reason.kind === "comparison") return;
  if (reason.kind === "rule" && seen.get(reason.rule) !== "met") {
    seen.set(reason.rule, reason.verdict);
  }
  if (reason.kind === "step" && seen.get(reason.path) !== "met") {
    seen.set(reason.path, isOpen ? "unknown" : "met");
  }
  for (const each of reason.of) note(each, seen, false);
}

function messageOf(path: string, verdict: "notMet" | "unknown" | undefined): string {
  if (verdict === "unknown") return `\`${path}\` is unknown`;
  return `\`${path}\` is not ${verdict === "notMet" ? "met" : "among the reasons"}`;
}
