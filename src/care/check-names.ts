import { MAX_PARTS, type Scope } from "../rules/index.js";

/** Records a list of names that is missing or empty, and every name in it that is empty. */
export function checkNames(names: readonly string[], scope: Scope, path: string): void {
  if (names === undefined) {
    scope.fault(path, "missing-property", "a list of names is missing");
    return;
  }
  if (names.length > MAX_PARTS) {
    scope.fault(path, "too-many", `there are at most ${MAX_PARTS}`);
    return;
  }
  if (names.length === 0) scope.fault(path, "empty-list", "a list of no name says nothing");
  for (const [index, name] of names.entries()) checkText(name, scope, `${path}[${index}]`);
}

/** Records a text that is missing or says nothing. */
export function checkText(text: unknown, scope: Scope, path: string): void {
  if (typeof text === "string" && text.trim() !== "") return;
  scope.fault(path, "missing-property", "a text that says something is missing");
}
