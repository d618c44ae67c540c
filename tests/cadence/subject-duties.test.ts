import { describe, expect, it } from "vitest";
import {
  type Cadence,
  dutiesOfSubject,
  type Subject,
  type SubjectEntry,
} from "../../src/cadence/index.js";
import type { CivilDate } from "../../src/time/index.js";
import { compiledFrom, contextOf, dutyOn, held } from "./ask-duties.js";

const targetCard: Cadence = {
  method: "quota",
  counts: { field: "kind", equals: "targetCard" },
  atLeast: 1,
  per: "quarter",
  counting: "held",
  spread: "anyTime",
  roll: "previous",
};
const stale = (kind: string, months: number): Cadence => ({
  method: "interval",
  counts: { field: "kind", equals: kind },
  earliest: { days: 0 },
  ideal: { months },
  latest: { months },
  whenNever: "fromRelationshipStart",
  roll: "previous",
});

const seller = { kind: "person", id: 7 } as const;
const done = (kind: string, heldOn: CivilDate, subject: SubjectEntry["subject"] = seller) =>
  ({ id: heldOn, kind, status: "complete", heldOn, subject }) as const;

function ask(
  cadence: Cadence,
  subject: Subject,
  asOf: CivilDate,
  entries: readonly SubjectEntry[],
  isComplete = true,
) {
  const compiled = compiledFrom({ c: cadence });
  return dutiesOfSubject(compiled, subject, { entries, isComplete }, contextOf({ asOf }));
}

describe("CAD-17 duties whose subject is not an account", () => {
  it("CAD-17 a seller's quarterly target card", () => {
    const [open] = ask(targetCard, seller, "2018-02-01", []);
    expect(open).toMatchObject({
      id: "person:7|c|2018-Q1#1",
      subject: { kind: "person", id: 7 },
      value: { status: "ok", window: { latest: "2018-03-31" } },
    });
    expect("accountId" in open!).toBe(false);
    const entries = [done("targetCard", "2018-01-20")];
    expect(ask(targetCard, seller, "2018-02-01", entries)[0]!.value.status).toBe("fulfilled");
    expect(ask(targetCard, seller, "2018-04-01", entries)[0]!.value.status).toBe("ok");
  });

  it("CAD-17 entries of other subjects do not count, nor one of another kind with the same id", () => {
    const entries = [
      done("targetCard", "2018-01-20", { kind: "person", id: 8 }),
      done("targetCard", "2018-01-20", { kind: "team", id: 7 }),
    ];
    expect(ask(targetCard, seller, "2018-02-01", entries)[0]!.value.status).toBe("ok");
  });

  it("CAD-17 a half-yearly usage report of a unit", () => {
    const report: Cadence = {
      ...(targetCard as object),
      per: "half",
      counts: { field: "kind", equals: "usageReport" },
    } as Cadence;
    const unit = { kind: "unit", id: "south" } as const;
    const entries = [done("usageReport", "2018-03-01", unit)];
    expect(ask(report, unit, "2018-06-30", entries)[0]!.value.status).toBe("fulfilled");
    expect(ask(report, unit, "2018-07-01", entries)[0]!.id).toBe("unit:south|c|2018-H2#1");
  });

  it("CAD-17 checkpoints of the classification, and an analysis grown stale", () => {
    const segment = { kind: "segment", id: "A", since: "2018-01-01" } as const;
    const checkpoint = stale("checkpoint", 6);
    expect(ask(checkpoint, segment, "2018-07-01", [])[0]!.value.status).toBe("due");
    expect(ask(checkpoint, segment, "2018-07-02", [])[0]!.value.status).toBe("late");
    const company = { kind: "company", id: "us" } as const;
    const [unknown] = ask(stale("analysis", 12), company, "2018-07-02", []);
    expect(unknown!.missing).toEqual([{ path: "relationshipStart", why: "missing" }]);
    const entries = [done("analysis", "2017-07-02", company)];
    expect(ask(stale("analysis", 12), company, "2018-07-02", entries)[0]!.value.status).toBe("due");
    expect(ask(stale("analysis", 12), company, "2018-07-03", entries)[0]!.value.status).toBe(
      "late",
    );
  });

  it("CAD-17 where entries may be missing it is undecided", () => {
    expect(ask(targetCard, seller, "2018-02-01", [], false)[0]!.missing).toEqual([
      { path: "activities", why: "notSupplied" },
    ]);
  });
});

describe("CARE-09 the freshness of a plan", () => {
  it.each<[CivilDate, string]>([
    ["2018-07-10", "due"],
    ["2018-07-11", "late"],
  ])("CARE-09 the plan of a potential, updated on 10 January, is %s %s", (asOf, status) => {
    const activities = [held("2018-01-10", { kind: "planUpdate" })];
    expect(dutyOn(stale("planUpdate", 6), { asOf, activities }).value.status).toBe(status);
  });

  it("CARE-09 a plan never made is reckoned from the start of the relationship", () => {
    const account = { relationshipStart: "2018-01-01" } as const;
    const of = (asOf: CivilDate) => dutyOn(stale("planUpdate", 6), { asOf, account }).value.status;
    expect(of("2018-07-01")).toBe("due");
    expect(of("2018-07-02")).toBe("late");
  });
});
