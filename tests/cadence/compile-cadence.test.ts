import { describe, expect, it } from "vitest";
import { compilePolicy } from "../../src/policy/index.js";
import type { Parameter } from "../../src/rules/index.js";
import { faultsOf, findingsOf, policyWith } from "./ask-duties.js";

const counts = { field: "kind", equals: "visit" } as const;

const quota = {
  method: "quota",
  counts,
  atLeast: 1,
  per: "year",
  counting: "held",
  spread: "even",
  roll: "next",
} as const;

const interval = {
  method: "interval",
  counts,
  earliest: { days: 0 },
  ideal: { months: 5 },
  latest: { months: 6 },
  whenNever: "dueAtOnce",
  roll: "next",
} as const;

const month = { months: 1 } as const;

describe("CAD-01 a quota that cannot be", () => {
  it.each<[object, string[]]>([
    [{ atLeast: 1, atMost: 1 }, []],
    [{ atLeast: 1000 }, []],
    [{ atLeast: undefined, atMost: 1 }, []],
    [{ atLeast: 1001 }, ["out-of-range at cadences.visits.atLeast"]],
    [{ atLeast: 0 }, ["out-of-range at cadences.visits.atLeast"]],
    [{ atMost: 1.5 }, ["out-of-range at cadences.visits.atMost"]],
    [{ atMost: "2" }, ["out-of-range at cadences.visits.atMost"]],
    [{ atMost: null }, ["out-of-range at cadences.visits.atMost"]],
    [{ atLeast: 3, atMost: 2 }, ["empty-range at cadences.visits"]],
    [{ atLeast: undefined }, ["no-comparison at cadences.visits"]],
    [{ atLeast: { parameter: "two" } }, []],
    [{ atLeast: { parameter: "tow" } }, ["unknown-parameter at cadences.visits.atLeast.parameter"]],
    [
      { atLeast: { parameter: "length" } },
      ["wrong-parameter-kind at cadences.visits.atLeast.parameter"],
    ],
    [{ atLeast: { parameter: "half" } }, ["out-of-range at cadences.visits.atLeast"]],
    [{ per: "decade" }, ["not-a-period at cadences.visits.per"]],
    [{ per: null }, ["not-a-period at cadences.visits.per"]],
    [{ per: { own: [] } }, ["not-a-period at cadences.visits.per.own"]],
    [{ per: { rolling: { parameter: "length" } } }, []],
    [{ per: { rolling: { days: 1 } } }, []],
    [{ per: { rolling: { days: 0 } } }, ["out-of-range at cadences.visits.per.rolling"]],
    [{ per: { rolling: { days: -1 } } }, ["not-a-duration at cadences.visits.per.rolling.days"]],
    [{ counting: "done" }, ["unknown-value at cadences.visits.counting"]],
    [{ spread: "evenly" }, ["unknown-value at cadences.visits.spread"]],
    [{ ideal: month }, ["unknown-property at cadences.visits.ideal"]],
  ])("CAD-01 %j: %j", (change, expected) => {
    const parameters = { two: 2, half: 0.5, length: month };
    expect(faultsOf({ ...quota, ...change }, { parameters })).toEqual(expected);
  });

  it("CAD-01 a parameter that is still open is demanded once, by its own name", () => {
    const parameters = { meetings: { open: "number", question: "how many a year?" } } as const;
    const cadence = { ...quota, atLeast: { parameter: "meetings" } };
    expect(faultsOf(cadence, { parameters })).toEqual(["open-parameter at parameters.meetings"]);
  });

  it("CAD-12 the minutes of a contact may be a parameter", () => {
    const timed = { ...quota, effortMinutes: { parameter: "minutes" } };
    const parameters = (minutes: Parameter) => ({ parameters: { minutes } });
    expect(faultsOf(timed, parameters(90))).toEqual([]);
    expect(faultsOf(timed, parameters(-1))).toEqual([
      "out-of-range at cadences.visits.effortMinutes",
    ]);
    expect(faultsOf(timed, parameters({ months: 1 }))).toEqual([
      "wrong-parameter-kind at cadences.visits.effortMinutes.parameter",
    ]);
    expect(faultsOf(timed, parameters({ open: "number" }))).toEqual([
      "open-parameter at parameters.minutes",
    ]);
  });
});

describe("CAD-02 an interval that cannot be", () => {
  it.each<[object, string[]]>([
    [{ earliest: month, ideal: month, latest: month }, []],
    [{ latest: { years: 300 } }, []],
    [{ earliest: { months: 6 } }, ["empty-range at cadences.visits"]],
    [{ ideal: { months: 7 } }, ["empty-range at cadences.visits"]],
    [{ latest: "6 months" }, ["not-a-duration at cadences.visits.latest"]],
    [{ ideal: { parameter: "two" } }, ["wrong-parameter-kind at cadences.visits.ideal.parameter"]],
    [{ earliest: {} }, ["not-a-duration at cadences.visits.earliest"]],
    [{ whenNever: "never" }, ["unknown-value at cadences.visits.whenNever"]],
    [{ atLeast: 1 }, ["unknown-property at cadences.visits.atLeast"]],
  ])("CAD-02 %j: %j", (change, expected) => {
    expect(faultsOf({ ...interval, ...change }, { parameters: { two: 2 } })).toEqual(expected);
  });
});

describe("CAD-01 CAD-02 what any cadence must say", () => {
  const weigh = (weight: unknown) => ({ weights: [{ when: counts, weight }] });

  it.each<[object, string[]]>([
    [{ method: "qouta" }, ["unknown-value at cadences.visits.method"]],
    [
      { counts: { field: "knid", equals: "visit" } },
      ["unknown-field at cadences.visits.counts.field"],
    ],
    [{ roll: "skip" }, ["unknown-value at cadences.visits.roll"]],
    [{ roll: undefined }, ["missing-property at cadences.visits.roll"]],
    [{ whenUnknown: "notMet" }, []],
    [{ whenUnknown: "met" }, ["unknown-value at cadences.visits.whenUnknown"]],
    [{ effortMinutes: 0 }, []],
    [{ effortMinutes: -1 }, ["out-of-range at cadences.visits.effortMinutes"]],
    [
      { effortMinutes: Number.POSITIVE_INFINITY },
      ["out-of-range at cadences.visits.effortMinutes"],
    ],
    [{ title: "a", note: "b", source: "c" }, []],
    [weigh(0.001), []],
    [weigh(1000), []],
    [weigh(0), ["out-of-range at cadences.visits.weights[0].weight"]],
    [weigh(1001), ["out-of-range at cadences.visits.weights[0].weight"]],
    [weigh(Number.NaN), ["out-of-range at cadences.visits.weights[0].weight"]],
    [
      { weights: [{ when: { field: "kidn", equals: "visit" }, weight: 1 }] },
      ["unknown-field at cadences.visits.weights[0].when.field"],
    ],
    [{ perBusinessLine: true }, ["no-business-lines at cadences.visits.perBusinessLine"]],
    [{ perBusinessLine: "yes" }, ["unknown-value at cadences.visits.perBusinessLine"]],
  ])("CAD-01 CAD-02 %j: %j", (change, expected) => {
    expect(faultsOf({ ...quota, ...change })).toEqual(expected);
    expect(faultsOf({ ...interval, ...change })).toEqual(expected);
  });

  it("CAD-03 perBusinessLine needs business lines, one at least", () => {
    const cadence = { ...quota, perBusinessLine: true } as const;
    expect(faultsOf(cadence, { businessLines: ["reEmployment"] })).toEqual([]);
    expect(compilePolicy(policyWith({ visits: cadence }, { businessLines: [] })).ok).toBe(false);
  });

  it("CAD-01 CAD-02 a misspelt word comes with the nearest right one, cut where it is long", () => {
    const suggestions = (change: object) =>
      findingsOf({ ...quota, ...change }).map(({ suggestion }) => suggestion);
    expect(suggestions({ method: "qouta" })).toEqual(["quota"]);
    expect(suggestions({ roll: "nxt" })).toEqual(["next"]);
    expect(suggestions({ atLest: 1 })).toEqual(["atLeast"]);
    expect(suggestions({ counting: "heldOrPlaned" })).toEqual(["heldOrPlanned"]);
    const [finding] = findingsOf({ ...quota, ["x".repeat(100)]: 1 });
    expect(finding!.message).toBe(`\`${"x".repeat(80)}\` says nothing here`);
    expect(finding!.path).toBe(`cadences.visits.${"x".repeat(80)}`);
    const [other] = findingsOf({ ...quota, roll: "x".repeat(100) });
    expect(other!.message).toBe(
      `\`${"x".repeat(40)}…\` is none of \`next\`, \`previous\`, \`modified\`, \`nearest\``,
    );
  });

  it("CAD-01 CAD-02 says what is wrong in one sentence", () => {
    const messages = (cadence: object) => findingsOf(cadence).map(({ message }) => message);
    expect(messages({ ...quota, atLeast: 3, atMost: 2 })).toEqual([
      "at least 3 is more than at most 2",
    ]);
    expect(messages({ ...quota, atLeast: 0 })).toEqual([
      "a quota is a whole number from 1 to 1000",
    ]);
    expect(messages({ ...quota, atLeast: undefined })).toEqual([
      "a quota says `atLeast`, `atMost` or both",
    ]);
    expect(messages({ ...quota, per: { rolling: { days: 0 } } })).toEqual([
      "a rolling period is at least a day long",
    ]);
    expect(messages({ ...interval, earliest: { years: 1 } })).toEqual([
      "the earliest day comes before the ideal one, the ideal before the latest",
    ]);
    expect(messages({ ...quota, ...weigh(0) })).toEqual([
      "a weight is a number from 0.001 to 1000",
    ]);
    expect(messages({ ...quota, effortMinutes: -1 })).toEqual([
      "an effort is a number of minutes from 0",
    ]);
    expect(messages({ ...quota, perBusinessLine: true })).toEqual([
      "the policy names no `businessLines` to have a duty for each",
    ]);
    expect(messages({ ...quota, perBusinessLine: false })).toEqual([
      "`perBusinessLine` is `true` or left out",
    ]);
  });

  it("CAD-01 CAD-02 names every fault of a cadence at once", () => {
    const broken = { ...interval, roll: "skip", ideal: { months: 7 }, wheNever: 1, ...weigh(0) };
    expect(faultsOf(broken).sort()).toEqual([
      "empty-range at cadences.visits",
      "out-of-range at cadences.visits.weights[0].weight",
      "unknown-property at cadences.visits.wheNever",
      "unknown-value at cadences.visits.roll",
    ]);
  });
});
