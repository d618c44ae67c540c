import { describe, expect, it } from "vitest";
import {
  decideMembership,
  type EffectiveContext,
  effectiveSegment,
  findDuplicateMemberships,
  legalMembershipSteps,
  type MembershipProposal,
  type MembershipStep,
  membershipStateOn,
  membershipsInForce,
  nextMembershipChange,
  proposeMembership,
  type SegmentMembership,
} from "../../../src/segments/index.js";
import { orThrow } from "../../../src/shapes/index.js";
import { type CivilDate, toEpochDay } from "../../../src/time/index.js";
import { codesOf } from "./columns.js";

const labels = {
  keyAccount: { decidedBy: "managementTeam" },
  potential: { decidedBy: "businessLine" },
  standard: {},
};
const proposal: MembershipProposal = {
  id: 1,
  accountId: "A",
  segment: "keyAccount",
  basis: "insideKnowledge",
  reason: "They open two plants next year.",
  proposedBy: "Aino",
  proposedOn: "2020-05-04",
};
const team = { body: "managementTeam", personId: "Toimi" };
const step = (name: MembershipStep["step"], on: CivilDate = "2020-05-11"): MembershipStep => {
  return { step: name, by: team, on, reason: "Agreed." };
};
const proposed = orThrow(proposeMembership(proposal, labels));
const approved = orThrow(decideMembership(proposed, step("approve")));
const refused = orThrow(decideMembership(proposed, step("refuse")));

describe("SEG-04 a membership is put forward", () => {
  it("SEG-04 to whoever has the last word on the segment, with its basis and reason", () => {
    expect(proposed).toEqual({
      ...proposal,
      format: "hoito-membership/1",
      decidedBy: "managementTeam",
      status: "proposed",
    });
  });

  it("SEG-04 a basis is one of three words", () => {
    for (const basis of ["data", "judgement", "insideKnowledge"] as const) {
      expect(codesOf(proposeMembership({ ...proposal, basis }, labels))).toEqual([]);
    }
    const odd = { ...proposal, basis: "jugement" } as unknown as MembershipProposal;
    const { findings } = proposeMembership(odd, labels);
    expect(findings).toMatchObject([
      { code: "unknown-value", path: "basis", suggestion: "judgement" },
    ]);
  });

  it("SEG-04 a potential is decided by its business line, which is named", () => {
    const potential = { ...proposal, segment: "potential" };
    expect(codesOf(proposeMembership(potential, labels))).toEqual([
      "businessLine: missing-property",
    ]);
    const named = proposeMembership({ ...potential, businessLine: "training" }, labels);
    expect(orThrow(named).decidedBy).toBe("businessLine");
  });

  it("is plain JSON", () => {
    expect(JSON.parse(JSON.stringify(approved))).toEqual(approved);
  });

  it("everything that is wrong comes at once", () => {
    const wrong = {
      ...proposal,
      segment: "keyAcount",
      reason: " ",
      proposedOn: "2020-02-30",
    } as const;
    const result = proposeMembership({ ...wrong, validFrom: "soon" as CivilDate }, labels);
    expect(codesOf(result)).toEqual([
      "segment: unknown-segment",
      "reason: missing-property",
      "proposedOn: not-a-civil-date",
      "validFrom: not-a-civil-date",
    ]);
    expect(result.findings[0]?.suggestion).toBe("keyAccount");
  });

  it("a segment that its rules settle needs nobody, and no segment hides in a prototype", () => {
    const ask = (segment: string) => codesOf(proposeMembership({ ...proposal, segment }, labels));
    expect(ask("standard")).toEqual(["segment: nobody-decides"]);
    expect(ask("constructor")).toEqual(["segment: unknown-segment"]);
  });

  it("ends after it begins", () => {
    const ask = (validUntil: CivilDate, validFrom?: CivilDate) =>
      codesOf(
        proposeMembership({ ...proposal, validUntil, ...(validFrom && { validFrom }) }, labels),
      );
    expect(ask("2020-05-04")).toEqual(["validUntil: span-reversed"]);
    expect(ask("2020-05-05")).toEqual([]);
    expect(ask("2020-05-05", "2020-05-05")).toEqual(["validUntil: span-reversed"]);
    expect(ask("2020-05-06", "2020-05-05")).toEqual([]);
  });
});

describe("SEG-04 the last word", () => {
  it("SEG-04 proposed leads to approved or refused, approved to ended", () => {
    expect(legalMembershipSteps).toEqual({
      proposed: ["approve", "refuse"],
      approved: ["end"],
      refused: [],
    });
    expect([approved.status, refused.status]).toEqual(["approved", "refused"]);
    expect(refused.decision).toEqual({ by: team, on: "2020-05-11", reason: "Agreed." });
  });

  it.each<[SegmentMembership, MembershipStep["step"], string]>([
    [proposed, "end", "legal now: approve, refuse"],
    [approved, "approve", "legal now: end"],
    [approved, "refuse", "legal now: end"],
    [refused, "approve", "no step is legal"],
    [refused, "end", "no step is legal"],
  ])("SEG-04 an illegal step is refused and says what is legal", (membership, name, legal) => {
    const [finding] = decideMembership(membership, step(name)).findings;
    expect(finding?.code).toBe("illegal-step");
    expect(finding?.message).toContain(legal);
  });

  it("SEG-04 only the body that the segment names decides", () => {
    const by = { body: "businessLine", businessLine: "training" };
    const result = decideMembership(proposed, { ...step("approve"), by });
    expect(codesOf(result)).toEqual(["by.body: not-the-decider"]);
  });

  it("SEG-04 a business line decides for itself and for no other", () => {
    const own = { ...proposal, segment: "potential", businessLine: "training" };
    const potential = orThrow(proposeMembership(own, labels));
    const decide = (businessLine: string) => {
      const by = { body: "businessLine", businessLine };
      return decideMembership(potential, { ...step("approve"), by });
    };
    expect(codesOf(decide("recruiting"))).toEqual(["by.businessLine: not-the-decider"]);
    expect(orThrow(decide("training")).status).toBe("approved");
  });

  it("a decision has a reason and falls on the day of the proposal or later", () => {
    const on = (day: CivilDate) => codesOf(decideMembership(proposed, step("approve", day)));
    expect(on("2020-05-03")).toEqual(["on: before-proposal"]);
    expect(on("2020-05-04")).toEqual([]);
    expect(on("2020-13-01")).toEqual(["on: not-a-civil-date"]);
    const mute = decideMembership(proposed, { ...step("approve"), reason: "" });
    expect(codesOf(mute)).toEqual(["reason: missing-property"]);
  });

  it("an ending comes after the approval and never lengthens a membership", () => {
    const end = (membership: SegmentMembership, on: CivilDate) =>
      decideMembership(membership, step("end", on));
    expect(codesOf(end(approved, "2020-05-10"))).toEqual(["on: before-proposal"]);
    expect(orThrow(end(approved, "2020-12-01")).validUntil).toBe("2020-12-01");
    const short = { ...approved, validUntil: "2020-10-01" } as const;
    expect(orThrow(end(short, "2020-12-01")).validUntil).toBe("2020-10-01");
    const ended = orThrow(end(short, "2020-09-01"));
    expect(ended).toMatchObject({ validUntil: "2020-09-01", ending: { on: "2020-09-01" } });
  });
});

describe("SEG-04 what holds on a day", () => {
  const spanned = { ...approved, validFrom: "2020-06-01", validUntil: "2021-06-01" } as const;

  it.each<[SegmentMembership, CivilDate, string]>([
    [spanned, "2020-05-03", "notProposed"],
    [spanned, "2020-05-04", "proposed"],
    [spanned, "2020-05-10", "proposed"],
    [spanned, "2020-05-11", "approved"],
    [spanned, "2020-05-31", "approved"],
    [spanned, "2020-06-01", "inForce"],
    [spanned, "2021-05-31", "inForce"],
    [spanned, "2021-06-01", "ended"],
    [proposed, "2030-01-01", "proposed"],
    [refused, "2020-05-10", "proposed"],
    [refused, "2020-05-11", "refused"],
    [approved, "2020-05-11", "inForce"],
    [{ ...approved, validFrom: "2020-05-01" }, "2020-05-10", "proposed"],
    [{ ...approved, validUntil: "2020-05-08" }, "2020-05-11", "ended"],
  ])("SEG-04 a membership stands in one state on a day", (membership, asOf, state) => {
    expect(membershipStateOn(membership, asOf)).toBe(state);
    expect(membershipsInForce([membership], asOf)).toHaveLength(state === "inForce" ? 1 : 0);
  });

  it("the next change is the next of its days", () => {
    const next = (asOf: CivilDate) => nextMembershipChange([spanned], toEpochDay(asOf));
    expect(next("2020-05-03")).toBe(toEpochDay("2020-05-04"));
    expect(next("2020-05-11")).toBe(toEpochDay("2020-06-01"));
    expect(next("2021-06-01")).toBe(Number.POSITIVE_INFINITY);
    expect(nextMembershipChange([proposed], toEpochDay("2020-05-04"))).toBe(Infinity);
  });

  it("two memberships of one id are a warning", () => {
    expect(codesOf({ findings: findDuplicateMemberships([approved, proposed]) })).toEqual([
      "[1].id: duplicate-membership",
    ]);
    expect(findDuplicateMemberships([approved, { ...approved, id: "1" }])).toEqual([]);
  });
});

describe("SEG-04 the segment that counts", () => {
  const key = { kind: "segment", segment: "keyAccount", decidedBy: "managementTeam" } as const;
  const standard = { kind: "segment", segment: "standard" } as const;
  const context: EffectiveContext = { asOf: "2020-07-01", unit: { accountId: "A" } };
  const ask = (
    outcome: Parameters<typeof effectiveSegment>[0],
    memberships: readonly SegmentMembership[],
    more: Partial<EffectiveContext> = {},
  ) => effectiveSegment(outcome, memberships, { ...context, ...more });

  it("SEG-04 a computed segment that somebody decides on stays a proposal until it is approved", () => {
    const rest = { segment: "keyAccount", decidedBy: "managementTeam" };
    expect(ask(key, []).value).toEqual({ kind: "proposal", ...rest, state: "notProposed" });
    expect(ask(key, [proposed]).value).toEqual({
      ...{ kind: "proposal", ...rest, state: "proposed", membershipId: 1 },
    });
    expect(ask(key, [refused]).value).toMatchObject({ kind: "proposal", state: "refused" });
    expect(ask(key, [approved]).value).toEqual({
      ...{ kind: "segment", by: "membership", membershipId: 1, ...rest },
    });
  });

  it("a proposal of a later day is not known yet, and the latest one counts", () => {
    expect(ask(key, [proposed], { asOf: "2020-05-03" }).value).toMatchObject({
      state: "notProposed",
    });
    const again = { ...proposed, id: 2, proposedOn: "2020-06-01" } as const;
    for (const memberships of [
      [again, refused],
      [refused, again],
    ]) {
      expect(ask(key, memberships).value).toMatchObject({ state: "proposed", membershipId: 2 });
    }
    const twin = { ...proposed, id: 0 };
    expect(ask(key, [proposed, twin]).value).toMatchObject({ membershipId: 0 });
  });

  it("SEG-04 a segment that nobody decides on counts as computed", () => {
    expect(ask(standard, [proposed]).value).toEqual({
      kind: "segment",
      segment: "standard",
      by: "rules",
    });
  });

  it("SEG-04 a membership in force stands above the rules and tells where they differ", () => {
    expect(ask(standard, [approved]).value).toMatchObject({
      segment: "keyAccount",
      by: "membership",
      computed: standard,
    });
    expect(ask({ kind: "excluded" }, [approved]).value).toMatchObject({
      segment: "keyAccount",
      computed: { kind: "excluded" },
    });
  });

  it("everything else passes as it was computed", () => {
    const undecided = { kind: "undecided", candidates: ["standard"] } as const;
    expect(ask(undecided, [refused]).value).toEqual(undecided);
    expect(ask({ kind: "excluded" }, []).value).toEqual({ kind: "excluded" });
  });

  it("two memberships in force of different segments are a conflict, of one segment they are not", () => {
    const other = { ...approved, id: 2, segment: "potential" };
    expect(ask(standard, [other, approved]).value).toEqual({
      kind: "conflict",
      candidates: ["keyAccount", "potential"],
    });
    expect(ask(standard, [{ ...approved, id: 2 }, approved]).value).toMatchObject({
      membershipId: 1,
    });
  });

  it("SEG-05 a membership holds in its own line and region, and without one in all", () => {
    const unit = { accountId: "A", businessLine: "training", region: "Lappi" };
    const inForce = (more: object) =>
      ask(standard, [{ ...approved, ...more }], { unit }).value.kind === "segment" &&
      ask(standard, [{ ...approved, ...more }], { unit }).because.length === 1;
    expect(inForce({})).toBe(true);
    expect(inForce({ businessLine: "training" })).toBe(true);
    expect(inForce({ businessLine: "training", region: "Lappi" })).toBe(true);
    expect(inForce({ businessLine: "recruiting" })).toBe(false);
    expect(inForce({ region: "Uusimaa" })).toBe(false);
    expect(inForce({ accountId: "B" })).toBe(false);
  });

  it("SEG-20 what was approved in an earlier relationship is not inherited", () => {
    const since = (relationshipSince: CivilDate) =>
      ask(standard, [approved], { relationshipSince }).value;
    expect(since("2020-05-12")).toMatchObject({ by: "rules" });
    expect(since("2020-05-11")).toMatchObject({ by: "membership" });
    const early = ask(key, [proposed], { relationshipSince: "2020-05-05" });
    expect(early.value).toMatchObject({ state: "notProposed" });
  });

  it("the memberships that were looked at are the reasons", () => {
    expect(ask(key, [approved]).because).toEqual([
      {
        kind: "step",
        step: "membership",
        path: "memberships",
        details: {
          id: 1,
          segment: "keyAccount",
          state: "inForce",
          basis: "insideKnowledge",
          decidedBy: "managementTeam",
        },
        of: [],
      },
    ]);
  });
});
