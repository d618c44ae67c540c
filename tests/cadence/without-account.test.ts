import { describe, expect, it } from "vitest";
import { type Cadence, dutiesOfAccount, readsOfCadence } from "../../src/cadence/index.js";
import { compilePolicy, decideCare, factsNeeded } from "../../src/policy/index.js";
import { orThrow } from "../../src/shapes/index.js";
import type { CivilDate } from "../../src/time/index.js";
import {
  compiledFrom,
  contextOf,
  dutiesOn,
  elsewhere,
  held,
  planned,
  policyWith,
  recordsOf,
} from "./ask-duties.js";

const counts = { field: "kind", equals: "visit" } as const;
const quota: Cadence = {
  method: "quota",
  counts,
  atLeast: 1,
  per: "month",
  counting: "held",
  spread: "anyTime",
  roll: "next",
};
const started: Cadence = {
  method: "event",
  record: "account",
  on: "relationshipStart",
  which: "each",
  answeredBy: { contact: counts },
  earliest: { days: 0 },
  ideal: { days: 1 },
  latest: { days: 2 },
  lapses: { days: 30 },
  roll: "next",
};
const asOf = "2018-03-28";

describe("duties asked for without the account as conditions see it", () => {
  const ask = (cadence: Cadence) => {
    const question = { asOf } as const;
    return dutiesOfAccount(compiledFrom({ c: cadence }), recordsOf(question), contextOf(question));
  };
  const missing = [{ path: "account", why: "notSupplied" }];

  it("a condition over accounts is unknown, or not met where that is accepted", () => {
    const appliesWhen = { field: "headcount", atLeast: 1 } as const;
    expect(ask({ ...quota, appliesWhen }).duties[0]).toMatchObject({ id: "A|c|#unknown", missing });
    expect(ask({ ...quota, appliesWhen, whenUnknown: "notMet" }).duties).toEqual([]);
  });

  it("a date of the account is unknown, and there is no rank", () => {
    expect(ask(started).duties[0]).toMatchObject({ id: "A|c|#unknown", missing });
    expect("rank" in ask({ ...quota, rankedBy: "headcount" }).duties[0]!).toBe(false);
  });
});

describe("what may change the duties of a new kind", () => {
  const validUntil = (
    cadence: Cadence,
    rest: Partial<Parameters<typeof recordsOf>[0]> = {},
    surroundings = {},
  ) => {
    const compiled = orThrow(compilePolicy(policyWith({ c: cadence }, surroundings)));
    const context = { asOf, calendar: elsewhere } as const;
    return decideCare(recordsOf({ asOf, ...rest }), compiled, context).validUntilDate;
  };

  it("a permission that begins or ends", () => {
    const reach = {
      channels: ["email"],
      isMarketing: false,
      level: "account",
      whenNone: "forbidden",
      whenUnknown: "forbidden",
    } as const;
    const permissions = [{ accountId: "A", verdict: "allowed", validUntil: "2018-03-30" }] as const;
    expect(validUntil({ ...quota, reach }, { records: { permissions } })).toBe("2018-03-30");
  });

  it("a rank that grows every day", () => {
    const measures = {
      lastVisit: { latest: "activities.heldOn", over: "always" },
      silence: { daysSince: "lastVisit" },
    } as const;
    const activities = [held("2018-03-01")];
    expect(validUntil({ ...quota, rankedBy: "silence" }, { activities }, { measures })).toBe(
      "2018-03-29",
    );
    expect(validUntil(quota, { activities }, { measures })).toBe("2018-04-01");
    const [duty] = dutiesOn(
      { c: { ...quota, rankedBy: "silence" } },
      { asOf, activities, measures },
    );
    expect(duty!.rank).toBe(27);
  });

  it("a plan that takes a place, on the day after it; a later event; a duty given up", () => {
    const activities = [planned("2018-03-29")];
    expect(validUntil(quota, { activities })).toBe("2018-03-30");
    const account = (relationshipStart: CivilDate) => ({ account: { relationshipStart } });
    expect(validUntil(started, account("2018-03-30"))).toBe("2018-03-30");
    expect(validUntil(started, account("2018-02-24"))).toBe("2018-03-29");
    expect(validUntil(started, account("2018-02-23"))).toBeUndefined();
  });

  it("a fatigue limit that frees a day, or a contact planned within it", () => {
    const fatigue = {
      counts: { field: "kind", equals: "call" },
      atMost: 1,
      within: { days: 10 },
    } as const;
    const call = held("2018-03-20", { kind: "call" });
    expect(validUntil({ ...quota, fatigue }, { activities: [call] })).toBe("2018-03-30");
    const coming = planned("2018-03-29", { kind: "call" });
    expect(validUntil({ ...quota, fatigue }, { activities: [coming] })).toBe("2018-03-29");
  });

  it("a limit without end is never free", () => {
    const fatigue = {
      counts: { field: "kind", equals: "call" },
      atMost: 1,
      within: { years: 9000 },
    } as const;
    const activities = [held("2018-03-20", { kind: "call" })];
    const [duty] = dutiesOn({ c: { ...quota, fatigue } }, { asOf, activities });
    expect(duty!.value.status).toBe("skipped");
    expect(duty!.because.at(-1)).toMatchObject({
      step: "fatigue",
      details: { count: 1, atMost: 1 },
    });
  });
});

describe("POL-08 what a cadence reads", () => {
  const reads = (cadence: Cadence, businessLines?: readonly string[]) => {
    const surroundings = businessLines === undefined ? {} : { businessLines };
    const compiled = orThrow(compilePolicy(policyWith({ c: cadence }, surroundings)));
    const { records, accountFields } = factsNeeded(compiled, { asOf });
    return {
      accountFields,
      records: records.map(({ kind, fields }) => `${kind}: ${fields.join(" ")}`),
    };
  };
  const visits = "activities: heldOn kind personId plannedOn status";

  it("POL-08 a quota that counts plans needs no person, one per business line the line", () => {
    expect(reads(quota)).toEqual({ accountFields: [], records: [visits] });
    expect(
      reads({ ...quota, counting: "heldOrPlanned", perBusinessLine: true } as Cadence, ["a"]),
    ).toEqual({
      accountFields: [],
      records: ["activities: businessLine heldOn kind plannedOn status"],
    });
    const rolling = { ...quota, per: { rolling: { days: 30 } } } as Cadence;
    expect(reads(rolling).accountFields).toEqual(["relationshipStart"]);
  });

  it("POL-08 permissions, contact persons and what tires", () => {
    const reach = {
      channels: ["a"],
      isMarketing: false,
      whenNone: "allowed",
      whenUnknown: "undecided",
    } as const;
    const permissions = "permissions: channel contactPersonId purpose validFrom validUntil verdict";
    expect(reads({ ...quota, reach: { ...reach, level: "account" } }).records).toEqual([
      visits,
      permissions,
    ]);
    const fatigue = {
      counts: { field: "automated", equals: true },
      atMost: 1,
      within: { days: 1 },
    } as const;
    expect(
      reads({ ...quota, fatigue, reach: { ...reach, level: "contactPerson" } }).records,
    ).toEqual([
      "activities: automated heldOn kind personId plannedOn status",
      "contactPersons: decisionRole",
      permissions,
    ]);
  });

  it("POL-08 the record that raises a duty, the account's own date, the condition that adjusts", () => {
    expect(reads(started).accountFields).toEqual(["relationshipStart"]);
    const promised = {
      ...started,
      method: "anchored",
      record: "followUps",
      anchor: { before: "dueOn", earliest: { days: 1 }, ideal: { days: 1 }, latest: { days: 0 } },
      answeredBy: { field: "doneOn" },
    } as const;
    const { on: _, which: __, earliest: ___, ideal: ____, latest: _____, ...anchored } = promised;
    expect(reads(anchored as Cadence).records).toEqual(["activities: followUps status"]);
    const change = { ...started, record: "serviceChanges", on: "completedOn" } as Cadence;
    expect(reads(change).records).toEqual([visits, "serviceChanges: completedOn"]);
    const adjusted = [{ when: { field: "region", equals: "north" }, atLeast: 2 }] as const;
    expect(reads({ ...quota, adjusted }).accountFields).toEqual(["region"]);
  });

  it("POL-08 the contracts that owe a survey", () => {
    const survey: Cadence = {
      method: "survey",
      counts,
      per: "year",
      earliest: { days: 0 },
      ideal: { days: 0 },
      latest: { days: 9 },
      roll: "next",
    };
    expect(reads(survey)).toEqual({ accountFields: [], records: [visits] });
    const owed = {
      ...survey,
      skippedAfter: { field: "topic", equals: "x" },
      contractual: { where: { field: "recurring", equals: true }, overrides: "skipping" },
    } as const;
    expect(reads(owed).records).toEqual([
      "activities: heldOn kind personId plannedOn status topic",
      "contracts: endsOn recurring startsOn",
    ]);
    const compiled = compiledFrom({ c: owed })[0]!;
    expect(readsOfCadence(compiled).relationshipStart).toBe(false);
  });
});
