import { describe, expect, it } from "vitest";
import { type CustomerBase, money } from "../../../src/facts/index.js";
import { compareCare, fitPolicy } from "../../../src/policy/index.js";
import type { SegmentMembership } from "../../../src/segments/index.js";
import { faultOf } from "../../time/fault-of.js";
import { against, asOf, base, compiledWith, lower, policy } from "./two-policies.js";

const compare = (more: object, of: CustomerBase = base) => compareCare(of, against(more), { asOf });
const { size } = policy.segments;
const sized = (more: object) => ({ segments: { size: { ...size, ...more } } });

describe("POL-04 who moves", () => {
  it("POL-04 counts who moves, who stays, and of whom nobody can tell", () => {
    const { accounts, moved, unmoved, undecided, movedShare } = compare(lower);
    expect({ accounts, moved, unmoved, undecided }).toEqual({
      accounts: 5,
      moved: 1,
      unmoved: 3,
      undecided: 1,
    });
    expect(movedShare).toEqual({
      value: 0.25,
      numerator: 1,
      denominator: 4,
      excluded: [{ reason: "undecided", count: 1 }],
      method: "movedOfKnown",
    });
  });

  it("POL-04 names every mover with from, to and the changes that its decisions read", () => {
    expect(compare(lower).movers).toEqual([
      {
        accountId: "B",
        segment: { from: "small", to: "large" },
        careModel: { from: "light", to: "personal" },
        touched: ["parameters.largeFrom"],
      },
    ]);
  });

  it("never counts an account as unmoved that is undecided on either side", () => {
    const unknown = {
      accountId: "D",
      segment: { from: "undecided", to: "undecided" },
      careModel: { from: "undecided", to: "undecided" },
    };
    expect(compare({}).undecidedAccounts).toEqual([unknown]);
    const decided = sized({ rules: [], otherwise: "small" });
    expect(compare(decided).undecidedAccounts).toEqual([
      {
        ...unknown,
        segment: { from: "undecided", to: "small" },
        careModel: { from: "undecided", to: "light" },
      },
    ]);
  });

  it("knows a mover by its care model although the segment is undecided", () => {
    const models = { one: policy.care.models.light, other: policy.care.models.personal };
    const caredBy = (model: string) => ({
      care: { ...policy.care, models, bySegment: { large: model, small: model } },
    });
    const orphans = { accountId: "X", model: "one", reason: "so that it is used" };
    const also = { accountId: "X", model: "other", reason: "so that it is used" };
    const before = compiledWith({
      care: { ...caredBy("one").care, exceptions: [also] },
    });
    const after = compiledWith({ care: { ...caredBy("other").care, exceptions: [orphans] } });
    const { movers } = compareCare(base, { before, after }, { asOf });
    expect(movers.map(({ accountId }) => accountId)).toEqual(["A", "B", "C", "D"]);
    expect(movers[3]).toEqual({
      accountId: "D",
      segment: { from: "undecided", to: "undecided" },
      careModel: { from: "one", to: "other" },
      touched: ["care.bySegment.large", "care.bySegment.small"],
    });
  });

  it("holds excluded, unclassified, undecided and conflict as states of the matrix", () => {
    const unique = sized({
      hitPolicy: "unique",
      rules: [
        { segment: "large", when: { field: "headcount", atLeast: 700 } },
        { segment: "small", when: { field: "headcount", atMost: 700, atLeast: 21 } },
      ],
      otherwise: undefined,
    });
    const { segments, careModels, moved, undecided } = compare(unique);
    expect(segments!.states).toEqual([
      ...["large", "small", "excluded", "unclassified", "undecided", "conflict", "absent"],
    ]);
    const kinds = segments!.moves.map(({ from, to, kind, count }) => [from, to, kind, count]);
    expect(kinds).toEqual([
      ["small", "unclassified", "moved", 1],
      ["small", "conflict", "undecided", 1],
      ["excluded", "large", "moved", 1],
    ]);
    expect([moved, undecided]).toEqual([2, 2]);
    expect(careModels!.moves.map(({ from, to, count }) => [from, to, count])).toEqual([
      ["light", "none", 1],
      ["light", "undecided", 1],
      ["none", "personal", 1],
    ]);
  });

  it("holds several labels at a time, and labels of either policy, as states", () => {
    const collect = sized({
      hitPolicy: "collect",
      labels: { large: {}, small: {}, huge: {} },
      rules: [
        { segment: "huge", when: { field: "headcount", atLeast: 1000 } },
        { segment: "large", when: { field: "headcount", atLeast: 500 } },
      ],
    });
    const care = {
      ...policy.care,
      bySegment: { large: "personal", small: "light", huge: "personal" },
    };
    const { segments, movers } = compare({ ...collect, care });
    expect(segments!.states.slice(0, 4)).toEqual(["large", "small", "huge", "large+huge"]);
    expect(movers.map(({ accountId, segment }) => [accountId, segment.to])).toEqual([
      ["A", "large+huge"],
      ["B", "large"],
      ["E", "large+huge"],
    ]);
  });

  it("says why there is no matrix, and compares all the same", () => {
    const twice = { ...base, accounts: [...base.accounts, base.accounts[1]!] };
    const { careModels, segments, findings, moved, unmoved } = compare(lower, twice);
    expect(careModels).toBeUndefined();
    expect(segments).toBeUndefined();
    const codes = new Set(findings.map(({ code }) => code));
    expect([...codes]).toEqual(["duplicate-account"]);
    expect([moved, unmoved]).toEqual([1, 4]);
  });

  it("knows nobody of an empty base", () => {
    const { accounts, movedShare, movers } = compare(lower, { accounts: [], coverage: {} });
    expect([accounts, movers, movedShare.undefinedBecause]).toEqual([0, [], "zeroDenominator"]);
  });

  it("goes by each policy's own classifier, fields and currency", () => {
    const other = {
      id: "another",
      currency: "SEK",
      fields: { tier: "text" },
      segments: {
        tiers: {
          method: "rules",
          hitPolicy: "first",
          labels: { gold: {}, small: {} },
          rules: [{ segment: "gold", when: { field: "tier", equals: "gold" } }],
          otherwise: "small",
        },
      },
      care: {
        ...policy.care,
        segmentedBy: "tiers",
        bySegment: { gold: "personal", small: "light" },
      },
    };
    const of = {
      ...base,
      accounts: base.accounts.map((each) =>
        each.id === "C" ? { ...each, own: { tier: "gold" } } : each,
      ),
    };
    const { movers, undecided } = compare(other, of);
    expect(movers.map(({ accountId, segment }) => [accountId, segment.from, segment.to])).toEqual([
      ["C", "small", "gold"],
    ]);
    expect(movers[0]!.touched).toContain("care.segmentedBy");
    expect(undecided).toBe(4);
  });

  it("counts a decided segment only while its membership is in force", () => {
    const decided = sized({
      labels: { large: { decidedBy: "board", unlessApproved: "small" }, small: {} },
    });
    const membership: SegmentMembership = {
      format: "hoito-membership/1",
      id: 1,
      accountId: "A",
      segment: "large",
      basis: "data",
      reason: "size",
      proposedBy: "Aino",
      proposedOn: "2017-12-01",
      decidedBy: "board",
      status: "approved",
      decision: { by: { body: "board" }, on: "2017-12-02", reason: "agreed" },
    };
    const policies = {
      before: compiledWith(decided),
      after: compiledWith({ ...decided, ...lower }),
    };
    const movers = (memberships?: readonly SegmentMembership[]) => {
      const context = memberships === undefined ? { asOf } : { asOf, memberships };
      return compareCare(base, policies, context).movers;
    };
    expect(movers().map(({ accountId }) => accountId)).toEqual(["B"]);
    expect(movers([membership])).toEqual([]);
    const unlike = { before: compiledWith(), after: compiledWith(decided) };
    const context = { asOf, memberships: [membership] } as const;
    expect(compareCare(base, unlike, context).moved).toBe(0);
    expect(compareCare(base, unlike, { asOf, memberships: [] }).movers[0]?.accountId).toBe("A");
  });

  it("throws for a day that is none", () => {
    expect(faultOf(() => compareCare(base, against(), { asOf: "2018-02-30" }))[0]).toBe(
      "not-a-civil-date",
    );
  });
});

describe("POL-04 the changes that a move is due to", () => {
  const { rules } = size;
  const large = rules[1];

  it("leaves out rules behind the one that decides, and titles", () => {
    const changed = sized({
      labels: { large: { title: "Big ones" }, small: {} },
      rules: [
        rules[0],
        { segment: "large", when: { field: "headcount", atLeast: 500 } },
        { segment: "small", when: { field: "headcount", atLeast: 10 } },
      ],
    });
    const { movers } = compare({ ...changed, version: "2" });
    expect(movers.map(({ accountId, touched }) => [accountId, touched])).toEqual([
      ["B", ["segments.size.rules[1].when.atLeast"]],
    ]);
  });

  it("tells a rule that changed its place", () => {
    const swapped = sized({ rules: [large, rules[0]] });
    const { movers } = compare(swapped);
    expect(movers.map(({ accountId, touched }) => [accountId, touched])).toEqual([
      ["E", ["segments.size.rules[0]"]],
    ]);
  });

  it("follows a name to what it is made of, through measures, cuts and other classifiers", () => {
    const chain = (months: number) => ({
      parameters: { window: { months }, unused: months },
      measures: {
        orders: { count: "orders", over: { rolling: { parameter: "window" } } },
        rhythm: { ratio: "orders", to: "orders" },
        other: { count: "leads", over: { rolling: { months } } },
      },
      cuts: { half: { of: "orders", quantile: 0.5, type: 7 } },
      segments: {
        busy: {
          method: "rules",
          hitPolicy: "first",
          labels: { busy: {}, idle: {} },
          rules: [{ segment: "busy", when: { field: "orders", moreThan: { cut: "half" } } }],
          otherwise: "idle",
        },
        size: {
          ...size,
          rules: [{ segment: "large", when: { field: "busy", equals: "busy" } }],
        },
      },
    });
    const value = money("1.00", "EUR");
    const orders = [
      { id: 1, accountId: "A", orderedOn: "2017-12-20", value },
      { id: 2, accountId: "B", orderedOn: "2017-10-01", value },
      { id: 3, accountId: "B", orderedOn: "2017-10-02", value },
    ] as const;
    const of: CustomerBase = {
      ...base,
      orders,
      coverage: { ...base.coverage, orders: "complete" },
    };
    const fitted = (months: number) => fitPolicy(of, compiledWith(chain(months)), { asOf });
    const policies = { before: fitted(1), after: fitted(6) };
    const { movers } = compareCare(of, policies, { asOf });
    expect(movers.map(({ accountId, touched }) => [accountId, touched])).toEqual([
      ["B", ["parameters.window.months"]],
    ]);
  });

  it("reads exceptions and care paths where the account is on one", () => {
    const exceptions = [{ accountId: "C", model: "personal", reason: "a promise" }];
    const excepted = compare({ care: { ...policy.care, exceptions } });
    expect(excepted.movers).toEqual([
      {
        accountId: "C",
        segment: { from: "small", to: "small" },
        careModel: { from: "light", to: "personal" },
        touched: ["care.exceptions"],
      },
    ]);
    const path = (from: number) => ({
      care: {
        ...policy.care,
        paths: {
          up: {
            from: "light",
            climbs: "stepByStep",
            steps: [{ to: "personal", when: { field: "headcount", atLeast: from } }],
          },
        },
      },
    });
    const policies = { before: compiledWith(path(800)), after: compiledWith(path(600)) };
    const { movers } = compareCare(base, policies, { asOf });
    expect(
      movers.map(({ accountId, careModel, touched }) => [accountId, careModel, touched]),
    ).toEqual([["B", { from: "light", to: "personal" }, ["care.paths.up.steps[0].when.atLeast"]]]);
  });

  it("reads a classifier that a care path asks, and none that nobody asks", () => {
    const chained = (from: number) => ({
      segments: {
        size: policy.segments.size,
        ...Object.fromEntries(
          ["reach", "unread"].map((name) => {
            const near = { segment: "near", when: { field: "headcount", atLeast: from } };
            const labels = { near: {}, far: {} };
            const rest = { labels, rules: [near], otherwise: "far" };
            return [name, { method: "rules", hitPolicy: "first", ...rest }];
          }),
        ),
      },
      care: {
        ...policy.care,
        paths: {
          up: {
            from: "light",
            climbs: "highestMet",
            steps: [{ to: "personal", when: { field: "reach", equals: "near" } }],
          },
        },
      },
    });
    const policies = { before: compiledWith(chained(800)), after: compiledWith(chained(600)) };
    const { movers } = compareCare(base, policies, { asOf });
    expect(movers.map(({ accountId, touched }) => [accountId, touched])).toEqual([
      ["B", ["segments.reach.rules[0].when.atLeast"]],
    ]);
  });

  it("reads everything of a classifier that is no ordered rule set", () => {
    const bands = (from: number) => ({
      segments: {
        size: {
          method: "bands",
          of: "headcount",
          missing: "undecided",
          labels: size.labels,
          bands: [
            { segment: "large", atLeast: from },
            { segment: "small", atLeast: from - 1000 },
          ],
        },
      },
    });
    const policies = { before: compiledWith(bands(1000)), after: compiledWith(bands(500)) };
    const { movers } = compareCare(base, policies, { asOf });
    expect(movers.map(({ accountId, touched }) => [accountId, touched])).toEqual([
      ["B", ["segments.size.bands[0].atLeast", "segments.size.bands[1].atLeast"]],
    ]);
  });

  it("tells none where only the fit differs", () => {
    const cut = {
      measures: { orders: { count: "orders", over: "always" } },
      cuts: { half: { of: "orders", quantile: 0.5, type: 7 } },
      ...sized({
        rules: [{ segment: "large", when: { field: "orders", atLeast: { cut: "half" } } }],
      }),
    };
    const orders = (accountId: string, count: number) =>
      Array.from({ length: count }, (_, id) => ({
        id: `${accountId}${id}`,
        accountId,
        orderedOn: "2017-10-01" as const,
        value: money("1.00", "EUR"),
      }));
    const of = (...list: ReturnType<typeof orders>[]): CustomerBase => ({
      ...base,
      orders: list.flat(),
      coverage: { ...base.coverage, orders: "complete" },
    });
    const now = of(orders("A", 3), orders("B", 1), orders("C", 1), orders("D", 1));
    const rich = of(...["A", "B", "C", "D"].map((id) => orders(id, 3)));
    const before = fitPolicy(now, compiledWith(cut), { asOf });
    const after = fitPolicy(rich, compiledWith(cut), { asOf });
    const { movers } = compareCare(now, { before, after }, { asOf });
    expect(movers.map(({ accountId, touched }) => [accountId, touched])).toEqual([
      ["B", []],
      ["C", []],
      ["D", []],
    ]);
  });
});
