import ts from "typescript";
import type { Fence } from "./extract-fences.js";

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The value behind a statement or on the line below, and a further line of a value that is not complete yet. */
const VALUE = /[ \t]*(?:\n[ \t]*)?\/\/ =>(.*)/y;
const MORE_OF_VALUE = /\n[ \t]*\/\/(.*)/y;

/**
 * The test that runs a fence: its imports on top, the rest inside one test named after its place, and each
 * `expression; // => value` as an assertion of deep equality.
 *
 * @throws Error when a `// =>` does not stand behind an expression, where it would assert nothing
 */
export function toTestModule({ file, line, code }: Fence): string {
  const source = ts.createSourceFile("fence.ts", code, ts.ScriptTarget.Latest, true);
  const imports = source.statements.filter(ts.isImportDeclaration);
  const assertions = assertionsIn(source);
  if (assertions.length !== code.split("// =>").length - 1) {
    throw new Error(`${file}:${line}: each \`// =>\` must follow an expression`);
  }
  const edits = [...imports.map(removal), ...exportKeywords(source).map(removal), ...assertions];
  return [
    `import { expect as expectThat, test as runFence } from "vitest";`,
    ...imports.map((each) => each.getText()),
    `runFence(${JSON.stringify(`${file}:${line}`)}, async () => {`,
    edited(code, edits),
    "});",
    "",
  ].join("\n");
}

function assertionsIn(source: ts.SourceFile): Edit[] {
  const edits: Edit[] = [];
  const visit = (node: ts.Node): void => {
    const expected = ts.isExpressionStatement(node) && valueAt(source.text, node.end);
    if (expected) {
      const text = `expectThat(${node.expression.getText()}).toEqual(${expected.value});`;
      edits.push({ start: node.getStart(), end: expected.end, text });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return edits;
}

function valueAt(text: string, position: number): { value: string; end: number } | undefined {
  const first = matchAt(VALUE, text, position);
  if (first === undefined) return undefined;
  let value = first[1]!.trim();
  let end = position + first[0].length;
  while (!isExpression(value)) {
    const more = matchAt(MORE_OF_VALUE, text, end);
    if (more === undefined) break;
    value += `\n${more[1]!}`;
    end += more[0].length;
  }
  return { value, end };
}

function matchAt(pattern: RegExp, text: string, position: number): RegExpExecArray | undefined {
  pattern.lastIndex = position;
  return pattern.exec(text) ?? undefined;
}

function isExpression(text: string): boolean {
  const { diagnostics } = ts.transpileModule(`(${text});`, { reportDiagnostics: true });
  return diagnostics?.length === 0;
}

function exportKeywords(source: ts.SourceFile): ts.Node[] {
  return source.statements
    .flatMap((each) => (ts.canHaveModifiers(each) ? (ts.getModifiers(each) ?? []) : []))
    .filter((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword);
}

function removal(node: ts.Node): Edit {
  return { start: node.getStart(), end: node.end, text: "" };
}

function edited(code: string, edits: readonly Edit[]): string {
  const lastFirst = [...edits].sort((a, b) => b.start - a.start);
  return lastFirst.reduce(
    (text, { start, end, text: insert }) => text.slice(0, start) + insert + text.slice(end),
    code,
  );
}
