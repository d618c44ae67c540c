import { errorAt, type Finding, nearestName, showInput } from "../../shapes/index.js";

/** A finding for a word that is none of those allowed here, with the nearest that is. */
export function checkWord(
  written: unknown,
  known: readonly string[],
  path: string,
): readonly Finding[] {
  if (known.some((word) => word === written)) return [];
  const text = `${showInput(written)} says nothing here`;
  return [errorAt(path, "unknown-value", text, nearestName(String(written), known))];
}

/** A finding for every property that is not among the known ones, with the nearest that is. */
export function checkProperties(
  written: object,
  known: readonly string[],
  path: string,
): readonly Finding[] {
  return Object.keys(written).flatMap((word) => {
    if (known.includes(word)) return [];
    const shown = word.slice(0, 80);
    const at = path === "" ? shown : `${path}.${shown}`;
    const text = `\`${shown}\` says nothing here`;
    return [errorAt(at, "unknown-property", text, nearestName(word, known))];
  });
}
