import { describe, expect, it } from "vitest";
import {
  compileStayRule,
  type LabelStayRule,
  replayMembership,
  type ScoreStayRule,
  type StayHistory,
  type StayRule,
  type StayState,
  startStay,
} from "../../../src/segments/index.js";
import { orThrow } from "../../../src/shapes/index.js";
import type { CivilDate } from "../../../src/time/index.js";
import { codesOf } from "./columns.js";

const byScore: ScoreStayRule = {
  by: "score",
  membership: "dynamic",
  levels: [
    { label: "key", promoteFrom: 80, holdFrom: 60, demoteBelow: 20 },
    { label: "standard", promoteFrom: 40, holdFrom: 30, demoteBelow: 10 },
  ],
  lowest: "maintained",
  minimumStay: "none",
  minimumStayHolds: "demotion",
  grace: "none",
  review: "daily",
};
const byLabel: LabelStayRule = {
  by: "label",
  membership: "dynamic",
  labels: ["A", "B", "C"],
  minimumStay: "none",
  minimumStayHolds: "demotion",
  grace: { months: 6 },
  review: "daily",
};
const replay = (
  rule: StayRule,
  history: StayHistory,
  asOf: CivilDate,
  previous: StayState = startStay("standard", "2018-01-01"),
) => replayMembership(history, orThrow(compileStayRule(rule, {})), { asOf, previous });
const score = (on: CivilDate, value?: number) => {
  return value === undefined ? { on } : { on, score: value };
};
const labelOn = (rule: StayRule, readings: StayHistory["readings"], asOf: CivilDate) =>
  orThrow(replay(rule, { readings }, asOf)).state.label;

describe("SEG-18 promotion, hold and demotion thresholds", () => {
  it.each([
    [79, "standard"],
    [80, "key"],
    [30, "standard"],
    [29, "maintained"],
  ])("SEG-18 a score of %d leaves an ordinary customer %s", (value, label) => {
    expect(labelOn(byScore, [score("2018-02-01", value)], "2018-02-01")).toBe(label);
  });

  it.each([
    [60, "key"],
    [59, "standard"],
    [30, "standard"],
    [29, "maintained"],
  ])("SEG-18 a key account whose score falls to %d becomes %s", (value, label) => {
    const readings = [score("2018-02-01", 85), score("2018-03-01", value)];
    expect(labelOn(byScore, readings, "2018-02-28")).toBe("key");
    expect(labelOn(byScore, readings, "2018-03-01")).toBe(label);
  });

  it("SEG-18 a promotion goes to the best segment at once, and tells why", () => {
    const history = { readings: [score("2018-02-01", 90)] };
    const start = startStay("maintained", "2018-01-01");
    expect(orThrow(replay(byScore, history, "2018-12-31", start)).moves).toEqual([
      { on: "2018-02-01", from: "maintained", to: "key", why: "promoted", reading: 90 },
    ]);
  });

  it("SEG-18 thresholds may be parameters", () => {
    const levels = [
      { ...byScore.levels[0]!, promoteFrom: { parameter: "keyFrom" } },
      byScore.levels[1]!,
    ];
    const rule = orThrow(compileStayRule({ ...byScore, levels }, { parameters: { keyFrom: 70 } }));
    expect(rule.levels[0]!.promoteFrom).toBe(70);
  });
});

describe("SEG-18 grace", () => {
  const gracious: StayRule = { ...byScore, grace: { months: 6 } };

  it("SEG-18 runs from the first day under the hold, and is over on the day it ends", () => {
    const readings = [score("2018-03-01", 25)];
    const before = orThrow(replay(gracious, { readings }, "2018-08-31"));
    expect(before.state).toMatchObject({ label: "standard", belowSince: "2018-03-01" });
    expect(before.nextChange).toBe("2018-09-01");
    const after = orThrow(replay(gracious, { readings }, "2018-09-01"));
    expect(after.moves).toEqual([
      {
        ...{ on: "2018-09-01", from: "standard", to: "maintained" },
        ...{ why: "graceOver", reading: 25 },
      },
    ]);
    expect(after.nextChange).toBeUndefined();
  });

  it("SEG-18 ends when the score holds again, and begins anew afterwards", () => {
    const readings = [
      score("2018-03-01", 25),
      score("2018-08-31", 30),
      score("2018-09-01", 29),
      score("2018-10-01", 28),
    ];
    expect(orThrow(replay(gracious, { readings }, "2018-08-31")).state.belowSince).toBeUndefined();
    const { state, nextChange } = orThrow(replay(gracious, { readings }, "2018-12-31"));
    expect(state).toMatchObject({ label: "standard", belowSince: "2018-09-01" });
    expect(nextChange).toBe("2019-03-01");
  });

  it("SEG-18 there is none under the demotion threshold", () => {
    expect(labelOn(gracious, [score("2018-03-01", 10)], "2018-03-01")).toBe("standard");
    const fallen = replay(gracious, { readings: [score("2018-03-01", 9)] }, "2018-03-01");
    expect(orThrow(fallen).moves[0]).toMatchObject({ to: "maintained", why: "fellBelow" });
  });

  it("SEG-18 while the score is unknown nothing moves, and a grace that has begun runs on", () => {
    const readings = [score("2018-03-01", 25), score("2018-08-01"), score("2018-10-15", 26)];
    const during = orThrow(replay(gracious, { readings }, "2018-10-14"));
    expect(during.state).toMatchObject({ label: "standard", belowSince: "2018-03-01" });
    expect(during.state.reading).toBeUndefined();
    expect(during.nextChange).toBe("2018-10-15");
    expect(labelOn(gracious, readings, "2018-10-15")).toBe("maintained");
  });
});

describe("SEG-18 minimum stay", () => {
  const staying: StayRule = { ...byScore, minimumStay: { years: 1 } };

  it("SEG-18 nobody falls before it is served, not even under the demotion threshold", () => {
    for (const value of [25, 5]) {
      const readings = [score("2018-03-01", value)];
      expect(labelOn(staying, readings, "2018-12-31")).toBe("standard");
      expect(labelOn(staying, readings, "2019-01-01")).toBe("maintained");
      const early = orThrow(replay(staying, { readings }, "2018-03-01"));
      expect(early.nextChange).toBe("2019-01-01");
    }
  });

  it("SEG-18 it delays a promotion only where the rule says so", () => {
    const readings = [score("2018-03-01", 90)];
    expect(labelOn(staying, readings, "2018-03-01")).toBe("key");
    const both: StayRule = { ...staying, minimumStayHolds: "everyMove" };
    expect(labelOn(both, readings, "2018-12-31")).toBe("standard");
    expect(labelOn(both, readings, "2019-01-01")).toBe("key");
  });
});

describe("SEG-18 review checkpoints", () => {
  const rise = [score("2018-02-02", 90)];

  it("SEG-18 readings move an account on review days alone", () => {
    const quarterly: StayRule = {
      ...byScore,
      review: { every: { months: 3 }, from: "2017-11-30" },
    };
    expect(labelOn(quarterly, rise, "2018-02-27")).toBe("standard");
    expect(labelOn(quarterly, rise, "2018-02-28")).toBe("key");
    const { state, nextChange } = orThrow(replay(quarterly, { readings: rise }, "2018-02-02"));
    expect([state.label, nextChange]).toEqual(["standard", "2018-02-28"]);
  });

  it("SEG-18 a month's end that was clamped comes back", () => {
    const monthly: StayRule = { ...byScore, review: { every: { months: 1 }, from: "2018-01-31" } };
    const readings = [score("2018-03-01", 90)];
    expect(labelOn(monthly, readings, "2018-03-30")).toBe("standard");
    expect(labelOn(monthly, readings, "2018-03-31")).toBe("key");
  });

  it("SEG-18 before the first review, on it, and on named days", () => {
    const later: StayRule = { ...byScore, review: { every: { weeks: 2 }, from: "2018-06-01" } };
    expect(labelOn(later, rise, "2018-05-31")).toBe("standard");
    expect(labelOn(later, rise, "2018-06-01")).toBe("key");
    const named: StayRule = { ...byScore, review: { on: ["2018-09-01", "2018-04-01"] } };
    expect(labelOn(named, rise, "2018-03-31")).toBe("standard");
    expect(labelOn(named, rise, "2018-04-01")).toBe("key");
    const late = orThrow(replay(named, { readings: [score("2018-09-02", 90)] }, "2018-09-02"));
    expect(late.nextChange).toBeUndefined();
  });

  it("a review beyond the known years never comes", () => {
    const rare: StayRule = {
      ...byScore,
      review: { every: { years: 1, days: 1 }, from: "2018-01-31" },
    };
    const last = startStay("standard", "2199-06-01");
    const readings = [score("2199-12-30", 90)];
    expect(orThrow(replay(rare, { readings }, "2199-12-31", last)).nextChange).toBeUndefined();
    const daily = orThrow(replay(byScore, { readings }, "2199-12-30", last));
    expect(daily.state.label).toBe("key");
    const unseen = { ...byScore, minimumStay: { days: 1 }, minimumStayHolds: "everyMove" } as const;
    const end = startStay("standard", "2199-12-31");
    const beyond = replay(unseen, { readings: [score("2199-12-31", 90)] }, "2199-12-31", end);
    expect(orThrow(beyond).state.label).toBe("key");
  });
});

describe("SEG-18 static and dynamic membership", () => {
  const moves = [{ on: "2018-05-01", to: "key", reason: "Named by the management team." }] as const;

  it("SEG-18 a static membership is moved by the company alone", () => {
    const fixed: StayRule = { ...byScore, membership: "static" };
    const readings = [score("2018-02-01", 5)];
    expect(orThrow(replay(fixed, { readings }, "2020-01-01")).moves).toEqual([]);
    expect(orThrow(replay(fixed, { readings, moves }, "2020-01-01")).moves).toEqual([
      {
        ...{ on: "2018-05-01", from: "standard", to: "key", why: "byDecision", reading: 5 },
        reason: "Named by the management team.",
      },
    ]);
  });

  it("SEG-18 a decision needs no review, and the score of that day moves nothing more", () => {
    const gracious: StayRule = { ...byScore, grace: { days: 10 }, review: { on: ["2018-06-01"] } };
    const readings = [score("2018-05-01", 25)];
    const named = orThrow(replay(gracious, { readings, moves }, "2018-05-31"));
    expect(named.state).toMatchObject({ label: "key", belowSince: "2018-05-01" });
    const reviewed = orThrow(replay(gracious, { readings, moves }, "2018-06-01"));
    expect(reviewed.moves.map(({ to }) => to)).toEqual(["key", "maintained"]);
  });

  it("a decision for the segment it is in already is no move", () => {
    const same = [{ on: "2018-05-01", to: "standard", reason: "Confirmed." }] as const;
    const { state, moves: made } = orThrow(
      replay(byScore, { readings: [], moves: same }, "2018-12-31"),
    );
    expect([state.since, made]).toEqual(["2018-01-01", []]);
  });

  it("an account that holds no level has no threshold to fall under", () => {
    const start = startStay("maintained", "2018-01-01");
    const { state } = orThrow(
      replay(byScore, { readings: [score("2018-02-01", 1)] }, "2018-12-31", start),
    );
    expect(state).toMatchObject({ label: "maintained", reading: 1 });
  });
});

describe("SEG-18 a rule by label", () => {
  const label = (on: CivilDate, value?: string) => {
    return value === undefined ? { on } : { on, label: value };
  };
  const start = startStay("B", "2018-01-01");
  const ask = (readings: StayHistory["readings"], asOf: CivilDate) =>
    orThrow(replay(byLabel, { readings }, asOf, start));

  it("SEG-18 a better label promotes at once, a worse one after the grace", () => {
    expect(ask([label("2018-02-01", "A")], "2018-02-01").state.label).toBe("A");
    const worse = [label("2018-02-01", "C")];
    expect(ask(worse, "2018-07-31").state).toMatchObject({ label: "B", reading: "C" });
    expect(ask(worse, "2018-08-01").state.label).toBe("C");
  });

  it("an undecided label moves nothing, and a kept state goes on where it was", () => {
    expect(ask([label("2018-02-01")], "2020-01-01").state).toEqual({
      ...{ format: "hoito-stay/1", label: "B", since: "2018-01-01", until: "2020-01-01" },
    });
    const kept = ask([label("2018-02-01", "C")], "2018-03-01").state;
    const stored = JSON.parse(JSON.stringify(kept)) as StayState;
    const later = orThrow(replay(byLabel, { readings: [] }, "2018-08-01", stored));
    expect(later.moves).toEqual([
      { on: "2018-08-01", from: "B", to: "C", why: "graceOver", reading: "C" },
    ]);
  });
});

describe("what is wrong with a rule or a history is a finding", () => {
  const rule = (changed: object) => codesOf(compileStayRule({ ...byScore, ...changed }, {}));
  const level = (changed: object) => [{ ...byScore.levels[0]!, ...changed }, byScore.levels[1]!];

  it("words, labels and reviews that say nothing", () => {
    expect(rule({ membership: "fixed", minimumStayHolds: "all", grase: 1 })).toEqual([
      "membership: unknown-value",
      "minimumStayHolds: unknown-value",
      "rule.grase: unknown-property",
    ]);
    expect(rule({ by: "points" })).toEqual(["by: unknown-value"]);
    expect(rule({ lowest: "key" })).toEqual(["levels[2]: duplicate-label"]);
    expect(rule({ levels: [] })).toEqual(["levels: empty-list"]);
    expect(rule({ levels: level({ title: "Key" }) })).toEqual([
      "levels[0].title: unknown-property",
    ]);
    const many = Array.from({ length: 10_001 }, () => byScore.levels[0]!);
    expect(rule({ levels: many })).toEqual(["levels: too-many"]);
    expect(rule({ review: "weekly" })).toEqual(["review: unknown-value"]);
    expect(rule({ review: null })).toEqual(["review: unknown-value"]);
    expect(rule({ review: { every: { days: 0 }, from: "2018-01-01" } })).toEqual([
      "review.every: out-of-range",
    ]);
    expect(rule({ review: { every: { days: 1 }, from: "2018-01-01" } })).toEqual([]);
    expect(rule({ review: { every: { day: 1 }, from: "soon" } })).toEqual([
      "review.every.day: not-a-duration",
      "review.from: not-a-civil-date",
    ]);
    expect(rule({ review: { on: ["2018-02-30"] } })).toEqual(["review.on[0]: not-a-civil-date"]);
  });

  it("a rule of another shape", () => {
    expect(rule({ levels: undefined })).toEqual([": malformed-rule"]);
    expect(rule({ levels: [null] })).toEqual([": malformed-rule"]);
  });

  it("thresholds that are no numbers or stand in the wrong order", () => {
    expect(rule({ levels: level({ holdFrom: "60" }) })).toEqual([
      "levels[0].holdFrom: wrong-value-type",
    ]);
    expect(rule({ levels: level({ holdFrom: null }) })).toEqual([
      "levels[0].holdFrom: wrong-value-type",
    ]);
    expect(rule({ levels: level({ holdFrom: { parameter: "hold" } }) })).toEqual([
      "levels[0].holdFrom.parameter: unknown-parameter",
    ]);
    const open = { parameters: { hold: { open: "number" } } } as const;
    const levels = level({ holdFrom: { parameter: "hold" } });
    expect(codesOf(compileStayRule({ ...byScore, levels }, open))).toEqual([
      "parameters.hold: open-parameter",
    ]);
    const wrong = ["levels[0]: thresholds-out-of-order"];
    expect(rule({ levels: level({ holdFrom: 81 }) })).toEqual(wrong);
    expect(rule({ levels: level({ holdFrom: 80 }) })).toEqual([]);
    expect(rule({ levels: level({ demoteBelow: 61 }) })).toEqual(wrong);
    expect(rule({ levels: level({ demoteBelow: 60 }) })).toEqual([]);
    const worse = ["levels[1]: thresholds-out-of-order"];
    expect(rule({ levels: level({ promoteFrom: 40, holdFrom: 40, demoteBelow: 0 }) })).toEqual(
      worse,
    );
    expect(rule({ levels: level({ promoteFrom: 50, holdFrom: 30 }) })).toEqual(worse);
    expect(rule({ levels: level({ promoteFrom: 50, holdFrom: 31 }) })).toEqual([]);
  });

  it("readings and moves that cannot be, all at once", () => {
    const history = {
      readings: [
        score("2018-02-30" as CivilDate, 50),
        score("2018-03-01", 50),
        score("2018-03-01", 50),
        score("2018-03-01", 51),
        score("2018-04-01", Number.NaN),
      ],
      moves: [
        { on: "2018-05-01", to: "keys", reason: "" },
        { on: "2018-05-01", to: "key", reason: "Agreed." },
      ],
    } as const;
    const result = replay(byScore, history, "2018-12-31");
    expect(codesOf(result)).toEqual([
      "readings[0].on: not-a-civil-date",
      "readings[3].on: duplicate-reading",
      "readings[4].score: wrong-value-type",
      "moves[0].to: unknown-label",
      "moves[0].reason: missing-property",
      "moves[1].on: duplicate-move",
    ]);
    expect(result.findings[3]?.suggestion).toBe("key");
    const odd = replay(
      byLabel,
      { readings: [{ on: "2018-02-01", label: "D" }] },
      "2018-12-31",
      startStay("A", "2018-01-01"),
    );
    expect(codesOf(odd)).toEqual(["readings[0].label: unknown-label"]);
  });

  it("a state of another format, segment or later day", () => {
    const start = startStay("standard", "2018-01-01");
    const ask = (changed: object, asOf: CivilDate = "2018-06-30") =>
      codesOf(replay(byScore, { readings: [] }, asOf, { ...start, ...changed }));
    expect(ask({ format: "hoito-stay/2" })).toEqual(["previous.format: unknown-format"]);
    expect(ask({ label: "gold", until: "2018-07-01" })).toEqual([
      "previous.label: unknown-label",
      "previous.until: span-reversed",
    ]);
    expect(ask({ until: "2018-06-30" })).toEqual([]);
  });
});
