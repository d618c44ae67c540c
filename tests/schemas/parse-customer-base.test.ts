import { describe, expect, it } from "vitest";
import type { FieldKinds } from "../../src/facts/index.js";
import { MOST_RECORDS, parseCustomerBase, type ReadBase } from "../../src/schemas/index.js";
import { fullSamples } from "../facts/full-samples.js";

const found = ({ findings }: ReadBase): string[] =>
  findings.map(({ path, code, row }) => `${row ?? ""} ${path}: ${code}`);

const least = { accounts: [], coverage: {} };

describe("a customer base out of JSON", () => {
  it("FACT-09 a full base comes back as it was", () => {
    const lists = Object.entries(fullSamples).map(([kind, sample]) => [kind, [sample]]);
    const base = {
      ...Object.fromEntries(lists),
      coverage: { orders: "complete", activities: { since: "2017-01-01" } },
      exchangeRates: { to: "EUR", rates: { SEK: "0.0953" }, rounding: "halfEven" },
    };
    expect(parseCustomerBase(base)).toEqual({ base, rejected: [], findings: [] });
  });

  it("good records stay, bad ones come back as they came, with all that is wrong", () => {
    const good = { id: 1, accountId: "A", startsOn: "2018-01-01" };
    const bad = { id: 1.5, accountId: "A", startsOn: "1.1.2018", recuring: true };
    const worse = "contract";
    const read = parseCustomerBase({ ...least, contracts: [bad, good, worse], teams: [null] });
    expect(read.base).toEqual({ ...least, contracts: [good], teams: [] });
    expect(read.rejected.map(({ kind, row, input }) => [kind, row, input])).toEqual([
      ["contracts", 0, bad],
      ["contracts", 2, worse],
      ["teams", 0, null],
    ]);
    expect(found(read)).toEqual([
      "0 contracts[0].id: wrong-type",
      "0 contracts[0].startsOn: not-a-civil-date",
      "0 contracts[0].recuring: unknown-property",
      "2 contracts[2]: wrong-type",
      "0 teams[0]: wrong-type",
    ]);
    expect(read.rejected.flatMap(({ findings }) => findings)).toEqual(read.findings);
  });

  it("the order of the answer does not depend on the order of the input", () => {
    const lists = { units: [1], accounts: [2], orders: [3], coverage: 4, tally: [] };
    const backwards = Object.fromEntries(Object.entries(lists).reverse());
    expect(parseCustomerBase(lists)).toEqual(parseCustomerBase(backwards));
    expect(found(parseCustomerBase(lists))).toEqual([
      " tally: unknown-property",
      "0 accounts[0]: wrong-type",
      "0 orders[0]: wrong-type",
      "0 units[0]: wrong-type",
      " coverage: wrong-type",
    ]);
  });

  it("a list under another name is not read, and says which name was meant", () => {
    const read = parseCustomerBase({ ...least, ordrs: [] });
    expect(read.base).toEqual(least);
    expect(read.findings).toEqual([
      {
        code: "unknown-property",
        severity: "error",
        path: "ordrs",
        message: "`ordrs` is no part of a customer base and was not read; did you mean `orders`?",
        suggestion: "orders",
      },
    ]);
  });

  it.each([
    [undefined, "`undefined` is no customer base"],
    ['"base"', "`base` is no customer base"],
    [null, "`null` is no customer base"],
    [[], "a list is no customer base"],
  ])("%o is refused", (input, message) => {
    expect(parseCustomerBase(input)).toEqual({
      base: least,
      rejected: [],
      findings: [{ code: "wrong-type", severity: "error", path: "", message }],
    });
  });

  it("accounts and coverage must be there, even if they are empty", () => {
    const read = parseCustomerBase({});
    expect(read.base).toEqual(least);
    expect(found(read)).toEqual([" accounts: missing-property", " coverage: missing-property"]);
    expect(read.findings[0]?.message).toBe("`accounts` is missing");
    expect(parseCustomerBase(least).findings).toEqual([]);
  });

  it("a list that is none, or too long, is a finding of its own", () => {
    const { findings } = parseCustomerBase({
      accounts: { id: 1 },
      orders: new Array(MOST_RECORDS + 1),
      coverage: {},
    });
    expect(findings.map(({ path, code, message }) => `${path} ${code}: ${message}`)).toEqual([
      "accounts wrong-type: an object is not a list",
      "orders too-large: `10000001` records are more than the 10000000 read at once",
    ]);
  });

  it("coverage with an error is left out as a whole: what is not sure is unknown", () => {
    const coverage = { orders: "complete", tasks: "all", visits: "complete" };
    const read = parseCustomerBase({ ...least, coverage });
    expect(read.base.coverage).toEqual({});
    expect(read.findings.map(({ path, code, message }) => `${path} ${code}: ${message}`)).toEqual([
      'coverage.tasks wrong-type: `all` is neither "complete" nor { "since": "2017-01-01" }',
      "coverage.visits unknown-property: `visits` is no property that hoito knows",
    ]);
    expect(found(parseCustomerBase({ ...least, coverage: { orders: { since: "2017" } } }))).toEqual(
      [" coverage.orders.since: not-a-civil-date"],
    );
  });

  it("FACT-14 exchange rates are decimal text by currency", () => {
    const rates = { SEK: "0", nok: "1", EUR: "1.5", NOK: 1.5 };
    const read = parseCustomerBase({ ...least, exchangeRates: { to: "EUR", rates } });
    expect(read.base).toEqual(least);
    expect(read.findings.map(({ path, code, message }) => `${path} ${code}: ${message}`)).toEqual([
      "exchangeRates.rates.SEK not-a-rate: `0` is no positive decimal rate",
      "exchangeRates.rates.nok not-a-currency: `nok` is no ISO 4217 code",
      "exchangeRates.rates.NOK wrong-type: `1.5` is not text",
      "exchangeRates.rounding missing-property: `rounding` is missing",
    ]);
  });
});

describe("coverage of a kind of which not all was read", () => {
  const complete = { orders: "complete", activities: "complete" } as const;
  const value = { amount: "5000.00", currency: "EUR" };
  const order = { id: 1, accountId: "A", orderedOn: "2024-05-31", value };
  const told = ({ findings }: ReadBase) =>
    findings
      .filter(({ code }) => code === "coverage-taken-back")
      .map(({ path, severity, message }) => `${severity} ${path}: ${message}`);

  it("is taken back, and every other kind keeps its own", () => {
    const bad = { ...order, orderedOn: "2024-05-32" };
    const input = { ...least, coverage: complete };
    const one = parseCustomerBase({ ...input, orders: [order, bad] });
    expect(one.base.orders).toHaveLength(1);
    expect(one.base.coverage).toEqual({ activities: "complete" });
    expect(told(one)).toEqual([
      "warning coverage.orders: 1 row could not be read, so `orders` are not complete; say so again if you know better",
    ]);
    const since = { orders: { since: "2024-01-01" } };
    const two = parseCustomerBase({ ...input, coverage: since, orders: [bad, order, bad] });
    expect(two.base.coverage).toEqual({});
    expect(told(two)[0]).toContain("coverage.orders: 2 rows could not be read");
    expect(two.findings.at(-1)?.path).toBe("coverage.orders");
  });

  it("stays where every row was read, whatever is unknown of its properties", () => {
    const good = { ...order, colour: "red" };
    const read = parseCustomerBase({ ...least, coverage: complete, orders: [good] });
    expect(read.base.coverage).toEqual(complete);
    expect(found(read)).toEqual(["0 orders[0].colour: unknown-property"]);
  });

  it("stays where no record is of the kind: its rows may be refused without harm", () => {
    const read = parseCustomerBase({ accounts: [{}], coverage: complete, teams: [null] });
    expect(read.base.coverage).toEqual(complete);
    expect(told(read)).toEqual([]);
    const unsaid = parseCustomerBase({ ...least, orders: [{}] });
    expect(told(unsaid)).toEqual([]);
  });

  it("is taken back of a list that could not be read, or has another name", () => {
    const text =
      "warning coverage.orders: the list could not be read, so `orders` are not complete";
    const throwing = Object.defineProperty({ ...least, coverage: complete }, "orders", {
      enumerable: true,
      get: (): never => {
        throw new Error("not for you");
      },
    });
    const named = { ...least, coverage: complete };
    for (const input of [{ ...named, orders: { 1: order } }, { ...named, ordrs: [] }, throwing]) {
      const read = parseCustomerBase(input);
      expect(read.base.coverage).toEqual({ activities: "complete" });
      expect(told(read)[0]).toContain(text);
    }
  });
});

describe("properties that hoito does not know", () => {
  it("stay on their record, and are named once for each list", () => {
    const accounts = [
      { id: 1, hedcount: 12, colour: { main: ["red"] } },
      { id: 2, hedcount: 13 },
    ];
    const read = parseCustomerBase({ ...least, accounts, people: [{ id: 1, colour: "red" }] });
    expect(read.base.accounts).toEqual(accounts);
    expect(read.findings).toEqual([
      {
        code: "unknown-property",
        severity: "warning",
        path: "accounts[0].hedcount",
        message: "`hedcount` is no property that hoito knows; did you mean `headcount`?",
        suggestion: "headcount",
        row: 0,
      },
      {
        code: "unknown-property",
        severity: "warning",
        path: "accounts[0].colour",
        message: "`colour` is no property that hoito knows",
        row: 0,
      },
      {
        code: "unknown-property",
        severity: "warning",
        path: "people[0].colour",
        message: "`colour` is no property that hoito knows",
        row: 0,
      },
    ]);
  });

  it("are named once, however many rows there are", () => {
    const units = Array.from({ length: 12 }, (_, row) => (row < 10 ? { id: 1 } : { id: 1, x: 1 }));
    expect(found(parseCustomerBase({ ...least, units }))).toEqual([
      "10 units[10].x: unknown-property",
    ]);
  });

  it("are found however deep they are", () => {
    const account = {
      id: 1,
      names: [
        { name: "A", kind: "official" },
        { name: "B", kind: "official", from: "x" },
      ],
      judgements: { efort: { value: "low" }, image: { value: "low", by: "Aino" } },
    };
    const read = parseCustomerBase({ ...least, accounts: [account] });
    expect(read.base.accounts).toEqual([account]);
    expect(read.findings.map(({ path, suggestion }) => [path, suggestion])).toEqual([
      ["accounts[0].names[1].from", undefined],
      ["accounts[0].judgements.efort", "effort"],
      ["accounts[0].judgements.image.by", undefined],
    ]);
  });

  it("of a rejected record are named each time, beside what was wrong", () => {
    const orders = [{ id: 1 }, { id: 2 }].map((each) => ({ ...each, orderdOn: "2018-01-22" }));
    const { rejected } = parseCustomerBase({ ...least, orders });
    for (const { findings } of rejected) {
      expect(findings.map(({ code, suggestion }) => suggestion ?? code)).toEqual([
        "missing-property",
        "missing-property",
        "missing-property",
        "orderedOn",
      ]);
    }
  });

  it("may have names that every object inherits", () => {
    const accounts = [JSON.parse('{"id":1,"constructor":{"prototype":2},"toString":"x"}')];
    const read = parseCustomerBase({ ...least, accounts });
    expect(read.base.accounts).toEqual(accounts);
    expect(read.rejected).toEqual([]);
  });
});

describe("FACT-13 a host's own fields", () => {
  const own: FieldKinds = {
    storeCount: "number",
    rent: "money",
    opened: "date",
    certified: "boolean",
    slogan: "text",
    brands: "set",
    tier: ["gold", "silver"],
    toString: "text" as const,
  };
  const read = (fields: unknown): ReadBase =>
    parseCustomerBase({ ...least, accounts: [{ id: 1, own: fields }] }, { own });

  it("FACT-13 are typed by what the host declared", () => {
    const { findings, base } = read({
      ...fullSamples.accounts.own,
      rent: { amount: "900", currency: "EUR" },
    });
    expect(findings).toEqual([]);
    expect(base.accounts[0]?.own).toEqual(fullSamples.accounts.own);
  });

  it("FACT-13 of the wrong kind are findings, all at once", () => {
    const wrong = {
      storeCount: "4",
      rent: 900,
      opened: "1.5.1999",
      certified: 1,
      slogan: ["x"],
      brands: "Kairos",
      tier: "glod",
      toString: 1,
    };
    const { findings, rejected } = read(wrong);
    expect(findings.map(({ path, code, suggestion = "" }) => [path, code, suggestion])).toEqual([
      ["accounts[0].own.storeCount", "not-a-number", ""],
      ["accounts[0].own.rent", "wrong-type", ""],
      ["accounts[0].own.opened", "not-a-civil-date", ""],
      ["accounts[0].own.certified", "wrong-type", ""],
      ["accounts[0].own.slogan", "wrong-type", ""],
      ["accounts[0].own.brands", "wrong-type", ""],
      ["accounts[0].own.tier", "unknown-value", "gold"],
      ["accounts[0].own.toString", "wrong-type", ""],
    ]);
    expect(rejected[0]?.input).toEqual({ id: 1, own: wrong });
  });

  it("FACT-13 that nobody declared travel through untouched", () => {
    const fields = { anything: { nested: [1, null] }, constructor: 1 };
    const { findings, base } = read(fields);
    expect(findings).toEqual([]);
    expect(base.accounts[0]?.own).toEqual(fields);
  });

  it("FACT-13 are an object, and may be empty", () => {
    expect(found(read([]))).toEqual(["0 accounts[0].own: wrong-type"]);
    expect(read({}).base.accounts).toEqual([{ id: 1, own: {} }]);
  });
});

describe("hostile input", () => {
  class Order {
    id = 1;
  }

  const deep = (): unknown => {
    let input: unknown = {};
    for (let level = 0; level < 100_000; level++) input = [input];
    return input;
  };

  it("a cycle is found where it closes", () => {
    const order: { self?: unknown } = {};
    order.self = order;
    expect(found(parseCustomerBase({ ...least, orders: [order] }))).toEqual([
      "0 orders[0].self: circular",
    ]);
  });

  it.each<[string, unknown, string]>([
    ["depth", deep(), "too-deep"],
    ["long text", "x".repeat(200_001), "text-too-long"],
    ["many values", Array.from({ length: 20_000 }, () => 1), "too-large"],
    ["a big integer", 1n, "not-json"],
    ["a map", new Map(), "not-json"],
    ["an instance", new Order(), "not-json"],
    ["a prototype as property", JSON.parse('{"__proto__":{"x":1}}'), "reserved-name"],
  ])("%s costs its own record alone", (_, hostile, code) => {
    const good = { id: 1, accountId: 1, openedOn: "2018-01-22" };
    const bad = { ...good, needOrigin: hostile };
    const read = parseCustomerBase({ ...least, opportunities: [good, bad, good] });
    expect(read.base.opportunities).toEqual([good, good]);
    expect(read.rejected.map(({ row, input }) => [row, input])).toEqual([[1, bad]]);
    expect(new Set(read.findings.map((each) => each.code))).toEqual(new Set([code]));
  });

  it("an accessor that throws costs its own part alone", () => {
    const base = {
      ...least,
      get orders(): never {
        throw new Error("not for you");
      },
      teams: [{ id: 1, memberIds: [] }],
    };
    const read = parseCustomerBase(base);
    expect(found(read)).toEqual([" orders: unreadable"]);
    expect(read.findings[0]?.message).toBe("reading the value threw an error");
    expect(read.base.teams).toHaveLength(1);
  });

  it("a list whose rows throw gives one rejected row each", () => {
    const list = new Proxy([1, 2], {
      get: (target, key, receiver): unknown => {
        if (key === "1") throw new Error("not for you");
        return Reflect.get(target, key, receiver);
      },
    });
    const { rejected } = parseCustomerBase({ ...least, units: list });
    expect(rejected.map(({ row, input, findings }) => [row, input, findings[0]?.code])).toEqual([
      [0, 1, "wrong-type"],
      [1, undefined, "unreadable"],
    ]);
  });

  it("a proxy that throws only the second time is unreadable all the same", () => {
    let reads = 0;
    const fickle = new Proxy(
      { id: 1 },
      {
        get: (target, key, receiver): unknown => {
          reads++;
          if (reads > 1) throw new Error("not again");
          return Reflect.get(target, key, receiver);
        },
      },
    );
    expect(found(parseCustomerBase({ ...least, units: [fickle] }))).toEqual([
      "0 units[0]: unreadable",
    ]);
  });

  it("a proxy without properties to offer is no base", () => {
    const revoked = Proxy.revocable({}, {});
    revoked.revoke();
    expect(found(parseCustomerBase(revoked.proxy))).toEqual([" : unreadable"]);
    const refusing = new Proxy({}, { ownKeys: () => ["a"].concat(["a"]) });
    expect(found(parseCustomerBase(refusing))).toEqual([" : unreadable"]);
  });

  it("nothing that comes in changes what every object inherits", () => {
    const accounts = [JSON.parse('{"id":1,"__proto__":{"polluted":true}}')];
    parseCustomerBase({ ...least, accounts });
    parseCustomerBase(JSON.parse('{"__proto__":{"polluted":true},"accounts":[],"coverage":{}}'));
    expect("polluted" in {}).toBe(false);
  });
});
