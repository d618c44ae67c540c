import { describe, expect, it } from "vitest";
import type { IntervalCadence, QuotaCadence } from "../../src/cadence/index.js";
import type { Activity } from "../../src/facts/index.js";
import type { CivilDate } from "../../src/time/index.js";
import { dutiesOn, dutyOn, held, planned } from "./ask-duties.js";
import { interval, monthly, onSite } from "./visits-on-site.js";

const noChannel = [{ path: "activities.channel", why: "missing" }];
const undecided = { status: "undecided", daysLate: 0 };

function undated(rest: Partial<Activity> = {}): Activity {
  const { heldOn: _, ...activity } = onSite("2018-01-01");
  return { ...activity, ...rest };
}

describe("CAD-01 CAD-02 activities of which it is unknown whether they count", () => {
  const unclear = held("2018-06-10");

  it("CAD-01 CAD-02 a visit without a channel leaves both undecided, unless notMet", () => {
    const question = { asOf: "2018-06-20", activities: [unclear] } as const;
    for (const cadence of [monthly(), interval()]) {
      const duty = dutyOn(cadence, question);
      expect(duty.value).toEqual(undecided);
      expect(duty.missing).toEqual(noChannel);
      const accepted = dutyOn({ ...cadence, whenUnknown: "notMet" }, question);
      expect(accepted.value.status).toBe("due");
      expect(accepted.missing).toEqual([]);
    }
  });

  it("CAD-01 it matters only within the period, and only where it could change the answer", () => {
    const on = (asOf: CivilDate, rest: Activity[] = [], cadence = monthly()) =>
      dutyOn(cadence, { asOf, activities: [unclear, ...rest] }).value.status;
    expect(on("2018-06-30")).toBe("undecided");
    expect(on("2018-07-01")).toBe("ok");
    expect(on("2018-06-30", [onSite("2018-06-11")])).toBe("fulfilled");
    expect(on("2018-06-30", [onSite("2018-06-11")], monthly({ atMost: 1 }))).toBe("undecided");
  });

  it("CAD-02 it matters only after the last contact that surely counts", () => {
    const on = (day: CivilDate) =>
      dutyOn(interval(), { asOf: "2018-06-20", activities: [unclear, onSite(day)] }).value.status;
    expect(on("2018-06-10")).toBe("ok");
    expect(on("2018-06-09")).toBe("undecided");
  });

  it("CAD-02 it no longer matters when even it would be too long ago", () => {
    const on = (asOf: CivilDate) => dutyOn(interval(), { asOf, activities: [unclear] });
    expect(on("2018-07-10").value).toEqual(undecided);
    expect(on("2018-07-11").value).toMatchObject({ status: "late", daysLate: 1 });
    expect(on("2018-07-11").missing).toEqual([]);
  });

  it("CAD-02 before half a contact it may turn two halves about, and matters", () => {
    const weights = [{ when: { field: "joint", equals: true }, weight: 0.5 }] as const;
    const cadence = interval({ weights });
    const half = (day: CivilDate) => held(day, { channel: "onSite", joint: true });
    const activities = [
      held("2018-06-01", { joint: true }),
      half("2018-06-03"),
      half("2018-06-05"),
    ];
    expect(dutyOn(cadence, { asOf: "2018-06-20", activities }).missing).toEqual(noChannel);
  });

  it("CAD-02 an unknown weight leaves the contact unclear, or is taken as not met", () => {
    const weights = [
      { when: { field: "joint", equals: true }, weight: 0.5 },
      { when: { field: "automated", equals: false }, weight: 0.25 },
    ] as const;
    const activities = [held("2018-06-10", { channel: "onSite", automated: true })];
    const question = { asOf: "2018-06-20", activities } as const;
    const duty = dutyOn(interval({ weights }), question);
    expect(duty.missing).toEqual([{ path: "activities.joint", why: "missing" }]);
    const accepted = dutyOn(interval({ weights, whenUnknown: "notMet" }), question);
    expect(accepted.value.window!.latest).toBe("2018-07-10");
  });

  it("CAD-01 CAD-02 a contact without its day is unclear, one that cannot count is not", () => {
    const asOf = "2018-06-20";
    const bad = undated({ heldOn: "June" as CivilDate });
    for (const cadence of [monthly(), interval()]) {
      const on = (activities: Activity[], which: typeof cadence = cadence) =>
        dutyOn(which, { asOf, activities });
      expect(on([undated()]).missing).toEqual([{ path: "activities.heldOn", why: "missing" }]);
      expect(on([bad]).missing).toEqual([{ path: "activities.heldOn", why: "illTyped" }]);
      expect(on([undated()]).value).toEqual(undecided);
      expect(on([undated({ kind: "call" })]).missing).toEqual([]);
      expect(on([undated()], { ...cadence, whenUnknown: "notMet" }).missing).toEqual([]);
    }
  });

  it.each([
    ["canceled", "illTyped"],
    ["missed", "illTyped"],
    ["Complete", "illTyped"],
    [7, "illTyped"],
    [undefined, "missing"],
  ])("CAD-01 CAD-02 an activity of status %o is not taken as held", (status, why) => {
    const asOf = "2018-06-20";
    const missing = [{ path: "activities.status", why }];
    const odd = { ...onSite("2018-06-10"), status } as unknown as Activity;
    const dayless = { ...undated(), status } as unknown as Activity;
    for (const cadence of [monthly(), interval()]) {
      const on = (activities: Activity[], which: typeof cadence = cadence) =>
        dutyOn(which, { asOf, activities });
      for (const activity of [odd, dayless]) {
        expect(on([activity]).value).toEqual(undecided);
        expect(on([activity]).missing).toEqual(missing);
      }
      expect(on([odd], { ...cadence, whenUnknown: "notMet" }).value.status).toBe("due");
      const call = { ...odd, kind: "call" };
      expect(on([call]).missing).toEqual([]);
      const later = { ...odd, heldOn: "2018-06-21" } as unknown as Activity;
      expect(on([later]).missing).toEqual([]);
    }
    const settled = dutyOn(interval(), { asOf, activities: [odd, onSite("2018-06-11")] });
    expect(settled.value.window!.ideal).toBe("2018-07-01");
  });

  it("CAD-01 CAD-02 a plan without a channel matters only where plans count", () => {
    const activities = [planned("2018-06-25")];
    const on = (cadence: QuotaCadence | IntervalCadence) =>
      dutyOn(cadence, { asOf: "2018-06-20", activities }).missing;
    expect(on(interval())).toEqual([]);
    expect(on(monthly())).toEqual([]);
    expect(on(monthly({ counting: "heldOrPlanned" }))).toEqual(noChannel);
  });

  it("CAD-01 a plan without a day matters to nothing, though its channel is missing too", () => {
    const { plannedOn: _, ...undatedPlan } = planned("2018-06-25");
    const cadence = monthly({ counting: "heldOrPlanned" });
    const duty = dutyOn(cadence, { asOf: "2018-06-20", activities: [undatedPlan] });
    expect(duty.missing).toEqual([]);
  });

  it("CAD-01 CAD-02 what is missing is what an unknown condition asks, not what a met one does", () => {
    const counts = {
      any: [
        { field: "kind", equals: "visit" },
        { field: "channel", equals: "onSite" },
      ],
    } as const;
    const weights = [{ when: { field: "joint", equals: true }, weight: 0.5 }] as const;
    const activities = [held("2018-06-10")];
    const duty = dutyOn(monthly({ counts, weights }), { asOf: "2018-06-20", activities });
    expect(duty.missing).toEqual([{ path: "activities.joint", why: "missing" }]);
  });

  it("CAD-01 CAD-02 a relative day beyond the known years leaves the contact unclear", () => {
    const counts = { field: "heldOn", onOrAfter: { asOfMinus: { years: 500 } } } as const;
    const activities = [held("2018-06-10")];
    const duty = dutyOn(interval({ counts }), { asOf: "2018-06-20", activities });
    expect(duty.value.status).toBe("undecided");
    expect(duty.missing).toEqual([{ path: "asOf", why: "outOfRange" }]);
  });

  it("CAD-01 CAD-02 what is missing is named once, whatever the order of the activities", () => {
    const counts = {
      all: [
        { field: "channel", equals: "onSite" },
        { field: "topic", startsWith: "needs" },
      ],
    } as const;
    const activities = [
      held("2018-06-01", { topic: "needs" }),
      held("2018-06-02", { topic: "needs" }),
      onSite("2018-06-03"),
    ];
    for (const order of [activities, activities.toReversed()]) {
      const duties = dutiesOn(
        { month: monthly({ counts }), since: interval({ counts }) },
        { asOf: "2018-06-20", activities: order },
      );
      for (const { missing } of duties) {
        expect(missing).toEqual([...noChannel, { path: "activities.topic", why: "missing" }]);
      }
    }
  });
});
