import { describe, expect, it } from "vitest";
import type { AnchoredCadence } from "../../src/cadence/index.js";
import type { Contract } from "../../src/facts/index.js";
import type { CivilDate } from "../../src/time/index.js";
import { aheadOn, dutiesOn, elsewhere, held, statusesOf } from "./ask-duties.js";

const call = { field: "kind", equals: "call" } as const;

function halfWay(rest: Partial<AnchoredCadence> = {}): AnchoredCadence {
  return {
    method: "anchored",
    record: "contracts",
    anchor: {
      halfWay: ["startsOn", "endsOn"],
      oddDay: "earlier",
      earliest: { days: 30 },
      latest: { days: 14 },
    },
    answeredBy: { contact: call },
    lapses: { days: 60 },
    roll: "next",
    ...rest,
  };
}

function renewal(rest: Partial<AnchoredCadence> = {}): AnchoredCadence {
  const three = { earliest: { months: 3 }, ideal: { months: 2 }, latest: { months: 1 } };
  return { ...halfWay(), anchor: { before: "endsOn", ...three }, ...rest };
}

const contract = (rest: Partial<Contract> = {}): Contract => ({
  ...{ id: 7, accountId: "A", startsOn: "2022-01-01", endsOn: "2024-01-01" },
  ...rest,
});

const on = (
  asOf: CivilDate,
  contracts: readonly Contract[],
  cadence: AnchoredCadence = halfWay(),
  activities: Parameters<typeof dutiesOn>[1]["activities"] = [],
) => dutiesOn({ c: cadence }, { asOf, activities, records: { contracts } });

describe("CAD-04 half-way of a fixed-term contract", () => {
  it("CAD-04 half-way of 2022-01-01 until 2024-01-01 is 2023-01-01", () => {
    const [duty, ...others] = on("2022-06-01", [contract()]);
    expect(others).toEqual([]);
    expect(duty!.id).toBe("A|c|7");
    const window = { earliest: "2022-12-02", ideal: "2023-01-01", latest: "2023-01-15" };
    expect(duty!.value).toEqual({ status: "early", daysLate: 0, window });
    const details = { record: "contracts", countedFrom: "2023-01-01", which: "each", id: 7 };
    expect(duty!.because).toEqual([
      { kind: "step", step: "anchored", path: "cadences.c", details, of: [] },
    ]);
  });

  it("CAD-04 the policy says which day is half-way of an odd number of days", () => {
    const odd = contract({ startsOn: "2022-01-01", endsOn: "2022-01-04" });
    const anchor = { ...halfWay().anchor, oddDay: "later" } as AnchoredCadence["anchor"];
    const ideal = (cadence: AnchoredCadence) =>
      on("2022-01-01", [odd], cadence)[0]!.value.window!.ideal;
    expect(ideal(halfWay())).toBe("2022-01-02");
    expect(ideal(halfWay({ anchor }))).toBe("2022-01-03");
  });

  it("CAD-04 an open-ended contract has none, nor one that ends before it begins", () => {
    const { endsOn: _, ...open } = contract();
    expect(on("2022-06-01", [open])).toEqual([]);
    expect(on("2022-06-01", [contract({ endsOn: "2022-01-01" })])).toEqual([]);
  });

  it("CAD-04 a condition says which contracts", () => {
    const where = { field: "includesTechnology", equals: true } as const;
    const cadence = halfWay({ where });
    const both = [
      contract({ id: 1, includesTechnology: true }),
      contract({ id: 2, includesTechnology: false }),
    ];
    expect(on("2022-06-01", both, cadence).map(({ id }) => id)).toEqual(["A|c|1"]);
    const [unclear] = on("2022-06-01", [contract()], cadence);
    expect(unclear!.value.status).toBe("undecided");
    expect(unclear!.missing).toEqual([{ path: "contracts.includesTechnology", why: "missing" }]);
    expect(on("2022-06-01", [contract()], halfWay({ where, whenUnknown: "notMet" }))).toEqual([]);
  });

  it("CAD-04 a contact within the window answers it, one before does not, a late one does", () => {
    const madeOn = (heldOn: CivilDate, asOf: CivilDate) =>
      on(asOf, [contract()], halfWay(), [held(heldOn, { kind: "call" })]).length;
    expect(madeOn("2022-12-01", "2022-12-15")).toBe(1);
    expect(madeOn("2022-12-02", "2022-12-15")).toBe(0);
    expect(madeOn("2023-02-01", "2023-02-01")).toBe(0);
  });

  it("CAD-04 a duty not done is late, and is given up so long after its latest day", () => {
    const status = (asOf: CivilDate) => on(asOf, [contract()])[0]?.value.status;
    expect(status("2022-12-01")).toBe("early");
    expect(status("2022-12-02")).toBe("ok");
    expect(status("2023-01-01")).toBe("due");
    expect(status("2023-01-15")).toBe("due");
    expect(status("2023-01-16")).toBe("late");
    expect(status("2023-03-16")).toBe("late");
    expect(status("2023-03-17")).toBeUndefined();
    const never = on("2099-01-01", [contract()], halfWay({ lapses: "never" }));
    expect(never[0]!.value.status).toBe("late");
  });

  it("CAD-04 without a known start, or contracts, half-way is undecided", () => {
    const bad = contract({ startsOn: "soon" as CivilDate });
    expect(on("2022-06-01", [bad])[0]!.missing).toEqual([
      { path: "contracts.startsOn", why: "illTyped" },
    ]);
    const gone = contract({ startsOn: undefined as unknown as CivilDate });
    expect(on("2022-06-01", [gone])[0]!.missing).toEqual([
      { path: "contracts.startsOn", why: "missing" },
    ]);
    const broken = contract({ endsOn: "later" as CivilDate });
    expect(on("2022-06-01", [broken])[0]!.missing).toEqual([
      { path: "contracts.endsOn", why: "illTyped" },
    ]);
    const asked = { asOf: "2022-06-01", coverage: { activities: "complete" } } as const;
    const [unknown] = dutiesOn({ c: halfWay() }, asked);
    expect(unknown).toMatchObject({ id: "A|c|#unknown", value: { status: "undecided" } });
    expect(unknown!.missing).toEqual([{ path: "contracts", why: "notSupplied" }]);
  });

  it("CAD-04 contracts known since a day: an older one may be half-way still", () => {
    const coverage = { activities: "complete", contracts: { since: "2021-01-01" } } as const;
    const asked = { asOf: "2022-06-01", coverage, records: { contracts: [contract()] } } as const;
    expect(statusesOf(dutiesOn({ c: halfWay() }, asked))).toEqual({
      "A|c|7": "early",
      "A|c|#unknown": "undecided",
    });
    const account = { relationshipStart: "2021-01-01" } as const;
    expect(statusesOf(dutiesOn({ c: halfWay() }, { ...asked, account }))).toEqual({
      "A|c|7": "early",
    });
  });

  it("CAD-04 where it is not known whether the contact was made, the duty is undecided", () => {
    const coverage = { contracts: "complete" } as const;
    const asked = { asOf: "2023-01-05", coverage, records: { contracts: [contract()] } } as const;
    const [duty] = dutiesOn({ c: halfWay() }, asked);
    expect(duty!.value.status).toBe("undecided");
    expect(duty!.missing).toEqual([{ path: "activities", why: "notSupplied" }]);
    const since = { contracts: "complete", activities: { since: "2022-12-02" } } as const;
    expect(dutiesOn({ c: halfWay() }, { ...asked, coverage: since })[0]!.value.status).toBe("due");
    const later = { contracts: "complete", activities: { since: "2022-12-03" } } as const;
    expect(dutiesOn({ c: halfWay() }, { ...asked, coverage: later })[0]!.value.status).toBe(
      "undecided",
    );
  });
});

describe("CAD-04 before an end or a renewal", () => {
  it("CAD-04 so long before the end, by durations that may be parameters", () => {
    const three = {
      earliest: { parameter: "lead" },
      ideal: { months: 2 },
      latest: { months: 1 },
    } as const;
    const cadence = renewal({ anchor: { before: "endsOn", ...three } });
    const [duty] = dutiesOn(
      { c: cadence },
      {
        asOf: "2023-10-15",
        parameters: { lead: { months: 3 } },
        records: { contracts: [contract()] },
      },
    );
    expect(duty!.value).toEqual({
      status: "ok",
      daysLate: 0,
      window: { earliest: "2023-10-01", ideal: "2023-11-01", latest: "2023-12-01" },
    });
  });

  it("CAD-04 before the end of a technology's lifecycle, a field of the host's own", () => {
    const cadence = renewal({
      record: "account",
      anchor: {
        before: "lifecycleEnd",
        earliest: { years: 1 },
        ideal: { months: 9 },
        latest: { months: 6 },
      },
    });
    const fields = { lifecycleEnd: "date" } as const;
    const ask = (own: Record<string, string>) =>
      dutiesOn({ c: cadence }, { asOf: "2022-06-01", fields, account: { own } });
    const [duty] = ask({ lifecycleEnd: "2023-01-01" });
    expect(duty!.id).toBe("A|c|#1");
    expect(duty!.value.window).toEqual({
      earliest: "2022-01-01",
      ideal: "2022-04-01",
      latest: "2022-07-01",
    });
    expect(ask({})[0]!.missing).toEqual([{ path: "lifecycleEnd", why: "missing" }]);
  });

  it("CAD-04 a contract of each id has a duty of its own; ids that are given twice are numbered", () => {
    const twins = [contract({ endsOn: "2024-06-01" }), contract(), contract({ id: "7" })];
    const ids = on("2022-06-01", twins, renewal()).map(({ id }) => id);
    expect(ids.toSorted()).toEqual(["A|c|7", "A|c|7#2", "A|c|7#3"]);
    const turned = on("2022-06-01", twins.toReversed(), renewal());
    expect(turned).toEqual(on("2022-06-01", twins, renewal()));
  });

  it("CAD-04 told ahead where its window begins in time", () => {
    const ahead = (until: CivilDate) =>
      aheadOn(
        { c: renewal() },
        { asOf: "2022-06-01", until, records: { contracts: [contract()] }, calendar: elsewhere },
      ).duties.length;
    expect(ahead("2023-10-01")).toBe(0);
    expect(ahead("2023-10-02")).toBe(1);
  });
});
