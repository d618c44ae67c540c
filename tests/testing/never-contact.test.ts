import { type CarePolicy, compilePolicy, fitPolicy, orThrow } from "hoito";
import { type CustomerCampaignDefinition, compileCustomerCampaign } from "hoito/campaigns";
import { describe, expect, it } from "vitest";
import { askBothWays } from "./outcome-of.js";
import { asOf, calendar, visits, visitsPolicy, visitsWith } from "./visits-policy.js";

const euros = (minor: number) => ({ minor, currency: "EUR" });
const accounts = [
  { id: "key", turnover: euros(10_000_000), own: { note: "no calls" } },
  { id: "small", turnover: euros(1), headcount: 1, own: { note: "fine" } },
  { id: "unknown", own: { note: "fine" } },
] as const;

const base = {
  accounts,
  coverage: { activities: "complete", ownerships: "complete", permissions: "complete" },
} as const;

const question = { base, asOf, until: "2018-05-01", calendar } as const;

describe("POL-05 toNeverContact", () => {
  it("finds a duty of an account named by its id", () => {
    const asked = askBothWays(visits, "toNeverContact", "key", question);
    expect(asked.outcome).toBe("opposite");
    expect(asked.message).toContain("contacts: `key|visits|#1`");
    expect(askBothWays(visits, "toNeverContact", ["small"], question).outcome).toBe("holds");
    const both = askBothWays(visits, "toNeverContact", ["small", "key"], question);
    expect(both.outcome).toBe("opposite");
  });

  it("cannot be asked of nobody, nor without a base", () => {
    const nobody = askBothWays(visits, "toNeverContact", [], question);
    expect([nobody.outcome, nobody.message]).toEqual([
      "neither",
      expect.stringContaining("no account is named"),
    ]);
    for (const wrong of [
      { ...question, base: undefined },
      { ...question, base: { accounts: {} } },
    ]) {
      const asked = askBothWays(visits, "toNeverContact", "key", wrong as never);
      expect([asked.outcome, asked.message]).toEqual([
        "neither",
        expect.stringContaining("there is no customer base"),
      ]);
    }
  });

  it("is undecided where the model or the contacts are unknown", () => {
    const asked = askBothWays(visits, "toNeverContact", "unknown", question);
    expect(asked.outcome).toBe("neither");
    expect(asked.message).toContain("undecided: `unknown: careModel`");
    const silent = { ...question, base: { ...base, coverage: {} } };
    expect(askBothWays(visits, "toNeverContact", "key", silent).outcome).toBe("neither");
  });

  it("takes a condition over fields and segments of the policy", () => {
    const calls = { field: "note", equals: "no calls" };
    const asked = askBothWays(visits, "toNeverContact", calls, question);
    expect(asked.outcome).toBe("opposite");
    const smaller = { all: [{ field: "size", equals: "small" }, calls] };
    const none = askBothWays(visits, "toNeverContact", smaller, question);
    // That nobody is contacted of whom there is nobody says nothing.
    expect(none.outcome).toBe("neither");
    expect(none.message).toContain("none of the 3 accounts is meant");
    // Of the third account nobody knows the size, nor what is due.
    const small = askBothWays(
      visits,
      "toNeverContact",
      { field: "size", equals: "small" },
      question,
    );
    expect(small.outcome).toBe("neither");
  });

  it("fails both ways on an account or a field that is not there", () => {
    const id = askBothWays(visits, "toNeverContact", "smal", question);
    expect(id.message).toContain("the base has no account `smal`; did you mean `small`?");
    for (const gone of [undefined, [undefined]] as unknown as readonly string[]) {
      const asked = askBothWays(visits, "toNeverContact", gone, question);
      expect([asked.outcome, asked.message.includes("no account `undefined`")]).toEqual([
        "neither",
        true,
      ]);
    }
    const far = askBothWays(visits, "toNeverContact", 17, question);
    expect(far.message).toMatch(/no account `17`$/);
    const condition = { field: "hedcount", atLeast: 1 };
    const field = askBothWays(visits, "toNeverContact", condition, question);
    expect([field.outcome, field.message.includes("did you mean `headcount`?")]).toEqual([
      "neither",
      true,
    ]);
  });

  it("leaves out what is forbidden, and does not know where permissions are not", () => {
    const reach = {
      channels: ["phone"],
      isMarketing: false,
      level: "account",
      whenNone: "allowed",
      whenUnknown: "undecided",
    } as const;
    const asking = visitsWith({
      cadences: { visits: { ...visitsPolicy.cadences.visits, reach } },
    } as Partial<CarePolicy>);
    const permissions = [{ accountId: "key", channel: "phone", verdict: "forbidden" }] as const;
    const forbidden = { ...question, base: { ...base, permissions } };
    expect(askBothWays(asking, "toNeverContact", "key", forbidden).outcome).toBe("holds");
    const coverage = { activities: "complete" } as const;
    const unknown = { ...question, base: { ...base, coverage } };
    expect(askBothWays(asking, "toNeverContact", "key", unknown).outcome).toBe("neither");
    expect(askBothWays(asking, "toNeverContact", "key", question).outcome).toBe("opposite");
  });

  it("counts a planned contact that takes the place of a duty, and no other plan", () => {
    const planned = {
      accountId: "key",
      kind: "visit",
      status: "planned",
      personId: "anna",
    } as const;
    const visit = { accountId: "key", kind: "visit" } as const;
    const held = { ...visit, id: 2, status: "complete", heldOn: "2018-01-31" } as const;
    const activities = [{ id: 1, ...planned, plannedOn: "2018-04-03" }, held] as const;
    const pinned = { ...question, base: { ...base, activities } };
    const taken = askBothWays(visits, "toNeverContact", "key", pinned);
    expect([taken.outcome, taken.error.actual]).toEqual([
      "opposite",
      ["key|visits|#2", "key|visits|#3"],
    ]);
    const other = [{ ...activities[0], accountId: "small" }] as const;
    const own = { ...question, base: { ...base, activities: other } };
    expect(askBothWays(visits, "toNeverContact", "small", own).outcome).toBe("holds");
  });

  it("reads measures of the host, and cuts of the fit", () => {
    const policy = orThrow(
      compilePolicy({
        ...visitsPolicy,
        measures: { worth: { supplied: "number" } },
        cuts: { top: { of: "worth", quantile: 0.5, type: 7 } },
        segments: { size: visitsPolicy.segments.size },
      } as CarePolicy),
    );
    const worthy = { ...base, measures: { worth: [3, 2, 1] } };
    const fitted = fitPolicy(worthy, policy, { asOf });
    const meant = { field: "worth", atLeast: { cut: "top" } } as const;
    const asked = { ...question, base: worthy };
    expect(askBothWays(fitted, "toNeverContact", meant, asked).outcome).toBe("opposite");
    const others = { field: "worth", equals: 2 } as const;
    expect(askBothWays(fitted, "toNeverContact", others, asked).outcome).toBe("holds");
  });

  it("counts the contacts of customer campaigns within the horizon", () => {
    const definition: CustomerCampaignDefinition = {
      targetGroup: "small ones",
      target: { field: "size", equals: "small" },
      offering: "summer range",
      sales: { records: "orders" },
      channels: ["email"],
      timing: [{ label: "April", from: "2018-04-01", until: "2018-05-01" }],
      contacts: { field: "topic", equals: "summer" },
      permission: { isMarketing: true, whenNone: "allowed" },
      effect: {
        afterDays: 0,
        baseline: "yearBefore",
        channelOf: "firstContact",
        whenUnknown: "unknown",
      },
    };
    const around = {
      name: "summer",
      currency: "EUR",
      labels: { size: ["key", "middle", "small"] },
    };
    const campaigns = [orThrow(compileCustomerCampaign(definition, around))];
    const asked = (whom: string, until: "2018-04-01" | "2018-05-01") =>
      askBothWays(visits, "toNeverContact", whom, { ...question, until, campaigns });
    const contact = asked("small", "2018-05-01");
    expect([contact.outcome, contact.message.includes("small: campaign summer")]).toEqual([
      "opposite",
      true,
    ]);
    expect(asked("small", "2018-04-01").outcome).toBe("holds");
    const light = visitsWith({
      care: {
        ...visitsPolicy.care,
        bySegment: { key: "light", middle: "light", small: "light" },
        models: { light: visitsPolicy.care.models.light },
      },
      cadences: {},
    } as Partial<CarePolicy>);
    const open = askBothWays(light, "toNeverContact", "unknown", { ...question, campaigns });
    expect([open.outcome, open.message.includes("`unknown: campaign summer`")]).toEqual([
      "neither",
      true,
    ]);
    expect(askBothWays(light, "toNeverContact", "key", { ...question, campaigns }).outcome).toBe(
      "holds",
    );
  });
});
