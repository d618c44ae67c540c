import { describe, expect, it } from "vitest";
import { assignAccounts } from "../../../src/cadence/index.js";

const people = [
  { id: "anna", capacityMinutes: 1000, regions: ["south"] },
  { id: "eero", capacityMinutes: 1000, regions: ["north"] },
] as const;
const strict = { keepOwner: "always", region: "required" } as const;

describe("CAD-14 assignment without chance", () => {
  it("CAD-14 an owner keeps the account, whatever the region and, if so ruled, whatever the load", () => {
    const accounts = [
      { id: "A", loadMinutes: 900, region: "north", ownerId: "anna" },
      { id: "B", loadMinutes: 200, ownerId: "anna" },
    ];
    const always = assignAccounts(accounts, people, strict);
    expect(always.accounts).toEqual([
      { accountId: "A", personId: "anna", step: "kept" },
      { accountId: "B", personId: "anna", step: "kept" },
    ]);
    expect(always).toMatchObject({ highestShare: 1.1, atLeastShare: 1.1, optimalityGap: 0 });
    const within = assignAccounts(accounts, people, { ...strict, keepOwner: "withinCapacity" });
    // The smaller load is kept first; 200 + 900 is more than 1 000.
    expect(within.accounts).toEqual([
      { accountId: "A", personId: "eero", step: "sameRegion" },
      { accountId: "B", personId: "anna", step: "kept" },
    ]);
    const full = [{ id: "A", loadMinutes: 1000, ownerId: "anna" }];
    const kept = assignAccounts(full, people, { ...strict, keepOwner: "withinCapacity" });
    expect(kept.accounts[0]?.step).toBe("kept");
  });

  it("CAD-14 an owner who is gone keeps nothing", () => {
    const gone = [{ id: "A", loadMinutes: 10, ownerId: "gone" }];
    expect(assignAccounts(gone, people, strict).accounts[0]?.personId).toBe("anna");
  });

  it("CAD-14 who works in the region comes first; elsewhere only where the rules allow it", () => {
    const accounts = [
      { id: "A", loadMinutes: 100, region: "north" },
      { id: "B", loadMinutes: 100, region: "west" },
    ];
    expect(assignAccounts(accounts, people, strict)).toMatchObject({
      accounts: [{ accountId: "A", personId: "eero", step: "sameRegion" }],
      unassigned: ["B"],
    });
    const preferred = assignAccounts(accounts, people, { ...strict, region: "preferred" });
    expect(preferred.accounts).toEqual([
      { accountId: "A", personId: "eero", step: "sameRegion" },
      { accountId: "B", personId: "anna", step: "otherRegion" },
    ]);
    const anywhere = [{ id: "liisa", capacityMinutes: 500 }];
    expect(assignAccounts(accounts, anywhere, strict).unassigned).toEqual([]);
  });

  it("CAD-14 load is fair to capacity, ties go to fewer accounts, then to the lower id", () => {
    const two = [
      { id: "b", capacityMinutes: 100 },
      { id: "a", capacityMinutes: 200 },
    ];
    const list = [1, 2, 3].map((id) => ({ id, loadMinutes: 50 }));
    const found = assignAccounts(list, two, strict);
    // 50/200, then 50/100 = 100/200 with fewer accounts for b, then 100/200 for a.
    expect(found.accounts.map(({ personId }) => personId)).toEqual(["a", "b", "a"]);
    expect(found.loads).toEqual([
      { personId: "a", accounts: 2, minutes: 100, capacityMinutes: 200 },
      { personId: "b", accounts: 1, minutes: 50, capacityMinutes: 100 },
    ]);
    expect(found).toMatchObject({ highestShare: 0.5, atLeastShare: 0.5, optimalityGap: 0 });
    const nothing = [{ id: "x", loadMinutes: 0 }];
    const same = [
      { id: 2, capacityMinutes: 1 },
      { id: 1, capacityMinutes: 1 },
    ];
    expect(assignAccounts(nothing, same, strict).accounts[0]?.personId).toBe(1);
  });

  it("CAD-14 the gap tells how far from the best it is at most", () => {
    // 30, 30, 20, 20, 20 on two of 100: the largest first gives 70 and 50, the best is 60 and 60.
    const list = [30, 30, 20, 20, 20].map((loadMinutes, id) => ({ id, loadMinutes }));
    const two = [1, 2].map((id) => ({ id, capacityMinutes: 100 }));
    const found = assignAccounts(list, two, strict);
    expect(found.highestShare).toBe(0.7);
    expect(found.atLeastShare).toBe(0.6);
    expect(found.optimalityGap).toBeCloseTo(0.1, 12);
    const one = assignAccounts([{ id: 1, loadMinutes: 90 }], two, strict);
    // Half of it each would be 0.45, but one account goes to one person.
    expect(one).toMatchObject({ highestShare: 0.9, atLeastShare: 0.9 });
  });

  it("CAD-14 the bound looks at those who can share, not at all", () => {
    const north = [1, 2].map((id) => ({ id, loadMinutes: 300, region: "north" }));
    const found = assignAccounts(north, people, strict);
    expect(found).toMatchObject({ highestShare: 0.6, atLeastShare: 0.6 });
    // 400 kept by Anna, 100 + 500 for either: 1 000 of 2 000.
    const mixed = assignAccounts(
      [
        { id: 1, loadMinutes: 400, ownerId: "anna" },
        { id: 2, loadMinutes: 500 },
        { id: 3, loadMinutes: 100 },
      ],
      people,
      strict,
    );
    expect(mixed).toMatchObject({ highestShare: 0.5, atLeastShare: 0.5 });
  });

  it("CAD-14 numbers too large for exact flows leave the simple bound", () => {
    const huge = [
      { id: 1, loadMinutes: 2 ** 30 },
      { id: 2, loadMinutes: 2 ** 30 },
    ];
    const one = [{ id: 1, capacityMinutes: 2 ** 30 }];
    expect(assignAccounts(huge, one, strict)).toMatchObject({ highestShare: 2, atLeastShare: 1 });
  });

  it("CAD-14 nobody and nothing", () => {
    expect(assignAccounts([{ id: 1, loadMinutes: 1 }], [], strict)).toMatchObject({
      ...{ accounts: [], unassigned: [1], loads: [], highestShare: 0, atLeastShare: 0 },
    });
    expect(assignAccounts([], people, strict)).toMatchObject({ accounts: [], highestShare: 0 });
  });

  it.each([
    ["duplicate-id", [1, 1], [1]],
    ["duplicate-id", [1], [1, 1]],
  ] as const)("%s of accounts %j or people %j", (code, accounts, staff) => {
    const ask = () =>
      assignAccounts(
        accounts.map((id) => ({ id, loadMinutes: 1 })),
        staff.map((id) => ({ id, capacityMinutes: 1 })),
        strict,
      );
    expect(ask).toThrow(expect.objectContaining({ code }));
  });

  it.each([
    [-1, 1],
    [0.5, 1],
    [1, 0],
    [1, Number.NaN],
  ])("out-of-range: a load of %d, a capacity of %d", (loadMinutes, capacityMinutes) => {
    const ask = () =>
      assignAccounts([{ id: 1, loadMinutes }], [{ id: 1, capacityMinutes }], strict);
    expect(ask).toThrow(expect.objectContaining({ code: "out-of-range" }));
  });
});
