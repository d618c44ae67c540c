import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AnchoredCadence } from "../../src/cadence/index.js";
import type { Account, Activity, CustomerBase, Order, Revenue } from "../../src/facts/index.js";
import {
  type Attendance,
  againstTargets,
  attainment,
  type CommonFactor,
  type CompiledKpis,
  checkMovementPlan,
  commonFactors,
  compileKpis,
  computeBoard,
  decisionMakerShare,
  effortShares,
  type FigurePart,
  finishBoard,
  type MovementPlan,
  mergeBoards,
  midTermContacts,
  movementAgainstPlan,
  overServed,
  type PlannedAndDone,
  partialBoard,
  profitFigures,
  type QuantityTarget,
  reachAndFrequency,
  shareOfWallet,
  trainingAttendance,
  visitEffect,
} from "../../src/kpis/index.js";
import { movementMatrix } from "../../src/segments/index.js";
import { orThrow } from "../../src/shapes/index.js";
import { type CivilDate, toCivilDate } from "../../src/time/index.js";
import {
  compileProfit,
  profitByAccount,
  profitByLabel,
  profitOfPortfolio,
} from "../../src/value/index.js";
import { dutiesOn } from "../cadence/ask-duties.js";
import { type Base, everyKpi, someBases, someContexts } from "../kpis/some-bases.js";
import { slowFactors, slowMinutes, slowVisitEffect } from "../reference/slow-figures.js";

/** Days of 2017 to 2019, many of them close together about the last day of 2018. */
const days = fc
  .oneof(fc.integer({ min: 17_450, max: 17_980 }), fc.integer({ min: 17_875, max: 17_900 }))
  .map((day): CivilDate => toCivilDate(day));
const year = { asOf: "2018-12-31", period: { calendar: "year" }, currency: "EUR" } as const;
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const shuffled = <T>(list: readonly T[]) =>
  fc.shuffledSubarray([...list], { minLength: list.length });

/** A record without the properties that are `undefined`. */
function dense<T extends object>(record: T): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((left, right) => left + right, 0);
}

/** Lists and the same lists in another order. */
function withShuffle<T>(
  list: fc.Arbitrary<readonly T[]>,
): fc.Arbitrary<[readonly T[], readonly T[]]> {
  return list.chain((each) => fc.tuple(fc.constant(each), shuffled(each)));
}

const plannedAndDone: fc.Arbitrary<PlannedAndDone> = fc
  .record({
    goal: fc.nat(20),
    done: fc.nat(30),
    most: maybe(fc.nat(25)),
    weight: maybe(fc.integer({ min: 1, max: 5 })),
  })
  .map(dense) as fc.Arbitrary<PlannedAndDone>;

const activities: fc.Arbitrary<readonly Activity[]> = fc
  .array(
    fc.record({
      accountId: fc.nat(4),
      status: fc.constantFrom("held", "complete", "planned", "cancelled"),
      heldOn: maybe(days),
      durationMinutes: maybe(fc.nat(90)),
    }),
    { maxLength: 20 },
  )
  .map((all) => all.map((each, id) => dense({ ...each, id, kind: "visit" }) as Activity));

const orders: fc.Arbitrary<readonly Order[]> = fc
  .array(
    fc.record({ accountId: fc.nat(4), orderedOn: days, minor: fc.integer({ min: -50, max: 900 }) }),
    {
      maxLength: 20,
    },
  )
  .map((all) =>
    all.map(({ minor, ...each }, id): Order => {
      return { ...each, id, value: { minor, currency: "EUR" } };
    }),
  );

const revenues: fc.Arbitrary<readonly Revenue[]> = fc.array(
  fc
    .record({ accountId: fc.nat(4), bookedOn: days, minor: fc.nat(900), cost: maybe(fc.nat(900)) })
    .map(
      ({ minor, cost, ...each }): Revenue => ({
        ...each,
        amount: { minor, currency: "EUR" },
        ...(cost === undefined ? {} : { cost: { minor: cost, currency: "EUR" } }),
      }),
    ),
  { maxLength: 20 },
);

const trends = fc.constantFrom("falling" as const, "rising" as const, undefined);
const bases: fc.Arbitrary<CustomerBase> = fc
  .record({ trends: fc.array(trends, { minLength: 1, maxLength: 5 }), activities, revenues })
  .map(({ trends: found, ...records }) => ({
    accounts: found.map((value, id) =>
      value === undefined ? { id } : { id, judgements: { purchaseForecastTrend: { value } } },
    ),
    coverage: { activities: "complete", revenues: "complete" },
    ...records,
  }));

/** A base in another order of accounts and records. */
function otherOrder(base: CustomerBase): fc.Arbitrary<CustomerBase> {
  return fc
    .record({
      accounts: shuffled(base.accounts),
      activities: shuffled(base.activities ?? []),
      revenues: shuffled(base.revenues ?? []),
    })
    .map((lists) => ({ ...base, ...lists }));
}

const pairs = bases.chain((base) => fc.tuple(fc.constant(base), otherOrder(base)));

/** The figures of these families, as the board computes them. */
const FAMILIES: readonly string[] = [
  ...["plannedDone", "planFreshness", "midTermContacts", "reach", "frequency", "movement"],
  ...["costToServe", "visitEffect", "overService", "decisionMakers", "endReasons"],
  ...["serviceStandard", "trainingsHeld", "trainingsPerCustomer"],
  ...["profit", "profitableCustomers", "lifetimeValue", "shareOfWallet", "technologyShare"],
  ...["fixedTermShare", "judgedHigh", "productivity", "breadth", "serviceCounts", "expansion"],
];
const familyKpis: CompiledKpis = {
  ...everyKpi,
  kpis: everyKpi.kpis.filter(({ definition }) => FAMILIES.includes(definition.figure)),
};

describe("figures", () => {
  it("figures-1: nothing earns above its most, too much here makes up for nothing there, and order and split change nothing", () => {
    const lists = fc.array(plannedAndDone, { maxLength: 12 });
    fc.assert(
      fc.property(withShuffle(lists), fc.nat(12), ([list, mixed], cut) => {
        const whole = attainment(list);
        expect(attainment(mixed)).toEqual(whole);
        const alone = list.map((each) => attainment([each]));
        for (const [at, { done, earned, remaining }] of alone.entries()) {
          const { goal, most = Number.POSITIVE_INFINITY } = list[at]!;
          expect(earned <= most && earned <= done).toBe(true);
          expect(remaining).toBe(goal > done ? goal - done : 0);
        }
        expect(whole.remaining).toBe(sum(alone.map(({ remaining }) => remaining)));
        const parts = [attainment(list.slice(0, cut)), attainment(list.slice(cut))];
        for (const side of ["numerator", "denominator"] as const) {
          expect(sum(parts.map(({ figure }) => figure[side]!))).toBe(whole.figure[side]);
        }
      }),
    );
  });

  it("figures-2: contacts are customers reached times how often they were reached", () => {
    fc.assert(
      fc.property(withShuffle(fc.array(fc.nat(9), { maxLength: 20 })), ([contacts, mixed]) => {
        const { reach, frequency } = reachAndFrequency(contacts);
        expect(reachAndFrequency(mixed)).toEqual({ reach, frequency });
        expect(reach.numerator).toBe(frequency.denominator);
        expect(frequency.numerator).toBe(sum(contacts));
        if (frequency.value !== undefined) expect(frequency.value).toBeGreaterThanOrEqual(1);
      }),
    );
  });

  it("figures-3: the half-way day of a contract is the one that its cadence aims at", () => {
    const spans = fc.record({
      start: fc.integer({ min: 18_000, max: 18_100 }),
      length: fc.integer({ min: 1, max: 400 }),
    });
    const middles = fc.constantFrom("earlier" as const, "later" as const);
    fc.assert(
      fc.property(
        spans,
        middles,
        fc.integer({ min: -2, max: 2 }),
        ({ start, length }, oddDay, off) => {
          const contract = {
            id: 1,
            accountId: "A",
            startsOn: toCivilDate(start),
            endsOn: toCivilDate(start + length),
          };
          const none = { days: 0 };
          const cadence: AnchoredCadence = {
            method: "anchored",
            record: "contracts",
            anchor: { halfWay: ["startsOn", "endsOn"], oddDay, earliest: none, latest: none },
            answeredBy: { contact: { field: "kind", equals: "call" } },
            lapses: "never",
            roll: "next",
          };
          const asked = {
            asOf: contract.startsOn,
            activities: [],
            records: { contracts: [contract] },
          };
          const [duty] = dutiesOn({ c: cadence }, asked);
          const aim = duty!.value.window!.ideal!;
          const heldOn = toCivilDate(Math.round(Date.parse(aim) / 86_400_000) + off);
          const call = { id: 1, accountId: "A", kind: "call", status: "held", heldOn } as const;
          const method = { kinds: ["call"], oddDay, daysBefore: 0, daysAfter: 0 };
          const context = { asOf: "2024-12-31", period: "always" } as const;
          const made = midTermContacts(
            { contracts: [contract], activities: [call] },
            method,
            context,
          );
          expect(made.value).toBe(off === 0 ? 1 : 0);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("figures-4: a plan of movement that is carried out to the letter attains every goal, and changes every class by its balance", () => {
    const classes = ["A", "B", "C"];
    const plans = fc
      .record({
        gained: fc.nat(6),
        on: fc.nat(6),
        moves: fc.array(
          fc
            .record({
              from: fc.constantFrom(...classes),
              to: fc.constantFrom(...classes),
              count: fc.nat(4),
            })
            .filter(({ from, to }) => from !== to),
          { maxLength: 4 },
        ),
      })
      .map(({ gained, on, moves }): MovementPlan => {
        const ofGained = {
          from: "C",
          to: "B",
          count: Math.min(on, gained),
          ofGained: true,
        } as const;
        // One goal for each pair: two would share their doers.
        const each = new Map(moves.map((move) => [move.from + move.to, move]));
        return { gain: { count: gained, into: "C" }, moves: [ofGained, ...each.values()] };
      });
    fc.assert(
      fc.property(plans, fc.array(fc.nat(5), { minLength: 3, maxLength: 3 }), (plan, staying) => {
        const [ofGained, ...moves] = plan.moves;
        const states = [
          ...Array.from({ length: ofGained!.count }, () => ["", "B"]),
          ...Array.from({ length: plan.gain.count - ofGained!.count }, () => ["", "C"]),
          ...moves.flatMap(({ from, to, count }) =>
            Array.from({ length: count }, () => [from, to]),
          ),
          ...staying.flatMap((many, at) => {
            return Array.from({ length: many }, () => [classes[at]!, classes[at]!]);
          }),
        ] as [string, string][];
        const column = (asOf: CivilDate, side: 0 | 1) => {
          const here = states.flatMap((state, id) => (state[side] === "" ? [] : [id]));
          const data = here.map((id) => classes.indexOf(states[id]![side]));
          return { asOf, accountIds: here, data, dictionary: classes };
        };
        const [before, after] = [column("2018-01-01", 0), column("2019-01-01", 1)];
        const has = ({ data }: { data: number[] }, name: string) =>
          data.filter((code) => classes[code] === name).length;
        const hold = Object.fromEntries(classes.map((name) => [name, has(after, name)]));
        const written = { ...plan, hold };
        const movement = orThrow(
          movementMatrix(before, after, { labels: classes, order: "bestFirst" }),
        );
        const { gained, moves: done, held } = orThrow(movementAgainstPlan(movement, written));
        for (const { value, denominator } of [
          gained,
          ...done.map(({ figure }) => figure),
          ...Object.values(held),
        ]) {
          expect(value).toBe(denominator === 0 ? undefined : 1);
        }
        const balance = orThrow(checkMovementPlan(written));
        for (const name of classes) {
          expect(has(after, name) - has(before, name)).toBe(balance.net[name] ?? 0);
          expect(balance.neededAtStart[name]).toBe(has(before, name));
        }
        expect(states.length - before.data.length).toBe(balance.total);
      }),
    );
  });

  it("figures-5: shares of time and of revenue add up to 1 over all accounts, whatever the order", () => {
    fc.assert(
      fc.property(pairs, ([base, mixed]) => {
        const all = { of: "revenue", most: 100 } as const;
        const shares = effortShares(base, all, year);
        expect(effortShares(mixed, all, year)).toEqual(shares);
        const minutes = slowMinutes(base, "2018-01-01", "2018-12-31");
        for (const { accountId, minutes: own } of shares.accounts) {
          expect(own).toBe(minutes.get(accountId));
        }
        for (const share of ["timeShare", "amountShare"] as const) {
          const known = shares.accounts.flatMap((each) => each[share] ?? []);
          if (known.length > 0) expect(sum(known)).toBeCloseTo(1, 12);
        }
        const top = effortShares(base, { ...all, most: 2 }, year);
        expect(top.accounts).toEqual(shares.accounts.slice(0, 2));
      }),
    );
  });

  it("figures-6: much time is more than so many times the mean, and the forecast alone decides what it is", () => {
    fc.assert(
      fc.property(pairs, fc.constantFrom(0.5, 1, 1.5, 2), ([base, mixed], timesAverage) => {
        const found = overServed(base, { timesAverage }, year).accounts;
        expect(overServed(mixed, { timesAverage }, year).accounts).toEqual(found);
        const minutes = slowMinutes(base, "2018-01-01", "2018-12-31");
        const spent = [...minutes.values()].filter((each) => each > 0);
        const much = base.accounts.filter(
          ({ id }) =>
            minutes.get(id)! > 0 &&
            minutes.get(id)! > (timesAverage * sum(spent)) / spent.length + 1e-9,
        );
        expect(found.map(({ accountId }) => accountId)).toEqual(much.map(({ id }) => id));
        for (const [at, { service }] of found.entries()) {
          const trend = much[at]!.judgements?.purchaseForecastTrend?.value;
          expect(service.value).toBe(
            trend === undefined ? "undecided" : trend === "falling" ? "over" : "notOver",
          );
          expect(service.missing.length).toBe(trend === undefined ? 1 : 0);
        }
      }),
    );
  });

  it("figures-7: sales around visits are those of every visit beside every order", () => {
    const cases = fc
      .tuple(activities, orders)
      .chain(([visits, sales]) =>
        fc.tuple(
          fc.constant({ activities: visits, orders: sales }),
          shuffled(visits),
          shuffled(sales),
        ),
      );
    fc.assert(
      fc.property(cases, fc.integer({ min: 1, max: 60 }), ([records, visits, sales], around) => {
        const method = { kinds: ["visit"], days: around };
        const figure = visitEffect(records, method, year);
        expect(visitEffect({ activities: visits, orders: sales }, method, year)).toEqual(figure);
        const span = { from: "2018-01-01", asOf: "2018-12-31" } as const;
        const slow = slowVisitEffect(records.activities, records.orders, around, span);
        expect([figure.numerator, figure.denominator]).toEqual([slow.after, slow.before]);
        expect(figure.cautions!.includes("overlappingWindows")).toBe(slow.overlapping);
      }),
    );
  });

  it("figures-8: common factors are those of every value beside every account, whatever the order", () => {
    const words = maybe(fc.constantFrom("x", "y", "z"));
    const accounts = fc
      .array(
        fc.record({
          industry: words,
          region: words,
          relationshipStart: maybe(days),
          relationshipEnd: maybe(days),
        }),
        {
          maxLength: 15,
        },
      )
      .map((all) => all.map((each, id) => dense({ ...each, id }) as Account));
    const bounds = fc.record({
      atLeastCases: fc.integer({ min: 1, max: 3 }),
      atLeastLift: fc.constantFrom(0, 1, 2),
    });
    fc.assert(
      fc.property(withShuffle(accounts), bounds, ([list, mixed], limits) => {
        const method = { fields: ["industry", "region"] as const, ...limits };
        const { factors } = commonFactors({ accounts: list, coverage: {} }, method, year);
        expect(commonFactors({ accounts: mixed, coverage: {} }, method, year).factors).toEqual(
          factors,
        );
        const span = { from: "2018-01-01", last: "2018-12-31" } as const;
        const slow = method.fields.flatMap((field) =>
          slowFactors(list, field, span)
            .filter(
              ({ left, lift }) => left >= limits.atLeastCases && (lift ?? 9) >= limits.atLeastLift,
            )
            .map(({ value, left, stayed, lift }) => ({ field, value, left, stayed, lift })),
        );
        const plain = ({ field, value, ended, accountsSharing, lift }: CommonFactor) => {
          return { field, value, left: ended.having, stayed: accountsSharing, lift };
        };
        const byName = (
          one: { field: string; value: string },
          other: { field: string; value: string },
        ) => (`${one.field} ${one.value}` < `${other.field} ${other.value}` ? -1 : 1);
        expect(factors.map(plain).sort(byName)).toEqual([...slow].sort(byName));
        const lifts = factors.map(({ lift }) => lift ?? Number.POSITIVE_INFINITY);
        expect(lifts).toEqual([...lifts].sort((one, other) => other - one));
      }),
    );
  });

  it("figures-9: everybody invited is counted once or told, whatever the order of the invitations", () => {
    const invited = fc.array(
      fc
        .record({
          personId: fc.nat(5),
          attended: maybe(fc.boolean()),
          group: maybe(fc.constantFrom("sales", "marketing")),
        })
        .map(dense) as fc.Arbitrary<Attendance>,
      { maxLength: 15 },
    );
    fc.assert(
      fc.property(withShuffle(invited), ([list, mixed]) => {
        const figure = trainingAttendance(list);
        expect(trainingAttendance(mixed)).toEqual(figure);
        const people = new Set(list.map(({ personId }) => personId));
        const told = new Map(figure.excluded.map(({ reason, count }) => [reason, count]));
        expect(figure.denominator! + (told.get("unknown") ?? 0)).toBe(people.size);
        expect(told.get("duplicate") ?? 0).toBe(list.length - people.size);
        const came = new Set(
          list.flatMap(({ personId, attended }) => (attended ? [personId] : [])),
        );
        expect(figure.numerator).toBe(came.size);
        expect(sum((figure.parts as FigurePart[]).map(({ amount }) => amount))).toBe(came.size);
      }),
    );
  });

  it("figures-10: contacts are with decision makers, without, or told; a new decision maker lowers no share", () => {
    const met = fc.array(
      fc.array(fc.constantFrom("boss", "expert", "blank", "stranger"), { maxLength: 3 }),
      {
        maxLength: 10,
      },
    );
    fc.assert(
      fc.property(withShuffle(met), ([lists, mixed]) => {
        const asked = (each: readonly (readonly string[])[], blank: object) => {
          const visits = each.map((personsMet, id): Activity => {
            return {
              id,
              accountId: 1,
              kind: "visit",
              status: "held",
              heldOn: "2018-05-01",
              personsMet,
            };
          });
          const contactPersons = [
            { id: "boss", accountId: 1, decisionRole: "decisionMaker" },
            { id: "expert", accountId: 1, decisionRole: "expert" },
            { id: "blank", accountId: 1, ...blank },
          ] as const;
          return decisionMakerShare(
            { activities: visits, contactPersons },
            { per: "contact" },
            year,
          );
        };
        const figure = asked(lists, {});
        expect(asked(mixed, {})).toEqual(figure);
        expect(figure.denominator! + sum(figure.excluded.map(({ count }) => count))).toBe(
          lists.length,
        );
        const more = asked(lists, { decisionRole: "decisionMaker" });
        expect(more.numerator! >= figure.numerator!).toBe(true);
        if (figure.value !== undefined) expect(more.value! >= figure.value).toBe(true);
      }),
    );
  });

  it("figures-11: a target is reached just where its margin is not below 0, and asking for less keeps it reached", () => {
    const definitions = { gained: { figure: "newCustomers", version: "1" } } as const;
    const compiled = orThrow(compileKpis(definitions));
    const counts = fc.nat(8);
    fc.assert(
      fc.property(
        counts,
        counts,
        counts,
        fc.constantFrom("atLeast" as const, "atMost" as const),
        (gained, goal, less, bound) => {
          const accounts = Array.from({ length: gained + 1 }, (_, id) => {
            return { id, relationshipStart: id === 0 ? "2010-01-01" : "2018-05-01" } as const;
          });
          const board = computeBoard({ accounts, coverage: {} }, compiled, {
            asOf: "2018-12-31",
            period: { calendar: "year" },
          });
          const statusOf = (value: number) => {
            const head = { kind: "quantity", kpi: "gained", version: "1", period: "2018" } as const;
            const target: QuantityTarget = { ...head, bound, value };
            return orThrow(againstTargets(board, [target], { steadyWithin: 0 }))[0]!;
          };
          const { status, margin } = statusOf(goal);
          expect(status === "reached").toBe(margin! >= 0);
          expect(status === "reached").toBe(bound === "atLeast" ? gained >= goal : gained <= goal);
          const easier = statusOf(bound === "atLeast" ? goal - less : goal + less);
          if (status === "reached") expect(easier.status).toBe("reached");
          expect(easier.margin! - margin!).toBe(less);
        },
      ),
    );
  });

  it("figures-12: a share of wallet lies from 0 to 1, and every customer counts or is told", () => {
    const customers = fc.array(fc.record({ part: fc.nat(50), whole: maybe(fc.nat(60)) }), {
      maxLength: 15,
    });
    fc.assert(
      fc.property(withShuffle(customers), ([list, mixed]) => {
        const figure = shareOfWallet(list);
        expect(shareOfWallet(mixed)).toEqual(figure);
        if (figure.value !== undefined) expect(figure.value >= 0 && figure.value <= 1).toBe(true);
        const counted = list.filter(({ part, whole }) => whole !== undefined && part <= whole);
        expect(figure.denominator).toBe(sum(counted.map(({ whole }) => whole!)));
        const told = sum(figure.excluded.map(({ count }) => count));
        expect(told).toBe(list.length - counted.length);
      }),
    );
  });

  it("figures-13: the profits of the segments add up to that of the portfolio", () => {
    const compiled = orThrow(
      compileProfit({
        income: "revenues.amount",
        costs: ["revenues.cost"],
        over: { calendar: "year" },
        currency: "EUR",
        whenCostMissing: "unknown",
        ratio: "profitToIncome",
      }),
    );
    const labelled = bases.chain((base) =>
      fc.tuple(
        fc.constant(base),
        fc.array(fc.nat(1), { minLength: base.accounts.length, maxLength: base.accounts.length }),
      ),
    );
    fc.assert(
      fc.property(labelled, ([base, data]) => {
        const profits = profitByAccount(base, compiled, { asOf: "2018-12-31" });
        const { profit } = profitFigures(profitOfPortfolio(profits));
        const segments = profitByLabel(profits, { data, dictionary: ["a", "b"] }).map(
          profitFigures,
        );
        expect(sum(segments.map((each) => each.profit.denominator!))).toBe(profit.denominator);
        expect(sum(segments.map((each) => each.profit.value ?? 0))).toBe(profit.value ?? 0);
        for (const at of [0, 1]) {
          const amounts = segments.map((each) => each.profit.parts![at]!.amount);
          expect(sum(amounts)).toBe(profit.parts![at]!.amount);
        }
      }),
    );
  });

  it("figures-14: any split of whole accounts, merged in any order, gives the same figures of plans, moves, effort, value and ends", () => {
    const cases = someBases.chain((base) => {
      const rows = base.accounts.map((_, row) => row);
      return fc.tuple(
        fc.constant(base),
        fc.array(fc.nat(4), { minLength: rows.length, maxLength: rows.length }),
        shuffled(rows),
        shuffled([0, 1, 2, 3, 4]),
      );
    });
    fc.assert(
      fc.property(cases, someContexts, ([base, places, rows, order], context) => {
        const shards = order.map((shard) => {
          const own = rows.filter((row) => places[row] === shard);
          return partialBoard(shardOf(base, own, shard === 0), familyKpis, context);
        });
        const merged = shards.reduce((left, right) => orThrow(mergeBoards(left, right)));
        expect(finishBoard(merged, familyKpis)).toEqual(computeBoard(base, familyKpis, context));
      }),
      { numRuns: 40 },
    );
  });
});

/** The shard of a base that holds the accounts at these rows, and perhaps the records of nobody. */
function shardOf(base: Base, rows: readonly number[], takesOrphans: boolean): Base {
  const ids = new Set(rows.map((row) => base.accounts[row]!.id));
  const known = new Set(base.accounts.map(({ id }) => id));
  const lists = Object.entries(base).flatMap(([kind, list]) => {
    if (kind === "accounts" || !Array.isArray(list)) return [];
    const records = list as readonly { readonly accountId: number }[];
    const own = records.filter(({ accountId }) => {
      return known.has(accountId) ? ids.has(accountId) : takesOrphans;
    });
    return [[kind, own] as const];
  });
  const labels = Object.entries(base.labels ?? {}).map(([name, column]) => {
    return [name, rows.map((row) => (column as readonly string[])[row])] as const;
  });
  return {
    ...base,
    ...Object.fromEntries(lists),
    accounts: rows.map((row) => base.accounts[row]!),
    labels: Object.fromEntries(labels),
  };
}
