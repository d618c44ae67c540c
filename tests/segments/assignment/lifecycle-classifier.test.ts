import { describe, expect, it } from "vitest";
import type { CustomerBase } from "../../../src/facts/index.js";
import {
  type CarePolicy,
  classifyAccounts,
  compilePolicy,
  decideCare,
  factsNeeded,
} from "../../../src/policy/index.js";
import { parsePolicy } from "../../../src/schemas/index.js";
import { classify, type LifecycleClassifier, livesOf } from "../../../src/segments/index.js";
import { tellSegment } from "../../../src/sentences/index.js";
import { orThrow } from "../../../src/shapes/index.js";
import type { CivilDate } from "../../../src/time/index.js";
import { calendar } from "../../policy/sample-policy.js";
import { codesOf } from "./columns.js";
import { customerWith, wholesale, wholesaleParameters } from "./lifecycles.js";

const { start, events, transitions } = wholesale;
const life: LifecycleClassifier = {
  method: "lifecycle",
  labels: {
    acquisition: {},
    new: { title: "New customers" },
    active: { decidedBy: "salesManager" },
    drifting: {},
    exiting: {},
    ended: {},
  },
  start,
  startsRelationship: ["new"],
  events,
  transitions,
};
const policy: CarePolicy = {
  id: "lifecycle",
  version: "1",
  parameters: wholesaleParameters,
  segments: {
    life,
    attention: {
      method: "rules",
      hitPolicy: "first",
      labels: { save: {}, keep: {} },
      rules: [{ segment: "save", when: { field: "life", isOneOf: ["drifting", "exiting"] } }],
      otherwise: "keep",
    },
  },
  care: {
    segmentedBy: "attention",
    models: { light: { ownership: { mode: "none" }, cadences: "none", significance: 1 } },
    bySegment: { save: "light", keep: "light" },
  },
  cadences: {},
};
const compiled = orThrow(compilePolicy(policy));
const records = customerWith({
  orders: ["2018-01-15"],
  activities: [
    ["2018-02-01", "visit"],
    ["2018-03-01", "call"],
  ],
});
const decide = (asOf: CivilDate, of = records) => decideCare(of, compiled, { asOf, calendar });

describe("SEG-20 a lifecycle is a classifier like any other", () => {
  it("SEG-20 its state is a field that other classifiers read", () => {
    expect(decide("2018-08-31").segment.value).toEqual({ kind: "segment", segment: "keep" });
    expect(decide("2018-09-01").segment.value).toEqual({ kind: "segment", segment: "save" });
  });

  it("SEG-20 care goes by it, with its transitions as reasons and its next change foretold", () => {
    const bySegment = Object.fromEntries(Object.keys(life.labels).map((each) => [each, "light"]));
    const care = { ...policy.care, segmentedBy: "life", bySegment };
    const own = orThrow(compilePolicy({ ...policy, care }));
    const decision = decideCare(records, own, { asOf: "2018-06-30", calendar });
    expect(decision.segment.value).toEqual({
      kind: "segment",
      segment: "active",
      decidedBy: "salesManager",
    });
    expect(decision.segment.because.map((each) => "path" in each && each.path)).toEqual([
      "segments.life.transitions[0]",
      "segments.life.transitions[1]",
    ]);
    expect(decision.validUntilDate).toBe("2018-09-01");
    expect(tellSegment(decision.segment, "en")[1]).toBe("Before 2018-03-01 it was new.");
    expect(tellSegment(decision.segment, "fi")[1]).toBe("Ennen päivää 2018-03-01 tila oli new.");
    const ended = decideCare(records, own, { asOf: "2019-09-01", calendar });
    expect(ended).not.toHaveProperty("validUntilDate");
    const quiet = decideCare({ ...records, coverage: {} }, own, { asOf: "2018-06-30", calendar });
    expect(quiet.segment).toMatchObject({
      value: { kind: "undecided", candidates: Object.keys(life.labels) },
      missing: [{ path: "orders" }, { path: "activities" }, { path: "terminations" }],
    });
    expect(quiet).not.toHaveProperty("validUntilDate");
  });

  it("SEG-20 what changes it is the next change of all that reads it", () => {
    expect(decide("2018-06-30").validUntilDate).toBe("2018-09-01");
  });

  it("SEG-20 in bulk as asked alone", () => {
    const { account, coverage, orders, activities } = records;
    const base: CustomerBase = {
      accounts: [account, { id: "B" }],
      ...{ coverage, orders: orders!, activities: activities! },
    };
    const context = { asOf: "2018-09-01", classifier: "life" } as const;
    const { data, dictionary } = classifyAccounts(base, compiled, context);
    expect([...data].map((code) => dictionary[code])).toEqual(["drifting", "acquisition"]);
  });

  it("a row that was made without records knows nothing of a life", () => {
    const row = { cells: [], asOf: 0, cuts: new Map(), ageing: new Set<number>() };
    expect(classify(compiled.classifiers.get("life")!, row).kind).toBe("undecided");
    expect([...livesOf(records, compiled.classifiers.values(), 17_500).keys()]).toEqual(["life"]);
  });

  it("the facts it needs are those of its events, from the beginning", () => {
    expect(factsNeeded(compiled, { asOf: "2018-09-01" }).records).toEqual([
      { kind: "activities", fields: ["heldOn", "kind"] },
      { kind: "orders", fields: ["orderedOn"] },
      { kind: "terminations", fields: ["endedOn"] },
    ]);
  });

  it("is plain JSON, and what is wrong with it has its path in the policy", () => {
    expect(orThrow(parsePolicy(JSON.stringify(policy)))).toEqual(policy);
    const odd = { ...life, startsRelationship: ["newer"], start: "acquisitoin" };
    const result = compilePolicy({ ...policy, segments: { ...policy.segments, life: odd } });
    expect(codesOf(result)).toEqual([
      "segments.life.startsRelationship[0]: unknown-segment",
      "segments.life.start: unknown-state",
    ]);
    const lonely = { ...life, labels: { ...life.labels, gold: {} } };
    const warned = compilePolicy({ ...policy, segments: { ...policy.segments, life: lonely } });
    expect(codesOf(warned)).toContain("segments.life.labels.gold: unreachable-state");
  });
});
