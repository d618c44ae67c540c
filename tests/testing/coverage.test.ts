import { type CarePolicy, compilePolicy, decideCare, explainAccount, orThrow } from "hoito";
import { checkCoverage, expectPolicy, policyCoverage, runCases } from "hoito/testing";
import { describe, expect, it } from "vitest";
import springCampaign from "../golden/campaigns/spring-2018.json" with { type: "json" };
import { asOf, calendar, visits, visitsPolicy, visitsWith } from "./visits-policy.js";

const euros = (minor: number) => ({ minor, currency: "EUR" });
const key = {
  account: { id: "A", turnover: euros(10_000_000) },
  coverage: { activities: "complete", ownerships: "complete", orders: "complete" },
} as const;
const question = { asOf, calendar };

const covered = (coverage: ReturnType<typeof policyCoverage>): readonly string[] => {
  const { rows } = coverage.report();
  return rows.filter(({ isCovered }) => isCovered).map(({ path }) => path);
};

describe("POL-05 coverage of policy rows", () => {
  it("lists every part of the policy, and none is covered at first", () => {
    const { rows, covered: count, byKind, text } = policyCoverage(visits).report();
    expect(rows.map(({ kind, path }) => `${kind} ${path}`)).toEqual([
      "label segments.size.labels.key",
      "label segments.size.labels.middle",
      "label segments.size.labels.small",
      "rule segments.size.rules[0]",
      "rule segments.size.rules[1]",
      "rule segments.size.rules[2]",
      "label segments.activity.labels.active",
      "label segments.activity.labels.fading",
      "rule segments.activity.rules[0]",
      "default segments.activity.otherwise",
      "careModel care.models.personal",
      "careModel care.models.light",
      "cadence cadences.visits",
    ]);
    expect(count).toBe(0);
    expect(byKind).toContainEqual({ kind: "rule", covered: 0, of: 4 });
    expect(text).toContain("never seen: segments.size.rules[0] decides, is not met");
    expect(text).toContain("never seen: segments.size.labels.key comes about");
  });

  it("counts what a matcher asked, and leaves the answer as it was", () => {
    const coverage = policyCoverage(visits);
    expectPolicy(coverage.policy).toGiveCare(key, "personal", question);
    const { rows } = coverage.report();
    const found = rows.find(({ path }) => path === "segments.size.rules[0]");
    expect(found).toMatchObject({ met: 1, notMet: 0, unknown: 0, decided: 1, lacks: ["notMet"] });
    expect(covered(coverage)).toEqual([
      "segments.size.labels.key",
      "care.models.personal",
      "cadences.visits",
    ]);
    expect(decideCare(key, coverage.policy, question)).toEqual(decideCare(key, visits, question));
  });

  it("covers a rule once it has decided and has not been met", () => {
    const coverage = policyCoverage(visits);
    const middle = { account: { id: "B", turnover: euros(1), headcount: 50 }, coverage: {} };
    coverage.see(explainAccount(key, visits, { asOf }));
    coverage.see(explainAccount(middle, visits, { asOf }));
    expect(covered(coverage)).toEqual([
      "segments.size.labels.key",
      "segments.size.labels.middle",
      "segments.size.rules[0]",
    ]);
    const small = { account: { id: "C", turnover: euros(1), headcount: 49 }, coverage: {} };
    expect(coverage.see(decideCare(small, visits, question)).segment.missing).toEqual([]);
    expect(covered(coverage)).toContain("segments.size.rules[1]");
    expect(covered(coverage)).toContain("care.models.light");
  });

  it("tells what was unknown, and covers nothing by it", () => {
    const coverage = policyCoverage(visits);
    coverage.see(decideCare({ account: { id: "D" }, coverage: {} }, visits, question));
    const silent = { ...key, coverage: { ownerships: "complete" } } as const;
    const before = covered(coverage);
    expect(before).toEqual([]);
    coverage.see(decideCare(silent, visits, question));
    const { rows, text } = coverage.report();
    const at = (wanted: string) => rows.find(({ path }) => path === wanted);
    expect(at("segments.size.labels.small")).toMatchObject({ met: 0, unknown: 1 });
    expect(at("care.models.light")).toMatchObject({ met: 0, unknown: 1 });
    expect(at("cadences.visits")).toMatchObject({ met: 0, unknown: 1, isCovered: false });
    expect(text).toContain("never seen: cadences.visits comes about; unknown 1 times");
  });

  it("counts a rule behind the one that decided as met, not as deciding", () => {
    const coverage = policyCoverage(visits);
    const both = { account: { id: "A", turnover: euros(10_000_000), headcount: 50 }, coverage: {} };
    coverage.see(explainAccount(both, visits, { asOf }));
    const open = { account: { id: "A", headcount: 50 }, coverage: {} };
    coverage.see(explainAccount(open, visits, { asOf }));
    const { rows } = coverage.report();
    const second = rows.find(({ path }) => path === "segments.size.rules[1]");
    expect(second).toMatchObject({ met: 2, decided: 0 });
  });

  it("sees every chapter: defaults, read classifiers, paths, exceptions, points and figures", () => {
    const policy = orThrow(compilePolicy(manyParts));
    const coverage = policyCoverage(policy);
    const order = { accountId: "A", orderedOn: "2018-03-01", value: euros(100) } as const;
    const records = { ...key, orders: [{ id: 1, ...order }] };
    const decision = decideCare(records, policy, question);
    expect(decision.careModel.value).toEqual({ kind: "model", model: "deep" });
    coverage.see(decision);
    const exceptional = { ...records, account: { ...key.account, id: "X" } };
    coverage.see(decideCare(exceptional, policy, question));
    const step = { kind: "step", of: [], details: {} } as const;
    const criterion = "campaigns.spring.criteria.status";
    coverage.see({
      value: 5,
      because: [
        { ...step, step: "award", path: criterion },
        { ...step, step: "reversal", path: "campaigns.spring.criteria.orders" },
      ],
      missing: [],
    });
    const figure = (kpi: string, known: object) => ({ kpi, figure: known }) as never;
    coverage.see({
      format: "hoito-board/1",
      asOf,
      period: "year",
      rows: [figure("active", { value: 1 }), figure("reach", { undefinedBecause: "notSupplied" })],
    } as never);
    const seen = covered(coverage);
    expect(seen).toEqual(
      expect.arrayContaining([
        "segments.interests.labels.rich",
        "segments.size.labels.key",
        "segments.life.transitions[0]",
        "segments.life.labels.customer",
        "segments.points.labels.high",
        "care.exceptions[0]",
        "kpis.active",
        criterion,
      ]),
    );
    expect(seen).not.toContain("kpis.reach");
    expect(seen.filter((path) => path.startsWith("campaigns."))).toEqual([criterion]);
    const { rows } = coverage.report();
    const kinds = new Set(rows.map(({ kind }) => kind));
    expect(kinds).toContain("careStep");
    expect(rows.find(({ kind }) => kind === "careStep")).toMatchObject({ met: 1, decided: 1 });
    expect(rows.filter(({ path }) => path.startsWith("segments.rfm.segments"))).toHaveLength(2);
  });

  it("stores its counts as JSON, and goes on from those of other processes", () => {
    const first = policyCoverage(visits);
    first.see(explainAccount(key, visits, { asOf }));
    const stored = JSON.parse(JSON.stringify(first.counts()));
    const second = policyCoverage(visits, stored, { "segments.gone.rules[0]": stored.x ?? none });
    const middle = { account: { id: "B", turnover: euros(1), headcount: 50 }, coverage: {} };
    second.see(explainAccount(middle, visits, { asOf }));
    expect(covered(second)).toContain("segments.size.rules[0]");
    expect(Object.keys(second.counts())).not.toContain("segments.gone.rules[0]");
  });

  it("takes no note of what no part of the policy is", () => {
    const coverage = policyCoverage(visits);
    const group = { kind: "all", verdict: "met", of: [] } as const;
    coverage.see({ value: 1, because: [group], missing: [] });
    const none = { value: { kind: "none" }, because: [group], missing: [] } as const;
    const care = decideCare(key, visits, question);
    coverage.see({ ...care, segment: { ...care.segment, because: [] }, careModel: none });
    expect(covered(coverage)).toEqual(["cadences.visits"]);
  });

  it("hears worked cases", () => {
    const coverage = policyCoverage(visits);
    const worked = { description: "key", given: key, asOf, expect: { segment: "key" } };
    runCases(coverage.policy, [worked]);
    expect(covered(coverage)).toEqual(["segments.size.labels.key"]);
  });
});

const none = { met: 1, notMet: 0, unknown: 0, decided: 0 };

describe("POL-05 checkCoverage", () => {
  const coverage = policyCoverage(visits);
  coverage.see(decideCare(key, visits, question));
  const report = coverage.report();

  it("asks for a percentage of all parts, and of single kinds, both inclusive", () => {
    expect(checkCoverage(report, { percent: 23 }).ok).toBe(true);
    const { ok, text } = checkCoverage(report, { percent: 24 });
    expect([ok, text.split("\n")[0]]).toEqual([false, "all parts: 3 of 13 is less than 24 %"]);
    const byKind = { careModel: 50, cadence: 100, exception: 100 };
    expect(checkCoverage(report, { percent: 0, byKind }).ok).toBe(true);
    const more = checkCoverage(report, { percent: 0, byKind: { careModel: 51 } });
    expect(more.text.split("\n")[0]).toBe("careModel: 1 of 2 is less than 51 %");
  });

  it("refuses a threshold that nothing could fall short of", () => {
    const refused = (threshold: object) => () => checkCoverage(report, threshold as never);
    expect(refused({ percnt: 80 })).toThrow("did you mean `percent`?");
    expect(refused({ share: 80 })).toThrow("`percent` is a number from 0 to 100");
    expect(refused({ percent: Number.NaN })).toThrow("`percent` is a number from 0 to 100");
    expect(refused({ percent: 0, byKind: { rule: 101 } })).toThrow("`byKind.rule` is a number");
    expect(refused({ percent: 0, byKind: { rules: 1 } })).toThrow("did you mean `rule`?");
    expect(refused({ percent: 0, byKind: { toString: 1 } })).toThrow("is no kind of part");
  });
});

/** One of every kind of part. */
const manyParts = {
  ...visitsPolicy,
  segments: {
    ...visitsPolicy.segments,
    interests: {
      method: "rules",
      labels: { rich: {}, big: {} },
      hitPolicy: "collect",
      rules: [
        { segment: "rich", when: { field: "size", equals: "key" } },
        { segment: "big", when: { field: "headcount", atLeast: 1 }, whenUnknown: "notMet" },
      ],
    },
    life: {
      method: "lifecycle",
      labels: { prospect: {}, customer: {} },
      start: "prospect",
      startsRelationship: ["customer"],
      events: { bought: { of: "orders" } },
      transitions: [{ from: "prospect", to: "customer", when: { event: "bought" } }],
    },
    grid: {
      method: "matrix",
      labels: { one: {}, other: {} },
      axes: [{ field: "size", values: ["key", "middle", "small"] }],
      cells: { key: "one", middle: "other", small: "other" },
    },
    points: {
      method: "scorecard",
      labels: { high: {}, low: {} },
      weightsSumTo: 1,
      criteria: [
        {
          of: "turnover",
          weight: 1,
          normalise: {
            by: "bands",
            bands: [{ points: 10, atLeast: { amount: "10.00", currency: "EUR" } }, { points: 0 }],
          },
        },
      ],
      missing: "undecided",
      bands: [{ segment: "high", atLeast: 5 }, { segment: "low" }],
    },
    rfm: {
      method: "rfm",
      labels: { best: {}, rest: {} },
      recency: "sinceOrder",
      frequency: "orders",
      monetary: "revenue",
      bins: 2,
      scoring: {
        by: "thresholds",
        boundary: "lower",
        recency: [100],
        frequency: [2],
        monetary: [{ amount: "100.00", currency: "EUR" }],
      },
      segments: [{ segment: "best", recency: [2, 2] }, { segment: "rest" }],
      hitPolicy: "first",
      neverBought: "rest",
      missing: "undecided",
    },
    all: {
      method: "rules",
      labels: { yes: {}, no: {} },
      hitPolicy: "first",
      rules: [
        {
          segment: "yes",
          when: {
            any: [
              { field: "interests", includes: "rich" },
              { field: "life", equals: "customer" },
              { field: "points", equals: "high" },
              { field: "grid", equals: "one" },
              { field: "rfm", equals: "best" },
            ],
          },
        },
      ],
      otherwise: "no",
    },
  },
  care: {
    segmentedBy: "all",
    models: {
      ...visitsPolicy.care.models,
      deep: { ownership: { mode: "none" }, cadences: "none", significance: 1 },
    },
    bySegment: { yes: "personal", no: "light" },
    exceptions: [{ accountId: "X", model: "light", reason: "their wish" }],
    paths: {
      deeper: {
        from: "personal",
        climbs: "stepByStep",
        steps: [{ to: "deep", when: { field: "orders", atLeast: 1 } }],
      },
    },
  },
  campaigns: { spring: springCampaign.definition },
  kpis: {
    active: { version: "1", figure: "accountsUnique" },
    reach: { version: "1", figure: "accountsUnique" },
  },
} as unknown as CarePolicy;

it("gives no words to a classifier without any", () => {
  expect(visitsWith({}).hash).toBe(visits.hash);
});
