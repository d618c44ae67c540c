import { describe, expect, it } from "vitest";
import { type CarePolicy, compilePolicy, factsNeeded } from "../../src/policy/index.js";
import { orThrow } from "../../src/shapes/index.js";
import { faultOf } from "../time/fault-of.js";
import { samplePolicy } from "./sample-policy.js";

const asOf = "2018-03-28";
const needed = (more: object = {}) => {
  const policy = { ...samplePolicy, ...more } as CarePolicy;
  return factsNeeded(orThrow(compilePolicy(policy)), { asOf });
};
const recordsOf = (kind: string, more: object = {}) =>
  needed(more).records.find((each) => each.kind === kind);

describe("POL-08 what a policy reads", () => {
  it("is named once, in alphabetical order", () => {
    expect(needed()).toEqual({
      accountFields: ["relations", "relationshipStart"],
      records: [
        { kind: "activities", fields: ["heldOn", "kind", "personId", "plannedOn", "status"] },
        { kind: "orders", fields: ["orderedOn", "value"] },
        {
          kind: "ownerships",
          fields: [
            "businessLine",
            "naming",
            "personId",
            "region",
            "role",
            "validFrom",
            "validUntil",
          ],
        },
      ],
      suppliedMeasures: ["score"],
    });
  });

  it("goes back as far as the longest window, and the one before where growth is asked for", () => {
    const { lastOrder: _, daysSinceOrder: __, ...measures } = samplePolicy.measures;
    const [excluded, key] = samplePolicy.segments.group.rules;
    const segments = { group: { ...samplePolicy.segments.group, rules: [excluded, key] } };
    expect(recordsOf("orders", { measures, segments })?.since).toBe("2016-03-29");
    const { growth: ___, ...alone } = measures;
    expect(recordsOf("orders", { measures: alone, segments })?.since).toBe("2017-03-29");
    const month = { count: "orders", over: { calendar: "month", offset: -1 } };
    expect(recordsOf("orders", { measures: { ...alone, month }, segments })?.since).toBe(
      "2017-03-29",
    );
    const cases = { count: "cases", over: { calendar: "month" } };
    expect(recordsOf("cases", { measures: { ...alone, cases }, segments })).toEqual({
      kind: "cases",
      fields: ["receivedOn"],
      since: "2018-03-01",
    });
  });

  it("takes all of a kind that is not dated, or of a window that is no period", () => {
    const measures = {
      ...samplePolicy.measures,
      makers: {
        count: "contactPersons",
        where: { field: "decisionRole", equals: "decisionMaker" },
        over: "always",
      },
      cases: {
        count: "cases",
        over: { calendar: { own: [{ label: "a", from: "2020-01-01", until: "2021-01-01" }] } },
      },
    };
    expect(recordsOf("contactPersons", { measures })).toEqual({
      kind: "contactPersons",
      fields: ["decisionRole"],
    });
    expect(recordsOf("cases", { measures })).toEqual({ kind: "cases", fields: ["receivedOn"] });
  });

  it("names the region and the business lines where care or cadences ask for them", () => {
    const { care, cadences } = samplePolicy;
    const ownership = { mode: "named", per: ["region"] };
    const models = { ...care.models, personal: { ...care.models.personal, ownership } };
    const more = {
      businessLines: ["clocks"],
      care: { ...care, models },
      cadences: { visit: { ...cadences.visit, perBusinessLine: true } },
    };
    expect(needed(more).accountFields).toContain("region");
    expect(recordsOf("activities", more)?.fields).toContain("businessLine");
    const byLine = { ...ownership, per: ["businessLine"] };
    const lines = { ...care.models, personal: { ...care.models.personal, ownership: byLine } };
    expect(needed({ care: { ...care, models: lines } }).accountFields).not.toContain("region");
  });

  it("names no ownerships where nobody is named, and no start where nothing counts from it", () => {
    const { care, cadences } = samplePolicy;
    const ownership = { mode: "none" };
    const models = { ...care.models, personal: { ...care.models.personal, ownership } };
    expect(recordsOf("ownerships", { care: { ...care, models } })).toBeUndefined();
    const quota = (per: unknown) => ({
      visit: {
        method: "quota",
        counts: cadences.visit.counts,
        atLeast: 2,
        per,
        counting: "held",
        spread: "anyTime",
        roll: "next",
      },
    });
    expect(needed({ cadences: quota("year") }).accountFields).toEqual(["relations"]);
    expect(needed({ cadences: quota({ rolling: { months: 6 } }) }).accountFields).toEqual([
      "relations",
      "relationshipStart",
    ]);
  });

  it("throws for a day that is none", () => {
    const compiled = orThrow(compilePolicy(samplePolicy));
    expect(faultOf(() => factsNeeded(compiled, { asOf: "2018-02-30" }))[0]).toBe(
      "not-a-civil-date",
    );
  });
});
