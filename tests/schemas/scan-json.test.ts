import fc from "fast-check";
import { parseCustomerBase, parsePolicy, readAccounts } from "hoito/schemas";
import { describe, expect, it } from "vitest";
import { parseCases } from "../../src/schemas/parse-cases.js";
import { scanJson } from "../../src/schemas/scan-json.js";

const messageOf = (text: string) => parsePolicy(text).findings.map(({ message }) => message);

describe("POL-06 text that is no JSON", () => {
  it.each([
    [
      '{\n "id":"a",\n "version":"1",\n}',
      "line 4, column 1, `}` stands where a name in double quotes should; is the comma before it one too many?",
    ],
    [
      "[1,]",
      "line 1, column 4, `]` stands where a value should; is the comma before it one too many?",
    ],
    ["{\r\n  // note\r\n}", "line 2, column 3, there is a comment, and JSON has none"],
    ["{} # note", "line 1, column 4, there is a comment, and JSON has none"],
    [
      '\uFEFF{"id":"a"}',
      "line 1, column 1, there is a byte order mark; save the file as UTF-8 without one",
    ],
    ["{'id':1}", "line 1, column 2, there is `'` where JSON has double quotes"],
    ['{"id":"a\n"}', "line 1, column 7, a text begins that does not end on its line"],
    ['["a', "line 1, column 2, a text begins that does not end on its line"],
    ['["\\x"]', "line 1, column 3, `\\x` stands for no sign"],
    ['["\\u12"]', "line 1, column 3, `\\u` stands for no sign"],
    ['{"id" "a"}', 'line 1, column 7, `"a"` stands where `:` should'],
    ['{"id":"a" "b":1}', 'line 1, column 11, `"b"` stands where `,` or `}` should'],
    ["[1 2]", "line 1, column 4, `2` stands where `,` or `]` should"],
    ["{1:2}", "line 1, column 2, `1` stands where a name in double quotes or `}` should"],
    ["[}", "line 1, column 2, `}` stands where a value or `]` should"],
    ["[01]", "line 1, column 2, `01` stands where a value or `]` should"],
    ["[NaN]", "line 1, column 2, `NaN` stands where a value or `]` should"],
    ["{} {}", "line 1, column 4, `{` stands where nothing more should"],
    ['{"id":', "line 1, column 7, it ends where a value should stand"],
    ["", "line 1, column 1, it ends where a value should stand"],
  ])("%j is told by line and column", (text, told) => {
    expect(() => JSON.parse(text)).toThrow(SyntaxError);
    expect(messageOf(text)).toEqual([`the text is not JSON: ${told}`]);
  });

  it("takes what JSON.parse takes, and nothing else", () => {
    const sign = fc.constantFrom(...'{}[],:"\\ \n\t01.-eEu/bfanrtsl', "true", "null", '"a"', "1");
    const anything = fc.oneof(
      fc.array(sign).map((signs) => signs.join("")),
      fc.json(),
    );
    const cut = fc.tuple(fc.json(), fc.nat(), sign).map(([text, at, by]) => {
      const from = at % (text.length + 1);
      return text.slice(0, from) + by + text.slice(from + (at % 2));
    });
    fc.assert(
      fc.property(fc.oneof(anything, cut), (text) => {
        const isFaulty = scanJson(text).some(({ code }) => code === "not-json");
        expect(isFaulty).toBe(!isJson(text));
      }),
      { numRuns: 2000 },
    );
  });

  it("does not hang or overflow on a hostile text", () => {
    expect(scanJson("[".repeat(100_000))[0]?.message).toContain("it ends where");
    expect(scanJson(`["${"\\n".repeat(100_000)}"]`)).toEqual([]);
  });
});

describe("POL-06 a name that stands twice in one object", () => {
  const twice = '{\n "id":"a",\n "segments":[{"x":1},{"x":1,\n  "b":{},"\\u0078":2}]}';

  it("is told in what people write, with its path", () => {
    const message = "`x` stands there twice, again at line 4, column 10";
    const finding = { severity: "error", code: "repeated-name", path: "segments[1].x", message };
    expect(parsePolicy(twice).findings).toEqual([finding]);
    expect(parseCases(twice).findings).toEqual([finding]);
  });

  it("counts as its last in what programs write, as in every JavaScript program", () => {
    const { base, findings } = parseCustomerBase('{"coverage":{},"accounts":[{"id":1,"id":2}]}');
    expect(findings).toEqual([]);
    expect(base.accounts).toEqual([{ id: 2 }]);
  });

  it("is told a thousand levels deep at most", () => {
    const twiceAt = (depth: number) =>
      scanJson(`${'{"a":'.repeat(depth - 1)}{"b":1,"b":2}${"}".repeat(depth - 1)}`);
    expect(twiceAt(1000)).toHaveLength(1);
    expect(twiceAt(1001)).toEqual([]);
  });

  it("is told a hundred times at most", () => {
    expect(scanJson(`{${'"a":1,'.repeat(500)}"a":1}`)).toHaveLength(100);
  });
});

describe("FACT-02 records as JSON text", () => {
  const accounts = [
    { id: "A", headcount: 5 },
    { id: "B", headcount: "5" },
  ];

  it("are read as what the text holds", () => {
    const base = { accounts, coverage: {} };
    expect(parseCustomerBase(JSON.stringify(base))).toEqual(parseCustomerBase(base));
    expect(readAccounts(JSON.stringify(accounts))).toEqual(readAccounts(accounts));
  });

  it("come back empty with the finding where the text is no JSON", () => {
    const message =
      "the text is not JSON: line 1, column 2, `}` stands where a value or `]` should";
    const findings = [{ severity: "error", code: "not-json", path: "", message }];
    const nothing = { accounts: [], coverage: {} };
    expect(parseCustomerBase("[}")).toEqual({ base: nothing, rejected: [], findings });
    expect(readAccounts("[}")).toEqual({ records: [], rejected: [], findings });
  });

  it("are refused where the text holds something else", () => {
    expect(parseCustomerBase("[]").findings[0]?.message).toBe("a list is no customer base");
    expect(readAccounts("{}").findings[0]?.message).toBe("an object is not a list");
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
