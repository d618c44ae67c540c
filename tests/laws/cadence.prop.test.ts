import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type AccountDuties,
  type Cadence,
  compareDuties,
  dutiesOfAccount,
  type QuotaCadence,
} from "../../src/cadence/index.js";
import type { AccountRecords, Activity } from "../../src/facts/index.js";
import { compilePolicy } from "../../src/policy/index.js";
import { orThrow } from "../../src/shapes/index.js";
import {
  type CivilDate,
  compileCalendar,
  periodContaining,
  toCivilDate,
  toEpochDay,
} from "../../src/time/index.js";
import { elsewhere, policyWith } from "../cadence/ask-duties.js";
import {
  activities,
  cadences,
  dates,
  FIRST,
  histories,
  lengths,
  offsets,
  quotas,
  stated,
} from "../cadence/histories.js";
import {
  type DailyContact,
  isShortYesterday,
  walkInterval,
  walkQuota,
} from "../reference/daily-duties.js";

const calendar = orThrow(
  compileCalendar({
    from: "2018-01-10",
    until: "2018-07-01",
    weekend: ["saturday", "sunday"],
    holidays: ["2018-03-30", "2018-04-02"],
  }),
);

/** What cadences of a policy demand on a day. */
function asking(
  each: readonly Cadence[],
): (records: AccountRecords, asOf: number) => AccountDuties {
  const named = Object.fromEntries(each.map((cadence, index) => [`c${index}`, cadence]));
  const policy = policyWith(named, { businessLines: ["training", "employment"] });
  const compiled = [...orThrow(compilePolicy(policy)).cadences.values()];
  const context = { calendar, money: { currency: "EUR", rates: undefined }, significance: 1 };
  return (records, asOf) => dutiesOfAccount(compiled, records, { ...context, asOf });
}

function ask(each: readonly Cadence[], records: AccountRecords, asOf: number): AccountDuties {
  return asking(each)(records, asOf);
}

const shuffled = <T>(list: readonly T[]): fc.Arbitrary<readonly T[]> =>
  fc.shuffledSubarray([...list], { minLength: list.length });

describe("the laws of duties", () => {
  it("cadence-1: shuffling the activities of an account changes no duty, no reason, no order and no next change", () => {
    const cases = fc.tuple(histories, fc.array(cadences, { minLength: 1, maxLength: 3 }), offsets);
    const shuffles = cases.chain(([records, each, day]) =>
      shuffled(records.activities!).map((order) => ({ records, each, day, order })),
    );
    fc.assert(
      fc.property(shuffles, ({ records, each, day, order }) => {
        const answer = ask(each, records, FIRST + day);
        expect(ask(each, { ...records, activities: order }, FIRST + day)).toEqual(answer);
        expect(answer.duties.toReversed().sort(compareDuties)).toEqual(answer.duties);
      }),
      { numRuns: 400 },
    );
  });

  it("cadence-2: one more contact that was held and counts never raises what remains of a quota, nor lowers what is earned", () => {
    fc.assert(
      fc.property(histories, quotas, offsets, offsets, (records, cadence, day, heldOn) => {
        const asOf = FIRST + day;
        const extra: Activity = {
          ...{ id: "extra", accountId: "A", kind: "visit", status: "complete" },
          ...{ channel: "onSite", businessLine: "training", heldOn: toCivilDate(FIRST + heldOn) },
        };
        const more = { ...records, activities: [...records.activities!, extra] };
        const standings = (of: AccountRecords) =>
          new Map(
            ask([cadence], of, asOf).duties.map((duty) => [duty.businessLine, duty.value.standing]),
          );
        const after = standings(more);
        for (const [line, before] of standings(records)) {
          const now = after.get(line);
          if (before === undefined || now === undefined) continue;
          expect(now.remaining).toBeLessThanOrEqual(before.remaining);
          expect(now.earned).toBeGreaterThanOrEqual(before.earned);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("cadence-3: the earliest day of a window never comes after the ideal one, nor the ideal one after the latest", () => {
    fc.assert(
      fc.property(histories, cadences, offsets, (records, cadence, day) => {
        for (const { value } of ask([cadence], records, FIRST + day).duties) {
          const { earliest, ideal, latest } = value.window ?? {
            earliest: "",
            ideal: "",
            latest: "",
          };
          expect(earliest <= ideal && ideal <= latest).toBe(true);
        }
      }),
      { numRuns: 800 },
    );
  });

  it("cadence-4: the status of a duty with a window says where the day of asking lies in it, and nothing else", () => {
    fc.assert(
      fc.property(histories, cadences, offsets, (records, cadence, day) => {
        const asOf = toCivilDate(FIRST + day);
        for (const { value } of ask([cadence], records, FIRST + day).duties) {
          const { window, status, daysLate } = value;
          if (window === undefined) {
            expect(["undecided", "exceeded", "fulfilled"]).toContain(status);
            expect(daysLate).toBe(0);
            continue;
          }
          expect(status === "late").toBe(asOf > window.latest);
          expect(status === "early").toBe(asOf < window.earliest);
          expect(status === "due").toBe(asOf >= window.ideal && asOf <= window.latest);
          expect(status === "ok").toBe(asOf >= window.earliest && asOf < window.ideal);
          const passed = FIRST + day - toEpochDay(window.latest);
          expect(daysLate).toBe(Math.max(0, passed));
        }
      }),
    );
  });

  it("cadence-5: a quota never has more open duties than contacts it still wants, and none when it wants none", () => {
    const calendarQuotas = quotas.filter(
      ({ per }) => typeof per === "string" || !("rolling" in per),
    );
    fc.assert(
      fc.property(histories, calendarQuotas, offsets, (records, cadence, day) => {
        const { perBusinessLine: _, ...one } = cadence;
        const { duties } = ask([one], records, FIRST + day);
        const open = duties.filter(({ value }) => value.window !== undefined);
        const wanted = Math.ceil(duties[0]?.value.standing?.remaining ?? 0);
        expect(open.length).toBeLessThanOrEqual(wanted);
        if (duties[0]?.value.standing !== undefined && wanted > 0)
          expect(open.length).toBeGreaterThan(0);
      }),
    );
  });

  it("cadence-6: until the next change every day gives the same duties, apart from how many days a late one is late", () => {
    const withoutDaysLate = ({ duties }: AccountDuties) =>
      duties.map(({ value: { daysLate: _, ...value }, ...duty }) => ({ ...duty, value }));
    fc.assert(
      fc.property(histories, cadences, offsets, (records, cadence, day) => {
        const asOf = FIRST + day;
        const on = asking([cadence]);
        const answer = on(records, asOf);
        const end = Math.min(answer.nextChange, asOf + 120);
        expect(answer.nextChange).toBeGreaterThan(asOf);
        for (let later = asOf + 1; later < end; later++) {
          const then = on(records, later);
          expect(withoutDaysLate(then)).toEqual(withoutDaysLate(answer));
        }
      }),
      { numRuns: 600 },
    );
  });

  it("cadence-7: no two duties of an account share an id", () => {
    const several = fc.array(cadences, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(histories, several, offsets, (records, each, day) => {
        const ids = ask(each, records, FIRST + day).duties.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 300 },
    );
  });

  it("cadence-8: what is decided though activities are missing or unclear stays so whatever they turn out to be, unless a contact is due at once where there never was one", () => {
    // A relationship that began before everything, so that only activities are unknown.
    const start = toCivilDate(FIRST);
    const asked = cadences.filter(
      (each) => each.method === "quota" || each.whenNever !== "dueAtOnce",
    );
    const hidden = fc.array(activities, { maxLength: 4 });
    const channels = fc.array(fc.constantFrom("onSite", "remote"), {
      minLength: 12,
      maxLength: 12,
    });
    const statuses = (cadence: Cadence, records: AccountRecords, asOf: number) => {
      const { whenUnknown: _, ...strict } = cadence;
      const found = ask([strict as Cadence], records, asOf).duties;
      return found.map(({ businessLine, value }) => `${businessLine} ${value.status}`).sort();
    };
    fc.assert(
      fc.property(
        histories,
        asked,
        hidden,
        channels,
        offsets,
        (known, cadence, more, channel, day) => {
          const asOf = FIRST + day;
          const account = { id: "A", relationshipStart: start };
          const partly = { ...known, account };
          const { activities: supplied } = known.coverage;
          const since = typeof supplied === "object" ? supplied.since : start;
          const isHidden = ({ status, heldOn = since }: Activity) =>
            status !== "planned" && heldOn < since;
          const earlier = more.filter(isHidden);
          const clear = [...known.activities!, ...earlier].map((each, index) => ({
            ...each,
            ...{ channel: each.channel ?? channel[index % 12]! },
            ...{ businessLine: each.businessLine ?? "training" },
            ...(each.heldOn === undefined ? { heldOn: since } : {}),
          }));
          const whole = {
            account,
            coverage: { activities: "complete" },
            activities: clear,
          } as const;
          const before = statuses(cadence, partly, asOf);
          const decided = before.filter((each) => !each.endsWith("undecided"));
          const lines = new Set(decided.map((each) => each.split(" ")[0]));
          const after = statuses(cadence, whole, asOf);
          expect(after.filter((each) => lines.has(each.split(" ")[0]!))).toEqual(decided);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe("the laws of duties beside their slow twins", () => {
  const contacts: fc.Arbitrary<readonly DailyContact[]> = fc.array(
    fc.record({ heldOn: dates, tenths: fc.constantFrom(1, 3, 5, 10, 20) }),
    { maxLength: 12 },
  );
  const weights = [1, 3, 5, 20].map((tenths) => {
    return { when: { field: "topic", equals: `${tenths}` }, weight: tenths / 10 } as const;
  });
  const base = { counts: { field: "kind", equals: "visit" }, weights, roll: "next" } as const;
  const statusesOn = (
    cadence: Cadence,
    held: readonly DailyContact[],
    start: CivilDate,
    asOf: CivilDate,
  ) => {
    const list = held.map(({ heldOn, tenths }, id): Activity => {
      return { id, accountId: "A", kind: "visit", topic: `${tenths}`, status: "held", heldOn };
    });
    const account = { id: "A", relationshipStart: start };
    const records = { account, coverage: { activities: "complete" }, activities: list } as const;
    const { cadences: compiled } = orThrow(compilePolicy(policyWith({ visits: cadence })));
    const context = { asOf: toEpochDay(asOf), calendar: elsewhere, significance: 1 };
    const money = { currency: "EUR", rates: undefined };
    const { duties } = dutiesOfAccount([...compiled.values()], records, { ...context, money });
    return duties.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(({ value }) => value.status);
  };

  it("cadence-9: an interval has the status that walking day by day from the first contact gives", () => {
    const three = fc.tuple(fc.nat(4), fc.nat(4), fc.nat(4)).map((each) => {
      const [earliest, ideal, latest] = each
        .toSorted((a, b) => a - b)
        .map((months) => ({ months }));
      return { earliest: earliest!, ideal: ideal!, latest: latest! };
    });
    fc.assert(
      fc.property(contacts, three, dates, dates, (held, lengthsOf, start, asOf) => {
        const interval = { ...base, ...lengthsOf, method: "interval" } as const;
        const cadence: Cadence = { ...interval, whenNever: "fromRelationshipStart" };
        const expected = walkInterval(held, lengthsOf, start, asOf);
        expect(statusesOn(cadence, held, start, asOf)).toEqual([expected]);
      }),
    );
  });

  it("cadence-10: a quota of a calendar period has the duties that counting its days one by one gives", () => {
    const goals = fc
      .tuple(fc.integer({ min: 1, max: 9 }), fc.option(fc.nat(3), { nil: undefined }), fc.boolean())
      .map(([atLeast, room, even]) => {
        return { atLeast, atMost: room === undefined ? undefined : atLeast + room, even };
      });
    const periods = fc.constantFrom(
      "half" as const,
      "quarter" as const,
      "month" as const,
      "week" as const,
    );
    fc.assert(
      fc.property(contacts, goals, periods, dates, (held, goal, per, asOf) => {
        const { atLeast, atMost, even } = goal;
        const cadence = stated<QuotaCadence>({
          ...{ ...base, method: "quota", per, counting: "held", atLeast, atMost },
          spread: even ? "even" : "anyTime",
        });
        const expected = walkQuota(held, goal, periodContaining(asOf, per)!, asOf);
        expect(statusesOn(cadence, held, asOf, asOf)).toEqual(expected);
      }),
    );
  });

  it("cadence-11: a rolling quota is late exactly when the length that ended yesterday was short of contacts, today's included", () => {
    fc.assert(
      fc.property(
        contacts,
        fc.integer({ min: 1, max: 3 }),
        lengths,
        dates,
        dates,
        (held, atLeast, rolling, start, asOf) => {
          const quota = { ...base, method: "quota", per: { rolling }, counting: "held" } as const;
          const cadence: Cadence = { ...quota, atLeast, spread: "even" };
          const [status] = statusesOn(cadence, held, start, asOf);
          const isShort = isShortYesterday(held, atLeast, rolling, start, asOf);
          expect(status === "late").toBe(isShort);
        },
      ),
      { numRuns: 400 },
    );
  });
});
