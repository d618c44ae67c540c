import { isWorkingDay } from "hoito";
import { ledgerEntries } from "hoito/campaigns";
import { describe, expect, test } from "vitest";
import { capacitySection } from "../../demo/report/capacity-section.js";
import { pointsSection } from "../../demo/report/points-section.js";
import { reportChapter } from "../../demo/report/report-chapter.js";
import type { Section } from "../../demo/report/section.js";
import { weekSection } from "../../demo/report/week-section.js";
import { campaignEvents } from "../../demo/superstore/campaign-events.js";
import { superstore } from "./decided.js";

const { base, context } = superstore;
const { schedule, capacity } = superstore.work!;
const campaign = superstore.campaign!;
const figures = superstore.figures!;
const people = new Map(base.people!.map((person) => [person.id, person]));

function added(values: readonly number[]): number {
  return values.reduce((sum, each) => sum + each, 0);
}

function rowsOf(section: Section | undefined): readonly (readonly unknown[])[] {
  return (section?.blocks ?? []).flatMap((block) => (block.kind === "table" ? block.rows : []));
}

describe("the schedule of the made-up field force", () => {
  test("every duty has a place or a reason, and no one has both", () => {
    const placed = schedule.entries.filter(({ kind }) => kind !== "manual").map(({ id }) => id);
    const unplaced = schedule.unplaced.map(({ id }) => id);
    expect(new Set([...placed, ...unplaced]).size).toBe(placed.length + unplaced.length);
    const open = superstore.decisions.flatMap(({ duties: { value } }) =>
      value.kind === "duties" ? value.duties : [],
    );
    const all = new Set([...placed, ...unplaced]);
    const waiting = open.filter(({ value }) => value.status === "late" || value.status === "due");
    expect(waiting.filter(({ id }) => !all.has(id))).toEqual([]);
  });

  test("nothing is placed on a day off, in an absence, or with somebody who is not there", () => {
    for (const { kind, day, personId } of schedule.entries) {
      if (kind !== "placed") continue;
      const { absences = [] } = people.get(personId)!;
      expect(isWorkingDay(day, context.calendar)).toBe(true);
      expect(absences.some(({ from, until }) => day >= from && day < until)).toBe(false);
    }
  });

  test("no week holds more than a person has, but where plans of before already do", () => {
    const beyond = schedule.loads.filter(
      ({ minutes, capacityMinutes }) => minutes > capacityMinutes,
    );
    for (const { personId, week } of beyond) {
      const own = schedule.entries.filter((each) => each.personId === personId);
      expect(own.filter((each) => each.week === week && each.kind === "placed")).toEqual([]);
    }
  });

  test("what was checked before is what the schedule finds, and each proof adds up", () => {
    expect(capacity.feasibility).toEqual(schedule.feasibility);
    expect(capacity.feasibility.kind).toBe("infeasible");
    expect(capacity.gaps.length).toBeGreaterThan(0);
    for (const { demandedMinutes, usableMinutes, shortMinutes } of capacity.gaps) {
      expect(shortMinutes).toBe(demandedMinutes - usableMinutes);
      expect(shortMinutes).toBeGreaterThan(0);
    }
    const rooms = schedule.unplaced.filter(({ reason }) => reason === "noCapacity");
    expect(added(capacity.leftOut.map(({ contacts }) => contacts))).toBe(rooms.length);
    const told = capacitySection(superstore)!.blocks.at(-1);
    expect(told?.kind === "list" && told.items[0]).toMatch(/belong there and nowhere else/);
  });

  test("the week of one person is that person's, in order of days", () => {
    const section = weekSection(superstore)!;
    const [, week, personId] = /^The week (\S+) of (\S+)$/.exec(section.heading)!;
    const own = schedule.entries.filter((each) => {
      return each.week === week && each.personId === personId;
    });
    const days = rowsOf(section).map(([day]) => String(day).slice(0, "2018-01-02".length));
    expect(days).toEqual(own.map(({ day }) => day).toSorted());
  });
});

describe("the campaign over the same field force", () => {
  test("points of the board are the sums of ledger entries", () => {
    for (const { memberId, points } of campaign.standings.rows) {
      const units = ledgerEntries(campaign.ledger, memberId).map((entry) => entry.units);
      expect(added(units) / 10).toBeCloseTo(points, 9);
      expect(points).toBeLessThanOrEqual(48);
    }
  });

  test("what is paid is the sum of all prizes, within the budget", () => {
    const { members, payOut } = campaign.settlement;
    const prizes = members.flatMap((member) => member.prizes.map(({ amount }) => amount.minor));
    expect(added(prizes)).toBe(payOut.minor);
    expect(added(members.map(({ total }) => total.minor))).toBe(payOut.minor);
    expect(payOut.minor).toBeLessThanOrEqual(120_000);
  });

  test("notes that were emptied after the deadline take their point back, and the report says so", () => {
    const rows = rowsOf(pointsSection(superstore));
    const reversal = rows.find(([, entry]) => entry === "reversal");
    expect(reversal?.slice(0, 4)).toEqual(["notes written", "reversal", "-1", "edited"]);
  });

  test("other rules start from the same pay-out, and rungs that add up pay no less", () => {
    for (const { comparison } of campaign.whatIf) {
      expect(comparison.before.payOut).toEqual(campaign.settlement.payOut);
      const now = added(comparison.members.map(({ prizesAfter }) => prizesAfter.minor));
      expect(now).toBe(comparison.after.payOut.minor);
    }
    expect(campaign.whatIf[0]?.comparison.payOutChange.minor).toBeGreaterThanOrEqual(0);
  });

  test("the register tells of visits that it holds, and of no other", () => {
    const days = { from: "2017-10-02", until: "2017-12-31" } as const;
    const held = new Set((base.activities ?? []).map(({ id }) => id));
    const events = campaignEvents(base.activities ?? [], days);
    expect(events.length).toBe(campaign.events);
    const ids = events.flatMap((event) => ("activity" in event ? [event.activity.id] : []));
    expect(ids.every((id) => held.has(id))).toBe(true);
    expect(campaignEvents([], days)).toEqual([]);
  });
});

describe("the figures", () => {
  const rows = figures.board.rows.filter(({ period }) => period.label === "2017");

  test.each(["kept", "reach"])("%s: what segments counted adds up to the whole", (kpi) => {
    const own = rows.filter((row) => row.kpi === kpi);
    const whole = own.find(({ cut }) => cut === undefined)!.figure;
    const parts = own.filter(({ cut }) => cut?.by === "group").map(({ figure }) => figure);
    expect(added(parts.map(({ numerator }) => numerator!))).toBe(whole.numerator);
    expect(added(parts.map(({ denominator }) => denominator!))).toBe(whole.denominator);
  });

  test("every figure of the policy is on the board, with a value", () => {
    const shown = rows.filter(({ cut }) => cut === undefined);
    expect(shown.map(({ kpi }) => kpi)).toEqual(Object.keys(superstore.policy.kpis ?? {}));
    expect(shown.filter(({ figure }) => figure.value === undefined)).toEqual([]);
  });

  test("the report tells real data from made-up data", () => {
    const report = reportChapter(superstore);
    const dataOf = (title: string): string | undefined => {
      const line = report.split("\n").find((each) => each.startsWith(`  ${title} `));
      return /(real|made up)$/.exec(line ?? "")?.[0];
    };
    expect(["Sales", "Orders", "New customers"].map(dataOf)).toEqual(["real", "real", "real"]);
    const made = ["Classified customers", "Customers with an owner", "Reach", "Net promoter score"];
    expect(made.map(dataOf)).toEqual(made.map(() => "made up"));
  });

  test("an interval stands where a figure rests on a sample, and holds its value", () => {
    const { value, interval } = rows.find(({ kpi }) => kpi === "promoters")!.figure;
    expect(interval!.low).toBeLessThan(value!);
    expect(interval!.high).toBeGreaterThan(value!);
  });
});
