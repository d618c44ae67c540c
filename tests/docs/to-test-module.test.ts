import { expect, test } from "vitest";
import { toTestModule } from "../../scripts/doc-fences/to-test-module.js";

function body(code: string): string[] {
  const lines = toTestModule({ file: "README.md", line: 7, code }).split("\n");
  return lines.slice(1, -2).filter((line) => line.trim() !== "");
}

test("a line with an arrow becomes an assertion, in a test named after its place", () => {
  expect(body('addDays("2018-01-01", 1); // => "2018-01-02"\n')).toEqual([
    'runFence("README.md:7", async () => {',
    'expectThat(addDays("2018-01-01", 1)).toEqual("2018-01-02");',
  ]);
});

test("imports go on top and exports become plain declarations", () => {
  expect(body('import { a } from "hoito";\nexport const b = a;\n')).toEqual([
    'import { a } from "hoito";',
    'runFence("README.md:7", async () => {',
    " const b = a;",
  ]);
});

test("an expression over several lines, with a value over several lines", () => {
  const code = "f(\n  1,\n); // => {\n//   a: 1,\n// }\n// said\n";
  expect(body(code).slice(1)).toEqual([
    "expectThat(f(",
    "  1,",
    ")).toEqual({",
    "   a: 1,",
    " });",
    "// said",
  ]);
});

test("a value on the line below", () => {
  expect(body("a;\n// => 1\n")).toContain("expectThat(a).toEqual(1);");
});

test("an assertion in a block", () => {
  expect(body("if (x) {\n  y; // => undefined\n}\n")).toContain(
    "  expectThat(y).toEqual(undefined);",
  );
});

test("an arrow that would assert nothing is refused", () => {
  expect(() => body("const a = 1; // => 1\n")).toThrow("README.md:7: each `// =>`");
  expect(() => body("a;\n\n// => 1\n")).toThrow("must follow an expression");
});
