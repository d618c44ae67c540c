import type { CustomerBase } from "../facts/index.js";
import {
  type CapacityCheck,
  type CapacityContext,
  type CompiledPolicy,
  checkCapacity,
} from "../policy/index.js";
import { type MatcherAnswer, unaskable } from "./matcher-answer.js";
import { listed } from "./names-of-policy.js";

/** What no amount of time would make possible. */
const IMPOSSIBLE: readonly string[] = ["nobodyEligible", "noOpenDay"];

/** Whether the people of a base can do all that a policy demands. */
export function answerBeKeepableOn(
  compiled: CompiledPolicy,
  base: CustomerBase,
  question: CapacityContext,
): MatcherAnswer {
  const { asOf, until, rules = compiled.policy.schedule } = question;
  const claim = `the policy can be kept from ${asOf} until ${until}`;
  if (rules === undefined) {
    const fault = "neither the policy has a chapter `schedule` nor the question its `rules`";
    return unaskable(claim, fault, "feasible");
  }
  const check = checkCapacity(base, compiled, question);
  const impossible = check.notCounted.filter(({ reason }) => IMPOSSIBLE.includes(reason));
  const { kind } = check.feasibility;
  const received = impossible.length > 0 ? "infeasible" : kind;
  return {
    verdict: received === "feasible" ? "met" : received === "infeasible" ? "notMet" : "unknown",
    claim,
    found: [`it is ${received}`, ...linesOf(check)],
    expected: "feasible",
    received,
  };
}

function linesOf({ gaps, notCounted, undecided }: CapacityCheck): readonly string[] {
  const reasons = [...new Set(notCounted.map(({ reason }) => reason))];
  const uncounted = reasons.map((reason) => {
    const ids = notCounted.filter((each) => each.reason === reason).map(({ id }) => id);
    return `${ids.length} duties are not counted: ${reason} (${listed(ids)})`;
  });
  const open = undecided.map(({ accountId, what }) => `${accountId} ${what}`);
  const undecidedLine = open.length === 0 ? [] : [`undecided: ${listed(open)}`];
  return [...gaps.slice(0, MOST_GAPS).map(gapText), ...uncounted, ...undecidedLine];
}

const MOST_GAPS = 5;

function gapText({ cells, shortMinutes }: CapacityCheck["gaps"][number]): string {
  const where = cells.map(({ personId, weeks }) => `\`${personId}\` in ${weeks.join(", ")}`);
  return `${where.join("; ")}: ${shortMinutes} minutes short`;
}
