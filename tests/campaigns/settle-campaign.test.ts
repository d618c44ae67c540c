import { describe, expect, it } from "vitest";
import {
  type CampaignDefinition,
  type CampaignEvent,
  type CampaignMember,
  ledgerOf,
  type SettlementContext,
  settleCampaign,
} from "../../src/campaigns/index.js";
import {
  earning,
  flawless,
  logged,
  opened,
  SETTLED,
  STATUS,
  springDefinition,
  visit,
} from "./spring.js";

const euro = (amount: string) => ({ amount, currency: "EUR" });
const given = { kind: "credit", source: "given", points: 1 } as const;

/** Each member with so many points, in the order of the letters. */
function settled(
  points: readonly number[],
  changes: Partial<CampaignDefinition>,
  context: Partial<SettlementContext> = {},
  members: readonly CampaignMember[] = points.map((_, index) => ({ id: "abcdefgh"[index]! })),
) {
  const open = opened(earning({ given }, changes), members);
  const at = "2018-03-01T10:00:00Z";
  const events = points.flatMap((times, index): readonly CampaignEvent[] => {
    if (times === 0) return [];
    const credit = { id: index, source: "given", memberId: members[index]!.id, accountId: "A" };
    return [{ at, kind: "credited", credit: { ...credit, on: "2018-03-01", times } }];
  });
  const ledger = ledgerOf(events, open, { at: SETTLED });
  return settleCampaign(ledger, open, { at: SETTLED, ...context });
}

const totals = (of: ReturnType<typeof settled>) =>
  of.members.map(({ memberId, total }) => [memberId, total.minor]);

describe("CAMP-07 team goals", () => {
  const goal = (rule: unknown) =>
    ({
      teamGoals: [{ ...(rule as object), prizeEach: euro("20.00") }],
    }) as unknown as Partial<CampaignDefinition>;

  it.each([
    [{ rule: "sum", atLeast: 9 }, [4, 5, 0], true],
    [{ rule: "sum", atLeast: 10 }, [4, 5, 0], false],
    [{ rule: "average", atLeast: 3 }, [4, 5, 0], true],
    [{ rule: "average", atLeast: 3 }, [4, 4, 0], false],
    [{ rule: "allOf", atLeast: 4 }, [4, 5, 4], true],
    [{ rule: "allOf", atLeast: 4 }, [4, 5, 3], false],
    [{ rule: "shareOfMembers", percent: 50, atLeast: 4 }, [4, 5, 0, 0], true],
    [{ rule: "shareOfMembers", percent: 51, atLeast: 4 }, [4, 5, 0, 0], false],
  ] as const)("CAMP-07 %j with %j is reached: %s", (rule, points, isReached) => {
    const { goals, payOut } = settled(points, goal(rule));
    expect(goals[0]!.isReached).toBe(isReached);
    expect(payOut.minor).toBe(isReached ? points.length * 2000 : 0);
  });

  it("CAMP-07 the prize names the threshold where each has one, and nobody wins nothing alone", () => {
    expect(settled([5], goal({ rule: "allOf", atLeast: 4 })).members[0]!.prizes).toEqual([
      {
        kind: "team",
        path: "teamGoals[0]",
        verdict: "won",
        amount: { minor: 2000, currency: "EUR" },
        threshold: 4,
      },
    ]);
    expect(
      settled([5], goal({ rule: "sum", atLeast: 4 })).members[0]!.prizes[0],
    ).not.toHaveProperty("threshold");
    expect(settled([], goal({ rule: "sum", atLeast: 0 })).goals[0]!.isReached).toBe(false);
  });
});

describe("CAMP-09 absence and part time", () => {
  const absent = { id: "a", absences: [{ from: "2018-02-12", until: "2018-03-29" }] } as const;
  const part = { id: "b", workingPercent: 55 };
  const rules = (changes: Partial<CampaignDefinition["absence"]>) => ({
    absence: { ...springDefinition.absence, excusedFromDays: 5, ...changes },
    tiers: { ...springDefinition.tiers!, rungs: [{ fromPoints: 11, prize: euro("30.00") }] },
  });
  const members = [absent, part, { id: "c" }];
  const of = (changes: Partial<CampaignDefinition["absence"]>, points: readonly number[]) =>
    totals(settled(points, rules(changes), {}, members)).toSorted();

  it("CAMP-09 in full, everyone has the same threshold", () => {
    expect(of({}, [10, 10, 11])).toEqual([
      ["a", 0],
      ["b", 0],
      ["c", 3000],
    ]);
  });

  it("CAMP-09 pro rata, four of ten weeks make 4.4 of eleven, rounded by name", () => {
    expect(of({ thresholds: "proRata" }, [4, 10, 10])[0]).toEqual(["a", 0]);
    expect(of({ thresholds: "proRata" }, [5, 10, 10])).toEqual([
      ["a", 3000],
      ["b", 0],
      ["c", 0],
    ]);
    expect(of({ thresholds: "proRata", rounding: "down" }, [4, 10, 10])[0]).toEqual(["a", 3000]);
    expect(of({ thresholds: "proRata", rounding: "halfUp" }, [4, 10, 10])[0]).toEqual(["a", 3000]);
    expect(of({ thresholds: "proRata", rounding: "down" }, [3, 10, 10])[0]).toEqual(["a", 0]);
  });

  it("CAMP-09 part time lowers the threshold where the definition says so: 55 % of 11 is 6.05", () => {
    expect(of({ partTime: "proRata", rounding: "halfUp" }, [0, 6, 10])[1]).toEqual(["b", 3000]);
    expect(of({ partTime: "proRata" }, [0, 6, 10])[1]).toEqual(["b", 0]);
    expect(of({ partTime: "proRata" }, [0, 7, 10])[1]).toEqual(["b", 3000]);
  });

  it("CAMP-09 in points where they are bounded: the weeks with extras weigh more", () => {
    const pro = { ...springDefinition.absence, excusedFromDays: 5, thresholds: "proRata" } as const;
    // The first four weeks bring 5 + 5 + 6 + 6 of 58: 22 × 55 / 58 = 20.86.
    const open = opened(
      {
        ...springDefinition,
        absence: pro,
        teamGoals: [],
        tiers: { ...springDefinition.tiers!, take: "addingUp" },
        budget: { amount: euro("900.00"), whenExceeded: "refuse" },
      },
      [absent, { id: "b" }],
    );
    const { members } = settleCampaign(ledgerOf(flawless("a"), open, { at: SETTLED }), open, {
      at: SETTLED,
    });
    const a = members.find(({ memberId }) => memberId === "a")!;
    expect(a.points).toBe(22);
    expect(a.prizes.map(({ threshold }) => threshold)).toEqual([16, 21]);
  });

  it("CAMP-09 whoever was away all the time gets no tier, but does not break the team", () => {
    const away = { id: "a", absences: [{ from: "2018-01-01", until: "2018-04-01" }] } as const;
    const definition = {
      ...rules({ thresholds: "proRata" as const }),
      teamGoals: [{ rule: "allOf", atLeast: 5, prizeEach: euro("20.00") } as const],
    };
    expect(totals(settled([0, 11], definition, {}, [away, { id: "b" }]))).toEqual([
      ["b", 5000],
      ["a", 2000],
    ]);
  });

  it("CAMP-09 weeks excused because nothing was done lower the threshold too", () => {
    const tiers = { ...springDefinition.tiers!, rungs: [{ fromPoints: 10, prize: euro("30.00") }] };
    const absence = { ...springDefinition.absence, thresholds: "proRata" } as const;
    const open = opened(earning({ status: STATUS }, { emptyWeek: "excused", absence, tiers }));
    const ledger = ledgerOf([logged(visit(1, "a", "2018-01-17"))], open, { at: SETTLED });
    const { members } = settleCampaign(ledger, open, { at: SETTLED });
    expect(members[0]!.prizes).toMatchObject([{ kind: "tier", threshold: 1 }]);
    expect(members[1]!.prizes).toEqual([]);
  });

  it("CAMP-09 where nothing can be earned, thresholds stay as they are", () => {
    const none = { ...STATUS, from: 100 } as typeof STATUS;
    const absence = { ...springDefinition.absence, thresholds: "proRata" } as const;
    const teamGoals = [{ rule: "sum", atLeast: 0, prizeEach: euro("1.00") } as const];
    const open = opened(earning({ status: none }, { absence, teamGoals }));
    const { payOut } = settleCampaign(ledgerOf([], open, { at: SETTLED }), open, { at: SETTLED });
    expect(payOut.minor).toBe(700);
  });
});

describe("CAMP-12 prizes of the first places", () => {
  const places = (onTies: "split" | "eachFull", remainder: "byId" | "keptBack" = "byId") => ({
    rankPrizes: { prizes: [euro("10.00"), euro("5.00"), euro("0.01")], onTies, remainder },
  });

  it("CAMP-12 who shares a place splits the prizes of the places taken, up to the cent", () => {
    expect(totals(settled([7, 7, 5, 3], places("split")))).toEqual([
      ["a", 750],
      ["b", 750],
      ["c", 1],
      ["d", 0],
    ]);
    expect(totals(settled([7, 7, 7, 3], places("split")))).toEqual([
      ["a", 501],
      ["b", 500],
      ["c", 500],
      ["d", 0],
    ]);
    expect(totals(settled([7, 7, 7, 3], places("split", "keptBack")))).toEqual([
      ["a", 500],
      ["b", 500],
      ["c", 500],
      ["d", 0],
    ]);
    expect(totals(settled([9, 7, 7, 7], places("split")))).toEqual([
      ["a", 1000],
      ["b", 167],
      ["c", 167],
      ["d", 167],
    ]);
  });

  it("CAMP-12 or each gets the prize of the place in full", () => {
    expect(totals(settled([7, 7, 5, 3], places("eachFull")))).toEqual([
      ["a", 1000],
      ["b", 1000],
      ["c", 1],
      ["d", 0],
    ]);
  });
});

describe("CAMP-20 a bonus paid from figures", () => {
  const definition = {
    figures: { nps: "number", margin: "money" },
    figurePrizes: [
      { when: { field: "nps", atLeast: 50 }, prize: euro("20.00"), of: "team" },
      { when: { field: "margin", moreThan: euro("100.00") }, prize: euro("5.00"), of: "member" },
    ],
  } as const;
  const margin = (minor: number) => [
    { memberId: "a", figures: { margin: { minor, currency: "EUR" } } },
  ];

  it("CAMP-20 a figure that meets its target pays, one that does not pays nothing", () => {
    const won = settled([1, 2], definition, {
      teamFigures: { nps: 50 },
      memberFigures: margin(10_001),
    });
    expect(totals(won)).toEqual([
      ["b", 2000],
      ["a", 2500],
    ]);
    const lost = settled([1, 2], definition, {
      teamFigures: { nps: 49.9 },
      memberFigures: margin(10_000),
    });
    expect(totals(lost)).toEqual([
      ["b", 0],
      ["a", 0],
    ]);
    expect(lost.undecided.minor).toBe(500);
  });

  it("CAMP-20 an unknown figure leaves the prize undecided, and out of the sum", () => {
    const unknown = settled([1, 2], definition);
    expect([unknown.payOut.minor, unknown.undecided.minor]).toEqual([0, 5000]);
    expect(unknown.members[0]!.prizes.map(({ verdict }) => verdict)).toEqual([
      "undecided",
      "undecided",
    ]);
  });
});

describe("CAMP-11 the budget comes last", () => {
  it("CAMP-11 all prizes are lowered in proportion, cut to the cent, and the budget holds", () => {
    const tiers = { ...springDefinition.tiers!, rungs: [{ fromPoints: 1, prize: euro("30.00") }] };
    const budget = { amount: euro("50.00"), whenExceeded: "scaleDown" } as const;
    const scaled = settled([1, 1, 1], { tiers, budget });
    expect(totals(scaled).map(([, minor]) => minor)).toEqual([1666, 1666, 1666]);
    expect([scaled.payOut.minor, scaled.scaledFrom?.minor]).toEqual([4998, 9000]);
    const exact = { ...budget, amount: euro("60.00") };
    const met = settled([1, 1, 0], { tiers, budget: exact });
    expect([met.payOut.minor, met.scaledFrom]).toEqual([6000, undefined]);
    const short = settled([1, 1, 0], { tiers, budget: { ...budget, amount: euro("59.99") } });
    expect([short.payOut.minor, short.scaledFrom?.minor]).toEqual([5998, 6000]);
    const whole = settled([1, 0, 0], { tiers, budget });
    expect([whole.payOut.minor, whole.scaledFrom]).toEqual([3000, undefined]);
  });

  it("CAMP-19 before the cut-off a settlement says that the campaign still runs", () => {
    expect(settled([1], {}, { at: "2018-03-02T10:00:00Z" }).stage).toBe("running");
  });
});
