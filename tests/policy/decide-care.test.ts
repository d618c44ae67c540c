import { describe, expect, it } from "vitest";
import type { Account, AccountRecords } from "../../src/facts/index.js";
import {
  type CarePolicy,
  type CompiledPolicy,
  classifyAccount,
  compilePolicy,
  decideCare,
  explainAccount,
  fitPolicy,
  libraryVersion,
} from "../../src/policy/index.js";
import { orThrow } from "../../src/shapes/index.js";
import { type CalendarDefinition, type CivilDate, compileCalendar } from "../../src/time/index.js";
import { faultOf } from "../time/fault-of.js";
import { calendar, sampleAccount, sampleBase, samplePolicy } from "./sample-policy.js";

const asOf = "2018-03-28";
const compile = (more: object = {}): CompiledPolicy => {
  return orThrow(compilePolicy({ ...samplePolicy, ...more } as CarePolicy));
};
const fitted = (more: object = {}) => fitPolicy(sampleBase, compile(more), { asOf });
const decide = (
  records: Partial<AccountRecords> = {},
  compiled = fitted(),
  date: CivilDate = asOf,
) => decideCare({ ...sampleAccount, ...records }, compiled, { asOf: date, calendar });

describe("decideCare", () => {
  it("says everything about one account, with reasons", () => {
    const decision = decide();
    expect(decision.segment.value).toEqual({ kind: "segment", segment: "key" });
    expect(decision.careModel.value).toEqual({ kind: "model", model: "personal" });
    expect(decision.owner.value).toMatchObject({ kind: "lacking" });
    const { value } = decision.duties;
    expect(value.kind === "duties" && value.duties.map((each) => each.value.status)).toEqual([
      "due",
    ]);
    expect(decision.segment.because[1]).toMatchObject({
      rule: "segments.group.rules[1]",
      verdict: "met",
      of: [
        {
          of: [
            { path: "revenue", boundFrom: { kind: "cut", name: "topFifth" } },
            { path: "revenue", boundFrom: { kind: "parameter", name: "topRevenue" } },
          ],
        },
      ],
    });
  });

  it("hands the account back as it came, the host's own fields included", () => {
    const account: Account<{ readonly storeCount: number }> = { id: "A", own: { storeCount: 7 } };
    const records = { ...sampleAccount, account };
    const decision = decideCare(records, fitted(), { asOf, calendar });
    expect(decision.account).toBe(account);
    const storeCount: number | undefined = decision.account.own?.storeCount;
    expect(storeCount).toBe(7);
  });

  it("gives no model, no owner and no duties to an account that is excluded", () => {
    const decision = decide({ account: { id: "A", relations: ["competitor"] } });
    expect(decision.segment.value).toEqual({ kind: "excluded" });
    expect(decision.careModel.value).toEqual({ kind: "none" });
    expect(decision.owner.value).toEqual({ kind: "notNeeded" });
    expect(decision.duties.value).toEqual({ kind: "duties", duties: [] });
  });

  it("gives no duties under a model without cadences", () => {
    const decision = decide({ orders: [] });
    expect(decision.segment.value).toEqual({ kind: "segment", segment: "standard" });
    expect(decision.careModel.value).toEqual({ kind: "model", model: "light" });
    expect(decision.duties.value).toEqual({ kind: "duties", duties: [] });
  });

  it("is undecided all the way down where facts are missing, and names them", () => {
    const decision = decide({ coverage: {} });
    expect(decision.segment.value).toEqual({
      kind: "undecided",
      candidates: ["key", "quiet", "standard"],
    });
    for (const each of [decision.segment, decision.careModel, decision.owner, decision.duties]) {
      expect(each.value.kind).toBe("undecided");
      expect(each.missing).toEqual([{ path: "orders", why: "notSupplied" }]);
    }
  });

  it("knows its duties as far as the activities are known", () => {
    const { activities: _, ...coverage } = sampleAccount.coverage;
    const { duties } = decide({ coverage });
    expect(duties.missing).toEqual([{ path: "activities", why: "notSupplied" }]);
    expect(duties.value).toMatchObject({ duties: [{ value: { status: "undecided" } }] });
  });

  it("throws for a day that is none", () => {
    expect(faultOf(() => decide({}, fitted(), "2018-02-30"))[0]).toBe("not-a-civil-date");
  });
});

describe("records of another account", () => {
  const [order] = sampleAccount.orders!;
  const stranger = { ...order!, accountId: "B" };

  it("are not counted, and told as findings", () => {
    const orders = [stranger, ...sampleAccount.orders!, stranger];
    const { findings, ...decision } = decide({ orders });
    const { findings: none, ...alone } = decide();
    expect(decision).toEqual(alone);
    expect(none).toEqual([]);
    const message = 'of account `"B"`, not of `"A"`: not counted';
    expect(findings).toEqual([
      { code: "orphan-record", severity: "error", path: "orders[0].accountId", message, row: 0 },
      {
        code: "orphan-record",
        severity: "error",
        path: `orders[${orders.length - 1}].accountId`,
        message,
        row: orders.length - 1,
      },
    ]);
  });

  it("are those of the same id of another type, as in a whole base", () => {
    const account = { ...sampleAccount.account, id: 1 };
    const orders = sampleAccount.orders!.map((each) => ({ ...each, accountId: "1" }));
    const decision = decide({ account, orders, activities: [] });
    expect(decision.segment.value).toEqual({ kind: "segment", segment: "standard" });
    expect(new Set(decision.findings.map(({ message }) => message))).toEqual(
      new Set(['of account `"1"`, not of `1`: not counted']),
    );
    const records = { ...sampleAccount, account, orders };
    const alone = { ...records, activities: [] };
    expect(classifyAccount(alone, fitted(), { asOf })).toEqual(decision.segment.value);
    expect(explainAccount(alone, fitted(), { asOf }).value).toEqual(decision.segment.value);
  });
});

describe("a calendar that ends before a duty's window", () => {
  const monthly = {
    method: "interval",
    counts: { field: "kind", equals: "visit" },
    earliest: { months: 1 },
    ideal: { months: 2 },
    latest: { months: 3 },
    whenNever: "dueAtOnce",
    roll: "previous",
  } as const;
  const compiled = fitted({ cadences: { visit: monthly } });
  const visit = { accountId: "A", kind: "visit", status: "held" } as const;
  const activities = [{ ...visit, id: 1, heldOn: "2024-11-01" }] as const;
  const year = {
    from: "2024-01-01",
    until: "2025-01-01",
    weekend: ["saturday", "sunday"],
  } as const;
  const ask = (change: Partial<CalendarDefinition>) => {
    const span = orThrow(compileCalendar({ ...year, ...change }));
    const orders = sampleAccount.orders!.map((each) => ({ ...each, orderedOn: "2024-10-01" }));
    const records = { ...sampleAccount, orders, activities } as AccountRecords;
    const decision = decideCare(records, compiled, { asOf: "2024-11-30", calendar: span });
    const { value } = decision.duties;
    const [duty] = value.kind === "duties" ? value.duties : [];
    return { latest: duty?.value.window?.latest, findings: decision.findings };
  };

  it("leaves the day where it is, and says so", () => {
    expect(ask({ until: "2026-01-01" })).toEqual({ latest: "2025-01-31", findings: [] });
    const { latest, findings } = ask({});
    expect(latest).toBe("2025-02-01");
    const span = "from `2024-01-01` until `2025-01-01`";
    expect(findings).toEqual([
      {
        code: "date-outside-calendar",
        severity: "warning",
        path: "cadences.visit.roll",
        message: `the calendar ${span} has no working day for \`2025-01-01\` of \`A|visit|#2\`: not rolled`,
      },
    ]);
  });

  it("says so too where it begins after the window, or its first days are not worked", () => {
    const after = { from: "2026-01-01", until: "2027-01-01" } as const;
    expect(ask(after).findings).toHaveLength(1);
    // 2025-01-01 is a Wednesday, and no day before it is known.
    const { latest, findings } = ask({
      from: "2025-01-01",
      until: "2026-01-01",
      weekend: ["wednesday"],
    });
    expect(latest).toBe("2025-02-01");
    expect(findings.map(({ code }) => code)).toEqual(["date-outside-calendar"]);
  });
});

describe("POL-01 validity", () => {
  const compiled = fitted({ validFrom: "2018-01-01", validUntil: "2019-01-01" });
  const findings = (date: CivilDate) =>
    decide({}, compiled, date).findings.map(({ code, severity, message }) => [
      code,
      severity,
      message,
    ]);

  it.each<[CivilDate, string | undefined]>([
    ["2017-12-31", "asked on 2017-12-31, but the policy is in force from 2018-01-01"],
    ["2018-01-01", undefined],
    ["2018-12-31", undefined],
    ["2019-01-01", "asked on 2019-01-01, but the policy was in force until 2019-01-01"],
  ])("asked on %s", (date, message) => {
    const expected = message === undefined ? [] : [["policy-not-in-force", "warning", message]];
    expect(findings(date)).toEqual(expected);
  });

  it("without dates holds always", () => {
    const { validFrom: _, ...always } = samplePolicy;
    expect(decide({}, orThrow(compilePolicy(always)), "1900-01-01").findings).toEqual([]);
  });

  it("bounds how long an answer holds", () => {
    const quiet = { orders: [] };
    expect(decide(quiet, compiled, "2017-06-01").validUntilDate).toBe("2018-01-01");
    expect(decide(quiet, compiled, "2018-06-01").validUntilDate).toBe("2019-01-01");
    expect(decide(quiet, compiled, "2019-06-01").validUntilDate).toBeUndefined();
  });
});

describe("validUntilDate", () => {
  it("is the day on which the account turns quiet", () => {
    const light = {
      orders: [{ ...sampleAccount.orders![0]!, value: { minor: 1, currency: "EUR" } }],
    };
    const decision = decide(light);
    expect(decision.segment.value).toMatchObject({ segment: "standard" });
    expect(decision.validUntilDate).toBe("2018-07-21");
    expect(decide(light, fitted(), "2018-07-21").segment.value).toMatchObject({
      segment: "standard",
    });
    expect(decide(light, fitted(), "2018-07-22").segment.value).toMatchObject({ segment: "quiet" });
  });

  it("is the day on which an ownership or an exception begins or ends", () => {
    const quiet = { orders: [] };
    const ownership = {
      accountId: "A",
      personId: "Aino",
      role: "responsible",
      naming: "named",
      validFrom: "2018-05-01",
    } as const;
    expect(decide({ ...quiet, ownerships: [ownership] }).validUntilDate).toBe("2018-05-01");
    const exception = {
      accountId: "A",
      model: "light",
      reason: "asked not to be visited",
      validUntil: "2018-04-15",
    };
    const care = { ...samplePolicy.care, exceptions: [exception] };
    const decision = decide(quiet, fitted({ care }));
    expect(decision.validUntilDate).toBe("2018-04-15");
    expect(decision.careModel.because).toMatchObject([{ step: "careException" }]);
  });
});

describe("POL-09 provenance", () => {
  const made = {
    policyId: "wholesale",
    policyVersion: "1",
    policyHash: compile().hash,
    libraryVersion,
    asOf,
  };

  it("is on every decision and every fit", () => {
    expect(decide().madeWith).toEqual(made);
    expect(fitted().fit?.madeWith).toEqual(made);
    expect(made.policyHash).toMatch(/^[0-9a-f]{16}$/);
  });
});

describe("FACT-14 money of several currencies in decisions", () => {
  const crowns = [
    ...sampleAccount.orders!,
    {
      id: 2,
      accountId: "A",
      orderedOn: "2018-02-01",
      value: { minor: 1000_00, currency: "SEK" },
    } as const,
  ];

  it("leaves the segment undecided without a rate table", () => {
    const { segment } = decide({ orders: crowns });
    expect(segment.value).toEqual({ kind: "undecided", candidates: ["key", "standard"] });
    expect(segment.missing).toEqual([{ path: "orders.value", why: "otherCurrency" }]);
  });

  it("is converted with one", () => {
    const exchangeRates = { to: "EUR", rates: { SEK: "0.0953" }, rounding: "halfUp" } as const;
    const { segment } = decide({ orders: crowns, exchangeRates });
    expect(segment.value).toEqual({ kind: "segment", segment: "key" });
    expect(segment.because[1]).toMatchObject({
      of: [{ of: [{ value: { minor: 5095_30, currency: "EUR" } }, {}] }],
    });
  });

  it("is of no currency where the policy names none", () => {
    const group = {
      ...samplePolicy.segments.group,
      rules: [{ segment: "key", when: { field: "turnover", isMissing: false } }],
    };
    const more = { currency: undefined, parameters: {}, measures: {}, cuts: {} };
    const compiled = compile({ ...more, segments: { group } });
    const account = { id: "A", turnover: { minor: 1, currency: "EUR" } };
    expect(compiled.currency).toBe("");
    expect(decide({ account }, compiled).segment.value).toMatchObject({ segment: "standard" });
  });
});

describe("fields of an account", () => {
  const group = (when: object) => ({
    segments: {
      group: { ...samplePolicy.segments.group, rules: [{ segment: "key", when }] },
    },
  });
  const segmentOf = (when: object, account: Account, more: object = {}) =>
    decide({ account }, compile({ ...group(when), ...more })).segment.value;
  const key = { kind: "segment", segment: "key" };

  it("are its properties, its judgements and the host's own", () => {
    expect(segmentOf({ field: "headcount", atLeast: 7 }, { id: 1, headcount: 7 })).toEqual(key);
    const judged = { value: "high", judgedOn: "2018-01-01" } as const;
    const judgements = { growthPotential: judged };
    expect(segmentOf({ field: "growthPotential", equals: "high" }, { id: 1, judgements })).toEqual(
      key,
    );
    expect(segmentOf({ field: "tier", equals: "gold" }, { id: 1, own: { tier: "gold" } })).toEqual(
      key,
    );
  });

  it("are missing where they are not there, also under names that objects inherit", () => {
    const missing = (when: object, account: Account, more: object = {}) =>
      decide({ account }, compile({ ...group(when), ...more })).segment.missing;
    const expected = (path: string) => [{ path, why: "missing" }];
    expect(missing({ field: "growthPotential", equals: "high" }, { id: 1 })).toEqual(
      expected("growthPotential"),
    );
    expect(missing({ field: "tier", equals: "gold" }, { id: 1 })).toEqual(expected("tier"));
    const fields = { constructor: "text" };
    const when = { field: "constructor", equals: "x" };
    expect(missing(when, { id: 1, own: {} }, { fields })).toEqual(expected("constructor"));
    expect(missing(when, { id: 1 }, { fields })).toEqual(expected("constructor"));
  });

  it("are the host's own where it declares them, though accounts have a property of that name", () => {
    const fields = { dealerId: "text" };
    const when = { field: "dealerId", equals: "north" };
    const account = { id: 1, dealerId: "D-1", own: { dealerId: "north" } };
    expect(segmentOf(when, account, { fields })).toEqual(key);
  });

  it("are unknown when they are not of their kind", () => {
    const decision = decide(
      { account: { id: 1, own: { tier: "bronze" } } },
      compile(group({ field: "tier", equals: "gold" })),
    );
    expect(decision.segment.missing).toEqual([{ path: "tier", why: "illTyped" }]);
  });
});
