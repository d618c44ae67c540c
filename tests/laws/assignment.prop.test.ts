import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Account,
  type AccountRecords,
  type CustomerBase,
  money,
  type RecordTypes,
  recordsByAccount,
} from "../../src/facts/index.js";
import {
  type CarePolicy,
  classifyAccounts,
  compilePolicy,
  decideCare,
} from "../../src/policy/index.js";
import {
  compareProposals,
  compileLifecycle,
  compileStayRule,
  decideMembership,
  effectiveSegment,
  type KeyAccountCandidate,
  type KeyAccountRule,
  type LifecycleDefinition,
  type LifecycleMemory,
  labelOf,
  lifecycleOf,
  type MembershipState,
  membershipStateOn,
  mergeUnitDuties,
  movementBySeller,
  movementMatrix,
  nextMembershipChange,
  proposeMembership,
  replayMembership,
  type ScoreStayRule,
  type SegmentMembership,
  type StayHistory,
  type StayState,
  segmentQuality,
  selectKeyAccounts,
  startStay,
  unitsOfAccount,
} from "../../src/segments/index.js";
import { orThrow } from "../../src/shapes/index.js";
import {
  addDays,
  type CivilDate,
  compileCalendar,
  toCivilDate,
  toEpochDay,
} from "../../src/time/index.js";
import { dailyLifecycle } from "../reference/daily-lifecycle.js";
import { dailyStay } from "../reference/daily-stay.js";
import { columnOf } from "../segments/assignment/columns.js";

const LABELS = ["A", "B", "C"];
const STATES = [...LABELS, "excluded", "unclassified", "undecided", "conflict"];
const definition = { labels: LABELS, order: "bestFirst" } as const;
const START: CivilDate = "2018-01-01";
const days = (most: number) => fc.nat(most).map((each) => addDays(START, each));

/** A list in two orders. */
function twoOrders<T>(each: fc.Arbitrary<T>, maxLength: number) {
  return fc
    .array(each, { maxLength })
    .chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
}
const labelled = fc
  .uniqueArray(fc.nat(20), { maxLength: 15 })
  .chain((ids) =>
    fc.tuple(...ids.map((id) => fc.constantFrom(...STATES).map((label) => [id, label] as const))),
  );
const sum = (values: readonly number[]) => values.reduce((total, each) => total + each, 0);

describe("assignment: movement", () => {
  it("assignment-1: the cells of a movement matrix add up to all accounts, its rows to those before, its columns to those after", () => {
    fc.assert(
      fc.property(labelled, labelled, (from, to) => {
        const { counts, totals, states } = orThrow(
          movementMatrix(columnOf(from), columnOf(to), definition),
        );
        const all = new Set([...from, ...to].map(([id]) => id)).size;
        expect(sum(counts.flat())).toBe(all);
        expect(sum(Object.values(totals))).toBe(all);
        const sizeOf = (rows: typeof from, state: string) =>
          rows.filter(([, label]) => (label === "conflict" ? "undecided" : label) === state).length;
        for (const [place, state] of states.slice(0, -1).entries()) {
          expect(sum(counts[place]!)).toBe(sizeOf(from, state));
          expect(sum(counts.map((row) => row[place]!))).toBe(sizeOf(to, state));
        }
      }),
    );
  });

  it("assignment-2: what was promoted one way was demoted the other way, and nobody moves between equal columns", () => {
    fc.assert(
      fc.property(labelled, labelled, (from, to) => {
        const there = orThrow(movementMatrix(columnOf(from), columnOf(to), definition)).totals;
        const back = orThrow(movementMatrix(columnOf(to), columnOf(from), definition)).totals;
        expect([back.promoted, back.arrived, back.moved]).toEqual([
          ...[there.demoted, there.gone, there.moved],
        ]);
        const still = orThrow(movementMatrix(columnOf(from), columnOf(from), definition));
        expect(still.totals.stayed + still.totals.undecided).toBe(from.length);
      }),
    );
  });

  it("assignment-3: every account is credited to its sellers or left out once, and the order of accounts and owners changes nothing", () => {
    const owned = twoOrders(
      fc.record({
        accountId: fc.nat(20),
        personId: fc.constantFrom("Aino", "Veikko", 3),
        role: fc.constantFrom("responsible", "teamMember"),
        naming: fc.constant("named"),
        validFrom: days(30),
      }),
      12,
    );
    const rules = fc.constantFrom("each", "nobody", "longest");
    fc.assert(
      fc.property(labelled, labelled, owned, rules, (from, to, [one, other], severalOwners) => {
        const [before, after] = [columnOf(from, "2018-01-16"), columnOf(to, "2018-01-20")];
        const ask = (ownerships: typeof one, flip: boolean) =>
          orThrow(
            movementBySeller(
              {
                before: flip ? columnOf([...from].reverse(), "2018-01-16") : before,
                after: flip ? columnOf([...to].reverse(), "2018-01-20") : after,
                coverage: { ownerships: "complete" },
                ownerships: ownerships as readonly RecordTypes["ownerships"][],
              },
              definition,
              { ownedOn: "before", severalOwners: severalOwners as "each" },
            ),
          );
        const result = ask(one, false);
        expect(ask(other, true)).toEqual(result);
        const credited = sum(result.sellers.flatMap(({ counts }) => Object.values(counts)));
        const left = sum(Object.values(result.withoutSeller));
        const all = new Set([...from, ...to].map(([id]) => id)).size;
        if (severalOwners === "each") expect(credited + left).toBeGreaterThanOrEqual(all);
        else expect(credited + left).toBe(all);
      }),
    );
  });
});

const thresholds = fc
  .uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 4, maxLength: 4 })
  .map((all) => all.sort((left, right) => right - left))
  .chain(([one, two, three, four]) =>
    fc.tuple(fc.nat(two!), fc.nat(four!)).map(([first, second]) => [
      { label: "A", promoteFrom: one!, holdFrom: two!, demoteBelow: first },
      { label: "B", promoteFrom: three!, holdFrom: four!, demoteBelow: second },
    ]),
  );
const shortTimes = fc.constantFrom(
  "none" as const,
  { days: 0 },
  { days: 20 },
  { weeks: 6 },
  { months: 2 },
);
const reviews = fc.oneof(
  { weight: 3, arbitrary: fc.constant("daily" as const) },
  fc
    .tuple(fc.constantFrom({ months: 1 }, { days: 10 }, { weeks: 3 }), days(60))
    .map(([every, from]) => ({ every, from: addDays(from, -31) })),
  fc.array(days(200), { maxLength: 6 }).map((on) => ({ on })),
);
const stayRules: fc.Arbitrary<ScoreStayRule> = fc.record({
  by: fc.constant("score"),
  membership: fc.constantFrom("dynamic", "dynamic", "dynamic", "static"),
  levels: thresholds,
  lowest: fc.constant("C"),
  minimumStay: shortTimes,
  minimumStayHolds: fc.constantFrom("demotion", "everyMove"),
  grace: shortTimes,
  review: reviews,
});
const histories: fc.Arbitrary<StayHistory> = fc.record({
  readings: fc.uniqueArray(
    fc
      .tuple(
        days(220).map((day) => addDays(day, -20)),
        fc.option(fc.nat(100), { freq: 5, nil: undefined }),
      )
      .map(([on, score]) => (score === undefined ? { on } : { on, score })),
    { maxLength: 10, selector: ({ on }) => on },
  ),
  moves: fc.uniqueArray(
    fc.record({ on: days(200), to: fc.constantFrom(...LABELS), reason: fc.constant("Agreed.") }),
    { maxLength: 2, selector: ({ on }) => on },
  ),
});

describe("assignment: staying", () => {
  it("assignment-4: a membership replayed day by day, its state stored in between, ends where jumping to the end leads, and where the rule read word by word leads", () => {
    fc.assert(
      fc.property(
        stayRules,
        histories,
        fc.constantFrom(...LABELS),
        days(220),
        (written, history, label, asOf) => {
          const rule = orThrow(compileStayRule(written, {}));
          const start = startStay(label, START);
          const jump = orThrow(replayMembership(history, rule, { asOf, previous: start }));
          let state: StayState = start;
          let moves = 0;
          for (let day = START; day <= asOf; day = addDays(day, 1)) {
            const previous = JSON.parse(JSON.stringify(state)) as StayState;
            const step = orThrow(replayMembership(history, rule, { asOf: day, previous }));
            state = step.state;
            moves += step.moves.length;
          }
          expect(state).toEqual(jump.state);
          expect(moves).toBe(jump.moves.length);
          const slow = dailyStay(history, written, { label, since: START }, asOf);
          const { label: last, since } = jump.state;
          expect({ label: last, since, moves }).toEqual(slow);
        },
      ),
      { numRuns: 150 },
    );
  });

  it("assignment-5: until the day of its next change a membership stays as it is, and the order of readings changes nothing", () => {
    fc.assert(
      fc.property(stayRules, histories, days(150), (written, history, asOf) => {
        const rule = orThrow(compileStayRule(written, {}));
        const previous = startStay("B", START);
        const now = orThrow(replayMembership(history, rule, { asOf, previous }));
        const until = now.nextChange ?? addDays(asOf, 120);
        const eve = addDays(until, -1);
        const later = orThrow(replayMembership(history, rule, { asOf: eve, previous }));
        expect({ ...later.state, until: asOf }).toEqual(now.state);
        const turned = {
          readings: [...history.readings].reverse(),
          moves: [...history.moves!].reverse(),
        };
        expect(orThrow(replayMembership(turned, rule, { asOf, previous }))).toEqual(now);
      }),
    );
  });
});

const NAMES = ["s0", "s1", "s2", "s3"];
const triggers = fc.oneof(
  fc.record(
    { event: fc.constantFrom("order", "visit"), times: fc.integer({ min: 1, max: 3 }) },
    { requiredKeys: ["event"] },
  ),
  fc.record({
    quiet: fc.constantFrom("order", "visit"),
    for: fc.constantFrom({ days: 0 }, { days: 9 }, { weeks: 3 }, { months: 1 }),
    countedFrom: fc.constantFrom("lastEvent", "entry"),
  }),
  fc.record({ after: fc.constantFrom({ days: 0 }, { days: 1 }, { days: 12 }, { months: 1 }) }),
);
const ways = fc.array(
  fc.record({
    from: fc.constantFrom("s1", "s2", "s3", ["s1", "s2"], ["s3", "s2"]),
    to: fc.constantFrom(...NAMES.slice(1)),
    when: triggers,
  }),
  { maxLength: 7 },
);
const lifecycles = fc
  .tuple(ways, fc.subarray(NAMES.slice(1)), fc.constantFrom("order", "visit"))
  .map(
    ([transitions, fresh, first]): LifecycleDefinition => ({
      states: Object.fromEntries(
        NAMES.map((name) => [name, fresh.includes(name) ? { startsRelationship: true } : {}]),
      ),
      start: "s0",
      events: {
        order: { of: "orders" },
        visit: { of: "activities", where: { field: "kind", equals: "visit" } },
      },
      transitions: [{ from: "s0", to: "s1", when: { event: first } }, ...transitions],
    }),
  );
const events = fc.array(
  fc.record({ name: fc.constantFrom("order", "visit", "call"), on: days(120) }),
  { maxLength: 12 },
);
const recordsOf = (
  all: readonly { readonly name: string; readonly on: CivilDate }[],
): AccountRecords => {
  const value = money("1.00", "EUR");
  const known = all.map(({ name, on }, id) => ({ name, on, id, accountId: "A" }));
  return {
    account: { id: "A" },
    coverage: { orders: "complete", activities: "complete" },
    orders: known
      .filter(({ name }) => name === "order")
      .map(({ id, accountId, on }) => ({ id, accountId, orderedOn: on, value })),
    activities: known
      .filter(({ name }) => name !== "order")
      .map(({ id, accountId, on, name }) => {
        return { id, accountId, heldOn: on, kind: name, status: "held" };
      }),
  };
};

describe("assignment: lifecycle", () => {
  it("assignment-6: a lifecycle folded day by day, its memory stored in between, ends where jumping to the end leads, and where counting everything anew each day leads", () => {
    fc.assert(
      fc.property(lifecycles, events, days(150), (written, happened, asOf) => {
        const lifecycle = orThrow(compileLifecycle(written, {}));
        const records = recordsOf(happened);
        const jump = lifecycleOf(records, lifecycle, { asOf });
        let memory: LifecycleMemory | undefined;
        let steps = 0;
        for (let day = START; day <= asOf; day = addDays(day, 1)) {
          const text = memory && (JSON.parse(JSON.stringify(memory)) as LifecycleMemory);
          const context = text === undefined ? { asOf: day } : { asOf: day, previous: text };
          const today = lifecycleOf(records, lifecycle, context);
          memory = today.memory;
          steps += today.because.length;
        }
        expect(memory).toEqual(jump.memory);
        expect(steps).toBe(jump.because.length);
        const slow = dailyLifecycle(happened, written, START, asOf);
        const { next: _, ...state } = jump.value as Extract<typeof jump.value, { kind: "state" }>;
        expect(state).toEqual({ kind: "state", ...slow });
      }),
      { numRuns: 150 },
    );
  });

  it("assignment-7: until the day of its next change a lifecycle stays as it is, and on that day it goes where it said", () => {
    fc.assert(
      fc.property(lifecycles, events, days(120), (written, happened, asOf) => {
        const lifecycle = orThrow(compileLifecycle(written, {}));
        const records = recordsOf(happened);
        const now = lifecycleOf(records, lifecycle, { asOf }).value;
        if (now.kind !== "state") throw new Error("everything is known");
        const { next, ...state } = now;
        const eve = next === undefined ? addDays(asOf, 200) : addDays(next.on, -1);
        expect(lifecycleOf(records, lifecycle, { asOf: eve }).value).toMatchObject(state);
        if (next?.to === undefined) return;
        expect(lifecycleOf(records, lifecycle, { asOf: next.on }).value).toMatchObject({
          state: next.to,
          since: next.on,
        });
      }),
    );
  });

  it("assignment-8: the order of records changes no lifecycle", () => {
    fc.assert(
      fc.property(
        lifecycles,
        twoOrders(fc.record({ name: fc.constantFrom("order", "visit"), on: days(120) }), 10),
        days(150),
        (written, [one, other], asOf) => {
          const lifecycle = orThrow(compileLifecycle(written, {}));
          const [left, right] = [one, other].map((all) =>
            lifecycleOf(recordsOf(all), lifecycle, { asOf }),
          );
          expect(left).toEqual(right);
        },
      ),
    );
  });
});

const ORDER: readonly MembershipState[] = [
  "notProposed",
  "proposed",
  "refused",
  "approved",
  "inForce",
  "ended",
];
const team = { body: "managementTeam" };
const memberships: fc.Arbitrary<SegmentMembership> = fc
  .record({
    id: fc.nat(50),
    proposedOn: days(40),
    approve: fc.option(fc.boolean()),
    wait: fc.nat(20),
    begins: fc.option(fc.nat(40)),
    lasts: fc.option(fc.integer({ min: 1, max: 60 })),
    ends: fc.option(fc.nat(60)),
    segment: fc.constantFrom("A", "B"),
  })
  .map(({ id, proposedOn, approve, wait, begins, lasts, ends, segment }) => {
    const first = addDays(proposedOn, begins ?? 0);
    const on = addDays(proposedOn, wait);
    const proposed = orThrow(
      proposeMembership(
        {
          ...{
            id,
            accountId: "A",
            segment,
            basis: "data",
            reason: "Data.",
            proposedBy: 1,
            proposedOn,
          },
          ...(begins === null ? {} : { validFrom: first }),
          ...(lasts === null ? {} : { validUntil: addDays(first, lasts) }),
        },
        { A: { decidedBy: "managementTeam" }, B: { decidedBy: "managementTeam" } },
      ),
    );
    if (approve === null) return proposed;
    const verdict = { by: team, on, reason: "Agreed." };
    const decided = orThrow(
      decideMembership(proposed, { step: approve ? "approve" : "refuse", ...verdict }),
    );
    if (!approve || ends === null) return decided;
    return orThrow(decideMembership(decided, { step: "end", ...verdict, on: addDays(on, ends) }));
  });

describe("assignment: memberships", () => {
  it("assignment-9: a membership is in one state on a day, never goes back to an earlier one, and changes on no day that was not foretold", () => {
    fc.assert(
      fc.property(memberships, (membership) => {
        let before: MembershipState = "notProposed";
        let foretold = nextMembershipChange([membership], toEpochDay(START) - 1);
        for (let day = toEpochDay(START); day < toEpochDay(START) + 180; day++) {
          const state = membershipStateOn(membership, toCivilDate(day));
          expect(ORDER.indexOf(state)).toBeGreaterThanOrEqual(ORDER.indexOf(before));
          if (state !== before) expect(day).toBe(foretold);
          if (day === foretold) foretold = nextMembershipChange([membership], day);
          before = state;
        }
      }),
    );
  });

  it("assignment-10: a segment that somebody decides on is effective exactly while a membership in it is in force, whatever the order of the memberships", () => {
    fc.assert(
      fc.property(twoOrders(memberships, 4), days(150), ([one, other], asOf) => {
        const computed = { kind: "segment", segment: "A", decidedBy: "managementTeam" } as const;
        const context = { asOf, unit: { accountId: "A" } };
        const { value } = effectiveSegment(computed, one, context);
        const held = one.filter((each) => membershipStateOn(each, asOf) === "inForce");
        const segments = new Set(held.map(({ segment }) => segment));
        const kind = ["proposal", "segment", "conflict"][segments.size];
        expect(value.kind).toBe(kind);
        const ids = new Set(one.map(({ id }) => id));
        const turned = effectiveSegment(computed, other, context).value;
        if (ids.size === one.length && kind !== "conflict") expect(turned).toEqual(value);
        else expect(turned.kind).toBe(kind);
      }),
    );
  });
});

const candidates: fc.Arbitrary<KeyAccountCandidate[]> = fc
  .array(
    fc.record(
      {
        score: fc.nat(20),
        mutualCommitment: fc.boolean(),
        effortMinutes: fc.nat(50),
        isKeyAccount: fc.boolean(),
      },
      { requiredKeys: [] },
    ),
    { maxLength: 12 },
  )
  .map((all) => all.map((each, accountId) => ({ ...each, accountId })));
/** Candidates who are committed and of whom everything is known. */
const eager = candidates.map((all) =>
  all.map((each) => ({ score: 10, effortMinutes: 20, ...each, mutualCommitment: true })),
);
const capacities = fc.oneof(
  fc.record({ accounts: fc.nat(8) }),
  fc.record({ effortMinutes: fc.nat(150) }),
  fc.record({ accounts: fc.nat(8), effortMinutes: fc.nat(150) }),
);
const keyRules: fc.Arbitrary<KeyAccountRule> = fc.record({
  scale: fc.constant({ from: 0, to: 20 }),
  minimumScore: fc.constantFrom<"none" | number>("none", 5),
  capacity: capacities,
  whenFull: fc.constantFrom("stop", "skip"),
  ties: fc.shuffledSubarray(["keyAccountFirst", "lessEffortFirst"]),
});

describe("assignment: key accounts", () => {
  it("assignment-11: a selection never exceeds its capacity, takes nobody without commitment, and puts every candidate in one place", () => {
    fc.assert(
      fc.property(candidates, keyRules, (all, rule) => {
        const { selected, leftOut, undecided, used } = orThrow(selectKeyAccounts(all, rule));
        const { accounts = Infinity, effortMinutes = Infinity } = rule.capacity;
        expect(selected.length).toBeLessThanOrEqual(accounts);
        expect(used.effortMinutes).toBeLessThanOrEqual(effortMinutes);
        const found = selected.map(({ accountId }) => all[accountId as number]!);
        expect(sum(found.map((each) => each.effortMinutes ?? 0))).toBe(used.effortMinutes);
        expect(found.every(({ mutualCommitment }) => mutualCommitment === true)).toBe(true);
        const ids = [...selected, ...leftOut, ...undecided].map(({ accountId }) => accountId);
        expect(ids.sort((a, b) => Number(a) - Number(b))).toEqual([...all.keys()]);
        const reversed = orThrow(selectKeyAccounts([...all].reverse(), rule));
        expect(reversed).toEqual(orThrow(selectKeyAccounts(all, rule)));
      }),
    );
  });

  it("assignment-12: under `stop`, more capacity never drops an account that was selected", () => {
    fc.assert(
      fc.property(eager, keyRules, fc.nat(3), fc.nat(60), (all, rule, more, minutes) => {
        const { accounts, effortMinutes } = rule.capacity;
        const capacity = {
          ...(accounts === undefined ? {} : { accounts: accounts + more }),
          ...(effortMinutes === undefined ? {} : { effortMinutes: effortMinutes + minutes }),
        };
        const select = (changed: Partial<KeyAccountRule>) =>
          orThrow(selectKeyAccounts(all, { ...rule, whenFull: "stop", ...changed })).selected;
        const before = select({});
        expect(select({ capacity }).slice(0, before.length)).toEqual(before);
      }),
    );
  });
});

describe("assignment: figures", () => {
  it("assignment-13: the sizes of all segments add up to all accounts, revenue to all revenue that is known, and shuffling the accounts changes nothing", () => {
    const rows = twoOrders(
      fc.record({
        label: fc.constantFrom(...STATES),
        revenue: fc.option(fc.nat(1000), { nil: undefined }),
        measure: fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { nil: undefined }),
      }),
      15,
    );
    const demands = {
      labels: LABELS,
      minimumSize: "none",
      criteria: [],
      geographicFields: [],
    } as const;
    fc.assert(
      fc.property(rows, ([one, other]) => {
        const ask = (all: typeof one) =>
          orThrow(
            segmentQuality(
              {
                labels: columnOf(all.map((each) => [one.indexOf(each), each.label])),
                revenue: all.map(({ revenue }) => revenue),
                measure: all.map(({ measure }) => measure),
              },
              demands,
            ),
          );
        const { segments, coverage, undecided, overlap, spread } = ask(one);
        expect(ask(other)).toEqual(ask(one));
        expect(sum(segments.map(({ size }) => size))).toBe(one.length);
        const known = sum(one.map(({ revenue }) => revenue ?? 0));
        expect(sum(segments.map((each) => each.shareOfRevenue!.numerator))).toBe(known);
        const rest = segments.filter(({ label }) => label.endsWith("d") && label !== "undecided");
        const others = sum(rest.map(({ size }) => size));
        const counted = coverage.numerator + undecided.numerator + overlap.numerator;
        expect(counted + others).toBe(one.length);
        expect(spread!.within).toBeGreaterThanOrEqual(0);
        expect(spread!.between).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it("assignment-14: within and between together are all there is to tell accounts apart", () => {
    const rows = fc.array(fc.tuple(fc.constantFrom(...LABELS), fc.integer({ min: -50, max: 50 })), {
      minLength: 1,
      maxLength: 15,
    });
    fc.assert(
      fc.property(rows, (all) => {
        const labels = columnOf(all.map(([label], id) => [id, label]));
        const measure = all.map(([, value]) => value);
        const demands = {
          labels: LABELS,
          minimumSize: "none",
          criteria: [],
          geographicFields: [],
        } as const;
        const { spread } = orThrow(segmentQuality({ labels, measure }, demands));
        const mean = sum(measure) / measure.length;
        const total = sum(measure.map((value) => (value - mean) ** 2));
        expect(spread!.within + spread!.between).toBeCloseTo(total, 6);
      }),
    );
  });

  it("assignment-15: agreement, over- and understatement are all proposals whose account has a class, and the order of proposals changes nothing", () => {
    const proposals = twoOrders(
      fc.record({
        accountId: fc.nat(20),
        label: fc.constantFrom(...LABELS),
        proposedBy: fc.constantFrom("Aino", "Veikko"),
      }),
      15,
    ).map((both) =>
      both.map((all) => {
        const seen = new Map(
          [...all]
            .sort((left, right) => (left.label < right.label ? -1 : 1))
            .map((each) => [`${each.proposedBy} ${each.accountId}`, each]),
        );
        return all.filter((each) => seen.get(`${each.proposedBy} ${each.accountId}`) === each);
      }),
    );
    fc.assert(
      fc.property(proposals, labelled, ([one, other], classes) => {
        const ask = (all: NonNullable<typeof one>) =>
          orThrow(compareProposals(all, columnOf(classes), { labels: LABELS }));
        const { all, counts } = ask(one!);
        const { agreement, overstated, understated } = all;
        expect(agreement.numerator + overstated.numerator + understated.numerator).toBe(
          agreement.denominator,
        );
        const left = sum(agreement.excluded.map(({ count }) => count));
        expect(agreement.denominator + left).toBe(one!.length);
        expect(sum(counts.flat())).toBe(one!.length);
        const same = new Set(one).size === new Set([...one!, ...other!]).size;
        if (same) expect(ask(other!)).toEqual(ask(one!));
      }),
    );
  });
});

describe("assignment: the front door", () => {
  const labels = {
    key: { decidedBy: "board", unlessApproved: "ordinary" },
    growing: { decidedBy: "line" },
    ordinary: {},
  };
  const policy = {
    id: "decided",
    version: "1",
    fields: { score: "number" },
    segments: {
      group: {
        method: "rules",
        hitPolicy: "first",
        labels,
        rules: [
          { segment: "key", when: { field: "score", atLeast: 8 } },
          { segment: "growing", when: { field: "score", atLeast: 5 } },
        ],
        otherwise: "ordinary",
      },
      life: {
        method: "lifecycle",
        labels: { prospect: {}, new: {}, ended: {} },
        start: "prospect",
        startsRelationship: ["new"],
        events: { order: { of: "orders" } },
        transitions: [
          { from: ["prospect", "ended"], to: "new", when: { event: "order" } },
          {
            from: "new",
            to: "ended",
            when: { quiet: "order", for: { days: 60 }, countedFrom: "entry" },
          },
        ],
      },
    },
    care: {
      segmentedBy: "group",
      models: {
        personal: { ownership: { mode: "none" }, cadences: "none", significance: 1 },
        light: { ownership: { mode: "none" }, cadences: "none", significance: 2 },
      },
      bySegment: { key: "personal", growing: "personal", ordinary: "light" },
    },
    cadences: {},
  } satisfies CarePolicy;
  const compiled = orThrow(compilePolicy(policy));
  const span = { from: "2017-01-01", until: "2020-01-01", weekend: ["sunday"] } as const;
  const calendar = orThrow(compileCalendar(span));
  const memberships = fc.array(
    fc
      .tuple(
        fc.constantFrom("A", "B", "C"),
        fc.constantFrom("key", "growing", "keey"),
        fc.tuple(days(200), days(200), days(200), days(300)).map((all) => all.sort()),
        fc.constantFrom("proposed", "approved", "refused"),
      )
      .map(([accountId, segment, [proposedOn, on, validFrom, validUntil], status]) => {
        const reason = "Because.";
        const decided =
          status === "proposed" ? {} : { decision: { by: { body: "board" }, on, reason } };
        const span = validFrom === validUntil ? {} : { validFrom, validUntil };
        return {
          format: "hoito-membership/1",
          id: `${segment} ${proposedOn} ${on} ${validFrom} ${status}`,
          accountId,
          segment,
          basis: "data",
          reason,
          proposedBy: "Aino",
          proposedOn,
          decidedBy: "board",
          status,
          ...span,
          ...decided,
        } as SegmentMembership;
      }),
    { maxLength: 6 },
  );
  const accounts = fc
    .tuple(...["A", "B", "C"].map((id) => fc.tuple(fc.constant(id), fc.option(fc.nat(10)))))
    .map((all) =>
      all.map(([id, score]): Account => (score === null ? { id } : { id, own: { score } })),
    );
  const orders = fc.array(
    fc.tuple(fc.constantFrom("A", "B", "C"), days(300)).map(([accountId, orderedOn]) => {
      return { id: orderedOn, accountId, orderedOn, value: money("1.00", "EUR") };
    }),
    { maxLength: 8 },
  );

  it("assignment-18: with memberships care follows what is in force, in bulk as alone, in any order of them, and no answer changes before its day", () => {
    fc.assert(
      fc.property(accounts, orders, memberships, days(300), (all, bought, decided, asOf) => {
        const base: CustomerBase = {
          accounts: all,
          coverage: { orders: "complete" },
          orders: bought,
        };
        const context = { asOf, memberships: decided };
        const column = classifyAccounts(base, compiled, context);
        for (const [row, records] of recordsByAccount(base).entries()) {
          const ask = (day: CivilDate, some = decided) =>
            decideCare(records, compiled, { asOf: day, calendar, memberships: some });
          const { segment, effective, careModel, validUntilDate } = ask(asOf);
          expect(column.dictionary[column.data[row]!]).toBe(labelOf(segment.value));
          expect(ask(asOf, decided.toReversed())).toEqual(ask(asOf));
          const mayBe = decided.some((each) => {
            const isKey = each.accountId === records.account.id && each.segment === "key";
            return isKey && membershipStateOn(each, asOf) === "inForce";
          });
          if (segment.value.kind === "segment" && segment.value.segment === "key") {
            expect(mayBe).toBe(true);
            expect(careModel.value).toEqual({ kind: "model", model: "personal" });
            expect(effective).toMatchObject({ by: "membership" });
          }
          if (effective?.kind === "proposal") expect(careModel.value.kind).not.toBe("undecided");
          const end = [validUntilDate ?? "2018-12-31", "2018-12-31"].sort()[0]! as CivilDate;
          for (let day = addDays(asOf, 1); day < end; day = addDays(day, 5)) {
            const later = ask(day);
            expect([later.segment.value, later.effective]).toEqual([segment.value, effective]);
          }
        }
      }),
    );
  });
});

describe("assignment: units", () => {
  const LINES = ["training", "recruiting", "staffing"];
  const amount = money("1.00", "EUR");
  const revenues = fc.array(
    fc.record(
      {
        accountId: fc.constant("A"),
        bookedOn: days(30),
        amount: fc.constant(amount),
        businessLine: fc.constantFrom(...LINES),
      },
      { requiredKeys: ["accountId", "bookedOn", "amount"] },
    ),
    { maxLength: 12 },
  );

  it("assignment-16: every record that names its line is in one unit, one that names none is where the rule puts it, and the order is kept", () => {
    const rules = fc.constantFrom("everyUnit", "noUnit", "unknown");
    fc.assert(
      fc.property(revenues, rules, (all, recordsWithoutLine) => {
        const records: AccountRecords = {
          ...{ account: { id: "A" }, coverage: { revenues: "complete" }, revenues: all },
        };
        const split = { per: ["businessLine"], recordsWithoutLine } as const;
        const units = unitsOfAccount(records, split, { businessLines: LINES });
        for (const each of all) {
          const times = units.filter((unit) => unit.records.revenues!.includes(each)).length;
          const everywhere = recordsWithoutLine === "everyUnit" ? LINES.length : 0;
          expect(times).toBe(each.businessLine === undefined ? everywhere : 1);
        }
        for (const { records: own } of units) {
          expect(own.revenues).toEqual(all.filter((each) => own.revenues!.includes(each)));
        }
      }),
    );
  });

  it("assignment-17: merging leaves every duty with its units, and under `strictest` none is less pressing than any unit's own", () => {
    const owed = fc.array(
      fc.uniqueArray(
        fc.record({ id: fc.constantFrom("v1", "v2", "i|#1", "i|#2"), daysLate: fc.nat(9) }),
        {
          maxLength: 3,
          selector: ({ id }) => id.split("|")[0],
        },
      ),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(owed, fc.constantFrom("strictest", "each"), (all, rule) => {
        const units = all.map((duties, id) => ({ unit: { id: `u${id}`, accountId: "A" }, duties }));
        const merged = mergeUnitDuties(units, rule, (a, b) => b.daysLate - a.daysLate);
        expect(sum(merged.map(({ unitIds }) => unitIds.length))).toBe(all.flat().length);
        const ids = merged.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        if (rule === "each") return;
        for (const duty of all.flat()) {
          const [name] = duty.id.split("|");
          const kept = merged.find(({ id }) => id.split("|")[0] === name)!;
          expect(kept.daysLate).toBeGreaterThanOrEqual(duty.daysLate);
        }
      }),
    );
  });
});
