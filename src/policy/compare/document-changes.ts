import { isObject, type JsonObject } from "../../rules/index.js";
import { alignLists } from "./align-lists.js";

/** The way to a part of a document: names of properties and positions in lists. */
export type Steps = readonly (string | number)[];

/** A part in which two documents differ; `from` and `to` lead to it in the one and the other. */
export interface DocumentChange {
  readonly from?: Steps;
  readonly to?: Steps;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** Two parts that stand at the same place, and the ways to them. */
interface Parts {
  readonly before: unknown;
  readonly after: unknown;
  readonly from: Steps;
  readonly to: Steps;
}

/** Properties without which an object is another thing altogether. */
const NATURES: readonly string[] = ["method", "kind"];

/**
 * The smallest parts in which two plain JSON documents differ, properties in the order of the
 * letters; what is `undefined` is not there.
 */
export function documentChanges(parts: Parts): readonly DocumentChange[] {
  const { before, after, from, to } = parts;
  if (before === after) return [];
  if (Array.isArray(before) && Array.isArray(after)) return listChanges(before, after, from, to);
  if (isObject(before) && isObject(after)) {
    // The document and its chapters are themselves whatever is in them.
    const isSame = from.length <= 1 || isOneThing(before, after);
    if (isSame) return objectChanges(before, after, from, to);
  }
  return [parts];
}

/**
 * Whether two objects are the same thing: of one nature, and with some property in common, as a
 * length in months and one in weeks are not. Objects by name are one thing whatever the names, and
 * so is an empty object.
 */
function isOneThing(before: JsonObject, after: JsonObject): boolean {
  const isOther = NATURES.some((name) => {
    const [was, is] = [before[name], after[name]];
    return typeof was === "string" && typeof is === "string" && was !== is;
  });
  if (isOther) return false;
  const [old, now] = [before, after].map(namesIn) as [readonly string[], readonly string[]];
  if (old.length === 0 || now.length === 0) return true;
  if (old.some((name) => now.includes(name))) return true;
  return old.every((name) => isObject(before[name])) && now.every((name) => isObject(after[name]));
}

function objectChanges(
  before: JsonObject,
  after: JsonObject,
  from: Steps,
  to: Steps,
): readonly DocumentChange[] {
  const names = [...new Set([...namesIn(before), ...namesIn(after)])].sort();
  return names.flatMap((name) => {
    const [was, is] = [propertyOf(before, name), propertyOf(after, name)];
    const ways = { from: [...from, name], to: [...to, name] };
    if (was === undefined) return [{ to: ways.to, after: is }];
    if (is === undefined) return [{ from: ways.from, before: was }];
    return documentChanges({ before: was, after: is, ...ways });
  });
}

function namesIn(object: JsonObject): readonly string[] {
  return Object.keys(object).filter((name) => object[name] !== undefined);
}

function propertyOf(object: JsonObject, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

function listChanges(
  before: readonly unknown[],
  after: readonly unknown[],
  from: Steps,
  to: Steps,
): readonly DocumentChange[] {
  return alignLists(before, after).flatMap((each): readonly DocumentChange[] => {
    const was = each.before === undefined ? undefined : [...from, each.before];
    const is = each.after === undefined ? undefined : [...to, each.after];
    if (was === undefined) return [{ to: is!, after: after[each.after!] }];
    if (is === undefined) return [{ from: was, before: before[each.before!] }];
    const ways = { from: was, to: is };
    return documentChanges({ before: before[each.before!], after: after[each.after!], ...ways });
  });
}
