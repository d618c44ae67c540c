/**
 * The adult institute's own tests of its policy, as a company would write them: that each group has
 * its plan, and that value is weighed by what is known.
 */
import fc from "fast-check";
import {
  type Account,
  type AccountPlan,
  type AccountRecords,
  type CivilDate,
  checkCarePlan,
  classifyAccounts,
  compilePolicy,
  computeBoard,
  decideCare,
  fitPolicy,
  money,
  type Order,
  orThrow,
  recordsByAccount,
  redact,
  withParameters,
} from "hoito";
import { dutiesOfSubject } from "hoito/cadence";
import { adultInstitute2010 } from "hoito/presets";
import { parseCases } from "hoito/schemas";
import { checkCoverage, policyCoverage } from "hoito/testing";
import { records } from "hoito/testing/fast-check";
import { matchGolden } from "hoito/testing/node";
import { toEpochDay } from "hoito/time";
import { describe, expect, it } from "vitest";
import "hoito/testing/vitest";
import potentials from "../golden/segments/classifiers/potential-customer.json" with {
  type: "json",
};
import cases from "./adult-institute-2010.cases.json" with { type: "json" };
import { agreedOn, valuesOf } from "./agreed-on.js";
import { compiledPreset } from "./all-presets.js";

const { asOf, period, illustrativeSchedule, illustrativeValues, sampleBase } = adultInstitute2010;
const sample = sampleBase({ asOf, accounts: 60 });
const { base, calendar, until, substitutions } = sample;
const fitted = fitPolicy(base, compiledPreset(adultInstitute2010), { asOf });
/** Sees which parts of the policy these tests bring about. */
const covered = policyCoverage(fitted);
const { policy } = covered;
const ask = { asOf, calendar };
const everybody = recordsByAccount(base);

/** The base with those accounts alone that are decided, and owned where they should be. */
const settled = {
  ...base,
  accounts: everybody
    .filter((each) => {
      const { owner } = decideCare(each, fitted, ask);
      return owner.value.kind === "named" || owner.value.kind === "notNeeded";
    })
    .map(({ account }) => account),
};

const aboutNobody = ["baseAnalysis", "usageReport"].map((name) => {
  return { code: "unused-cadence", path: `cadences.${name}` };
});

describe("POL-06 the institute's policy is sound", () => {
  it("is proved and complete, but for cadences about no customer", () => {
    expect(policy).toBeProved({ asOf });
    expect(policy).toCoverEveryAccount({ asOf });
    expect(policy).toHaveNoFindings({ asOf, except: aboutNobody });
  });

  it("is ready for segments: a condition that is not met is named", () => {
    const { strategyStated: _stated, ...readiness } = fitted.policy.readiness!;
    const { findings } = compilePolicy({ ...fitted.policy, readiness });
    const unready = orThrow(compilePolicy({ ...fitted.policy, readiness }));
    expect(findings).toEqual([]);
    expect(unready).not.toHaveNoFindings({ asOf, except: aboutNobody });
  });

  it("its weights are 1 together, or it does not compile", () => {
    const other = orThrow(withParameters(fitted.policy, { volumeWeight: 0.4 }));
    expect(compilePolicy(other).findings.map(({ path }) => path)).toEqual([
      "segments.value.criteria",
    ]);
  });
});

describe("POL-06 a plan for each group", () => {
  const { plans = {}, bySegment, models } = fitted.policy.care;

  it("every group has exactly one, and every goal a figure of the board that measures it", () => {
    const used = Object.values(bySegment).map((model) => models[model]!.plan!);
    expect(used.toSorted()).toEqual(Object.keys(plans).toSorted());
    const metrics = Object.values(plans).flatMap(({ goals = {} }) => {
      return Object.values(goals).map(({ metric }) => metric!);
    });
    expect(metrics.filter((metric) => fitted.policy.kpis![metric] === undefined)).toEqual([]);
  });

  it("a strategic customer's own plan holds the compulsory actions, an ordinary one's need not", () => {
    const { setActions: _compulsory, ...actions } = plans["strategicPlan"]!.actions!;
    const followUp = { every: { months: 12 }, by: "customer team" };
    const own: AccountPlan = { ...plans["strategicPlan"]!, accountId: "v", actions, followUp };
    const owners = [] as const;
    const codes = (modelPlan: (typeof plans)[string]) => {
      return checkCarePlan(own, { modelPlan, owners }).map(({ code }) => code);
    };
    expect(codes(plans["strategicPlan"]!)).toContain("compulsory-action-missing");
    expect(codes(plans["otherPlan"]!)).not.toContain("compulsory-action-missing");
  });
});

describe("POL-06 who is who", () => {
  it.each(orThrow(parseCases(cases)))("$description", (worked) => {
    expect(policy).toSatisfyCase(worked);
  });

  const { given, expected } = potentials[0]!;
  const significant = orThrow(
    withParameters(fitted.policy, {
      significantlyMore: { amount: "1000.00", currency: "EUR" },
    }),
  );

  it.each(given.accounts.map((account, at) => [at, account, expected[at]!] as const))(
    "account %i of the worked cases: %j is %s",
    (_, { own, ...account }: Worked, label) => {
      const unused = own === undefined ? {} : { own: { unusedPotential: own.unused } };
      const facts = { id: "v", ...account, ...unused } as Account;
      const each: AccountRecords = { account: facts, coverage: {} };
      const asked = { asOf, classifier: "potential" };
      expect(orThrow(compilePolicy(significant))).toClassify(each, label, asked);
    },
  );

  const order = (id: number, orderedOn: CivilDate): Order => {
    return { id, accountId: "v", orderedOn, value: money("1500.00", "EUR") };
  };
  const three = [order(1, "2009-01-12"), order(2, "2009-05-11"), order(3, "2009-09-14")];
  const chance = { id: 1, accountId: "v", openedOn: "2008-11-03" } as const;
  const broad = { id: 2, accountId: "v", openedOn: "2010-02-01", direction: "breadth" } as const;
  const joint = { id: 1, accountId: "v", kind: "jointDevelopment", status: "complete" } as const;

  it.each<[string, Partial<AccountRecords>]>([
    ["notSelected", {}],
    ["potential", { opportunities: [chance] }],
    ["customer", { opportunities: [chance], orders: three.slice(0, 2) }],
    ["retained", { orders: three }],
    ["strengthened", { orders: three, opportunities: [broad] }],
    [
      "partnership",
      {
        orders: three,
        opportunities: [broad],
        activities: [{ ...joint, heldOn: "2010-05-03" }],
      },
    ],
  ])("a customership that is %s", (label, changes) => {
    const coverage = { orders: "complete", opportunities: "complete", activities: "complete" };
    const each = { account: { id: "v" }, coverage, ...changes } as AccountRecords;
    expect(policy).toClassify(each, label, { asOf, classifier: "stage" });
  });

  it("what a public report shows of a customer is nothing but the criteria", () => {
    const [some] = everybody;
    const shown = redact(decideCare(some!, fitted, ask), "public");
    expect(JSON.stringify(shown)).not.toContain(String(some!.account.names![0]!.name));
  });
});

describe("POL-06 what is due", () => {
  it("the people can do all of it in the half-year to come", () => {
    const rules = illustrativeSchedule;
    expect(policy).toBeKeepableOn(settled, { ...ask, until, substitutions, rules });
  });

  it("persons are contacted by nobody", () => {
    const persons = { field: "kind", equals: "person" } as const;
    expect(policy).toNeverContact(persons, { ...ask, base: settled, until, substitutions });
  });

  it("a stale analysis of the base, and the report of the half-year, are due about nobody", () => {
    const { cadences } = fitted;
    const about = (name: string, subject: Parameters<typeof dutiesOfSubject>[1]) => {
      const reading = { currency: "EUR", rates: undefined };
      const shared = { calendar, money: reading, significance: 1 };
      const context = { asOf: toEpochDay(asOf), ...shared };
      const ledger = { entries: [], isComplete: true };
      const [duty] = dutiesOfSubject([cadences.get(name)!], subject, ledger, context);
      return [duty!.id, duty!.value.status];
    };
    expect(about("usageReport", { kind: "person", id: "main-user" })).toEqual([
      "person:main-user|usageReport|2010-H1#1",
      "due",
    ]);
    expect(about("baseAnalysis", { kind: "company", id: "institute" })[1]).toBe("due");
  });
});

describe("POL-06 laws of the company's own", () => {
  it("a person is in no group, whatever else is known", () => {
    const law = fc.property(records(fitted, { asOf }), (each) => {
      if (each.account.kind !== "person") return true;
      return decideCare(each, fitted, ask).segment.value.kind === "excluded";
    });
    fc.assert(law, { numRuns: 60 });
  });
});

describe("POL-06 what was agreed on", () => {
  it("groups, contacts and figures of the sample are those of the golden file", () => {
    const labels = { customerGroup: classifyAccounts(base, fitted, { asOf }) };
    const board = covered.see(computeBoard({ ...base, labels }, fitted.kpis, { asOf, period }));
    matchGolden("tests/golden/presets/adult-institute-2010.json", {
      ...agreedOn(adultInstitute2010, fitted, sample),
      figures: valuesOf(board),
    });
  });
});

describe("POL-06 the tests themselves", () => {
  it("bring about nine tenths of the policy, every rule, step and model of it", () => {
    for (const each of everybody) covered.see(decideCare(each, fitted, ask));
    const whole = { rule: 100, careStep: 100, careModel: 100, kpi: 100 };
    const { ok, text } = checkCoverage(covered.report(), { percent: 90, byKind: whole });
    expect(ok, text).toBe(true);
    expect(Object.keys(illustrativeValues).length).toBe(20);
  });
});

/** An account of the worked cases about potential. */
interface Worked {
  readonly serviceBreadth?: number;
  readonly own?: { readonly unused: { readonly minor: number; readonly currency: string } };
}
