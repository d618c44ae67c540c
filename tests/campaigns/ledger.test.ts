import { describe, expect, it } from "vitest";
import {
  type ActivityEvent,
  type CampaignEvent,
  explainPoints,
  extendLedger,
  ledgerAsOf,
  ledgerEntries,
  ledgerEvents,
  ledgerOf,
  type OpenCampaign,
  stageOfCampaign,
  standingsOf,
} from "../../src/campaigns/index.js";
import type { Activity, Instant } from "../../src/facts/index.js";
import type { HoitoError } from "../../src/shapes/index.js";
import {
  earning,
  flawless,
  judged,
  logged,
  opened,
  perVisit,
  pointsOf,
  SETTLED,
  STATUS,
  sellers,
  springDefinition,
  told,
  visit,
} from "./spring.js";

const NOON = "2018-01-22T10:00:00Z";
const TUESDAY = "2018-01-23T08:00:00Z";
const first = visit(1, "a", "2018-01-17");
const second = visit(2, "a", "2018-01-18");

/** What was booked, in short. */
function booked(events: readonly CampaignEvent[], open = opened(earning({ status: STATUS }))) {
  return ledgerEntries(pointsOf(events, open).ledger).map((entry) => {
    return [entry.at, entry.kind, entry.cause, entry.units, entry.events.map(({ id }) => id)];
  });
}

const award = [NOON, "award", "deadline", 1, [1]];

describe("CAMP-10 the ledger", () => {
  it("CAMP-10 books a week when its deadline strikes, and names the events and the rule", () => {
    const open = opened(earning({ status: STATUS }));
    const { ledger } = pointsOf([logged(first), logged(second)], open);
    expect(ledgerEntries(ledger)).toEqual([
      {
        id: '["a","2018-W03","status",""]#1',
        at: NOON,
        kind: "award",
        cause: "deadline",
        memberId: "a",
        week: "2018-W03",
        criterion: "status",
        units: 1,
        events: [
          { id: 1, kind: "logged", at: "2018-01-17T18:00:00Z" },
          { id: 2, kind: "logged", at: "2018-01-18T18:00:00Z" },
        ],
      },
    ]);
    expect(ledger.format).toBe("hoito-ledger/1");
    const early = ledgerOf([logged(first)], open, { at: "2018-01-22T09:59:59Z" });
    expect(ledgerEntries(early)).toEqual([]);
    expect(ledgerEntries(ledgerOf([logged(first)], open, { at: NOON })).length).toBe(1);
  });

  it.each<[string, CampaignEvent, string]>([
    ["deleted", told("deleted", TUESDAY, first), "deleted"],
    ["cancelled", told("edited", TUESDAY, { ...first, status: "cancelled" }), "cancelled"],
    ["opened again", told("edited", TUESDAY, { ...first, status: "held" }), "edited"],
    ["moved to April", told("edited", TUESDAY, { ...first, heldOn: "2018-04-20" }), "movedOut"],
  ])(
    "CAMP-10 an activity %s after the deadline is a reversal with its cause",
    (_, event, cause) => {
      expect(booked([logged(first), event])).toEqual([
        award,
        [TUESDAY, "reversal", cause, -1, [1]],
      ]);
    },
  );

  it("CAMP-10 a visit that turns up late reverses the week's point, or is left out by definition", () => {
    const late = told("logged", TUESDAY, second);
    expect(booked([logged(first), late])).toEqual([award, [TUESDAY, "reversal", "late", -1, [2]]]);
    const open = opened(earning({ status: STATUS }, { lateActivities: "leftOut" }));
    expect(booked([logged(first), late], open)).toEqual([award]);
  });

  it("CAMP-10 moving a late activity away again gives the point back, and only then", () => {
    const late = told("logged", TUESDAY, second);
    const away = told("edited", "2018-01-23T09:00:00Z", { ...second, heldOn: "2018-04-20" });
    expect(booked([logged(first), late, away]).slice(2)).toEqual([
      ["2018-01-23T09:00:00Z", "award", "edited", 1, [2]],
    ]);
  });

  it("CAMP-10 what failed by the deadline stays failed, edited or deleted afterwards", () => {
    const open = told("logged", "2018-01-17T18:00:00Z", { ...second, status: "held" });
    expect(booked([logged(first), open])).toEqual([]);
    expect(booked([logged(first), open, told("edited", TUESDAY, second)])).toEqual([]);
    expect(booked([logged(first), open, told("deleted", TUESDAY, second)])).toEqual([]);
  });

  it("CAMP-10 logging and deleting in a loop earns once at most", () => {
    const loop = [2, 3, 4, 5].flatMap((hour) => [
      told("deleted", `2018-01-23T0${hour}:00:00Z` as Instant, first),
      told("logged", `2018-01-23T0${hour}:30:00Z` as Instant, first),
    ]);
    const { total } = pointsOf([logged(first), ...loop], opened(earning({ visits: perVisit() })));
    expect(total("a")).toBe(1);
    const gone = told("deleted", "2018-01-24T10:00:00Z", first);
    const after = pointsOf([logged(first), ...loop, gone], opened(earning({ visits: perVisit() })));
    expect(after.total("a")).toBe(0);
  });

  it("CAMP-10 the balance does not collapse when the campaign is over", () => {
    const events = [...flawless("a"), told("deleted", "2018-05-01T10:00:00Z", first)];
    expect(pointsOf(events, opened(), "2020-01-01T00:00:00Z").total("a")).toBe(58);
  });

  it("CAMP-10 ids 1 and `1` are two members, and two activities", () => {
    const open = opened(earning({ visits: perVisit() }), [{ id: 1 }, { id: "1" }, { id: "#1" }]);
    const visits = [visit(7, 1, "2018-01-17"), visit("7", "1", "2018-01-17")];
    const { total, ledger } = pointsOf([...visits, visit("#7", 1, "2018-01-17")].map(logged), open);
    expect([total(1), total("1"), total("#1")]).toEqual([2, 1, 0]);
    expect(ledger.members.map(({ memberId }) => memberId)).toEqual([1, "#1", "1"]);
  });

  it("CAMP-10 events of nobody, of strangers and of other days are not booked", () => {
    const { personId: _person, ...nobody } = first;
    const undated: Activity = { ...visit(4, "a", "2018-01-17"), status: "planned" };
    const { heldOn: _heldOn, ...nowhere } = undated;
    const events = [
      told("logged", TUESDAY, nobody),
      logged(visit(3, "stranger", "2018-01-17")),
      logged(visit(5, "a", "2018-03-30")),
      logged(visit(6, "a", "2018-01-14")),
      told("logged", "2018-01-17T18:00:00Z", nowhere),
    ];
    expect(booked(events)).toEqual([]);
  });

  it("CAMP-10 an activity that moves into the campaign is known there, whatever came first", () => {
    const open = opened(earning({ status: STATUS }));
    const outside = told("edited", TUESDAY, { ...first, heldOn: "2018-04-20" });
    const one = ledgerOf([outside], open, { at: SETTLED });
    expect(one.members[0]!.elsewhere.length).toBe(1);
    const both = extendLedger(one, [logged(first)], open, { at: SETTLED });
    expect(both).toEqual(ledgerOf([logged(first), outside], open, { at: SETTLED }));
    expect(both.members[0]!.elsewhere).toEqual([]);
  });

  it("CAMP-10 pages that nothing touched are the same objects as before", () => {
    const open = opened(earning({ status: STATUS }));
    const before = ledgerOf([logged(first), logged(visit(9, "b", "2018-01-17"))], open, {
      at: TUESDAY,
    });
    const after = extendLedger(before, [told("deleted", TUESDAY, first)], open, { at: TUESDAY });
    expect(after.members[1]).toBe(before.members[1]);
    expect(after.members[0]!.weeks[1]).toBe(before.members[0]!.weeks[1]);
    expect(after.members[0]!.weeks[0]).not.toBe(before.members[0]!.weeks[0]);
    const again = extendLedger(after, [logged(first)], open, { at: TUESDAY });
    expect(again).toEqual(after);
  });

  it("CAMP-10 a further visit of the same week joins those that are known", () => {
    const open = opened(earning({ visits: perVisit() }));
    const one = ledgerOf([logged(first)], open, { at: TUESDAY });
    const both = extendLedger(one, [logged(second)], open, { at: TUESDAY });
    expect(both).toEqual(ledgerOf([logged(second), logged(first)], open, { at: TUESDAY }));
    expect(ledgerEntries(both).length).toBe(2);
  });

  it("CAMP-10 two things told of the same moment stand in one order: logged, edited, judged, deleted", () => {
    const both = [told("deleted", NOON, first), told("logged", NOON, first)];
    expect(booked(both)).toEqual([]);
    const open = { ...first, status: "held" } as const;
    const [one, other] = [told("edited", NOON, first), told("edited", NOON, open)];
    expect(booked([one, other])).toEqual(booked([other, one]));
  });

  it("CAMP-10 refuses another definition, a step back in time and text that is no moment", () => {
    const open = opened(earning({ status: STATUS }));
    const ledger = ledgerOf([], open, { at: TUESDAY });
    const other = opened(earning({ status: { ...STATUS, points: 2 } as typeof STATUS }));
    const code = (ask: () => unknown) => {
      try {
        return ask();
      } catch (error) {
        return (error as HoitoError).code;
      }
    };
    expect(code(() => extendLedger(ledger, [], other, { at: TUESDAY }))).toBe(
      "ledger-of-another-campaign",
    );
    expect(code(() => extendLedger(ledger, [], open, { at: NOON }))).toBe("ledger-runs-backward");
    expect(code(() => ledgerOf([], open, { at: "noon" as Instant }))).toBe("not-an-instant");
    const unread = told("logged", "yesterday" as Instant, first);
    expect(code(() => ledgerOf([unread], open, { at: NOON }))).toBe("not-an-instant");
  });

  it("CAMP-10 refuses events that are none: a kind, a subject and a number of times", () => {
    const open = opened(earning({ status: STATUS }));
    const fault = (event: unknown) => {
      try {
        return ledgerOf([event as ActivityEvent], open, { at: TUESDAY });
      } catch (error) {
        const { code, path } = error as HoitoError;
        return `${code} ${path}`;
      }
    };
    const credit = { id: 1, source: "s", memberId: "a", accountId: "A", on: "2018-01-17" };
    const given = (times: unknown) =>
      fault({ at: NOON, kind: "credited", credit: { ...credit, times } });
    expect(fault({ ...first, at: NOON, kind: "loged" })).toBe("unknown-value kind");
    expect(fault({ at: NOON, kind: "toString" })).toBe("unknown-value kind");
    expect(fault({ at: NOON, kind: "logged", credit })).toBe("missing-property activity");
    expect(fault({ at: NOON, kind: "withdrawn", activity: first })).toBe("missing-property credit");
    for (const times of [0, 1001, -5, 1.5, Number.NaN, "2"]) {
      expect(given(times)).toBe("out-of-range credit.times");
    }
    for (const times of [1, 1000]) expect(given(times)).toHaveProperty("format");
  });

  it("CAMP-10 refuses a ledger of other members, absences or deadlines, and one that is too short", () => {
    const definition = earning(
      { status: STATUS },
      { absence: { ...springDefinition.absence, excusedFromDays: 3 } },
    );
    const open = opened(definition);
    const ledger = ledgerOf([], open, { at: TUESDAY });
    const code = (ask: () => unknown) => {
      try {
        return ask();
      } catch (error) {
        return (error as HoitoError).code;
      }
    };
    const board = (other: OpenCampaign) => code(() => standingsOf(ledger, other, { at: TUESDAY }));
    const away = { personId: "a", from: "2018-01-15", until: "2018-01-18" } as const;
    const ill = sellers.map((each) => (each.id === "a" ? { ...each, absences: [away] } : each));
    const late = { ...definition, deadline: { ...definition.deadline, time: "13:00" } as const };
    const elsewhere = "ledger-of-another-campaign";
    expect(board(opened(definition, sellers.slice(1)))).toBe(elsewhere);
    expect(board(opened(definition, ill))).toBe(elsewhere);
    expect(board(opened(late))).toBe(elsewhere);
    expect(board(opened(definition, [...sellers].reverse()))).toHaveProperty("rows");
    const half = sellers.map((each) => ({ ...each, workingPercent: 50 }));
    expect(board(opened(definition, half))).toHaveProperty("rows");

    const asked = [
      (at: Instant) => standingsOf(ledger, open, { at }),
      (at: Instant) => ledgerAsOf(ledger, open, { at }),
      (at: Instant) => explainPoints(ledger, open, { at, memberId: "a" }),
    ];
    for (const ask of asked) {
      expect(code(() => ask(SETTLED))).toBe("ledger-too-short");
      expect(code(() => ask(TUESDAY))).not.toBeTypeOf("string");
    }
    const over = ledgerOf([], open, { at: SETTLED });
    const years = "2020-01-01T00:00:00Z";
    expect(standingsOf(over, open, { at: years }).rows).toHaveLength(7);
  });

  it("CAMP-10 a member who falls ill: the events of the old ledger make the new one", () => {
    const definition = earning(
      { status: STATUS },
      { absence: { ...springDefinition.absence, excusedFromDays: 3 } },
    );
    const events = [...flawless("a"), ...flawless("b")];
    const strays = [logged(visit("stray", "a", "2018-01-02")), logged(visit(3, "z", "2018-01-17"))];
    const before = ledgerOf([...events, ...strays], opened(definition), { at: SETTLED });
    const away = { personId: "a", from: "2018-01-15", until: "2018-01-20" } as const;
    const ill = opened(definition, [{ id: "a", absences: [away] }, { id: "b" }]);
    const after = ledgerOf(ledgerEvents(before), ill, { at: SETTLED });
    expect(after).toEqual(ledgerOf([...events, ...strays], ill, { at: SETTLED }));
    expect(ledgerEvents(before)).toHaveLength(events.length + 1);
    const points = standingsOf(after, ill, { at: SETTLED }).rows.map((row) => row.points);
    expect(points).toEqual([10, 9]);
  });

  it("CAMP-10 shows the board as it stood, and says why for every number", () => {
    const open = opened(earning({ status: STATUS }));
    const events = [logged(first), told("deleted", TUESDAY, first)];
    const { ledger } = pointsOf(events, open);
    expect(ledgerEntries(ledgerAsOf(ledger, open, { at: NOON })).length).toBe(1);
    const why = explainPoints(ledger, open, { at: SETTLED, memberId: "a" });
    expect(why.value).toBe(0);
    expect(why.because.map((each) => each.kind === "step" && [each.step, each.path])).toEqual([
      ["award", "campaigns.spring.criteria.status"],
      ["reversal", "campaigns.spring.criteria.status"],
    ]);
    expect(why.because[1]).toMatchObject({
      details: { points: -1, cause: "deleted", week: "2018-W03", events: [`deleted 1 ${TUESDAY}`] },
    });
    const nothing = { at: NOON, memberId: "a", criterion: "notes" } as const;
    expect(explainPoints(ledger, open, nothing)).toEqual({ value: 0, because: [], missing: [] });
    const other = { at: SETTLED, memberId: "a", week: "2018-W04" } as const;
    expect(explainPoints(ledger, open, other).because).toEqual([]);
  });
});

describe("CAMP-19 the judge and the life of a campaign", () => {
  const { goodNotes } = springDefinition.criteria;
  const open = opened(earning({ goodNotes: goodNotes! }));
  const held = visit(1, "a", "2018-01-31");

  it.each<[string, CampaignEvent[], number]>([
    ["before the deadline", [logged(held), judged(held, "2018-02-02T10:00:00Z")], 1],
    ["after the deadline", [logged(held), judged(held, "2018-02-09T10:00:00Z")], 1],
    ["at the end of the judging days", [logged(held), judged(held, "2018-02-12T10:00:00Z")], 1],
    ["a second later", [logged(held), judged(held, "2018-02-12T10:00:01Z")], 0],
    [
      "of a visit that came late itself",
      [told("logged", "2018-02-05T10:01:00Z", held), judged(held, "2018-02-06T10:00:00Z")],
      0,
    ],
    [
      "withdrawn in time",
      [
        logged(held),
        judged(held, "2018-02-06T10:00:00Z"),
        judged(held, "2018-02-07T10:00:00Z", "plain"),
      ],
      0,
    ],
    [
      "without a word",
      [logged({ ...held, noteQuality: "good" }), told("judged", "2018-02-07T10:00:00Z", held)],
      0,
    ],
  ])("CAMP-19 a verdict %s", (_, events, points) => {
    expect(pointsOf(events, open).total("a")).toBe(points);
  });

  it("CAMP-19 a verdict keeps the moment it is dated with", () => {
    const dated = { ...held, noteJudgedAt: "2018-02-07T10:00:00Z" } as const;
    expect(pointsOf([logged(held), judged(dated, "2018-02-07T10:00:00Z")], open).total("a")).toBe(
      1,
    );
  });

  it("CAMP-19 the point of a verdict names the judge's event", () => {
    const { ledger } = pointsOf([logged(held), judged(held, "2018-02-09T10:00:00Z")], open);
    const [entry] = ledgerEntries(ledger);
    expect([entry?.cause, entry?.events]).toEqual([
      "judged",
      [{ id: 1, kind: "judged", at: "2018-02-09T10:00:00Z" }],
    ]);
  });

  it("CAMP-19 nothing after the cut-off is booked", () => {
    const at = "2018-04-06T09:00:00Z";
    const spring = opened(earning({ status: STATUS }));
    expect(pointsOf([logged(first), told("deleted", at, first)], spring).total("a")).toBe(0);
    const after = told("deleted", "2018-04-06T09:00:01Z", first);
    expect(pointsOf([logged(first), after], spring).total("a")).toBe(1);
  });

  it.each<[Instant, string]>([
    ["2018-01-11T21:59:59Z", "designed"],
    ["2018-01-11T22:00:00Z", "announced"],
    ["2018-01-14T21:59:59Z", "announced"],
    ["2018-01-14T22:00:00Z", "running"],
    ["2018-03-28T20:59:59Z", "running"],
    ["2018-03-28T21:00:00Z", "ended"],
    ["2018-04-06T09:00:00Z", "ended"],
    ["2018-04-06T09:00:01Z", "settled"],
  ])("CAMP-19 at %s the campaign is %s", (at, stage) => {
    expect(stageOfCampaign(opened(), { at })).toBe(stage);
  });
});

describe("CAMP-01 a week has seven days", () => {
  it("CAMP-01 Monday to Sunday and no eighth day: each visit lies in one week, and only within the period", () => {
    const open = opened(earning({ visits: perVisit() }, { weeks: { scored: "touched" } }));
    const days = [
      "2018-01-14",
      "2018-01-15",
      "2018-01-21",
      "2018-01-22",
      "2018-03-28",
      "2018-03-29",
    ];
    const visits = days.map((day, id) => logged(visit(id, "a", day as "2018-01-14")));
    const entries = ledgerEntries(pointsOf(visits, open).ledger);
    expect(entries.map(({ week, events: [event] }) => [event!.id, week])).toEqual([
      [1, "2018-W03"],
      [2, "2018-W03"],
      [3, "2018-W04"],
      [4, "2018-W13"],
    ]);
  });
});

describe("CAMP-05 a week without visits", () => {
  const criteria = {
    status: STATUS,
    goodNotes: springDefinition.criteria["goodNotes"]!,
    visits: perVisit(),
  };
  it.each([
    ["vacuous", 10],
    ["zero", 0],
    ["excused", 0],
  ] as const)(
    "CAMP-05 nothing done in ten weeks under `%s` gives %d points",
    (emptyWeek, points) => {
      const open = opened(earning(criteria, { emptyWeek }));
      expect(pointsOf([], open).total("a")).toBe(points);
    },
  );

  it("CAMP-05 an unknown kind of activity may count, so it must be in order", () => {
    const counts = { field: "channel", equals: "onSite" } as const;
    const open = opened(earning({ visits: perVisit() }, { counts }));
    const events = [logged(first), logged({ ...second, channel: "phone" })];
    expect(pointsOf(events, open).total("a")).toBe(1);
  });
});

describe("CAMP-03 scoring", () => {
  const three = [first, second, visit(3, "a", "2018-01-19", { status: "held" })].map(logged);

  it.each([
    ["allOrNothing", "down", 0],
    ["perEvent", "down", 20],
    ["proportional", "down", 6],
    ["proportional", "halfUp", 7],
    ["proportional", "up", 7],
  ] as const)(
    "CAMP-03 two of three in order, %s rounded %s, give %d of ten",
    (scoring, rounding, points) => {
      const status = { ...STATUS, points: 10, scoring, rounding } as typeof STATUS;
      expect(pointsOf(three, opened(earning({ status }))).total("a")).toBe(points);
    },
  );

  it("CAMP-03 halves round up by name, thirds do not, and points may have a fixed fraction", () => {
    const status = { ...STATUS, points: 1.5, scoring: "proportional", rounding: "halfUp" } as const;
    const open = opened(earning({ status: status as typeof STATUS }, { unitsPerPoint: 10 }));
    const { ledger } = pointsOf(three.slice(1), open);
    expect(ledgerEntries(ledger)[0]!.units).toBe(8);
    expect(explainPoints(ledger, open, { at: SETTLED, memberId: "a" }).value).toBe(0.8);
    const third = pointsOf(
      [three[0]!, three[2]!, logged(visit(4, "a", "2018-01-19", { status: "held" }))],
      open,
    );
    expect(third.total("a")).toBe(5);
  });

  it("CAMP-03 a plan may change after the deadline, but what is deleted never was", () => {
    const plan = { ...springDefinition.criteria["plan"]!, weeks: 1 };
    const open = opened(earning({ plan } as never));
    const ahead = { ...visit(1, "a", "2018-01-24"), status: "planned" } as const;
    const planned = told("logged", "2018-01-20T10:00:00Z", ahead);
    const moved = told("edited", TUESDAY, { ...ahead, heldOn: "2018-02-20" });
    expect(pointsOf([planned, moved], open, TUESDAY).total("a")).toBe(1);
    const gone = told("deleted", TUESDAY, ahead);
    expect(pointsOf([planned, gone], open, TUESDAY).total("a")).toBe(0);
    const wrong = told("logged", "2018-01-20T10:00:00Z", { ...ahead, kind: "message" });
    expect(pointsOf([wrong], open, TUESDAY).total("a")).toBe(0);
  });
});
