import { describe, expect, it } from "vitest";
import {
  type SegmentLabel,
  type SegmentMembership,
  type SegmentOutcome,
  segmentInForce,
} from "../../../src/segments/index.js";

const labels = new Map<string, SegmentLabel>([
  ["keyAccount", { decidedBy: "managementTeam", unlessApproved: "standard" }],
  ["potential", { decidedBy: "businessLine" }],
  ["maintained", {}],
  ["standard", {}],
]);
const approved: SegmentMembership = {
  format: "hoito-membership/1",
  id: 1,
  accountId: "A",
  segment: "keyAccount",
  basis: "data",
  reason: "Revenue from both lines.",
  proposedBy: "Aino",
  proposedOn: "2020-05-04",
  validFrom: "2020-06-01",
  validUntil: "2021-06-01",
  decidedBy: "managementTeam",
  status: "approved",
  decision: { by: { body: "managementTeam" }, on: "2020-05-11", reason: "Agreed." },
};
const ask = (
  computed: SegmentOutcome,
  memberships: readonly SegmentMembership[] = [],
  asOf: `${number}-${number}-${number}` = "2020-07-01",
) =>
  segmentInForce(
    computed,
    memberships,
    { name: "group", labels },
    { asOf, unit: { accountId: "A" } },
  );
const segment = (name: string): SegmentOutcome => {
  const decidedBy = labels.get(name)?.decidedBy;
  const outcome = { kind: "segment", segment: name } as const;
  return decidedBy === undefined ? outcome : { ...outcome, decidedBy };
};

describe("SEG-04 the segment that care goes by", () => {
  it("SEG-04 an approval counts from its first day to the day before its last", () => {
    const on = (asOf: `${number}-${number}-${number}`) =>
      ask(segment("keyAccount"), [approved], asOf).outcome;
    expect(on("2020-05-31")).toEqual(segment("standard"));
    expect(on("2020-06-01")).toEqual(segment("keyAccount"));
    expect(on("2021-05-31")).toEqual(segment("keyAccount"));
    expect(on("2021-06-01")).toEqual(segment("standard"));
  });

  it("SEG-04 a proposal says how far it is, and what stands in its place", () => {
    const { effective, because } = ask(segment("keyAccount"), [approved], "2020-05-11");
    expect(effective).toMatchObject({ kind: "proposal", state: "approved", membershipId: 1 });
    expect(because).toEqual([
      {
        kind: "step",
        step: "notApproved",
        path: "segments.group.labels.keyAccount",
        details: {
          segment: "keyAccount",
          decidedBy: "managementTeam",
          state: "approved",
          takes: "standard",
        },
        of: [expect.objectContaining({ step: "membership" })],
      },
    ]);
  });

  it("SEG-04 without `unlessApproved` a proposal is in no segment", () => {
    const { outcome, because } = ask(segment("potential"));
    expect(outcome).toEqual({ kind: "unclassified" });
    expect(because).toMatchObject([{ details: { takes: "unclassified", state: "notProposed" } }]);
  });

  it("SEG-04 a membership in force stands above every computed outcome", () => {
    const others: readonly SegmentOutcome[] = [
      segment("standard"),
      segment("potential"),
      { kind: "excluded" },
      { kind: "unclassified" },
      { kind: "segments", segments: ["maintained", "standard"] },
      { kind: "undecided", candidates: ["maintained", "standard"] },
      { kind: "conflict", candidates: ["maintained", "standard"] },
    ];
    for (const computed of others) {
      const { outcome, effective } = ask(computed, [approved]);
      expect(outcome).toEqual(segment("keyAccount"));
      expect(effective).toMatchObject({ by: "membership", computed });
    }
  });

  it("what nobody has to decide on passes as it was computed", () => {
    const undecided = { kind: "undecided", candidates: ["maintained", "excluded"] } as const;
    for (const computed of [segment("standard"), { kind: "excluded" }, undecided] as const) {
      expect(ask(computed)).toEqual({
        outcome: computed,
        effective: computed.kind === "segment" ? { ...computed, by: "rules" } : computed,
        because: [],
        findings: [],
      });
    }
  });

  it("candidates that wait for an approval give way too, and one that is left decides", () => {
    const among = (...candidates: readonly string[]) =>
      ask({ kind: "undecided", candidates }).outcome;
    expect(among("keyAccount", "standard")).toEqual(segment("standard"));
    expect(among("keyAccount", "maintained")).toEqual({
      kind: "undecided",
      candidates: ["standard", "maintained"],
    });
    expect(among("potential", "unclassified")).toEqual({ kind: "unclassified" });
    const candidates = ["keyAccount", "standard"];
    expect(ask({ kind: "conflict", candidates }).outcome).toEqual(segment("standard"));
  });

  it("of several segments those in force are left, each once and in the order of the labels", () => {
    const of = (...segments: readonly string[]) => ask({ kind: "segments", segments }).outcome;
    expect(of("keyAccount", "potential", "maintained")).toEqual({
      kind: "segments",
      segments: ["maintained", "standard"],
    });
    expect(of("keyAccount", "standard")).toEqual({ kind: "segments", segments: ["standard"] });
    expect(of("potential")).toEqual({ kind: "unclassified" });
  });

  it("memberships in force of two segments are a conflict, both of them approved", () => {
    const other = { ...approved, id: 2, segment: "potential", decidedBy: "businessLine" };
    const conflict = { kind: "conflict", candidates: ["keyAccount", "potential"] };
    expect(ask(segment("standard"), [approved, other]).outcome).toEqual(conflict);
  });

  it("a membership in a segment that there is not counts for nothing and is told", () => {
    const misspelt = { ...approved, segment: "keyAcount" };
    const ofAnother = { ...misspelt, accountId: "B" };
    const { outcome, findings } = ask(segment("standard"), [misspelt, ofAnother]);
    expect(outcome).toEqual(segment("standard"));
    expect(findings).toEqual([
      {
        code: "unknown-segment",
        severity: "warning",
        path: "memberships",
        message:
          "membership `1` is in `keyAcount`, which is no segment; did you mean `keyAccount`?",
        suggestion: "keyAccount",
      },
    ]);
  });
});
