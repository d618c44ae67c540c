import type { Scope } from "./scope.js";

/** An object of the policy before its check. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Longest name that a path repeats. */
const LONGEST_NAME = 80;

/** Whether a value is an object with named properties, and no list. */
export function isObject(written: unknown): written is JsonObject {
  return typeof written === "object" && written !== null && !Array.isArray(written);
}

/** The path of a property; a hostile name is cut. */
export function pathTo(path: string, name: string): string {
  return `${path}.${name.slice(0, LONGEST_NAME)}`;
}

/** The title that a part of the policy carries. */
export function titleOf(node: JsonObject): string | undefined {
  return typeof node["title"] === "string" ? node["title"] : undefined;
}

/**
 * Records every property beside the one that counts, save those that may stand there.
 *
 * @returns whether there was none
 */
export function standsAlone(
  word: string,
  node: JsonObject,
  allowed: readonly string[],
  scope: Scope,
  path: string,
): boolean {
  const others = Object.keys(node).filter((each) => each !== word && !allowed.includes(each));
  for (const other of others) {
    const text = `\`${other.slice(0, LONGEST_NAME)}\` cannot stand beside \`${word}\``;
    scope.fault(pathTo(path, other), "unknown-property", text);
  }
  return others.length === 0;
}
