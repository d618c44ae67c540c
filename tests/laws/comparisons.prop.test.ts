import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CustomerBase } from "../../src/facts/index.js";
import { recordsByAccount } from "../../src/facts/index.js";
import { alignLists } from "../../src/policy/compare/align-lists.js";
import { matchContacts } from "../../src/policy/compare/match-contacts.js";
import type { OwedContact } from "../../src/policy/compare/owed-contacts.js";
import {
  type CompareContext,
  classifyAccounts,
  comparePolicies,
  diffPolicies,
  explainMove,
  type PolicyChange,
  type PolicyComparison,
  type PolicyPair,
  summarizeComparison,
  type WorkChange,
} from "../../src/policy/index.js";
import type { Movement } from "../../src/segments/index.js";
import { addDays, type CivilDate } from "../../src/time/index.js";
import { someBases, somePairs } from "../policy/compare/some-pairs.js";
import { calendar } from "../policy/sample-policy.js";
import { someDays } from "../policy/some-policies.js";
import { slowContacts, slowVerdicts } from "../reference/slow-comparison.js";

const RUNS = { numRuns: 40 };
type Horizon = CompareContext & { readonly until: CivilDate };
const contextOf = (asOf: CivilDate): Horizon => ({ asOf, until: addDays(asOf, 150), calendar });
const compared = (base: CustomerBase, policies: PolicyPair, asOf: CivilDate) => {
  const comparison = comparePolicies(base, policies, contextOf(asOf));
  return comparison as PolicyComparison & Required<Pick<PolicyComparison, "contacts" | "hours">>;
};
const turned = ({ before, after }: PolicyPair): PolicyPair => ({ before: after, after: before });
const documents = ({ before, after }: PolicyPair) => ({
  before: before.policy,
  after: after.policy,
});

/** A change the other way round. */
function mirrored(change: PolicyChange): PolicyChange {
  const { chapter, path } = change;
  if (change.kind === "added") return { kind: "removed", chapter, path, before: change.after };
  if (change.kind === "removed") return { kind: "added", chapter, path, after: change.before };
  const { before, after, pathBefore } = change;
  const old = pathBefore === undefined ? {} : { pathBefore: path };
  return {
    kind: "changed",
    chapter,
    path: pathBefore ?? path,
    ...old,
    before: after,
    after: before,
  };
}

/** As a set: the order of changes depends on which side they are told from. */
const asSet = (list: readonly unknown[]): Set<string> => {
  return new Set(list.map((each) => JSON.stringify(each, sorted)));
};
const sorted = (_: string, value: unknown): unknown => {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
};

/** The value at a path, or `undefined`. */
function valueAt(document: unknown, path: string): unknown {
  const steps = path.match(/[^.[\]]+/g) ?? [];
  return steps.reduce<unknown>((part, step) => (part as Record<string, unknown>)[step], document);
}

const marginsOf = ({ states, counts }: Movement, side: "from" | "to"): Record<string, number> => {
  const sums = states.map((state, at) => {
    const cells = side === "from" ? counts[at]! : counts.map((row) => row[at]!);
    return [state, cells.reduce((sum, each) => sum + each, 0)] as const;
  });
  return Object.fromEntries(sums.filter(([, sum]) => sum > 0));
};

describe("the laws of comparisons", () => {
  it("comparisons-1: a policy compared with itself changes nothing and moves nobody", () => {
    fc.assert(
      fc.property(someBases, somePairs, someDays, (base, { before }, asOf) => {
        const policies = { before, after: before };
        const { changes, care, contacts, hours, kpis } = compared(base, policies, asOf);
        expect([changes, care.movers, contacts.changes, kpis.changes]).toEqual([[], [], [], []]);
        const { unchanged, ownerUnknown, before: was } = contacts.total;
        expect(unchanged + ownerUnknown).toBe(was);
        for (const { minutes } of hours.rows) expect(minutes.before).toBe(minutes.after);
        for (const { from, to } of care.segments!.moves) expect(from).toBe(to);
      }),
      RUNS,
    );
  });

  it("comparisons-2: two policies swapped give every answer the other way round", () => {
    fc.assert(
      fc.property(someBases, somePairs, someDays, (base, policies, asOf) => {
        const there = compared(base, policies, asOf);
        const back = compared(base, turned(policies), asOf);
        expect(asSet(back.changes)).toEqual(asSet(there.changes.map(mirrored)));
        const states = ({ care }: PolicyComparison, isBack: boolean) =>
          [...care.movers, ...care.undecidedAccounts].map(({ accountId, segment, careModel }) => {
            const way = isBack ? [segment.to, segment.from] : [segment.from, segment.to];
            const cared = isBack ? [careModel.to, careModel.from] : [careModel.from, careModel.to];
            return [accountId, way, cared];
          });
        expect(states(back, true)).toEqual(states(there, false));
        const { total } = there.contacts;
        expect(back.contacts.total).toEqual({
          ...total,
          before: total.after,
          after: total.before,
          appeared: total.vanished,
          vanished: total.appeared,
        });
        expect(back.contacts.changes.length).toBe(there.contacts.changes.length);
        const minutes = ({ hours }: PolicyComparison) => hours!.rows.map((row) => row.minutes);
        expect(minutes(back).map(({ after, before }) => [after, before])).toEqual(
          minutes(there).map(({ after, before }) => [before, after]),
        );
      }),
      RUNS,
    );
  });

  it("comparisons-3: the margins of the matrix are the labels of either policy", () => {
    fc.assert(
      fc.property(someBases, somePairs, someDays, (base, policies, asOf) => {
        const { segments } = compared(base, policies, asOf).care;
        for (const [side, compiled] of [
          ["from", policies.before],
          ["to", policies.after],
        ] as const) {
          const { data, dictionary } = classifyAccounts(base, compiled, { asOf });
          const counts: Record<string, number> = {};
          for (const code of data) counts[dictionary[code]!] = (counts[dictionary[code]!] ?? 0) + 1;
          expect(marginsOf(segments!, side)).toEqual(counts);
        }
      }),
      RUNS,
    );
  });

  it("comparisons-4: the accounts that move are those of which the two whole decisions differ, and the undecided are told apart", () => {
    fc.assert(
      fc.property(someBases, somePairs, someDays, (base, policies, asOf) => {
        const { care } = compared(base, policies, asOf);
        const slow = slowVerdicts(base, policies, contextOf(asOf));
        const found = (verdict: string) =>
          new Set(slow.filter((each) => each.verdict === verdict).map(({ id }) => id));
        expect(new Set(care.movers.map(({ accountId }) => accountId))).toEqual(found("moved"));
        expect(new Set(care.undecidedAccounts.map(({ accountId }) => accountId))).toEqual(
          found("undecided"),
        );
        expect(care.unmoved).toBe(found("unmoved").size);
        expect(care.moved + care.unmoved + care.undecided).toBe(care.accounts);
      }),
      RUNS,
    );
  });

  it("comparisons-5: an account moves only where its decisions read a change, and nothing else is called touched", () => {
    fc.assert(
      fc.property(someBases, somePairs, someDays, (base, policies, asOf) => {
        const { care, changes } = compared(base, policies, asOf);
        const paths = new Set(changes.map(({ path }) => path));
        for (const { touched } of care.movers) {
          expect(touched.length).toBeGreaterThan(0);
          for (const path of touched) expect(paths).toContain(path);
        }
        for (const records of recordsByAccount(base)) {
          const { before, after, touched } = explainMove(records, policies, contextOf(asOf));
          if (touched.length > 0) continue;
          expect(after.segment.value).toEqual(before.segment.value);
          expect(after.careModel.value).toEqual(before.careModel.value);
        }
      }),
      RUNS,
    );
  });

  it("comparisons-6: contacts before and after are all that each policy asks for, each told once", () => {
    fc.assert(
      fc.property(someBases, somePairs, someDays, (base, policies, asOf) => {
        const { contacts, hours } = compared(base, policies, asOf);
        const { total, notCompared, byCadence, changes } = contacts;
        const both = total.moved + total.reassigned + total.unchanged + total.ownerUnknown;
        expect(total.before).toBe(both + total.vanished);
        expect(total.after).toBe(both + total.appeared);
        const slow = slowVerdicts(base, policies, contextOf(asOf));
        const open = new Set(slow.flatMap(({ id, isOpen }) => (isOpen ? [id] : [])));
        for (const { accountId } of changes) expect(open).not.toContain(accountId);
        const { appeared, vanished, moved, reassigned } = total;
        expect(changes.length).toBe(appeared + vanished + moved + reassigned);
        for (const side of ["before", "after"] as const) {
          const asked = slowContacts(base, policies[side], contextOf(asOf));
          const left = notCompared.reduce((sum, each) => sum + each[side], 0);
          expect(total[side] + left).toBe(asked.length);
          expect(byCadence.reduce((sum, each) => sum + each[side], 0)).toBe(total[side]);
          expect(hours.total.contacts[side]).toBe(total[side]);
          expect(hours.notCompared[side]).toBe(left);
          if (left > 0) continue;
          const minutes = asked.reduce((sum, each) => sum + (each.minutes ?? 0), 0);
          expect(hours.total.minutes[side]).toBe(minutes);
          const unknown = asked.filter((each) => each.minutes === undefined);
          expect(hours.total.unknownEffort[side]).toBe(unknown.length);
        }
      }),
      RUNS,
    );
  });

  it("comparisons-7: hours add up over segments, over weeks and over both", () => {
    const added = (parts: readonly WorkChange[]) => {
      const sum = (of: (part: WorkChange) => number) =>
        parts.reduce((known, part) => known + of(part), 0);
      return [
        sum((part) => part.contacts.before),
        sum((part) => part.contacts.after),
        sum((part) => part.minutes.before),
        sum((part) => part.minutes.after),
        sum((part) => part.unknownEffort.before),
        sum((part) => part.unknownEffort.after),
      ];
    };
    fc.assert(
      fc.property(someBases, somePairs, someDays, (base, policies, asOf) => {
        const { hours } = compared(base, policies, asOf);
        const { total, bySegment, byWeek, rows, notCompared } = hours;
        for (const parts of [bySegment, byWeek, rows]) expect(added(parts)).toEqual(added([total]));
        for (const { minutes, unknownEffort } of [total, ...rows]) {
          const { before, after, difference } = minutes;
          const unknown = unknownEffort.before + unknownEffort.after + notCompared.accounts;
          const isKnown = unknown === 0;
          expect(difference).toBe(isKnown ? after - before : undefined);
        }
      }),
      RUNS,
    );
  });

  it("comparisons-8: two documents differ exactly where their hashes do, and every change stands where it says", () => {
    fc.assert(
      fc.property(somePairs, (policies) => {
        const changes = diffPolicies(documents(policies));
        expect(changes.length === 0).toBe(policies.before.hash === policies.after.hash);
        const { before, after } = documents(policies);
        for (const change of changes) {
          if (change.kind !== "removed") {
            expect(valueAt(after, change.path)).toEqual(change.after);
          }
          if (change.kind === "removed") {
            expect(valueAt(before, change.path)).toEqual(change.before);
          }
          if (change.kind === "changed") {
            const { pathBefore = change.path } = change;
            expect(valueAt(before, pathBefore)).toEqual(change.before);
          }
        }
      }),
      RUNS,
    );
  });

  it("comparisons-9: elements of two lists that are not told as different are equal, in the order of both", () => {
    const elements = fc.oneof(
      fc.constantFrom("a", "b", "c"),
      fc.record({ segment: fc.constantFrom("x", "y"), at: fc.nat(2) }),
    );
    const lists = fc.array(elements, { maxLength: 9 });
    fc.assert(
      fc.property(lists, lists, (before, after) => {
        const found = alignLists(before, after);
        const told = (side: "before" | "after") => new Set(found.map((each) => each[side]));
        const rest = (list: readonly unknown[], side: "before" | "after") =>
          list.filter((_, at) => !told(side).has(at));
        const paired = found.filter((each) => Object.keys(each).length === 2);
        expect(rest(before, "before")).toEqual(rest(after, "after"));
        for (const [index, pair] of paired.slice(1).entries()) {
          expect(pair.before).toBeGreaterThan(paired[index]!.before!);
          expect(pair.after).toBeGreaterThan(paired[index]!.after!);
        }
        const back = alignLists(after, before);
        const turnedBack = back.map(({ before: was, after: is }) => [is, was]);
        expect(asSet(turnedBack)).toEqual(asSet(found.map(({ before: b, after: a }) => [b, a])));
      }),
      { numRuns: 500 },
    );
  });

  it("comparisons-10: contacts that are matched share a window or a day, and no two that are left do", () => {
    const day = (at: number) => addDays("2018-01-01", at);
    const sides = fc.array(fc.tuple(fc.nat(25), fc.nat(6)), { maxLength: 6 }).map((list) =>
      list.map(([from, length], index): OwedContact => {
        const window = { earliest: day(from), ideal: day(from), latest: day(from + length) };
        const duty = { id: `#${index}`, accountId: "A", cadence: "visit", significance: 1 };
        return { ...duty, permission: "allowed", window };
      }),
    );
    const share = ({ window: left }: OwedContact, { window: right }: OwedContact) =>
      left.earliest <= right.latest && right.earliest <= left.latest;
    fc.assert(
      fc.property(sides, sides, (before, after) => {
        const { pairs, vanished, appeared } = matchContacts({ before, after });
        expect(asSet([...pairs.map(([was]) => was), ...vanished])).toEqual(asSet(before));
        expect(asSet([...pairs.map(([, is]) => is), ...appeared])).toEqual(asSet(after));
        for (const [was, is] of pairs) expect(share(was, is)).toBe(true);
        for (const was of vanished) for (const is of appeared) expect(share(was, is)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it("comparisons-11: shuffling accounts and records changes nothing", () => {
    const shuffled = <T>(list: readonly T[] = []): fc.Arbitrary<readonly T[]> =>
      fc.shuffledSubarray([...list], { minLength: list.length });
    const shuffles = someBases.chain((base) =>
      fc.tuple(
        fc.constant(base),
        fc.record({
          accounts: shuffled(base.accounts),
          orders: shuffled(base.orders),
          activities: shuffled(base.activities),
          ownerships: shuffled(base.ownerships),
        }),
      ),
    );
    fc.assert(
      fc.property(shuffles, somePairs, someDays, ([base, lists], policies, asOf) => {
        const again = compared({ ...base, ...lists }, policies, asOf);
        expect(again).toEqual(compared(base, policies, asOf));
      }),
      RUNS,
    );
  });

  it("comparisons-12: the counts of a base are those of its accounts together", () => {
    fc.assert(
      fc.property(someBases, somePairs, someDays, (base, policies, asOf) => {
        const countsOf = (of: CustomerBase) => {
          const summary = summarizeComparison(compared(of, policies, asOf));
          const { moved, unmoved, undecided, contacts, work } = summary;
          const { minutes } = work!;
          return [
            ...[moved, unmoved, undecided, minutes.before, minutes.after],
            ...Object.values(contacts!),
          ];
        };
        const parts = base.accounts.map((account) => {
          const isOwn = (each: { readonly accountId: unknown }) => each.accountId === account.id;
          return countsOf({
            ...base,
            accounts: [account],
            orders: base.orders!.filter(isOwn),
            activities: base.activities!.filter(isOwn),
            ownerships: base.ownerships!.filter(isOwn),
          });
        });
        const sums = parts.reduce((left, right) => left.map((each, at) => each + right[at]!));
        expect(countsOf(base)).toEqual(sums);
      }),
      RUNS,
    );
  });
});
