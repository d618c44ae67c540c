import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import ts from "typescript";
import { beforeAll, describe, expect, it } from "vitest";

const fixture = resolve("tests/policy/typed/wholesale-policy.ts");
const text = readFileSync(fixture, "utf8");

/** What is misspelt: the right text, the wrong text, and what the compiler must say. */
const CASES: readonly (readonly [what: string, right: string, wrong: string, says: string])[] = [
  ["field", `"headcount", atLeast`, `"hedcount", atLeast`, `Did you mean '"headcount"'?`],
  ["own field", `"storeCount", at`, `"storCount", at`, `Did you mean '"storeCount"'?`],
  ["measure", `"revenue", moreThan`, `"revenu", moreThan`, `Did you mean '"revenue"'?`],
  ["date measure", `"lastOrder", after`, `"lastOrdr", after`, `Did you mean '"lastOrder"'?`],
  ["record path", `"revenues.amount"`, `"revenues.amont"`, `Did you mean '"revenues.amount"'?`],
  ["record kind", `count: "orders"`, `count: "order"`, `Did you mean '"orders"'?`],
  ["record field", `"businessLine"`, `"busnessLine"`, `Did you mean '"businessLine"'?`],
  ["activity field", `field: "channel"`, `field: "chanel"`, `Did you mean '"channel"'?`],
  [
    "value type",
    "atLeast: 1000",
    `atLeast: "1000"`,
    "Type 'string' is not assignable to type 'NumberOperand",
  ],
  [
    "bare number against money",
    `{ cut: "topFifth" }`,
    "5",
    "Type 'number' is not assignable to type 'MoneyOperand",
  ],
  ["comparison", "atLeast: 1000", "atLest: 1000", "'atLest' does not exist in type"],
  [
    "segment label",
    `segment: "key", when: { field: "tier"`,
    `segment: "kay", when: { field: "tier"`,
    `Type '"kay"' is not assignable to type '"key" | "standard"'`,
  ],
  ["default", `otherwise: "standard"`, `otherwise: "standrad"`, `Did you mean '"standard"'?`],
  [
    "segment without care",
    `{ key: "personal", standard: "light" }`,
    `{ key: "personal" }`,
    "Property 'standard' is missing",
  ],
  ["care model", `standard: "light" }`, `standard: "lihgt" }`, `Did you mean '"light"'?`],
  ["cadence name", `["visit"]`, `["visist"]`, `Did you mean '"visit"'?`],
  ["number parameter", `"visitsPerYear"`, `"visitPerYear"`, `Did you mean '"visitsPerYear"'?`],
  ["money parameter", `parameter: "keyRevenue"`, `parameter: "keyRevenu"`, `'"keyRevenue"'`],
  [
    "duration parameter",
    `rolling: { parameter: "halfYear"`,
    `rolling: { parameter: "halvYear"`,
    `'"halfYear"'`,
  ],
  ["list parameter", `parameter: "lines"`, `parameter: "line"`, `'"lines"'`],
  ["cut", `cut: "topFifth"`, `cut: "topFift"`, `'"topFifth"'`],
  ["measure of a cut", `of: "revenue"`, `of: "revenu"`, `Did you mean '"revenue"'?`],
  [
    "classifier that care goes by",
    `segmentedBy: "group"`,
    `segmentedBy: "gruop"`,
    `Did you mean '"group"'?`,
  ],
  ["hit policy", `"first",\n      labels: {`, `"frist",\n      labels: {`, `'"first"'`],
  ["method of a classifier", `method: "abc"`, `method: "acb"`, `'"rules" | "bands" | "abc" |`],
  ["boundary", `boundary: "include"`, `boundary: "inclde"`, `Did you mean '"include"'?`],
  ["class", `segment: "A", upToShare`, `segment: "a", upToShare`, `'"A" | "B"'`],
  ["classifier", `field: "field"`, `field: "feild"`, `Did you mean '"field"'?`],
  ["score", `"index.score"`, `"index.scroe"`, `Did you mean '"index.score"'?`],
  ["axis", `field: "rank"`, `field: "rnak"`, `"rank"`],
  ["measure of a class", `of: "smallest"`, `of: "smalest"`, `Did you mean '"smallest"'?`],
  ["criterion", `of: "orderCount"`, `of: "orderCuont"`, `Did you mean '"orderCount"'?`],
  ["cell", `high: "star"`, `high: "satr"`, `"star"`],
  ["segment of a band", `segment: "high"`, `segment: "hihg"`, `"high"`],
  ["move", `from: "low"`, `from: "lwo"`, `"low"`],
  ["method", `method: "quota"`, `method: "quoata"`, `Did you mean '"quota"'?`],
  ["kind of field", `storeCount: "number"`, `storeCount: "numbr"`, `Did you mean '"number"'?`],
];

describe("POL-01 a misspelt policy in TypeScript", () => {
  let messages: readonly string[] = [];

  beforeAll(() => {
    const misspelt = CASES.map(([, right, wrong]) => {
      expect(text.split(right)).toHaveLength(2);
      return text.replace(right, wrong);
    });
    messages = compileAll([...misspelt, text]);
  }, 120_000);

  it("compiles as it is written", () => {
    expect(messages.at(-1)).toBe("");
  });

  it.each(CASES.map(([what, , , says], at) => [what, says, at] as const))(
    "%s: the compiler says %s",
    (_, says, at) => {
      expect(messages[at]).toContain(says);
    },
  );
});

/** What tsc says of each text, all of them in one program, as if they stood beside the fixture. */
function compileAll(texts: readonly string[]): readonly string[] {
  const { config } = ts.readConfigFile("tsconfig.json", ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, process.cwd());
  const names = texts.map((_, at) => fixture.replace(".ts", `-${at}.ts`));
  const written = new Map(names.map((name, at) => [name, texts[at]!]));
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists } = host;
  host.readFile = (name) => written.get(name) ?? readFile(name);
  host.fileExists = (name) => written.has(name) || fileExists(name);
  const program = ts.createProgram(names, { ...options, types: [], noErrorTruncation: true }, host);
  return names.map((name) =>
    program
      .getSemanticDiagnostics(program.getSourceFile(name))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"))
      .join("\n"),
  );
}
