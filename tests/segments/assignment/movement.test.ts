import { describe, expect, it } from "vitest";
import {
  type DatedLabels,
  type MovementDefinition,
  movementBySeller,
  movementMatrix,
} from "../../../src/segments/index.js";
import { HoitoError, orThrow } from "../../../src/shapes/index.js";
import pyramid from "../../golden/segments/assignment-pyramid.json" with { type: "json" };
import { codesOf, columnOf } from "./columns.js";

const abc: MovementDefinition = { labels: ["A", "B", "C"], order: "bestFirst" };
const before = columnOf(
  [
    [1, "A"],
    [2, "B"],
    [3, "C"],
    [4, "C"],
    [5, "excluded"],
    [6, "undecided"],
    [7, "B"],
  ],
  "2018-01-01",
);
const after = columnOf(
  [
    [1, "B"],
    [2, "A"],
    [3, "C"],
    [4, "B"],
    [5, "C"],
    [6, "A"],
    [8, "unclassified"],
  ],
  "2019-01-01",
);

describe("SEG-19 movement between two dates", () => {
  const movement = orThrow(movementMatrix(before, after, { ...abc, examples: 1 }));

  it("SEG-19 every account is counted once, by what became of it", () => {
    expect(movement.totals).toEqual({
      stayed: 1,
      promoted: 2,
      demoted: 1,
      moved: 1,
      arrived: 1,
      gone: 1,
      undecided: 1,
    });
    expect([movement.from, movement.until]).toEqual(["2018-01-01", "2019-01-01"]);
  });

  it("SEG-19 the matrix has the states before as rows and those after as columns", () => {
    expect(movement.states).toEqual([
      ...["A", "B", "C", "excluded", "unclassified", "undecided", "absent"],
    ]);
    expect(movement.counts).toEqual([
      [0, 1, 0, 0, 0, 0, 0],
      [1, 0, 0, 0, 0, 0, 1],
      [0, 1, 1, 0, 0, 0, 0],
      [0, 0, 1, 0, 0, 0, 0],
      [0, 0, 0, 0, 0, 0, 0],
      [1, 0, 0, 0, 0, 0, 0],
      [0, 0, 0, 0, 1, 0, 0],
    ]);
  });

  it("SEG-19 each change is named with its kind and examples, on request", () => {
    expect(movement.moves).toEqual([
      { from: "A", to: "B", kind: "demoted", count: 1, examples: [1] },
      { from: "B", to: "A", kind: "promoted", count: 1, examples: [2] },
      { from: "B", to: "absent", kind: "gone", count: 1, examples: [7] },
      { from: "C", to: "B", kind: "promoted", count: 1, examples: [4] },
      { from: "excluded", to: "C", kind: "moved", count: 1, examples: [5] },
      { from: "undecided", to: "A", kind: "undecided", count: 1, examples: [6] },
      { from: "absent", to: "unclassified", kind: "arrived", count: 1, examples: [8] },
    ]);
    const plain = orThrow(movementMatrix(before, after, abc));
    expect(plain.moves[0]).toEqual({ from: "A", to: "B", kind: "demoted", count: 1 });
  });

  it("SEG-19 examples are the first by id, numbers before texts", () => {
    const from = columnOf(
      ["b", 10, "a", 9, 2].map((id) => [id, "B"]),
      "2018-01-01",
    );
    const to = columnOf(["b", 10, "a", 9, 2].map((id) => [id, "A"]));
    const examples = (most: number) =>
      orThrow(movementMatrix(from, to, { ...abc, examples: most })).moves[0]!.examples;
    expect(examples(4)).toEqual([2, 9, 10, "a"]);
    expect(examples(1000)).toEqual([2, 9, 10, "a", "b"]);
  });

  it("SEG-19 examples are the first by id among ever so many", () => {
    const ids = Array.from({ length: 500 }, (_, each) => (each * 7) % 500);
    const [from, to] = ["B", "A"].map((label) => columnOf(ids.map((id) => [id, label])));
    const ask = (examples: number) =>
      orThrow(movementMatrix(from!, to!, { ...abc, examples })).moves[0];
    expect(ask(3)).toMatchObject({ count: 500, examples: [0, 1, 2] });
    expect(ask(200)?.examples).toEqual(Array.from({ length: 200 }, (_, each) => each));
  });

  it("SEG-19 labels without order only move", () => {
    const { totals } = orThrow(movementMatrix(before, after, { ...abc, order: "none" }));
    expect(totals).toMatchObject({ promoted: 0, demoted: 0, moved: 4 });
  });

  it("a conflict is undecided", () => {
    const one = columnOf([[1, "conflict"]]);
    expect(orThrow(movementMatrix(one, one, abc)).totals.undecided).toBe(1);
  });

  it("a conflict that stands apart is a state of its own, and still undecided", () => {
    const [one, other] = [columnOf([[1, "conflict"]]), columnOf([[1, "A"]])];
    const apart = { ...abc, conflicts: "apart" } as const;
    const { states, moves, totals } = orThrow(movementMatrix(one, other, apart));
    expect(states.slice(-3)).toEqual(["undecided", "conflict", "absent"]);
    expect(moves).toEqual([{ from: "conflict", to: "A", kind: "undecided", count: 1 }]);
    expect(totals.undecided).toBe(1);
    expect(orThrow(movementMatrix(one, one, apart)).totals.undecided).toBe(1);
    const together = { ...abc, conflicts: "together" } as unknown as typeof apart;
    expect(movementMatrix(one, other, together).findings[0]).toMatchObject({
      code: "unknown-value",
      path: "conflicts",
    });
  });

  it("of no accounts everything is 0", () => {
    const none = columnOf([]);
    const { totals, moves } = orThrow(movementMatrix(none, none, abc));
    expect(Object.values(totals)).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(moves).toEqual([]);
  });

  it("account 1 is not account `1`", () => {
    const text = columnOf([["1", "A"]]);
    const number = columnOf([[1, "A"]]);
    expect(orThrow(movementMatrix(text, number, abc)).totals).toMatchObject({
      arrived: 1,
      gone: 1,
    });
  });
});

describe.each(pyramid)("$description", ({ given, asOf, expected }) => {
  it("SEG-19 only B to A and D to A are allowed moves of the pyramid", () => {
    const [from, to] = [given.before, given.after].map((labels) => Object.entries(labels));
    const movement = movementMatrix(
      columnOf(from!, "2019-05-04"),
      columnOf(to!, asOf as "2020-05-04"),
      { ...given.definition, order: "bestFirst" },
    );
    const { moves, totals } = orThrow(movement);
    expect(moves.filter(({ illegal }) => illegal).map((each) => `${each.from}>${each.to}`)).toEqual(
      expected.illegal,
    );
    expect(totals).toMatchObject(expected.totals);
  });
});

describe("what is wrong with a movement is a finding", () => {
  const findings = (changed: Partial<MovementDefinition>, from = before, to = after) =>
    codesOf(movementMatrix(from, to, { ...abc, ...changed }));

  it("dates the wrong way round, and one date is right", () => {
    expect(findings({}, after, before)).toEqual(["after.asOf: span-reversed"]);
    expect(findings({}, { ...before, asOf: "2019-01-01" }, after)).toEqual([]);
  });

  it("an account that stands twice", () => {
    const twice = columnOf([
      [1, "A"],
      [1, "B"],
    ]);
    expect(findings({}, twice, after)).toEqual(["before.accountIds[1]: duplicate-account"]);
  });

  it("a label that the definition does not name, once, with the nearest that it does", () => {
    const odd: DatedLabels = { ...before, dictionary: ["key", "B", "C", "excluded", "undecided"] };
    const result = movementMatrix(odd, after, { ...abc, labels: ["keys", "A", "B", "C"] });
    expect(codesOf(result)).toEqual(["before.dictionary[0]: unknown-label"]);
    expect(result.findings[0]?.suggestion).toBe("keys");
    const many = columnOf(
      [
        [1, "D"],
        [2, "D"],
      ],
      "2018-01-01",
    );
    expect(findings({}, many)).toEqual(["before.dictionary[0]: unknown-label"]);
  });

  it("labels that stand twice or stand for something else", () => {
    expect(findings({ labels: ["A", "B", "C", "B", "excluded", "absent", "conflict"] })).toEqual([
      "labels[3]: duplicate-label",
      "labels[4]: reserved-name",
      "labels[5]: reserved-name",
      "labels[6]: reserved-name",
    ]);
    const labels = Array.from({ length: 1001 }, (_, each) => `${each}`);
    expect(findings({ labels }, columnOf([]), columnOf([]))).toEqual(["labels: too-many"]);
    expect(findings({ labels: labels.slice(1) }, columnOf([]), columnOf([]))).toEqual([]);
  });

  it("an order, a move or a number of examples that cannot be", () => {
    const moves = [
      { from: "B", to: "A" },
      { from: "X", to: "Y" },
    ];
    expect(findings({ exampels: 3 } as object)).toEqual(["exampels: unknown-property"]);
    expect(findings({ order: "best" as "none", moves })).toEqual([
      "order: unknown-value",
      "moves[1].from: unknown-label",
      "moves[1].to: unknown-label",
    ]);
    for (const examples of [-1, 1001, 0.5]) {
      expect(findings({ examples })).toEqual(["examples: out-of-range"]);
    }
    expect(findings({ examples: 0 })).toEqual([]);
  });

  it("a column that is no column is a broken contract", () => {
    expect(() => movementMatrix({ ...before, data: [0] }, after, abc)).toThrow(HoitoError);
    const beyond = { ...columnOf([[1, "A"]]), data: [1] };
    expect(() => movementMatrix(beyond, after, abc)).toThrow("code 1 is beyond the dictionary");
  });
});

describe("SEG-19 promotions by seller", () => {
  const owner = (accountId: number, personId: string, more: object = {}) => {
    return { accountId, personId, role: "responsible", naming: "named", ...more } as const;
  };
  const facts = { before, after, coverage: { ownerships: "complete" } } as const;
  const rule = { ownedOn: "before", severalOwners: "each" } as const;

  it("SEG-19 a seller's promotions, among the accounts whose segment is known on both dates", () => {
    const ownerships = [1, 2, 3, 6, 7].map((id) => owner(id, "Aino"));
    const { sellers, withoutSeller } = orThrow(
      movementBySeller({ ...facts, ownerships }, abc, rule),
    );
    expect(sellers).toEqual([
      {
        personId: "Aino",
        counts: { stayed: 1, promoted: 1, demoted: 1, moved: 0, arrived: 0, gone: 1, undecided: 1 },
        promotedShare: {
          value: 1 / 3,
          numerator: 1,
          denominator: 3,
          excluded: [
            { reason: "gone", count: 1 },
            { reason: "undecided", count: 1 },
          ],
          method: "promotedOfKnownOnBothDates",
        },
      },
    ]);
    expect(withoutSeller).toEqual({ noOwner: 3, severalOwners: 0, ownerUnknown: 0 });
  });

  it("a seller of whom nothing is known has no share, rather than a share of 0", () => {
    const { sellers } = orThrow(
      movementBySeller({ ...facts, ownerships: [owner(7, "Aino")] }, abc, rule),
    );
    expect(sellers[0]!.promotedShare).toMatchObject({ undefinedBecause: "zeroDenominator" });
  });

  it("SEG-19 several owners share the move as the rule says", () => {
    const ownerships = [
      owner(2, "Veikko", { validFrom: "2017-01-01" }),
      owner(2, "Aino"),
      owner(4, "Veikko", { validFrom: "2017-01-01" }),
      owner(4, "Aino", { validFrom: "2017-01-01" }),
      owner(4, "Aino", { validFrom: "2016-01-01", region: "Lappi" }),
    ];
    const ask = (severalOwners: "each" | "nobody" | "longest") => {
      const result = movementBySeller({ ...facts, ownerships }, abc, { ...rule, severalOwners });
      const { sellers, withoutSeller } = orThrow(result);
      const promoted = sellers.map(({ personId, counts }) => [personId, counts.promoted]);
      return [Object.fromEntries(promoted), withoutSeller.severalOwners];
    };
    expect(ask("each")).toEqual([{ Aino: 2, Veikko: 2 }, 0]);
    expect(ask("nobody")).toEqual([{}, 2]);
    expect(ask("longest")).toEqual([{ Aino: 2 }, 0]);
  });

  it("of two who began together the smaller id has owned it longest", () => {
    const ownerships = ["Veikko", "Aino"].map((each) => {
      return owner(2, each, { validFrom: "2017-01-01" });
    });
    const longest = { ...rule, severalOwners: "longest" } as const;
    const { sellers } = orThrow(movementBySeller({ ...facts, ownerships }, abc, longest));
    expect(sellers.map(({ personId }) => personId)).toEqual(["Aino"]);
  });

  it("SEG-19 the owner is the one of the day that the rule names, its last day excluded", () => {
    const ownerships = [
      owner(2, "Aino", { validUntil: "2019-01-01" }),
      owner(2, "Veikko", { validFrom: "2019-01-01" }),
      owner(2, "Sisu", { naming: "proposed" }),
      owner(2, "Ilo", { role: "teamMember" }),
    ];
    const ask = (ownedOn: "before" | "after") =>
      orThrow(movementBySeller({ ...facts, ownerships }, abc, { ...rule, ownedOn })).sellers.map(
        ({ personId }) => personId,
      );
    expect(ask("before")).toEqual(["Aino"]);
    expect(ask("after")).toEqual(["Veikko"]);
  });

  it("where ownerships are not supplied on that day the owner is unknown, not missing", () => {
    const ownerships = [owner(2, "Aino")];
    const ask = (coverage: object) =>
      orThrow(movementBySeller({ ...facts, ownerships, coverage }, abc, rule)).withoutSeller;
    expect(ask({})).toMatchObject({ ownerUnknown: 8, noOwner: 0 });
    expect(ask({ ownerships: { since: "2018-01-02" } })).toMatchObject({ ownerUnknown: 8 });
    expect(ask({ ownerships: { since: "2018-01-01" } })).toMatchObject({ ownerUnknown: 0 });
    const none = orThrow(movementBySeller(facts, abc, rule));
    expect(none.withoutSeller.noOwner).toBe(8);
  });

  it("a rule that says nothing is a finding, as is whatever is wrong with the columns", () => {
    const rules = { ownedOn: "befor", severalOwners: "all" } as unknown as typeof rule;
    const result = movementBySeller({ ...facts, before: after, after: before }, abc, rules);
    expect(codesOf(result)).toEqual([
      "ownedOn: unknown-value",
      "severalOwners: unknown-value",
      "after.asOf: span-reversed",
    ]);
    expect(result.findings[0]?.suggestion).toBe("before");
  });
});
