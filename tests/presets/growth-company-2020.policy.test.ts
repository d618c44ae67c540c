/**
 * The growth company's own tests of its policy, as a company would write them: in its own words,
 * about its own customers, with the numbers it has decided on.
 */
import fc from "fast-check";
import {
  type AccountRecords,
  type Activity,
  addDays,
  type CareDecision,
  type CivilDate,
  type CustomerBase,
  classifyAccounts,
  computeBoard,
  decideCare,
  orThrow,
  provePolicy,
  recordsByAccount,
} from "hoito";
import { growthCompany2020 } from "hoito/presets";
import { parseCases } from "hoito/schemas";
import { checkCoverage, policyCoverage } from "hoito/testing";
import { records } from "hoito/testing/fast-check";
import { matchGolden } from "hoito/testing/node";
import { describe, expect, it } from "vitest";
import "hoito/testing/vitest";
import { agreedOn } from "./agreed-on.js";
import { compiledPreset } from "./all-presets.js";
import cases from "./growth-company-2020.cases.json" with { type: "json" };

const { asOf, illustrativeSchedule, sampleBase } = growthCompany2020;
const compiled = compiledPreset(growthCompany2020);
/** Sees which parts of the policy these tests bring about. */
const covered = policyCoverage(compiled);
const { policy } = covered;
const sample = sampleBase({ asOf, accounts: 200 });
const { base, calendar, until, substitutions } = sample;
const ask = { asOf, calendar };
/** The sample is the company's state: an eighth of its customers have been looked at. */
const careOf = new Map(
  recordsByAccount(base).map((each) => [each.account.id, decideCare(each, compiled, ask)]),
);
const looked = only(({ segment }) => segment.value.kind !== "undecided");

/** The base with those customers alone whose care is as asked for. */
function only(isWanted: (decision: CareDecision) => boolean): CustomerBase {
  return { ...base, accounts: base.accounts.filter(({ id }) => isWanted(careOf.get(id)!)) };
}

/** A customer with revenue of both lines in so many years, together so many euros. */
function customer(
  facts: { readonly headcount?: number; readonly years?: number; readonly euros?: number } = {},
): AccountRecords {
  const { headcount = 1000, years = 3, euros = 60_000 } = facts;
  const lines = ["recruitingTraining", "reEmployment"];
  const minor = Math.round((euros * 100) / (years * lines.length));
  return {
    account: {
      id: "A",
      relations: ["customer"],
      headcount,
      judgements: {
        growthPotential: { value: "high" },
        potentialForSeveralServices: { value: true },
        potentialForAllServices: { value: true },
        forecastableInvoicing: { value: true },
        veryFastGrowth: { value: false },
        personalRelationship: { value: "good" },
      },
    },
    revenues: Array.from({ length: years }, (_, year) => year).flatMap((year) => {
      return lines.map((businessLine) => {
        const bookedOn = `${2020 - year}-03-02` as CivilDate;
        return { accountId: "A", bookedOn, businessLine, amount: { minor, currency: "EUR" } };
      });
    }),
    coverage: { revenues: "complete", activities: "complete", ownerships: "complete" },
  };
}

/** So many meetings held in the year, each a week after the one before. */
function meetings(count: number): readonly Activity[] {
  return Array.from({ length: count }, (_, each) => {
    const heldOn = addDays("2020-01-07", 7 * each);
    return { id: each, accountId: "A", kind: "meeting", heldOn, status: "complete" } as const;
  });
}

describe("POL-06 the growth company's policy is sound", () => {
  it("is complete: every group is cared for", () => {
    expect(policy).toBeComplete();
  });

  it("has no findings but the holes that the source's own words leave", () => {
    expect(policy).toHaveNoFindings({
      asOf,
      except: [
        { code: "rules-leave-gap", path: "segments.customerGroup" },
        { code: "rules-leave-gap", path: "segments.evaluationModel" },
      ],
    });
    expect(policy).not.toCoverEveryAccount({ asOf });
  });

  it("the holes are g and j: a new customer with potential, an existing one with nothing", () => {
    const { holes } = provePolicy(policy, { asOf }).classifiers.get("customerGroup")!;
    const isNew = (relations: unknown) =>
      Array.isArray(relations) && !relations.includes("customer");
    const g = holes.find(({ relations, growthPotential }) => {
      return isNew(relations) && growthPotential !== "low";
    });
    const j = holes.find(({ relations, growthPotential, personalRelationship }) => {
      return !isNew(relations) && growthPotential !== "high" && personalRelationship === "none";
    });
    expect(g).toBeDefined();
    expect(j).toBeDefined();
    const judgements = {
      growthPotential: { value: "low" },
      potentialForSeveralServices: { value: false },
      personalRelationship: { value: "weak" },
      potentialForAllServices: { value: false },
    } as const;
    expect(policy).toClassify(
      { id: "j", relations: ["customer"], headcount: 300, judgements },
      "unclassified",
      { asOf },
    );
    expect(policy).toClassify(
      { id: "g", relations: ["potential"], judgements: { growthPotential: { value: "high" } } },
      "unclassified",
      { asOf },
    );
  });
});

describe("POL-06 who is who", () => {
  it.each([
    [1000, 50_001, 3, "KEY_ACCOUNT"],
    [999, 50_001, 3, "POTENTIAL"],
    [1000, 50_000, 3, "POTENTIAL"],
    [1000, 50_001, 2, "POTENTIAL"],
    [500, 50_001, 3, "POTENTIAL"],
    [499, 50_001, 3, "unclassified"],
  ])("%d employees, %d euros over %d years: %s", (headcount, euros, years, group) => {
    expect(policy).toClassify(customer({ headcount, euros, years }), group, { asOf });
  });

  it("nobody is a key account on gut feel: without revenues it stays open", () => {
    const { account, coverage } = customer();
    const { revenues: _, ...others } = coverage;
    expect(policy).toClassify({ account, coverage: others }, "undecided", { asOf });
  });

  it("the other reading moves potentials alone, and few of them", () => {
    const r1000 = compiledPreset(growthCompany2020, "R1000-atLeast");
    expect(r1000).toMoveAtMost({ percent: 20 }, { from: policy, base: looked, asOf });
    expect(r1000).not.toMoveAtMost({ accounts: 3 }, { from: policy, base: looked, asOf });
    expect(r1000).toClassify(customer({ headcount: 999 }), "unclassified", { asOf });
  });
});

describe("POL-06 what each group gets", () => {
  it("a key account has ten meetings a year, and nine are not enough", () => {
    const nine = { ...customer(), activities: meetings(9) };
    const ten = { ...customer(), activities: meetings(10) };
    expect(policy).toGiveCare(ten, "keyAccountCare", ask);
    expect(policy).toMakeDue(ten, { cadence: "plannedMeetings", status: "fulfilled" }, ask);
    expect(policy).not.toMakeDue(nine, { cadence: "plannedMeetings", status: "fulfilled" }, ask);
  });

  it("nobody plans a contact with a maintained customer", () => {
    const whom = { field: "customerGroup", equals: "MAINTAINED" } as const;
    expect(policy).toNeverContact(whom, { ...ask, base: looked, until });
  });

  it("the people can do it all, once somebody is named for every customer", () => {
    const rules = illustrativeSchedule;
    const question = { ...ask, until, substitutions, rules };
    const owned = only(({ owner }) => ["named", "notNeeded"].includes(owner.value.kind));
    expect(policy).toBeKeepableOn(owned, question);
    expect(policy).not.toBeKeepableOn(looked, question);
  });
});

describe("POL-06 worked cases, which people who write no TypeScript add to", () => {
  it.each(orThrow(parseCases(cases)))("$description", (worked) => {
    expect(policy).toSatisfyCase(worked);
  });
});

describe("POL-06 laws of the company's own", () => {
  it("nobody who employs fewer than 500 is a potential or a key account, whatever else is so", () => {
    const law = fc.property(records(compiled, { asOf }), (each) => {
      const { value } = decideCare(each, compiled, ask).segment;
      const isWanted = value.kind === "segment" && /KEY_ACCOUNT|POTENTIAL/.test(value.segment);
      return !isWanted || (each.account.headcount ?? 0) >= 500;
    });
    fc.assert(law, { numRuns: 100 });
  });
});

describe("POL-06 what was agreed on", () => {
  it("groups and contacts of the sample are those of the golden file", () => {
    const agreed = agreedOn(growthCompany2020, compiled, sample);
    matchGolden("tests/golden/presets/growth-company-2020.json", agreed);
  });
});

describe("POL-06 the tests themselves", () => {
  it("bring about all but a twentieth of the policy, and every rule of it", () => {
    const labels = { customerGroup: classifyAccounts(base, compiled, { asOf }) };
    const { period } = growthCompany2020;
    covered.see(computeBoard({ ...base, labels }, compiled.kpis, { asOf, period }));
    const threshold = { percent: 95, byKind: { rule: 100, careModel: 100, cadence: 100 } };
    const { ok, text } = checkCoverage(covered.report(), threshold);
    expect(ok, text).toBe(true);
  });
});
