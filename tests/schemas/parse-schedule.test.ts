import { describe, expect, it } from "vitest";
import { placeDuties, type Schedule, type ScheduleEntry } from "../../src/cadence/index.js";
import { parseSchedule } from "../../src/schemas/index.js";
import { orThrow } from "../../src/shapes/index.js";
import { anna, schedule, visit } from "../cadence/schedule/ask-schedule.js";
import { calendar, rules } from "../cadence/schedule/random-problems.js";
import { codesOf } from "../segments/assignment/columns.js";

const manual = [
  { id: "fair", personId: 7, day: "2018-04-10", title: "Fair", accountId: 3 },
] as const;
const duties = [
  visit("A", { cadence: "visits", title: "Visit" }),
  visit("B", { effortMinutes: 400, cadence: "visits" }),
  visit("C", { pinned: { personId: "anna", day: "2018-04-14" } }),
];
const before = schedule([...duties, visit("D"), visit("E")]);
const away = { ...anna, absences: [{ from: "2018-04-10", until: "2018-04-12" }] } as const;
const full = schedule(duties, { manual, previous: before }, [away]);
const [entry] = full.entries;

describe("CAD-12 a stored schedule comes back whole", () => {
  it("CAD-12 with everything that a schedule can say", () => {
    for (const list of ["entries", "unplaced", "overloads", "conflicts", "loads", "withdrawn"]) {
      expect(full[list as keyof Schedule], list).not.toEqual([]);
    }
    expect(full.changes.moved).not.toEqual([]);
    expect(orThrow(parseSchedule(JSON.stringify(full)))).toEqual(full);
    expect(orThrow(parseSchedule(full))).toEqual(full);
  });

  it("CAD-12 and is the one before for the next run", () => {
    const previous = orThrow(parseSchedule(JSON.stringify(before)));
    const again = placeDuties([...duties, visit("D"), visit("E")], [anna], {
      ...{ asOf: "2018-04-04", until: "2018-07-01", calendar, rules, previous },
    });
    expect(again.entries).toEqual(before.entries);
    expect(again.changes).toEqual({ added: [], moved: [], removed: [] });
  });

  it("CAD-12 what a run over a base says besides is left out", () => {
    const stored = { ...before, undecided: [], findings: [], madeWith: { policyId: "demo" } };
    expect(orThrow(parseSchedule(stored))).toEqual(before);
  });
});

describe("what cannot be read is a finding", () => {
  const withEntry = (changed: object): object => ({ ...full, entries: [{ ...entry, ...changed }] });

  it.each<[object, readonly string[]]>([
    [{ ...full, format: "hoito-schedule/2" }, ["format: unknown-value"]],
    [{ ...full, asOf: "2018-02-30" }, ["asOf: not-a-civil-date"]],
    [{ ...full, entries: "none" }, ["entries: wrong-type"]],
    [withEntry({ id: "" }), ["entries[0].id: empty-text"]],
    [withEntry({ kind: "plased" }), ["entries[0].kind: unknown-value"]],
    [withEntry({ minutes: 0.5 }), ["entries[0].minutes: not-whole"]],
    [withEntry({ minutes: 527_041 }), ["entries[0].minutes: out-of-range"]],
    [withEntry({ sequence: -1 }), ["entries[0].sequence: out-of-range"]],
    [withEntry({ week: "2018-15" }), ["entries[0].week: wrong-type"]],
    [withEntry({ week: 15 }), ["entries[0].week: wrong-type"]],
    [withEntry({ week: "2018-W16" }), ["entries[0].week: wrong-week"]],
    [withEntry({ isLate: false }), ["entries[0].isLate: unknown-value"]],
    [withEntry({ color: "red" }), ["entries[0].color: unknown-property"]],
    [{ ...before, later: [before.entries[0]] }, ["later[0].id: duplicate-id"]],
    [
      { format: "hoito-schedule/1", asOf: "2018-01-01" },
      [
        ...["until", "entries", "unplaced", "changes", "feasibility", "overloads", "conflicts"],
        ...["loads", "goals", "later", "withdrawn"],
      ].map((path) => `${path}: missing-property`),
    ],
  ])("%#: %j", (written, expected) => expect(codesOf(parseSchedule(written))).toEqual(expected));

  it("manual entries may share an id with each other, a week says what it was given", () => {
    const plan = full.entries.find(({ kind }) => kind === "manual") as ScheduleEntry;
    expect(parseSchedule({ ...full, entries: [plan, plan] }).ok).toBe(true);
    const { findings } = parseSchedule(withEntry({ week: "soon" }));
    expect(findings[0]?.message).toBe("`soon` is no week written YYYY-Www");
  });

  it("text that is no JSON, and input beyond all bounds", () => {
    expect(codesOf(parseSchedule("{"))).toEqual([": not-json"]);
    expect(codesOf(parseSchedule(withEntry({ title: "x".repeat(10_001) })))).toEqual([
      "entries[0].title: text-too-long",
    ]);
  });
});
