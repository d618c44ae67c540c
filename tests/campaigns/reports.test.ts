import { describe, expect, it } from "vitest";
import {
  type CampaignDefinition,
  type CampaignEvent,
  ledgerOf,
  type OpenCampaign,
  remindMembers,
  reportWeek,
} from "../../src/campaigns/index.js";
import type { Instant } from "../../src/facts/index.js";
import { HoitoError } from "../../src/shapes/index.js";
import {
  earning,
  flawless,
  judged,
  logged,
  opened,
  perVisit,
  STATUS,
  springDefinition,
  springWith,
  told,
  visit,
} from "./spring.js";

const FRIDAY = "2018-02-02T12:00:00Z";
const two = [{ id: "a" }, { id: "b" }];
const solo = (definition: CampaignDefinition = springDefinition) => opened(definition, two);
const open = solo();

const report = (events: readonly CampaignEvent[], at: Instant, of: OpenCampaign = open) =>
  reportWeek(ledgerOf(events, of, { at }), of, { at, week: "2018-W05" });
const states = (events: readonly CampaignEvent[], at: Instant, of?: OpenCampaign) =>
  report(events, at, of)
    .members.find(({ memberId }) => memberId === "a")!
    .criteria.map(({ criterion, state, points, atStake }) => [criterion, state, points, atStake]);
const remind = (events: readonly CampaignEvent[], at: Instant, of: OpenCampaign = open) =>
  remindMembers(ledgerOf(events, of, { at }), of, { at });

const held = visit("v", "a", "2018-01-31", { status: "held", notes: " " });
const sloppy = told("logged", "2018-01-31T18:00:00Z", held);

describe("CAMP-13 the weekly report", () => {
  it("CAMP-13 before the deadline it tells what is met so far, what is missing and what it is worth", () => {
    const found = report([sloppy], FRIDAY);
    expect(found).toMatchObject({
      week: "2018-W05",
      isClosed: false,
      deadlineAt: "2018-02-05T10:00:00Z",
    });
    expect(states([sloppy], FRIDAY)).toEqual([
      ["status", "missing", 0, 1],
      ["notes", "missing", 0, 1],
      ["heading", "met", 1, 0],
      ["type", "met", 1, 0],
      ["plan", "missing", 0, 1],
      ["goodNotes", "pending", 0, 1],
    ]);
    const [status, notes] = found.members[0]!.criteria;
    expect(status!.lacking).toEqual([
      {
        activityId: "v",
        isLate: false,
        because: [
          {
            kind: "comparison",
            path: "status",
            comparison: "equal",
            verdict: "notMet",
            value: "held",
            bound: "complete",
          },
        ].map((each) => ({ ...each, comparison: expect.any(String) as string })),
      },
    ]);
    expect(notes!.lacking[0]!.because[0]).toMatchObject({ path: "notesWritten", value: false });
    expect(found.members[0]!.criteria[4]!.planned).toEqual([
      { week: "2018-W06", has: 0, wants: 1 },
      { week: "2018-W07", has: 0, wants: 1 },
      { week: "2018-W08", has: 0, wants: 1 },
    ]);
  });

  it("CAMP-13 after the deadline what is missing is final, and the verdict alone may still come", () => {
    expect(states([sloppy], "2018-02-06T12:00:00Z")).toEqual([
      ["status", "missing", 0, 0],
      ["notes", "missing", 0, 0],
      ["heading", "met", 1, 0],
      ["type", "met", 1, 0],
      ["plan", "missing", 0, 0],
      ["goodNotes", "pending", 0, 1],
    ]);
    const [, , , , , good] = states([sloppy], "2018-02-12T10:00:00Z");
    expect(good).toEqual(["goodNotes", "missing", 0, 0]);
    const unjudged = report([sloppy], "2018-02-06T12:00:00Z").members[0]!.criteria[5]!;
    expect(unjudged.lacking[0]!.because[0]).toMatchObject({
      verdict: "unknown",
      missing: [{ path: "activities.noteQuality", why: "missing" }],
    });
    const plain = judged(held, "2018-02-06T11:00:00Z", "plain");
    const told = report([sloppy, plain], "2018-02-06T12:00:00Z").members[0]!.criteria[5]!;
    expect(told.lacking[0]!.because[0]).toMatchObject({ verdict: "notMet", value: "plain" });
  });

  it("CAMP-13 a visit that came late is told as such, by every criterion", () => {
    const late = told("logged", "2018-02-05T10:00:01Z", visit("w", "a", "2018-02-01"));
    const [status, , , , , good] = report([late], "2018-02-06T12:00:00Z").members[0]!.criteria;
    expect(status!.lacking).toMatchObject([{ activityId: "w", isLate: true }]);
    expect(good!.lacking).toMatchObject([{ activityId: "w", isLate: true }]);
    expect(good).toMatchObject({ state: "missing", atStake: 0 });
    const [, , , , , both] = states(
      [late, logged(visit("x", "a", "2018-02-01"))],
      "2018-02-06T12:00:00Z",
    );
    expect(both).toEqual(["goodNotes", "missing", 0, 0]);
    const each = { ...springDefinition.criteria["goodNotes"]!, scoring: "perEvent", points: 2 };
    const of = solo(earning({ each: each as typeof STATUS }));
    const some = [late, logged(visit("x", "a", "2018-02-01"))];
    expect(states(some, "2018-02-06T12:00:00Z", of)).toEqual([["each", "pending", 0, 2]]);
    const gone = told("deleted", "2018-02-06T10:00:00Z", held);
    const [deleted] = report([sloppy, gone], "2018-02-06T12:00:00Z").members[0]!.criteria;
    expect(deleted!.lacking).toMatchObject([{ activityId: "v", isLate: false }]);
  });

  it("CAMP-13 shows booked points, totals and ranks, and lists nothing for who is excused", () => {
    const found = report(flawless("a"), "2018-02-06T12:00:00Z");
    expect(
      found.members.map(({ memberId, total, rank, booked }) => [memberId, total, rank, booked]),
    ).toEqual([
      ["a", 16, 1, 6],
      ["b", 0, 2, 0],
    ]);
    const absence = { ...springDefinition.absence, excusedFromDays: 5 };
    const away = { id: "a", absences: [{ from: "2018-01-29", until: "2018-02-05" }] } as const;
    const excused = opened(
      springWith({
        absence,
        tiers: { ...springDefinition.tiers!, rungs: [] },
        budget: { amount: { amount: "900.00", currency: "EUR" }, whenExceeded: "refuse" },
      }),
      [away],
    );
    expect(report(flawless("a"), "2018-02-06T12:00:00Z", excused).members[0]).toMatchObject({
      booked: 0,
      isExcused: true,
      criteria: [],
    });
    const empty = solo(earning({ status: STATUS }, { emptyWeek: "excused" }));
    expect(report([], FRIDAY, empty).members[0]!.isExcused).toBe(true);
  });

  it("CAMP-13 points for single visits and credits: what is missing is counted, credits are no part of a week", () => {
    const given = { kind: "credit", source: "given", points: 1 } as const;
    const of = solo(earning({ visits: perVisit(2), given }));
    const good = logged(visit("w", "a", "2018-01-30"));
    expect(states([sloppy, good], FRIDAY, of)).toEqual([["visits", "missing", 2, 2]]);
    expect(states([good], FRIDAY, of)).toEqual([["visits", "met", 2, 0]]);
  });

  it("CAMP-13 a week that is not scored has no deadline, and one beyond the campaign is refused", () => {
    const at = "2018-04-04T12:00:00Z";
    const ledger = ledgerOf([], open, { at });
    const unscored = reportWeek(ledger, open, { at, week: "2018-W13" });
    expect(unscored).not.toHaveProperty("deadlineAt");
    expect(unscored.members[0]!.criteria).toEqual([]);
    expect(() => reportWeek(ledger, open, { at, week: "2018-W14" })).toThrow(HoitoError);
  });
});

describe("CAMP-13 reminders", () => {
  it("CAMP-13 go to whoever misses something, once a week and member, with a key that stays", () => {
    const reminders = remind([...flawless("b"), sloppy], FRIDAY);
    expect(reminders.map(({ key, pointsAtStake, total }) => [key, pointsAtStake, total])).toEqual([
      ["spring|2018-W05|a", 3, 0],
    ]);
    expect(remind([...flawless("b"), sloppy], "2018-02-04T12:00:00Z")[0]!.key).toBe(
      "spring|2018-W05|a",
    );
    expect(reminders[0]).toMatchObject({ week: "2018-W05", dueAt: "2018-02-05T10:00:00Z" });
    expect(reminders[0]!.missing.map(({ criterion }) => criterion)).toEqual([
      "status",
      "notes",
      "plan",
    ]);
  });

  it("CAMP-13 say what is still reachable: booked, weeks to come, and what a judge may give", () => {
    // On 2 February two practice weeks are lost: 58 − 10 is left.
    expect(remind([sloppy], FRIDAY)[0]!.stillReachable).toBe(48);
    // On 7 February W05 is booked with 2 points, its verdict is open, and seven weeks of 6 follow.
    const after = remind([sloppy], "2018-02-07T12:00:00Z");
    expect(after.map(({ week, memberId }) => [week, memberId])).toEqual([
      ["2018-W06", "a"],
      ["2018-W06", "b"],
    ]);
    expect(after[0]!.stillReachable).toBe(2 + 1 + 42);
    expect(after[1]!.stillReachable).toBe(42);
    const unbounded = solo(earning({ visits: perVisit() }));
    expect(remind([sloppy], FRIDAY, unbounded)[0]).not.toHaveProperty("stillReachable");
  });

  it("CAMP-13 on Monday morning two weeks are open, the one to close first", () => {
    const weeks = remind([sloppy], "2018-02-05T09:59:00Z").map(({ key }) => key);
    expect(weeks.slice(0, 1)).toEqual(["spring|2018-W05|a"]);
    expect(weeks).toContain("spring|2018-W06|a");
    expect(remind([sloppy], "2018-02-05T10:00:00Z").map(({ week }) => week)).not.toContain(
      "2018-W05",
    );
  });

  it("CAMP-13 nobody is reminded outside the campaign, nor when excused", () => {
    expect(remind([], "2018-01-14T21:59:59Z")).toEqual([]);
    expect(remind([], "2018-03-26T09:00:00Z")).toEqual([]);
    expect(remind([], FRIDAY, solo(earning({ status: STATUS }, { emptyWeek: "excused" })))).toEqual(
      [],
    );
  });
});
