import type { CarePolicy } from "hoito";
import { policyCoverage } from "hoito/testing";
import { describe, expect, it } from "vitest";
import { askBothWays } from "./outcome-of.js";
import { asOf, calendar, visits, visitsPolicy, visitsWith } from "./visits-policy.js";

const euros = (minor: number) => ({ minor, currency: "EUR" });
const { segments } = visitsPolicy;

/** Rules that compare a field with a field, which no proof looks into. */
const opaque = [
  { segment: "key", when: { field: "headcount", atLeast: { field: "serviceBreadth" } } },
  { segment: "middle", when: { field: "headcount", lessThan: { field: "serviceBreadth" } } },
  { segment: "small", when: { field: "headcount", isMissing: true } },
];

const size = (changes: object) =>
  visitsWith({
    segments: { ...segments, size: { ...segments.size, ...changes } },
  } as Partial<CarePolicy>);

describe("POL-05 toCoverEveryAccount", () => {
  it("holds where it is proved, and where there is a default", () => {
    expect(askBothWays(visits, "toCoverEveryAccount", { asOf }).outcome).toBe("holds");
    const asked = { asOf, classifier: "activity" };
    const { outcome, message } = askBothWays(visits, "toCoverEveryAccount", asked);
    expect([outcome, message.includes("it has a default")]).toEqual(["holds", true]);
  });

  it("shows the accounts that fall through", () => {
    const holes = size({ rules: segments.size.rules.slice(0, 2) });
    const { outcome, message, error } = askBothWays(holes, "toCoverEveryAccount", { asOf });
    expect(outcome).toBe("opposite");
    expect(message).toMatch(/it leaves out an account with .*headcount \d+/);
    expect(error.actual).toHaveLength(1);
  });

  it("takes a default that is left open for none", () => {
    const holes = size({ rules: segments.size.rules.slice(0, 2), otherwise: undefined });
    expect(askBothWays(holes, "toCoverEveryAccount", { asOf }).outcome).toBe("opposite");
    const { rows } = policyCoverage(holes).report();
    expect(rows.map(({ path }) => path)).not.toContain("segments.size.otherwise");
  });

  it("leaves out everybody where there is no rule at all", () => {
    const { message } = askBothWays(size({ rules: [] }), "toCoverEveryAccount", { asOf });
    expect(message).toContain("it leaves out an account with nothing known");
  });

  it("is neither way where the prover cannot tell", () => {
    const asked = askBothWays(size({ rules: opaque }), "toCoverEveryAccount", { asOf });
    expect([asked.outcome, asked.message.includes("not proved: opaqueTest")]).toEqual([
      "neither",
      true,
    ]);
    const scored = visitsWith({
      segments: {
        ...segments,
        card: {
          method: "scorecard",
          labels: { high: {}, low: {} },
          weightsSumTo: 1,
          criteria: [
            {
              of: "headcount",
              weight: 1,
              normalise: { by: "bands", bands: [{ points: 1, atLeast: 9 }, { points: 0 }] },
            },
          ],
          missing: "undecided",
          bands: [{ segment: "high", atLeast: 1 }, { segment: "low" }],
        },
      },
    } as Partial<CarePolicy>);
    const card = askBothWays(scored, "toCoverEveryAccount", { asOf, classifier: "card" });
    expect(card.outcome).toBe("neither");
    expect(card.message).toContain("`scorecard`");
    const wrong = askBothWays(visits, "toCoverEveryAccount", { asOf, classifier: "sizes" });
    expect(wrong.message).toContain("did you mean `size`?");
  });
});

describe("POL-05 toBeProved, toBeComplete and toHaveNoFindings", () => {
  const idle = size({ otherwise: "small" });

  it("says what the prover says", () => {
    expect(askBothWays(visits, "toBeProved", { asOf }).outcome).toBe("holds");
    const { outcome, message } = askBothWays(idle, "toBeProved", { asOf });
    expect(outcome).toBe("opposite");
    expect(message).toContain("(default-never-used)");
    const unsettled = askBothWays(size({ rules: opaque }), "toBeProved", { asOf });
    expect(unsettled.outcome).toBe("neither");
  });

  it("names what is not whole yet", () => {
    expect(askBothWays(visits, "toBeComplete").outcome).toBe("holds");
    const calls = { ...visitsPolicy.cadences.visits };
    const unused = visitsWith({
      cadences: { ...visitsPolicy.cadences, calls },
    } as Partial<CarePolicy>);
    const { outcome, message } = askBothWays(unused, "toBeComplete");
    expect(outcome).toBe("opposite");
    expect(message).toContain("(unused-cadence)");
    const { message: found } = askBothWays(unused, "toHaveNoFindings", { asOf });
    expect(found).toContain("(unused-cadence)");
  });

  it("accepts findings by code, or by code and path, as long as they occur", () => {
    const code = "default-never-used";
    const path = "segments.size.otherwise";
    const asked = (except: readonly (string | { code: string; path: string })[]) =>
      askBothWays(idle, "toHaveNoFindings", { asOf, except });
    expect(askBothWays(visits, "toHaveNoFindings", { asOf }).outcome).toBe("holds");
    expect(askBothWays(idle, "toHaveNoFindings", { asOf }).outcome).toBe("opposite");
    expect(asked([code]).outcome).toBe("holds");
    expect(asked([{ code, path }]).outcome).toBe("holds");
    expect(asked([{ code, path: "segments.activity.otherwise" }, code]).outcome).toBe("neither");
    const stale = asked([code, "rules-overlap"]);
    expect([stale.outcome, stale.message.includes("no longer found: `rules-overlap`")]).toEqual([
      "neither",
      true,
    ]);
    expect(asked([{ code, path: "x" }]).message).toContain(`\`${code}\` at \`x\``);
  });

  it("asks for readiness where the policy speaks of it", () => {
    const said = { by: "director", on: "2018-01-01" } as const;
    const ready = visitsWith({ readiness: { customersIdentified: said, baseAnalysed: said } });
    const { message } = askBothWays(ready, "toHaveNoFindings", { asOf });
    expect(message).toContain("(strategy-not-stated)");
  });
});

const schedule = {
  shortWeeks: { fullWeekDays: 5 },
  late: "leave",
  evenWithinDays: 3,
  levelSteps: 10,
  farFromMinutes: 120,
} as const;

const key = (id: string) => ({ id, turnover: euros(10_000_000) });
const small = (id: string) => ({ id, turnover: euros(1), headcount: 1 });
const owned = (accountId: string) =>
  ({ accountId, personId: "anna", role: "responsible", naming: "named" }) as const;

describe("POL-05 toBeKeepableOn", () => {
  const horizon = { asOf, until: "2018-04-04", calendar } as const;
  const base = (accounts: readonly string[], weeklyCapacityMinutes: number) =>
    ({
      accounts: accounts.map(key),
      coverage: { activities: "complete", ownerships: "complete" },
      ownerships: accounts.map(owned),
      people: [{ id: "anna", weeklyCapacityMinutes }],
    }) as const;
  const planned = visitsWith({ schedule });

  it("holds where there is time, and shows the shortage where there is none", () => {
    const enough = askBothWays(planned, "toBeKeepableOn", base(["A"], 2000), horizon);
    expect(enough.outcome).toBe("holds");
    const short = askBothWays(planned, "toBeKeepableOn", base(["A", "B", "C"], 100), horizon);
    expect(short.outcome).toBe("opposite");
    expect(short.message).toMatch(/`anna` in 2018-W\d+.*: \d+ minutes short/);
  });

  it("counts what nobody can do as impossible, and what is unknown as undecided", () => {
    const nobody = { ...base(["A"], 2000), ownerships: [] };
    const asked = askBothWays(planned, "toBeKeepableOn", nobody, horizon);
    expect(asked.outcome).toBe("opposite");
    expect(asked.message).toContain("1 duties are not counted: nobodyEligible");
    const unknown = { ...base(["A"], 2000), coverage: { ownerships: "complete" } } as const;
    const open = askBothWays(planned, "toBeKeepableOn", unknown, horizon);
    expect(open.outcome).toBe("neither");
    expect(open.message).toContain("undecided: `A duties`");
  });

  it("needs scheduling rules from somewhere", () => {
    const asked = askBothWays(visits, "toBeKeepableOn", base(["A"], 2000), horizon);
    expect([asked.outcome, asked.message.includes("no rules") || true]).toEqual(["neither", true]);
    expect(asked.message).toContain("chapter `schedule`");
    const rules = { ...horizon, rules: schedule };
    expect(askBothWays(visits, "toBeKeepableOn", base(["A"], 2000), rules).outcome).toBe("holds");
  });
});

describe("POL-05 toMoveAtMost", () => {
  const twice = visitsWith({
    parameters: {
      ...visitsPolicy.parameters,
      keyTurnover: { amount: "200000.00", currency: "EUR" },
    },
  });
  const accounts = [
    { ...key("A"), headcount: 80 },
    { ...small("B") },
    { ...small("C") },
    { ...small("D") },
  ];
  const question = { from: visits, base: { accounts, coverage: {} }, asOf };

  it("counts in percent or accounts, both inclusive", () => {
    const outcome = (limit: { percent: number } | { accounts: number }) =>
      askBothWays(twice, "toMoveAtMost", limit, question).outcome;
    expect([outcome({ percent: 25 }), outcome({ percent: 24.9 })]).toEqual(["holds", "opposite"]);
    expect([outcome({ accounts: 1 }), outcome({ accounts: 0 })]).toEqual(["holds", "opposite"]);
    const { message, error } = askBothWays(twice, "toMoveAtMost", { percent: 5 }, question);
    expect(message).toContain("1 do: `A: key → middle`");
    expect(error.actual).toMatchObject({ moved: 1, undecided: 0 });
  });

  it("never counts the undecided as unmoved", () => {
    const base = { accounts: [...accounts, { id: "E" }], coverage: {} };
    const asked = (most: number) =>
      askBothWays(twice, "toMoveAtMost", { accounts: most }, { ...question, base });
    expect([asked(2).outcome, asked(1).outcome, asked(0).outcome]).toEqual([
      "holds",
      "neither",
      "opposite",
    ]);
    expect(asked(1).message).toContain("undecided on either side: `E`");
  });

  it("fails both ways on a limit that is none, and on a policy that is not compiled", () => {
    const limits = [{ percant: 5 }, { percent: Number.NaN }, { accounts: -1 }, {}, undefined];
    for (const limit of [...limits, { percent: 5, accounts: 1 }]) {
      const { outcome, message } = askBothWays(
        twice,
        "toMoveAtMost",
        limit as { percent: number },
        question,
      );
      expect([outcome, message]).toEqual(["neither", expect.stringContaining("a limit is `{ ")]);
    }
    const from = visitsPolicy as never;
    const raw = askBothWays(twice, "toMoveAtMost", { percent: 5 }, { ...question, from });
    expect([raw.outcome, raw.message.split("\n")[1]?.trim()]).toEqual([
      "neither",
      "`from` is no compiled policy",
    ]);
  });

  it("cannot be asked over an empty base, and asks both policies for the classifier", () => {
    const base = { accounts: [], coverage: {} };
    const empty = askBothWays(twice, "toMoveAtMost", { percent: 0 }, { ...question, base });
    expect(empty.outcome).toBe("neither");
    expect(empty.message).toContain("the base has no account, and nobody can move");
    const asked = { ...question, classifier: "activty" };
    const wrong = askBothWays(twice, "toMoveAtMost", { percent: 0 }, asked);
    expect(wrong.message).toContain("did you mean `activity`?");
    const { activity: _, ...without } = segments;
    const other = visitsWith({ segments: without });
    const gone = { ...question, classifier: "activity" };
    const lacking = askBothWays(other, "toMoveAtMost", { percent: 0 }, gone);
    expect([lacking.outcome, lacking.message.includes("no classifier `activity`")]).toEqual([
      "neither",
      true,
    ]);
    const same = askBothWays(twice, "toMoveAtMost", { percent: 100 }, gone);
    expect(same.outcome).toBe("holds");
  });
});
