import type { CompiledCondition } from "../compiled-condition.js";

/**
 * What must all hold for a condition to; by De Morgan's laws, which stand in three values too, what
 * is said of none of several is said of each.
 */
export function conjunctsOf(condition: CompiledCondition): readonly CompiledCondition[] {
  if (condition.kind === "all") return condition.of.flatMap(conjunctsOf);
  if (condition.kind !== "not") return [condition];
  const [inner] = condition.of;
  if (inner!.kind === "not") return conjunctsOf(inner!.of[0]!);
  if (inner!.kind !== "any") return [condition];
  return inner!.of.flatMap((part) => conjunctsOf({ kind: "not", title: undefined, of: [part] }));
}
