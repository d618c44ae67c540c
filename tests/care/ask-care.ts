import type { CareChapter, CareException, OwnershipRule } from "../../src/care/index.js";
import type { Account, AccountRecords, Coverage, Ownership } from "../../src/facts/index.js";
import {
  type CareDecision,
  type CarePolicy,
  compilePolicy,
  decideCare,
} from "../../src/policy/index.js";
import type { RulesClassifier } from "../../src/segments/index.js";
import { type Finding, orThrow } from "../../src/shapes/index.js";
import { type CivilDate, compileCalendar } from "../../src/time/index.js";

const calendar = orThrow(
  compileCalendar({ from: "2018-01-01", until: "2019-01-01", weekend: ["saturday", "sunday"] }),
);

/** What a care chapter may say, right or wrong. */
export type WrittenCare = { readonly [Word in keyof CareChapter]?: unknown };

export const care = {
  segmentedBy: "size",
  models: {
    personal: { ownership: { mode: "onePerson" }, cadences: ["visits"], significance: 1 },
    light: { ownership: { mode: "none" }, cadences: "none", significance: 2 },
  },
  bySegment: { large: "personal", middle: "light", small: "light" },
} as const;

/** Large from 1000 employees, middle from 100, small from 10, excluded where inactive. */
export function policyOf(
  changed: WrittenCare = {},
  classifier: Partial<RulesClassifier> = {},
): CarePolicy {
  return {
    id: "care-under-test",
    version: "1",
    businessLines: ["training", "employment"],
    segments: {
      size: {
        method: "rules",
        labels: { large: {}, middle: {}, small: {} },
        hitPolicy: "first",
        rules: [
          { exclude: true, when: { field: "industry", equals: "closed" }, whenUnknown: "notMet" },
          { segment: "large", when: { field: "headcount", atLeast: 1000 } },
          { segment: "middle", when: { field: "headcount", atLeast: 100 } },
          { segment: "small", when: { field: "headcount", atLeast: 10 } },
        ],
        ...classifier,
      },
    },
    care: { ...care, ...changed } as CareChapter,
    cadences: {
      visits: {
        method: "interval",
        counts: { field: "kind", equals: "visit" },
        earliest: { days: 0 },
        ideal: { months: 1 },
        latest: { months: 2 },
        whenNever: "dueAtOnce",
        roll: "next",
      },
    },
  };
}

/** Everything that is wrong with a care chapter. */
export function findingsOf(changed: WrittenCare): readonly Finding[] {
  return compilePolicy(policyOf(changed)).findings;
}

/** Code and path of everything that is wrong. */
export function faultsOf(changed: WrittenCare): string[] {
  return findingsOf(changed).map(({ code, path }) => `${code} at ${path}`);
}

/** The care of an account, by the front door. */
export function careOn(
  asOf: CivilDate,
  account: Account,
  changed: WrittenCare = {},
  classifier: Partial<RulesClassifier> = {},
): CareDecision {
  const compiled = orThrow(compilePolicy(policyOf(changed, classifier)));
  const coverage = { activities: "complete", ownerships: "complete" } as const;
  return decideCare({ account, coverage }, compiled, { asOf, calendar });
}

/** An exception for account `A`. */
export function exception(rest: Partial<CareException> = {}): CareException {
  return { accountId: "A", model: "personal", reason: "founder's friend", ...rest };
}

/** An account of region `north` with these ownerships, all that there are unless coverage differs. */
export function ownedBy(
  ownerships: readonly Partial<Ownership>[],
  account: Omit<Account, "id"> = { region: "north" },
  coverage: Coverage = { ownerships: "complete" },
): AccountRecords {
  return {
    account: { id: "A", ...account },
    coverage,
    ownerships: ownerships.map((each) => ({
      ...{ accountId: "A", personId: "anna", role: "responsible", naming: "named" },
      ...(each as Partial<Ownership>),
    })),
  } as AccountRecords;
}

/** An ownership rule as JSON wrote it. */
export function ruleOf(written: unknown): OwnershipRule {
  return written as OwnershipRule;
}
