import { type CarePolicy, compilePolicy, orThrow } from "hoito";
import { expectPolicy, PolicyAssertionError, policyMatchers } from "hoito/testing";
import { describe, expect, it } from "vitest";
import { askBothWays } from "./outcome-of.js";
import {
  asOf,
  calendar,
  calendarDefinition,
  visits,
  visitsPolicy,
  visitsWith,
} from "./visits-policy.js";

const euros = (minor: number) => ({ minor, currency: "EUR" });
const question = { asOf, calendar };
const visited = (heldOn: "2018-01-31" | "2018-03-20") =>
  ({
    account: { id: "A", turnover: euros(10_000_000) },
    coverage: { activities: "complete", ownerships: "complete" },
    activities: [{ id: 1, accountId: "A", kind: "visit", status: "complete", heldOn }],
  }) as const;

describe("POL-05 toClassify", () => {
  it("holds at the threshold and not just below it", () => {
    const at = { id: "A", turnover: euros(10_000_000) };
    const below = { id: "B", turnover: euros(9_999_999), headcount: 50 };
    expect(askBothWays(visits, "toClassify", at, "key", { asOf }).outcome).toBe("holds");
    const asked = askBothWays(visits, "toClassify", below, "key", { asOf });
    expect(asked.outcome).toBe("opposite");
    expect(asked.message).toContain("expected that account `B` is classified `key` by `size`");
    expect(asked.message).toContain("it is `middle`");
    expect(asked.message).toContain("turnover 99999.99 EUR, atLeast 100000.00 EUR: not met");
    expect([asked.error.expected, asked.error.actual]).toEqual(["key", "middle"]);
  });

  it("is neither way where a fact is missing, and says which", () => {
    const asked = askBothWays(visits, "toClassify", { id: "A", headcount: 10 }, "key", { asOf });
    expect(asked.outcome).toBe("neither");
    expect(asked.message).toContain("undecided whether");
    expect(asked.message).toContain("between `key`, `small`");
    expect(asked.message).toContain("missing: `turnover` (missing)");
  });

  it("knows that an account undecided between others is certainly not in a third segment", () => {
    const account = { id: "A", headcount: 10 };
    expect(askBothWays(visits, "toClassify", account, "middle", { asOf }).outcome).toBe("opposite");
    expect(askBothWays(visits, "toClassify", account, "undecided", { asOf }).outcome).toBe("holds");
    expect(askBothWays(visits, "toClassify", account, "conflict", { asOf }).outcome).toBe(
      "neither",
    );
  });

  it("asks another classifier, over records too", () => {
    const order = { accountId: "A", orderedOn: "2018-03-01", value: euros(100) } as const;
    const records = {
      account: { id: "A" },
      coverage: { orders: "complete" },
      orders: [1, 2, 3].map((id) => ({ id, ...order })),
    } as const;
    const classifier = "activity";
    const asked = { asOf, classifier };
    expect(askBothWays(visits, "toClassify", records, "active", asked).outcome).toBe("holds");
    const fewer = { ...records, orders: records.orders.slice(1) };
    const { outcome, message } = askBothWays(visits, "toClassify", fewer, "active", asked);
    expect(outcome).toBe("opposite");
    expect(message).toContain("orders 2, atLeast 3: not met");
    expect(message).toContain("`segments.activity.otherwise`: segment fading");
  });

  it("fails both ways on a name that is not there, with the nearest one", () => {
    const account = { id: "A", headcount: 10 };
    const label = askBothWays(visits, "toClassify", account, "midle", { asOf });
    expect([label.outcome, label.message]).toEqual([
      "neither",
      "cannot ask whether account `A` is classified `midle` by `size`:\n" +
        "  the policy has no segment `midle`; did you mean `middle`?",
    ]);
    const asked = { asOf, classifier: "sise" };
    const classifier = askBothWays(visits, "toClassify", account, "key", asked);
    expect(classifier.message).toContain("no classifier `sise`; did you mean `size`?");
    const far = askBothWays(visits, "toClassify", account, "platinum", { asOf });
    expect(far.message).toContain("no segment `platinum`: `key`, `middle`, `small`, `excluded`");
  });

  it("fails both ways on a label that was left out", () => {
    const none = undefined as unknown as string;
    const asked = askBothWays(visits, "toClassify", { id: "A" }, none, { asOf });
    expect([asked.outcome, asked.message.includes("no segment `undefined`")]).toEqual([
      "neither",
      true,
    ]);
  });

  it("takes several segments under `collect`, and is careful while one may still join", () => {
    const collecting = visitsWith({
      segments: {
        ...visitsPolicy.segments,
        interests: {
          method: "rules",
          labels: { big: {}, rich: {} },
          hitPolicy: "collect",
          rules: [
            { segment: "big", when: { field: "headcount", atLeast: 100 } },
            { segment: "rich", when: { field: "turnover", atLeast: { parameter: "keyTurnover" } } },
          ],
        },
      },
    } as Partial<CarePolicy>);
    const asked = { asOf, classifier: "interests" };
    const both = { id: "A", headcount: 100, turnover: euros(10_000_000) };
    const open = { id: "A", headcount: 100 };
    const outcomes = [
      askBothWays(collecting, "toClassify", both, "big+rich", asked),
      askBothWays(collecting, "toClassify", both, "big", asked),
      askBothWays(collecting, "toClassify", open, "big", asked),
      askBothWays(collecting, "toClassify", open, "big+rch", asked),
    ];
    expect(outcomes.map(({ outcome }) => outcome)).toEqual([
      "holds",
      "opposite",
      "neither",
      "neither",
    ]);
    expect(outcomes[3]?.message).toContain("no segment `rch`; did you mean `rich`?");
  });

  it("goes by approved memberships where they are handed over", () => {
    const decided = visitsWith({
      segments: {
        ...visitsPolicy.segments,
        size: {
          ...visitsPolicy.segments.size,
          labels: { key: { decidedBy: "board", unlessApproved: "middle" }, middle: {}, small: {} },
        },
      },
    } as Partial<CarePolicy>);
    const account = { id: "A", turnover: euros(10_000_000) };
    const asked = { asOf, memberships: [] };
    expect(askBothWays(decided, "toClassify", account, "key", { asOf }).outcome).toBe("holds");
    expect(askBothWays(decided, "toClassify", account, "middle", asked).outcome).toBe("holds");
    const approved = {
      format: "hoito-membership/1",
      id: "M-1",
      accountId: "A",
      segment: "key",
      basis: "data",
      reason: "their size",
      proposedBy: "anna",
      proposedOn: "2018-01-01",
      validFrom: "2018-01-01",
      decidedBy: "board",
      status: "approved",
      decision: { by: { body: "board" }, on: "2018-01-01", reason: "yes" },
    } as const;
    const inForce = { asOf, memberships: [approved] };
    expect(askBothWays(decided, "toClassify", account, "key", inForce).outcome).toBe("holds");
    const nobody = { id: "B" };
    expect(askBothWays(decided, "toClassify", nobody, "small", asked).outcome).toBe("neither");
    const activity = { ...asked, classifier: "activity" };
    expect(askBothWays(decided, "toClassify", account, "active", activity).outcome).toBe("neither");
  });
});

describe("POL-05 toGiveCare and toMakeDue", () => {
  it("tells the care model, and between which it is undecided", () => {
    const records = visited("2018-01-31");
    expect(askBothWays(visits, "toGiveCare", records, "personal", question).outcome).toBe("holds");
    const not = askBothWays(visits, "toGiveCare", records, "light", question);
    expect([not.outcome, not.error.actual]).toEqual(["opposite", "personal"]);
    const unknown = { account: { id: "B" }, coverage: {} };
    const open = askBothWays(visits, "toGiveCare", unknown, "light", question);
    expect(open.outcome).toBe("neither");
    expect(open.message).toContain("it is `undecided` between `personal`, `light`, `none`");
    const asked = askBothWays(visits, "toGiveCare", unknown, "undecided", question);
    expect(asked.outcome).toBe("holds");
    const misspelt = askBothWays(visits, "toGiveCare", unknown, "ligth", question);
    expect(misspelt.message).toContain("no care model `ligth`; did you mean `light`?");
  });

  it("finds a duty by what is told of it", () => {
    const records = visited("2018-01-31");
    const due = { cadence: "visits", status: "due", ideal: "2018-03-28", latest: "2018-04-11" };
    const asked = (duty: object) =>
      askBothWays(visits, "toMakeDue", records, { cadence: "visits", ...duty }, question);
    expect(asked(due).outcome).toBe("holds");
    expect(asked({ effortMinutes: 90, daysLate: 0 }).outcome).toBe("holds");
    const other = asked({ ideal: "2018-03-29" });
    expect(other.outcome).toBe("opposite");
    expect(other.message).toContain('"ideal":"2018-03-28"');
    expect(asked({ cadence: "visit" }).message).toContain("did you mean `visits`?");
  });

  it("fails both ways on what no duty could ever be like", () => {
    const asked = (duty: object) => {
      const expected = { cadence: "visits", ...duty };
      const records = visited("2018-01-31");
      const { outcome, message } = askBothWays(visits, "toMakeDue", records, expected, question);
      return [outcome, message.split("\n")[1]?.trim()];
    };
    expect(asked({ statsu: "due" })).toEqual([
      "neither",
      "a duty has no property `statsu`; did you mean `status`?",
    ]);
    expect(asked({ status: "lat" })).toEqual([
      "neither",
      "a duty has no status `lat`; did you mean `late`?",
    ]);
    expect(asked({ businessLine: "care" })).toEqual([
      "neither",
      "the policy has no business line `care`: there is none",
    ]);
    expect(asked({ latest: "2018-4-11" })).toEqual([
      "neither",
      "`latest` of a duty is no day like 2018-03-28",
    ]);
  });

  it("tells duties apart by business line and channel", () => {
    const reach = {
      channels: ["phone"],
      isMarketing: false,
      level: "account",
      whenNone: "allowed",
      whenUnknown: "undecided",
    } as const;
    const { effortMinutes: _, ...unknownEffort } = visitsPolicy.cadences.visits;
    const lines = visitsWith({
      businessLines: ["care", "sales"],
      cadences: { visits: { ...unknownEffort, reach, perBusinessLine: true } },
    } as Partial<CarePolicy>);
    const { account, ownerships } = { ...visited("2018-01-31"), ownerships: [] };
    const records = {
      account,
      ownerships,
      coverage: { activities: "complete", ownerships: "complete", permissions: "complete" },
    } as const;
    const asked = (duty: object) =>
      askBothWays(lines, "toMakeDue", records, { cadence: "visits", ...duty }, question).outcome;
    expect(asked({ businessLine: "care", channel: "phone" })).toBe("holds");
    expect(asked({ businessLine: "sales", channel: "email" })).toBe("opposite");
    const paired = {
      description: "whoever may take either line gives way",
      given: records,
      ...question,
      calendar: calendarDefinition,
      expect: { duties: [{ cadence: "visits" }, { cadence: "visits", businessLine: "care" }] },
    };
    expect(askBothWays(lines, "toSatisfyCase", paired).outcome).toBe("holds");
    const twice = { cadence: "visits", businessLine: "care" };
    const both = { ...paired, expect: { duties: [twice, twice] } };
    expect(askBothWays(lines, "toSatisfyCase", both).outcome).toBe("opposite");
  });

  it("is undecided where contacts are unknown, or the model is", () => {
    const unknown = { ...visited("2018-01-31"), coverage: {} };
    const due = { cadence: "visits", status: "due" } as const;
    expect(askBothWays(visits, "toMakeDue", unknown, due, question).outcome).toBe("neither");
    const open = { cadence: "visits", status: "undecided" } as const;
    expect(askBothWays(visits, "toMakeDue", unknown, open, question).outcome).toBe("holds");
    const nothing = { account: { id: "A" }, coverage: {} };
    const asked = askBothWays(visits, "toMakeDue", nothing, due, question);
    expect(asked.outcome).toBe("neither");
    expect(asked.message).toContain("its care model is undecided");
  });

  it("is no duty of an account whose models do not have the cadence", () => {
    const small = { account: { id: "A", headcount: 1, turnover: euros(1) }, coverage: {} };
    const duty = { cadence: "visits" };
    const asked = askBothWays(visits, "toMakeDue", small, duty, question);
    expect([asked.outcome, asked.message.includes("no duty at all")]).toEqual(["opposite", true]);
    const { segments } = visitsPolicy;
    const light = visitsWith({
      care: {
        ...visitsPolicy.care,
        bySegment: { key: "personal", middle: "light", small: "team" },
        models: {
          ...visitsPolicy.care.models,
          team: { ownership: { mode: "none" }, cadences: "none", significance: 3 },
        },
      },
      segments: { ...segments, size: { ...segments.size, otherwise: "small" } },
    } as Partial<CarePolicy>);
    const between = { account: { id: "A", turnover: euros(1) }, coverage: {} };
    expect(askBothWays(light, "toMakeDue", between, duty, question).outcome).toBe("opposite");
  });
});

describe("POL-05 the one table of matchers", () => {
  it("feeds runners with pass, message, expected and received", () => {
    const account = { id: "A", headcount: 10 };
    const { toClassify } = policyMatchers;
    const asked = [visits, account, "middle", { asOf }] as const;
    const result = toClassify.call({}, ...asked);
    expect(result).toMatchObject({ pass: false, expected: "middle", received: "undecided" });
    expect(result.message()).toMatch(/^expected that account `A`/);
    const key = [visits, account, "key", { asOf }] as const;
    expect(toClassify.call({ isNot: false }, ...key).pass).toBe(false);
    expect(toClassify.call({ isNot: true }, ...key).pass).toBe(true);
    const holds = [visits, account, "undecided", { asOf }] as const;
    const opposite = toClassify.call({ isNot: true }, ...holds);
    expect(opposite.message()).toMatch(/^expected it not to be so that account `A`/);
  });

  it("throws an error that any runner knows for an assertion", () => {
    const ask = (): void => {
      expectPolicy(visits).toClassify({ id: "A", headcount: 10 }, "middle", { asOf });
    };
    expect(ask).toThrow(PolicyAssertionError);
    const { error } = askBothWays(visits, "toClassify", { id: "A" }, "key", { asOf });
    expect(error).toMatchObject({ name: "AssertionError", code: "ERR_ASSERTION" });
    expect(error.operator).toBe("toClassify");
    const held = askBothWays(visits, "toClassify", { id: "A" }, "undecided", { asOf });
    expect(held.error.operator).toBe("not.toClassify");
  });

  it("says what to write where the subject is no compiled policy", () => {
    const unpacked = compilePolicy(visitsPolicy) as never;
    const { message, outcome } = askBothWays(unpacked, "toBeProved", { asOf });
    expect([outcome, message]).toEqual([
      "neither",
      "cannot ask whether `toBeProved` holds:\n" +
        "  the subject is no compiled policy: write `orThrow(compilePolicy(policy))`",
    ]);
    expect(() => orThrow(compilePolicy(visitsPolicy))).not.toThrow();
  });
});
