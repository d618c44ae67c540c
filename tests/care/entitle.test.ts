import { describe, expect, it } from "vitest";
import type { CivilDate } from "../../src/time/index.js";
import { care, careOn, exception } from "./ask-care.js";

const asOf = "2018-05-15";

describe("CARE-01 the care model of a segment", () => {
  it.each([
    [1000, "large", "personal"],
    [999, "middle", "light"],
    [10, "small", "light"],
  ])("CARE-01 with %d employees the segment is %s and its care %s", (headcount, segment, model) => {
    const { careModel } = careOn(asOf, { id: "A", headcount });
    expect(careModel).toEqual({
      value: { kind: "model", model },
      because: [
        {
          kind: "step",
          step: "careBySegment",
          path: `care.bySegment.${segment}`,
          details: { segment, model },
          of: [],
        },
      ],
      missing: [],
    });
  });

  it("CARE-01 an excluded or unclassified account has no care model, no owner and no duty", () => {
    const excluded = careOn(asOf, { id: "A", headcount: 1000, industry: "closed" });
    const unclassified = careOn(asOf, { id: "A", headcount: 9 });
    for (const { careModel, owner, duties } of [excluded, unclassified]) {
      expect(careModel.value).toEqual({ kind: "none" });
      expect(owner.value).toEqual({ kind: "notNeeded" });
      expect(duties.value).toEqual({ kind: "duties", duties: [] });
    }
    expect(unclassified.careModel.because).toMatchObject([
      { path: "care.bySegment.unclassified", details: { segment: "unclassified", model: "none" } },
    ]);
  });
});

describe("CARE-01 a segment that is not decided", () => {
  it("CARE-01 leaves the model undecided between those of its candidates", () => {
    const { careModel, owner, duties } = careOn(asOf, { id: "A" });
    expect(careModel.value).toEqual({
      kind: "undecided",
      candidates: ["personal", "light", "none"],
    });
    expect(careModel.missing).toContainEqual({ path: "headcount", why: "missing" });
    expect(careModel.because).toHaveLength(4);
    expect(owner.value).toEqual({ kind: "undecided" });
    expect(owner.missing).toEqual(careModel.missing);
    expect(duties.value).toEqual({ kind: "undecided" });
  });

  it("CARE-01 decides it all the same where the candidates share one model", () => {
    const models = { light: care.models.light };
    const bySegment = { large: "light", middle: "light", small: "light" };
    const unknown = careOn(asOf, { id: "A" }, { models, bySegment }, { otherwise: "small" });
    expect(unknown.segment.value.kind).toBe("undecided");
    expect(unknown.careModel.value).toEqual({ kind: "model", model: "light" });
    expect(unknown.careModel.missing).toEqual([]);
    // Of several fitting segments none is chosen under `unique`; under `collect` all are.
    for (const hitPolicy of ["unique", "collect"] as const) {
      const account = { id: "A", headcount: 1000 };
      const { segment, careModel } = careOn(asOf, account, { models, bySegment }, { hitPolicy });
      expect(segment.value.kind).toBe(hitPolicy === "unique" ? "conflict" : "segments");
      expect(careModel.value).toEqual({ kind: "model", model: "light" });
      expect(careModel.because).toHaveLength(3);
      expect(careModel.missing).toEqual([]);
    }
  });

  it("CARE-01 several segments with several models are candidates, with nothing missing", () => {
    for (const hitPolicy of ["unique", "collect"] as const) {
      const { careModel } = careOn(asOf, { id: "A", headcount: 1000 }, {}, { hitPolicy });
      expect(careModel.value).toEqual({ kind: "undecided", candidates: ["personal", "light"] });
      expect(careModel.missing).toEqual([]);
    }
  });
});

describe("CARE-01 exceptions", () => {
  const days = { validFrom: "2018-05-15", validUntil: "2018-06-01" } as const;
  const exceptions = [exception({ accountId: "B" }), exception(days)];

  it.each<[CivilDate, string]>([
    ["2018-05-14", "light"],
    ["2018-05-15", "personal"],
    ["2018-05-31", "personal"],
    ["2018-06-01", "light"],
  ])("CARE-01 valid from 15 May until 1 June: on %s the care is %s", (day, model) => {
    const { careModel } = careOn(day, { id: "A", headcount: 10 }, { exceptions });
    expect(careModel.value).toEqual({ kind: "model", model });
  });

  it("CARE-01 an exception says where it stands and why, and needs no fact", () => {
    const { careModel } = careOn(asOf, { id: "A" }, { exceptions });
    expect(careModel).toEqual({
      value: { kind: "model", model: "personal" },
      because: [
        {
          kind: "step",
          step: "careException",
          path: "care.exceptions[1]",
          details: { model: "personal", reason: "founder's friend" },
          of: [],
        },
      ],
      missing: [],
    });
  });

  it("CARE-01 holds for the account of exactly that id, though it be excluded", () => {
    const modelOf = (id: string | number) =>
      careOn(
        asOf,
        { id, headcount: 10, industry: "closed" },
        {
          exceptions: [exception({ accountId: 1 })],
        },
      ).careModel.value;
    expect(modelOf(1)).toEqual({ kind: "model", model: "personal" });
    expect(modelOf("1")).toEqual({ kind: "none" });
  });

  it.each<[CivilDate, CivilDate | undefined]>([
    ["2018-05-14", "2018-05-15"],
    ["2018-05-15", "2018-05-16"],
    ["2018-05-31", "2018-06-01"],
    ["2018-06-01", undefined],
  ])("CARE-01 an answer of %s holds until an exception begins or ends: %s", (day, validUntil) => {
    // In force it has the duty of a visit, due at once and therefore another one every day.
    const { validUntilDate } = careOn(day, { id: "A", headcount: 10 }, { exceptions });
    expect(validUntilDate).toBe(validUntil);
  });
});
