import { describe, expect, it } from "vitest";
import type { Cadence, ScheduleRules } from "../../src/cadence/index.js";
import type { Activity, CustomerBase, Ownership } from "../../src/facts/index.js";
import {
  type CarePolicy,
  checkCapacity,
  compilePolicy,
  scheduleDuties,
} from "../../src/policy/index.js";
import { orThrow } from "../../src/shapes/index.js";
import type { CivilDate } from "../../src/time/index.js";
import { calendar, rules } from "../cadence/schedule/random-problems.js";

const monthly = {
  method: "quota",
  counts: { field: "kind", equals: "visit" },
  atLeast: 1,
  per: "month",
  counting: "held",
  spread: "even",
  roll: "previous",
  effortMinutes: 59.5,
} as const satisfies Cadence;

/** Gold is visited once a month, the rest not at all. */
const policy: CarePolicy = {
  id: "levels",
  version: "1",
  businessLines: ["training", "hiring"],
  fields: { level: ["gold", "plain"] },
  segments: {
    group: {
      method: "rules",
      hitPolicy: "first",
      labels: { gold: {}, plain: {} },
      rules: [
        { exclude: true, when: { field: "relations", includes: "competitor" } },
        { segment: "gold", when: { field: "level", equals: "gold" } },
      ],
      otherwise: "plain",
    },
  },
  care: {
    segmentedBy: "group",
    models: {
      close: { ownership: { mode: "onePerson" }, cadences: ["visits"], significance: 1 },
      light: { ownership: { mode: "none" }, cadences: "none", significance: 2 },
    },
    bySegment: { gold: "close", plain: "light" },
  },
  cadences: { visits: monthly },
};
const own = (accountId: string, personId: string, rest: Partial<Ownership> = {}): Ownership => {
  return { accountId, personId, role: "responsible", naming: "named", ...rest };
};
const coverage = { activities: "complete", ownerships: "complete" } as const;
const relations = ["customer"] as const;
const base: CustomerBase = {
  accounts: [
    {
      id: "A",
      relations,
      own: { level: "gold" },
      region: "north",
      location: { travelMinutes: 90 },
    },
    { id: "B", relations, own: { level: "plain" } },
    { id: "C", relations: ["competitor"], own: { level: "gold" } },
  ],
  coverage,
  ownerships: [own("A", "anna")],
  people: [
    { id: "anna", weeklyCapacityMinutes: 300 },
    { id: "eero", weeklyCapacityMinutes: 300 },
  ],
};
const compiledOf = (each: CarePolicy) => orThrow(compilePolicy(each));
const compiled = compiledOf(policy);
const year = { asOf: "2018-01-01", until: "2019-01-01", calendar, rules } as const;

describe("CAD-12 a whole base is scheduled", () => {
  it("CAD-12 gold with a visit a month has twelve in a year, the others none", () => {
    const found = scheduleDuties(base, compiled, year);
    expect(found.entries.length).toBe(12);
    expect(new Set(found.entries.map(({ day }) => day.slice(0, 7))).size).toBe(12);
    expect(found.entries[0]).toMatchObject({
      ...{ id: "A|visits|2018-01#1", accountId: "A", personId: "anna", minutes: 60 },
      ...{ cadence: "visits", significance: 1 },
    });
    expect(found.goals.trips).toBe(12);
    expect(found.undecided).toEqual([]);
    expect(found.findings).toEqual([]);
    expect(found.madeWith).toMatchObject({ policyId: "levels", asOf: "2018-01-01" });
  });

  it("CAD-12 says how many records belong to no account, and schedules the others alike", () => {
    const ownerships = [own("A", "anna"), own("a", "eero"), own("D", "eero")];
    const found = scheduleDuties({ ...base, ownerships }, compiled, year);
    expect(found.entries).toEqual(scheduleDuties(base, compiled, year).entries);
    expect(found.findings).toEqual([
      {
        code: "orphan-record",
        severity: "warning",
        path: "ownerships",
        message:
          '2 of no account of the base, the first of account `"a"`: `findOrphans` names them',
      },
    ]);
  });

  it("CAD-12 its own result as the schedule before changes nothing", () => {
    const first = scheduleDuties(base, compiled, year);
    const again = scheduleDuties(base, compiled, { ...year, previous: first });
    expect(again.entries).toEqual(first.entries);
    expect(again.changes).toEqual({ added: [], moved: [], removed: [] });
  });

  it("CAD-12 an absent owner has a substitute, asked in turn", () => {
    const away = [{ from: "2018-01-01", until: "2018-02-01" }] as const;
    const people = [
      { id: "anna", weeklyCapacityMinutes: 300, absences: away },
      { id: "eero", weeklyCapacityMinutes: 300, absences: away },
      { id: "liisa", weeklyCapacityMinutes: 300 },
    ];
    const substitutions = [
      { personId: "anna", substitutes: ["eero"] },
      { personId: "eero", substitutes: ["liisa", "anna"] },
    ];
    const found = scheduleDuties({ ...base, people }, compiled, { ...year, substitutions });
    expect(found.entries.slice(0, 2).map(({ personId }) => personId)).toEqual(["liisa", "anna"]);
  });

  it("CAD-12 the team of the account comes after the responsible; a steering group does no visits", () => {
    const ownerships = [
      own("A", "liisa", { role: "steeringGroup" }),
      own("A", "eero", { role: "teamMember" }),
      own("A", "anna"),
    ];
    const full = [
      { id: "anna", weeklyCapacityMinutes: 0 },
      { id: "eero", weeklyCapacityMinutes: 300 },
      { id: "liisa", weeklyCapacityMinutes: 300 },
    ];
    const found = scheduleDuties({ ...base, ownerships, people: full }, compiled, year);
    expect(new Set(found.entries.map(({ personId }) => personId))).toEqual(new Set(["eero"]));
  });

  it("CAD-12 who is responsible for a business line does its duties, others after that", () => {
    const lines = compiledOf({
      ...policy,
      care: {
        ...policy.care,
        models: {
          ...policy.care.models,
          close: {
            ownership: { mode: "named", per: ["businessLine"] },
            cadences: ["visits"],
            significance: 1,
          },
        },
      },
      cadences: { visits: { ...monthly, perBusinessLine: true } },
    });
    const ownerships = [
      own("A", "anna", { businessLine: "hiring" }),
      own("A", "eero", { businessLine: "training" }),
    ];
    const found = scheduleDuties({ ...base, ownerships }, lines, { ...year, until: "2018-02-01" });
    const doneBy = found.entries.map(({ id, personId }) => `${id.split("|")[2]} ${personId}`);
    expect(doneBy.toSorted()).toEqual(["hiring anna", "training eero"]);
  });

  it("CAD-12 what is not known is told, and nothing is guessed", () => {
    const unknown = {
      ...base,
      accounts: [
        { id: "A", relations, own: { level: "gold" } },
        { id: "D", relations },
      ],
    };
    const found = scheduleDuties({ ...unknown, coverage: {} }, compiled, year);
    expect(found.entries).toEqual([]);
    expect(found.undecided.map(({ accountId, what }) => `${accountId} ${what}`)).toEqual([
      ...["A owner", "A duties", "D careModel"],
    ]);
    expect(found.undecided[1]?.missing).toContainEqual({ path: "activities", why: "notSupplied" });
    const { effortMinutes: _, ...effortless } = monthly;
    const bare = compiledOf({ ...policy, cadences: { visits: { ...effortless, title: "Visit" } } });
    const { people: __, ...nobody } = base;
    const short = { ...year, until: "2018-02-01" } as const;
    expect(scheduleDuties(nobody, bare, short).unplaced).toMatchObject([
      { reason: "effortUnknown" },
    ]);
    // No list of people is not a list without people.
    const alone = scheduleDuties(nobody, compiled, short);
    expect(alone.unplaced[0]?.reason).toBe("capacityUnknown");
    expect(alone.loads).toEqual([]);
    const empty = scheduleDuties({ ...base, people: [] }, compiled, short);
    expect(empty.unplaced[0]?.reason).toBe("nobodyEligible");
  });

  it("CAD-12 whose an account is being unknown, its duties wait; that it is nobody's is known", () => {
    const short = { ...year, until: "2018-02-01" } as const;
    const { ownerships: _, ...orphans } = base;
    const unknown = { ...orphans, coverage: { activities: "complete" } } as const;
    const found = scheduleDuties(unknown, compiled, short);
    expect(found.unplaced.map(({ reason }) => reason)).toEqual(["eligibleUnknown"]);
    expect(found.undecided.map(({ what }) => what)).toEqual(["owner"]);
    const lacking = scheduleDuties({ ...base, ownerships: [] }, compiled, short);
    expect(lacking.unplaced.map(({ reason }) => reason)).toEqual(["nobodyEligible"]);
    expect(lacking.undecided).toEqual([]);
  });

  it("CAD-12 everybody who may do it being away, it is done before or after, or not at all", () => {
    const awayFrom = (from: CivilDate, until: CivilDate) => ({
      ...base,
      people: ["anna", "eero"].map((id) => {
        return { id, weeklyCapacityMinutes: 300, absences: [{ from, until }] };
      }),
    });
    const substitutions = [{ personId: "anna", substitutes: ["eero"] }];
    const january = { ...year, until: "2018-02-01", substitutions } as const;
    const most = scheduleDuties(awayFrom("2018-01-02", "2018-02-01"), compiled, january);
    expect(most.entries.map(({ day }) => day)).toEqual(["2018-01-01"]);
    const all = scheduleDuties(awayFrom("2018-01-01", "2018-02-01"), compiled, january);
    expect(all.unplaced.map(({ reason }) => reason)).toEqual(["noOpenDay"]);
    expect(all.feasibility.kind).toBe("feasible");
  });

  it("CAD-12 two contacts of an account may share a day, unless they keep a distance", () => {
    const both = compiledOf({
      ...policy,
      care: {
        ...policy.care,
        models: {
          ...policy.care.models,
          close: { ...policy.care.models["close"]!, cadences: ["visits", "calls"] },
        },
      },
      cadences: {
        visits: monthly,
        calls: { ...monthly, counts: { field: "kind", equals: "call" } },
      },
    });
    const day = { accountId: "A", status: "planned", plannedOn: "2018-01-10", personId: "anna" };
    const activities = [{ ...day, id: 1, kind: "visit" }] as CustomerBase["activities"];
    const planned = { ...base, activities: activities! };
    const on = (minimumGapDays?: number): readonly string[] => {
      const ruled = minimumGapDays === undefined ? rules : { ...rules, minimumGapDays };
      const january = { ...year, until: "2018-02-01", rules: ruled } as const;
      return scheduleDuties(planned, both, january).entries.map((each) => each.day);
    };
    const everyDay = { ...base, activities: [...activities!, { ...day, id: 2, kind: "call" }] };
    const twice = scheduleDuties(everyDay as CustomerBase, both, { ...year, until: "2018-02-01" });
    expect(twice.entries.map((each) => each.day)).toEqual(["2018-01-10", "2018-01-10"]);
    expect(twice.conflicts).toEqual([]);
    expect(on()).toHaveLength(2);
    const apart = on(15).map((each) => Number(each.slice(8)));
    expect(Math.abs(apart[0]! - apart[1]!)).toBeGreaterThanOrEqual(15);
  });

  it("CAD-12 a plan that cannot be read takes nobody's time and stops nobody's schedule", () => {
    const fair = {
      accountId: "A",
      status: "planned",
      kind: "fair",
      personId: "anna",
      plannedOn: "2018-03-07",
    } as const;
    const durations = [-1, 0, 527_040, 527_041, Number.NaN, Number.POSITIVE_INFINITY];
    const activities: readonly Activity[] = [
      { ...fair, id: "soon", plannedOn: "soon" as CivilDate },
      ...durations.map((durationMinutes, id) => ({ ...fair, id, durationMinutes })),
    ];
    const found = scheduleDuties({ ...base, activities }, compiled, {
      ...year,
      until: "2018-04-01",
    });
    const manual = found.entries.filter(({ kind }) => kind === "manual");
    expect(manual.map(({ id, minutes }) => [id, minutes])).toEqual([
      ...[
        ["activity|0", undefined],
        ["activity|1", 0],
        ["activity|2", 527_040],
      ],
      ...[
        ["activity|3", undefined],
        ["activity|4", undefined],
        ["activity|5", undefined],
      ],
    ]);
  });

  it("CAD-12 a plan whose day has passed pins nothing, one of somebody else stands with a conflict", () => {
    const planned = { id: 1, accountId: "A", status: "planned", kind: "visit" } as const;
    const visit = { ...planned, personId: "eero", plannedOn: "2018-01-10" } as const;
    const january = { ...year, until: "2018-02-01" } as const;
    const known = { ...base, activities: [visit] };
    const found = scheduleDuties(known, compiled, january);
    expect(found.entries).toMatchObject([{ kind: "pinned", personId: "eero", day: "2018-01-10" }]);
    expect(found.conflicts).toEqual([{ id: "A|visits|2018-01#1", why: "notEligible" }]);
    const missed = scheduleDuties(known, compiled, {
      ...january,
      asOf: "2018-01-11",
      previous: found,
    });
    expect(missed.entries).toMatchObject([{ kind: "placed", personId: "anna" }]);
    expect(missed.changes.added).toEqual(["A|visits|2018-01#1"]);
    const cancelled = { ...base, activities: [{ ...visit, status: "cancelled" }] } as const;
    const freed = scheduleDuties(cancelled, compiled, { ...january, previous: found });
    expect(freed.entries).toMatchObject([{ kind: "placed", personId: "anna" }]);
    expect(freed.changes.moved.map(({ id }) => id)).toEqual(["A|visits|2018-01#1"]);
  });

  it("CAD-07 a forbidden channel is never planned, and says so", () => {
    const reach = { channels: ["onSite"], isMarketing: false, level: "account" } as const;
    const asked = { ...reach, whenNone: "allowed", whenUnknown: "forbidden" } as const;
    const careful = compiledOf({ ...policy, cadences: { visits: { ...monthly, reach: asked } } });
    const banned: CustomerBase = {
      ...base,
      coverage: { ...coverage, permissions: "complete" },
      permissions: [{ accountId: "A", channel: "onSite", verdict: "forbidden" }],
    };
    const found = scheduleDuties(banned, careful, { ...year, until: "2018-02-01" });
    expect(found.entries).toEqual([]);
    expect(found.unplaced.map(({ reason }) => reason)).toEqual(["forbidden"]);
    const free = { ...banned, permissions: [] };
    expect(scheduleDuties(free, careful, { ...year, until: "2018-02-01" }).entries.length).toBe(1);
  });

  it("CAD-12 a planned activity in the place of a duty pins it, another takes its time", () => {
    const planned = { accountId: "A", status: "planned", kind: "visit" } as const;
    const plans: CustomerBase = {
      ...base,
      accounts: base.accounts.map((each) => ({ ...each, closedDays: ["2018-01-08"] })),
      activities: [
        { ...planned, id: 1, plannedOn: "2018-01-10", personId: "anna" },
        { ...planned, id: 2, plannedOn: "2018-02-07" },
        {
          ...planned,
          id: 3,
          kind: "fair",
          plannedOn: "2018-03-07",
          personId: "anna",
          topic: "Fair",
        },
        { ...planned, id: 4, kind: "fair", plannedOn: "2018-03-08" },
        { ...planned, id: 5, kind: "fair", personId: "anna" },
        { ...planned, id: 6, kind: "call", status: "held", heldOn: "2017-12-01", personId: "anna" },
        {
          ...{ ...planned, id: 7, kind: "fair", plannedOn: "2018-03-09", personId: "anna" },
          durationMinutes: 30.5,
        },
      ],
    };
    const found = scheduleDuties(plans, compiled, { ...year, until: "2018-04-01" });
    expect(found.entries.map(({ id, kind, day }) => `${id} ${kind} ${day}`)).toEqual([
      "A|visits|2018-01#1 pinned 2018-01-10",
      "A|visits|2018-02#1 pinned 2018-02-07",
      "activity|3 manual 2018-03-07",
      "activity|7 manual 2018-03-09",
      expect.stringMatching(/^A\|visits\|2018-03#1 placed 2018-03/),
    ]);
    expect(found.entries.find(({ id }) => id === "activity|7")?.minutes).toBe(31);
    expect(found.entries.find(({ id }) => id === "activity|3")).toMatchObject({ title: "Fair" });
    expect(found.conflicts).toEqual([{ id: "activity|3", why: "minutesUnknown" }]);
  });

  it("CAD-12 asked outside the policy's validity it says so once", () => {
    const later = compiledOf({ ...policy, validFrom: "2019-01-01" });
    const { findings } = scheduleDuties(base, later, year);
    expect(findings.map(({ code }) => code)).toEqual(["policy-not-in-force"]);
  });
});

describe("CAD-13 a policy is checked against the people there are", () => {
  const accounts = ["A", "B", "C", "D", "E", "F"].map((id) => {
    return { id, relations, own: { level: "gold" } };
  });
  const many = { ...base, accounts, ownerships: accounts.map(({ id }) => own(id, "anna")) };
  const january = { ...year, until: "2018-02-01" } as const;

  it("CAD-13 demand by segment and week, capacity by week, and nothing short", () => {
    const found = checkCapacity(many, compiled, january);
    expect(found.feasibility.kind).toBe("feasible");
    expect(found.demand.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(360);
    expect(found.demand[0]).toMatchObject({ segment: "gold", duties: 6, minutes: 360 });
    // Two people of 300 minutes; of the last week Monday to Wednesday.
    expect(found.capacity.map(({ minutes }) => minutes)).toEqual([600, 600, 600, 600, 360]);
    expect(found.gaps).toEqual([]);
    expect(found.leftOut).toEqual([]);
  });

  it("CAD-13 short by an hour, and which cadence would have to give how much", () => {
    const weekly = compiledOf({
      ...policy,
      care: {
        ...policy.care,
        models: {
          ...policy.care.models,
          close: { ...policy.care.models["close"]!, cadences: ["visits", "calls"] },
        },
      },
      cadences: {
        visits: { ...monthly, effortMinutes: 60 },
        calls: { ...monthly, counts: { field: "kind", equals: "call" }, effortMinutes: 60 },
      },
    });
    const people = [{ id: "anna", weeklyCapacityMinutes: 150 }];
    // 12 contacts; four whole weeks hold two each, three days of the fifth 90 minutes: one.
    const found = checkCapacity({ ...many, people }, weekly, january);
    expect(found.feasibility).toMatchObject({ kind: "infeasible", fewestLeftOut: 3 });
    expect(found.gaps).toMatchObject([
      {
        ...{ demandedMinutes: 720, availableMinutes: 690, usableMinutes: 540, shortMinutes: 180 },
        aloneGives: [
          { cadence: "calls", contacts: 3 },
          { cadence: "visits", contacts: 3 },
        ],
      },
    ]);
    expect(found.leftOut.reduce((sum, { contacts }) => sum + contacts, 0)).toBe(3);
    expect(found.leftOut.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(180);
    const tiny = [{ id: "anna", weeklyCapacityMinutes: 30 }];
    const none = checkCapacity({ ...many, people: tiny }, weekly, january);
    expect(none.gaps[0]?.aloneGives).toEqual([
      { cadence: "calls", contacts: "notEnough" },
      { cadence: "visits", contacts: "notEnough" },
    ]);
  });

  it("CAD-13 what cannot be counted is told beside what can", () => {
    const { effortMinutes: _, ...effortless } = monthly;
    const bare = compiledOf({ ...policy, cadences: { visits: effortless } });
    const found = checkCapacity(base, bare, january);
    expect(found.notCounted).toMatchObject([{ reason: "effortUnknown" }]);
    expect(found.demand).toEqual([]);
    expect(found.feasibility.kind).toBe("undecided");
    const { people: __, ...nobody } = many;
    expect(checkCapacity(nobody, compiled, january)).toMatchObject({
      capacity: [],
      feasibility: { kind: "undecided" },
    });
    const some = { ...base, accounts: [...base.accounts, { id: "D", relations }] };
    expect(checkCapacity(some, compiled, january)).toMatchObject({
      notCounted: [],
      undecided: [{ accountId: "D" }],
      feasibility: { kind: "undecided" },
    });
    // Nobody's account is known to be nobody's: it is told, and nothing is open about it.
    expect(checkCapacity({ ...base, ownerships: [] }, compiled, january)).toMatchObject({
      notCounted: [{ reason: "nobodyEligible" }],
      feasibility: { kind: "feasible" },
    });
  });

  it("CAD-13 what is late or pinned is demanded in the week of its day, or of asking", () => {
    const planned = { accountId: "A", status: "planned", kind: "visit", personId: "anna" } as const;
    const activities = [{ ...planned, id: 1, plannedOn: "2018-01-24" }] as const;
    const late = { ...january, rules: { ...rules, late: { withinDays: 5 } } } as const;
    const pinned = checkCapacity({ ...base, activities }, compiled, january);
    expect(pinned.demand.map(({ week }) => week)).toEqual(["2018-W04"]);
    const asked = checkCapacity(base, compiled, { ...late, asOf: "2018-01-30" });
    expect(asked.demand.map(({ week }) => week)).toEqual(["2018-W05"]);
    expect(asked.feasibility.kind).toBe("feasible");
  });

  it("CAD-13 an exception's model may demand of an account without a segment", () => {
    const exceptions = [{ accountId: "C", model: "close", reason: "a partner too" }];
    const excepted = compiledOf({ ...policy, care: { ...policy.care, exceptions } });
    const all = { ...base, ownerships: [own("C", "anna")] };
    const { demand } = checkCapacity(all, excepted, january);
    expect(demand.find(({ segment }) => segment === undefined)?.duties).toBe(1);
  });
});

describe("the chapter `schedule` of a policy", () => {
  const span = { asOf: "2018-01-01", until: "2018-04-01", calendar } as const;
  const withRules = { ...policy, schedule: rules };

  it("CAD-12 POL-01 is taken where the question brings no rules of its own", () => {
    const ofPolicy = scheduleDuties(base, orThrow(compilePolicy(withRules)), span);
    const ofQuestion = scheduleDuties(base, orThrow(compilePolicy(policy)), { ...span, rules });
    expect(ofPolicy.entries.length).toBeGreaterThan(0);
    expect(ofPolicy.entries).toEqual(ofQuestion.entries);
    const check = (of: CarePolicy, own: { readonly rules?: ScheduleRules }) => {
      const { madeWith, ...told } = checkCapacity(base, orThrow(compilePolicy(of)), {
        ...span,
        ...own,
      });
      return told;
    };
    const short = { ...rules, shortWeeks: { fullWeekDays: 7 } } as const;
    expect(check(withRules, {})).toEqual(check(policy, { rules }));
    expect(check(withRules, { rules: short })).toEqual(check(policy, { rules: short }));
    expect(check(withRules, { rules: short })).not.toEqual(check(policy, { rules }));
  });

  it("CAD-12 is asked for where nobody has stated it", () => {
    const compiled = orThrow(compilePolicy(policy));
    const missing = expect.objectContaining({ code: "missing-schedule-rules", path: "rules" });
    expect(() => scheduleDuties(base, compiled, span)).toThrow(missing);
    expect(() => checkCapacity(base, compiled, span)).toThrow(missing);
  });

  it("POL-01 is checked with the policy, its title and source apart", () => {
    const titled = { ...policy, schedule: { ...rules, title: "visits", source: "S0 §2.15" } };
    expect(compilePolicy(titled).findings).toEqual([]);
    const wrong = { ...policy, schedule: { ...rules, levelSteps: 0 } };
    expect(compilePolicy(wrong).findings).toMatchObject([
      { code: "out-of-range", path: "schedule.levelSteps" },
    ]);
  });
});
