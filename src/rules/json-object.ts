import { errorAt, type Finding, nearestName } from "../shapes/index.js";
import { ANNOTATIONS } from "./condition.js";

/** An object of the policy before its check. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Longest name that a path repeats. */
export const LONGEST_NAME = 80;

/** Whether a value is an object with named properties, and no list. */
export function isObject(written: unknown): written is JsonObject {
  return typeof written === "object" && written !== null && !Array.isArray(written);
}

/** The path of a property; a hostile name is cut. */
export function pathTo(path: string, name: string): string {
  const shown = name.slice(0, LONGEST_NAME);
  return path === "" ? shown : `${path}.${shown}`;
}

/** The title that a part of the policy carries. */
export function titleOf(node: JsonObject): string | undefined {
  return typeof node["title"] === "string" ? node["title"] : undefined;
}

/**
 * Every property that is not among the known ones, with the nearest that is, and every title, note
 * or source that is no text.
 *
 * @param written - an object of a policy as it was written
 * @param known - the properties it may have
 * @param path - where it stands; empty for the policy itself
 * @returns findings `unknown-property` and `wrong-type`, in the order of the properties
 *
 * @category Rules
 */
export function checkProperties(
  written: object,
  known: readonly string[],
  path: string,
): readonly Finding[] {
  return Object.keys(written).flatMap((word) => {
    if (known.includes(word)) return checkAnnotation(written as JsonObject, word, path);
    const shown = word.slice(0, LONGEST_NAME);
    const text = `\`${shown}\` says nothing here`;
    return [errorAt(pathTo(path, word), "unknown-property", text, nearestName(word, known))];
  });
}

/** The titles, notes and sources that are no text. */
export function checkAnnotations(written: JsonObject, path: string): readonly Finding[] {
  return ANNOTATIONS.flatMap((word) => {
    return Object.hasOwn(written, word) ? checkAnnotation(written, word, path) : [];
  });
}

/** A finding where a property is a title, note or source and no text. */
function checkAnnotation(written: JsonObject, word: string, path: string): readonly Finding[] {
  if (!ANNOTATIONS.includes(word) || typeof written[word] === "string") return [];
  return [errorAt(pathTo(path, word), "wrong-type", `\`${word}\` is text`)];
}
