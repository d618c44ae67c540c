import type { CompiledCare } from "../care/index.js";
import { type ProofContext, proveRules, type RuleSet } from "../rules/index.js";
import { errorAt, type Finding, warningAt } from "../shapes/index.js";
import { toEpochDay } from "../time/index.js";
import type { CompiledPolicy } from "./compiled-policy.js";
import { conditionFindings } from "./prove-conditions.js";

type Path = CompiledCare["paths"] extends ReadonlyMap<string, infer Each> ? Each : never;

/**
 * Models that nobody comes to, steps that nobody takes, exceptions that never hold.
 *
 * @param unreached - by classifier the segments that no account can be in
 */
export function proveCare(
  compiled: CompiledPolicy,
  unreached: ReadonlyMap<string, ReadonlySet<string>>,
  context: ProofContext,
): readonly Finding[] {
  const { care } = compiled;
  const dead = new Set<string>();
  const findings = [...care.paths].flatMap(([, path]) => stepFindings(path, context, dead));
  const reached = new Set<string>();
  for (const [segment, model] of care.bySegment) {
    if (!unreached.get(care.segmentedBy)!.has(segment)) reached.add(model);
  }
  const exceptions = [...care.exceptions.values()].flat();
  for (const { exception } of exceptions) reached.add(exception.model);
  for (const model of reached) {
    for (const step of care.paths.get(model)?.steps ?? []) {
      if (!dead.has(step.path)) reached.add(step.outcome);
    }
  }
  const models = [...care.models.keys()].filter((model) => !reached.has(model));
  return [
    ...findings,
    ...models.map((model) => {
      const text = `no segment, exception or path brings an account to care model \`${model}\``;
      return errorAt(`care.models.${model}`, "unreachable-care-model", text);
    }),
    ...exceptionFindings(compiled),
  ];
}

function stepFindings(path: Path, context: ProofContext, dead: Set<string>): readonly Finding[] {
  const { steps, climbs } = path;
  // On the highest step that is met an account stays: a step decides where no later one is met.
  const downward: RuleSet = { hitPolicy: "first", rules: steps.toReversed(), otherwise: undefined };
  const proofs = proveRules(downward, context).rules.toReversed();
  return steps.flatMap((step, index): readonly Finding[] => {
    const at = step.path;
    const given = climbs === "stepByStep" ? steps.slice(0, index) : [];
    const place = {
      path: at,
      condition: step.condition,
      given: given.map((each) => each.condition),
    };
    const findings = conditionFindings(place, context);
    if (findings.some(({ code }) => code === "contradictory-condition")) dead.add(at);
    const isPassed =
      climbs === "highestMet" &&
      proofs[index]!.canBeMet.kind !== "impossible" &&
      proofs[index]!.canDecide.kind === "impossible";
    if (!isPassed) return findings;
    dead.add(at);
    const text = `an account that takes this step has always taken a later one too, or may have`;
    return [...findings, errorAt(at, "unreachable-rule", text)];
  });
}

/** Exceptions whose days all lie outside those of the policy. */
function exceptionFindings({ care, policy }: CompiledPolicy): readonly Finding[] {
  const from = policy.validFrom === undefined ? -Infinity : toEpochDay(policy.validFrom);
  const until = policy.validUntil === undefined ? Infinity : toEpochDay(policy.validUntil);
  return [...care.exceptions.values()]
    .flat()
    .filter(({ fromDay, untilDay }) => untilDay <= from || fromDay >= until)
    .map(({ path }) => {
      const text = "the exception lies outside the days of the policy and never holds";
      return warningAt(path, "exception-out-of-force", text);
    });
}
