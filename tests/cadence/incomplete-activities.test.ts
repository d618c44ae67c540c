import { describe, expect, it } from "vitest";
import type { QuotaCadence } from "../../src/cadence/index.js";
import type { Activity } from "../../src/facts/index.js";
import type { CivilDate } from "../../src/time/index.js";
import { dutyOn, held } from "./ask-duties.js";
import { interval, monthly, onSite } from "./visits-on-site.js";

const notSupplied = [{ path: "activities", why: "notSupplied" }];
const incomplete = [{ path: "activities", why: "incomplete" }];
const undecided = { status: "undecided", daysLate: 0 };

describe("CAD-01 CAD-02 activities that are not supplied, or not all", () => {
  it.each([
    ["a quota", monthly()],
    ["a most", monthly({ atMost: 3 })],
    ["an interval", interval()],
    ["an interval from the start", interval({ whenNever: "fromRelationshipStart" })],
  ])("CAD-01 CAD-02 not supplied leaves %s undecided", (_, cadence) => {
    const account = { relationshipStart: "2018-01-01" } as const;
    const duty = dutyOn(cadence, { asOf: "2018-06-30", coverage: {}, account });
    expect(duty.value).toEqual(undecided);
    expect(duty.missing).toEqual(notSupplied);
    expect(duty.because).toEqual([]);
  });

  it.each<[CivilDate, unknown]>([
    ["2018-06-01", []],
    ["2018-06-02", incomplete],
    ["2018-07-02", incomplete],
  ])("CAD-01 known since %s, the quota of June misses %j", (since, missing) => {
    const coverage = { activities: { since } };
    const { value, missing: found } = dutyOn(monthly(), { asOf: "2018-06-30", coverage });
    expect(found).toEqual(missing);
    expect(value.status).toBe(missing === incomplete ? "undecided" : "due");
  });

  it("CAD-01 what is known is enough: a quota that is full, a most that is exceeded", () => {
    const coverage = { activities: { since: "2018-06-20" } } as const;
    const asOf = "2018-06-30";
    const one = [onSite("2018-06-25")];
    const on = (cadence: QuotaCadence, activities: Activity[]) =>
      dutyOn(cadence, { asOf, coverage, activities }).value.status;
    expect(on(monthly(), one)).toBe("fulfilled");
    expect(on(monthly({ atMost: 1 }), one)).toBe("undecided");
    expect(on(monthly({ atMost: 1 }), [...one, onSite("2018-06-26")])).toBe("exceeded");
  });

  it.each<[CivilDate, string]>([
    ["2018-07-01", "undecided"],
    ["2018-07-02", "late"],
  ])("CAD-02 no contact since 2 June, nothing known before: on %s %s", (asOf, status) => {
    const coverage = { activities: { since: "2018-06-02" } } as const;
    const duty = dutyOn(interval(), { asOf, coverage });
    expect(duty.value.status).toBe(status);
    expect(duty.value.daysLate).toBe(status === "late" ? 1 : 0);
    expect(duty.missing).toEqual(status === "late" ? [] : incomplete);
    const step = { step: "noContactSince", details: { countedFrom: "2018-06-01" } };
    expect(duty.because).toMatchObject(status === "late" ? [step] : []);
  });

  it("CAD-02 a known contact settles it only from the last unknown day on", () => {
    const coverage = { activities: { since: "2018-06-02" } } as const;
    const on = (day: CivilDate) =>
      dutyOn(interval(), { asOf: "2018-06-25", coverage, activities: [onSite(day)] });
    expect(on("2018-06-01").value).toMatchObject({ status: "due", daysLate: 0 });
    expect(on("2018-05-31").value).toEqual(undecided);
    expect(on("2018-05-31").missing).toEqual(incomplete);
  });

  it("CAD-02 what was before the relationship need not be known", () => {
    const cadence = interval({ whenNever: "fromRelationshipStart" });
    const coverage = { activities: { since: "2018-06-02" } } as const;
    const on = (relationshipStart: CivilDate) =>
      dutyOn(cadence, { asOf: "2018-06-20", coverage, account: { relationshipStart } });
    expect(on("2018-06-02").value.status).toBe("ok");
    expect(on("2018-06-01").missing).toEqual(incomplete);
  });

  it("CAD-02 a relationship of unknown start may be new, so that nothing makes it late", () => {
    const cadence = interval({ whenNever: "fromRelationshipStart" });
    const coverage = { activities: { since: "2015-01-01" } } as const;
    const { value, missing } = dutyOn(cadence, { asOf: "2018-06-20", coverage });
    expect(value).toEqual(undecided);
    expect(missing.map(({ path }) => path)).toEqual(["activities", "relationshipStart"]);
  });

  it("CAD-02 half a contact since may have been the second half of one", () => {
    const weights = [{ when: { field: "joint", equals: true }, weight: 0.5 }] as const;
    const cadence = interval({ weights, whenUnknown: "notMet" });
    const coverage = { activities: { since: "2018-06-02" } } as const;
    const half = held("2018-06-10", { channel: "onSite", joint: true });
    const on = (asOf: CivilDate) => dutyOn(cadence, { asOf, coverage, activities: [half] });
    expect(on("2018-07-10").value).toEqual(undecided);
    expect(on("2018-07-11").value).toMatchObject({ status: "late", daysLate: 1 });
  });

  it("CAD-02 complete since the first day that hoito knows is complete", () => {
    const coverage = { activities: { since: "1900-01-01" } } as const;
    expect(dutyOn(interval(), { asOf: "2018-06-20", coverage }).value.status).toBe("due");
  });
});
