import { describe, expect, it } from "vitest";
import type { AccountRecords } from "../../src/facts/index.js";
import {
  type CarePolicy,
  type ClassifyContext,
  classifyAccount,
  classifyAccounts,
  compilePolicy,
} from "../../src/policy/index.js";
import {
  decideMembership,
  proposeMembership,
  type SegmentMembership,
} from "../../src/segments/index.js";
import { HoitoError, orThrow } from "../../src/shapes/index.js";

const labels = {
  key: { decidedBy: "managementTeam", unlessApproved: "ordinary" },
  ordinary: {},
} as const;
const large = { field: "headcount", atLeast: 1000 } as const;
const rules = { method: "rules", hitPolicy: "first", rules: [{ segment: "key", when: large }] };
const policy = {
  id: "alone",
  version: "1",
  segments: {
    group: { ...rules, labels, otherwise: "ordinary" },
    size: { ...rules, labels: { key: {}, small: {} }, otherwise: "small" },
  },
  care: {
    segmentedBy: "group",
    models: { light: { ownership: { mode: "none" }, cadences: "none", significance: 1 } },
    bySegment: { key: "light", ordinary: "light" },
  },
  cadences: {},
} as CarePolicy;
const compiled = orThrow(compilePolicy(policy));
const records: AccountRecords = { account: { id: "A", headcount: 1000 }, coverage: {} };

const proposal = {
  id: 1,
  accountId: "A",
  segment: "key",
  basis: "data",
  reason: "Large.",
  proposedBy: "Aino",
  proposedOn: "2018-03-05",
  validFrom: "2018-04-01",
  validUntil: "2019-04-01",
} as const;
const proposed = orThrow(proposeMembership(proposal, labels));
const approved = orThrow(
  decideMembership(proposed, {
    on: "2018-03-12",
    by: { body: "managementTeam" },
    reason: "Agreed.",
    step: "approve",
  }),
);

const classify = (context: ClassifyContext, of: AccountRecords = records) =>
  classifyAccount(of, compiled, context);

describe("one account without its reasons", () => {
  it("is in the segment that care goes by, unless another classifier is asked", () => {
    expect(classify({ asOf: "2018-04-01" })).toMatchObject({ segment: "key" });
    expect(classify({ asOf: "2018-04-01", classifier: "size" })).toEqual({
      kind: "segment",
      segment: "key",
    });
    const small = { ...records, account: { id: "A", headcount: 999 } };
    expect(classify({ asOf: "2018-04-01", classifier: "size" }, small)).toEqual({
      kind: "segment",
      segment: "small",
    });
  });

  it("is undecided between what is still possible while a fact is missing", () => {
    const unknown: AccountRecords = { account: { id: "A" }, coverage: {} };
    expect(classify({ asOf: "2018-04-01" }, unknown)).toEqual({
      kind: "undecided",
      candidates: ["key", "ordinary"],
    });
  });

  it.each([
    ["nobody has decided yet", "2018-04-01", [], "ordinary"],
    ["the last day before it holds", "2018-03-31", [approved], "ordinary"],
    ["the first day on which it holds", "2018-04-01", [approved], "key"],
    ["the last day on which it holds", "2019-03-31", [approved], "key"],
    ["the day on which it has ended", "2019-04-01", [approved], "ordinary"],
    ["it is of another account", "2018-04-01", [{ ...approved, accountId: "B" }], "ordinary"],
  ] as const)("follows what people have decided: %s", (_, asOf, memberships, segment) => {
    const context = { asOf, memberships: memberships as readonly SegmentMembership[] };
    expect(classify(context)).toMatchObject({ kind: "segment", segment });
    const { data, dictionary } = classifyAccounts(
      { accounts: [records.account], coverage: {} },
      compiled,
      context,
    );
    expect(dictionary[data[0]!]).toBe(segment);
  });

  it("lets no membership touch a classifier that care does not go by", () => {
    const context = { asOf: "2018-04-01", classifier: "size", memberships: [] } as const;
    expect(classify(context)).toMatchObject({ segment: "key" });
  });

  it("refuses a day that is none, and a classifier that the policy does not have", () => {
    expect(() => classify({ asOf: "2018-02-30" })).toThrow(HoitoError);
    expect(() => classify({ asOf: "2018-04-01", classifier: "siez" })).toThrow(
      expect.objectContaining({ code: "unknown-classifier", received: "siez" }),
    );
  });
});
