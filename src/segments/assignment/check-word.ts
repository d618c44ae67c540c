import type { Finding } from "../../shapes/index.js";
import { definitionScope } from "./definition-scope.js";

/** A finding for a word that is none of those allowed here, with the nearest that is. */
export function checkWord(
  written: unknown,
  known: readonly string[],
  path: string,
): readonly Finding[] {
  const scope = definitionScope({});
  scope.checkWord(written, known, path);
  return scope.findings;
}
