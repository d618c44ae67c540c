import { recordKinds } from "../facts/index.js";
import type { CompiledPolicy } from "../policy/index.js";
import { isObject } from "../rules/index.js";
import { nearestName, withGuess } from "../shapes/index.js";
import { OUTCOMES } from "./names-of-policy.js";

/**
 * What is wrong with a path that no reason could ever have, because the policy has nothing there;
 * `undefined` where it is a place of the policy.
 *
 * @param seen - paths of reasons, which may be meant too
 */
export function faultOfPath(
  compiled: CompiledPolicy,
  path: string,
  seen: Iterable<string>,
): string | undefined {
  let place: unknown = compiled.policy;
  let at = "";
  do {
    const here = placesIn(place, at, compiled);
    const next = at + nextStep(String(path).slice(at.length));
    if (!here.has(next)) return noPlace(path, next, here.keys(), seen);
    place = here.get(next);
    at = next;
  } while (at !== path);
  return undefined;
}

/** The first step of what is left of a path: a name, or a place in a list in brackets. */
function nextStep(path: string): string {
  return /^(?:\.?[^.[]+|\[\d+\])/.exec(path)?.[0] ?? path;
}

/** What lies within a part of a policy, by its path. */
function placesIn(
  place: unknown,
  at: string,
  compiled: CompiledPolicy,
): ReadonlyMap<string, unknown> {
  if (Array.isArray(place)) return new Map(place.map((each, row) => [`${at}[${row}]`, each]));
  const written = isObject(place) ? Object.entries(place) : [];
  const implied = impliedIn(at, compiled).map((name): [string, unknown] => [name, undefined]);
  return new Map(
    [...implied, ...written].map(([name, each]) => [at === "" ? name : `${at}.${name}`, each]),
  );
}

/** What reasons name although a policy need not write it. */
function impliedIn(at: string, { care, classifiers }: CompiledPolicy): readonly string[] {
  if (at === "") return recordKinds;
  if (at === "care.bySegment") {
    return [...classifiers.get(care.segmentedBy)!.labels.keys(), ...OUTCOMES];
  }
  return /^segments\.[^.]+$/.test(at) ? ["otherwise"] : [];
}

function noPlace(
  path: string,
  wrong: string,
  places: Iterable<string>,
  seen: Iterable<string>,
): string {
  const place = nearestName(wrong, places);
  const near = nearestName(path, seen) ?? (place && place + path.slice(wrong.length));
  return withGuess(`the policy has nothing at \`${path}\``, near);
}
