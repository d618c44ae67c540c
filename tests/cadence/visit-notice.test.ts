import { describe, expect, it } from "vitest";
import {
  announceVisits,
  findUnannouncedVisits,
  type VisitNotice,
} from "../../src/cadence/index.js";
import type { Activity } from "../../src/facts/index.js";
import type { CivilDate } from "../../src/time/index.js";
import {
  bareNames,
  contextOf,
  dutiesOn,
  held,
  planned,
  recordsOf,
  statusesOf,
} from "./ask-duties.js";

const notice: VisitNotice = {
  visits: { field: "kind", equals: "visit" },
  announcedBy: {
    all: [
      { field: "kind", equals: "message" },
      { field: "topic", equals: "visitNotice" },
    ],
  },
  earliest: { days: 28 },
  ideal: { days: 7 },
  latest: { days: 2 },
};
const visit = planned("2018-03-20", { id: "v", topic: "new products" });
const told = (heldOn: CivilDate) => held(heldOn, { kind: "message", topic: "visitNotice" });

describe("CAD-18 a visit is announced beforehand", () => {
  const on = (asOf: CivilDate, activities: readonly Activity[] = [visit]) =>
    statusesOf(dutiesOn({ notice: announceVisits(notice, "previous") }, { asOf, activities }));

  it("CAD-18 a planned visit raises the duty to announce it, given up on its day", () => {
    expect(on("2018-02-19")).toEqual({ "A|notice|v": "early" });
    expect(on("2018-02-20")).toEqual({ "A|notice|v": "ok" });
    expect(on("2018-03-13")).toEqual({ "A|notice|v": "due" });
    expect(on("2018-03-18")).toEqual({ "A|notice|v": "due" });
    expect(on("2018-03-19")).toEqual({ "A|notice|v": "late" });
    expect(on("2018-03-20")).toEqual({ "A|notice|v": "late" });
    expect(on("2018-03-21")).toEqual({});
  });

  it("CAD-18 a message within its days answers it, an older one does not", () => {
    expect(on("2018-03-15", [visit, told("2018-02-19")])).toEqual({ "A|notice|v": "due" });
    expect(on("2018-03-15", [visit, told("2018-02-20")])).toEqual({});
  });

  it("CAD-18 a visit that is moved keeps the duty, one that is cancelled or held ends it", () => {
    expect(on("2018-03-19", [{ ...visit, plannedOn: "2018-03-30" }])).toEqual({
      "A|notice|v": "ok",
    });
    expect(on("2018-03-19", [{ ...visit, status: "cancelled" }])).toEqual({});
    expect(on("2018-03-19", [{ ...visit, status: "held", heldOn: "2018-03-19" }])).toEqual({});
  });
});

describe("CAD-18 visits that nobody announced, or whose topic is unknown", () => {
  const find = (asOf: CivilDate, activities: readonly Activity[], written = notice) => {
    const context = { ...contextOf({ asOf }), names: bareNames() };
    const found = findUnannouncedVisits(written, recordsOf({ asOf, activities }), context);
    return found.map(({ code, path, severity }) => `${severity} ${code} at ${path}`);
  };

  it("CAD-18 unannounced once the least notice has passed", () => {
    expect(find("2018-03-18", [visit])).toEqual([]);
    expect(find("2018-03-19", [visit])).toEqual(["warning visit-unannounced at activities.v"]);
    expect(find("2018-03-19", [visit, told("2018-03-10")])).toEqual([]);
  });

  it("CAD-18 without a topic, whenever it is planned; a visit of the past is let be", () => {
    const untold = { ...visit, topic: " " };
    const { topic: _, ...silent } = planned("2018-03-25", { id: "w", topic: "" });
    expect(find("2018-03-01", [silent, untold])).toEqual([
      "warning visit-without-topic at activities.v",
      "warning visit-without-topic at activities.w",
    ]);
    expect(find("2018-04-01", [silent, untold])).toEqual([]);
    expect(find("2018-03-01", [planned("2018-03-25", { kind: "call" })])).toEqual([]);
  });

  it("CAD-18 a notice that cannot be says what is wrong with it", () => {
    const wrong = { ...notice, latest: { days: 8 } };
    expect(find("2018-03-19", [visit], wrong)).toEqual([
      "error empty-range at cadences.visitNotice.anchor",
    ]);
    const context = { ...contextOf({ asOf: "2018-03-19" }), names: bareNames() };
    expect(findUnannouncedVisits(notice, { account: { id: "A" }, coverage: {} }, context)).toEqual(
      [],
    );
  });
});
