import { orThrow } from "hoito";
import { parseCases } from "hoito/schemas";
import type { PolicyCase } from "hoito/testing";
import { runCase, runCases } from "hoito/testing";
import { describe, expect, it } from "vitest";
import { askBothWays } from "./outcome-of.js";
import {
  asOf,
  calendarDefinition as calendar,
  visits,
  visitsPolicy,
  visitsWith,
} from "./visits-policy.js";

const turnover = { minor: 10_000_000, currency: "EUR" };
const visit = { id: 1, accountId: "A", kind: "visit", status: "complete", heldOn: "2018-01-31" };
const given = {
  account: { id: "A", turnover, headcount: 10 },
  coverage: { activities: "complete", ownerships: "complete" },
  activities: [visit],
  ownerships: [
    { accountId: "A", personId: "anna", role: "responsible", naming: "named" },
    { accountId: "A", personId: "ben", role: "teamMember", naming: "named" },
  ],
} as const;

const worked = {
  description: "visited eight weeks ago",
  policy: "visits",
  given,
  asOf,
  calendar,
  expect: {
    segment: "key",
    segments: { activity: "undecided" },
    model: "personal",
    responsible: ["anna"],
    duties: [{ cadence: "visits", status: "due", ideal: "2018-03-28" }],
    because: ["segments.size.rules[0]", "care.bySegment.key"],
    missing: [],
    findings: [],
    validUntilDate: "2018-04-12",
  },
} as PolicyCase;

const differences = (changes: Partial<PolicyCase>) =>
  runCase(visits, { ...worked, ...changes }).differences.map(({ path, why }) => `${path}: ${why}`);

describe("POL-05 worked cases", () => {
  it("is met where everything comes out as expected", () => {
    expect(runCase(visits, worked)).toEqual({
      description: worked.description,
      verdict: "met",
      differences: [],
    });
    expect(askBothWays(visits, "toSatisfyCase", worked).outcome).toBe("holds");
  });

  it("tells every part that differs at once", () => {
    const expected: PolicyCase["expect"] = {
      segment: "middle",
      segments: { activity: "active" },
      model: "light",
      responsible: ["ben", "anna"],
      duties: [],
      because: ["segments.size.rules[1]", "segments.size.rule[0]", "somewhere.else.altogether"],
      missing: ["turnover"],
      findings: ["policy-not-in-force"],
      validUntilDate: null,
    };
    const result = runCase(visits, { ...worked, expect: expected });
    expect(result.verdict).toBe("notMet");
    expect(result.differences.map(({ path, why }) => `${path}: ${why}`)).toEqual([
      "expect.segment: different",
      "expect.segments.activity: undecided",
      "expect.model: different",
      "expect.duties: different",
      "expect.responsible: different",
      "expect.missing: different",
      "expect.findings: different",
      "expect.validUntilDate: different",
      "expect.because[0]: different",
      "expect.because[1]: notAskable",
      "expect.because[2]: notAskable",
    ]);
    const because = (path: string) => {
      const asked = { ...worked, expect: { because: [path] } };
      return runCase(visits, asked).differences.map(({ why, message }) => `${why}: ${message}`);
    };
    expect(because("care.bySegment.middle")).toEqual([
      "different: `care.bySegment.middle` is not among the reasons",
    ]);
    expect(because("care.bySegment.undecided")).toEqual([
      "different: `care.bySegment.undecided` is not among the reasons",
    ]);
    expect(because("segments.size.otherwise")).toEqual([
      "different: `segments.size.otherwise` is not among the reasons",
    ]);
    expect(because("activities")).toEqual(["different: `activities` is not among the reasons"]);
    expect(because("segments.size.rules[7]")[0]).toMatch(/^notAskable: the policy has nothing at/);
    expect(because("segmnts.activity")).toEqual([
      "notAskable: the policy has nothing at `segmnts.activity`; did you mean `segments.activity`?",
    ]);
    expect(because("version.minor")).toEqual([
      "notAskable: the policy has nothing at `version.minor`",
    ]);
    expect(because("")).toEqual(["notAskable: the policy has nothing at ``"]);
    const [, , , ...rest] = result.differences.map(({ message }) => message);
    expect(rest).toContain("`segments.size.rules[1]` is not met");
    expect(rest).toContain(
      "the policy has nothing at `segments.size.rule[0]`; did you mean `segments.size.rules[0]`?",
    );
    expect(rest).toContain("the policy has nothing at `somewhere.else.altogether`");
    const { message, outcome } = askBothWays(visits, "toSatisfyCase", {
      ...worked,
      expect: expected,
    });
    expect(outcome).toBe("neither");
    expect(message).toContain("expect.segments.activity: undecided; expected `active`");
  });

  it("is undecided where only facts are missing", () => {
    const unknown = { account: { id: "A" }, coverage: {} };
    const expected = {
      segment: "key",
      model: "personal",
      duties: [{ cadence: "visits" }],
      because: ["segments.size.rules[0]"],
    };
    const open = { ...worked, given: unknown, expect: expected };
    expect(differences(open)).toEqual([
      "expect.segment: undecided",
      "expect.model: undecided",
      "expect.duties: undecided",
      "expect.because[0]: undecided",
    ]);
    expect(runCase(visits, open).verdict).toBe("unknown");
    expect(askBothWays(visits, "toSatisfyCase", open).outcome).toBe("neither");
  });

  it("pairs duties whatever their order, and knows an undecided duty for one", () => {
    const unknown = { ...worked, given: { ...given, coverage: {} } } as PolicyCase;
    expect(
      differences({ ...unknown, expect: { duties: [{ cadence: "visits", status: "due" }] } }),
    ).toEqual(["expect.duties: undecided"]);
    expect(differences({ expect: { duties: [{ cadence: "visits", status: "late" }] } })).toEqual([
      "expect.duties: different",
    ]);
    expect(differences({ ...unknown, expect: { responsible: ["anna"] } })).toEqual([
      "expect.responsible: undecided",
    ]);
  });

  it("is not met where it names what is not there, or lacks its calendar", () => {
    expect(differences({ policy: "another" })).toEqual(["policy: notAskable"]);
    expect(
      differences({
        expect: {
          segment: "kee",
          segments: { sise: "key" },
          model: "persnal",
          duties: [{ cadence: "visit" }, { cadence: "visits" }],
        },
      }),
    ).toEqual([
      "expect.segment: notAskable",
      "expect.segments.sise: notAskable",
      "expect.model: notAskable",
      "expect.duties[0].cadence: notAskable",
    ]);
    const { calendar: _, ...without } = worked;
    expect(runCase(visits, without).differences.map(({ path }) => path)).toEqual([
      "expect.model",
      "expect.responsible",
      "expect.duties",
      "expect.missing",
      "expect.findings",
      "expect.validUntilDate",
      "expect.because[1]",
    ]);
    const segment = { segment: "key", because: ["segments.size.rules[0]"] };
    expect(runCase(visits, { ...without, expect: segment }).verdict).toBe("met");
    expect(runCase(visits, { ...without, expect: { segment: "key" } }).verdict).toBe("met");
    const reversed = { ...calendar, until: "2016-01-01" } as const;
    const broken = { ...worked, calendar: reversed, expect: { segment: "key" } };
    expect(differences(broken)).toEqual(["calendar.until: notAskable"]);
    const none = { ...worked, calendar: 7 as never, expect: { segment: "key" } };
    expect(differences(none)).toEqual(["calendar: notAskable"]);
    expect(askBothWays(visits, "toSatisfyCase", broken).outcome).toBe("neither");
  });

  it("does not know whether a duty is there whose cadence may not apply", () => {
    const { visits: cadence } = visitsPolicy.cadences;
    const asked = visitsWith({
      cadences: { visits: { ...cadence, appliesWhen: { field: "note", equals: "visit me" } } },
    });
    const outcome = (note: string | undefined, duties: readonly object[]) => {
      const account = note === undefined ? given.account : { ...given.account, own: { note } };
      const expected = { ...worked, given: { ...given, account }, expect: { duties } };
      return askBothWays(asked, "toSatisfyCase", expected as PolicyCase).outcome;
    };
    expect([outcome(undefined, []), outcome("no", []), outcome("visit me", [])]).toEqual([
      "neither",
      "holds",
      "opposite",
    ]);
    const twice = [{ cadence: "visits" }, { cadence: "visits" }];
    expect(outcome(undefined, twice)).toBe("opposite");
  });

  it("is not askable where it expects nothing, or in words that no case has", () => {
    expect(differences({ expect: {} })).toEqual(["expect: notAskable"]);
    const misspelt = { ...worked, expect: { segment: "key", modle: "light" } } as PolicyCase;
    expect(runCase(visits, misspelt).differences.map(({ message }) => message)).toEqual([
      "a case has no expectation `modle`; did you mean `model`?",
    ]);
    expect(askBothWays(visits, "toSatisfyCase", misspelt).outcome).toBe("neither");
    const duties = [{ cadence: "visits", statsu: "due" }, { cadence: "visits" }];
    expect(differences({ expect: { duties } } as Partial<PolicyCase>)).toEqual([
      "expect.duties[0]: notAskable",
    ]);
  });

  it("takes no step for taken that care may not have come by", () => {
    const unknown = { account: { id: "A" }, coverage: {} };
    const open = { ...worked, given: unknown, expect: { because: ["care.bySegment.key"] } };
    expect(differences(open)).toEqual(["expect.because[0]: undecided"]);
    expect(askBothWays(visits, "toSatisfyCase", open).outcome).toBe("neither");
  });

  it("compares the findings that an answer carries", () => {
    const later = visitsWith({ validFrom: "2019-01-01" });
    const findings = ["policy-not-in-force"];
    expect(runCase(later, { ...worked, expect: { findings } }).verdict).toBe("met");
    expect(runCase(later, worked).differences.map(({ path }) => path)).toContain("expect.findings");
  });

  it("goes by what people decided, where the case says so", () => {
    expect(differences({ memberships: [] })).toEqual([]);
  });

  it("reports all cases of a file to people", () => {
    const wrong = { ...worked, description: "wrong", expect: { segment: "middle" } };
    const account = { id: "A" };
    const open = {
      ...worked,
      description: "open",
      given: { account, coverage: {} },
      expect: { segment: "key" },
    };
    const report = runCases(visits, [worked, wrong, open]);
    expect([report.met, report.notMet, report.unknown, report.ok]).toEqual([1, 1, 1, false]);
    expect(report.text).toBe(
      [
        "met: visited eight weeks ago",
        "NOT MET: wrong",
        "  expect.segment: expected `middle`, it is `key`",
        "UNDECIDED: open",
        "  expect.segment: undecided; expected `key`, it is `undecided`; missing: turnover, headcount",
      ].join("\n"),
    );
    expect(runCases(visits, [worked]).ok).toBe(true);
    expect(runCases(visits, []).ok).toBe(false);
  });
});

describe("what is no case", () => {
  it("what a case leaves undefined is not expected", () => {
    const asked = { ...worked, expect: { segment: "key", model: undefined } };
    expect(runCase(visits, asked as unknown as PolicyCase).verdict).toBe("met");
  });

  it("matchers say what stands in the place of a case or a duty", () => {
    const noCase = askBothWays(visits, "toSatisfyCase", null as never);
    expect([noCase.outcome, noCase.message]).toEqual([
      "neither",
      expect.stringContaining("there is no case: read cases of JSON with `parseCases`"),
    ]);
    const question = { asOf } as never;
    const noDuty = askBothWays(visits, "toMakeDue", worked.given, "visits" as never, question);
    expect([noDuty.outcome, noDuty.message]).toEqual([
      "neither",
      expect.stringContaining("a duty is an object, such as `{ cadence }`"),
    ]);
  });

  it("says what a case is made of, in JavaScript too", () => {
    const said = (wrong: unknown) => {
      const { verdict, differences } = runCase(visits, wrong as PolicyCase);
      return [verdict, ...differences.map(({ why, message }) => `${why}: ${message}`)];
    };
    const alone = "`given` of a case: an account alone does not say what is known of it";
    const around = "write `{ account, coverage: {} }`, with its records beside it";
    const none = "`given` of a case: there is no account with its records";
    for (const wrong of [null, {}, { given: { account: 7, coverage: {} } }]) {
      expect(said(wrong)).toEqual(["notMet", `notAskable: ${none}: ${around}`]);
    }
    expect(said({ ...worked, given: { id: "A" } })).toEqual([
      "notMet",
      `notAskable: ${alone}: ${around}`,
    ]);
    expect(said({ ...worked, expect: null })).toEqual([
      "notMet",
      "notAskable: a case says under `expect` what the policy is to answer",
    ]);
  });

  it("refuses records of another account, which nobody would count", () => {
    const others = { ...given, activities: [{ ...visit, accountId: "B" }] };
    const { differences } = runCase(visits, { ...worked, given: others } as PolicyCase);
    expect(differences.map(({ path, why }) => `${path}: ${why}`)).toContain(
      "given.activities[0].accountId: notAskable",
    );
    const parsed = parseCases({ ...worked, given: { ...others, account: { id: "A" } } });
    expect(parsed.findings.map(({ code, path }) => `${code} at ${path}`)).toEqual([
      "orphan-record at given.activities[0].accountId",
    ]);
    const file = { cases: [{ ...worked, given: { ...others, account: { id: "A" } } }] };
    expect(parseCases(file).findings.map(({ path }) => path)).toEqual([
      "cases[0].given.activities[0].accountId",
    ]);
  });
});

describe("POL-05 parseCases", () => {
  const plain = JSON.parse(JSON.stringify(worked)) as Record<string, unknown>;
  const found = (input: unknown) =>
    parseCases(input).findings.map(({ path, code }) => `${path}: ${code}`);

  it("reads one case, a list of them, or a file", () => {
    const one = orThrow(parseCases(plain));
    expect(one).toEqual([worked]);
    expect(orThrow(parseCases([plain, plain]))).toHaveLength(2);
    const { policy, asOf: day, calendar: days, ...rest } = plain;
    const file = { $schema: "./x.json", policy, asOf: day, calendar: days, cases: [rest] };
    expect(orThrow(parseCases(JSON.stringify(file)))).toEqual([worked]);
    const own = { ...rest, asOf: "2018-04-01" };
    expect(orThrow(parseCases({ ...file, cases: [own] }))[0]?.asOf).toBe("2018-04-01");
    expect(runCases(visits, one).ok).toBe(true);
  });

  it("reads own fields by their kinds, and money in decimals", () => {
    const account = {
      id: "A",
      turnover: { amount: "100000.00", currency: "EUR" },
      own: { tier: 1 },
    };
    const input = { ...plain, given: { account, coverage: {} }, expect: { segment: "key" } };
    const [read] = orThrow(parseCases(input, { own: { tier: "number" } }));
    expect(read?.given.account.turnover).toEqual(turnover);
    const extra = { account: { ...account, hedcount: 1 }, coverage: {} };
    const warned = parseCases({ ...input, given: extra });
    expect([warned.ok, warned.findings.map(({ path }) => path)]).toEqual([
      true,
      ["given.account.hedcount"],
    ]);
    const wrong = parseCases(input, { own: { tier: "text" } });
    expect(wrong.findings.map(({ path }) => path)).toEqual(["given.account.own.tier"]);
  });

  it("tells everything that is wrong at once, with its path", () => {
    const broken = {
      asof: "2018-01-01",
      cases: [
        { ...plain, description: "", asOf: "2018-02-30" },
        { ...plain, expect: { segmnet: "key" } },
        { ...plain, expect: { segments: {}, duties: [{ cadnce: "visits" }] } },
        { ...plain, given: { account: { id: "A", hedcount: 1 }, coverage: { order: "complete" } } },
        "no case",
        { ...plain, calendar: { ...calendar, until: "2016-01-01", holydays: [] } },
        { ...plain, expect: { segments: {} } },
        { ...plain, expect: null },
      ],
    };
    expect(found(broken)).toEqual([
      "asof: unknown-property",
      "cases[0].description: empty-text",
      "cases[0].asOf: not-a-civil-date",
      "cases[1].expect.segmnet: unknown-property",
      "cases[1].expect: no-expectation",
      "cases[2].expect.duties[0].cadence: missing-property",
      "cases[2].expect.duties[0].cadnce: unknown-property",
      "cases[2].expect.segments: no-expectation",
      "cases[3].given.account.hedcount: unknown-property",
      "cases[3].given.coverage.order: unknown-property",
      "cases[4]: wrong-type",
      "cases[5].calendar.holydays: unknown-property",
      "cases[5].calendar.until: span-reversed",
      "cases[6].expect.segments: no-expectation",
      "cases[7].expect: wrong-type",
    ]);
    const { findings } = parseCases(broken);
    const warnings = findings.filter(({ severity }) => severity === "warning");
    expect(warnings.map(({ path }) => path)).toEqual(["cases[3].given.account.hedcount"]);
    expect(findings[3]?.suggestion).toBe("segment");
  });

  it("refuses a kind of record that it does not know, whose records would be lost", () => {
    const ofActivity = { ...given, activities: [{ ...visit, mood: "good" }] };
    const own = parseCases({ ...plain, given: ofActivity });
    expect([own.ok, own.findings.map(({ path }) => path)]).toEqual([
      true,
      ["given.activities[0].mood"],
    ]);
    for (const lost of [{ activites: [visit] }, { coverage: { activites: "complete" } }]) {
      const { ok, findings } = parseCases({ ...plain, given: { ...given, ...lost } });
      expect([ok, findings[0]?.suggestion]).toEqual([false, "activities"]);
    }
  });

  it("refuses what is no case at all", () => {
    expect(found("{")).toEqual([": not-json"]);
    expect(found(7)).toEqual([": wrong-type"]);
    expect(found([])).toEqual([": no-cases"]);
    expect(found({ cases: [] })).toEqual(["cases: no-cases"]);
    expect(found({ cases: {} })).toEqual(["cases: wrong-type"]);
    const deep = JSON.parse(`${"[".repeat(40)}${"]".repeat(40)}`);
    expect(found(deep)[0]).toContain("too-deep");
  });
});
