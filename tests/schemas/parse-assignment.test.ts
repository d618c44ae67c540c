import { describe, expect, it } from "vitest";
import { parseLifecycleMemory, parseMemberships, parseStayState } from "../../src/schemas/index.js";
import {
  lifecycleOf,
  type SegmentMembership,
  type StayState,
  startStay,
} from "../../src/segments/index.js";
import { orThrow } from "../../src/shapes/index.js";
import { codesOf } from "../segments/assignment/columns.js";
import { compiledWholesale, customerWith } from "../segments/assignment/lifecycles.js";

const by = { body: "businessLine", businessLine: "training", personId: 7 };
const full: Required<SegmentMembership> = {
  format: "hoito-membership/1",
  id: 1,
  accountId: "A",
  businessLine: "training",
  region: "Lappi",
  segment: "potential",
  basis: "judgement",
  reason: "They grow.",
  proposedBy: "Aino",
  proposedOn: "2020-05-04",
  validFrom: "2020-06-01",
  validUntil: "2021-06-01",
  decidedBy: "businessLine",
  status: "approved",
  decision: { by, on: "2020-05-11", reason: "Agreed." },
  ending: { by, on: "2021-01-11", reason: "They left." },
};
const stay: Required<StayState> = {
  ...startStay("standard", "2018-01-01"),
  reading: 55,
  belowSince: "2018-03-01",
};

describe("SEG-04 what was stored comes back whole", () => {
  it("SEG-04 memberships, with every property there is", () => {
    expect(orThrow(parseMemberships(JSON.stringify([full])))).toEqual([full]);
    expect(orThrow(parseMemberships([]))).toEqual([]);
  });

  it("SEG-18 the state of a membership, by score or by label", () => {
    expect(orThrow(parseStayState(JSON.stringify(stay)))).toEqual(stay);
    expect(orThrow(parseStayState({ ...stay, reading: "B" }))).toMatchObject({ reading: "B" });
  });

  it("SEG-20 the memory of a lifecycle", () => {
    const { memory } = lifecycleOf(
      customerWith({ orders: ["2018-01-15"], activities: [["2018-02-01", "visit"]] }),
      compiledWholesale(),
      { asOf: "2018-02-28" },
    );
    expect(memory).toMatchObject({ last: { contact: "2018-02-01" }, counts: { contact: 1 } });
    expect(orThrow(parseLifecycleMemory(JSON.stringify(memory)))).toEqual(memory);
  });
});

describe("what cannot be read is a finding", () => {
  it("formats, words, days and properties", () => {
    const wrong = { ...full, format: "hoito-membership/2", status: "open", proposedOn: "soon" };
    expect(codesOf(parseMemberships([{ ...wrong, colour: "red" }]))).toEqual([
      "[0].format: unknown-value",
      "[0].proposedOn: not-a-civil-date",
      "[0].status: unknown-value",
      "[0].colour: unknown-property",
    ]);
    expect(codesOf(parseStayState({ ...stay, reading: true }))).toEqual(["reading: wrong-type"]);
  });

  it("text that is no JSON, and input beyond all bounds", () => {
    expect(codesOf(parseStayState("{"))).toEqual([": not-json"]);
    const long = { ...stay, label: "x".repeat(10_001) };
    expect(codesOf(parseStayState(long))).toEqual(["label: text-too-long"]);
  });
});
