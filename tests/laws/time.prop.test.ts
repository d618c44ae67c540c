import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { orThrow } from "../../src/shapes/index.js";
import {
  addDays,
  addDuration,
  addMonths,
  addWorkingDays,
  addYears,
  type CalendarDefinition,
  type CivilDate,
  checkCalendarDefinition,
  checkDuration,
  checkPeriodDefinition,
  civilTimeAt,
  compileCalendar,
  type DateSpan,
  type Duration,
  daysBetween,
  FIRST_EPOCH_DAY,
  instantAt,
  isCivilDate,
  isoWeekOf,
  isoWeekStart,
  isWorkingDay,
  LAST_EPOCH_DAY,
  monthsBetween,
  type PeriodDefinition,
  periodDays,
  periodDaysBeside,
  ROLL_CONVENTIONS,
  readInstant,
  rollingWindow,
  rollToWorkingDay,
  subtractDuration,
  toCivilDate,
  toEpochDay,
  toIsoWeek,
  toIsoWeekText,
  WEEKDAYS,
  weeklyDeadlines,
  withAbsences,
  workingDaysBetween,
  yearsBetween,
} from "../../src/time/index.js";
import {
  nativeAddMonths,
  nativeDate,
  nativeDay,
  nativeIsoWeek,
  nativeMonthsBetween,
} from "../reference/native-dates.js";
import { walkBetween, walkRoll, walksOn, walkWorkingDays } from "../reference/walking-calendar.js";

/** Any day that leaves room for a century on both sides. */
const middleDates = fc
  .integer({ min: toEpochDay("2000-01-01"), max: toEpochDay("2099-12-31") })
  .map(toCivilDate);
const days = fc.integer({ min: FIRST_EPOCH_DAY, max: LAST_EPOCH_DAY });
const dates = days.map(toCivilDate);

const durations: fc.Arbitrary<Duration> = fc.record(
  {
    years: fc.nat(30),
    months: fc.nat(200),
    weeks: fc.nat(500),
    days: fc.nat(3000),
  },
  { requiredKeys: ["months"] },
);

const START = toEpochDay("2018-01-01");
const LENGTH = 120;

const offsets = fc.nat(LENGTH - 1);
const spans = (longest: number): fc.Arbitrary<DateSpan> =>
  fc
    .tuple(fc.integer({ min: -20, max: LENGTH + 20 }), fc.integer({ min: 1, max: longest }))
    .map(([from, length]) => ({
      from: toCivilDate(START + from),
      until: toCivilDate(START + from + length),
    }));

const definitions: fc.Arbitrary<CalendarDefinition> = fc.record({
  from: fc.constant(toCivilDate(START)),
  until: fc.constant(toCivilDate(START + LENGTH)),
  weekend: fc.subarray([...WEEKDAYS], { maxLength: 6 }),
  holidays: fc.array(
    fc.nat(LENGTH + 5).map((each) => toCivilDate(START + each)),
    { maxLength: 12 },
  ),
  closures: fc.array(spans(45), { maxLength: 3 }),
});

const knownDates = offsets.map((each) => toCivilDate(START + each));
const conventions = fc.constantFrom(...ROLL_CONVENTIONS);

const periodDefinitions: fc.Arbitrary<PeriodDefinition> = fc.oneof(
  fc.constantFrom("year" as const, "half" as const, "quarter" as const, "month" as const),
  fc.constant("week" as const),
  fc.record({
    fiscal: fc.constantFrom("year" as const, "half" as const, "quarter" as const),
    startMonth: fc.integer({ min: 1, max: 12 }),
  }),
);

const zones = fc.constantFrom(
  "Europe/Helsinki",
  "America/Los_Angeles",
  "Asia/Kathmandu",
  "Pacific/Apia",
  "Pacific/Kiritimati",
  "Australia/Lord_Howe",
  "America/St_Johns",
  "UTC",
);

/** Whole minutes from 1973 to 2037, where zones know their minutes and their changes. */
const moments = fc
  .integer({ min: Date.UTC(1973, 0) / 60_000, max: Date.UTC(2037, 0) / 60_000 })
  .map((minutes) => minutes * 60_000);

describe("the laws of days and months", () => {
  it("time-1: a day turned into its number and back is the same day, and later days have greater numbers and greater texts", () => {
    fc.assert(
      fc.property(days, days, (one, other) => {
        expect(toEpochDay(toCivilDate(one))).toBe(one);
        expect(toCivilDate(one)).toBe(nativeDate(one));
        expect(toCivilDate(one) < toCivilDate(other)).toBe(one < other);
      }),
    );
  });

  it("time-2: text is a civil date exactly when the calendar of the engine writes the same text for it", () => {
    const near = fc
      .tuple(fc.integer({ min: 1890, max: 2210 }), fc.nat(14), fc.nat(33))
      .map((parts) => parts.map((part) => String(part).padStart(2, "0")).join("-"));
    fc.assert(
      fc.property(
        fc.oneof(near, fc.string(), fc.string({ maxLength: 10, minLength: 10 })),
        (text) => {
          const [year = 0, month = 0, day = 0] = text.split("-").map(Number);
          const shaped = /^(19|20|21)\d\d-\d\d-\d\d$/.test(text);
          const real = shaped && nativeDate(Date.UTC(year, month - 1, day) / 86_400_000) === text;
          expect(isCivilDate(text)).toBe(real);
        },
      ),
    );
  });

  it("time-3: adding months keeps the day of the month, or gives the last day of a month that is too short", () => {
    fc.assert(
      fc.property(middleDates, fc.integer({ min: -1100, max: 1100 }), (date, months) => {
        const moved = addMonths(date, months);
        expect(moved).toBe(nativeAddMonths(date, months));
        const kept = moved.slice(8) === date.slice(8);
        expect(kept || addDays(moved, 1).endsWith("-01")).toBe(true);
      }),
    );
  });

  it("time-4: a duration is its years and months first, together, and then its weeks and days, in both directions", () => {
    fc.assert(
      fc.property(middleDates, durations, (date, duration) => {
        const { years = 0, months = 0, weeks = 0, days: rest = 0 } = duration;
        const later = nativeDay(nativeAddMonths(date, years * 12 + months)) + weeks * 7 + rest;
        const earlier = nativeDay(nativeAddMonths(date, -years * 12 - months)) - weeks * 7 - rest;
        expect(addDuration(date, duration)).toBe(nativeDate(later));
        expect(subtractDuration(date, duration)).toBe(nativeDate(earlier));
      }),
    );
  });

  it("time-5: weeks and days that are added and taken away again lead back to the same day", () => {
    fc.assert(
      fc.property(middleDates, fc.nat(500), fc.nat(3000), (date, weeks, rest) => {
        const duration = { weeks, days: rest };
        expect(subtractDuration(addDuration(date, duration), duration)).toBe(date);
        expect(addDays(addDays(date, rest), -rest)).toBe(date);
        expect(daysBetween(date, addDuration(date, duration))).toBe(weeks * 7 + rest);
      }),
    );
  });

  it("time-6: the months between two days are the most that can be added to the first without passing the second, and backwards the same with a minus", () => {
    fc.assert(
      fc.property(dates, fc.nat(2000), (from, length) => {
        const until = toCivilDate(Math.min(toEpochDay(from) + length, LAST_EPOCH_DAY));
        expect(monthsBetween(from, until)).toBe(nativeMonthsBetween(from, until));
        expect(monthsBetween(until, from)).toBe(0 - monthsBetween(from, until));
      }),
    );
  });

  it("time-7: the years between two days are the most that can be added to the first without passing the second", () => {
    fc.assert(
      fc.property(middleDates, fc.nat(30_000), (from, length) => {
        const until = addDays(from, length);
        const years = yearsBetween(from, until);
        expect(addYears(from, years) <= until).toBe(true);
        expect(addYears(from, years + 1) > until).toBe(true);
      }),
    );
  });
});

describe("the laws of weeks and periods", () => {
  it("time-8: a week of ISO 8601 belongs to the year of its Thursday, begins on Monday and reads back from its text", () => {
    fc.assert(
      fc.property(dates, (date) => {
        const { year, week, weekday } = isoWeekOf(date);
        expect({ year, week, weekday }).toEqual(nativeIsoWeek(date));
        expect(addDays(isoWeekStart({ year, week }), weekday - 1)).toBe(date);
        expect(toIsoWeek(toIsoWeekText({ year, week }))).toEqual({ year, week });
      }),
    );
  });

  it("time-9: every day lies in exactly one calendar period of a kind, and the next begins where it ends", () => {
    fc.assert(
      fc.property(middleDates.map(toEpochDay), periodDefinitions, (day, definition) => {
        const period = periodDays(day, definition)!;
        expect(period.fromDay <= day && day < period.untilDay).toBe(true);
        expect(periodDays(period.fromDay, definition)).toEqual(period);
        expect(periodDays(period.untilDay - 1, definition)).toEqual(period);
        const next = periodDays(period.untilDay, definition)!;
        expect(next.fromDay).toBe(period.untilDay);
        expect(next.label > period.label).toBe(true);
      }),
    );
  });

  it("time-10: so many periods on and as many back is the same period, and one on is the one that begins where it ends", () => {
    const steps = fc.integer({ min: -90, max: 90 });
    fc.assert(
      fc.property(
        middleDates.map(toEpochDay),
        periodDefinitions,
        steps,
        (day, definition, many) => {
          const period = periodDays(day, definition)!;
          const away = periodDaysBeside(period.fromDay, definition, many)!;
          expect(periodDaysBeside(away.fromDay, definition, -many)).toEqual(period);
          expect(periodDaysBeside(day, definition, 1)?.fromDay).toBe(period.untilDay);
        },
      ),
    );
  });

  it("time-11: a rolling window ends with its date, and the day before it is that date minus the duration", () => {
    fc.assert(
      fc.property(middleDates, durations, (asOf, duration) => {
        const { from, until } = rollingWindow(asOf, duration);
        expect(until).toBe(addDays(asOf, 1));
        expect(addDays(from, -1)).toBe(subtractDuration(asOf, duration));
      }),
    );
  });
});

describe("the laws of working days", () => {
  it("time-12: adding and counting working days is walking through the calendar day by day", () => {
    const counts = fc.integer({ min: -130, max: 130 });
    fc.assert(
      fc.property(definitions, knownDates, knownDates, counts, (definition, one, other, count) => {
        const calendar = orThrow(compileCalendar(definition));
        expect(isWorkingDay(one, calendar)).toBe(walksOn(one, definition));
        expect(addWorkingDays(one, count, calendar)).toBe(walkWorkingDays(one, count, definition));
        expect(workingDaysBetween(one, other, calendar)).toBe(walkBetween(one, other, definition));
      }),
    );
  });

  it("time-13: working days from one day to a second and on to a third are the working days from the first to the third", () => {
    fc.assert(
      fc.property(definitions, knownDates, knownDates, knownDates, (definition, a, b, c) => {
        const calendar = orThrow(compileCalendar(definition));
        const count = (from: CivilDate, until: CivilDate) =>
          workingDaysBetween(from, until, calendar);
        expect(count(a, b) + count(b, c)).toBe(count(a, c));
        expect(count(a, b) + count(b, a)).toBe(0);
      }),
    );
  });

  it("time-14: a day rolls to the working day that walking finds, and a working day stays", () => {
    fc.assert(
      fc.property(definitions, knownDates, conventions, (definition, date, convention) => {
        const calendar = orThrow(compileCalendar(definition));
        const rolled = rollToWorkingDay(date, convention, calendar);
        const walked = walkRoll(date, convention, definition);
        expect(rolled).toBe(walked === "skipped" || walked === "unknown" ? undefined : walked);
        if (isWorkingDay(date, calendar)) expect(rolled).toBe(date);
      }),
    );
  });

  it("time-15: a calendar with a longer span never changes an answer that a shorter one gave", () => {
    const cut = fc.tuple(fc.nat(30), fc.nat(30));
    const counts = fc.integer({ min: -20, max: 20 });
    const query = fc.tuple(fc.nat(LENGTH - 61), counts, conventions);
    fc.assert(
      fc.property(
        definitions,
        cut,
        query,
        (definition, [start, end], [offset, count, convention]) => {
          const from = addDays(definition.from, start);
          const until = addDays(definition.until, -end);
          const long = orThrow(compileCalendar(definition));
          const short = orThrow(compileCalendar({ ...definition, from, until }));
          const date = addDays(from, offset);
          const added = addWorkingDays(date, count, short);
          const rolled = rollToWorkingDay(date, convention, short);
          if (added !== undefined) expect(addWorkingDays(date, count, long)).toBe(added);
          if (rolled !== undefined) expect(rollToWorkingDay(date, convention, long)).toBe(rolled);
        },
      ),
    );
  });

  it("time-16: a person's absences are closures of that person's own calendar, in whatever order both are given", () => {
    fc.assert(
      fc.property(definitions, fc.array(spans(30), { maxLength: 4 }), (definition, absences) => {
        const { holidays = [], closures = [] } = definition;
        const mine = withAbsences(orThrow(compileCalendar(definition)), absences);
        const together = compileCalendar({
          ...definition,
          holidays: holidays.toReversed(),
          closures: [...absences.toReversed(), ...closures.toReversed()],
        });
        expect(mine).toEqual(together);
      }),
    );
  });

  it("time-17: no input makes a check of this chapter throw, and what passes can be used", () => {
    const junk = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      withSparseArray: true,
      withTypedArray: true,
    });
    const almost = fc.record(
      {
        from: fc.oneof(knownDates, junk),
        until: fc.oneof(fc.constant("2019-01-01"), junk),
        weekend: fc.oneof(fc.array(fc.oneof(fc.constantFrom(...WEEKDAYS), junk)), junk),
        holidays: fc.oneof(fc.array(fc.oneof(knownDates, junk)), junk),
        closures: fc.oneof(fc.array(fc.oneof(spans(5), junk)), junk),
        own: fc.oneof(fc.array(fc.oneof(spans(5), junk)), junk),
        fiscal: junk,
        days: junk,
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(junk, almost, definitions), (input) => {
        const result = compileCalendar(input as CalendarDefinition);
        expect(result.ok).toBe(checkCalendarDefinition(input, "").length === 0);
        if (checkDuration(input, "").length === 0) addDuration("1900-01-01", input as Duration);
        if (checkPeriodDefinition(input, "").length === 0) periodDays(0, input as PeriodDefinition);
      }),
    );
  });
});

describe("the laws of moments", () => {
  it("time-18: a moment read from a zone's clocks and set again is the same moment, unless the clocks show it twice, and then it is one of the two", () => {
    fc.assert(
      fc.property(moments, zones, (moment, zone) => {
        const local = { ...civilTimeAt(moment, zone), zone };
        const first = instantAt(local, { gap: "later", overlap: "earlier" });
        const second = instantAt(local, { gap: "later", overlap: "later" });
        expect(first <= second).toBe(true);
        expect([first, second]).toContain(moment);
        expect([civilTimeAt(first, zone), civilTimeAt(second, zone)]).toEqual([
          civilTimeAt(moment, zone),
          civilTimeAt(moment, zone),
        ]);
      }),
    );
  });

  it("time-19: a local time that the clocks skip moves forward or back by the length of the gap, and no other local time moves", () => {
    const minutes = fc.integer({
      min: nativeDay("1973-01-01") * 1440,
      max: nativeDay("2037-01-01") * 1440,
    });
    const skipped = fc.nat(59).map((each) => nativeDay("2018-03-25") * 1440 + 180 + each);
    const cases = fc.oneof(
      fc.tuple(minutes, zones),
      fc.tuple(skipped, fc.constant("Europe/Helsinki")),
    );
    fc.assert(
      fc.property(cases, ([minute, zone]) => {
        const { date, time } = civilTimeAt(minute * 60_000, "UTC");
        const policy = (gap: "later" | "earlier") => ({ gap, overlap: "earlier" }) as const;
        const later = instantAt({ date, time, zone }, policy("later"));
        const earlier = instantAt({ date, time, zone }, policy("earlier"));
        const shownAt = (moment: number): number =>
          instantAt({ ...civilTimeAt(moment, zone), zone: "UTC" }, policy("later"));
        const gap = later - earlier;
        expect(gap >= 0).toBe(true);
        expect(shownAt(later) - minute * 60_000).toBe(gap);
        expect(minute * 60_000 - shownAt(earlier)).toBe(gap);
      }),
    );
  });

  it("time-20: days off and roll conventions never change how many weekly deadlines a period has, nor their order before rolling", () => {
    const rules = fc.record({
      weekday: fc.constantFrom(...WEEKDAYS),
      time: fc.constant("12:00" as const),
      zone: zones,
      roll: conventions,
      gap: fc.constant("later" as const),
      overlap: fc.constant("earlier" as const),
    });
    const periods = fc
      .tuple(offsets, offsets)
      .map(([a, b]) => ({ from: addDays("2018-01-01", a), until: addDays("2018-01-01", b) }));
    fc.assert(
      fc.property(definitions, rules, periods, (definition, rule, period) => {
        const calendar = orThrow(compileCalendar(definition));
        const deadlines = weeklyDeadlines(period, rule, calendar);
        const expected: CivilDate[] = [];
        for (let date = period.from; date < period.until; date = addDays(date, 1)) {
          const worked = addDays(date, -7) >= isoWeekStart(isoWeekOf(period.from));
          const named = WEEKDAYS[isoWeekOf(date).weekday - 1] === rule.weekday;
          if (named && worked) expected.push(date);
        }
        expect(deadlines.map(({ nominalDate }) => nominalDate)).toEqual(expected);
      }),
    );
  });

  it("time-21: a moment is read character by character as a pattern and the engine read it, however the text is spoilt", () => {
    const digit = fc.constantFrom(..."0123456789");
    const spoilt = fc.constantFrom(..."0123456789TZ:.-+ a");
    const written = fc
      .tuple(
        fc.date({ min: new Date("1890-01-01"), max: new Date("2205-01-01"), noInvalidDate: true }),
        fc.constantFrom(16, 19, 23),
        fc.string({ unit: digit, maxLength: 8 }),
      )
      .map(([date, length, more]) => `${date.toISOString().slice(0, length)}${more}Z`);
    const spots = fc.array(fc.tuple(fc.nat(31), spoilt), { maxLength: 2 });
    fc.assert(
      fc.property(written, spots, (text, changes) => {
        const letters = [...text];
        for (const [at, letter] of changes) if (at < letters.length) letters[at] = letter;
        const input = letters.join("");
        const pattern = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?Z$/.exec(
          input,
        );
        const [, date, hour, minute, second = "00", fraction = ""] = pattern ?? [];
        const isTime = Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60;
        const isRead = pattern !== null && isCivilDate(date) && isTime;
        const thousandths = fraction.slice(0, 3).padEnd(3, "0");
        const expected = Date.parse(`${date}T${hour}:${minute}:${second}.${thousandths}Z`);
        expect(readInstant(input)).toBe(isRead ? expected : undefined);
      }),
      { numRuns: 500 },
    );
  });
});
