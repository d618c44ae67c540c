import { describe, expect, it } from "vitest";
import { accountBrief, handoverSheet } from "../../../src/cadence/index.js";
import type { AccountRecords, Activity, Ownership } from "../../../src/facts/index.js";
import type { CivilDate } from "../../../src/time/index.js";
import { held, planned } from "../ask-duties.js";

const asOf = "2018-03-28";
const own = (rest: Partial<Ownership> = {}): Ownership => ({
  ...{ accountId: "A", personId: 7, role: "responsible", naming: "named" },
  ...rest,
});
const records = (rest: Partial<AccountRecords> = {}): AccountRecords => ({
  account: { id: "A" },
  coverage: { activities: "complete", ownerships: "complete" },
  ownerships: [own()],
  ...rest,
});
const sheet = (each: AccountRecords, context: { until?: CivilDate; last?: number } = {}) =>
  handoverSheet([each], 7, { asOf, until: "2018-05-01", last: 2, ...context });

describe("CAD-15 CARE-07 the handover sheet of somebody who is away", () => {
  it("CARE-07 last activities, agreed follow-ups and coming visits", () => {
    const promised = [
      { what: "some day" },
      { what: "b", dueOn: "2018-04-02" },
      { what: "a", dueOn: "2018-04-02" },
      { what: "done", dueOn: "2018-03-01", doneOn: "2018-03-28" },
      { what: "done later", dueOn: "2018-03-30", doneOn: "2018-03-29" },
    ] as const;
    const activities: readonly Activity[] = [
      held("2018-03-01", { id: 1 }),
      held("2018-03-28", { id: 3, status: "held", followUps: promised }),
      held("2018-03-20", { id: 2, followUps: [{ what: "first", dueOn: "2018-04-02" }] }),
      held("2018-03-29", { id: 4 }),
      planned("2018-04-30", { id: 6 }),
      planned("2018-04-30", { id: "6b" }),
      planned("2018-03-28", { id: 5 }),
      planned("2018-05-01", { id: 7 }),
      planned("2018-03-27", { id: 8 }),
      planned("2018-04-01", { id: 9, status: "cancelled", followUps: promised }),
    ];
    const [entry] = sheet(records({ activities }));
    expect(entry!.lastActivities.map(({ id }) => id)).toEqual([3, 2]);
    expect(entry!.followUps.map(({ what, activityId }) => `${what} ${activityId}`)).toEqual([
      "done later 3",
      "first 2",
      "a 3",
      "b 3",
      "some day 3",
    ]);
    expect(entry!.comingVisits.map(({ id }) => id)).toEqual([5, 6, "6b"]);
    expect(entry!.incomplete).toEqual([]);
    const turned = sheet(records({ activities: activities.toReversed() }));
    expect(turned).toEqual([entry]);
  });

  it.each<[Partial<Ownership>, number]>([
    [{}, 1],
    [{ personId: 8 }, 0],
    [{ role: "teamMember" }, 0],
    [{ naming: "proposed" }, 0],
    [{ validFrom: "2018-03-28" }, 1],
    [{ validFrom: "2018-03-29" }, 0],
    [{ validUntil: "2018-03-29" }, 1],
    [{ validUntil: "2018-03-28" }, 0],
  ])("CARE-07 an ownership %j gives %d entries", (rest, count) => {
    expect(sheet(records({ ownerships: [own(rest)] }))).toHaveLength(count);
  });

  it("CARE-07 accounts the person has planned something with are on it too", () => {
    const visit = planned("2018-04-03", { personId: 7 });
    const { ownerships: _, ...free } = records({ activities: [visit] });
    expect(sheet(free)).toHaveLength(1);
    const { ownerships: __, ...past } = records({
      activities: [planned("2018-03-27", { personId: 7 })],
    });
    expect(sheet(past)).toEqual([]);
  });

  it("CARE-07 what is not known to be complete is said", () => {
    const coverage = { activities: { since: "2018-01-01" } } as const;
    expect(sheet(records({ coverage }))[0]!.incomplete).toEqual(["ownerships", "activities"]);
    expect(() => handoverSheet([], 7, { asOf: "soon" as CivilDate, until: asOf, last: 1 })).toThrow(
      "soon",
    );
  });
});

describe("CAD-20 the brief of an account", () => {
  const value = { minor: 100, currency: "EUR" };
  const full: AccountRecords = {
    account: { id: "A" },
    coverage: {
      activities: "complete",
      tasks: "complete",
      offers: "complete",
      cases: "complete",
      orders: "complete",
    },
    activities: [
      held("2018-03-20", { id: 1 }),
      held("2018-03-28", { id: 2, status: "held" }),
      held("2018-03-29", { id: 3 }),
      held("2018-03-28", { id: 9, status: "cancelled" }),
      planned("2018-04-05", { id: 5 }),
      planned("2018-03-28", { id: 4 }),
      planned("2018-03-28", { id: 8 }),
      planned("2018-03-27", { id: 6 }),
      { id: 7, accountId: "A", kind: "visit", status: "planned" },
    ],
    tasks: [
      {
        ...{ id: 2, accountId: "A", kind: "action", topic: "x", senderId: 1, receiverId: 2 },
        openedOn: "2018-03-02",
      },
      {
        ...{ id: 1, accountId: "A", kind: "action", topic: "x", senderId: 1, receiverId: 2 },
        openedOn: "2018-03-01",
        acknowledgedOn: "2018-03-29",
      },
      {
        ...{ id: 3, accountId: "A", kind: "action", topic: "x", senderId: 1, receiverId: 2 },
        openedOn: "2018-03-01",
        acknowledgedOn: "2018-03-28",
      },
      {
        ...{ id: 4, accountId: "A", kind: "action", topic: "x", senderId: 1, receiverId: 2 },
        openedOn: "2018-03-29",
      },
    ],
    offers: [
      { id: 1, accountId: "A", madeOn: "2018-03-01", status: "open" },
      { id: 2, accountId: "A", madeOn: "2018-02-01", status: "won", decidedOn: "2018-03-29" },
      { id: 3, accountId: "A", madeOn: "2018-02-01", status: "won", decidedOn: "2018-03-28" },
      { id: 4, accountId: "A", madeOn: "2018-02-01", status: "lost" },
      { id: 5, accountId: "A", madeOn: "2018-03-29", status: "open" },
    ],
    cases: [
      { id: 1, accountId: "A", kind: "complaint", receivedOn: "2018-03-01" },
      { id: 2, accountId: "A", kind: "question", receivedOn: "2018-03-01" },
      {
        id: 3,
        accountId: "A",
        kind: "complaint",
        receivedOn: "2018-03-01",
        solvedOn: "2018-03-28",
      },
      {
        id: 4,
        accountId: "A",
        kind: "complaint",
        receivedOn: "2018-02-01",
        solvedOn: "2018-03-29",
      },
      { id: 5, accountId: "A", kind: "complaint", receivedOn: "2018-03-29" },
    ],
    orders: [
      { id: 1, accountId: "A", orderedOn: "2018-03-01", value, product: "tape" },
      { id: 2, accountId: "A", orderedOn: "2018-01-01", value, product: "tape" },
      { id: 3, accountId: "A", orderedOn: "2018-03-02", value, product: "press" },
      { id: 4, accountId: "A", orderedOn: "2018-03-01", value, product: "glue" },
      { id: 5, accountId: "A", orderedOn: "2018-03-29", value, product: "later" },
      { id: 6, accountId: "A", orderedOn: "2018-03-01", value },
    ],
  };
  const known = { segment: "gold", ownerIds: [7], duties: [] };

  it("CAD-20 for staff: class, owner, last and next, open tasks, offers, complaints, what was bought", () => {
    const brief = accountBrief(full, known, { asOf, audience: "staff" });
    expect(brief).toMatchObject({ accountId: "A", ...known, incomplete: [] });
    expect([brief.lastActivity?.id, brief.nextActivity?.id]).toEqual([2, 4]);
    expect(brief.openTasks?.map(({ id }) => id)).toEqual([1, 2]);
    expect(brief.openOffers?.map(({ id }) => id)).toEqual([2, 1]);
    expect(brief.openComplaints?.map(({ id }) => id)).toEqual([4, 1]);
    expect(brief.bought).toEqual([
      { product: "press", lastOrderedOn: "2018-03-02", orders: 1 },
      { product: "glue", lastOrderedOn: "2018-03-01", orders: 1 },
      { product: "tape", lastOrderedOn: "2018-03-01", orders: 2 },
    ]);
  });

  it("CAD-20 for a customer neither the class nor anything that staff wrote", () => {
    const brief = accountBrief(full, known, { asOf, audience: "customer" });
    expect(Object.keys(brief).sort()).toEqual([
      "accountId",
      "bought",
      "incomplete",
      "openComplaints",
      "openOffers",
    ]);
    expect(JSON.stringify(brief)).not.toContain("gold");
  });

  it("CAD-20 what is not supplied is absent, not none", () => {
    const brief = accountBrief({ ...full, coverage: {} }, {}, { asOf, audience: "staff" });
    expect(brief).toEqual({
      accountId: "A",
      incomplete: ["activities", "tasks", "offers", "cases", "orders"],
    });
    const { account } = full;
    const empty = accountBrief(
      { account, coverage: full.coverage },
      {},
      { asOf, audience: "staff" },
    );
    expect(empty).toEqual({
      accountId: "A",
      openTasks: [],
      openOffers: [],
      openComplaints: [],
      bought: [],
      incomplete: [],
    });
  });
});
