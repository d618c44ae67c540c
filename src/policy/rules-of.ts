import {
  type CompiledCondition,
  type CompiledRule,
  type DerivedSlot,
  type RuleSet,
  type Slot,
  slotsRead,
} from "../rules/index.js";
import { type CompiledClassifier, EXCLUDED, UNCLASSIFIED } from "../segments/index.js";
import type { CompiledPolicy } from "./compiled-policy.js";

/**
 * A classifier as rules that give the same segment: rules, bands, and a matrix as one rule for each
 * cell; `undefined` for those that reckon.
 */
export function rulesOf(classifier: CompiledClassifier): RuleSet | undefined {
  if (classifier.method === "rules" || classifier.method === "bands") return classifier.rules;
  if (classifier.method !== "matrix") return undefined;
  const { axes, cells, name } = classifier;
  const passedOn = axes.flatMap(({ slot, values }, axis) =>
    [EXCLUDED, UNCLASSIFIED]
      .filter((word) => isWordOf(slot, word) && !values.includes(word))
      .map((word) => ruleFor(word, equals(slot, word), `segments.${name}.axes[${axis}]`)),
  );
  const rules = cells.map((outcome, position): CompiledRule => {
    let rest = position;
    const values = axes.map(() => "");
    for (let axis = axes.length - 1; axis >= 0; axis--) {
      const { values: words } = axes[axis]!;
      values[axis] = words[rest % words.length]!;
      rest = Math.floor(rest / words.length);
    }
    const of = axes.map(({ slot }, axis) => equals(slot, values[axis]!));
    const path = `segments.${name}.cells.${values.join(".")}`;
    return ruleFor(outcome, { kind: "all", title: undefined, of }, path);
  });
  return { hitPolicy: "first", rules: [...passedOn, ...rules], otherwise: UNCLASSIFIED };
}

/** The segments that a slot may hold, as rules that give the one that it does. */
export function segmentsAsRules(slot: Slot): RuleSet {
  const words = slot.kind as readonly string[];
  const rules = words.map((word) => ruleFor(word, equals(slot, word), `segments.${slot.name}`));
  return { hitPolicy: "first", rules, otherwise: UNCLASSIFIED };
}

/**
 * The slots of a policy that classifiers by rules fill, as far as some rules read them, each after
 * those that its own rules read. A set of segments, and scores, are left to be anything.
 */
export function derivedSlots(
  { classifiers, feeds, scope }: CompiledPolicy,
  sets: readonly RuleSet[],
): readonly DerivedSlot[] {
  const all = feeds.flatMap(({ classifier, slots }): readonly DerivedSlot[] => {
    const set = rulesOf(classifiers.get(classifier)!);
    const own = slots.find(({ part }) => part === undefined);
    if (set === undefined || set.hitPolicy === "collect" || own === undefined) return [];
    const wordOf = (outcome: string | undefined): string => outcome ?? UNCLASSIFIED;
    return [{ slot: scope.slots[own.index]!, set, wordOf }];
  });
  const read = new Set<number>();
  const note = ({ rules }: RuleSet): void => {
    for (const { condition } of rules) slotsRead(condition, read);
  };
  for (const set of sets) note(set);
  return all
    .reverse()
    .filter(({ slot, set }) => {
      const isRead = read.has(slot.index);
      if (isRead) note(set);
      return isRead;
    })
    .reverse();
}

function isWordOf({ kind }: Slot, word: string): boolean {
  return typeof kind === "object" && kind.includes(word);
}

function ruleFor(outcome: string, condition: CompiledCondition, path: string): CompiledRule {
  const nothing = { title: undefined, source: undefined };
  return { path, outcome, condition, unknownIsNotMet: false, ...nothing };
}

function equals(slot: Slot, value: string): CompiledCondition {
  const operand = { from: "literal", value } as const;
  return { kind: "bound", slot, word: "equals", order: "equal", operand, assumed: undefined };
}
