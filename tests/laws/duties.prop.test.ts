import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type AccountDuties,
  annualClock,
  type Cadence,
  type Duty,
  dutiesAhead,
  dutiesOfAccount,
  lightOf,
} from "../../src/cadence/index.js";
import type { AccountRecords, Activity } from "../../src/facts/index.js";
import { compilePolicy, decideCare, factsNeeded } from "../../src/policy/index.js";
import { orThrow } from "../../src/shapes/index.js";
import {
  type CivilDate,
  compileCalendar,
  coversDay,
  isWorked,
  periodContaining,
  toCivilDate,
  toEpochDay,
} from "../../src/time/index.js";
import { elsewhere, policyWith } from "../cadence/ask-duties.js";
import { dates, FIRST, offsets, quotas } from "../cadence/histories.js";
import { accounts, allKinds, newKinds, reaches } from "../cadence/many-kinds.js";
import { firstFreeDay, walkEvents, walkSurvey } from "../reference/daily-records.js";

const calendar = orThrow(
  compileCalendar({
    from: "2017-01-01",
    until: "2021-01-01",
    weekend: ["saturday", "sunday"],
    holidays: ["2018-03-30", "2018-04-02", "2018-12-25"],
  }),
);

function compiledPolicy(each: readonly Cadence[]) {
  const named = Object.fromEntries(each.map((cadence, index) => [`c${index}`, cadence]));
  return orThrow(compilePolicy(policyWith(named, { businessLines: ["training", "employment"] })));
}

/** The duties of an account by the front door, and until when they stay. */
function asking(each: readonly Cadence[], on = calendar) {
  const compiled = compiledPolicy(each);
  return (records: AccountRecords, asOf: number): AccountDuties => {
    const context = { asOf: toCivilDate(asOf), calendar: on };
    const { duties, validUntilDate } = decideCare(records, compiled, context);
    const found = duties.value.kind === "duties" ? duties.value.duties : [];
    const until = validUntilDate === undefined ? Infinity : toEpochDay(validUntilDate);
    return { duties: found, nextChange: until };
  };
}

/** Duties ahead of cadences without conditions over the account. */
function ahead(each: readonly Cadence[], records: AccountRecords, asOf: number, until: number) {
  const plain = each.map(({ appliesWhen: _, ...cadence }) => cadence as Cadence);
  const cadences = [...compiledPolicy(plain).cadences.values()];
  const money = { currency: "EUR", rates: undefined };
  const context = { asOf, until, calendar, money, significance: 1 };
  return {
    now: dutiesOfAccount(cadences, records, context).duties,
    later: dutiesAhead(cadences, records, context).duties,
  };
}

const shuffled = <T>(list: readonly T[]): fc.Arbitrary<T[]> =>
  fc.shuffledSubarray([...list], { minLength: list.length });
const reaching = fc.array(
  fc.tuple(allKinds, reaches).map(([cadence, reach]): Cadence => ({ ...cadence, reach })),
  { minLength: 1, maxLength: 3 },
);
const several = fc.array(allKinds, { minLength: 1, maxLength: 3 });
const isOpen = ({ value }: Duty) => value.window !== undefined;

/** Records of an account on whose account's own dates nothing depends. */
const plainAccounts = accounts.map(({ account, ...rest }) => ({
  ...rest,
  account: { id: account.id },
}));

describe("the laws of duties of every kind", () => {
  it("duties-1: shuffling the records of an account changes no duty, no reason, no order and no next change", () => {
    const kinds = ["activities", "contracts", "serviceChanges", "feedback", "permissions"] as const;
    const cases = fc.tuple(accounts, several, offsets).chain(([records, each, day]) =>
      fc.tuple(...kinds.map((kind) => shuffled<unknown>(records[kind]!))).map((lists) => {
        const turned = Object.fromEntries(kinds.map((kind, index) => [kind, lists[index]]));
        return { records, turned: { ...records, ...turned } as AccountRecords, each, day };
      }),
    );
    fc.assert(
      fc.property(cases, ({ records, turned, each, day }) => {
        const on = asking(each);
        expect(on(turned, FIRST + day)).toEqual(on(records, FIRST + day));
      }),
      { numRuns: 100 },
    );
  });

  it("duties-2: until the next change every day gives the same duties, apart from how many days a late one is late", () => {
    const stable = ({ duties }: AccountDuties) =>
      duties.map(({ value: { daysLate: _, ...value }, ...duty }) => ({ ...duty, value }));
    fc.assert(
      fc.property(accounts, newKinds, offsets, (records, cadence, day) => {
        const on = asking([cadence]);
        const answer = on(records, FIRST + day);
        expect(answer.nextChange).toBeGreaterThan(FIRST + day);
        const end = Math.min(answer.nextChange, FIRST + day + 90);
        for (let later = FIRST + day + 1; later < end; later++) {
          expect(stable(on(records, later))).toEqual(stable(answer));
        }
      }),
      { numRuns: 150 },
    );
  });

  it("duties-3: the open duties of now are among those ahead, the same in every way", () => {
    fc.assert(
      fc.property(accounts, several, offsets, fc.nat(200), (records, each, day, length) => {
        const until = FIRST + day + length;
        const { now, later } = ahead(each, records, FIRST + day, until);
        const byId = new Map(later.map((duty) => [duty.id, duty]));
        for (const duty of now) {
          if (!isOpen(duty) || toEpochDay(duty.value.window!.earliest) >= until) continue;
          const { planned: _, ...value } = byId.get(duty.id)!.value;
          const { planned: __, ...expected } = duty.value;
          expect({ ...byId.get(duty.id)!, value }).toEqual({ ...duty, value: expected });
        }
      }),
      { numRuns: 100 },
    );
  });

  it("duties-4: no two duties share an id, told ahead or not, and no window begins on the last day or later", () => {
    fc.assert(
      fc.property(accounts, several, offsets, fc.nat(200), (records, each, day, length) => {
        const until = FIRST + day + length;
        for (const duties of Object.values(ahead(each, records, FIRST + day, until))) {
          expect(new Set(duties.map(({ id }) => id)).size).toBe(duties.length);
        }
        for (const { value } of ahead(each, records, FIRST + day, until).later) {
          if (value.window !== undefined) {
            expect(toEpochDay(value.window.earliest)).toBeLessThan(until);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it("duties-5: a day later no duty ahead is new where nothing happened and plans do not count", () => {
    const held = several
      .map((each) =>
        each.filter(
          (one) =>
            !JSON.stringify(one).includes("asOfMinus") &&
            (one.method !== "quota" || (one.counting === "held" && typeof one.per === "string")),
        ),
      )
      .filter((each) => each.length > 0);
    // Nothing that is dated after the day of asking, so that the next day brings no news.
    const settled = (records: AccountRecords, asOf: CivilDate): AccountRecords => {
      const known = <T extends object>(list: readonly T[]): T[] =>
        list.filter((each) =>
          Object.values(each).every((value) => !/^\d{4}-/.test(String(value)) || value <= asOf),
        );
      const { activities, serviceChanges, feedback } = records;
      return {
        ...records,
        activities: known(activities!).map(({ followUps: _, ...each }) => each),
        serviceChanges: known(serviceChanges!),
        feedback: known(feedback!),
        permissions: [],
      };
    };
    // The horizon lies ahead of both days of asking: what opens on its last day is not yet before it.
    const lengths = fc.integer({ min: 2, max: 150 });
    fc.assert(
      fc.property(plainAccounts, held, offsets, lengths, (all, each, day, length) => {
        const asOf = FIRST + day;
        const records = settled(all, toCivilDate(asOf));
        const free = each.map(({ fatigue: _, whenUnknown: __, ...cadence }) => cadence as Cadence);
        const ids = (on: number) =>
          ahead(free, records, on, asOf + length)
            .later.filter(isOpen)
            .map(({ id }) => id);
        const before = new Set([
          ...ids(asOf),
          ...ahead(free, records, asOf, asOf + length).now.map(({ id }) => id),
        ]);
        const undecided = ahead(free, records, asOf, asOf + length).later.some(
          ({ value }) => value.status === "undecided",
        );
        if (undecided) return;
        expect(ids(asOf + 1).filter((id) => !before.has(id))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it("duties-6: the days of a window are in order, and its ideal and latest day are worked unless it is due at once", () => {
    fc.assert(
      fc.property(accounts, several, offsets, fc.nat(200), (records, each, day, length) => {
        const { later } = ahead(each, records, FIRST + day, FIRST + day + length);
        for (const { value, because } of later) {
          if (value.window === undefined) continue;
          const { earliest, ideal, latest } = value.window;
          expect(earliest <= ideal && ideal <= latest).toBe(true);
          if (because.some((reason) => reason.kind === "step" && reason.step === "dueAtOnce")) {
            continue;
          }
          for (const date of [ideal, latest].map(toEpochDay)) {
            expect(!coversDay(calendar, date) || isWorked(date, calendar)).toBe(true);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it("duties-7: one more contact that answers never adds to what is open", () => {
    const extra = dates.map((heldOn): Activity => {
      const base = { id: "extra", accountId: "A", kind: "visit", status: "complete" } as const;
      return { ...base, channel: "onSite", heldOn };
    });
    fc.assert(
      fc.property(accounts, newKinds, extra, offsets, (records, cadence, more, day) => {
        const on = asking([cadence]);
        const open = (each: AccountRecords) => on(each, FIRST + day).duties.filter(isOpen).length;
        const [before, after] = [
          records,
          { ...records, activities: [...records.activities!, more] },
        ];
        // What was unknown may be settled by it.
        if (on(before, FIRST + day).duties.some(({ missing }) => missing.length > 0)) return;
        expect(open(after)).toBeLessThanOrEqual(open(before));
      }),
      { numRuns: 500 },
    );
  });

  it("duties-8: a channel that is forbidden never appears, and where all are nothing is open", () => {
    fc.assert(
      fc.property(
        accounts,
        reaching,
        offsets,
        fc.constantFrom("email", "phone", undefined),
        (records, each, day, channel) => {
          const ban = {
            accountId: "A",
            verdict: "doNotContact",
            ...(channel && { channel }),
          } as const;
          const banned = { ...records, permissions: [...records.permissions!, ban] };
          for (const duty of asking(each)(banned, FIRST + day).duties) {
            if (channel === undefined) expect(isOpen(duty)).toBe(false);
            else if (isOpen(duty)) expect(duty.channel).not.toBe(channel);
            expect("channel" in duty).toBe(isOpen(duty));
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it("duties-9: an unknown permission never becomes allowed", () => {
    fc.assert(
      fc.property(accounts, reaching, offsets, (records, each, day) => {
        const { permissions: _, ...coverage } = records.coverage;
        const { duties } = asking(each)({ ...records, coverage }, FIRST + day);
        expect(duties.filter(isOpen)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it("duties-10: a plan takes at most one place, a place at most one plan, and within a window where it is not late", () => {
    fc.assert(
      fc.property(accounts, several, offsets, fc.nat(200), (records, each, day, length) => {
        const { later } = ahead(each, records, FIRST + day, FIRST + day + length);
        const places = later.flatMap(({ cadence, businessLine, value }) =>
          value.planned === undefined
            ? []
            : [{ cadence, businessLine, ...value, ...value.planned }],
        );
        const plans = records.activities!.filter(({ status }) => status === "planned");
        const count = (list: readonly unknown[], each: unknown) =>
          list.filter((one) => one === each).length;
        const planIds = plans.map(({ id }) => id);
        const taken = places.map(({ cadence, businessLine, activityId }) => {
          return `${cadence} ${businessLine} ${activityId}`;
        });
        for (const [index, { activityId }] of places.entries()) {
          expect(count(taken, taken[index])).toBeLessThanOrEqual(count(planIds, activityId));
        }
        for (const { status, window, plannedOn } of places) {
          expect(toEpochDay(plannedOn)).toBeGreaterThanOrEqual(FIRST + day);
          if (status === "late") continue;
          expect(plannedOn >= window!.earliest && plannedOn <= window!.latest).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("duties-11: an account fed with what its cadences read alone gets the same duties as one fed with everything", () => {
    fc.assert(
      fc.property(accounts, several, offsets, (records, each, day) => {
        const compiled = compiledPolicy(each);
        const asOf = toCivilDate(FIRST + day);
        const needed = factsNeeded(compiled, { asOf });
        const fed: Record<string, unknown> = { coverage: records.coverage };
        const pick = (from: object, names: readonly string[]) =>
          Object.fromEntries(Object.entries(from).filter(([name]) => names.includes(name)));
        fed["account"] = pick(records.account, ["id", ...needed.accountFields]);
        for (const { kind, fields } of needed.records) {
          fed[kind] = (records[kind] ?? []).map((one) => pick(one, ["id", "accountId", ...fields]));
        }
        const on = asking(each);
        expect(on(fed as unknown as AccountRecords, FIRST + day)).toEqual(on(records, FIRST + day));
      }),
      { numRuns: 100 },
    );
  });

  it("duties-12: the cells of an annual clock add up to its totals, and a quota wants its number in every period", () => {
    const even = quotas.filter(
      ({ per, atLeast }) => (per === "month" || per === "quarter") && atLeast !== undefined,
    );
    const bys = fc.constantFrom("month" as const, "week" as const);
    fc.assert(
      fc.property(
        accounts,
        even,
        offsets,
        bys,
        (records, { perBusinessLine: _, ...quota }, day, by) => {
          const cadences = [...compiledPolicy([quota as Cadence]).cadences.values()];
          const known = { ...records, coverage: { activities: "complete" } } as const;
          const clock = annualClock(
            cadences,
            { ...known, activities: [] },
            {
              ...{ asOf: FIRST + day, from: FIRST, until: FIRST + 365, by },
              ...{
                calendar: elsewhere,
                significance: 1,
                money: { currency: "EUR", rates: undefined },
              },
            },
          );
          const sum = clock.cells.reduce((all, { wanted }) => all + wanted, 0);
          expect(sum).toBe(clock.wanted);
          const periods = quota.per === "month" ? 12 : 4;
          expect(clock.wanted).toBe(periods * (quota.atLeast as number));
        },
      ),
      { numRuns: 100 },
    );
  });

  it("duties-13: a more significant duty is never greener than a less significant one that stands the same", () => {
    const rank = { red: 0, amber: 1, unknown: 2, green: 3 };
    const steps = fc.array(
      fc
        .record({
          light: fc.constantFrom("red" as const, "amber" as const),
          significanceAtMost: fc.integer({ min: 1, max: 5 }),
          late: fc.boolean(),
          days: fc.integer({ min: 1, max: 30 }),
        })
        .map(({ late, days, ...step }) => ({
          ...step,
          ...(late ? { daysLateAtLeast: days } : { daysLeftAtMost: days }),
        })),
      { maxLength: 4 },
    );
    const ordered = steps.map((list) => list.toSorted((a, b) => rank[a.light] - rank[b.light]));
    fc.assert(
      fc.property(ordered, fc.integer({ min: 1, max: 5 }), offsets, (list, significance, day) => {
        const asOf = toCivilDate(FIRST + day);
        const window = {
          earliest: "2018-01-01",
          ideal: "2018-02-01",
          latest: "2018-03-01",
        } as const;
        const daysLate = Math.max(0, FIRST + day - toEpochDay(window.latest));
        const status = daysLate > 0 ? "late" : "due";
        const of = (each: number) => {
          const base = { id: "A", accountId: "A", cadence: "c", because: [], missing: [] } as const;
          const duty: Duty = { ...base, significance: each, value: { status, daysLate, window } };
          return rank[lightOf(duty, list, { asOf }).value as keyof typeof rank];
        };
        expect(of(significance)).toBeLessThanOrEqual(of(significance + 1));
      }),
    );
  });
});

describe("the laws of the new kinds beside their slow twins", () => {
  // Close together, so that boundaries are met.
  const near = fc.nat(60).map((day) => toCivilDate(FIRST + day));
  const days = fc.array(near, { maxLength: 6 });
  const lengths = fc.tuple(fc.nat(10), fc.nat(15), fc.nat(20)).map(([a, b, c]) => {
    return { earliest: a, ideal: a + b, latest: a + b + c };
  });
  const inDays = ({
    earliest,
    ideal,
    latest,
  }: {
    earliest: number;
    ideal: number;
    latest: number;
  }) => {
    return { earliest: { days: earliest }, ideal: { days: ideal }, latest: { days: latest } };
  };
  const activity =
    (kind: string) =>
    (heldOn: CivilDate, index: number): Activity => {
      return { id: `${kind}${index}`, accountId: "A", kind, status: "held", heldOn };
    };

  it("duties-14: events have the statuses that living through every day gives", () => {
    const lapses = fc.option(fc.nat(40), { nil: undefined });
    fc.assert(
      fc.property(days, days, lengths, lapses, near, (completed, answered, window, lapse, asOf) => {
        const cadence: Cadence = {
          method: "event",
          record: "serviceChanges",
          on: "completedOn",
          which: "each",
          answeredBy: { contact: { field: "kind", equals: "call" } },
          ...inDays(window),
          lapses: lapse === undefined ? "never" : { days: lapse },
          roll: "next",
        };
        const records: AccountRecords = {
          account: { id: "A" },
          coverage: { activities: "complete", serviceChanges: "complete" },
          activities: answered.map(activity("call")),
          serviceChanges: completed.map((completedOn, id) => {
            return { id, accountId: "A", requestedOn: "2018-01-01", completedOn };
          }),
        };
        const { duties } = asking([cadence], elsewhere)(records, toEpochDay(asOf));
        const statuses = duties.map(({ value }) => value.status).sort();
        expect(statuses).toEqual(walkEvents(completed, answered, window, lapse, asOf));
      }),
      { numRuns: 150 },
    );
  });

  it("duties-15: a survey has the status that living through every day of its period gives", () => {
    const periods = fc.constantFrom("half" as const, "quarter" as const, "month" as const);
    fc.assert(
      fc.property(days, days, lengths, periods, near, (sent, others, window, per, asOf) => {
        const cadence: Cadence = {
          method: "survey",
          counts: { field: "kind", equals: "nps" },
          skippedAfter: { field: "kind", equals: "csat" },
          per,
          ...inDays(window),
          roll: "next",
        };
        const activities = [...sent.map(activity("nps")), ...others.map(activity("csat"))];
        const coverage = { activities: "complete" } as const;
        const records = { account: { id: "A" }, coverage, activities };
        const { duties } = asking([cadence], elsewhere)(records, toEpochDay(asOf));
        const period = periodContaining(asOf, per)!;
        const expected = walkSurvey(sent, others, period, window, asOf);
        expect(duties.map(({ value }) => value.status)).toEqual([expected]);
      }),
      { numRuns: 150 },
    );
  });

  it("duties-16: a limit of contacts holds one back until the first day that counting them one by one leaves free", () => {
    const most = fc.integer({ min: 1, max: 3 });
    const spans = fc.integer({ min: 1, max: 40 });
    fc.assert(
      fc.property(days, most, spans, near, (tiring, atMost, within, asOf) => {
        const cadence: Cadence = {
          method: "survey",
          counts: { field: "kind", equals: "nps" },
          per: "year",
          earliest: { days: 0 },
          ideal: { days: 0 },
          latest: { days: 364 },
          fatigue: { counts: { field: "kind", equals: "mail" }, atMost, within: { days: within } },
          roll: "next",
        };
        const held = tiring.filter((day) => day <= asOf);
        const coverage = { activities: "complete" } as const;
        const records = { account: { id: "A" }, coverage, activities: held.map(activity("mail")) };
        const [duty] = asking([cadence], elsewhere)(records, toEpochDay(asOf)).duties;
        const free = firstFreeDay(held, atMost, within, asOf);
        const expected = free === asOf ? "2018-01-01" : free;
        expect(duty!.value.window!.earliest).toBe(expected);
      }),
      { numRuns: 150 },
    );
  });
});
