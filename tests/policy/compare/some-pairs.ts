import fc from "fast-check";
import type { AccountRecords, CustomerBase } from "../../../src/facts/index.js";
import { type CarePolicy, compilePolicy, type PolicyPair } from "../../../src/policy/index.js";
import type { RulesClassifier } from "../../../src/segments/index.js";
import { orThrow } from "../../../src/shapes/index.js";
import { somePolicies, someRecords } from "../some-policies.js";

const CHAPTERS = ["measures", "segments", "care", "cadences"] as const;
const effort = fc.constantFrom({}, { effortMinutes: 20 }, { effortMinutes: 45 });

/** The same policy with a known or unknown effort of its contacts. */
const worked = fc.tuple(somePolicies, effort, effort).map(([policy, visit, call]): CarePolicy => {
  const { cadences } = policy;
  return {
    ...policy,
    cadences: {
      visit: { ...cadences["visit"]!, ...visit },
      call: { ...cadences["call"]!, ...call },
    },
  };
});

/** What the second of two policies changes: whole chapters, or the rules of one classifier. */
type Edit = (policy: CarePolicy, other: CarePolicy) => Partial<CarePolicy>;

const chapters: fc.Arbitrary<Edit> = fc.subarray([...CHAPTERS]).map((names) => (_, other) => {
  return Object.fromEntries(names.map((name) => [name, other[name]]));
});
const rules: fc.Arbitrary<Edit> = fc
  .tuple(fc.constantFrom("drop", "insert", "replace", "moveUp"), fc.nat(3))
  .map(([edit, position]) => (policy, other) => {
    const group = policy.segments["group"] as RulesClassifier;
    const { rules: others } = other.segments["group"] as RulesClassifier;
    const own = [...group.rules];
    const at = position % own.length;
    if (edit === "moveUp") own.unshift(...own.splice(at, 1));
    else own.splice(at, edit === "insert" ? 0 : 1, ...(edit === "drop" ? [] : [others[0]!]));
    return { segments: { group: { ...group, rules: own } } };
  });

/** Two policies of which the second has some chapters, or rules, of its own, perhaps none. */
export const somePairs: fc.Arbitrary<PolicyPair> = fc
  .tuple(worked, worked, fc.oneof(chapters, rules))
  .map(([before, other, edit]) => {
    const after = { ...before, ...edit(before, other) };
    return { before: orThrow(compilePolicy(before)), after: orThrow(compilePolicy(after)) };
  });

/** Up to four accounts with their histories, all of them known equally well. */
export const someBases: fc.Arbitrary<CustomerBase> = fc
  .array(someRecords, { minLength: 1, maxLength: 4 })
  .map((list) => {
    const ids = ["A", "B", 3, "D"] as const;
    const all = list.map(({ account, measures: _, ...lists }, index) => {
      const id = ids[index]!;
      const { orders = [], activities = [], ownerships = [] } = lists;
      const rename = <T extends { readonly accountId: unknown }>(each: T) => {
        return { ...each, accountId: id };
      };
      return {
        account: { ...account, id },
        orders: orders.map(rename),
        activities: activities.map(rename),
        ownerships: ownerships.map(rename),
      } as unknown as AccountRecords;
    });
    return {
      accounts: all.map(({ account }) => account),
      coverage: list[0]!.coverage,
      orders: all.flatMap(({ orders = [] }) => orders),
      activities: all.flatMap(({ activities = [] }) => activities),
      ownerships: all.flatMap(({ ownerships = [] }) => ownerships),
    };
  });
