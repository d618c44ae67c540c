import { describe, expect, it } from "vitest";
import {
  type ActivityEvent,
  type CampaignEvent,
  compileSignals,
  findSignals,
  ledgerOf,
  type MemberTie,
  type OpenCampaign,
  type Signal,
  type SignalDefinition,
  type SignalReport,
} from "../../src/campaigns/index.js";
import { wordsOfNote } from "../../src/campaigns/signal-notes.js";
import type { Activity, Instant } from "../../src/facts/index.js";
import { orThrow } from "../../src/shapes/index.js";
import type { CivilDate } from "../../src/time/index.js";
import golden from "../golden/campaigns/signals.json" with { type: "json" };
import { flawless, logged, opened, SETTLED, springWith, told, visit } from "./spring.js";

const open = opened();
const visits = { field: "kind", equals: "meeting" } as const;

function report(
  events: readonly CampaignEvent[],
  definition: SignalDefinition,
  rest: {
    readonly open?: OpenCampaign;
    readonly ties?: readonly MemberTie[];
    readonly at?: Instant;
  } = {},
): SignalReport {
  const signals = orThrow(compileSignals(definition, {}));
  return findSignals(events, signals, { open, at: SETTLED, ...rest });
}

const found = (...args: Parameters<typeof report>): readonly Signal[] => report(...args).signals;

/** A visit held on a day and told as held at a moment. */
function written(
  id: string | number,
  at: Instant,
  heldOn: CivilDate = at.slice(0, 10) as CivilDate,
  rest: Partial<Activity> = {},
): ActivityEvent {
  return told("logged", at, visit(id, "a", heldOn, rest));
}

const ids = ({ activities }: Signal) => activities.map(({ id }) => id);

describe("CAMP-14 worked cases", () => {
  it.each(golden.cases)("CAMP-14 $description", ({ visits: told_, expected }) => {
    const events = told_.map(([id, accountId, heldOn, at, notes]) => {
      const rest = { accountId: accountId!, notes: notes! };
      return written(id!, at as Instant, heldOn as CivilDate, rest);
    });
    const signals = found(events, golden.rules as SignalDefinition);
    expect(signals.map((each) => ({ kind: each.kind, ids: ids(each) }))).toEqual(expected);
  });
});

describe("CAMP-14 bursts", () => {
  const burst = { atLeast: 3, withinMinutes: 10 };
  const three = (last: Instant) => [
    written(1, "2018-01-17T18:00:00Z"),
    written(2, "2018-01-17T18:04:00Z"),
    written(3, last),
  ];

  it("CAMP-14 many activities within a span are a burst, the span's end included", () => {
    expect(found(three("2018-01-17T18:10:00Z"), { burst })).toEqual([
      {
        kind: "burst",
        memberId: "a",
        activities: [1, 2, 3].map((id, index) => ({
          ...{ id, accountId: "A", heldOn: "2018-01-17" },
          writtenAt: `2018-01-17T18:${["00", "04", "10"][index]}:00Z`,
        })),
        rule: burst,
        mostWithin: 3,
      },
    ]);
    expect(found(three("2018-01-17T18:10:01Z" as Instant), { burst })).toEqual([]);
    expect(found(three("2018-01-17T18:10:00Z").slice(1), { burst })).toEqual([]);
  });

  it("CAMP-14 spans that share an activity are one burst, others are two", () => {
    const long = [0, 4, 8, 12, 16].map((minute, id) => {
      return written(id, `2018-01-17T18:${String(minute).padStart(2, "0")}:00Z` as Instant);
    });
    const [one, ...none] = found(long, { burst });
    expect(ids(one!)).toEqual([0, 1, 2, 3, 4]);
    expect(one).toMatchObject({ mostWithin: 3 });
    expect(none).toEqual([]);
    const apart = [
      ...three("2018-01-17T18:05:00Z"),
      ...[4, 5, 6, 7].map((id) => {
        return written(id, `2018-01-17T20:0${id}:00Z` as Instant);
      }),
    ];
    expect(found(apart, { burst }).map(ids)).toEqual([
      [1, 2, 3],
      [4, 5, 6, 7],
    ]);
  });

  it("CAMP-14 planning weeks ahead in one go is no burst: it is written down when it is held", () => {
    const plans = flawless("a").filter(({ kind }) => kind === "logged");
    expect(report(plans, { burst })).toMatchObject({ signals: [], activities: 0 });
    expect(report(flawless("a"), { burst })).toMatchObject({ signals: [], activities: 10 });
  });

  it("CAMP-14 the record's own stamp tells the moment where two exports cannot", () => {
    const export_ = "2018-01-22T22:00:00Z";
    const stamped = [1, 2, 3].map((id) => {
      const loggedAt = `2018-01-1${5 + id}T18:00:00Z` as Instant;
      return written(id, export_, `2018-01-1${5 + id}` as CivilDate, { loggedAt });
    });
    expect(found(stamped, { burst })).toEqual([]);
    const bare = stamped.map(({ activity: { loggedAt: _loggedAt, ...activity }, ...event }) => {
      return { ...event, activity };
    });
    expect(found(bare, { burst }).map(ids)).toEqual([[1, 2, 3]]);
  });
});

describe("CAMP-14 around the deadline", () => {
  const deadlineRush = { atLeast: 2, withinMinutes: 30 };
  // The deadline of W03 is Monday 22 January 12:00 in Helsinki, 10:00 in UTC.
  const pair = (first: Instant, second: Instant) => [
    written(1, first, "2018-01-17"),
    written(2, second, "2018-01-18"),
  ];

  it("CAMP-14 a rush counts from the span's first minute to the deadline, both included", () => {
    const [rush, ...none] = found(pair("2018-01-22T09:30:00Z", "2018-01-22T10:00:00Z"), {
      deadlineRush,
    });
    expect(none).toEqual([]);
    expect(rush).toMatchObject({ kind: "deadlineRush", deadlineAt: "2018-01-22T10:00:00Z" });
    expect(ids(rush!)).toEqual([1, 2]);
    const early = pair("2018-01-22T09:29:59Z", "2018-01-22T10:00:00Z");
    expect(found(early, { deadlineRush })).toEqual([]);
    const late = pair("2018-01-22T09:30:00Z", "2018-01-22T10:00:01Z");
    expect(found(late, { deadlineRush })).toEqual([]);
  });

  it("CAMP-14 visits of another week, or of one without a deadline, are no rush", () => {
    const other = [
      written(1, "2018-01-22T09:40:00Z", "2018-01-17"),
      written(2, "2018-01-22T09:50:00Z", "2018-01-22"),
    ];
    expect(found(other, { deadlineRush })).toEqual([]);
    const last = pair("2018-04-02T08:40:00Z", "2018-04-02T08:50:00Z").map((event) => {
      return { ...event, activity: { ...event.activity, heldOn: "2018-03-27" as CivilDate } };
    });
    const both = { deadlineRush, afterDeadline: { atLeast: 1 } };
    expect(report(last, both)).toMatchObject({ signals: [], activities: 2 });
  });

  it("CAMP-14 entered after the deadline with an earlier day", () => {
    const rule = { atLeast: 2 };
    const late = pair("2018-01-22T10:00:01Z", "2018-01-23T08:00:00Z");
    const [signal] = found(late, { afterDeadline: rule });
    expect(signal).toMatchObject({ kind: "afterDeadline", memberId: "a", rule });
    expect(signal!.activities[1]).toEqual({
      ...{ id: 2, accountId: "A", heldOn: "2018-01-18" },
      ...{ writtenAt: "2018-01-23T08:00:00Z", deadlineAt: "2018-01-22T10:00:00Z" },
    });
    const onTheStroke = pair("2018-01-22T10:00:00Z", "2018-01-23T08:00:00Z");
    expect(found(onTheStroke, { afterDeadline: rule })).toEqual([]);
    const exclusive = springWith({});
    const strict = opened({
      ...exclusive,
      deadline: { ...exclusive.deadline, bound: "exclusive" },
    });
    expect(found(onTheStroke, { afterDeadline: rule }, { open: strict }).map(ids)).toEqual([
      [1, 2],
    ]);
  });

  it("CAMP-14 back-dating counts days on the clocks of the campaign", () => {
    const backDated = { atLeast: 1, longestDays: 2 };
    // 22:30 in UTC is half past midnight of the next day in Helsinki.
    const night = written(1, "2018-01-19T22:30:00Z", "2018-01-17");
    const [signal] = found([night], { backDated });
    expect(signal).toMatchObject({ kind: "backDated", activities: [{ id: 1, daysLater: 3 }] });
    const evening = written(1, "2018-01-19T21:30:00Z", "2018-01-17");
    expect(found([evening], { backDated })).toEqual([]);
    expect(found([night], { backDated: { ...backDated, atLeast: 2 } })).toEqual([]);
  });
});

describe("CAMP-14 notes that were copied", () => {
  const alikeNotes = {
    ...{ atLeast: 2, likenessPercent: 60, wordsInARow: 2, shortestWords: 3 },
    across: "accounts",
  } as const;
  const note = (id: number, accountId: string, notes?: string) => {
    const held = written(id, `2018-01-${10 + id}T18:00:00Z` as Instant, "2018-01-17", {
      accountId,
    });
    const { notes: _notes, ...activity } = held.activity;
    return { ...held, activity: notes === undefined ? activity : { ...activity, notes } };
  };

  it("CAMP-14 equal notes at two accounts, whatever their capitals, blanks and marks", () => {
    const events = [
      note(1, "A", "Showed the new range!"),
      note(2, "B", "  showed   THE new range"),
      note(3, "C", "agreed on samples and a call"),
    ];
    expect(found(events, { alikeNotes })).toMatchObject([
      { kind: "alikeNotes", leastPercent: 100, accounts: 2, activities: [{ id: 1 }, { id: 2 }] },
    ]);
  });

  it("CAMP-14 nearly equal notes from the likeness on, the bound included", () => {
    // Pairs of words: 4 and 4, of which 3 are shared, so 3 of 5 are: 60 %.
    const events = [
      note(1, "A", "showed the new summer range"),
      note(2, "B", "showed the new summer prices"),
    ];
    expect(found(events, { alikeNotes })).toMatchObject([{ leastPercent: 60 }]);
    expect(found(events, { alikeNotes: { ...alikeNotes, likenessPercent: 61 } })).toEqual([]);
  });

  it("CAMP-14 the same notes at one account count only where the rule says all", () => {
    const events = [
      note(1, "A", "weekly delivery checked"),
      note(2, "A", "weekly delivery checked"),
    ];
    expect(found(events, { alikeNotes })).toEqual([]);
    expect(found(events, { alikeNotes: { ...alikeNotes, across: "all" } }).map(ids)).toEqual([
      [1, 2],
    ]);
    const joined = [...events, note(3, "B", "weekly delivery checked again")];
    expect(found(joined, { alikeNotes }).map(ids)).toEqual([[1, 2, 3]]);
  });

  it("CAMP-14 short notes and none are not compared, and a note shorter than a run is one run", () => {
    const events = [note(1, "A", "all fine"), note(2, "B", "all fine"), note(3, "C"), note(4, "D")];
    expect(found(events, { alikeNotes })).toEqual([]);
    const short = { ...alikeNotes, shortestWords: 2, wordsInARow: 5 };
    expect(found(events, { alikeNotes: short }).map(ids)).toEqual([[1, 2]]);
  });

  it("CAMP-14 notes that are linked through others are one group, and so many make a signal", () => {
    const events = [
      note(1, "A", "one two three four five six"),
      note(2, "B", "two three four five six seven"),
      note(3, "C", "three four five six seven eight"),
      note(4, "D", "something else was talked about"),
    ];
    // Neighbours share 4 of 6 pairs of words (66 %), the ends 3 of 7.
    const [signal] = found(events, { alikeNotes });
    expect(ids(signal!)).toEqual([1, 2, 3]);
    expect(signal).toMatchObject({ leastPercent: 66, accounts: 3 });
    expect(found(events, { alikeNotes: { ...alikeNotes, atLeast: 4 } })).toEqual([]);
  });

  it("CAMP-14 of two groups the earlier comes first, joined by a later note into one", () => {
    const events = [
      note(1, "A", "a b c d"),
      note(2, "B", "m n o p"),
      note(3, "C", "a b c d"),
      note(4, "D", "m n o p"),
    ];
    expect(found(events, { alikeNotes }).map(ids)).toEqual([
      [1, 3],
      [2, 4],
    ]);
    const bridge = { ...alikeNotes, likenessPercent: 40 };
    const joined = [...events, note(5, "E", "a b c d m n o p")];
    const [signal, ...none] = found(joined, { alikeNotes: bridge });
    expect(none).toEqual([]);
    expect(ids(signal!)).toEqual([1, 2, 3, 4, 5]);
    expect(signal).toMatchObject({ leastPercent: 42 });
  });

  it("CAMP-14 beyond a thousand different notes of one member the rest is told as not compared", () => {
    const events = Array.from({ length: 1002 }, (_, id) => {
      const at = new Date(Date.UTC(2018, 0, 17) + id * 60_000).toISOString().slice(0, 19);
      return { ...note(1, `A${id}`, `note number x${id} y${id}`), at: `${at}Z` as Instant, id };
    }).map(({ id, ...event }) => ({ ...event, activity: { ...event.activity, id } }));
    const { signals, excluded } = report(events, { alikeNotes });
    expect(signals).toEqual([]);
    expect(excluded).toEqual([{ reason: "notesNotCompared", count: 2 }]);
  });

  it("CAMP-14 a note is read to its five-hundredth word", () => {
    expect(wordsOfNote("x ".repeat(600))).toHaveLength(500);
    expect(wordsOfNote("Äiti—näytti 3 ﬁlmiä.")).toEqual(["äiti", "näytti", "3", "filmiä"]);
  });
});

describe("CAMP-14 ties and journeys", () => {
  const selfDealing = { atLeast: 2, relations: ["owner", "family"] };
  const own = [written(1, "2018-01-17T18:00:00Z"), written(2, "2018-01-18T18:00:00Z")];
  const tie = { memberId: "a", accountId: "A" };

  it("CAMP-14 activities at accounts of one's own are told with the tie", () => {
    const ties = [
      { ...tie, relation: "owner" },
      { ...tie, relation: "family" },
      { ...tie, relation: "owner" },
    ];
    const [signal] = found(own, { selfDealing }, { ties });
    expect(signal).toMatchObject({
      kind: "selfDealing",
      activities: [
        { id: 1, relations: ["family", "owner"] },
        { id: 2, relations: ["family", "owner"] },
      ],
    });
    for (const other of [
      { ...tie, relation: "neighbour" },
      { ...tie, memberId: "b", relation: "owner" },
      { ...tie, accountId: "B", relation: "owner" },
    ]) {
      expect(found(own, { selfDealing }, { ties: [other] })).toEqual([]);
    }
    expect(found(own.slice(1), { selfDealing }, { ties })).toEqual([]);
  });

  it("CAMP-14 without ties nobody knows, and that is said", () => {
    expect(report(own, { selfDealing })).toMatchObject({
      signals: [],
      missing: [{ path: "ties", why: "notSupplied" }],
    });
    expect(report(own, { selfDealing }, { ties: [] })).toMatchObject({ signals: [], missing: [] });
  });

  it("CAMP-14 more visits on a day than anybody could travel to", () => {
    const crowdedDay = { counts: visits, each: "visit", mostADay: 2 } as const;
    const day = [1, 2, 3].map((id) => {
      const at = `2018-01-18T1${id}:00:00Z` as Instant;
      return written(id, at, "2018-01-17", { accountId: id === 3 ? "B" : "A" });
    });
    const earlier = [7, 8, 9].map((id) =>
      written(id, `2018-01-19T1${id}:00:00Z` as Instant, "2018-01-16"),
    );
    const signals = found([...day, ...earlier], { crowdedDay });
    expect(signals).toMatchObject([
      { kind: "crowdedDay", day: "2018-01-16", count: 3 },
      {
        kind: "crowdedDay",
        day: "2018-01-17",
        count: 3,
        activities: [{ id: 1 }, { id: 2 }, { id: 3 }],
      },
    ]);
    expect(found(day.slice(1), { crowdedDay })).toEqual([]);
    const places = { ...crowdedDay, each: "account" } as const;
    expect(found(day, { crowdedDay: places })).toEqual([]);
    expect(found(day, { crowdedDay: { ...places, mostADay: 1 } })).toMatchObject([{ count: 2 }]);
    const trainings = { ...crowdedDay, counts: { field: "kind", equals: "training" } } as const;
    expect(found(day, { crowdedDay: trainings })).toEqual([]);
  });
});

describe("CAMP-14 what is looked at", () => {
  const crowdedDay = { counts: visits, each: "visit", mostADay: 1 } as const;
  const looked = (...events: readonly CampaignEvent[]) => {
    const { signals, activities, excluded } = report(events, {});
    expect(signals).toEqual([]);
    return [activities, ...excluded.map(({ reason, count }) => `${count} ${reason}`)];
  };
  const seen = written(1, "2018-01-17T18:00:00Z");

  it("CAMP-14 members' own activities that count, within the campaign, as they stand", () => {
    expect(looked(seen)).toEqual([1]);
    expect(looked(seen, seen)).toEqual([1]);
    expect(looked(seen, told("deleted", "2018-01-18T08:00:00Z", seen.activity))).toEqual([0]);
    const cancelled = { ...seen.activity, status: "cancelled" } as const;
    expect(looked(seen, told("edited", "2018-01-18T08:00:00Z", cancelled))).toEqual([0]);
    expect(looked(written(1, SETTLED, "2018-01-14"))).toEqual([0]);
    expect(looked(written(1, SETTLED, "2018-03-29"))).toEqual([0]);
    expect(looked(written(1, SETTLED, "2018-03-28"))).toEqual([1]);
    expect(looked(logged(visit(1, "stranger", "2018-01-17")))).toEqual([0]);
    const { personId: _personId, ...nobody } = seen.activity;
    expect(looked({ ...seen, activity: nobody })).toEqual([0]);
    expect(looked(told("logged", "2018-04-07T00:00:01Z", seen.activity))).toEqual([0]);
    const credit = { id: 1, source: "x", memberId: "a", accountId: "A", on: "2018-01-17" } as const;
    expect(looked({ at: SETTLED, kind: "credited", credit: { ...credit, times: 1 } })).toEqual([0]);
    const office = { ...seen.activity, kind: "message" };
    expect(looked({ ...seen, activity: office })).toEqual([0]);
    const odd = { ...seen.activity, status: "done" as never };
    expect(looked({ ...seen, activity: odd })).toEqual([0]);
  });

  it("CAMP-14 what cannot be judged is counted, not suspected", () => {
    const { heldOn: _heldOn, ...undated } = seen.activity;
    expect(looked({ ...seen, activity: undated })).toEqual([0, "1 undated"]);
    const by = { counts: { field: "channel", equals: "onSite" } } as const;
    const asking = opened(springWith(by));
    expect(report([seen], {}, { open: asking }).excluded).toEqual([
      { reason: "unknownWhetherCounted", count: 1 },
    ]);
    const day = { crowdedDay: { ...crowdedDay, ...by } };
    const other = { ...seen, activity: { ...undated, id: 2 } };
    expect(report([seen, other], day).excluded).toEqual([
      { reason: "undated", count: 1 },
      { reason: "unknownWhetherVisit", count: 1 },
    ]);
  });

  it("CAMP-14 an innocent spring gives no signal, and signals change no ledger", () => {
    const all: SignalDefinition = {
      burst: { atLeast: 5, withinMinutes: 30 },
      deadlineRush: { atLeast: 3, withinMinutes: 60 },
      backDated: { atLeast: 1, longestDays: 7 },
      afterDeadline: { atLeast: 1 },
      selfDealing: { atLeast: 1, relations: ["owner"] },
      crowdedDay: { ...crowdedDay, mostADay: 8 },
      alikeNotes: {
        ...{ atLeast: 2, likenessPercent: 80, wordsInARow: 3, shortestWords: 3 },
        across: "accounts",
      },
    };
    const events = flawless("a").map((event, index) => {
      const { accountId: _accountId, ...activity } = event.activity;
      const notes = `visit ${index}: talked of item ${index} and of order ${index}`;
      return { ...event, activity: { ...activity, accountId: `A${index}`, notes } };
    });
    const before = ledgerOf(events, open, { at: SETTLED });
    const found = report(events, all, { ties: [] });
    expect(found).toEqual({ signals: [], activities: 10, excluded: [], missing: [] });
    expect(ledgerOf(events, open, { at: SETTLED })).toEqual(before);
  });

  it("CAMP-14 signals come by kind, then by member", () => {
    const backDated = { atLeast: 1, longestDays: 0 };
    const afterDeadline = { atLeast: 1 };
    const events = ["b", "a"].map((id) => told("logged", SETTLED, visit(id, id, "2018-01-17")));
    const signals = found(events, { afterDeadline, backDated });
    expect(signals.map(({ kind, memberId }) => [kind, memberId])).toEqual([
      ["backDated", "a"],
      ["backDated", "b"],
      ["afterDeadline", "a"],
      ["afterDeadline", "b"],
    ]);
  });
});

describe("CAMP-14 the check of the rules", () => {
  const codes = (definition: unknown) => {
    return compileSignals(definition as SignalDefinition, { currency: "EUR" }).findings.map(
      ({ code, path }) => [code, path],
    );
  };

  it("CAMP-14 thresholds are demanded, bounded, and none is a default", () => {
    const good: SignalDefinition = {
      title: "what is worth a look",
      crowdedDay: { note: "by car", counts: visits, each: "visit", mostADay: 8 },
    };
    expect(codes(good)).toEqual([]);
    expect(codes({ burst: {} })).toEqual([
      ["out-of-range", "signals.burst.atLeast"],
      ["out-of-range", "signals.burst.withinMinutes"],
    ]);
    expect(codes({ burst: { atLeast: 2, withinMinutes: 10_080 } })).toEqual([]);
    expect(codes({ burst: { atLeast: 1, withinMinutes: 10_081 } })).toHaveLength(2);
    expect(codes({ brust: {}, backDated: { atLeast: 1, longestDays: 0, longst: 1 } })).toEqual([
      ["unknown-property", "signals.brust"],
      ["unknown-property", "signals.backDated.longst"],
    ]);
  });

  it("CAMP-14 shapes and words that are none", () => {
    expect(codes(null)).toEqual([["malformed-signals", "signals"]]);
    expect(codes({ burst: 3, crowdedDay: true })).toEqual([
      ["malformed-signals", "signals.burst"],
      ["malformed-signals", "signals.crowdedDay"],
    ]);
    const ties = (relations: unknown) => codes({ selfDealing: { atLeast: 1, relations } });
    const at = "signals.selfDealing.relations";
    expect(ties(["owner"])).toEqual([]);
    expect(ties("owner")).toEqual([["not-a-list", at]]);
    expect(ties([])).toEqual([["empty-list", at]]);
    expect(ties([1])).toEqual([["wrong-value-type", at]]);
    expect(ties(Array.from({ length: 101 }, () => "x"))).toEqual([["too-many", at]]);
    const odd = { counts: { field: "knd", equals: "visit" }, each: "visits", mostADay: 1 };
    expect(codes({ crowdedDay: odd })).toEqual([
      ["unknown-value", "signals.crowdedDay.each"],
      ["unknown-field", "signals.crowdedDay.counts.field"],
    ]);
  });
});
