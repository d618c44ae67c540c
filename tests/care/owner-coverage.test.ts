import { describe, expect, it } from "vitest";
import {
  type CaredAccount,
  findSubstitute,
  type Owner,
  type OwnerOutcome,
  ownerCoverage,
  ownerLoad,
  type Staff,
} from "../../src/care/index.js";
import type { RecordId } from "../../src/facts/index.js";
import type { CivilDate } from "../../src/time/index.js";
import { faultOf } from "../time/fault-of.js";
import { compileChapter, models } from "./compile-chapter.js";

const anna: Owner = { personId: "anna", role: "responsible" };
const eero: Owner = { personId: "eero", role: "teamMember" };
const place = { role: "responsible" } as const;

function owned(id: RecordId, value: OwnerOutcome, model = "deep"): CaredAccount {
  return {
    account: { id },
    owner: {
      value,
      because: [],
      missing: value.kind === "undecided" ? [{ path: "ownerships", why: "notSupplied" }] : [],
    },
    careModel: { value: { kind: "model", model }, because: [], missing: [] },
  };
}

const lacking = { kind: "lacking", owners: [], lacking: [place], proposed: [] } as const;

describe("CARE-07 who should be named and is not", () => {
  const accounts = [
    owned("B", { ...lacking, proposed: [anna] }),
    owned("A", lacking),
    owned(7, { kind: "named", owners: [anna] }),
    owned("C", { kind: "several", owners: [anna, { ...anna, personId: "liisa" }] }),
    owned("D", { kind: "notNeeded" }),
    owned("E", { kind: "undecided" }),
  ];

  it("CARE-07 the named among those who need somebody, the rest counted and listed", () => {
    expect(ownerCoverage(accounts)).toEqual({
      value: 0.25,
      numerator: 1,
      denominator: 4,
      excluded: [
        { reason: "ownerNotNeeded", count: 1 },
        { reason: "undecided", count: 1 },
      ],
      method: "everyPlaceNamed",
      lacking: [
        { accountId: "A", naming: "unassigned", places: [place], proposed: [] },
        { accountId: "B", naming: "proposed", places: [place], proposed: [anna] },
      ],
      several: [{ accountId: "C", owners: [anna, { ...anna, personId: "liisa" }] }],
      undecided: [{ accountId: "E", missing: [{ path: "ownerships", why: "notSupplied" }] }],
    });
    expect(ownerCoverage(accounts.toReversed())).toEqual(ownerCoverage(accounts));
  });

  it("CARE-07 where nobody is needed there is no figure, never a zero", () => {
    const none = ownerCoverage([owned("D", { kind: "notNeeded" })]);
    expect(none).toMatchObject({ undefinedBecause: "nobodyNeeded", denominator: 0 });
    expect("value" in none).toBe(false);
    expect(ownerCoverage([owned("A", lacking)])).toMatchObject({ value: 0, denominator: 1 });
  });
});

describe("CARE-07 the load of each owner", () => {
  const effort = { weight: 3, minutesPerYear: 600 };
  const { care } = compileChapter({ models: { ...models, deep: { ...models.deep, effort } } });
  const accounts = [
    owned("A", { kind: "named", owners: [anna, eero] }),
    owned("B", { kind: "named", owners: [anna, { ...anna, region: "north" }] }),
    owned("C", { kind: "named", owners: [anna] }, "light"),
    owned("D", { ...lacking, owners: [eero] }),
    owned("E", { kind: "undecided" }),
  ];

  it("CARE-07 accounts, weights and minutes by person, each account once", () => {
    expect(ownerLoad(accounts, care, { roles: ["responsible"] })).toEqual([
      { personId: "anna", accounts: 3, weighted: 6, minutesPerYear: 1200, withoutEffort: 1 },
    ]);
    expect(
      ownerLoad(accounts.toReversed(), care, { roles: ["responsible", "teamMember"] }),
    ).toEqual([
      { personId: "anna", accounts: 3, weighted: 6, minutesPerYear: 1200, withoutEffort: 1 },
      { personId: "eero", accounts: 2, weighted: 6, minutesPerYear: 1200, withoutEffort: 0 },
    ]);
    expect(ownerLoad([], care, { roles: ["responsible"] })).toEqual([]);
  });

  it("CARE-07 the effort of an undecided care model is not known", () => {
    const undecided: CaredAccount = {
      ...owned("A", { kind: "named", owners: [anna] }),
      careModel: {
        value: { kind: "undecided", candidates: ["deep", "light"] },
        because: [],
        missing: [],
      },
    };
    expect(ownerLoad([undecided], care, { roles: ["responsible"] })).toEqual([
      { personId: "anna", accounts: 1, weighted: 0, minutesPerYear: 0, withoutEffort: 1 },
    ]);
  });
});

describe("CARE-07 a substitute in absence", () => {
  const week = { from: "2018-02-19", until: "2018-02-26" } as const;
  const away = (id: RecordId) => ({ id, absences: [week] });
  const here = (id: RecordId) => ({ id, absences: [] });
  const substitute = (
    people: Staff["people"],
    substitutions: readonly (readonly [RecordId, ...RecordId[]])[],
    asOf: CivilDate = "2018-02-20",
  ) =>
    findSubstitute(
      "anna",
      {
        people,
        substitutions: substitutions.map(([personId, ...substitutes]) => {
          return { personId, substitutes };
        }),
      },
      { asOf },
    );

  it("CARE-07 an absence holds from its first day until the day before its end", () => {
    const people = [away("anna"), here("eero")];
    const on = (asOf: CivilDate) => substitute(people, [["anna", "eero"]], asOf).value;
    const present = { kind: "present", personId: "anna" };
    const eero = { kind: "substitute", personId: "eero" };
    expect([on("2018-02-18"), on("2018-02-19")]).toEqual([present, eero]);
    expect([on("2018-02-25"), on("2018-02-26")]).toEqual([eero, present]);
  });

  it("CARE-07 a chain: own substitutes in order, then theirs in turn", () => {
    const chain = [
      ["anna", "eero", "liisa"],
      ["eero", "kalle"],
      ["liisa", "maria"],
    ] as const;
    const staff = (...ids: readonly string[]) => [
      ...["anna", "eero", "liisa", "kalle", "maria"].map((id) => {
        return ids.includes(id) ? away(id) : here(id);
      }),
    ];
    const found = (...ids: readonly string[]) => substitute(staff("anna", ...ids), chain).value;
    expect(found()).toEqual({ kind: "substitute", personId: "eero" });
    expect(found("eero")).toEqual({ kind: "substitute", personId: "liisa" });
    expect(found("eero", "liisa")).toEqual({ kind: "substitute", personId: "kalle" });
    expect(found("eero", "liisa", "kalle")).toEqual({ kind: "substitute", personId: "maria" });
    const reversed = substitute(staff("anna", "eero"), chain.toReversed());
    expect(reversed.value).toEqual({ kind: "substitute", personId: "liisa" });
    expect(reversed.because).toEqual([
      {
        kind: "step",
        step: "substitutes",
        path: "people",
        details: { personId: "anna", asked: ["anna", "eero", "liisa"] },
        of: [],
      },
    ]);
  });

  it("CARE-07 nobody left is reported, and two who stand in for each other do not go round", () => {
    const people = [away("anna"), away("eero")];
    const both = [
      ["anna", "eero"],
      ["eero", "anna"],
    ] as const;
    expect(substitute(people, both)).toMatchObject({
      value: { kind: "nobody", away: ["anna", "eero"] },
      missing: [],
    });
    expect(substitute(people, []).value).toEqual({ kind: "nobody", away: ["anna"] });
  });

  it("CARE-07 two entries of one person are one list", () => {
    const people = [away("anna"), away("eero"), here("liisa")];
    const entries = [
      ["anna", "eero"],
      ["anna", "liisa"],
    ] as const;
    expect(substitute(people, entries).value).toEqual({ kind: "substitute", personId: "liisa" });
  });

  it("CARE-07 whoever is not known to be there may be there", () => {
    const people = [away("anna"), { id: "eero" }, here("liisa")];
    expect(substitute(people, [["anna", "eero", "liisa"]])).toMatchObject({
      value: { kind: "undecided", candidates: ["eero", "liisa"], orNobody: false },
      missing: [{ path: "people.eero.absences", why: "notSupplied" }],
    });
    expect(substitute([away("anna")], [["anna", 7]])).toMatchObject({
      value: { kind: "undecided", candidates: [7], orNobody: true },
      missing: [{ path: "people.7.absences", why: "notSupplied" }],
    });
  });

  it("CARE-07 a day that is none is a broken contract", () => {
    const staff = { people: [], substitutions: [] };
    const [code] = faultOf(() => findSubstitute("anna", staff, { asOf: "May" as CivilDate }));
    expect(code).toBe("not-a-civil-date");
  });
});
