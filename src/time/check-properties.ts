import { errorAt, type Finding, nearestName, showInput } from "../shapes/index.js";

const MOST_FINDINGS = 20;

/**
 * Findings of the given code for input that is not an object, or for each property of another name,
 * with the nearest right one; the first twenty.
 */
export function checkProperties(
  input: unknown,
  path: string,
  names: readonly string[],
  code: string,
): readonly Finding[] {
  if (!isObject(input)) return [errorAt(path, code, `${showInput(input)} is not an object`)];
  const unknown = Object.keys(input).filter((name) => !names.includes(name));
  return unknown.slice(0, MOST_FINDINGS).map((name) => {
    const message = `${showInput(name)} is not a property here`;
    return errorAt(propertyPath(path, name), code, message, nearestName(name, names));
  });
}

/** Whether input is an object with properties; `null` and lists are not. */
export function isObject(input: unknown): input is object {
  return typeof input === "object" && input !== null && !Array.isArray(input);
}

/** The path of a property: `"until"` at the top, `"period.until"` below `"period"`. */
export function propertyPath(path: string, name: string): string {
  return path === "" ? name : `${path}.${name}`;
}
