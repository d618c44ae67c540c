import { describe, expect, it } from "vitest";
import {
  type CampaignDefinition,
  type CampaignEvent,
  type CampaignWeeks,
  compileCampaign,
  explainPoints,
  ledgerOf,
  type PersonalTiers,
  reachableMaximum,
  type Settlement,
  settleCampaign,
} from "../../src/campaigns/index.js";
import type { ActivityHeading, Instant } from "../../src/facts/index.js";
import { type CivilDate, toCivilDate, writeInstant } from "../../src/time/index.js";
import cases from "../golden/campaigns/worked-cases.json" with { type: "json" };
import {
  compiled,
  earning,
  faults,
  flawless,
  judged,
  logged,
  opened,
  pointsOf,
  SETTLED,
  STATUS,
  sellers,
  springDefinition,
  springWith,
  told,
  visit,
} from "./spring.js";

const { goodNotes: _goodNotes, ...base } = springDefinition.criteria;
const weeksOf = (written: unknown) => written as CampaignWeeks;

/** Everyone with the points given, by credits, settled under the spring's prizes. */
function settledWith(points: readonly number[], tiers: Partial<PersonalTiers> = {}): Settlement {
  const definition = springWith({
    criteria: { given: { kind: "credit", source: "given", points: 1 } },
    tiers: { ...springDefinition.tiers!, ...tiers },
    budget: { amount: { amount: "1000.00", currency: "EUR" }, whenExceeded: "refuse" },
  });
  const members = sellers.slice(0, points.length);
  const open = opened(definition, members);
  const at = "2018-03-01T10:00:00Z";
  const events = points.flatMap((times, index): readonly CampaignEvent[] => {
    if (times === 0) return [];
    const memberId = members[index]!.id;
    const credit = { id: index, source: "given", memberId, accountId: "A" };
    return [{ at, kind: "credited", credit: { ...credit, on: "2018-03-01", times } }];
  });
  return settleCampaign(ledgerOf(events, open, { at: SETTLED }), open, { at: SETTLED });
}

const euros = ({ minor }: { readonly minor: number }) => minor / 100;

describe("the worked cases of source 0", () => {
  it.each(cases.maxima)("CAMP-06 $description", ({ weeks, expected }) => {
    const { tiers: _tiers, budget: _budget, ...rest } = springWith({ weeks: weeksOf(weeks) });
    const { points, byWeek } = reachableMaximum(compiled(rest));
    expect(points).toBe(expected.points);
    expect(byWeek.at(-1)!.points).toBe(expected.week);
    const codes = faults(springWith({ weeks: weeksOf(weeks) })).map(({ code }) => code);
    expect(codes).toEqual(expected.isTopTierRefused ? ["tier-out-of-reach"] : []);
  });

  it.each(cases.baseMaxima)("CAMP-06 $description", ({ weeks, expected }) => {
    const definition = springWith({ weeks: weeksOf(weeks), criteria: base });
    const { tiers: _tiers, ...rest } = definition;
    expect(reachableMaximum(compiled(rest)).points).toBe(expected.points);
    expect(faults(definition).length).toBe(expected.isTopTierRefused ? 1 : 0);
  });

  it.each(cases.paces)("CAMP-07 $description", ({ weeks, threshold, expected }) => {
    const { byWeek } = reachableMaximum(compiled(springWith({ weeks: weeksOf(weeks) })));
    expect(byWeek.length).toBe(expected.weeks);
    expect(threshold / byWeek.length).toBeCloseTo(expected.pointsPerWeek, 2);
    expect(springDefinition.teamGoals![0]!.atLeast).toBe(threshold);
  });

  it.each(cases.shares)("CAMP-06 $description", ({ weeks, expected }) => {
    const { points } = reachableMaximum(compiled(springWith({ weeks: weeksOf(weeks) })));
    const rungs = springDefinition.tiers!.rungs.map(({ fromPoints }) => fromPoints);
    const bars = [springDefinition.teamGoals![0]!.atLeast, ...rungs];
    const percent = bars.map((bar) => Number(((bar / points!) * 100).toFixed(1)));
    expect(percent).toEqual(expected.percent);
  });

  it("CAMP-06 the refusal of the nine weeks says the numbers", () => {
    const [finding] = faults(springWith({ weeks: weeksOf(cases.maxima[5]!.weeks) }));
    expect(finding?.path).toBe("campaigns.spring.tiers.rungs[1].fromPoints");
    expect(finding?.message).toBe("`55` points cannot be reached: at most 54 in 9 scored weeks");
  });

  it("CAMP-04 the flawless seller gets 58, and 60 without practice weeks", () => {
    expect(pointsOf(flawless("a"), opened()).total("a")).toBe(58);
    const all = opened(springWith({ weeks: { scored: "deadlineWithin" } }));
    expect(pointsOf(flawless("a"), all).total("a")).toBe(60);
    expect(pointsOf(flawless("a", "plain"), all).total("a")).toBe(50);
  });

  it("CAMP-04 an extra may begin with the n-th scored week instead", () => {
    const goodNotes = { ...springDefinition.criteria["goodNotes"]!, from: 4 };
    const criteria = { ...base, goodNotes } as CampaignDefinition["criteria"];
    const open = opened(springWith({ criteria }));
    expect(pointsOf(flawless("a"), open).total("a")).toBe(57);
  });

  it.each(cases.team)(
    "CAMP-07 every seller must reach the team threshold: $description",
    (each) => {
      const { members } = settledWith(each.points);
      for (const { prizes } of members) {
        const team = prizes.filter(({ kind }) => kind === "team");
        const sum = team.reduce((total, { amount }) => total + euros(amount), 0);
        expect(sum).toBe(each.expectedEuro);
      }
    },
  );

  it.each(cases.tiers)(
    "CAMP-08 $points points: $inclusive € inclusive, $strict € strict",
    (each) => {
      for (const bound of ["inclusive", "strict"] as const) {
        const { members } = settledWith([each.points, 0], { bound });
        expect(euros(members[0]!.total)).toBe(each[bound]);
      }
    },
  );

  it.each(cases.outcome)("CAMP-08 $description is $expectedEuro €", (each) => {
    const take = each.take as PersonalTiers["take"];
    const { payOut, stage, goals } = settledWith(each.points, { take });
    expect(euros(payOut)).toBe(each.expectedEuro);
    expect(stage).toBe("settled");
    expect(goals).toEqual([
      { rule: "allOf", isReached: true, reachedBy: 7, members: 7, points: 341 },
    ]);
  });

  const deadlines = cases.deadlines.flatMap(({ at, ...rest }) =>
    Object.entries(at).map(([closed, points]) => ({ ...rest, closed, points })),
  );
  it.each(deadlines)("CAMP-02 $description: complete at $closed gives $points", (each) => {
    const bound = each.bound as "inclusive" | "exclusive";
    const open = opened(
      earning(
        { status: STATUS },
        {
          weeks: { scored: "touched" },
          deadline: { ...springDefinition.deadline, bound },
        },
      ),
    );
    const held = visit(1, "a", each.heldOn as CivilDate);
    const planned = told("logged", "2018-01-14T10:00:00Z", { ...held, status: "held" });
    const done = told("edited", each.closed as Instant, held);
    expect(pointsOf([planned, done], open).total("a")).toBe(each.points);
    expect(pointsOf([{ ...done, kind: "logged" }], open).total("a")).toBe(each.points);
  });

  it.each(cases.headings)("CAMP-03 $description", ({ heading, expected }) => {
    const open = opened(earning({ heading: springDefinition.criteria["heading"]! }));
    const { heading: _heading, ...bare } = visit(1, "a", "2018-01-17");
    const held = heading === null ? bare : { ...bare, heading: heading as ActivityHeading };
    expect(pointsOf([logged(held)], open).total("a")).toBe(expected);
  });

  it.each(cases.notes)("CAMP-03 $description", ({ notes, quality, expected }) => {
    const { notes: written, goodNotes } = springDefinition.criteria;
    const open = opened(earning({ notes: written!, goodNotes: goodNotes! }));
    const held = visit(1, "a", "2018-01-31", { notes });
    const verdict = quality as "good" | "plain" | undefined;
    const events = [logged(held)];
    if (verdict !== undefined) events.push(judged(held, "2018-02-07T10:00:00Z", verdict));
    const { ledger } = pointsOf(events, open);
    for (const [criterion, points] of Object.entries(expected)) {
      const why = explainPoints(ledger, open, { at: SETTLED, memberId: "a", criterion });
      expect(why.value).toBe(points);
    }
  });

  it.each(cases.planning)("CAMP-03 $description", ({ offsetWeeks, planned, expected }) => {
    const plan = { ...springDefinition.criteria["plan"]!, offsetWeeks };
    const open = opened(earning({ plan } as CampaignDefinition["criteria"]));
    const events = planned.map((day, id) => {
      const { heldOn: _heldOn, ...rest } = visit(id, "a", day as CivilDate);
      const plannedOn = day as CivilDate;
      return told("logged", "2018-01-20T10:00:00Z", { ...rest, plannedOn, status: "planned" });
    });
    const { total } = pointsOf(events, open, "2018-01-22T10:00:00Z");
    expect(total("a")).toBe(expected);
  });

  it(`CAMP-05 ${cases.visitCounts.description}`, () => {
    for (const visits of cases.visitCounts.visits) {
      const open = opened(earning(base));
      const extra = Array.from({ length: visits - 1 }, (_, id) => visit(id, "a", "2018-01-18"));
      const { ledger } = pointsOf([...flawless("a"), ...extra.map(logged)], open);
      const week = { at: SETTLED, memberId: "a", week: "2018-W03" } as const;
      expect(explainPoints(ledger, open, week).value).toBe(cases.visitCounts.expected);
    }
  });

  it(`CAMP-01 ${cases.calendar.description}`, () => {
    const open = opened();
    const shown = open.weeks.map(({ week, fromDay, untilDay, number, deadlineAt }) => {
      const deadline = number === undefined ? null : writeInstant(deadlineAt);
      return [week, toCivilDate(fromDay), toCivilDate(untilDay), deadline];
    });
    expect(shown).toEqual(cases.calendar.weeks);
  });

  it("CAMP-01 a week whose deadline is the first day after the period is not scored", () => {
    const lastWeek = (until: CivilDate) => {
      const period = { from: "2018-01-15", until } as const;
      const { weeks } = compiled(earning({ status: STATUS }, { period }));
      return weeks.findLast(({ number }) => number !== undefined)?.week;
    };
    expect(lastWeek("2018-03-26")).toBe("2018-W11");
    expect(lastWeek("2018-03-27")).toBe("2018-W12");
  });

  it("CAMP-01 scored, excused and practice weeks come from the definition, and odd ones are refused", () => {
    const named = { scored: ["2018-W04", "2018-W06"], excused: ["2018-W06"] } as const;
    const { weeks } = compiled(earning({ status: STATUS }, { weeks: named }));
    expect(weeks.filter(({ number }) => number !== undefined).map(({ week }) => week)).toEqual([
      "2018-W04",
    ]);
    const odd = { scored: "touched", excused: ["2018-W54", "2018-W14", "2018-W08", "2018-W08"] };
    const result = compileCampaign(earning({ status: STATUS }, { weeks: weeksOf(odd) }), {
      name: "spring",
    });
    expect(result.findings.map(({ code, path }) => [code, path])).toEqual([
      ["no-such-week", "campaigns.spring.weeks.excused[0]"],
      ["week-outside-period", "campaigns.spring.weeks.excused[1]"],
      ["week-named-twice", "campaigns.spring.weeks.excused[3]"],
    ]);
  });
});
