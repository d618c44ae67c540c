import type { IdleComparison, Possibility, WhyUndecided, Witness } from "../rules/index.js";
import { errorAt, type Finding, warningAt } from "../shapes/index.js";

/** Why nobody knows, in words. */
export const WHY: Readonly<Record<WhyUndecided, string>> = {
  opaqueTest: "it compares two fields, or a field with a cut that has no fit",
  largeSet: "a set has too many words for all their combinations",
  tooManySteps: "the bound on steps was reached",
};

/** An error with its witness, or the warning that nobody knows. */
export function finding(path: string, code: string, text: string, answer: Possibility): Finding {
  if (answer.kind === "undecided") {
    return warningAt(path, "not-proved", `whether ${text} is unsettled: ${WHY[answer.why]}`);
  }
  const { witness } = answer as { readonly witness: Witness };
  const isAllowed = code === "rules-leave-gap";
  const at = isAllowed ? warningAt : errorAt;
  return { ...at(path, code, `${text}: ${shown(witness)}`), witness };
}

/** Comparisons without which a condition would be met by the same accounts or records. */
export function idleFindings(path: string, idle: readonly IdleComparison[]): readonly Finding[] {
  return idle.map(({ field, comparison }) => {
    const text = `\`${comparison}\` of \`${field}\` changes nothing: the same is met without it`;
    return warningAt(path, "idle-comparison", text);
  });
}

function shown(witness: Witness): string {
  const fields = Object.entries(witness).map(([name, value]) => `${name} ${JSON.stringify(value)}`);
  return fields.length === 0 ? "one of which nothing is known" : fields.join(", ");
}
