/**
 * The salon wholesaler's own tests of its policy, as a company would write them. Its class rests on
 * the whole base, so the policy is fitted to the sample first.
 */
import fc from "fast-check";
import {
  type AccountRecords,
  type Activity,
  type CareDecision,
  type CivilDate,
  type CustomerBase,
  classifyAccounts,
  compilePolicy,
  computeBoard,
  decideCare,
  fitPolicy,
  orThrow,
  recordsByAccount,
  redact,
  withParameters,
} from "hoito";
import { salonWholesaler2014 } from "hoito/presets";
import { parseCases } from "hoito/schemas";
import { checkCoverage, policyCoverage } from "hoito/testing";
import { records } from "hoito/testing/fast-check";
import { matchGolden } from "hoito/testing/node";
import { describe, expect, it } from "vitest";
import "hoito/testing/vitest";
import { agreedOn } from "./agreed-on.js";
import { compiledPreset } from "./all-presets.js";
import cases from "./salon-wholesaler-2014.cases.json" with { type: "json" };

const { asOf, illustrativeSchedule, illustrativeValues, sampleBase } = salonWholesaler2014;
const sample = sampleBase({ asOf, accounts: 60 });
const { base, calendar, until, substitutions } = sample;
const fitted = fitPolicy(base, compiledPreset(salonWholesaler2014), { asOf });
/** Sees which parts of the policy these tests bring about. */
const covered = policyCoverage(fitted);
const { policy } = covered;
const ask = { asOf, calendar };

const salons = recordsByAccount(base);
const careOf = new Map(salons.map((each) => [each.account.id, decideCare(each, fitted, ask)]));

/** The salons whose care is as asked for. */
function only(isWanted: (decision: CareDecision) => boolean): readonly AccountRecords[] {
  return salons.filter(({ account }) => isWanted(careOf.get(account.id)!));
}

const inGroup = (group: string): readonly AccountRecords[] =>
  only(({ segment }) => segment.value.kind === "segment" && segment.value.segment === group);

/** The salon with other records of some kinds. */
function changed(records: AccountRecords, other: Partial<AccountRecords>): AccountRecords {
  return { ...records, ...other };
}

function visitsOn(accountId: string | number, days: readonly CivilDate[]): readonly Activity[] {
  return days.map((heldOn, at) => {
    return { id: `visit ${at}`, accountId, kind: "visit", heldOn, status: "complete" };
  });
}

describe("POL-06 the salon wholesaler's policy is sound", () => {
  it("is complete, and has no findings: every class has its care and its level", () => {
    expect(policy).toBeComplete();
    expect(policy).toHaveNoFindings({ asOf });
  });

  it("no salon falls through, whatever there may be", () => {
    expect(policy).toCoverEveryAccount({ asOf });
  });
});

describe("POL-06 who is who", () => {
  it("every class has salons, and large salons are not the smallest", () => {
    for (const group of ["A", "B", "C", "unwanted"]) {
      expect(inGroup(group).length, group).toBeGreaterThan(0);
    }
    const staff = (group: string): number => {
      const known = inGroup(group).flatMap(({ account }) => account.headcount ?? []);
      return known.reduce((sum, each) => sum + each, 0) / known.length;
    };
    expect(staff("A")).toBeGreaterThan(staff("B"));
    expect(staff("B")).toBeGreaterThan(staff("C"));
  });

  it("four complaints in a year are constant, three are not", () => {
    const [gold] = inGroup("A");
    const complaints = (count: number) => {
      return Array.from({ length: count }, (_, each) => ({
        id: `case ${each}`,
        accountId: gold!.account.id,
        kind: "complaint" as const,
        receivedOn: `2014-0${1 + each}-10` as CivilDate,
        solvedOn: `2014-0${1 + each}-11` as CivilDate,
      }));
    };
    expect(policy).toClassify(changed(gold!, { cases: complaints(3) }), "A", { asOf });
    expect(policy).toClassify(changed(gold!, { cases: complaints(4) }), "unwanted", { asOf });
  });

  it("who left is out of the active base, and who comes back is new", () => {
    const [former] = only(({ segment }) => segment.value.kind === "excluded").filter((each) => {
      return each.terminations?.length === 1;
    });
    expect(policy).toClassify(former!, "ended", { asOf, classifier: "lifeCycle" });
    const again = { ...former!.orders![0]!, id: "again", orderedOn: asOf };
    const back = changed(former!, { orders: [...former!.orders!, again] });
    expect(policy).toClassify(back, "new", { asOf, classifier: "lifeCycle" });
  });

  it("where a salon's size is not known, its class is told only if any size gives the same", () => {
    const [gold] = inGroup("A");
    const unsized = (records: AccountRecords) => {
      const { headcount: _, ...account } = records.account;
      return changed(records, { account });
    };
    expect(policy).toClassify(unsized(gold!), "A", { asOf });
    const [close] = inGroup("B")
      .map(unsized)
      .filter((each) => decideCare(each, policy, ask).segment.value.kind === "undecided");
    expect(close).toBeDefined();
    expect(policy).toClassify(close!, "undecided", { asOf });
    const { missing } = decideCare(close!, policy, ask).segment;
    expect(missing).toEqual([{ path: "headcount", why: "missing" }]);
  });

  it("a little more weight on the assortment moves few", () => {
    const values = { ...illustrativeValues, purchaseWeight: 55, repertoireWeight: 30 };
    const other = orThrow(
      compilePolicy(orThrow(withParameters(salonWholesaler2014.policy, values))),
    );
    const decided = only(({ segment }) => segment.value.kind !== "undecided");
    const known: CustomerBase = { ...base, accounts: decided.map(({ account }) => account) };
    const refitted = fitPolicy(base, other, { asOf });
    expect(refitted).toMoveAtMost({ percent: 5 }, { from: policy, base: known, asOf });
  });
});

describe("POL-06 what each class gets", () => {
  it("gold: a visit a month, and a second one is too many", () => {
    const [gold] = inGroup("A");
    const { id } = gold!.account;
    const visited = (...days: CivilDate[]) => changed(gold!, { activities: visitsOn(id, days) });
    const status = (expected: "fulfilled" | "exceeded" | "late") =>
      ({ cadence: "goldVisit", status: expected }) as const;
    expect(policy).toMakeDue(visited("2014-04-15", "2014-05-06"), status("fulfilled"), ask);
    expect(policy).toMakeDue(visited("2014-05-06", "2014-05-20"), status("exceeded"), ask);
    expect(policy).toMakeDue(visited("2014-04-15"), status("late"), ask);
  });

  it("a product that is hard to start with calls for a lesson on the day of the order", () => {
    const [salon] = inGroup("B");
    const { id: accountId } = salon!.account;
    const value = { minor: 20_000, currency: "EUR" };
    const order = { id: "new", accountId, orderedOn: asOf, value, product: "bond builder" };
    const ordered = changed(salon!, { orders: [...salon!.orders!, order] });
    expect(policy).toMakeDue(ordered, { cadence: "productLesson", latest: "2014-06-02" }, ask);
    expect(policy).not.toMakeDue(salon!, { cadence: "productLesson" }, ask);
  });

  it("nobody is contacted who is not wanted, and nobody through a channel that was refused", () => {
    const whom = { field: "careGroup", equals: "unwanted" } as const;
    expect(policy).toNeverContact(whom, { ...ask, base, until, substitutions });
    const [salon] = inGroup("C");
    const { id: accountId } = salon!.account;
    const refused = { accountId, verdict: "doNotContact" } as const;
    const cases: AccountRecords["cases"] = [];
    const silent = changed(salon!, { permissions: [refused], cases });
    expect(policy).toMakeDue(silent, { cadence: "cContact", status: "forbidden" }, ask);
  });

  it("the people can do it all in the quarter ahead", () => {
    const rules = illustrativeSchedule;
    const owned = only(({ owner }) => ["named", "notNeeded"].includes(owner.value.kind));
    const accounts = owned.map(({ account }) => account);
    const question = { ...ask, until, substitutions, rules };
    expect(policy).toBeKeepableOn({ ...base, accounts }, question);
  });

  it("the class is never told to the customer", () => {
    const [gold] = inGroup("A");
    const decision = careOf.get(gold!.account.id)!;
    const text = JSON.stringify(redact(decision, { customer: gold!.account.id }));
    expect(text).toContain(gold!.account.names![0]!.name);
    expect(text).not.toMatch(/gold|careGroup|valueClass|"A"/i);
  });

  it("phone sales have 30 % left for the smallest, and 60 % of field sales are not told", () => {
    expect(policy.care.timeBudgets).toEqual([
      {
        role: "phoneSales",
        allotted: 0.7,
        rest: 0.3,
        byCadence: [],
        unspecified: ["C", "unwanted"],
      },
      {
        role: "fieldSales",
        allotted: 0.4,
        rest: 0.6,
        byCadence: ["A"],
        unspecified: ["C", "unwanted"],
      },
    ]);
  });
});

describe("POL-06 worked cases, which people who write no TypeScript add to", () => {
  it.each(orThrow(parseCases(cases)))("$description", (worked) => {
    expect(policy).toSatisfyCase(worked);
  });
});

describe("POL-06 laws of the company's own", () => {
  it("who has bought nothing is in no class, whatever else is so", () => {
    const law = fc.property(records(fitted, { asOf }), (each) => {
      const hasBought = (each.orders ?? []).some(({ orderedOn }) => orderedOn <= asOf);
      if (hasBought || each.coverage.orders !== "complete") return true;
      return decideCare(each, fitted, ask).segment.value.kind !== "segment";
    });
    fc.assert(law, { numRuns: 100 });
  });
});

describe("POL-06 what was agreed on", () => {
  it("classes and contacts of the sample are those of the golden file", () => {
    const words = ["day", "accountId", "personId", "cadence", "kind"] as const;
    const agreed = agreedOn(salonWholesaler2014, fitted, sample, words);
    matchGolden("tests/golden/presets/salon-wholesaler-2014.json", agreed);
  });
});

describe("POL-06 the tests themselves", () => {
  it("bring about all but a twentieth of the policy, and every rule of it", () => {
    const valueClass = classifyAccounts(base, fitted, { asOf, classifier: "valueClass" });
    const labels = { valueClass, valueClassBefore: valueClass };
    const { period } = salonWholesaler2014;
    covered.see(computeBoard({ ...base, labels }, fitted.kpis, { asOf, period }));
    const threshold = { percent: 95, byKind: { rule: 100, careModel: 100, cadence: 100 } };
    const { ok, text } = checkCoverage(covered.report(), threshold);
    expect(ok, text).toBe(true);
  });
});
