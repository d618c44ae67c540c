import { describe, expect, it } from "vitest";
import { findOwner, nextOwnership } from "../../src/care/index.js";
import type { Ownership } from "../../src/facts/index.js";
import { type CivilDate, toCivilDate, toEpochDay } from "../../src/time/index.js";
import golden from "../golden/care/s1-ownership.json" with { type: "json" };
import { faultOf } from "../time/fault-of.js";
import { ownedBy, ruleOf } from "./ask-care.js";

const lines = ["training", "employment"];
const asOf = toEpochDay("2018-05-15");
const onePerson = { mode: "onePerson" } as const;
const inRegion = { mode: "named", per: ["region"] } as const;
const inLine = { mode: "named", per: ["businessLine"] } as const;

describe("CARE-05 the ownership table of source 1", () => {
  it.each(golden)("CARE-05 $segment: $description ($source)", ({ rule, cases }) => {
    for (const { ownerships, expected } of cases) {
      const records = ownedBy(ownerships as Partial<Ownership>[]);
      const { value, because, missing } = findOwner(ruleOf(rule), records, lines, asOf);
      expect(value).toStrictEqual(expected);
      expect(missing).toEqual([]);
      expect(because).toMatchObject([{ step: "ownership", path: "ownerships" }]);
    }
  });
});

describe("CARE-05 one person", () => {
  it("CARE-05 a steering group is lacking only where it is required", () => {
    const on = (steeringGroup: "optional" | "required") =>
      findOwner({ ...onePerson, steeringGroup }, ownedBy([{}]), lines, asOf);
    expect(on("optional").value.kind).toBe("named");
    expect(on("required").value).toMatchObject({
      kind: "lacking",
      lacking: [{ role: "steeringGroup" }],
    });
  });

  it("CARE-05 one person named twice, for two lines, is one person; the reason says who", () => {
    const twice = ownedBy([{ businessLine: "training" }, { businessLine: "employment" }]);
    const { value, because } = findOwner(onePerson, twice, lines, asOf);
    expect(value.kind).toBe("named");
    expect(because).toEqual([
      {
        kind: "step",
        step: "ownership",
        path: "ownerships",
        details: { mode: "onePerson", named: ["anna", "anna"] },
        of: [],
      },
    ]);
  });

  it("CARE-05 the same naming twice is one owner", () => {
    const { value } = findOwner(onePerson, ownedBy([{}, {}]), lines, asOf);
    expect(value).toEqual({ kind: "named", owners: [{ personId: "anna", role: "responsible" }] });
  });
});

describe("CARE-05 an ownership that does not say who is named, or for what", () => {
  const asked = (...ownerships: object[]) =>
    findOwner(onePerson, ownedBy(ownerships as Partial<Ownership>[]), lines, asOf);

  it.each([
    ["naming", undefined, "missing"],
    ["naming", "Named", "illTyped"],
    ["role", "responsable", "illTyped"],
    ["personId", undefined, "missing"],
    ["personId", { id: 1 }, "illTyped"],
  ])("CARE-05 leaves the owner undecided: %s %o", (name, written, why) => {
    const { value, missing } = asked({ [name]: written }, { [name]: written });
    expect(value).toEqual({ kind: "undecided" });
    expect(missing).toEqual([{ path: `ownerships.${name}`, why }]);
  });

  it("CARE-05 names what is missing in one order, after what is not known of the others", () => {
    const odd = [{ naming: "Named" }, { personId: undefined }] as unknown as Partial<Ownership>[];
    for (const list of [odd, odd.toReversed()]) {
      const records = ownedBy(list);
      const since = { ownerships: { since: "2018-01-01" } } as const;
      const { missing } = findOwner(onePerson, { ...records, coverage: since }, lines, asOf);
      expect(missing).toEqual([
        { path: "ownerships", why: "incomplete" },
        { path: "ownerships.naming", why: "illTyped" },
        { path: "ownerships.personId", why: "missing" },
      ]);
    }
  });

  it("CARE-05 matters not where somebody is named, and not of who could not be", () => {
    expect(asked({}, { personId: "ben", naming: "Named" }).value.kind).toBe("named");
    expect(asked({ role: "executor", naming: undefined }).value.kind).toBe("lacking");
    expect(asked({ naming: "proposed", personId: undefined }).value).toMatchObject({
      kind: "lacking",
      proposed: [],
    });
    expect(asked({ naming: "Named", validUntil: "2018-05-15" }).value.kind).toBe("lacking");
  });
});

describe("CARE-05 somebody per region or per business line", () => {
  it("CARE-05 a person of no region or line in particular fills any", () => {
    const rule = ruleOf({ mode: "named", per: ["region", "businessLine"] });
    expect(findOwner(rule, ownedBy([{}]), lines, asOf).value.kind).toBe("named");
    const half = findOwner(rule, ownedBy([{ businessLine: "training" }]), lines, asOf).value;
    expect(half).toMatchObject({
      kind: "lacking",
      lacking: [{ role: "responsible", region: "north", businessLine: "employment" }],
    });
  });

  it("CARE-05 per region asks for the account's own, per line for every line", () => {
    const named = ownedBy([{ region: "south", businessLine: "training" }]);
    expect(findOwner(inRegion, named, lines, asOf).value).toMatchObject({
      lacking: [{ role: "responsible", region: "north" }],
    });
    expect(findOwner(inLine, named, lines, asOf).value).toMatchObject({
      lacking: [{ role: "responsible", businessLine: "employment" }],
    });
  });

  it("CARE-05 a company without business lines still asks for one person", () => {
    expect(findOwner(inLine, ownedBy([]), [], asOf).value).toMatchObject({
      kind: "lacking",
      lacking: [{ role: "responsible" }],
    });
    expect(findOwner(inLine, ownedBy([{}]), [], asOf).value.kind).toBe("named");
  });

  it("CARE-05 team members are not responsible", () => {
    const { value } = findOwner(inRegion, ownedBy([{ role: "teamMember" }]), lines, asOf);
    expect(value.kind).toBe("lacking");
  });

  it("CARE-05 an unknown region leaves it undecided, where the rule asks for one", () => {
    const records = ownedBy([{}], {});
    const duty = findOwner(inRegion, records, lines, asOf);
    expect(duty.value).toEqual({ kind: "undecided" });
    expect(duty.missing).toEqual([{ path: "region", why: "missing" }]);
    expect(findOwner(inLine, records, lines, asOf).value.kind).toBe("named");
    expect(findOwner(onePerson, records, lines, asOf).value.kind).toBe("named");
  });
});

describe("CARE-05 what is known of ownerships", () => {
  it("CARE-05 not supplied leaves every rule undecided that asks for somebody", () => {
    const unknown = ownedBy([], {}, {});
    for (const rule of [onePerson, inRegion, inLine]) {
      const { value, because, missing } = findOwner(rule, unknown, lines, asOf);
      expect(value).toEqual({ kind: "undecided" });
      expect(because).toMatchObject([{ details: { mode: rule.mode, named: [] } }]);
      expect(missing).toEqual([{ path: "ownerships", why: "notSupplied" }]);
    }
    const none = findOwner({ mode: "none" }, unknown, lines, asOf);
    expect(none.value).toEqual({ kind: "notNeeded" });
    expect(none.because).toMatchObject([{ details: { mode: "none", named: [] } }]);
  });

  it("CARE-05 not complete, nobody is known to be lacking; who is named, is named", () => {
    const coverage = { ownerships: { since: "2018-01-01" } } as const;
    const empty = findOwner(onePerson, ownedBy([], {}, coverage), lines, asOf);
    expect(empty.value).toEqual({ kind: "undecided" });
    expect(empty.missing).toEqual([{ path: "ownerships", why: "incomplete" }]);
    expect(findOwner(onePerson, ownedBy([{}], {}, coverage), lines, asOf).value.kind).toBe("named");
  });

  it("CARE-05 complete without any record is nobody", () => {
    const records = { account: { id: "A" }, coverage: { ownerships: "complete" } } as const;
    expect(findOwner(onePerson, records, lines, asOf).value.kind).toBe("lacking");
    expect(nextOwnership(records, asOf)).toBe(Number.POSITIVE_INFINITY);
  });
});

describe("CARE-05 the days of an ownership", () => {
  const records = ownedBy([
    { validFrom: "2018-05-15", validUntil: "2018-06-01" },
    { validUntil: "2018-01-01" },
  ]);

  it.each<[CivilDate, string, CivilDate | undefined]>([
    ["2017-12-31", "named", "2018-01-01"],
    ["2018-01-01", "lacking", "2018-05-15"],
    ["2018-05-14", "lacking", "2018-05-15"],
    ["2018-05-15", "named", "2018-06-01"],
    ["2018-05-31", "named", "2018-06-01"],
    ["2018-06-01", "lacking", undefined],
  ])("CARE-05 on %s the account is %s, until %s", (day, kind, next) => {
    expect(findOwner(onePerson, records, lines, toEpochDay(day)).value.kind).toBe(kind);
    const change = nextOwnership(records, toEpochDay(day));
    expect(Number.isFinite(change) ? toCivilDate(change) : undefined).toBe(next);
  });

  it("CARE-05 somebody whose days have passed is no second person", () => {
    const handedOver = ownedBy([
      { validUntil: "2018-05-15" },
      { personId: "eero", validFrom: "2018-05-15" },
    ]);
    for (const [day, personId] of [
      ["2018-05-14", "anna"],
      ["2018-05-15", "eero"],
    ] as const) {
      const { value } = findOwner(onePerson, handedOver, lines, toEpochDay(day));
      expect(value).toEqual({ kind: "named", owners: [{ personId, role: "responsible" }] });
    }
  });

  it("CARE-05 days that are no dates break the contract", () => {
    const broken = ownedBy([{ validFrom: "May" as CivilDate }]);
    for (const ask of [
      () => findOwner(onePerson, broken, lines, asOf),
      () => nextOwnership(broken, asOf),
    ]) {
      const [code, path] = faultOf(ask);
      expect([code, path]).toEqual([
        "not-a-civil-date",
        expect.stringMatching(/^ownerships\.valid/),
      ]);
    }
  });
});
