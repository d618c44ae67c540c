import { posix } from "node:path";
import ts from "typescript";
import { DOORS, FLOORS } from "./floors.js";

/**
 * The packages that may be imported at all, and the only folders under `src` that may, with what is below them; no
 * folders means everywhere.
 */
const PACKAGES: ReadonlyMap<string, readonly string[]> = new Map([
  ["date-fns", ["time"]],
  ["@date-fns/tz", ["time"]],
  ["zod", ["schemas"]],
  ["immer", []],
  ["ts-pattern", []],
  ["vitest", ["testing/vitest"]],
  ["fast-check", ["testing/fast-check"]],
  ["node:fs", ["testing/node"]],
  ["node:path", ["testing/node"]],
  ["node:process", ["testing/node"]],
]);

/**
 * The imports of one source file that break the order of the house.
 *
 * @param path - from the repository's root, as in `src/time/add-days.ts`
 * @returns one sentence each, with file and line
 */
export function checkImports(path: string, text: string): string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  return importsOf(source).flatMap(({ node, specifier }) => {
    const fault = specifier.startsWith(".")
      ? faultOfArrow(path, specifier)
      : faultOfPackage(path, specifier, node);
    const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    return fault === undefined ? [] : [`${path}:${line}: ${fault}`];
  });
}

interface Import {
  readonly node: ts.Node;
  readonly specifier: string;
}

function importsOf(source: ts.SourceFile): Import[] {
  const imports: Import[] = [];
  const visit = (node: ts.Node): void => {
    const target = importedBy(node);
    if (target !== undefined) {
      imports.push({ node, specifier: ts.isStringLiteralLike(target) ? target.text : "?" });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return imports;
}

function importedBy(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isImportTypeNode(node)) {
    return ts.isLiteralTypeNode(node.argument) ? node.argument.literal : node.argument;
  }
  if (ts.isExternalModuleReference(node)) return node.expression;
  const called = ts.isCallExpression(node) && node.expression;
  if (called && (called.kind === ts.SyntaxKind.ImportKeyword || called.getText() === "require")) {
    return node.arguments[0];
  }
  return undefined;
}

function faultOfArrow(path: string, specifier: string): string | undefined {
  const target = posix.join(posix.dirname(path), specifier);
  const from = folderOf(path);
  const to = folderOf(target);
  if (!target.startsWith("src/")) return `\`${specifier}\` leaves the sources`;
  if (from === to && to !== "") return undefined;
  if (target !== `src/${to}/index.js`)
    return `\`${specifier}\` does not go through the floor's index`;
  const height = FLOORS.get(to);
  if (height === undefined) {
    return DOORS.has(to) ? `\`${to}\` is a door, which nobody imports` : `\`${to}\` is no floor`;
  }
  const own = from === "" || DOORS.has(from) ? Number.POSITIVE_INFINITY : FLOORS.get(from);
  if (own === undefined) return `\`${from}\` is neither floor nor door`;
  return height < own ? undefined : `\`${to}\` is not below \`${from}\``;
}

function faultOfPackage(path: string, specifier: string, node: ts.Node): string | undefined {
  const name = specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
  const folders = PACKAGES.get(name);
  if (folders === undefined) return `\`${specifier}\` is not among the packages of the house`;
  if (folders.length > 0 && !folders.some((folder) => path.startsWith(`src/${folder}/`))) {
    return `\`${specifier}\` may be imported in ${folders.join(", ")} alone`;
  }
  if (name === "zod" && !/^import (type )?\* as z from "zod";$/.test(node.getText())) {
    return 'zod is imported as `import * as z from "zod"`, which leaves its locales out of bundles';
  }
  return undefined;
}

/** The floor or door of a path, `""` for a file directly under `src`. */
function folderOf(path: string): string {
  const parts = path.split("/");
  return parts.length > 2 ? parts[1]! : "";
}
