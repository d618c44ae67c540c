import type { HitPolicy } from "../../src/rules/index.js";

/** A rule as a plain statement about a world in which every fact is known. */
export interface PlainRule {
  readonly outcome: string;
  readonly holds: (facts: Readonly<Record<string, number>>) => boolean;
}

/** What one fully known world gives: the outcomes, or that rules are in conflict. */
export interface PlainAnswer {
  readonly isConflict: boolean;
  readonly outcomes: readonly (string | undefined)[];
}

/** Every way to fill in the facts that are missing. */
export function completions(
  facts: Readonly<Record<string, number | undefined>>,
  domain: readonly number[],
): readonly Readonly<Record<string, number>>[] {
  return Object.entries(facts).reduce<readonly Record<string, number>[]>(
    (worlds, [name, fact]) => {
      const values = fact === undefined ? domain : [fact];
      return worlds.flatMap((world) => values.map((value) => ({ ...world, [name]: value })));
    },
    [{}],
  );
}

/** The slow, obvious twin of `decideByRules` where nothing is unknown. */
export function plainAnswer(
  hitPolicy: HitPolicy,
  rules: readonly PlainRule[],
  otherwise: string | undefined,
  facts: Readonly<Record<string, number>>,
): PlainAnswer {
  const met = rules.filter((rule) => rule.holds(facts)).map((rule) => rule.outcome);
  const distinct = met.filter((outcome, index) => met.indexOf(outcome) === index);
  if (distinct.length === 0) return { isConflict: false, outcomes: [otherwise] };
  if (hitPolicy === "first") return { isConflict: false, outcomes: distinct.slice(0, 1) };
  const isConflict = hitPolicy === "unique" && distinct.length > 1;
  return { isConflict, outcomes: distinct };
}
