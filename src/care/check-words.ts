import type { Scope } from "../rules/index.js";
import { nearestName } from "../shapes/index.js";

/** Records every property that is not known, with the nearest that is. */
export function checkWords(
  written: object,
  known: readonly string[],
  scope: Scope,
  path: string,
): void {
  for (const word of Object.keys(written)) {
    if (known.includes(word)) continue;
    const shown = word.slice(0, 80);
    const text = `\`${shown}\` says nothing here`;
    scope.fault(`${path}.${shown}`, "unknown-property", text, nearestName(word, known));
  }
}
