import { describe, expect, it } from "vitest";
import {
  findOwner,
  findOwningUnit,
  legalNamingSteps,
  namingState,
  type OwningUnitRule,
  splitRevenue,
  stepNaming,
} from "../../src/care/index.js";
import { money, type Ownership } from "../../src/facts/index.js";
import { orThrow } from "../../src/shapes/index.js";
import { ownedBy } from "./ask-care.js";
import { compileChapter, models } from "./compile-chapter.js";

function owner(mode: "team" | "pair", ownerships: readonly Partial<Ownership>[]) {
  return findOwner({ mode }, ownedBy(ownerships), [], 17_532).value;
}

describe("CARE-05 a team and a pair", () => {
  it("CARE-05 a team asks for a member and for nobody responsible", () => {
    expect(owner("team", [{ role: "teamMember" }])).toMatchObject({ kind: "named" });
    expect(owner("team", [])).toEqual({
      kind: "lacking",
      owners: [],
      lacking: [{ role: "teamMember" }],
      proposed: [],
    });
    expect(owner("team", [{ role: "responsible" }])).toMatchObject({ kind: "lacking" });
  });

  it("CARE-05 a pair asks for two different people: one lacks one, three are several", () => {
    const [anna, eero, liisa] = ["anna", "eero", "liisa"].map((personId) => ({ personId }));
    const place = { role: "responsible" };
    expect(owner("pair", [])).toMatchObject({ kind: "lacking", lacking: [place, place] });
    expect(owner("pair", [anna!])).toMatchObject({ kind: "lacking", lacking: [place] });
    expect(owner("pair", [anna!, anna!])).toMatchObject({ kind: "lacking", lacking: [place] });
    expect(owner("pair", [anna!, eero!])).toMatchObject({ kind: "named" });
    expect(owner("pair", [anna!, eero!, liisa!])).toMatchObject({ kind: "several" });
  });

  it("CARE-05 who executes is not responsible, in a pair neither", () => {
    const executing = { personId: "eero", role: "executor" } as const;
    expect(owner("pair", [{ personId: "anna" }, executing])).toMatchObject({ kind: "lacking" });
    expect(owner("team", [executing])).toMatchObject({ kind: "lacking" });
  });
});

describe("CARE-05 which unit an account belongs to", () => {
  const north = { account: { id: "A", region: "north" } };
  const shared = {
    by: "shared",
    split: [
      { unit: "north", share: 0.6 },
      { unit: "central", share: 0.4 },
    ],
  } as const;

  it("CARE-05 regional, central or shared", () => {
    expect(findOwningUnit({ by: "regional" }, north).value).toEqual({
      kind: "unit",
      unit: "north",
    });
    expect(findOwningUnit({ by: "central" }, north)).toEqual({
      value: { kind: "unit", unit: "central" },
      because: [
        {
          kind: "step",
          step: "owningUnit",
          path: "ownership.unit",
          details: { by: "central" },
          of: [],
        },
      ],
      missing: [],
    });
    expect(findOwningUnit(shared, north).value).toEqual({ kind: "shared", split: shared.split });
    expect(findOwningUnit({ by: "regional" }, { account: { id: "A" } })).toMatchObject({
      value: { kind: "undecided" },
      missing: [{ path: "region", why: "missing" }],
    });
  });

  it("CARE-05 the largest service share decides, a tie is reported (S2 §9.11)", () => {
    const rule = { by: "largestServiceShare" } as const;
    const by = (...amounts: readonly (readonly [string, number])[]) =>
      findOwningUnit(
        rule,
        north,
        amounts.map(([unit, amount]) => ({ unit, amount })),
      );
    expect(by(["north", 60], ["central", 40])).toMatchObject({
      value: { kind: "unit", unit: "north" },
      because: [{ details: { by: "largestServiceShare", amount: 60, units: ["north"] } }],
    });
    expect(by(["south", 50], ["north", 50], ["west", 49]).value).toEqual({
      kind: "tie",
      units: ["north", "south"],
    });
    expect(by(["central", 40], ["north", 30], ["north", 30]).value).toEqual({
      kind: "unit",
      unit: "north",
    });
    expect(by(["north", 0]).value).toEqual({ kind: "nobody" });
    expect(by().value).toEqual({ kind: "nobody" });
    for (const amount of [-1, 0.5, Number.NaN]) {
      expect(by(["north", amount])).toMatchObject({
        value: { kind: "undecided" },
        missing: [{ path: "deliveries", why: "illTyped" }],
      });
    }
    expect(findOwningUnit(rule, north)).toMatchObject({
      value: { kind: "undecided" },
      missing: [{ path: "deliveries", why: "notSupplied" }],
    });
  });

  const at = "care.models.deep.ownership.unit";

  it.each<[unknown, string[]]>([
    [{ by: "regional" }, []],
    [{ by: "largestServiceShare" }, []],
    [shared, []],
    [{ by: "regionl" }, [`unknown-value at ${at}.by`]],
    [{ by: "central", split: [] }, [`unknown-property at ${at}.split`]],
    [{ by: "shared", split: [] }, [`split-not-whole at ${at}.split`]],
    [
      { by: "shared", split: [{ unit: "north", share: 0.9999 }] },
      [`split-not-whole at ${at}.split`],
    ],
    [
      {
        by: "shared",
        split: [
          { unit: "a", share: 0.1 },
          { unit: "b", share: 0.2 },
          { unit: "c", share: 0.7 },
        ],
      },
      [],
    ],
    [
      {
        by: "shared",
        split: [
          { unit: "a", share: 0.5 },
          { unit: "a", share: 0.5 },
        ],
      },
      [`duplicate-unit at ${at}.split[1].unit`],
    ],
    [{ by: "shared", split: [{ unit: "a", share: 2 }] }, [`not-a-share at ${at}.split[0].share`]],
    [
      { by: "shared", split: [{ unit: "a", share: 1, part: 1 }] },
      [`unknown-property at ${at}.split[0].part`],
    ],
  ])("CARE-05 %j: %j", (unit, expected) => {
    const deep = { ...models.deep, ownership: { mode: "onePerson", unit } };
    expect(compileChapter({ models: { ...models, deep } }).faults).toEqual(expected);
  });

  it("CARE-05 a split that is not whole says what it makes", () => {
    const unit = {
      by: "shared",
      split: [
        { unit: "a", share: 0.4 },
        { unit: "b", share: 0.5 },
      ],
    };
    const ownership = { mode: "pair", unit };
    const { findings } = compileChapter({
      models: { ...models, deep: { ...models.deep, ownership } },
    });
    expect(findings[0]!.message).toBe("the shares make 90 %, not exactly 100 %");
  });

  it("CARE-05 every mode but none may say its unit", () => {
    const faultsOf = (ownership: object) =>
      compileChapter({ models: { ...models, deep: { ...models.deep, ownership } } }).faults;
    const unit: OwningUnitRule = { by: "central" };
    expect(faultsOf({ mode: "team", unit })).toEqual([]);
    expect(faultsOf({ mode: "named", per: ["region"], unit })).toEqual([]);
    expect(faultsOf({ mode: "none", unit })).toEqual([
      "unknown-property at care.models.deep.ownership.unit",
    ]);
    expect(faultsOf({ mode: "pair", per: [] })).toEqual([
      "unknown-property at care.models.deep.ownership.per",
    ]);
  });
});

describe("CARE-05 revenue split to the last cent", () => {
  const parts = (amount: string, ...shares: readonly number[]) =>
    splitRevenue(
      money(amount, "EUR"),
      shares.map((share, index) => ({ unit: `u${index}`, share })),
    ).map((part) => part.amount.minor);

  it("CARE-05 left-over cents go to the largest rests, on a tie to the first", () => {
    expect(parts("100.00", 0.6, 0.4)).toEqual([6000, 4000]);
    expect(parts("0.01", 0.5, 0.5)).toEqual([1, 0]);
    expect(parts("0.01", 0.4, 0.6)).toEqual([0, 1]);
    expect(parts("0.10", 0.3333, 0.3333, 0.3334)).toEqual([3, 3, 4]);
    expect(parts("-0.03", 0.5, 0.5)).toEqual([-2, -1]);
    expect(parts("0.00", 0.5, 0.5)).toEqual([0, 0]);
    expect(parts("0.01", 1, 0)).toEqual([1, 0]);
  });

  it("CARE-05 the greatest sum is split exactly", () => {
    const revenue = { minor: Number.MAX_SAFE_INTEGER, currency: "EUR" };
    const split = [
      { unit: "a", share: 0.0001 },
      { unit: "b", share: 0.9999 },
    ];
    const [a, b] = splitRevenue(revenue, split);
    expect(a).toEqual({ unit: "a", amount: { minor: 900_719_925_474, currency: "EUR" } });
    expect(a!.amount.minor + b!.amount.minor).toBe(Number.MAX_SAFE_INTEGER);
  });

  it("CARE-05 shares that do not make 1 are a broken contract", () => {
    expect(() => parts("1.00", 0.5, 0.4)).toThrow(
      expect.objectContaining({ code: "split-not-whole", path: "split" }),
    );
  });
});

describe("CARE-05 naming: unassigned, proposed, named", () => {
  const anna = { accountId: "A", personId: "anna", role: "responsible" } as const;
  const proposed = { ...anna, naming: "proposed" } as const;
  const named = { ...anna, naming: "named", validFrom: "2020-05-04" } as const;
  const released = { ...named, validUntil: "2020-09-01" } as const;

  it("CARE-05 somebody is proposed, named and released", () => {
    const first = orThrow(stepNaming(undefined, { step: "propose", owner: anna }));
    expect(first).toEqual(proposed);
    expect(orThrow(stepNaming(first, { step: "name", on: "2020-05-04" }))).toEqual(named);
    expect(orThrow(stepNaming(named, { step: "release", on: "2020-09-01" }))).toEqual(released);
    expect(orThrow(stepNaming(first, { step: "withdraw" }))).toBeUndefined();
  });

  it("CARE-05 a state is read off the record", () => {
    expect([undefined, proposed, named, released].map(namingState)).toEqual([
      "unassigned",
      "proposed",
      "named",
      "released",
    ]);
    expect(namingState({ ...proposed, validUntil: "2020-09-01" })).toBe("proposed");
  });

  it("CARE-05 every step that is not legal is refused", () => {
    const records = { unassigned: undefined, proposed, named, released };
    const steps = {
      propose: { step: "propose", owner: anna },
      name: { step: "name", on: "2020-06-01" },
      withdraw: { step: "withdraw" },
      release: { step: "release", on: "2020-06-01" },
    } as const;
    const legal = ["unassigned propose", "proposed name", "proposed withdraw", "named release"];
    for (const [state, record] of Object.entries(records)) {
      for (const step of Object.values(steps)) {
        const isLegal = legal.includes(`${state} ${step.step}`);
        expect(step.step in legalNamingSteps[state as keyof typeof records]).toBe(isLegal);
        const result = stepNaming(record, step);
        expect(result.ok, `${state} ${step.step}`).toBe(isLegal);
        if (!isLegal)
          expect(result.findings[0]).toMatchObject({ code: "illegal-step", path: "step" });
      }
    }
    const message = (record: Ownership | undefined) =>
      stepNaming(record, steps.propose).findings[0]?.message;
    expect(message(proposed)).toBe(
      "nobody can be `proposed` and propose; legal now: name, withdraw",
    );
    expect(message(released)).toBe("nobody can be `released` and propose; no step is legal");
  });

  it("CARE-05 a step has its day, and an end comes after the beginning", () => {
    const release = (on: string) =>
      stepNaming(named, { step: "release", on: on as "2020-05-05" }).findings.map(
        ({ code }) => code,
      );
    expect(release("2020-05-05")).toEqual([]);
    expect(release("2020-05-04")).toEqual(["span-reversed"]);
    expect(release("May")).toEqual(["not-a-civil-date"]);
    const always: Ownership = { ...anna, naming: "named" };
    expect(stepNaming(always, { step: "release", on: "1990-01-01" }).ok).toBe(true);
  });
});
