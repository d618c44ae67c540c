/**
 * The service company's own tests of its SME policy, as a company would write them: who is an
 * independent SME, who gets a named manager, and that nobody is asked too often.
 */
import fc from "fast-check";
import {
  type Account,
  type AccountRecords,
  type Activity,
  addDays,
  computeBoard,
  decideCare,
  fitPolicy,
  money,
  orThrow,
  recordsByAccount,
} from "hoito";
import { smeCare2022 } from "hoito/presets";
import { parseCases } from "hoito/schemas";
import { checkCoverage, policyCoverage } from "hoito/testing";
import { records } from "hoito/testing/fast-check";
import { matchGolden } from "hoito/testing/node";
import { describe, expect, it } from "vitest";
import "hoito/testing/vitest";
import limits from "../golden/care/s2-contract-limit.json" with { type: "json" };
import funnel from "../golden/segments/classifiers/sme-funnel.json" with { type: "json" };
import { agreedOn, valuesOf } from "./agreed-on.js";
import { compiledPreset } from "./all-presets.js";
import cases from "./sme-care-2022.cases.json" with { type: "json" };

const { asOf, period, illustrativeSchedule, sampleBase } = smeCare2022;
const sample = sampleBase({ asOf, accounts: 80 });
const { base, calendar, until, substitutions } = sample;
const plain = compiledPreset(smeCare2022);
/** Sees which parts of the policy these tests bring about. */
const covered = policyCoverage(plain);
const { policy } = covered;
const ask = { asOf, calendar };
const everything = Object.fromEntries(Object.keys(base.coverage).map((kind) => [kind, "complete"]));

/** The policy by another reading of its source. */
const read = (name: string) => compiledPreset(smeCare2022, name);

/** An independent company of forty people with an open-ended contract since 2019. */
function company(facts: Partial<Account> = {}): AccountRecords {
  return {
    account: {
      id: "v",
      relationshipStart: "2019-01-07",
      headcount: 40,
      turnover: money("4000000.00", "EUR"),
      companyOwnershipShare: 0,
      chainSteered: false,
      inGroup: false,
      contractValue: money("5000.00", "EUR"),
      serviceBreadth: 2,
      ...facts,
    },
    contracts: [{ id: "k", accountId: "v", startsOn: "2019-01-07" }],
    coverage: everything,
  };
}

const young = { id: "y", accountId: "v", startsOn: "2022-09-01" } as const;
const ended = { accountId: "v", endedOn: "2022-09-28" } as const;
const left = { accountId: "v", endedOn: "2022-01-10" } as const;
const called: Activity = {
  ...{ id: "c", accountId: "v", kind: "call", status: "complete", heldOn: "2022-03-14" },
};

/** The base with those accounts alone of which all is known that their care depends on. */
const decided = {
  ...base,
  accounts: base.accounts.filter(({ inGroup }) => inGroup !== undefined),
};

describe("POL-06 the SME policy is sound", () => {
  it("is complete: every segment, care model and goal has what it needs", () => {
    expect(policy).toBeComplete();
  });

  it("is proved, leaves out nobody, and has no findings", () => {
    expect(policy).toBeProved({ asOf });
    expect(policy).toCoverEveryAccount({ asOf });
    expect(policy).toHaveNoFindings({ asOf });
  });
});

describe("POL-06 who is an SME", () => {
  /** What the worked cases call `notSme` is taken out here, and industry is no step of its own. */
  const here = (label: string): string =>
    label === "notSme" ? "excluded" : label === "focus" ? "sme" : label;
  const { given, expected } = funnel[0]!;
  const worked = given.accounts.map((account, at) => [at, account, here(expected[at]!)] as const);

  it.each(worked)("company %i of the worked cases: %j is %s", (_, account, segment) => {
    const facts = { id: "v", ...account } as Account;
    expect(policy).toClassify({ account: facts, coverage: {} }, segment, { asOf });
  });

  it("smaller in one of two is micro by the other reading, which few companies meet", () => {
    const either = read("microByEither");
    const rich = company({ headcount: 9, turnover: money("2000000.01", "EUR") });
    expect(policy).toClassify(rich, "sme", { asOf });
    expect(either).toClassify(rich, "micro", { asOf });
    expect(either).toMoveAtMost({ percent: 15 }, { from: policy, base: decided, asOf });
  });
});

describe("POL-06 who cares for it", () => {
  const models = { team: "teamCare", named: "namedCare", large: "largeCustomerCare" };

  it.each(limits)("$description", ({ given, expected }) => {
    const { contractValue, serviceBreadth = 1, revenue = 0 } = given as Record<string, number>;
    const euros = (minor: number) => ({ minor, currency: "EUR" });
    const facts = {
      serviceBreadth,
      ...(contractValue === undefined ? {} : { contractValue: euros(contractValue) }),
    };
    const { contractValue: _value, ...account } = company().account;
    const each: AccountRecords = {
      ...company(),
      account: { ...account, ...facts },
      revenues: [{ accountId: "v", bookedOn: asOf, amount: euros(revenue) }],
    };
    const { model } = expected as { readonly model?: keyof typeof models };
    expect(policy).toGiveCare(each, model === undefined ? "undecided" : models[model], ask);
  });

  it("the people can do all of it in the half-year to come", () => {
    const rules = illustrativeSchedule;
    expect(policy).toBeKeepableOn(decided, { ...ask, until, substitutions, rules });
  });

  it("nobody contacts a chain", () => {
    const chains = { field: "chainSteered", equals: true } as const;
    expect(policy).toNeverContact(chains, { ...ask, base: decided, until, substitutions });
  });
});

describe("POL-06 what is due", () => {
  it.each(orThrow(parseCases(cases)))("$description", (worked) => {
    expect(policy).toSatisfyCase(worked);
  });

  it("a micro company hears regularly by the other reading", () => {
    const tiny = company({ headcount: 5, turnover: money("100000.00", "EUR") });
    const duty = { cadence: "regularContact" };
    expect(policy).not.toMakeDue(tiny, duty, ask);
    expect(read("microContacted")).toMakeDue(tiny, duty, ask);
  });

  it.each<[string, Partial<AccountRecords>, string, string]>([
    ["nothing has begun", { contracts: [] }, "acquisition", "nothing"],
    ["a contract a month old", { contracts: [young] }, "deployment", "nothing"],
    ["one that has run for years", { activities: [called] }, "steady", "contacted"],
    ["one that has ended", { terminations: [ended] }, "ended", "nothing"],
    [
      "a new one after the end",
      { contracts: [young], terminations: [left] },
      "deployment",
      "nothing",
    ],
  ])("%s", (_, changes, phase, contactOfYear) => {
    const each = { ...company(), ...changes };
    expect(policy).toClassify(each, phase, { asOf, classifier: "phase" });
    expect(policy).toClassify(each, contactOfYear, { asOf, classifier: "contactOfYear" });
  });

  it("who has left is asked how the end was", () => {
    const each = { ...company(), terminations: [ended] };
    expect(policy).toMakeDue(each, { cadence: "atEnd", status: "due" }, ask);
  });

  it("every half-year, by the other reading, the score is asked for again", () => {
    const survey = { id: "s", accountId: "v", kind: "survey", topic: "nps" } as const;
    const held = { status: "complete", heldOn: "2022-03-14" } as const;
    const asked: AccountRecords = { ...company(), activities: [{ ...survey, ...held }] };
    expect(policy).toMakeDue(asked, { cadence: "nps", status: "fulfilled" }, ask);
    expect(read("npsHalfYearly")).not.toMakeDue(
      asked,
      { cadence: "nps", status: "fulfilled" },
      ask,
    );
  });
});

describe("POL-06 laws of the company's own", () => {
  it("nobody is asked within sixty days of another survey, whatever else has happened", () => {
    const surveys = ["nps", "afterChange", "afterDealing", "atStart", "atEnd"];
    const law = fc.property(records(plain, { asOf }), (each) => {
      const { activities = [], coverage } = each;
      const since = addDays(asOf, -59);
      const isRecent = activities.some(({ kind, status, heldOn = "" }) => {
        const isHeld = status === "held" || status === "complete";
        return kind === "survey" && isHeld && heldOn >= since && heldOn <= asOf;
      });
      if (!isRecent || coverage.activities !== "complete") return true;
      const { value } = decideCare(each, plain, ask).duties;
      const duties = value.kind === "duties" ? value.duties : [];
      return duties.every(({ cadence, value: { window } }) => {
        return !surveys.includes(cadence) || window === undefined || window.latest > asOf;
      });
    });
    fc.assert(law, { numRuns: 60 });
  });
});

describe("POL-06 what was agreed on", () => {
  it("segments, contacts and figures of the sample are those of the golden file", () => {
    const fitted = fitPolicy(base, plain, { asOf });
    const board = covered.see(computeBoard(base, fitted.kpis, { asOf, period }));
    matchGolden("tests/golden/presets/sme-care-2022.json", {
      ...agreedOn(smeCare2022, fitted, sample),
      figures: valuesOf(board),
    });
  });
});

it("POL-06 says nowhere in numbers when a missed contact lapses, for the source does not", () => {
  const lapses = Object.values(smeCare2022.policy.cadences).flatMap((cadence) => {
    return "lapses" in cadence ? [cadence.lapses] : [];
  });
  expect(lapses.filter((each) => each !== "never" && !("parameter" in each))).toEqual([]);
  expect(lapses.length).toBeGreaterThan(5);
});

describe("POL-06 the tests themselves", () => {
  it("bring about nine tenths of the policy, every rule, step, model and cadence of it", () => {
    for (const each of recordsByAccount(base)) covered.see(decideCare(each, plain, ask));
    const whole = { rule: 100, careStep: 100, careModel: 100, cadence: 100, kpi: 100 };
    const { ok, text } = checkCoverage(covered.report(), { percent: 90, byKind: whole });
    expect(ok, text).toBe(true);
  });
});
