import { describe, expect, it } from "vitest";
import {
  type CampaignDefinition,
  type CampaignMember,
  compileCampaign,
  compileCampaignIn,
  openCampaign,
  reachableMaximum,
} from "../../src/campaigns/index.js";
import { compileCalendar, orThrow } from "../../src/index.js";
import { type CarePolicy, compilePolicy } from "../../src/policy/index.js";
import { resolveParameters, Scope } from "../../src/rules/index.js";
import { parsePolicy } from "../../src/schemas/index.js";
import type { Finding } from "../../src/shapes/index.js";
import {
  calendar,
  compiled,
  earning,
  faults,
  perVisit,
  STATUS,
  sellers,
  springDefinition,
  springWith,
} from "./spring.js";

/** What a campaign may name of a policy: its parameters and currency. */
function policyNames({ parameters = {}, currency }: CarePolicy): Scope {
  const findings: Finding[] = [];
  const resolved = resolveParameters(parameters, currency, findings);
  return new Scope({ ...resolved, currency, findings });
}

type Changes = Readonly<Record<string, unknown>>;
const euro = (amount: string) => ({ amount, currency: "EUR" });
const codes = (definition: unknown, currency?: string) =>
  faults(definition, currency).map(({ code, path }) => `${code} ${path.slice(17)}`);
const deadline = (changes: Changes) => ({ deadline: { ...springDefinition.deadline, ...changes } });
const life = (changes: Changes) => ({ life: { ...springDefinition.life, ...changes } });
const absence = (changes: Changes) => ({ absence: { ...springDefinition.absence, ...changes } });
const status = (changes: Changes) => ({ criteria: { status: { ...STATUS, ...changes } } });
const plan = (changes: Changes) => ({
  criteria: { plan: { ...springDefinition.criteria["plan"]!, ...changes } },
});
const goal = (changes: Changes) => ({
  teamGoals: [{ ...springDefinition.teamGoals![0]!, ...changes }],
});
const tiers = (changes: Changes) => ({ tiers: { ...springDefinition.tiers!, ...changes } });
const places = { prizes: [euro("10.00")], onTies: "split", remainder: "byId" };

describe("CAMP-06 a campaign is checked as a whole", () => {
  it("CAMP-06 finds nothing wrong with the spring of 2018, and a tier strictly at the maximum out of reach", () => {
    expect(faults(springDefinition)).toEqual([]);
    const top = { rungs: [{ fromPoints: 58, prize: euro("1.00") }] };
    expect(codes(springWith(tiers(top) as never))).toEqual([]);
    expect(codes(springWith(tiers({ ...top, bound: "strict" }) as never))).toEqual([
      "tier-out-of-reach tiers.rungs[0].fromPoints",
    ]);
    expect(codes(springWith(goal({ atLeast: 58 }) as never))).toEqual([]);
    expect(codes(springWith(goal({ atLeast: 59 }) as never))).toEqual([
      "goal-out-of-reach teamGoals[0].atLeast",
    ]);
    expect(codes(springWith(goal({ rule: "sum", atLeast: 400 }) as never))).toEqual([]);
  });

  it.each<[Changes, readonly string[]]>([
    [{ zone: "Europe/Helsingfors" }, ["unknown-zone zone"]],
    [{ tires: [] }, ["unknown-property tires"]],
    [{ unitsPerPoint: 0 }, ["out-of-range unitsPerPoint"]],
    [{ unitsPerPoint: 1001 }, ["out-of-range unitsPerPoint"]],
    [{ period: { from: "2018-01-15", until: "2018-01-15" } }, ["span-reversed period.until"]],
    [
      { period: { from: "2018-01-15", until: "2018-03-29", to: 1 } },
      ["unknown-property period.to"],
    ],
    [
      {
        period: { from: "2018-01-15", until: "2021-03-29" },
        ...life({ cutOff: { date: "2021-04-06", time: "12:00" } }),
      },
      ["too-large period", "tier-out-of-reach "],
    ],
    [deadline({ weekday: "mondy" }), ["unknown-value deadline.weekday"]],
    [deadline({ time: "24:00" }), ["not-a-time deadline.time"]],
    [deadline({ bound: "include" }), ["unknown-value deadline.bound"]],
    [deadline({ roll: "nxt" }), ["unknown-value deadline.roll"]],
    [deadline({ gap: "after" }), ["unknown-value deadline.gap"]],
    [deadline({ overlap: "before" }), ["unknown-value deadline.overlap"]],
    [deadline({ zone: "UTC" }), ["unknown-property deadline.zone"]],
    [{ lateActivities: "ignored" }, ["unknown-value lateActivities"]],
    [{ emptyWeek: "none" }, ["unknown-value emptyWeek"]],
    [absence({ excusedFromDays: 0 }), ["out-of-range absence.excusedFromDays"]],
    [absence({ excusedFromDays: 8 }), ["out-of-range absence.excusedFromDays"]],
    [absence({ thresholds: "half" }), ["unknown-value absence.thresholds"]],
    [absence({ partTime: "half" }), ["unknown-value absence.partTime"]],
    [absence({ rounding: "even" }), ["unknown-value absence.rounding"]],
    [{ ranking: { ranks: "modified", ties: [] } }, ["unknown-value ranking.ranks"]],
    [{ ranking: { ranks: "dense", ties: ["luck"] } }, ["unknown-value ranking.ties[0]"]],
    [life({ announcedOn: "2018-13-01" }), ["not-a-civil-date life.announcedOn"]],
    [life({ announcedOn: "2018-01-15" }), []],
    [life({ announcedOn: "2018-01-16" }), ["announced-too-late life.announcedOn"]],
    [
      life({ cutOff: { date: "2018-03-28", time: "12:00" } }),
      ["cut-off-too-early life.cutOff.date"],
    ],
    [life({ cutOff: { date: "2018-04-06", time: "noon" } }), ["not-a-time life.cutOff.time"]],
    [life({ judgingDays: 367 }), ["out-of-range life.judgingDays"]],
    [{ weeks: { scored: "all" } }, ["not-a-list weeks.scored", "no-scored-week weeks"]],
    [{ counts: { field: "kin", equals: "visit" } }, ["unknown-field counts.field"]],
  ])("CAMP-06 conventions, dates and weeks: %j", (changes, expected) => {
    const { tiers: _tiers, teamGoals: _goals, ...rest } = springWith(changes as never);
    expect(codes(rest)).toEqual(expected.filter((each) => !each.startsWith("tier")));
  });

  it.each<[Changes, readonly string[]]>([
    [{ criteria: {} }, ["no-criteria criteria"]],
    [
      { criteria: Object.fromEntries(Array.from({ length: 31 }, (_, n) => [`c${n}`, STATUS])) },
      ["too-many criteria"],
    ],
    [status({ kind: "activty" }), ["unknown-value criteria.status.kind"]],
    [status({ wher: 1 }), ["unknown-property criteria.status.wher"]],
    [status({ points: 0.5 }), ["not-points criteria.status.points"]],
    [status({ points: 0 }), ["out-of-range criteria.status.points"]],
    [status({ points: "1" }), ["not-points criteria.status.points"]],
    [status({ scoring: "each" }), ["unknown-value criteria.status.scoring"]],
    [status({ scoring: "proportional" }), ["missing-property criteria.status.rounding"]],
    [status({ rounding: "off" }), ["unknown-value criteria.status.rounding"]],
    [status({ coolDownDays: 7 }), ["unknown-property criteria.status.coolDownDays"]],
    [
      status({ scoring: "perEvent", coolDownDays: 0 }),
      ["out-of-range criteria.status.coolDownDays"],
    ],
    [status({ from: "practice" }), ["out-of-range criteria.status.from"]],
    [status({ from: 107 }), ["out-of-range criteria.status.from"]],
    [
      status({ where: { field: "status", equals: "done" } }),
      ["unknown-value criteria.status.where.equals"],
    ],
    [
      {
        criteria: {
          heading: { kind: "heading", points: 1, scoring: "allOrNothing", parts: ["place"] },
        },
      },
      ["unknown-value criteria.heading.parts[0]"],
    ],
    [
      { criteria: { heading: { kind: "heading", points: 1, scoring: "allOrNothing", parts: [] } } },
      ["empty-list criteria.heading.parts"],
    ],
    [
      {
        criteria: {
          heading: { kind: "heading", points: 1, scoring: "allOrNothing", parts: "customer" },
        },
      },
      ["not-a-list criteria.heading.parts"],
    ],
    [plan({ offsetWeeks: 27 }), ["out-of-range criteria.plan.offsetWeeks"]],
    [plan({ weeks: 0 }), ["out-of-range criteria.plan.weeks"]],
    [plan({ minimumPerWeek: 0 }), ["out-of-range criteria.plan.minimumPerWeek"]],
    [
      { criteria: { leads: { kind: "credit", points: 1 } } },
      ["missing-property criteria.leads.source"],
    ],
  ])("CAMP-03 criteria: %j", (changes, expected) => {
    expect(codes(earning(STATUS as never, changes as never))).toEqual(expected);
  });

  it.each<[Changes, readonly string[]]>([
    [{ caps: [{ per: "week", most: 3 }] }, []],
    [{ caps: [{ per: "weak", most: 3 }] }, ["unknown-value caps[0].per"]],
    [{ caps: [{ per: "week", most: -1 }] }, ["not-points caps[0].most"]],
    [{ caps: [{ per: "day", most: 1, within: "day" }] }, ["unknown-property caps[0].within"]],
    [
      { caps: [{ per: "criterion", criterion: "statu", within: "year", most: 1 }] },
      ["unknown-value caps[0].within", "unknown-criterion caps[0].criterion"],
    ],
    [
      { caps: [{ per: "newAccounts", mostPercentOfOthers: -1 }] },
      ["out-of-range caps[0].mostPercentOfOthers"],
    ],
    [{ caps: Array.from({ length: 51 }, () => ({ per: "day", most: 1 })) }, ["too-many caps"]],
    [{ caps: [{ per: "campaign", most: 100 }] }, ["shared-cap caps[0]"]],
  ])("CAMP-11 caps: %j", (changes, expected) => {
    expect(codes(earning({ status: STATUS }, changes as never))).toEqual(expected);
  });

  it.each<[Changes, readonly string[]]>([
    [goal({ rule: "everyone" }), ["unknown-value teamGoals[0].rule"]],
    [goal({ rule: "shareOfMembers", percent: 101 }), ["out-of-range teamGoals[0].percent"]],
    [
      goal({ prizeEach: { amount: "20", currency: "SEK" } }),
      ["other-currency teamGoals[0].prizeEach.currency"],
    ],
    [goal({ prizeEach: euro("-1.00") }), ["out-of-range teamGoals[0].prizeEach.amount"]],
    [tiers({ bound: "over" }), ["unknown-value tiers.bound"]],
    [tiers({ take: "highest" }), ["unknown-value tiers.take"]],
    [
      tiers({
        rungs: [
          { fromPoints: 40, prize: euro("1.00") },
          { fromPoints: 40, prize: euro("2.00") },
        ],
      }),
      ["rungs-out-of-order tiers.rungs[1].fromPoints"],
    ],
    [
      tiers({ rungs: [{ points: 40, fromPoints: 40, prize: euro("1.00") }] }),
      ["unknown-property tiers.rungs[0].points"],
    ],
    [{ rankPrizes: places }, []],
    [
      { rankPrizes: { ...places, onTies: "share", remainder: "lost" } },
      ["unknown-value rankPrizes.onTies", "unknown-value rankPrizes.remainder"],
    ],
    [
      {
        figures: { margin: "sum" },
        figurePrizes: [{ when: { field: "sales", atLeast: 1 }, prize: euro("1.00"), of: "all" }],
      },
      [
        "unknown-value figures.margin",
        "unknown-value figurePrizes[0].of",
        "unknown-field figurePrizes[0].when.field",
      ],
    ],
    [
      { budget: { amount: euro("490.00"), whenExceeded: "ask" } },
      ["unknown-value budget.whenExceeded"],
    ],
  ])("CAMP-08 prizes: %j", (changes, expected) => {
    expect(codes(springWith(changes as never))).toEqual(expected);
  });

  it("CAMP-06 money without a currency, and a shape that is none, are findings too", () => {
    const around = { name: "spring" };
    const [first] = compileCampaign(springDefinition, around).findings;
    expect(first?.code).toBe("currency-missing");
    const { cutOff: _cutOff, ...life } = springDefinition.life;
    expect(codes({ ...springDefinition, life })).toEqual(["missing-property life.cutOff"]);
    for (const bad of [null, { ...springDefinition, criteria: { status: null } }]) {
      const result = compileCampaign(bad as never, around);
      expect(result.ok).toBe(false);
      expect(result.findings.at(-1)?.code).toBe("malformed-campaign");
      expect(result.findings.at(-1)?.path).toBe("campaigns.spring");
    }
    const named = compileCampaign(
      earning({ __proto__: STATUS, constructor: STATUS } as never),
      around,
    );
    expect(named.ok).toBe(true);
  });

  it("CAMP-06 parts that must be there are told by name, all at once", () => {
    const parts = ["period", "weeks", "deadline", "life", "absence", "criteria", "ranking"];
    const missing = parts.map((part) => `missing-property ${part}`);
    expect(codes({})).toEqual(missing);
    expect(codes(7)).toEqual(missing);
    const { life: _life, ...lifeless } = springDefinition;
    expect(codes({ ...lifeless, lateActivites: "leftOut" })).toEqual([
      "unknown-property lateActivites",
      "missing-property life",
    ]);
    const several = { ...springDefinition, lateActivites: "leftOut", emptyWeek: "exused" };
    expect(codes(several)).toEqual(["unknown-property lateActivites", "unknown-value emptyWeek"]);
    const wrong = { ...springDefinition, weeks: null, deadline: "monday", criteria: [] };
    expect(codes(wrong)).toEqual([
      "wrong-type weeks",
      "wrong-type deadline",
      "wrong-type criteria",
    ]);
    expect(faults(wrong)[1]?.message).toBe("`monday` is no object");
    const { ranking: _ranking, ...rest } = springDefinition;
    expect(faults({ ...rest, rankin: springDefinition.ranking })).toMatchObject([
      { path: "campaigns.spring.rankin", suggestion: "ranking" },
      { path: "campaigns.spring.ranking", message: "`ranking` is missing" },
    ]);
  });

  it("CAMP-03 points with a fraction are whole multiples of it, whatever binary makes of them", () => {
    const hundredths = (points: number) =>
      codes(earning({ status: { ...STATUS, points } as never }, { unitsPerPoint: 100 }));
    for (const points of [0.01, 0.07, 0.29, 0.57, 1.1, 8.41])
      expect(hundredths(points)).toEqual([]);
    for (const points of [0.005, 0.071, 0.07 + 1e-9]) {
      expect(hundredths(points)).toEqual(["not-points criteria.status.points"]);
    }
    const halves = earning({ status: { ...STATUS, points: 0.3 } as never }, { unitsPerPoint: 2 });
    expect(faults(halves)[0]?.message).toBe(
      "`0.3` is no number of points, in steps of 1/2 and from 0 up",
    );
    expect(codes(earning({ status: { ...STATUS, points: 1e9 } as never }))).toEqual([]);
    expect(codes(earning({ status: { ...STATUS, points: 1e9 + 1 } as never }))).toEqual([
      "not-points criteria.status.points",
    ]);
  });

  it("CAMP-11 the maximum knows the caps, and is open where nothing bounds single activities", () => {
    const points = (definition: CampaignDefinition) =>
      reachableMaximum(compiled(definition)).points;
    const visits = perVisit();
    const leads = { kind: "credit", source: "leads", points: 1 } as const;
    const most = (cap: unknown) => ({ caps: [cap] }) as Partial<CampaignDefinition>;
    expect(points(earning({ visits }))).toBeUndefined();
    expect(points(earning({ leads }))).toBeUndefined();
    expect(points(earning({ visits }, most({ per: "week", most: 4 })))).toBe(40);
    expect(points(earning({ visits }, most({ per: "day", most: 1 })))).toBe(70);
    expect(points(earning({ visits }, most({ per: "member", most: 9 })))).toBe(9);
    const own = { per: "criterion", criterion: "visits" };
    expect(points(earning({ visits }, most({ ...own, within: "day", most: 1 })))).toBe(70);
    expect(points(earning({ visits }, most({ ...own, within: "week", most: 2 })))).toBe(20);
    expect(
      points(earning({ status: STATUS, visits }, most({ ...own, within: "campaign", most: 3 }))),
    ).toBe(13);
    expect(
      points(
        earning(
          { leads, status: STATUS },
          most({ ...own, criterion: "leads", within: "campaign", most: 3 }),
        ),
      ),
    ).toBe(13);
    const open = reachableMaximum(compiled(earning({ visits })));
    expect(open.byWeek[0]).toEqual({ week: "2018-W03", points: undefined });
  });

  it("CAMP-01 a policy holds its campaigns, checks their names and compiles them", () => {
    const care = { segmentedBy: "s", models: {}, bySegment: {} };
    const segments = { s: { method: "rules", labels: {}, hitPolicy: "first", rules: [] } };
    const policy = { id: "p", version: "1", currency: "EUR", segments, care, cadences: {} };
    const text = JSON.stringify({ ...policy, campaigns: { spring: springDefinition } });
    const result = parsePolicy(text);
    expect(result.findings.filter(({ path }) => path.startsWith("campaigns"))).toEqual([]);
    const wrong = { ...springDefinition, zone: "Helsinki" };
    const campaigns = { spring: springDefinition, "1st": springDefinition, autumn: wrong };
    const { findings } = compilePolicy({ ...policy, campaigns } as never);
    const own = findings.filter(({ path }) => path.startsWith("campaigns"));
    expect(own.map(({ code, path }) => [code, path])).toEqual([
      ["not-a-name", "campaigns.1st"],
      ["unknown-zone", "campaigns.autumn.zone"],
    ]);
  });
});

describe("CAMP-03 numbers of a campaign that the policy's parameters hold", () => {
  const { criteria } = springDefinition;
  const named = (word: string) => {
    const planned = { ...criteria["plan"]!, [word]: { parameter: "planned" } };
    return springWith({ criteria: { ...criteria, plan: planned } as never });
  };
  const inPolicy = (definition: CampaignDefinition, planned: unknown) => {
    const policy = {
      ...{ id: "p", version: "1", currency: "EUR", parameters: { planned, other: 5 } },
      ...{ campaigns: { spring: definition }, segments: {}, cadences: {} },
      care: { segmentedBy: "none", models: {}, bySegment: {} },
    };
    const names = policyNames(policy as never);
    const made = compileCampaignIn("spring", definition, names);
    const at = (path: string) => path.replace("campaigns.spring.", "");
    return { made, codes: names.findings.map(({ code, path }) => `${code} ${at(path)}`) };
  };

  it.each(["offsetWeeks", "weeks", "minimumPerWeek"])("CAMP-03 %s", (word) => {
    const { made, codes } = inPolicy(named(word), 2);
    expect(codes).toEqual([]);
    const { plan: found } = made!.criteria.find(({ kind }) => kind === "plan")!;
    expect(found).toEqual({ offsetWeeks: 0, weeks: 3, minimumPerWeek: 1, [word]: 2 });
    const at = `criteria.plan.${word}`;
    expect(inPolicy(named(word), 101).codes).toEqual([`out-of-range ${at}`]);
    expect(inPolicy(named(word), true).codes).toEqual([`wrong-parameter-kind ${at}.parameter`]);
  });

  it("CAMP-03 an open one is demanded once, and stands in for nothing", () => {
    const { made, codes } = inPolicy(named("weeks"), { open: "number" });
    expect(codes).toEqual(["open-parameter parameters.planned"]);
    expect(made?.criteria.find(({ kind }) => kind === "plan")?.plan?.weeks).toBe(1);
  });

  it("CAMP-10 another value is another campaign, the value of what it does not name is not", () => {
    const hashOf = (definition: CampaignDefinition, planned: unknown) =>
      inPolicy(definition, planned).made!.hash;
    expect(hashOf(named("weeks"), 2)).not.toBe(hashOf(named("weeks"), 3));
    expect(hashOf(named("weeks"), 2)).toBe(hashOf(named("weeks"), 2));
    expect(hashOf(springDefinition, 2)).toBe(hashOf(springDefinition, 3));
    expect(hashOf(springDefinition, 2)).toBe(compiled(springDefinition).hash);
  });
});

describe("CAMP-09 opening a campaign for its members", () => {
  const open = (
    definition: CampaignDefinition,
    members: readonly CampaignMember[] = sellers,
    days = calendar,
  ) => openCampaign(members, compiled(definition), { calendar: days });
  const found = (result: ReturnType<typeof open>) =>
    result.findings.map(({ code, path, message }) => [code, path, message]);
  const away = (from: string, until: string): CampaignMember =>
    ({ id: "z", absences: [{ from, until }] }) as CampaignMember;

  it("CAMP-09 refuses members named twice, odd working times and absences without days", () => {
    const members = [
      { id: "a" },
      { id: "a", workingPercent: 0 },
      { id: 1, workingPercent: 100.5 },
      away("x", "y"),
    ];
    const result = open(earning({ status: STATUS }), members);
    expect(result.findings.map(({ code, path }) => [code, path])).toEqual([
      ["duplicate-member", "members[1].id"],
      ["out-of-range", "members[1].workingPercent"],
      ["out-of-range", "members[2].workingPercent"],
      ["not-a-civil-date", "members[3].absences"],
    ]);
  });

  it("CAMP-02 refuses a calendar that is too short, and a cut-off before the last deadline", () => {
    const weekend = ["saturday", "sunday"] as const;
    const short = (from: string, until: string) =>
      orThrow(compileCalendar({ from, until, weekend } as never));
    for (const days of [short("2018-01-16", "2019-01-01"), short("2018-01-01", "2018-04-03")]) {
      expect(found(open(earning({ status: STATUS }), sellers, days))[0]![0]).toBe(
        "calendar-too-narrow",
      );
    }
    const late = earning(
      { status: STATUS },
      {
        weeks: { scored: "touched" },
        life: { ...springDefinition.life, cutOff: { date: "2018-04-03", time: "11:59" } },
      },
    );
    expect(found(open(late))).toEqual([
      [
        "cut-off-too-early",
        "campaigns.spring.life.cutOff",
        "the deadline of 2018-W13 on 2018-04-03 is after the cut-off 2018-04-03",
      ],
    ]);
  });

  it("CAMP-02 a deadline that a convention skips leaves the week unscored, with a warning", () => {
    const skip = earning(
      { status: STATUS },
      {
        weeks: { scored: "touched" },
        deadline: { ...springDefinition.deadline, roll: "skip" },
      },
    );
    const result = open(skip);
    expect(found(result)).toEqual([
      [
        "week-without-deadline",
        "calendar",
        "2018-W13 has no deadline, for 2018-04-02 is not worked",
      ],
    ]);
    expect(orThrow(result).weeks.at(-1)).toMatchObject({ number: undefined, deadlineAt: Infinity });
  });

  it("CAMP-08 a budget that the worst case breaks is refused with the sums", () => {
    const budget = (amount: string, rest: Partial<CampaignDefinition> = {}) =>
      springWith({ budget: { amount: euro(amount), whenExceeded: "refuse" }, ...rest });
    expect(found(open(budget("490.00")))).toEqual([]);
    expect(found(open(budget("489.99")))).toEqual([
      [
        "budget-too-small",
        "campaigns.spring.budget.amount",
        "the worst case pays 490.00 EUR, the budget is 489.99 EUR",
      ],
    ]);
    const adding = { tiers: { ...springDefinition.tiers!, take: "addingUp" } } as const;
    expect(open(budget("700.00", adding)).ok).toBe(true);
    expect(open(budget("699.99", adding)).ok).toBe(false);
    const ranked = (onTies: "split" | "eachFull") =>
      ({
        rankPrizes: { prizes: [euro("10.00"), euro("5.00")], onTies, remainder: "byId" },
      }) as const;
    expect(open(budget("505.00", ranked("split"))).ok).toBe(true);
    expect(open(budget("504.99", ranked("split"))).ok).toBe(false);
    expect(open(budget("560.00", ranked("eachFull"))).ok).toBe(true);
    expect(open(budget("559.99", ranked("eachFull"))).ok).toBe(false);
    const paid = {
      figures: { nps: "number" },
      figurePrizes: [{ when: { field: "nps", atLeast: 1 }, prize: euro("1.00"), of: "team" }],
    } as const;
    expect(open(budget("497.00", paid)).ok).toBe(true);
    expect(open(budget("496.99", paid)).ok).toBe(false);
  });

  it("CAMP-09 a goal that nobody could reach after the absences is refused", () => {
    const rule = (goal: unknown, thresholds: "full" | "proRata" = "full") =>
      springWith({
        weeks: { scored: "deadlineWithin" },
        tiers: undefined as never,
        budget: undefined as never,
        absence: { excusedFromDays: 5, thresholds, partTime: "full", rounding: "up" },
        teamGoals: [{ ...(goal as object), prizeEach: euro("1.00") } as never],
      });
    // Away for six of ten weeks: four weeks of six points are left.
    const members = [...sellers.slice(0, 3), away("2018-01-15", "2018-02-24")];
    const of = (goal: unknown, thresholds?: "proRata") => {
      const { tiers: _tiers, budget: _budget, ...rest } = rule(goal, thresholds);
      return found(open(rest, members)).map(([, , message]) => message);
    };
    expect(of({ rule: "allOf", atLeast: 24 })).toEqual([]);
    expect(of({ rule: "allOf", atLeast: 25 })).toEqual(["only 3 of 4 members can reach it"]);
    expect(of({ rule: "allOf", atLeast: 60 }, "proRata")).toEqual([]);
    expect(of({ rule: "sum", atLeast: 204 })).toEqual([]);
    expect(of({ rule: "sum", atLeast: 205 })).toEqual([
      "all members together reach at most 204 points",
    ]);
    expect(of({ rule: "average", atLeast: 51 })).toEqual([]);
    expect(of({ rule: "average", atLeast: 52 })).toEqual([
      "on average members reach at most 51 points",
    ]);
    expect(of({ rule: "shareOfMembers", percent: 75, atLeast: 30 })).toEqual([]);
    expect(of({ rule: "shareOfMembers", percent: 76, atLeast: 30 })).toEqual([
      "only 3 of 4 members can reach it",
    ]);
  });

  it("CAMP-09 a week is excused from so many absent working days on; overlaps and holidays count once or not", () => {
    const definition = earning(
      { status: STATUS },
      {
        absence: { excusedFromDays: 3, thresholds: "full", partTime: "full", rounding: "up" },
      },
    );
    const weeks = (absences: readonly (readonly [string, string])[]) => {
      const member = { id: "a", absences: absences.map(([from, until]) => ({ from, until })) };
      const [opened] = orThrow(open(definition, [member as CampaignMember])).members;
      return [...opened!.excused];
    };
    expect(weeks([["2018-01-17", "2018-01-20"]])).toEqual([0]);
    expect(weeks([["2018-01-18", "2018-01-22"]])).toEqual([]);
    expect(
      weeks([
        ["2018-01-17", "2018-01-19"],
        ["2018-01-18", "2018-01-19"],
      ]),
    ).toEqual([]);
    expect(
      weeks([
        ["2018-01-17", "2018-01-19"],
        ["2018-01-19", "2018-01-20"],
      ]),
    ).toEqual([0]);
    expect(weeks([])).toEqual([]);
  });

  it("CAMP-11 a balance of new accounts needs to know them", () => {
    const definition = earning(
      { visits: perVisit() },
      { caps: [{ per: "newAccounts", mostPercentOfOthers: 50 }] },
    );
    expect(found(open(definition))[0]!.slice(0, 2)).toEqual(["missing-property", "newAccountIds"]);
  });
});
