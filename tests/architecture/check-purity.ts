import ts from "typescript";

/** Names of the host and of the moment, with the only folders that may say them. */
const GLOBALS: ReadonlyMap<string, readonly string[]> = new Map([
  ["Date", ["time"]],
  ["Intl", ["time", "sentences"]],
  ["eval", []],
  ["Function", []],
  ["process", []],
  ["globalThis", []],
]);

/** Members whose answer depends on chance or on the host's locale. */
const MEMBERS: ReadonlyMap<string, readonly string[]> = new Map([
  ["random", []],
  ["localeCompare", ["sentences"]],
  ["toLocaleString", ["sentences"]],
  ["toLocaleUpperCase", ["sentences"]],
  ["toLocaleLowerCase", ["sentences"]],
  ["toLocaleDateString", []],
  ["toLocaleTimeString", []],
]);

/**
 * What in one source file could make an answer depend on more than its arguments, and every `export *`.
 *
 * @param path - from the repository's root, as in `src/time/add-days.ts`
 * @returns one sentence each, with file and line
 */
export function checkPurity(path: string, text: string): string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const folder = path.split("/")[1] ?? "";
  const faults: string[] = [];
  const visit = (node: ts.Node): void => {
    const fault = faultOf(node, folder);
    if (fault !== undefined) {
      const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      faults.push(`${path}:${line}: ${fault}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return faults;
}

function faultOf(node: ts.Node, folder: string): string | undefined {
  if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined) {
    const named = node.exportClause !== undefined && ts.isNamedExports(node.exportClause);
    return named ? undefined : "`export *` hides what is public";
  }
  if (!ts.isIdentifier(node)) return undefined;
  const places = isMember(node) ? memberPlaces(node) : GLOBALS.get(node.text);
  if (places === undefined || places.includes(folder)) return undefined;
  const where = places.length === 0 ? "nowhere" : `in ${places.join(" and ")} alone`;
  return `\`${node.text}\` is at home ${where}`;
}

/** Whether an identifier names a property, so that it is no global of that name. */
function isMember(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node;
  if (ts.isQualifiedName(parent)) return parent.right === node;
  if (ts.isBindingElement(parent)) return parent.propertyName === node;
  return (
    (ts.isPropertyAssignment(parent) ||
      ts.isPropertySignature(parent) ||
      ts.isPropertyDeclaration(parent) ||
      ts.isMethodSignature(parent) ||
      ts.isMethodDeclaration(parent)) &&
    parent.name === node
  );
}

/** `Math.random` is chance; a `random` of the library's own would be a seeded one. */
function memberPlaces(node: ts.Identifier): readonly string[] | undefined {
  if (node.text === "random" && !/^Math\s*\./.test(node.parent.getText())) return undefined;
  return MEMBERS.get(node.text);
}
