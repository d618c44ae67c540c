import { describe, expect, it } from "vitest";
import { type ClassProposal, compareProposals } from "../../../src/segments/index.js";
import { orThrow } from "../../../src/shapes/index.js";
import { codesOf, columnOf } from "./columns.js";

const labels = ["A", "B", "C"];
const computed = columnOf([
  [1, "A"],
  [2, "B"],
  [3, "B"],
  [4, "C"],
  [5, "undecided"],
  [6, "C"],
  [7, "excluded"],
]);
const by = (proposedBy: string, classes: readonly (readonly [number, string])[]): ClassProposal[] =>
  classes.map(([accountId, label]) => ({ accountId, label, proposedBy }));
const aino = by("Aino", [
  [1, "A"],
  [2, "A"],
  [3, "A"],
  [5, "A"],
  [9, "A"],
]);
const veikko = by("Veikko", [
  [4, "C"],
  [2, "C"],
  [7, "B"],
]);

describe("SEG-21 sales' proposals beside the computed classes", () => {
  const divergence = orThrow(compareProposals([...aino, ...veikko], computed, { labels }));

  it("SEG-21 a matrix of proposed and computed class", () => {
    expect(divergence.states).toEqual([
      ...["A", "B", "C", "excluded", "unclassified", "undecided", "absent"],
    ]);
    expect(divergence.counts).toEqual([
      [1, 2, 0, 0, 0, 1, 1],
      [0, 0, 0, 1, 0, 0, 0],
      [0, 1, 1, 0, 0, 0, 0],
    ]);
    expect(divergence.notProposed).toBe(1);
  });

  it("SEG-21 sellers see more A customers than there are: A inflation with its receipt", () => {
    const [first] = divergence.sellers;
    const excluded = [
      { reason: "undecided", count: 1 },
      { reason: "absent", count: 1 },
    ];
    expect(first!.personId).toBe("Aino");
    expect(first!.bestInflation).toEqual({
      ...{ value: 3, numerator: 3, denominator: 1, excluded },
      method: "proposedBestPerComputedBest",
    });
    expect(first!.falseBest).toMatchObject({ value: 2 / 3, numerator: 2, denominator: 3 });
    expect(first!.overstated).toMatchObject({ numerator: 2, denominator: 3 });
    expect(first!.understated).toMatchObject({ value: 0 });
  });

  it("SEG-21 agreement, over- and understatement of all sellers", () => {
    const { agreement, overstated, understated, falseBest } = divergence.all;
    expect([agreement.value, overstated.value, understated.value]).toEqual([0.4, 0.4, 0.2]);
    expect(agreement.excluded).toEqual([
      { reason: "excluded", count: 1 },
      { reason: "undecided", count: 1 },
      { reason: "absent", count: 1 },
    ]);
    expect(falseBest.value).toBeCloseTo(2 / 3);
  });

  it("SEG-21 who proposed no A has no inflation, rather than one of 0", () => {
    const [, second] = divergence.sellers;
    expect(second!.bestInflation).toMatchObject({ undefinedBecause: "zeroDenominator" });
    expect(second!.falseBest).toMatchObject({ undefinedBecause: "zeroDenominator" });
    expect(second!.understated).toMatchObject({ value: 0.5 });
  });

  it("of no proposals nothing can be said", () => {
    const none = orThrow(compareProposals([], columnOf([]), { labels }));
    expect(none.all.agreement.undefinedBecause).toBe("zeroDenominator");
    expect(none.sellers).toEqual([]);
  });

  it("what is wrong is a finding", () => {
    const twice = [...aino, ...by("Aino", [[1, "B"]]), ...by("Aino", [[6, "Bb"]])];
    const result = compareProposals(twice, computed, { labels: ["A", "B", "C", "A"] });
    expect(codesOf(result)).toEqual([
      "labels[3]: duplicate-label",
      "proposals[5]: duplicate-proposal",
      "proposals[6].label: unknown-label",
    ]);
    expect(result.findings[2]?.suggestion).toBe("B");
    expect(codesOf(compareProposals([], columnOf([]), { labels: [] }))).toEqual([
      "labels: empty-list",
    ]);
  });
});
