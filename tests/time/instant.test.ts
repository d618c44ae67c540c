import { describe, expect, it } from "vitest";
import {
  type CivilDate,
  type ClockTime,
  civilTimeAt,
  instantAt,
  isClockTime,
  isWithinDeadline,
  isZone,
} from "../../src/time/index.js";
import { faultOf } from "./fault-of.js";

const HELSINKI = "Europe/Helsinki";
const sooner = { gap: "earlier", overlap: "earlier" } as const;
const later = { gap: "later", overlap: "later" } as const;

const iso = (instant: number): string => new Date(instant).toISOString().slice(0, 16);

describe("instantAt", () => {
  it.each<[CivilDate, ClockTime, string, string, string]>([
    ["2018-03-19", "12:00", HELSINKI, "2018-03-19T10:00", "2018-03-19T10:00"],
    ["2018-03-26", "12:00", HELSINKI, "2018-03-26T09:00", "2018-03-26T09:00"],
    // 25 March: the clocks go from 03:00 to 04:00.
    ["2018-03-25", "02:59", HELSINKI, "2018-03-25T00:59", "2018-03-25T00:59"],
    ["2018-03-25", "03:00", HELSINKI, "2018-03-25T00:00", "2018-03-25T01:00"],
    ["2018-03-25", "03:30", HELSINKI, "2018-03-25T00:30", "2018-03-25T01:30"],
    ["2018-03-25", "04:00", HELSINKI, "2018-03-25T01:00", "2018-03-25T01:00"],
    // 28 October: the clocks go from 04:00 back to 03:00.
    ["2018-10-28", "02:59", HELSINKI, "2018-10-27T23:59", "2018-10-27T23:59"],
    ["2018-10-28", "03:00", HELSINKI, "2018-10-28T00:00", "2018-10-28T01:00"],
    ["2018-10-28", "03:59", HELSINKI, "2018-10-28T00:59", "2018-10-28T01:59"],
    ["2018-10-28", "04:00", HELSINKI, "2018-10-28T02:00", "2018-10-28T02:00"],
    // West of UTC, at an offset of 45 minutes, by half an hour, and a whole day left out.
    ["2018-03-11", "02:30", "America/Los_Angeles", "2018-03-11T09:30", "2018-03-11T10:30"],
    ["2018-11-04", "01:30", "America/Los_Angeles", "2018-11-04T08:30", "2018-11-04T09:30"],
    ["2018-01-15", "12:00", "Asia/Kathmandu", "2018-01-15T06:15", "2018-01-15T06:15"],
    ["2018-10-07", "02:15", "Australia/Lord_Howe", "2018-10-06T15:15", "2018-10-06T15:45"],
    ["2018-04-01", "01:45", "Australia/Lord_Howe", "2018-03-31T14:45", "2018-03-31T15:15"],
    ["2011-12-30", "12:00", "Pacific/Apia", "2011-12-29T22:00", "2011-12-30T22:00"],
    ["2011-12-29", "23:59", "Pacific/Apia", "2011-12-30T09:59", "2011-12-30T09:59"],
    ["2011-12-31", "00:00", "Pacific/Apia", "2011-12-30T10:00", "2011-12-30T10:00"],
    ["2018-01-15", "23:59", "UTC", "2018-01-15T23:59", "2018-01-15T23:59"],
  ])("CAMP-02: %s %s in %s", (date, time, zone, early, late) => {
    expect(iso(instantAt({ date, time, zone }, sooner))).toBe(early);
    expect(iso(instantAt({ date, time, zone }, later))).toBe(late);
  });

  it("CAMP-02: asks gap for a skipped time, and overlap for a repeated one", () => {
    const skipped = { date: "2018-03-25", time: "03:30", zone: HELSINKI } as const;
    const repeated = { date: "2018-10-28", time: "03:30", zone: HELSINKI } as const;
    const onward = { gap: "later", overlap: "earlier" } as const;
    const backward = { gap: "earlier", overlap: "later" } as const;
    expect(iso(instantAt(skipped, onward))).toBe("2018-03-25T01:30");
    expect(iso(instantAt(repeated, onward))).toBe("2018-10-28T00:30");
    expect(iso(instantAt(skipped, backward))).toBe("2018-03-25T00:30");
    expect(iso(instantAt(repeated, backward))).toBe("2018-10-28T01:30");
  });

  it("keeps to the second where clocks did, long ago", () => {
    const noon = instantAt({ date: "1900-01-01", time: "12:00", zone: HELSINKI }, sooner);
    expect(new Date(noon).toISOString()).toBe("1900-01-01T10:20:11.000Z");
    expect(civilTimeAt(noon, HELSINKI)).toEqual({ date: "1900-01-01", time: "12:00" });
  });

  it("throws for a date, time or zone that is none", () => {
    const noon = { date: "2018-01-15", time: "12:00", zone: HELSINKI } as const;
    expect(faultOf(() => instantAt({ ...noon, date: "2018-02-30" }, later))[0]).toBe(
      "not-a-civil-date",
    );
    expect(faultOf(() => instantAt({ ...noon, time: "24:00" }, later))).toEqual([
      "not-a-time",
      "time",
      "24:00",
    ]);
    expect(faultOf(() => instantAt({ ...noon, zone: "Europe/Helsingfors" }, later))).toEqual([
      "unknown-zone",
      "zone",
      "Europe/Helsingfors",
    ]);
    expect(() => instantAt({ ...noon, time: "24:00" }, later)).toThrow(
      "`24:00` is not a time from 00:00 to 23:59",
    );
    expect(() => instantAt({ ...noon, zone: "" }, later)).toThrow("`` is not a known time zone");
  });
});

describe("civilTimeAt", () => {
  it.each([
    ["2018-03-25T00:59:59.999Z", "2018-03-25", "02:59"],
    ["2018-03-25T01:00:00.000Z", "2018-03-25", "04:00"],
    ["2018-10-28T00:30:00.000Z", "2018-10-28", "03:30"],
    ["2018-10-28T01:30:00.000Z", "2018-10-28", "03:30"],
    ["1969-12-31T21:59:59.000Z", "1969-12-31", "23:59"],
    ["1969-12-31T22:00:00.000Z", "1970-01-01", "00:00"],
  ])("%s in Helsinki", (instant, date, time) => {
    expect(civilTimeAt(Date.parse(instant), HELSINKI)).toEqual({ date, time });
  });

  it("throws for what is no moment, no zone, or a day out of range", () => {
    expect(faultOf(() => civilTimeAt(Number.NaN, HELSINKI))).toEqual([
      "not-an-instant",
      "instant",
      Number.NaN,
    ]);
    expect(() => civilTimeAt(Number.NaN, HELSINKI)).toThrow(
      "`NaN` is not a moment in milliseconds",
    );
    expect(faultOf(() => civilTimeAt(0, "+02:00"))).toEqual(["unknown-zone", "zone", "+02:00"]);
    const afterTheLast = Date.UTC(2199, 11, 31, 22);
    expect(faultOf(() => civilTimeAt(afterTheLast, HELSINKI))[0]).toBe("date-out-of-range");
    expect(faultOf(() => civilTimeAt(1e300, HELSINKI))[0]).toBe("date-out-of-range");
  });
});

describe("isWithinDeadline", () => {
  const noon = Date.parse("2018-03-26T09:00Z");

  it("CAMP-02: the moment itself is in time by policy", () => {
    const answers = [noon - 1, noon, noon + 1].map((at) => [
      isWithinDeadline(at, noon, "inclusive"),
      isWithinDeadline(at, noon, "exclusive"),
    ]);
    expect(answers).toEqual([
      [true, true],
      [true, false],
      [false, false],
    ]);
  });

  it("throws rather than compare what is no moment", () => {
    const code = "not-an-instant";
    expect(faultOf(() => isWithinDeadline(Number.NaN, 0, "inclusive"))[1]).toBe("at");
    expect(faultOf(() => isWithinDeadline(0, Number.NaN, "inclusive"))).toEqual([
      code,
      "deadline",
      Number.NaN,
    ]);
    expect(faultOf(() => isWithinDeadline("x" as never, 0, "inclusive"))[0]).toBe(code);
  });
});

describe("isZone and isClockTime", () => {
  it.each([HELSINKI, "UTC", "America/Argentina/Buenos_Aires", "Etc/GMT+5"])(
    "%s is a zone",
    (zone) => {
      expect([isZone(zone), isZone(zone)]).toEqual([true, true]);
    },
  );

  it.each([
    "",
    "+02:00",
    "+01:39:49",
    "junk+02:00",
    "Etc/GMT+05",
    "constructor",
    "__proto__",
    null,
    2,
  ])("%j is no zone, whatever was asked before", (input) => {
    instantAt({ date: "1900-01-01", time: "12:00", zone: HELSINKI }, later);
    instantAt({ date: "2018-01-01", time: "12:00", zone: "UTC" }, later);
    expect(isZone(input)).toBe(false);
  });

  it("still knows zones when more spellings were asked for than it remembers", () => {
    const spellings = Array.from({ length: 1100 }, (_, each) =>
      [..."antarctica/troll"]
        .map((letter, at) => ((each >> at) & 1 ? letter.toUpperCase() : letter))
        .join(""),
    );
    expect(spellings.every(isZone)).toBe(true);
    expect(spellings.every(isZone)).toBe(true);
  });

  it("tells times of day from the rest", () => {
    expect(["00:00", "09:05", "19:59", "23:59"].every(isClockTime)).toBe(true);
    const wrong = ["24:00", "12:60", "9:00", "12:0", "12.00", "12:00:00", " 12:00", "", 1200, null];
    expect(wrong.some(isClockTime)).toBe(false);
  });
});
