import { errorAt, type Finding, showInput } from "../shapes/index.js";
import { pathText } from "./path-text.js";

/**
 * How much untrusted input may hold.
 *
 * @category Schemas
 */
export interface Bounds {
  /** Levels of lists and objects below the input itself. */
  readonly depth: number;
  /** Values of any kind, the input itself included. */
  readonly nodes: number;
  /** Characters (UTF-16 code units) of one text or property name. */
  readonly textLength: number;
}

/**
 * What one record may hold: far more than any honest record does.
 *
 * @category Schemas
 */
export const RECORD_BOUNDS: Bounds = { depth: 16, nodes: 20_000, textLength: 200_000 };

/**
 * The most records of one kind that are read at once.
 *
 * @category Schemas
 */
export const MOST_RECORDS = 10_000_000;

/**
 * What keeps input from being plain JSON data of bounded size; no findings mean that it is.
 *
 * Input may be anything: it is walked without recursion, never longer than `nodes` allows, and
 * nothing that it does (accessors that throw, cycles, proxies) gets out. A value shared by several
 * places counts once for each of them. Each bound is inclusive.
 *
 * Gotchas: `undefined`, `-0`, a hole in a list and half a character (a lone surrogate) are findings,
 * since JSON would silently write something else. A property named `constructor` is a name like any
 * other; one named `__proto__` is refused.
 *
 * @param input - anything at all
 * @param bounds - the most depth, nodes and text
 * @param path - where the input stands in a larger one; findings start there
 * @returns findings `too-deep`, `too-large` (which ends the search), `text-too-long`, `circular`,
 *   `unreadable`, `reserved-name` and `not-json`, in the order they were met
 *
 * @example A cycle is a finding, not a hang
 * ```ts
 * import { checkBounds } from "hoito/schemas";
 *
 * const bounds = { depth: 8, nodes: 100, textLength: 1000 };
 * checkBounds({ name: "Kello Oy", sites: [] }, bounds); // => []
 *
 * const chain: { next?: unknown } = {};
 * chain.next = chain;
 * checkBounds(chain, bounds).map(({ code, path }) => `${code} at ${path}`);
 * // => ["circular at next"]
 * ```
 *
 * @category Schemas
 */
export function checkBounds(input: unknown, bounds: Bounds, path = ""): Finding[] {
  const findings: Finding[] = [];
  const pending: Container[] = [];
  const meet = (value: unknown, at: string, parent?: Container): void => {
    const depth = parent === undefined ? 0 : parent.depth + 1;
    if (typeof value !== "object" || value === null) {
      findings.push(...checkLeaf(value, at, bounds));
    } else if (isWithin(value, parent)) {
      findings.push(errorAt(at, "circular", "the value contains itself"));
    } else if (depth > bounds.depth) {
      findings.push(errorAt(at, "too-deep", `there are more than \`${bounds.depth}\` levels`));
    } else {
      pending.push({ value, path: at, depth, parent });
    }
  };
  meet(input, path);
  let nodes = 1;
  for (let each = pending.pop(); each !== undefined; each = pending.pop()) {
    try {
      if (!isPlain(each.value)) {
        findings.push(notJson(each.path, each.value));
        continue;
      }
      const { size, keys } = keysOf(each.value);
      nodes += size;
      if (nodes > bounds.nodes) {
        const message = `there are more than \`${bounds.nodes}\` values`;
        return [...findings, errorAt(path, "too-large", message)];
      }
      for (const key of keys) {
        const at = pathText(each.path, key);
        findings.push(...checkKey(key, at, bounds));
        meet(Reflect.get(each.value, key), at, each);
      }
    } catch {
      findings.push(errorAt(each.path, "unreadable", "reading the value threw an error"));
    }
  }
  return findings;
}

interface Container {
  readonly value: object;
  readonly path: string;
  readonly depth: number;
  readonly parent: Container | undefined;
}

const NONE: readonly Finding[] = [];

function checkLeaf(value: unknown, path: string, bounds: Bounds): readonly Finding[] {
  if (typeof value === "string") {
    if (value.length > bounds.textLength) {
      const message = `${showInput(value)} is longer than \`${bounds.textLength}\` characters`;
      return [errorAt(path, "text-too-long", message)];
    }
    return /\p{Surrogate}/u.test(value) ? [notJson(path, value)] : NONE;
  }
  const isNumber = Number.isFinite(value) && !Object.is(value, -0);
  return isNumber || typeof value === "boolean" || value === null ? NONE : [notJson(path, value)];
}

function checkKey(key: PropertyKey, path: string, bounds: Bounds): readonly Finding[] {
  if (key !== "__proto__") return checkLeaf(key, path, bounds);
  return [errorAt(path, "reserved-name", "`__proto__` cannot be the name of a property")];
}

function notJson(path: string, value: unknown): Finding {
  return errorAt(path, "not-json", `${showInput(value)} is not what JSON can hold`);
}

function isWithin(value: object, parent: Container | undefined): boolean {
  for (let each = parent; each !== undefined; each = each.parent) {
    if (each.value === value) return true;
  }
  return false;
}

function keysOf(value: object): { readonly size: number; readonly keys: Iterable<PropertyKey> } {
  if (Array.isArray(value)) return { size: value.length, keys: value.keys() };
  const keys = Reflect.ownKeys(value);
  return { size: keys.length, keys };
}

/** A list, or an object whose prototype is the root of its realm or nothing. */
function isPlain(value: object): boolean {
  if (Array.isArray(value)) return true;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
