import { describe, expect, it } from "vitest";
import {
  type Account,
  type CustomerBase,
  mapAccountIds,
  mergeAccounts,
  withoutPersonalNotes,
} from "../../src/facts/index.js";
import { type Checked, orThrow } from "../../src/shapes/index.js";

const codes = (result: Checked<unknown>): string[] =>
  result.findings.map(({ path, code }) => `${path}: ${code}`);

const base = (...accounts: Account[]): CustomerBase => ({ accounts, coverage: {} });

describe("FACT-16 merging accounts", () => {
  const merge = (given: CustomerBase, keep = 1, merged = 2): CustomerBase =>
    orThrow(mergeAccounts(given, { keep, merged }));

  it("FACT-16 records and dealers are repointed, other accounts stay as they are", () => {
    const memberships = [2, 1, "2", 3].map((accountId) => ({ accountId, projectId: "P" }));
    const others = [{ id: "2" }, { id: 3, dealerId: 2 }, { id: 4, dealerId: 4 }];
    const given: CustomerBase = {
      ...base({ id: 2 }, ...others, { id: 1 }),
      memberships,
      people: [{ id: 9 }],
    };
    expect(merge(given)).toEqual({
      accounts: [{ id: "2" }, { id: 3, dealerId: 1 }, others[2], { id: 1, mergedFrom: [2] }],
      coverage: {},
      memberships: [1, 1, "2", 3].map((accountId) => ({ accountId, projectId: "P" })),
      people: [{ id: 9 }],
    });
    expect(merge(given).memberships?.[1]).toBe(memberships[1]);
  });

  it("FACT-01 the account that stays keeps its values and fills the gaps", () => {
    const kept: Account = {
      id: 1,
      names: [{ name: "Kello Oy", kind: "official" }],
      headcount: 0,
      relations: ["customer"],
      judgements: { effort: { value: "low" } },
      own: { tier: "gold" },
    };
    const gone: Account = {
      id: 2,
      names: [
        { name: "Kello Oy", kind: "official" },
        { name: "Kello Oy", kind: "marketing" },
        { name: "Kello Oy", kind: "official", validFrom: "2011-01-01" },
        { name: "Kello Oy", kind: "official", validUntil: "2011-01-01" },
        { name: "Kellot", kind: "official" },
      ],
      headcount: 5,
      region: "Uusimaa",
      relations: ["potential", "partner"],
      judgements: { effort: { value: "high" }, image: { value: "high" } },
      own: { tier: "silver", stores: 2 },
    };
    expect(merge(base(kept, gone)).accounts).toEqual([
      {
        id: 1,
        names: gone.names,
        headcount: 0,
        region: "Uusimaa",
        relations: ["customer"],
        judgements: { effort: { value: "low" }, image: { value: "high" } },
        own: { tier: "gold", stores: 2 },
        mergedFrom: [2],
      },
    ]);
  });

  it("FACT-01 judgements and own fields of either account are enough", () => {
    const judgements = { effort: { value: "low" } } as const;
    const rich = { id: 2, judgements, own: { tier: "gold" } };
    const { id: _, ...known } = rich;
    const expected = [{ id: 1, ...known, mergedFrom: [2] }];
    expect(merge(base({ id: 1 }, rich)).accounts).toEqual(expected);
    expect(merge(base({ ...rich, id: 1 }, { id: 2 })).accounts).toEqual(expected);
  });

  it("FACT-01 predecessors are those of both, each once, the oldest first", () => {
    const kept = { id: 1, mergedFrom: ["X", 8] };
    const gone = { id: 2, mergedFrom: [8, 9] };
    expect(merge(base(kept, gone)).accounts[0]?.mergedFrom).toEqual(["X", 8, 9, 2]);
  });

  it("FACT-01 an account that would order through itself orders through nobody", () => {
    expect(merge(base({ id: 1, dealerId: 2 }, { id: 2 })).accounts).toEqual([
      { id: 1, mergedFrom: [2] },
    ]);
    expect(merge(base({ id: 1 }, { id: 2, dealerId: 1 })).accounts).toEqual([
      { id: 1, mergedFrom: [2] },
    ]);
    expect(merge(base({ id: 1 }, { id: 2, dealerId: 7 })).accounts[0]?.dealerId).toBe(7);
  });

  it("FACT-16 a merge repeated does no harm, and takes records that come late", () => {
    const once = merge(base({ id: 1 }, { id: 2 }, { id: 3 }));
    expect(merge(once)).toEqual(once);
    expect(mergeAccounts(once, { keep: 1, merged: 2 }).findings).toEqual([]);
    const late = merge({ ...once, memberships: [{ accountId: 2, projectId: "P" }] });
    expect(late).toEqual({ ...once, memberships: [{ accountId: 1, projectId: "P" }] });
  });

  it("FACT-16 a merge of accounts that are not there is refused", () => {
    const given = base({ id: 1 }, { id: 2 });
    expect(codes(mergeAccounts(given, { keep: 1, merged: "2" }))).toEqual([
      "merged: unknown-account",
    ]);
    expect(codes(mergeAccounts(given, { keep: "1", merged: 3 }))).toEqual([
      "keep: unknown-account",
      "merged: unknown-account",
    ]);
    expect(mergeAccounts(given, { keep: 1, merged: "2" }).findings[0]?.message).toBe(
      'no account has the id `"2"`',
    );
    const same = mergeAccounts(given, { keep: 1, merged: 1 });
    expect(codes(same)).toEqual(["merged: same-account"]);
    expect(same.findings[0]?.message).toBe("account `1` cannot go into itself");
  });
});

describe("FACT-16 ids of another system", () => {
  it("FACT-16 accounts, dealers, predecessors and records change their id together", () => {
    const memberships = [1, "1", 2].map((accountId) => ({ accountId, projectId: "P" }));
    const given: CustomerBase = {
      ...base({ id: 1, dealerId: 2, mergedFrom: [1, 9] }, { id: "1" }, { id: 2 }),
      memberships,
    };
    const mapping = new Map<number, string | number>([
      [1, 2],
      [2, "FI-2"],
      [9, "FI-9"],
    ]);
    expect(mapAccountIds(given, mapping)).toEqual({
      ok: true,
      value: {
        accounts: [
          { id: 2, dealerId: "FI-2", mergedFrom: [2, "FI-9"] },
          { id: "1" },
          { id: "FI-2" },
        ],
        coverage: {},
        memberships: [2, "1", "FI-2"].map((accountId) => ({ accountId, projectId: "P" })),
      },
      findings: [],
    });
  });

  it("FACT-16 two accounts never become one by a mapping", () => {
    const given = base({ id: 1 }, { id: 2 });
    expect(codes(mapAccountIds(given, new Map([[1, 2]])))).toEqual([
      "accounts[1].id: duplicate-account",
    ]);
    const swapped = mapAccountIds(
      given,
      new Map([
        [1, 2],
        [2, 1],
      ]),
    );
    expect(swapped.ok && swapped.value.accounts).toEqual([{ id: 2 }, { id: 1 }]);
    const alike = { names: [{ name: "Kello", kind: "official" }] } as const;
    const twins = base({ id: 1, ...alike }, { id: 2, ...alike });
    expect(mapAccountIds(twins, new Map([[1, 3]])).findings).toEqual([]);
  });
});

describe("FACT-05 personal notes", () => {
  it("FACT-05 a free personal note never leaves in a report", () => {
    const person = { id: 1, accountId: "A", name: "Aino", decisionRole: "expert" } as const;
    const given: CustomerBase = {
      ...base({ id: "A" }),
      contactPersons: [{ ...person, personalNote: "likes to ski" }, person],
    };
    expect(withoutPersonalNotes(given)).toEqual({ ...given, contactPersons: [person, person] });
    expect(JSON.stringify(withoutPersonalNotes(given))).not.toContain("ski");
    expect(given.contactPersons?.[0]?.personalNote).toBe("likes to ski");
  });

  it("FACT-05 records without contact persons stay as they are", () => {
    const given = base({ id: "A" });
    expect(withoutPersonalNotes(given)).toBe(given);
  });
});
