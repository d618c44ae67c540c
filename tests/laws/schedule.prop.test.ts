import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  assignAccounts,
  type PlaceContext,
  placeDuties,
  type Schedule,
  type ScheduleDuty,
} from "../../src/cadence/index.js";
import { FlowNetwork } from "../../src/cadence/schedule/flow-network.js";
import { tightestInterval } from "../../src/cadence/schedule/tightest-interval.js";
import { addDays } from "../../src/time/index.js";
import {
  calendar,
  rules,
  type SmallCase,
  smallCases,
} from "../cadence/schedule/random-problems.js";
import { bestSum, type Choice, choicesOf, unitsOf } from "../reference/schedule-program.js";
import { leastCut, leastHighestShare, mostMinutes, slowTightest } from "../reference/slow-flow.js";
import { allowedDays, slowCapacity, slowSlots, works } from "../reference/slow-schedule.js";

const equal = smallCases(fc.constant(60));
const mixed = smallCases(fc.constantFrom(0, 30, 45, 60, 90));
const apart = smallCases(fc.constantFrom(30, 60), { rules: { minimumGapDays: 3 } });
const late = smallCases(fc.constant(60), {
  rules: { late: { withinDays: 6 }, shortWeeks: "whole" },
});
const crowded = smallCases(fc.constantFrom(30, 45, 60, 75, 90), { most: 24 });
const any = fc.oneof(equal, mixed, apart, late);

const place = ({ duties, people, context }: SmallCase): Schedule =>
  placeDuties(duties, people, context);

describe("the laws of schedules", () => {
  it("schedule-1: no contact stands on a day on which its person or its account is closed, nor outside its window", () => {
    fc.assert(
      fc.property(any, (each) => {
        for (const { id, personId, day } of place(each).entries) {
          const duty = each.duties.find((of) => of.id === id)!;
          const person = each.people.find((of) => of.id === personId)!;
          expect(works(person, day, each.context)).toBe(true);
          expect(allowedDays(duty, each.context)).toContain(day);
        }
      }),
      { numRuns: 400 },
    );
  });

  it("schedule-2: a contact that is not permitted never has a place, and one that is has a place or a reason", () => {
    fc.assert(
      fc.property(any, (each) => {
        const { entries, unplaced } = place(each);
        for (const { id, permission, eligible } of each.duties) {
          const entry = entries.find((of) => of.id === id);
          const lacking = unplaced.filter((of) => of.id === id);
          expect(lacking.length).toBe(entry === undefined ? 1 : 0);
          if (permission === "forbidden") expect(lacking[0]?.reason).toBe("forbidden");
          if (entry !== undefined) expect(eligible).toContain(entry.personId);
        }
        expect(entries.length + unplaced.length).toBe(each.duties.length);
      }),
      { numRuns: 300 },
    );
  });

  it("schedule-3: what a person has to do in a week never exceeds what the week holds", () => {
    fc.assert(
      fc.property(any, (each) => {
        const { entries, loads } = place(each);
        for (const { personId, week, minutes, capacityMinutes } of loads) {
          const there = entries.filter((of) => of.personId === personId && of.week === week);
          const person = each.people.find(({ id }) => id === personId)!;
          expect(minutes).toBe(there.reduce((sum, of) => sum + of.minutes!, 0));
          expect(capacityMinutes).toBe(slowCapacity(person, week, each.context));
          expect(minutes).toBeLessThanOrEqual(capacityMinutes);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("schedule-4: contacts that keep a distance keep it", () => {
    fc.assert(
      fc.property(apart, (each) => {
        const { entries } = place(each);
        for (const [index, left] of entries.entries()) {
          for (const right of entries.slice(index + 1)) {
            if (left.accountId !== right.accountId) continue;
            const days = (Date.parse(right.day) - Date.parse(left.day)) / 86_400_000;
            expect(Math.abs(days)).toBeGreaterThanOrEqual(3);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it("schedule-5: shuffling duties, people, absences and the schedule before changes nothing", () => {
    const shuffled = <T>(list: readonly T[]): fc.Arbitrary<readonly T[]> =>
      fc.shuffledSubarray([...list], { minLength: list.length });
    const cases = any.chain((each) =>
      fc.tuple(
        fc.constant(each),
        shuffled(each.duties),
        shuffled(each.people),
        shuffled(each.context.previous!.entries),
      ),
    );
    fc.assert(
      fc.property(cases, ([each, duties, people, entries]) => {
        const previous = { ...each.context.previous!, entries };
        const there = people.map((of) => ({ ...of, absences: of.absences!.toReversed() }));
        const again = placeDuties(duties, there, { ...each.context, previous });
        expect(again).toEqual(place(each));
      }),
      { numRuns: 300 },
    );
  });

  it("schedule-6: a schedule made again with itself as the one before is the same, and nothing is added, moved or removed", () => {
    fc.assert(
      fc.property(fc.oneof(any, crowded), (each) => {
        const first = place(each);
        const again = placeDuties(each.duties, each.people, { ...each.context, previous: first });
        expect(again.entries).toEqual(first.entries);
        expect(again.unplaced).toEqual(first.unplaced);
        expect(again.changes).toEqual({ added: [], moved: [], removed: [] });
        expect(again.goals.promisesKept).toBe(again.goals.promises);
        expect(JSON.parse(JSON.stringify(first))).toEqual(first);
      }),
      { numRuns: 1000 },
    );
  });

  it("schedule-7: the schedule before, without what is removed and with what is added and moved, is the new one", () => {
    fc.assert(
      fc.property(any, (each) => {
        const { asOf, until, previous } = each.context;
        const { entries, changes } = place(each);
        const places = new Map<string, object>();
        const moves = new Set(changes.moved.map(({ id }) => id));
        for (const { id, personId, day } of previous!.entries) {
          if (day >= asOf && (day < until || moves.has(id))) places.set(id, { personId, day });
        }
        for (const { id, from } of changes.removed) {
          expect(places.get(id)).toEqual(from);
          places.delete(id);
        }
        for (const { id, from, to } of changes.moved) {
          expect(places.get(id)).toEqual(from);
          expect(to).not.toEqual(from);
          places.set(id, to);
        }
        const now = new Map(entries.map(({ id, personId, day }) => [id, { personId, day }]));
        for (const id of changes.added) {
          expect(places.has(id)).toBe(false);
          places.set(id, now.get(id)!);
        }
        expect(places).toEqual(now);
      }),
      { numRuns: 500 },
    );
  });

  it("schedule-8: whatever is overloaded is: the duties that belong nowhere else ask for more than there is", () => {
    fc.assert(
      fc.property(any, (each) => {
        const { overloads, feasibility, unplaced } = place(each);
        const isShort = unplaced.some(({ reason }) => reason === "noCapacity");
        expect(feasibility.kind === "feasible").toBe(!isShort);
        expect(overloads.length > 0).toBe(feasibility.kind === "infeasible");
        for (const overload of overloads) {
          const cells = new Set(
            overload.cells.flatMap(({ personId, weeks }) => weeks.map((of) => `${personId} ${of}`)),
          );
          const demanded = each.duties
            .filter(
              ({ permission, effortMinutes }) => permission === "allowed" && effortMinutes! > 0,
            )
            .filter((duty) => {
              const promise = each.context.previous!.entries.find(({ id }) => id === duty.id);
              if (promise !== undefined && promise.day >= each.context.until) return false;
              const slots = slowSlots(duty, each.people, each.context);
              return (
                slots.length > 0 && slots.every((of) => cells.has(`${of.personId} ${of.week}`))
              );
            });
          const there = overload.cells.flatMap(({ personId, weeks }) => {
            const person = each.people.find(({ id }) => id === personId)!;
            return weeks.map((week) => slowCapacity(person, week, each.context));
          });
          const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);
          expect(overload.availableMinutes).toBe(sum(there));
          expect(overload.demandedMinutes).toBeLessThanOrEqual(
            sum(demanded.map(({ effortMinutes }) => effortMinutes!)),
          );
          expect(overload.demandedMinutes).toBeGreaterThan(overload.usableMinutes);
          expect(overload.usableMinutes).toBeLessThanOrEqual(overload.availableMinutes);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe("the laws of schedules day by day", () => {
  it("schedule-15: while what was promised is done, the schedules of the days after move and remove nothing, and no week takes more than it holds", () => {
    const few = fc.oneof(
      smallCases(fc.constant(60), { most: 12 }),
      crowded,
      smallCases(fc.constantFrom(30, 60), { rules: { shortWeeks: "whole" }, most: 12 }),
    );
    fc.assert(
      fc.property(few, ({ duties, people, context }) => {
        const { previous: _, ...fresh } = context;
        const first = placeDuties(duties, people, fresh);
        const taken = new Map<string, number>();
        const done = new Set<string>();
        let previous = first;
        for (let asOf = context.asOf; asOf < context.until; asOf = addDays(asOf, 1)) {
          const left = duties.filter(({ id }) => !done.has(id));
          const today = placeDuties(left, people, { ...context, asOf, previous });
          expect(today.changes.moved).toEqual([]);
          expect(today.changes.removed).toEqual([]);
          for (const { id, personId, week, day, minutes } of today.entries) {
            if (day !== asOf) continue;
            done.add(id);
            const cell = `${personId} ${week}`;
            taken.set(cell, (taken.get(cell) ?? 0) + minutes!);
          }
          previous = today;
        }
        for (const { personId, week, capacityMinutes } of first.loads) {
          expect(taken.get(`${personId} ${week}`) ?? 0).toBeLessThanOrEqual(capacityMinutes);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("the laws of schedules beside a linear program", () => {
  const worthOf = ({ significance }: Choice): number => 20 ** (3 - significance);
  const soft = ({ isPromised, isOwners }: Choice): number =>
    100 * Number(isPromised) + Number(isOwners);
  let [ours, best, asked] = [0, 0, 0];

  it("schedule-9: where contacts take equally long, as many have a place as a linear program gives one, the most significant first, and of those it keeps neither more promises nor then more owners", () => {
    fc.assert(
      fc.property(fc.oneof(equal, late), (each) => {
        const schedule = place(each);
        const choices = choicesOf(each);
        const units = (slot: string): number => unitsOf(each, slot, 60);
        const placed = new Set(schedule.entries.map(({ id }) => id));
        const worth = each.duties
          .filter(({ id }) => placed.has(id))
          .reduce((sum, { significance }) => sum + 20 ** (3 - significance), 0);
        expect(worth).toBe(bestSum(choices, units, worthOf));
        const kept = schedule.entries.filter(({ id, personId, day }) => {
          const before = each.context.previous!.entries.find((of) => of.id === id);
          return before?.day === day && before.personId === personId;
        });
        const owned = schedule.entries.filter(({ id, personId }) => {
          return each.duties.find((of) => of.id === id)!.eligible?.[0] === personId;
        });
        const { goals } = schedule;
        expect(goals.promisesAndOwners).toBe("optimal");
        expect(goals.promisesKept).toBe(kept.length);
        const optimum = bestSum(choices, units, soft, { placed });
        expect(100 * kept.length + owned.length).toBe(optimum);
        // The third program takes the longest, so only every fourth case is asked.
        if (asked++ % 4 !== 0) return;
        ours += goals.daysOffIdeal;
        const also = { value: soft, atLeast: optimum };
        best -= bestSum(choices, units, ({ daysOff }) => -daysOff, { placed, also });
      }),
      { numRuns: 2000, seed: 20180115 },
    );
    // Even spread is improved move by move, not proven: it stays within a sixth of the optimum.
    expect(ours).toBeGreaterThanOrEqual(best);
    expect(ours).toBeLessThanOrEqual(best * 1.15);
  }, 600_000);
});

describe("the laws of schedules beside slow twins", () => {
  it("schedule-10: a maximum flow is the least cut, and the cut it shows has that capacity", () => {
    const nodes = 8;
    // Two layers between source and sink, so that an early path may have to be taken back.
    const all = [2, 3, 4].flatMap((from) => [5, 6, 7].map((to) => [from, to] as const));
    const ends = [
      ...[2, 3, 4].map((to) => [0, to] as const),
      ...[5, 6, 7].map((of) => [of, 1] as const),
    ];
    const edges = fc
      .tuple(fc.shuffledSubarray(all), fc.shuffledSubarray(ends, { minLength: 5 }))
      .chain(([middle, outer]) =>
        fc.tuple(
          ...[...outer, ...middle].map(([from, to]) =>
            fc.integer({ min: 1, max: 2 }).map((capacity) => ({ from, to, capacity })),
          ),
        ),
      );
    fc.assert(
      fc.property(edges, (list) => {
        const network = new FlowNetwork(nodes);
        for (const { from, to, capacity } of list) network.addEdge(from, to, capacity);
        const flow = network.maximumFlow(0, 1);
        expect(flow).toBe(leastCut(list, nodes));
        const cut = list.filter(({ from, to }) => {
          return network.isOnSourceSide(from) && !network.isOnSourceSide(to);
        });
        expect(cut.reduce((sum, { capacity }) => sum + capacity, 0)).toBe(flow);
      }),
      { numRuns: 600 },
    );
  });

  it("schedule-11: the tightest weeks are those found by trying every interval", () => {
    const weeks = fc.array(fc.nat(4), { minLength: 1, maxLength: 6 });
    const cases = weeks.chain((list) => {
      const week = fc.nat(list.length - 1);
      const demand = fc.tuple(week, week, fc.integer({ min: 1, max: 4 })).map(([a, b, minutes]) => {
        return { first: Math.min(a, b), last: Math.max(a, b), minutes };
      });
      return fc.tuple(fc.array(demand, { maxLength: 8 }), fc.constant(list));
    });
    fc.assert(
      fc.property(cases, ([demands, list]) => {
        expect(tightestInterval(demands, list)).toEqual(slowTightest(demands, list));
      }),
      { numRuns: 500 },
    );
  });

  it("schedule-12: whatever is called feasible or infeasible is, and nobody places more than the bound", () => {
    const few = smallCases(fc.constantFrom(30, 45, 60, 90), { most: 5 });
    fc.assert(
      fc.property(few, (each) => {
        const { feasibility } = place(each);
        const room = new Map<string, number>();
        const open = each.duties
          .filter(({ id, permission }) => {
            const before = each.context.previous!.entries.find((of) => of.id === id);
            const waits = before !== undefined && before.day >= each.context.until;
            return permission === "allowed" && !waits;
          })
          .map((duty) => {
            const slots = slowSlots(duty, each.people, each.context).map(({ personId, week }) => {
              const person = each.people.find(({ id }) => id === personId)!;
              const slot = `${personId} ${week}`;
              room.set(slot, slowCapacity(person, week, each.context));
              return slot;
            });
            return { minutes: duty.effortMinutes!, slots };
          })
          .filter(({ slots }) => slots.length > 0);
        const most = mostMinutes(open, room);
        const all = open.reduce((sum, { minutes }) => sum + minutes, 0);
        if (feasibility.kind === "feasible") expect(most).toBe(all);
        if (feasibility.kind === "infeasible") expect(most).toBeLessThan(all);
        expect(feasibility.placedMinutes).toBeLessThanOrEqual(most);
        expect(feasibility.atMostMinutes).toBeGreaterThanOrEqual(most);
      }),
      { numRuns: 300 },
    );
  });

  it("schedule-13: an assignment is never better than the best, nor its bound above it, and the order of accounts and people changes nothing", () => {
    const accounts = fc.array(
      fc.record({
        loadMinutes: fc.nat(60),
        region: fc.constantFrom("north", "south", "west"),
        ownerId: fc.constantFrom(1, 2, 9),
        isFree: fc.boolean(),
      }),
      { maxLength: 6 },
    );
    const people = fc.array(
      fc.record({
        capacityMinutes: fc.integer({ min: 20, max: 100 }),
        regions: fc.uniqueArray(fc.constantFrom("north", "south"), { minLength: 1 }),
      }),
      { minLength: 1, maxLength: 3 },
    );
    const rules = fc.record({
      keepOwner: fc.constantFrom("always" as const, "withinCapacity" as const),
      region: fc.constantFrom("required" as const, "preferred" as const),
    });
    fc.assert(
      fc.property(accounts, people, rules, (list, staff, rule) => {
        const open = list.map(({ isFree, ownerId, ...each }, id) => {
          return isFree ? { ...each, id } : { ...each, id, ownerId };
        });
        const there = staff.map((each, index) => ({ ...each, id: index + 1 }));
        const found = assignAccounts(open, there, rule);
        expect(assignAccounts(open.toReversed(), there.toReversed(), rule)).toEqual(found);
        const taken = there.map(({ id }) =>
          found.accounts
            .filter(({ personId, step }) => personId === id && step === "kept")
            .reduce((sum, { accountId }) => sum + open[accountId as number]!.loadMinutes, 0),
        );
        const loads = found.accounts
          .filter(({ step }) => step !== "kept")
          .map(({ accountId, step }) => {
            const { loadMinutes: minutes, region } = open[accountId as number]!;
            const all = [...there.keys()];
            const own = all.filter((at) => there[at]!.regions.includes(region as "north"));
            return { minutes, candidates: step === "sameRegion" ? own : all };
          });
        const capacities = there.map(({ capacityMinutes }) => capacityMinutes);
        const best = leastHighestShare(loads, taken, capacities);
        expect(found.highestShare).toBeGreaterThanOrEqual(best);
        expect(found.atLeastShare).toBeLessThanOrEqual(best + 1e-12);
        expect(found.accounts.length + found.unassigned.length).toBe(open.length);
      }),
      { numRuns: 400 },
    );
  });

  it("schedule-14: where weeks are three quarters full, one more account moves fewer promised visits than a quarter of those it brings", () => {
    const weeks = fc.array(fc.nat(11), { minLength: 220, maxLength: 220 });
    let [moved, brought] = [0, 0];
    fc.assert(
      fc.property(weeks, fc.nat(3), (list, owner) => {
        // Four people of six hours for twelve weeks hold 288 visits of an hour.
        const people = [0, 1, 2, 3].map((id) => ({ id, weeklyCapacityMinutes: 360 }));
        const duty = (week: number, index: number, id: string): ScheduleDuty => ({
          ...{ id, accountId: id, significance: 1, permission: "allowed", effortMinutes: 60 },
          eligible: [index % 4, (index + 1) % 4],
          window: {
            earliest: addDays("2018-04-09", week * 7 - 7),
            ideal: addDays("2018-04-09", week * 7 + 2),
            latest: addDays("2018-04-09", week * 7 + 11),
          },
        });
        const duties = list.map((week, index) => duty(week, index, `a${index}`));
        const context: PlaceContext = {
          asOf: "2018-04-09",
          until: "2018-07-02",
          calendar,
          rules: { ...rules, shortWeeks: "whole" },
        };
        const first = placeDuties(duties, people, context);
        const newcomer = [1, 4, 7, 10].map((week) => duty(week, owner, `new${week}`));
        const more = [...duties, ...newcomer];
        const second = placeDuties(more, people, { ...context, previous: first });
        moved += second.changes.moved.length + second.changes.removed.length;
        brought += newcomer.length;
        expect(second.changes.moved.length).toBe(second.goals.promises - second.goals.promisesKept);
      }),
      { numRuns: 60, seed: 20180115 },
    );
    // 31 moves for 240 visits when this was written.
    expect(moved).toBeGreaterThan(0);
    expect(moved / brought).toBeLessThan(0.25);
  });
});
