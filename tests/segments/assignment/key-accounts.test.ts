import { describe, expect, it } from "vitest";
import {
  type KeyAccountCandidate,
  type KeyAccountProcess,
  type KeyAccountRule,
  keyAccountSteps,
  selectKeyAccounts,
} from "../../../src/segments/index.js";
import { orThrow } from "../../../src/shapes/index.js";
import golden from "../../golden/segments/assignment-key-accounts.json" with { type: "json" };
import { codesOf } from "./columns.js";

const rule: KeyAccountRule = {
  scale: { from: 0, to: 100 },
  minimumScore: 60,
  capacity: { accounts: 2 },
  whenFull: "stop",
  ties: [],
};
const willing = (accountId: string | number, score: number, more: object = {}) => {
  return { accountId, score, mutualCommitment: true, ...more };
};
const choose = (
  candidates: readonly KeyAccountCandidate[],
  changed: Partial<KeyAccountRule> = {},
) => orThrow(selectKeyAccounts(candidates, { ...rule, ...changed }));
const chosen = (
  candidates: readonly KeyAccountCandidate[],
  changed: Partial<KeyAccountRule> = {},
) => choose(candidates, changed).selected.map(({ accountId }) => accountId);

describe("SEG-17 key accounts are chosen within what can be cared for", () => {
  it("SEG-17 the best by score are taken, and no more than there is room for", () => {
    const { selected, leftOut, used } = choose([
      willing("A", 70),
      willing("B", 90),
      willing("C", 80),
    ]);
    expect(selected).toEqual([
      { accountId: "B", place: 1, score: 90 },
      { accountId: "C", place: 2, score: 80 },
    ]);
    expect(leftOut).toEqual([{ accountId: "A", because: "noCapacity", score: 70 }]);
    expect(used).toEqual({ accounts: 2, effortMinutes: 0 });
  });

  it("SEG-17 mutual commitment is required, whatever the score", () => {
    const candidates = [willing("A", 99, { mutualCommitment: false }), willing("B", 60)];
    const { leftOut } = choose(candidates);
    expect(leftOut).toEqual([{ accountId: "A", because: "noCommitment", score: 99 }]);
    expect(chosen(candidates)).toEqual(["B"]);
    const unscored = choose([{ accountId: "A", mutualCommitment: false }]);
    expect(unscored.leftOut).toEqual([{ accountId: "A", because: "noCommitment" }]);
    expect(unscored.undecided).toEqual([]);
  });

  it("SEG-17 an unknown commitment is not a no: undecided, and ahead where it would take a place", () => {
    const { selected, undecided } = choose([
      { accountId: "A", score: 95 },
      willing("B", 90),
      willing("C", 80),
      willing("D", 70),
      { accountId: "E", score: 65 },
      { accountId: "F", mutualCommitment: true },
    ]);
    expect(selected.map(({ accountId }) => accountId)).toEqual(["B", "C"]);
    expect(undecided).toEqual([
      { accountId: "A", missing: [{ path: "mutualCommitment", why: "missing" }], ahead: true },
      { accountId: "E", missing: [{ path: "mutualCommitment", why: "missing" }], ahead: false },
      { accountId: "F", missing: [{ path: "score", why: "missing" }], ahead: true },
    ]);
    expect(choose([{ accountId: "E", score: 65 }]).undecided[0]?.ahead).toBe(true);
  });

  it("SEG-17 the minimum is inclusive, and what is short of it is told", () => {
    const { selected, leftOut } = choose([
      willing("A", 60),
      willing("B", 59.5),
      willing("C", 90, { mutualCommitment: false }),
      { accountId: "D", score: 10 },
    ]);
    expect(selected.map(({ accountId }) => accountId)).toEqual(["A"]);
    expect(leftOut).toEqual([
      { accountId: "B", because: "belowMinimum", score: 59.5, shortBy: 0.5 },
      { accountId: "D", because: "belowMinimum", score: 10, shortBy: 50 },
      { accountId: "C", because: "noCommitment", score: 90 },
    ]);
    expect(chosen([willing("A", 0)], { minimumScore: "none" })).toEqual(["A"]);
  });

  it("SEG-17 effort is counted in minutes, and filled to the last of them", () => {
    const candidates = [
      willing("A", 90, { effortMinutes: 600 }),
      willing("B", 80, { effortMinutes: 500 }),
      willing("C", 70, { effortMinutes: 400 }),
    ];
    expect(chosen(candidates, { capacity: { effortMinutes: 1100 } })).toEqual(["A", "B"]);
    expect(chosen(candidates, { capacity: { effortMinutes: 1099 } })).toEqual(["A"]);
    const skipping = { capacity: { effortMinutes: 1099 }, whenFull: "skip" } as const;
    expect(chosen(candidates, skipping)).toEqual(["A", "C"]);
    expect(choose(candidates, skipping).used).toEqual({ accounts: 2, effortMinutes: 1000 });
    expect(chosen(candidates, { capacity: { accounts: 1, effortMinutes: 9999 } })).toEqual(["A"]);
  });

  it("SEG-17 under skip more capacity may drop an account that was chosen", () => {
    const candidates = [
      willing("A", 90, { effortMinutes: 500 }),
      willing("B", 80, { effortMinutes: 600 }),
      willing("C", 70, { effortMinutes: 400 }),
    ];
    const at = (effortMinutes: number) =>
      chosen(candidates, { capacity: { effortMinutes }, whenFull: "skip" });
    expect(at(1000)).toEqual(["A", "C"]);
    expect(at(1100)).toEqual(["A", "B"]);
  });

  it("SEG-17 an unknown effort leaves undecided only where effort is counted", () => {
    const unknown = [willing("A", 90)];
    expect(choose(unknown).undecided).toEqual([]);
    const { undecided } = choose(unknown, { capacity: { effortMinutes: 100 } });
    expect(undecided[0]?.missing).toEqual([{ path: "effortMinutes", why: "missing" }]);
  });

  it("SEG-17 ties are settled in the stated order, and last by id", () => {
    const candidates = [
      willing("B", 80, { effortMinutes: 10 }),
      willing("C", 80, { isKeyAccount: true, effortMinutes: 20 }),
      willing(3, 80),
      willing("A", 80, { effortMinutes: 10 }),
    ];
    const order = (ties: KeyAccountRule["ties"]) =>
      chosen(candidates, { ties, capacity: { accounts: 4 } });
    expect(order([])).toEqual([3, "A", "B", "C"]);
    expect(order(["keyAccountFirst"])).toEqual(["C", 3, "A", "B"]);
    expect(order(["lessEffortFirst"])).toEqual(["A", "B", "C", 3]);
    expect(order(["keyAccountFirst", "lessEffortFirst"])).toEqual(["C", "A", "B", 3]);
  });

  it("of no candidates nobody is chosen, and of one the one", () => {
    expect(choose([])).toEqual({
      ...{ selected: [], leftOut: [], undecided: [] },
      ...{ used: { accounts: 0, effortMinutes: 0 }, capacity: { accounts: 2 } },
    });
    expect(chosen([willing("A", 100)])).toEqual(["A"]);
    expect(chosen([willing("A", 100)], { capacity: { accounts: 0 } })).toEqual([]);
  });
});

describe.each(golden)("$description", ({ given, expected }) => {
  it("SEG-17 the choice is the one worked out by hand", () => {
    const { selected, leftOut, undecided } = orThrow(
      selectKeyAccounts(given.candidates, given.rule as KeyAccountRule),
    );
    expect({
      selected: selected.map(({ accountId }) => accountId),
      leftOut: Object.fromEntries(leftOut.map(({ accountId, because }) => [accountId, because])),
      undecided: undecided.map(({ accountId }) => accountId),
    }).toEqual(expected);
  });
});

describe("what is wrong with a selection is a finding", () => {
  const findings = (changed: object, candidates: readonly KeyAccountCandidate[] = []) =>
    codesOf(selectKeyAccounts(candidates, { ...rule, ...changed }));

  it("SEG-17 a capacity that nobody has stated", () => {
    expect(findings({ capacity: {} })).toEqual(["capacity: no-capacity"]);
    expect(findings({ capacity: { account: 2 } })).toEqual([
      "capacity.account: unknown-property",
      "capacity: no-capacity",
    ]);
    expect(findings({ capacity: { accounts: -1, effortMinutes: 0.5 } })).toEqual([
      "capacity.accounts: out-of-range",
      "capacity.effortMinutes: out-of-range",
    ]);
  });

  it("SEG-17 scores that are not comparable: off the scale, or a scale that is none", () => {
    const off = [willing("A", 101), willing("B", Number.NaN), willing("C", 100), willing("D", -1)];
    expect(findings({}, off)).toEqual([
      "candidates[0].score: out-of-range",
      "candidates[1].score: out-of-range",
      "candidates[3].score: out-of-range",
    ]);
    expect(findings({ scale: { from: 100, to: 100 }, minimumScore: "none" })).toEqual([
      "scale: empty-range",
    ]);
    expect(findings({ minimumScore: 101 })).toEqual(["minimumScore: out-of-range"]);
    expect(findings({ minimumScore: -1 })).toEqual(["minimumScore: out-of-range"]);
    expect(findings({ minimumScore: 100 })).toEqual([]);
  });

  it("words that say nothing, and candidates that stand twice or take an odd effort", () => {
    expect(findings({ minimumScor: 3, scale: { from: 0, to: 100, by: 1 } })).toEqual([
      "minimumScor: unknown-property",
      "scale.by: unknown-property",
    ]);
    expect(findings({ whenFull: "stopp", ties: ["cheapest"] })).toEqual([
      "whenFull: unknown-value",
      "ties[0]: unknown-value",
    ]);
    const odd = [willing("A", 90, { effortMinutes: -1 }), willing("A", 80, { effortMinutes: 0 })];
    expect(findings({}, odd)).toEqual([
      "candidates[0].effortMinutes: out-of-range",
      "candidates[1].accountId: duplicate-account",
    ]);
  });
});

describe("SEG-17 the seven steps to key accounts", () => {
  const process: KeyAccountProcess = {
    strategicGoals: ["growth", "references"],
    goalEffects: [
      { goal: "growth", criterion: "growthPotential" },
      { goal: "references", criterion: "referenceValue" },
    ],
    presentValueCriteria: ["revenue", "referenceValue"],
    potentialCriteria: ["growthPotential"],
    nextReviewOn: "2020-11-01",
  };
  const choice = choose([willing("A", 90), willing("B", 80)]);
  const missing = (
    changed: Partial<KeyAccountProcess>,
    made: typeof choice | undefined = choice,
    asOf: "2020-11-01" | "2020-11-02" = "2020-11-01",
  ) =>
    keyAccountSteps({ ...process, ...changed }, made, { asOf })
      .steps.filter(({ status }) => status === "missing")
      .map(({ step, lacking }) => [step, ...lacking]);

  it("SEG-17 all seven are met, in their order", () => {
    const { steps, findings } = keyAccountSteps(process, choice, { asOf: "2020-11-01" });
    expect(findings).toEqual([]);
    expect(steps.map(({ step, name }) => `${step} ${name}`)).toEqual([
      "1 strategicGoals",
      "2 effectOnSelection",
      "3 presentValueFactors",
      "4 potentialFactors",
      "5 accountsValued",
      "6 selectedWithinResources",
      "7 criteriaReviewed",
    ]);
    expect(missing({})).toEqual([]);
  });

  it("SEG-17 each step that is missing is told, with what it lacks", () => {
    expect(missing({ strategicGoals: [], goalEffects: [] })).toEqual([[1], [2]]);
    expect(missing({ goalEffects: process.goalEffects.slice(1) })).toEqual([[2, "growth"]]);
    expect(missing({ presentValueCriteria: [] })).toEqual([[3]]);
    expect(missing({ potentialCriteria: [] })).toEqual([[4]]);
    expect(
      keyAccountSteps(process, undefined, { asOf: "2020-11-01" }).findings.map(
        ({ code, path, severity }) => `${path}: ${code} (${severity})`,
      ),
    ).toEqual([
      "accountsValued: step-missing (warning)",
      "selectedWithinResources: step-missing (warning)",
    ]);
  });

  it("SEG-17 accounts without a score are not valued, undecided ones ahead not selected", () => {
    const unvalued = choose([{ accountId: "A", mutualCommitment: true }]);
    expect(missing({}, unvalued)).toEqual([
      [5, "A"],
      [6, "A"],
    ]);
    expect(missing({}, choose([{ accountId: "A", score: 90 }]))).toEqual([[6, "A"]]);
    const behind = choose([
      willing("A", 90),
      willing("B", 80),
      willing("C", 70),
      { accountId: "D", score: 65 },
    ]);
    expect(missing({}, behind)).toEqual([]);
  });

  it("SEG-17 criteria are reviewed until the day of the review has passed", () => {
    expect(missing({}, choice, "2020-11-02")).toEqual([[7]]);
    const { nextReviewOn: _, ...never } = process;
    const { steps } = keyAccountSteps(never, choice, { asOf: "2020-11-01" });
    expect(steps[6]?.status).toBe("missing");
  });

  it("goals and criteria that nobody named are findings", () => {
    const goalEffects = [...process.goalEffects, { goal: "grouth", criterion: "revenu" }];
    const { findings } = keyAccountSteps({ ...process, goalEffects }, choice, {
      asOf: "2020-11-01",
    });
    expect(codesOf({ findings })).toEqual([
      "goalEffects[2].goal: unknown-goal",
      "goalEffects[2].criterion: unknown-criterion",
    ]);
    expect(findings.map(({ suggestion }) => suggestion)).toEqual(["growth", "revenue"]);
  });
});
