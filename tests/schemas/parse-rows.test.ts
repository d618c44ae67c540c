import { describe, expect, it } from "vitest";
import { type ListKind, parseRows, type RowOptions } from "../../src/schemas/index.js";

function findingsOf(kind: ListKind, row: unknown, options: RowOptions = {}): string[] {
  const { findings } = parseRows(kind, [row], options);
  return findings.map(({ path, code }) => `${path}: ${code}`);
}

const order = { id: "1", accountId: "A", orderedOn: "2018-01-22", value: "1200.50 EUR" };

describe("rows of a file", () => {
  it("FACT-09 a row of text becomes a typed record", () => {
    const row = { ...order, margin: "-5", quantity: "2.5", brand: "Kairos" };
    expect(parseRows("orders", [row], { currency: "SEK" })).toEqual({
      records: [
        {
          id: "1",
          accountId: "A",
          orderedOn: "2018-01-22",
          value: { minor: 120_050, currency: "EUR" },
          margin: { minor: -500, currency: "SEK" },
          quantity: 2.5,
          brand: "Kairos",
        },
      ],
      rejected: [],
      findings: [],
    });
  });

  it("FACT-02 an account has text, numbers, booleans, lists, and parts under a dotted name", () => {
    const { records, findings } = parseRows("accounts", [
      {
        id: "A",
        kind: "organisation",
        headcount: "12",
        companyOwnershipShare: "0.25",
        franchise: "false",
        inGroup: "true",
        relations: "customer|partner",
        mergedFrom: "B|1",
        closedDays: "2018-12-24",
        "location.latitude": "-60.25",
        "location.travelMinutes": "35",
      },
    ]);
    expect(findings).toEqual([]);
    expect(records).toEqual([
      {
        id: "A",
        kind: "organisation",
        headcount: 12,
        companyOwnershipShare: 0.25,
        franchise: false,
        inGroup: true,
        relations: ["customer", "partner"],
        mergedFrom: ["B", "1"],
        closedDays: ["2018-12-24"],
        location: { latitude: -60.25, travelMinutes: 35 },
      },
    ]);
  });

  it("FACT-01 the names of an account are columns", () => {
    const row = { marketingName: "Kellot", id: "A", officialName: "Kello Oy" };
    expect(parseRows("accounts", [row]).records[0]?.names).toEqual([
      { name: "Kellot", kind: "marketing" },
      { name: "Kello Oy", kind: "official" },
    ]);
  });

  it("FACT-03 judgements are plain columns, and who judged is a dotted one", () => {
    const row = {
      id: "A",
      veryFastGrowth: "true",
      growthPotential: "high",
      "judgements.growthPotential.judgedBy": "Aino",
      topManagementContacts: "2",
      totalConsumption: "50000 EUR",
    };
    const { records, findings } = parseRows("accounts", [row]);
    expect(findings).toEqual([]);
    expect(records[0]?.judgements).toEqual({
      veryFastGrowth: { value: true },
      growthPotential: { value: "high", judgedBy: "Aino" },
      topManagementContacts: { value: 2 },
      totalConsumption: { value: { minor: 5_000_000, currency: "EUR" } },
    });
    expect(findingsOf("accounts", { id: "A", growthPotential: "huge" })).toEqual([
      "accounts[0].judgements.growthPotential.value: unknown-value",
    ]);
  });

  it("FACT-13 own fields are read by their kind, others stay text", () => {
    const own = { storeCount: "number", tier: ["gold"], brands: "set", rent: "money" } as const;
    const row = {
      id: "A",
      "own.storeCount": "4",
      "own.tier": "gold",
      "own.brands": "Kairos|Tempus",
      "own.rent": "900",
      "own.size.m2": "120",
      "own.toString": "x",
    };
    const { records, findings } = parseRows("accounts", [row], { own, currency: "EUR" });
    expect(findings).toEqual([]);
    expect(records[0]?.own).toEqual({
      storeCount: 4,
      tier: "gold",
      brands: ["Kairos", "Tempus"],
      rent: { minor: 90_000, currency: "EUR" },
      "size.m2": "120",
      toString: "x",
    });
    expect(findingsOf("accounts", { id: "A", "own.storeCount": "four" }, { own })).toEqual([
      "accounts[0].own.storeCount: not-a-number",
    ]);
  });

  it("FACT-06 headings and persons of a visit are columns", () => {
    const row = {
      id: "1",
      accountId: "A",
      kind: "visit",
      status: "held",
      "heading.customer": "Kello Oy",
      "heading.reason": "annual plan",
      personsMet: "11|12",
      loggedAt: "2018-01-22T10:00:00Z",
    };
    const { records, findings } = parseRows("activities", [row]);
    expect(findings).toEqual([]);
    expect(records[0]?.heading).toEqual({ customer: "Kello Oy", reason: "annual plan" });
    expect(records[0]?.personsMet).toEqual(["11", "12"]);
  });

  it("FACT-15 empty text is a missing fact", () => {
    const row = { accountId: "A", projectId: "P", role: "", joinedOn: "" };
    expect(parseRows("memberships", [row]).records).toEqual([{ accountId: "A", projectId: "P" }]);
    expect(findingsOf("memberships", { accountId: "A", projectId: "" })).toEqual([
      "memberships[0].projectId: missing-property",
    ]);
  });

  it.each([
    ["120000", 120_000],
    ["007", 7],
    ["-0", 0],
    ["-0.0", 0],
    ["0.1", 0.1],
  ])("FACT-09 %o is the number %d", (quantity, expected) => {
    const { records } = parseRows("orders", [{ ...order, quantity }]);
    expect(records[0]?.quantity).toBe(expected);
  });

  it.each([
    ["120k"],
    ["1 200,50"],
    ["1,5"],
    ["1e5"],
    ["+1"],
    ["5."],
    [".5"],
    [" 5"],
    ["9".repeat(400)],
  ])("FACT-09 %o is not a number", (quantity) => {
    expect(findingsOf("orders", { ...order, quantity })).toEqual([
      "orders[0].quantity: not-a-number",
    ]);
  });

  it.each<[string, string | undefined, string[]]>([
    ["1200.50", "EUR", []],
    ["1200.50 SEK", "EUR", []],
    ["1 200,50", "EUR", ["amount: not-an-amount"]],
    ["1 200,50 EUR", undefined, ["amount: not-an-amount"]],
    ["1200.50 eur", "EUR", ["amount: not-an-amount"]],
    ["1200.505", "EUR", ["amount: too-many-decimals"]],
    ["1200.50 EURO", "EUR", ["amount: not-an-amount"]],
    ["1\n200.50 EUR", "EUR", ["amount: not-an-amount"]],
    ["1200.50", undefined, ["currency: missing-property"]],
    ["1200.50", "euro", ["currency: not-a-currency"]],
  ])("FACT-14 %o with currency %o gives %o", (value, currency, expected) => {
    const options = currency === undefined ? {} : { currency };
    expect(findingsOf("orders", { ...order, value }, options)).toEqual(
      expected.map((each) => `orders[0].value.${each}`),
    );
  });

  it.each([["yes"], ["TRUE"], ["1"], ["0"], ["False"]])("FACT-02 %o is no boolean", (franchise) => {
    expect(findingsOf("accounts", { id: "A", franchise })).toEqual([
      "accounts[0].franchise: wrong-type",
    ]);
  });

  it("headers of the file go by hoito's names, or are those names", () => {
    const columns = { Nro: "id", Asiakas: "accountId", Väri: "colour" };
    const row = { Nro: "1", Asiakas: "A", madeOn: "2018-01-10", status: "open", constructor: "x" };
    const { records, findings } = parseRows("offers", [{ ...row, Väri: "red" }], { columns });
    expect(records).toEqual([
      {
        id: "1",
        accountId: "A",
        madeOn: "2018-01-10",
        status: "open",
        constructor: "x",
        colour: "red",
      },
    ]);
    expect(findings.map(({ path, severity }) => `${severity} ${path}`)).toEqual([
      "warning offers[0].constructor",
      "warning offers[0].colour",
    ]);
  });

  it("a column that hoito does not know stays, and is named once", () => {
    const rows = ["1", "2"].map((id) => ({ id, memberIds: "A", "colour.main": "red" }));
    const { records, findings } = parseRows("teams", rows);
    expect(records).toEqual(
      ["1", "2"].map((id) => ({ id, memberIds: ["A"], "colour.main": "red" })),
    );
    expect(findings.map(({ path, code, row }) => [path, code, row])).toEqual([
      ["teams[0].colour.main", "unknown-property", 0],
    ]);
  });

  it("a column that is nearly one of hoito's says which", () => {
    const { findings } = parseRows("accounts", [{ id: "A", hedcount: "12" }]);
    expect(findings.map(({ suggestion }) => suggestion)).toEqual(["headcount"]);
  });

  it("two columns of one property are refused, two of one list are joined", () => {
    const columns = { A: "region", B: "region" };
    expect(parseRows("units", [{ id: "1", A: "x", B: "y" }], { columns }).findings).toEqual([
      {
        code: "duplicate-column",
        severity: "error",
        path: "units[0].region",
        message: "`B` is the second column for this property",
        row: 0,
      },
    ]);
    expect(parseRows("units", [{ id: "1", A: "", B: "y" }], { columns }).records).toEqual([
      { id: "1", region: "y" },
    ]);
    const mixed = { id: "1", A: "x", B: 5 };
    expect(findingsOf("teams", mixed, { columns: { A: "memberIds", B: "memberIds" } })).toEqual([
      "teams[0].memberIds: duplicate-column",
    ]);
    const lists = { columns: { A: "relations", B: "relations" } };
    expect(
      parseRows("accounts", [{ id: "1", A: "customer", B: "partner" }], lists).records,
    ).toEqual([{ id: "1", relations: ["customer", "partner"] }]);
  });

  it("a property and a part of it are two columns for one property", () => {
    const whole = { id: "A", location: "Espoo", "location.latitude": "60" };
    expect(findingsOf("accounts", whole)).toEqual([
      "accounts[0].location.latitude: duplicate-column",
    ]);
    const names = { id: "A", names: "Kello Oy", officialName: "Kello Oy" };
    expect(findingsOf("accounts", names)).toEqual(["accounts[0].names[0]: wrong-type"]);
  });

  it("lists of objects do not fit a column, and say so", () => {
    expect(findingsOf("accounts", { id: "A", sites: "Espoo" })).toEqual([
      "accounts[0].sites[0]: wrong-type",
    ]);
  });

  it("what is no text goes the way of JSON", () => {
    expect(parseRows("people", [{ id: 7, plannedUser: true }]).records).toEqual([
      { id: 7, plannedUser: true },
    ]);
    expect(findingsOf("people", "Aino")).toEqual(["people[0]: wrong-type"]);
    expect(findingsOf("people", null)).toEqual(["people[0]: wrong-type"]);
    expect(findingsOf("people", [])).toEqual(["people[0]: wrong-type"]);
    expect(findingsOf("people", new Map())).toEqual(["people[0]: not-json"]);
    expect(parseRows("teams", [{ id: 7, memberIds: [1, 2] }]).records).toEqual([
      { id: 7, memberIds: [1, 2] },
    ]);
    expect(parseRows("people", "Aino")).toEqual({
      records: [],
      rejected: [],
      findings: [
        { code: "wrong-type", severity: "error", path: "people", message: "`Aino` is not a list" },
      ],
    });
  });

  it("only accounts have names, judgements and own fields of their own", () => {
    const row = { id: "1", officialName: "Sales", image: "high", "own.size": "4" };
    const { records, findings } = parseRows("units", [row]);
    expect(records).toEqual([row]);
    expect(findings.map(({ path }) => path)).toEqual([
      "units[0].officialName",
      "units[0].image",
      "units[0].own.size",
    ]);
  });

  it("hostile rows are findings, and are not lost", () => {
    const rows = [
      JSON.parse('{"id":"A","__proto__":"x"}'),
      JSON.parse('{"id":"A","own.__proto__":"x"}'),
      { id: "A", a: Symbol("x") },
      { id: "A", colour: "x".repeat(200_001) },
    ];
    const { records, rejected } = parseRows("accounts", rows);
    expect(records).toEqual([]);
    expect(rejected.map(({ row, findings }) => [row, findings.map(({ code }) => code)])).toEqual([
      [0, ["reserved-name"]],
      [1, ["reserved-name"]],
      [2, ["not-json"]],
      [3, ["text-too-long"]],
    ]);
    expect(rejected.map(({ input }) => input)).toEqual(rows);
  });
});

describe("what the options say of columns that no row has", () => {
  const rows = [{ id: "A", Employees: "12", "own.machines": "3" }];
  const found = (options: RowOptions, of: unknown = rows) =>
    parseRows("accounts", of, options).findings.map(({ path, message }) => `${path}: ${message}`);

  it("a header that no row has is told with the nearest that is there", () => {
    expect(found({ columns: { Employes: "headcount", Employees: "region" } })).toEqual([
      "columns.Employes: no row has a column `Employes`; did you mean `Employees`?",
    ]);
    expect(found({ columns: { Turnover: "turnover", Employees: "headcount" } })).toEqual([
      "columns.Turnover: no row has a column `Turnover`",
    ]);
  });

  it("a map the wrong way round is told how to turn it", () => {
    expect(found({ columns: { headcount: "Employees" } })[0]).toBe(
      'columns.headcount: no row has a column `headcount`; the header of the file comes first: `columns: { Employees: "headcount" }`',
    );
  });

  it("an own field is told where an undeclared column comes near it", () => {
    const columns = { Employees: "headcount" };
    const message = "own.machnes: no row has a column `own.machnes`; did you mean `machines`?";
    expect(found({ columns, own: { machnes: "number" } })).toEqual([message]);
    expect(found({ columns, own: { machines: "number", stores: "number" } })).toEqual([]);
    const both = [{ ...rows[0], "own.machine": "" }];
    expect(found({ columns, own: { machine: "number" } }, both)).toEqual([]);
    const renamed = { ...columns, Machine: "own.machine" };
    expect(
      found({ columns: renamed, own: { machine: "text" } }, [{ ...rows[0], Machine: "" }]),
    ).toEqual([]);
  });

  it("a column without any text and a file without rows are no reason to wonder", () => {
    const columns = { Employees: "headcount", Turnover: "turnover" };
    const hostile = new Proxy({}, { ownKeys: () => ["a", "a"] });
    const own = { machines: "number" } as const;
    expect(found({ columns, own }, [...rows, { id: "B", Turnover: "" }])).toEqual([]);
    expect(found({ columns }, [])).toEqual([]);
    expect(found({ columns }, "rows")).toEqual(["accounts: `rows` is not a list"]);
    expect(found({ columns }, [hostile]).slice(0, 2)).toEqual([
      "columns.Employees: no row has a column `Employees`",
      "columns.Turnover: no row has a column `Turnover`",
    ]);
  });
});

describe("what only JavaScript can ask of rows", () => {
  const ask = (kind: unknown, rows: unknown, own: unknown = {}) =>
    parseRows(kind as "orders", rows, { own: own as NonNullable<RowOptions["own"]> });

  it.each([
    ["account", "`account` is the name of no list; did you mean `accounts`?"],
    ["ordres", "`ordres` is the name of no list; did you mean `orders`?"],
    ["toString", '`toString` is the name of no list; write `parseRows("orders", rows)`'],
    [[order], 'a list is the name of no list; write `parseRows("orders", rows)`'],
  ])("a list that no base has is refused: %j", (kind, message) => {
    const fault = { name: "HoitoError", code: "unknown-list", path: "kind", message };
    expect(() => ask(kind, "orders")).toThrow(expect.objectContaining(fault));
  });

  it.each([
    ["numbr", "`numbr` is none of", "; did you mean `number`?"],
    [7, "`7` is none of", "`set` and no list of words"],
    [["a", 1], "a list is none of", "`set` and no list of words"],
  ])("a kind of field that is none is refused: %j", (kind, start, end) => {
    const fault = { code: "unknown-kind", path: "own.machines", received: kind };
    const asking = () => ask("accounts", [{ id: "A" }], { machines: kind });
    expect(asking).toThrow(expect.objectContaining(fault));
    expect(asking).toThrow(start);
    expect(asking).toThrow(end);
  });
});
