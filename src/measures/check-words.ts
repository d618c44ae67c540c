import type { Scope } from "../rules/index.js";
import { nearestName } from "../shapes/index.js";

/** An object of the policy whose properties are not checked yet. */
export type Written = Readonly<Record<string, unknown>>;

const ANNOTATIONS = ["title", "note", "source"];

/** Records every property that says nothing where it stands, with the nearest one that does. */
export function checkWords(
  written: Written,
  allowed: readonly string[],
  names: Scope,
  path: string,
): void {
  const known = [...allowed, ...ANNOTATIONS];
  for (const word of Object.keys(written)) {
    if (known.includes(word)) continue;
    const shown = word.slice(0, 80);
    const text = `\`${shown}\` says nothing here`;
    names.fault(`${path}.${shown}`, "unknown-property", text, nearestName(word, known));
  }
}
