import { describe, expect, it } from "vitest";
import { faultsOf, findingsOf } from "./ask-duties.js";

const counts = { field: "kind", equals: "visit" } as const;
const three = { earliest: { days: 0 }, ideal: { days: 1 }, latest: { days: 2 } };

const quota = {
  method: "quota",
  counts,
  atLeast: 1,
  per: "year",
  counting: "held",
  spread: "even",
  roll: "next",
};
const event = {
  method: "event",
  record: "serviceChanges",
  on: "completedOn",
  which: "each",
  answeredBy: { contact: counts },
  ...three,
  lapses: { days: 30 },
  roll: "next",
};
const before = { before: "endsOn", earliest: { days: 3 }, ideal: { days: 2 }, latest: { days: 1 } };
const halfWay = {
  halfWay: ["startsOn", "endsOn"],
  oddDay: "earlier",
  earliest: { days: 1 },
  latest: { days: 1 },
};
const { on: _, which: __, earliest: ___, ideal: ____, latest: _____, ...dated } = event;
const anchored = { ...dated, method: "anchored", record: "contracts", anchor: before };
const survey = { method: "survey", counts, per: "year", ...three, roll: "next" };
const reach = {
  channels: ["email"],
  isMarketing: false,
  level: "account",
  whenNone: "allowed",
  whenUnknown: "undecided",
};
const fatigue = { counts, atMost: 1, within: { days: 30 } };
const at = (code: string, path: string) => `${code} at cadences.visits${path}`;

describe("CAD-05 an event that cannot be", () => {
  it.each<[object, string[]]>([
    [{}, []],
    [{ lapses: "never" }, []],
    [{ answeredBy: { field: "passedOnOn" } }, []],
    [{ record: "account", on: "relationshipStart" }, []],
    [{ record: "followUps", on: "dueOn", where: { field: "what", startsWith: "send" } }, []],
    [{ record: "serviceChange" }, [at("unknown-record-kind", ".record")]],
    [{ on: "completed" }, [at("unknown-field", ".on")]],
    [{ on: "service" }, [at("wrong-field-kind", ".on")]],
    [{ which: "every" }, [at("unknown-value", ".which")]],
    [{ where: { field: "kind", equals: "x" } }, [at("unknown-field", ".where.field")]],
    [{ answeredBy: {} }, [at("no-answer", ".answeredBy")]],
    [{ answeredBy: undefined }, [at("no-answer", ".answeredBy")]],
    [
      { answeredBy: { field: "service", by: 1 } },
      [at("unknown-property", ".answeredBy.by"), at("wrong-field-kind", ".answeredBy.field")],
    ],
    [{ answeredBy: { contact: {} } }, [at("not-a-condition", ".answeredBy.contact")]],
    [{ lapses: "always" }, [at("not-a-duration", ".lapses")]],
    [{ ideal: { days: 3 } }, [at("empty-range", "")]],
    [{ latest: undefined }, [at("not-a-duration", ".latest")]],
    [{ anchor: before }, [at("unknown-property", ".anchor")]],
    [{ counts }, [at("unknown-property", ".counts")]],
  ])("CAD-05 %j: %j", (change, expected) => {
    expect(faultsOf({ ...event, ...change })).toEqual(expected);
  });

  it("CAD-05 a misspelt kind or field is told the right one", () => {
    expect(findingsOf({ ...event, record: "serviceChange" })[0]!.suggestion).toBe("serviceChanges");
    expect(findingsOf({ ...event, on: "completdOn" })[0]!.suggestion).toBe("completedOn");
  });
});

describe("CAD-04 an anchor that cannot be", () => {
  it.each<[object, string[]]>([
    [{}, []],
    [{ anchor: halfWay }, []],
    [{ anchor: { ...before, latest: { days: 3 } } }, [at("empty-range", ".anchor")]],
    [{ anchor: { ...before, before: "end" } }, [at("unknown-field", ".anchor.before")]],
    [{ anchor: { ...before, after: 1 } }, [at("unknown-property", ".anchor.after")]],
    [{ anchor: { after: "endsOn" } }, [at("unknown-value", ".anchor")]],
    [{ anchor: undefined }, [at("unknown-value", ".anchor")]],
    [{ anchor: { ...halfWay, ideal: { days: 1 } } }, [at("unknown-property", ".anchor.ideal")]],
    [{ anchor: { ...halfWay, oddDay: "middle" } }, [at("unknown-value", ".anchor.oddDay")]],
    [{ anchor: { ...halfWay, halfWay: ["startsOn"] } }, [at("not-a-list", ".anchor.halfWay")]],
    [{ anchor: { ...halfWay, halfWay: "startsOn" } }, [at("not-a-list", ".anchor.halfWay")]],
    [
      { anchor: { ...halfWay, halfWay: ["startsOn", "value"] } },
      [at("wrong-field-kind", ".anchor.halfWay[1]")],
    ],
    [
      { anchor: { ...halfWay, halfWay: ["begin", "endsOn"] } },
      [at("unknown-field", ".anchor.halfWay[0]")],
    ],
    [{ anchor: { ...halfWay, earliest: 1 } }, [at("not-a-duration", ".anchor.earliest")]],
    [{ anchor: { ...halfWay, latest: 1 } }, [at("not-a-duration", ".anchor.latest")]],
    [{ which: "first" }, [at("unknown-property", ".which")]],
  ])("CAD-04 %j: %j", (change, expected) => {
    expect(faultsOf({ ...anchored, ...change })).toEqual(expected);
  });
});

describe("CAD-06 a survey that cannot be", () => {
  const contractual = { where: { field: "recurring", equals: true }, overrides: "skipping" };
  it.each<[object, string[]]>([
    [{ skippedAfter: counts, contractual, fatigue }, []],
    [{ per: "decade" }, [at("not-a-period", ".per")]],
    [{ earliest: undefined }, [at("not-a-duration", ".earliest")]],
    [{ counts: {} }, [at("not-a-condition", ".counts")]],
    [{ skippedAfter: {} }, [at("not-a-condition", ".skippedAfter")]],
    [
      { contractual: { ...contractual, overrides: "all", x: 1 } },
      [at("unknown-property", ".contractual.x"), at("unknown-value", ".contractual.overrides")],
    ],
    [
      { contractual: { ...contractual, where: { field: "kind", equals: "x" } } },
      [at("unknown-field", ".contractual.where.field")],
    ],
    [{ fatigue: { ...fatigue, atMost: 0 } }, [at("out-of-range", ".fatigue.atMost")]],
    [{ fatigue: { ...fatigue, atMost: undefined } }, [at("missing-property", ".fatigue.atMost")]],
    [{ fatigue: { ...fatigue, within: { days: 0 } } }, [at("out-of-range", ".fatigue.within")]],
    [{ fatigue: { ...fatigue, within: 30 } }, [at("not-a-duration", ".fatigue.within")]],
    [{ fatigue: { ...fatigue, per: 1 } }, [at("unknown-property", ".fatigue.per")]],
    [{ fatigue, whenUnknown: "notMet" }, []],
    [{ perBusinessLine: true }, [at("unknown-property", ".perBusinessLine")]],
  ])("CAD-06 %j: %j", (change, expected) => {
    expect(faultsOf({ ...survey, ...change })).toEqual(expected);
  });
});

describe("CAD-07 a way of reaching an account that cannot be", () => {
  it.each<[object, string[]]>([
    [{}, []],
    [{ purpose: "survey" }, []],
    [{ channels: [] }, [at("no-channel", ".reach.channels")]],
    [{ channels: "email" }, [at("no-channel", ".reach.channels")]],
    [{ channels: [1] }, [at("no-channel", ".reach.channels")]],
    [{ channels: Array.from({ length: 101 }, String) }, [at("no-channel", ".reach.channels")]],
    [{ purpose: 1 }, [at("unknown-value", ".reach.purpose")]],
    [{ isMarketing: undefined }, [at("missing-property", ".reach.isMarketing")]],
    [{ level: "person" }, [at("unknown-value", ".reach.level")]],
    [{ whenNone: "yes" }, [at("unknown-value", ".reach.whenNone")]],
    [{ whenUnknown: "allowed" }, [at("unknown-value", ".reach.whenUnknown")]],
    [{ when: 1 }, [at("unknown-property", ".reach.when")]],
  ])("CAD-07 %j: %j", (change, expected) => {
    expect(faultsOf({ ...quota, reach: { ...reach, ...change } })).toEqual(expected);
  });
});

describe("CAD-19 conditions over the account that cannot be", () => {
  it.each<[object, string[]]>([
    [{ appliesWhen: { field: "headcount", atLeast: 1 }, rankedBy: "headcount" }, []],
    [{ rankedBy: "region" }, [at("wrong-field-kind", ".rankedBy")]],
    [{ rankedBy: "hedcount" }, [at("unknown-field", ".rankedBy")]],
    [
      { appliesWhen: { field: "hedcount", atLeast: 1 } },
      [at("unknown-field", ".appliesWhen.field")],
    ],
  ])("CAD-19 %j: %j", (change, expected) => {
    expect(faultsOf({ ...quota, ...change })).toEqual(expected);
  });
});
