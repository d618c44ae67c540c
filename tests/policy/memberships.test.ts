import { describe, expect, it } from "vitest";
import { type AccountRecords, type CustomerBase, money } from "../../src/facts/index.js";
import {
  type AskContext,
  type CarePolicy,
  classifyAccounts,
  classifyUnits,
  compilePolicy,
  decideCare,
  decideCareForUnits,
  scheduleDuties,
} from "../../src/policy/index.js";
import {
  decideMembership,
  proposeMembership,
  type SegmentMembership,
} from "../../src/segments/index.js";
import { orThrow } from "../../src/shapes/index.js";
import type { CivilDate } from "../../src/time/index.js";
import { calendar } from "./sample-policy.js";

const labels = {
  key: { decidedBy: "managementTeam", unlessApproved: "ordinary" },
  ordinary: {},
} as const;
const visits = {
  method: "interval",
  counts: { field: "kind", equals: "visit" },
  earliest: { months: 1 },
  ideal: { months: 2 },
  latest: { months: 3 },
  whenNever: "dueAtOnce",
  roll: "previous",
  effortMinutes: 60,
} as const;
const lasting = { field: "headcount", atLeast: 1000 } as const;
const policy = {
  id: "decided",
  version: "1",
  currency: "EUR",
  businessLines: ["training", "recruiting"],
  segments: {
    group: {
      method: "rules",
      labels,
      hitPolicy: "first",
      rules: [{ segment: "key", when: lasting }],
      otherwise: "ordinary",
    },
    size: {
      method: "rules",
      labels: { key: { decidedBy: "managementTeam" }, small: {} },
      hitPolicy: "first",
      rules: [{ segment: "key", when: lasting }],
      otherwise: "small",
    },
  },
  care: {
    segmentedBy: "group",
    models: {
      personal: { ownership: { mode: "onePerson" }, cadences: ["visit"], significance: 1 },
      light: { ownership: { mode: "none" }, cadences: "none", significance: 2 },
    },
    bySegment: { key: "personal", ordinary: "light" },
  },
  cadences: { visit: visits },
} satisfies CarePolicy;
const compiled = orThrow(compilePolicy(policy));
const records: AccountRecords = {
  account: { id: "A", headcount: 1200 },
  coverage: { activities: "complete", ownerships: "complete" },
  activities: [],
  ownerships: [{ accountId: "A", personId: "Aino", role: "responsible", naming: "named" }],
};
const proposed = orThrow(
  proposeMembership(
    {
      id: 1,
      accountId: "A",
      segment: "key",
      basis: "data",
      reason: "Large.",
      proposedBy: "Aino",
      proposedOn: "2018-03-05",
      validFrom: "2018-04-01",
      validUntil: "2019-04-01",
    },
    labels,
  ),
);
const verdict = { on: "2018-03-12", by: { body: "managementTeam" }, reason: "Agreed." } as const;
const approved = orThrow(decideMembership(proposed, { ...verdict, step: "approve" }));
const refused = orThrow(decideMembership(proposed, { ...verdict, step: "refuse" }));

const decide = (asOf: CivilDate, memberships?: readonly SegmentMembership[]) => {
  const context: AskContext = { asOf, calendar };
  const decided = memberships === undefined ? context : { ...context, memberships };
  return decideCare(records, compiled, decided);
};

describe("SEG-04 care follows what people have decided", () => {
  it("SEG-04 without memberships care goes by what is computed", () => {
    const decision = decide("2018-03-05");
    expect(decision.segment.value).toMatchObject({ segment: "key" });
    expect(decision.careModel.value).toEqual({ kind: "model", model: "personal" });
    expect(decision).not.toHaveProperty("effective");
  });

  it.each([
    ["2018-03-04", [proposed], "notProposed", "2018-03-05"],
    ["2018-03-05", [proposed], "proposed", "2018-04-01"],
    ["2018-03-11", [refused], "proposed", "2018-03-12"],
    ["2018-03-12", [refused], "refused", "2018-04-01"],
    ["2018-03-12", [approved], "approved", "2018-04-01"],
    ["2019-04-01", [approved], "ended", undefined],
    ["2018-03-05", [], "notProposed", undefined],
  ] as const)("SEG-04 on %s nobody has approved it for that day: %#", (...row) => {
    const [asOf, memberships, state, until] = row;
    const { segment, effective, careModel, duties, validUntilDate } = decide(asOf, memberships);
    expect(effective).toMatchObject({ kind: "proposal", segment: "key", state });
    expect(segment.value).toEqual({ kind: "segment", segment: "ordinary" });
    expect(segment.because.at(-1)).toMatchObject({ step: "notApproved", details: { state } });
    expect(careModel.value).toEqual({ kind: "model", model: "light" });
    expect(duties.value).toEqual({ kind: "duties", duties: [] });
    expect(validUntilDate).toBe(until);
  });

  it.each(["2018-04-01", "2019-03-31"] as const)("SEG-04 on %s it is in force", (asOf) => {
    const { segment, effective, careModel, validUntilDate, duties } = decide(asOf, [approved]);
    expect(effective).toEqual({
      kind: "segment",
      segment: "key",
      by: "membership",
      membershipId: 1,
      decidedBy: "managementTeam",
    });
    expect(segment.value).toEqual({ kind: "segment", segment: "key", decidedBy: "managementTeam" });
    expect(segment.because.at(-1)).toMatchObject({ details: { id: 1, state: "inForce" } });
    expect(careModel.value).toEqual({ kind: "model", model: "personal" });
    expect(duties.value).toMatchObject({ duties: [{ value: { status: "due" } }] });
    expect(validUntilDate! <= "2019-04-01").toBe(true);
  });

  it("SEG-04 an account that the rules do not choose is cared for as approved", () => {
    const small = { ...records, account: { id: "A", headcount: 5 } };
    const context = { asOf: "2018-05-01", calendar, memberships: [approved] } as const;
    const { effective, careModel } = decideCare(small, compiled, context);
    expect(effective).toMatchObject({ computed: { kind: "segment", segment: "ordinary" } });
    expect(careModel.value).toEqual({ kind: "model", model: "personal" });
    const unknown = { ...records, account: { id: "A" } };
    const { segment } = decideCare(unknown, compiled, context);
    expect(segment).toMatchObject({ value: { segment: "key" }, missing: [] });
    const waiting = decideCare(unknown, compiled, { ...context, memberships: [] });
    expect(waiting.segment).toMatchObject({ value: { segment: "ordinary" }, missing: [] });
  });

  it("SEG-04 what stays undecided still says which fact is missing", () => {
    const segments = {
      ...policy.segments,
      group: { ...policy.segments.group, labels: { key: { decidedBy: "board" }, ordinary: {} } },
    };
    const open = orThrow(compilePolicy({ ...policy, segments }));
    const unknown = { ...records, account: { id: "A" } };
    const context = { asOf: "2018-05-01", calendar, memberships: [] } as const;
    const { segment, effective } = decideCare(unknown, open, context);
    expect(segment.value).toEqual({ kind: "undecided", candidates: ["unclassified", "ordinary"] });
    expect(segment.missing).toEqual([{ path: "headcount", why: "missing" }]);
    expect(effective).toMatchObject({ candidates: ["key", "ordinary"] });
  });

  it("SEG-04 memberships of other accounts change nothing and do not shorten an answer", () => {
    const ofAnother = { ...approved, accountId: "B" };
    expect(decide("2018-05-01", [ofAnother])).toEqual(decide("2018-05-01", []));
    const ofNone = { ...approved, segment: "kye" };
    expect(decide("2018-05-01", [ofNone]).findings).toMatchObject([
      { code: "unknown-segment", suggestion: "key" },
    ]);
  });
});

describe("SEG-04 a whole base", () => {
  const accounts = [{ id: "A", headcount: 1200 }, { id: "B", headcount: 1200 }, { id: "C" }];
  const base: CustomerBase = { accounts, coverage: records.coverage, activities: [] };
  const labelsOf = (more: object) => {
    const column = classifyAccounts(base, compiled, { asOf: "2018-05-01", ...more });
    return [...column.data].map((code) => column.dictionary[code]);
  };

  it("SEG-04 the labels are those in force, where memberships are handed over", () => {
    expect(labelsOf({})).toEqual(["key", "key", "undecided"]);
    expect(labelsOf({ memberships: [approved] })).toEqual(["key", "ordinary", "ordinary"]);
    expect(labelsOf({ memberships: [{ ...approved, accountId: "C" }] })).toEqual([
      "ordinary",
      "ordinary",
      "key",
    ]);
  });

  it("memberships concern the classifier that care goes by, and no other", () => {
    expect(labelsOf({ memberships: [approved], classifier: "size" })).toEqual([
      "key",
      "key",
      "undecided",
    ]);
    expect(labelsOf({ memberships: [], classifier: "group" })[0]).toBe("ordinary");
  });

  it("SEG-04 nobody is scheduled for care that is not approved yet", () => {
    const people = [{ id: "Aino", weeklyCapacityMinutes: 600 }];
    const ownerships = ["A", "B"].map((accountId) => {
      return { accountId, personId: "Aino", role: "responsible", naming: "named" } as const;
    });
    const context = {
      asOf: "2018-05-01",
      until: "2018-08-01",
      calendar,
      rules: {
        shortWeeks: { fullWeekDays: 5 },
        late: { withinDays: 10 },
        evenWithinDays: 3,
        levelSteps: 10,
        farFromMinutes: 120,
      },
    } as const;
    const visited = (more: object) => {
      const all = { ...base, people, ownerships };
      const { entries } = scheduleDuties(all, compiled, { ...context, ...more });
      return [...new Set(entries.map(({ accountId }) => accountId))].sort();
    };
    expect(visited({})).toEqual(["A", "B"]);
    expect(visited({ memberships: [approved] })).toEqual(["A"]);
  });
});

describe("SEG-05 memberships of a business line", () => {
  const perLine = orThrow(
    compilePolicy({
      ...policy,
      unit: { per: ["businessLine"], recordsWithoutLine: "everyUnit", duties: "each" },
    }),
  );
  const memberships = [{ ...approved, businessLine: "training" }];

  it("SEG-05 hold in that line alone, in bulk as alone, and not for the account as a whole", () => {
    const context = { asOf: "2018-05-01", calendar, memberships } as const;
    const { units } = decideCareForUnits(records, perLine, context);
    expect(units.map(({ decision }) => decision.segment.value)).toMatchObject([
      { segment: "key" },
      { segment: "ordinary" },
    ]);
    const { account, coverage } = records;
    const base: CustomerBase = { accounts: [account], coverage, activities: [] };
    const { data, dictionary } = classifyUnits(base, perLine, context);
    expect([...data].map((code) => dictionary[code])).toEqual(["key", "ordinary"]);
    expect(decideCare(records, compiled, context).segment.value).toMatchObject({
      segment: "ordinary",
    });
  });
});

describe("SEG-20 a customer who left and came back", () => {
  const quiet = { quiet: "order", for: { months: 6 }, countedFrom: "entry" } as const;
  const { models } = policy.care;
  const living = orThrow(
    compilePolicy({
      ...policy,
      // Without duties, so that nothing but the life changes an answer.
      care: {
        ...policy.care,
        models: { ...models, personal: { ...models.personal, cadences: "none" } },
      },
      segments: {
        ...policy.segments,
        life: {
          method: "lifecycle",
          labels: { prospect: {}, new: {}, ended: {} },
          start: "prospect",
          startsRelationship: ["new"],
          events: { order: { of: "orders" } },
          transitions: [
            { from: ["prospect", "ended"], to: "new", when: { event: "order" } },
            { from: "new", to: "ended", when: quiet },
          ],
        },
      },
    }),
  );
  const order = (id: number, orderedOn: CivilDate) => {
    return { id, accountId: "A", orderedOn, value: money("9.00", "EUR") };
  };
  const ask = (asOf: CivilDate, days: readonly CivilDate[], withLife = true) => {
    const orders = days.map((day, id) => order(id, day));
    const coverage = withLife ? { ...records.coverage, orders: "complete" as const } : {};
    const all = { ...records, coverage, orders };
    return decideCare(all, living, { asOf, calendar, memberships: [approved] });
  };

  it("SEG-20 inherits no membership from before", () => {
    const { effective } = ask("2018-12-15", ["2018-04-10", "2018-12-10"]);
    expect(effective).toMatchObject({ kind: "proposal", state: "notProposed" });
    const before = ask("2018-12-09", ["2018-04-10", "2018-12-10"]);
    expect(before.effective).toMatchObject({ by: "membership" });
    expect(before.validUntilDate).toBe("2018-12-10");
  });

  it("SEG-04 a first order after the approval takes nothing away", () => {
    expect(ask("2018-05-01", ["2018-04-10"]).effective).toMatchObject({ by: "membership" });
    expect(ask("2018-05-01", []).effective).toMatchObject({ by: "membership" });
    expect(ask("2018-05-01", [], false).effective).toMatchObject({ by: "membership" });
  });
});
