import { describe, expect, it } from "vitest";
import { recordsByAccount } from "../../../src/facts/index.js";
import {
  compareContacts,
  compareHours,
  comparePolicies,
  decideCare,
  explainMove,
  fitPolicy,
  libraryVersion,
  summarizeComparison,
} from "../../../src/policy/index.js";
import { SETTLED, springDefinition } from "../../campaigns/spring.js";
import {
  against,
  asOf,
  base,
  calendar,
  callsWith,
  compiledWith,
  lower,
  until,
} from "./two-policies.js";

const kept = { figure: "retention", version: "1", with: { base: "opening" } };
const changed = {
  ...lower,
  version: "2",
  title: "Large from 500",
  status: "proposed",
  validFrom: "2018-07-01",
  kpis: { kept },
};

describe("POL-04 comparing two policies", () => {
  it("POL-04 puts all parts together as plain JSON", () => {
    const policies = against(changed);
    const comparison = comparePolicies(base, policies, { asOf, until, calendar });
    expect(JSON.parse(JSON.stringify(comparison))).toEqual(comparison);
    const { policyHash } = comparison.after.madeWith;
    expect(comparison.before.madeWith).toEqual({
      policyId: "calls-and-visits",
      policyVersion: "1",
      policyHash: policies.before.hash,
      libraryVersion,
      asOf,
    });
    expect(policyHash).toBe(policies.after.hash);
    expect(comparison.after).toMatchObject({ title: "Large from 500", status: "proposed" });
    expect(comparison.after.findings.map(({ code }) => code)).toEqual(["policy-not-in-force"]);
    expect(comparison.before).not.toHaveProperty("fittedWith");
    expect(comparison.changes.map(({ path }) => path)).toEqual([
      ...["status", "title", "validFrom", "version", "parameters.largeFrom", "kpis.kept"],
    ]);
    expect(comparison.care.moved).toBe(1);
    expect(comparison.contacts!.total.appeared).toBe(3);
    expect(comparison.hours!.total.minutes).toEqual({ before: 210, after: 375 });
    expect(comparison.kpis.changes[0]).toMatchObject({ kind: "added", kpi: "kept" });
    expect(comparison.campaigns).toEqual([]);
  });

  it("doubts two contents under one id and version", () => {
    const codesOf = (after: object) => {
      const { before, after: told } = comparePolicies(base, against({ ...lower, ...after }), {
        asOf,
        calendar,
      });
      return [before, told].map(({ findings }) => findings.map(({ code }) => code));
    };
    expect(codesOf({})).toEqual([[], ["same-version"]]);
    expect(codesOf({ version: "2" })).toEqual([[], []]);
    expect(codesOf({ id: "other" })).toEqual([[], []]);
    const same = { before: against({}).before, after: against({}).before };
    expect(comparePolicies(base, same, { asOf, calendar }).after.findings).toEqual([]);
    const { after } = comparePolicies(base, against(lower), { asOf, calendar });
    expect(after.findings[0]).toMatchObject({
      path: "version",
      message: "both are `calls-and-visits` in version `1`, and they differ: state a new `version`",
    });
  });

  it("throws where the horizon is no date, also without accounts", () => {
    const nobody = { accounts: [], coverage: {} };
    const context = { asOf, until: "2018-02-30", calendar } as const;
    for (const compare of [comparePolicies, compareContacts, compareHours]) {
      expect(() => compare(nobody, against(changed), context)).toThrow(
        expect.objectContaining({ code: "not-a-civil-date" }),
      );
    }
  });

  it("refuses a horizon that does not end after the day of asking, also without accounts", () => {
    const nobody = { accounts: [], coverage: {} };
    for (const compare of [comparePolicies, compareContacts, compareHours]) {
      const upTo = (end: typeof until) =>
        compare(nobody, against(changed), { asOf, until: end, calendar });
      for (const end of ["2017-12-31", asOf] as const) {
        expect(() => upTo(end)).toThrow(
          expect.objectContaining({ code: "span-reversed", path: "until", received: end }),
        );
      }
      expect(() => upTo("2018-01-02")).not.toThrow();
    }
  });

  it("compares neither contacts nor hours without a horizon", () => {
    const policies = { before: fitPolicy(base, compiledWith(), { asOf }), after: compiledWith() };
    const comparison = comparePolicies(base, policies, { asOf, calendar });
    expect(comparison.contacts).toBeUndefined();
    expect(comparison.hours).toBeUndefined();
    expect(comparison.before.fittedWith).toEqual(comparison.before.madeWith);
    expect(summarizeComparison(comparison)).not.toHaveProperty("contacts");
  });

  it("compares policies that have little in common, beyond the calendar", () => {
    const unit = { per: ["region"], recordsWithoutLine: "everyUnit", duties: "each" };
    const more = { currency: "SEK", businessLines: ["clocks"], fields: { tier: "text" }, unit };
    const context = { asOf, until: "2022-01-01", calendar } as const;
    const { care, contacts, changes } = comparePolicies(base, against(more), context);
    expect(changes.map(({ chapter }) => chapter)).toEqual(["head", "head", "unit", "fields"]);
    expect(care.moved).toBe(0);
    // Four years: 48 visits of A, and 16 calls of B and C each.
    expect(contacts!.total).toMatchObject({ before: 80, after: 80, unchanged: 80 });
  });

  it("says in a few numbers what changed", () => {
    const campaigns = { spring: { members: [], events: [], at: "2018-02-01T00:00:00Z" } } as const;
    const context = { asOf, until, calendar, campaigns } as const;
    const comparison = comparePolicies(base, against(changed), context);
    expect(summarizeComparison(comparison)).toEqual({
      changes: { head: 4, parameters: 1, kpis: 1 },
      accounts: 5,
      moved: 1,
      unmoved: 3,
      undecided: 1,
      movedShare: comparison.care.movedShare,
      contacts: comparison.contacts!.total,
      accountsNotCompared: 1,
      work: comparison.hours!.total,
      campaigns: [],
      campaignsNotCompared: ["spring"],
      kpis: { added: 1, removed: 0, changed: 0, notComparable: 0, unchanged: 0 },
    });
  });

  it("sums up campaigns, without their members", () => {
    const { tiers: _tiers, teamGoals: _goals, budget: _budget, ...rest } = springDefinition;
    const points = (of: number) => ({ credits: { kind: "credit", source: "leads", points: of } });
    const ranked = (of: number) =>
      compiledWith({ currency: "EUR", campaigns: { spring: { ...rest, criteria: points(of) } } });
    const credit = { id: 1, source: "leads", memberId: "Aino", accountId: "A" } as const;
    const event = {
      at: "2018-03-02T08:00:00Z",
      kind: "credited",
      credit: { ...credit, on: "2018-03-01", times: 2 },
    } as const;
    const spring = { members: [{ id: "Aino" }], events: [event], at: SETTLED };
    const policies = { before: ranked(1), after: ranked(5) };
    const context = { asOf, calendar, campaigns: { spring } } as const;
    const { campaigns } = summarizeComparison(comparePolicies(base, policies, context));
    expect(campaigns[0]).toMatchObject({
      campaign: "spring",
      points: { before: 2, after: 10, gained: 8, lost: 0 },
    });
    expect(campaigns[0]).not.toHaveProperty("members");
  });

  it("counts figures whose boards no longer compare", () => {
    const before = compiledWith({ kpis: { kept, gone: kept } });
    const after = compiledWith({
      kpis: { kept: { ...kept, version: "2", with: { base: "average" } } },
    });
    const { kpis } = summarizeComparison(
      comparePolicies(base, { before, after }, { asOf, calendar }),
    );
    expect(kpis).toEqual({ added: 0, removed: 1, changed: 1, notComparable: 1, unchanged: 0 });
  });
});

describe("POL-04 why one account moves", () => {
  const policies = against({ ...lower, ...callsWith({ effortMinutes: 20 }) });
  const records = recordsByAccount(base).find(({ account }) => account.id === "B")!;

  it("POL-04 gives the reasons of both sides, and the changes that they read", () => {
    const { before, after, touched } = explainMove(records, policies, { asOf, calendar });
    for (const [side, found] of [
      ["before", before],
      ["after", after],
    ] as const) {
      const { segment, careModel } = decideCare(records, policies[side], { asOf, calendar });
      expect(found).toEqual({ segment, careModel });
    }
    expect(touched).toEqual([
      {
        kind: "changed",
        chapter: "parameters",
        path: "parameters.largeFrom",
        before: 1000,
        after: 500,
      },
    ]);
  });

  it("explains what people decided, too", () => {
    const { after } = explainMove(records, policies, { asOf, calendar, memberships: [] });
    expect(after.segment.value).toEqual({ kind: "segment", segment: "large" });
  });
});
