import { type DerivedSlot, type RuleSet, restateRules, type Slot } from "../rules/index.js";
import { fieldsOfClassifier, UNCLASSIFIED } from "../segments/index.js";
import type { CompiledPolicy } from "./compiled-policy.js";
import { derivedSlots, rulesOf, segmentsAsRules } from "./rules-of.js";

/** One policy as it decides on care: its rules, and the rules that fill what they read. */
export interface DecidingSide {
  readonly compiled: CompiledPolicy;
  readonly set: RuleSet;
  readonly derived: readonly DerivedSlot[];
  /** What its rules read, by name, save what rules fill. */
  readonly reads: ReadonlyMap<string, Slot>;
  /** The classifier, where it reckons; then the rules read the segment that it came to. */
  readonly reckonedBy: string | undefined;
}

/** What stands for no care model; no model may bear this name. */
const NO_MODEL = "none";

/** A policy by the segments, or the care models, that it gives. */
export function decidingSide(
  compiled: CompiledPolicy,
  by: "segment" | "careModel" = "segment",
): DecidingSide {
  const { care, classifiers } = compiled;
  const name = care.segmentedBy;
  const ruled = rulesOf(classifiers.get(name)!);
  const written = ruled ?? segmentsAsRules(reckonedSlot(compiled));
  const outcomeOf = (segment: string): string =>
    by === "segment" ? segment : (care.bySegment.get(segment) ?? NO_MODEL);
  const set: RuleSet = {
    ...written,
    rules: written.rules.map((rule) => ({ ...rule, outcome: outcomeOf(rule.outcome) })),
    otherwise: outcomeOf(written.otherwise ?? UNCLASSIFIED),
  };
  const derived = derivedSlots(compiled, [set]);
  const filled = new Set(derived.map(({ slot }) => slot));
  const reads = new Map<string, Slot>();
  const slotOf = (slot: Slot): Slot => {
    if (!filled.has(slot)) reads.set(slot.name, slot);
    return slot;
  };
  for (const each of [set, ...derived.map((one) => one.set)]) {
    restateRules(each, { slotOf, cutOf: (cut) => cut });
  }
  return { compiled, set, derived, reads, reckonedBy: ruled === undefined ? name : undefined };
}

/** A slot of its own that holds the segment which care goes by. */
function reckonedSlot({ care, policy, scope }: CompiledPolicy): Slot {
  const name = care.segmentedBy;
  const kind = fieldsOfClassifier(name, policy.segments[name]!).get(name)!;
  return { name, kind, index: scope.slots.length };
}
