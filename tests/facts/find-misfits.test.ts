import { describe, expect, it } from "vitest";
import {
  type Account,
  type CustomerBase,
  countOrphans,
  findDuplicates,
  findOrphans,
} from "../../src/facts/index.js";

const named = (id: string | number, ...names: string[]): Account => ({
  id,
  names: names.map((name, at) => ({ name, kind: at === 0 ? "official" : "marketing" })),
});

const duplicates = (...accounts: Account[]): string[] =>
  findDuplicates({ accounts, coverage: {} }).map(
    ({ severity, path, code, message, row }) => `${severity} ${row} ${path} ${code}: ${message}`,
  );

describe("FACT-16 orphans", () => {
  const base: CustomerBase = {
    accounts: [{ id: 1 }],
    coverage: {},
    serviceItems: [{ accountId: "A", service: "repair", countedOn: "2018-01-01", itemCount: 1 }],
    tasks: [1, "1"].map((accountId) => ({
      id: 1,
      accountId,
      kind: "action",
      topic: "notice",
      senderId: 1,
      receiverId: 2,
      openedOn: "2018-01-22",
    })),
  };

  it("FACT-16 orphans of a kind can be told in one warning", () => {
    const message = (text: string) => `${text}: \`findOrphans\` names them`;
    expect(
      countOrphans({ ...base, tasks: [...base.tasks!, ...base.tasks!] }).map(
        ({ path, severity, code, message }) => [path, severity, code, message],
      ),
    ).toEqual([
      [
        "tasks",
        "warning",
        "orphan-record",
        message('2 of no account of the base, the first of account `"1"`'),
      ],
      [
        "serviceItems",
        "warning",
        "orphan-record",
        message('1 of no account of the base, the first of account `"A"`'),
      ],
    ]);
    expect(countOrphans({ accounts: [], coverage: {} })).toEqual([]);
  });

  it("FACT-16 a record whose account is not in the base is found, with path and row", () => {
    expect(findOrphans(base)).toEqual([
      {
        code: "orphan-record",
        severity: "error",
        path: "tasks[1].accountId",
        message: 'no account has the id `"1"`',
        row: 1,
      },
      {
        code: "orphan-record",
        severity: "error",
        path: "serviceItems[0].accountId",
        message: 'no account has the id `"A"`',
        row: 0,
      },
    ]);
  });

  it("FACT-16 a base whose records all have an account has no orphans", () => {
    expect(findOrphans({ ...base, accounts: [{ id: 1 }, { id: "1" }, { id: "A" }] })).toEqual([]);
    expect(findOrphans({ accounts: [], coverage: {} })).toEqual([]);
  });
});

describe("FACT-16 duplicates", () => {
  it("FACT-16 two accounts of one id are an error, text and number are not", () => {
    expect(duplicates({ id: 1 }, { id: "1" })).toEqual([]);
    expect(duplicates({ id: 2 }, { id: 1 }, { id: 1 }, { id: 1 })).toEqual([
      "error 2 accounts[2].id duplicate-account: accounts[1] has the id `1` too",
      "error 3 accounts[3].id duplicate-account: accounts[1] has the id `1` too",
    ]);
  });

  it.each([
    ["Kello Oy", "kello oy"],
    ["Kello Oy", " Kello\t Oy\n"],
    ["Kello Oy", "Kello\u00a0Oy"],
    ["Strasse", "STRAßE"],
    ["Ääni", "A\u0308a\u0308ni"],
  ])("FACT-16 %o and %o are one name", (first, second) => {
    expect(duplicates(named("A", first), named("B", second))).toEqual([
      `warning 1 accounts[1].names[0].name duplicate-name: account \`"B"\` shares the name ` +
        `\`${first}\` with account \`"A"\``,
    ]);
  });

  it.each([
    ["Kello Oy", "KelloOy"],
    ["Kello Oy", "Kello"],
    ["", " "],
  ])("FACT-16 %o and %o are two names", (first, second) => {
    expect(duplicates(named("A", first), named("B", second))).toEqual([]);
  });

  it("FACT-16 an official name meets a marketing name, and a pair is reported once", () => {
    expect(duplicates(named(1, "Kello Oy", "Kellot"), named(2, "KELLOT", "KELLO OY"))).toEqual([
      "warning 1 accounts[1].names[0].name duplicate-name: account `2` shares the name `Kellot` " +
        "with account `1`",
    ]);
  });

  it("FACT-16 an account may share names with several, each with the first that has it", () => {
    const found = duplicates(named(1, "A"), named(2, "B"), named(3, "B", "A"), named(4, "b"));
    expect(found.map((each) => each.slice(each.indexOf("account `")))).toEqual([
      "account `3` shares the name `B` with account `2`",
      "account `3` shares the name `A` with account `1`",
      "account `4` shares the name `B` with account `2`",
    ]);
  });

  it("FACT-16 an account is no duplicate of itself", () => {
    expect(duplicates(named(1, "Kello", "KELLO"), { id: 2 })).toEqual([]);
    expect(duplicates(named(1, "Kello"), named(1, "Kello"))).toEqual([
      "error 1 accounts[1].id duplicate-account: accounts[0] has the id `1` too",
    ]);
  });
});
