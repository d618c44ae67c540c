import { expect, test } from "vitest";
import { extractFences } from "../../scripts/doc-fences/extract-fences.js";

const TICKS = "```";

test("each ts fence of a Markdown file stands on its own, with its line", () => {
  const text = `# Title\n\n${TICKS}ts\na;\n${TICKS}\n\n${TICKS}ts\nb;\n${TICKS}\n`;
  expect(extractFences("README.md", text)).toEqual([
    { file: "README.md", line: 3, code: "a;\n" },
    { file: "README.md", line: 7, code: "b;\n" },
  ]);
});

test("a fence marked `continues` goes on where the one before it ended", () => {
  const text = `${TICKS}ts\na;\n${TICKS}\n${TICKS}ts continues\nb;\n${TICKS}\n`;
  expect(extractFences("README.md", text)).toEqual([
    { file: "README.md", line: 1, code: "a;\nb;\n" },
  ]);
});

test("a fence of a doc comment is read without its stars", () => {
  const text = `/**\n * Adds.\n *\n * ${TICKS}ts\n * if (a) {\n *   b;\n * }\n * ${TICKS}\n */\nconst c = 1;\n`;
  expect(extractFences("src/add.ts", text)).toEqual([
    { file: "src/add.ts", line: 4, code: "if (a) {\n  b;\n}\n" },
  ]);
});

test("fences of shell, of JSON and without a language are left alone", () => {
  const text = `${TICKS}sh\nnpm ci\n${TICKS}\n${TICKS}json\n{}\n${TICKS}\n${TICKS}\ntree\n${TICKS}\n`;
  expect(extractFences("README.md", text)).toEqual([]);
});

test.each(["typescript", "js", "ts no-run", "TS"])(
  "`%s` would not be run and is refused",
  (word) => {
    const text = `\n${TICKS}${word}\na;\n${TICKS}\n`;
    expect(() => extractFences("README.md", text)).toThrow(`README.md:2: a fence that runs`);
  },
);

test("nothing to continue, and a fence left open, are refused", () => {
  const orphan = `${TICKS}ts continues\na;\n${TICKS}\n`;
  expect(() => extractFences("README.md", orphan)).toThrow("begins with `ts`");
  expect(() => extractFences("README.md", `${TICKS}ts\na;\n`)).toThrow("not closed");
});
