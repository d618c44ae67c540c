import { isObject } from "../rules/index.js";
import { canonicalJson, HoitoError } from "../shapes/index.js";

/**
 * One place where a value is not what was agreed on.
 *
 * @category Testing
 */
export interface GoldenDifference {
  /** Property names joined by dots, list positions in brackets; `""` for the whole. */
  readonly path: string;
  /** Absent where it is new. */
  readonly expected?: unknown;
  /** Absent where it is gone. */
  readonly received?: unknown;
}

/** Most differences that are told. */
const MOST_DIFFERENCES = 100;

/**
 * A value as the text of a golden file: indented JSON, properties in alphabetical order, one line
 * end at the end, so that the same value is the same text whatever built it.
 *
 * Maps become objects, sets and typed arrays lists, and what is `undefined` is left out.
 *
 * @param value - results of the library, or any plain data
 * @returns the text
 * @throws {@link HoitoError} `not-plain-json` for what JSON would lose without a word: functions, symbols, big integers,
 *   numbers that are not finite, objects that contain themselves, and keys of maps that are no text
 *
 * @example The order of properties does not matter
 * ```ts
 * import { goldenText } from "hoito/testing";
 *
 * goldenText({ b: 1, a: new Set(["x"]) }) === goldenText({ a: ["x"], b: 1 }); // => true
 * ```
 *
 * @category Testing
 */
export function goldenText(value: unknown): string {
  return `${JSON.stringify(plainOf(value, "", []), undefined, 2)}\n`;
}

/**
 * Where a value differs from the text of a golden file.
 *
 * @param text - what was agreed on: JSON
 * @param value - what is so now
 * @returns differences in the order of the agreed text, what is new last; at most a hundred
 * @throws {@link HoitoError} as {@link goldenText} does; `not-json` when the text is none
 *
 * @example One number has changed
 * ```ts
 * import { compareGolden } from "hoito/testing";
 *
 * compareGolden(`{ "large": [1, 2] }`, { large: [1, 3] });
 * // => [{ path: "large[1]", expected: 2, received: 3 }]
 * ```
 *
 * @category Testing
 */
export function compareGolden(text: string, value: unknown): readonly GoldenDifference[] {
  const received = plainOf(value, "", []);
  const differences: GoldenDifference[] = [];
  compare(readGolden(text), received, "", differences);
  return differences;
}

function readGolden(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const at = { code: "not-json", path: "", received: text.slice(0, 80) };
    throw new HoitoError("the golden file is no JSON", at);
  }
}

function compare(
  expected: unknown,
  received: unknown,
  path: string,
  differences: GoldenDifference[],
): void {
  if (differences.length >= MOST_DIFFERENCES) return;
  const parts = [partsOf(expected), partsOf(received)] as const;
  if (parts[0] === undefined || parts[1] === undefined || isList(expected) !== isList(received)) {
    if (canonicalJson(expected) !== canonicalJson(received)) {
      differences.push({ path, expected, received });
    }
    return;
  }
  const [before, after] = parts as readonly [Map<string, unknown>, Map<string, unknown>];
  for (const name of new Set([...before.keys(), ...after.keys()])) {
    const at = isList(expected) ? `${path}[${name}]` : path === "" ? name : `${path}.${name}`;
    if (before.has(name) && after.has(name)) {
      compare(before.get(name), after.get(name), at, differences);
    } else if (differences.length < MOST_DIFFERENCES) {
      const side = before.has(name)
        ? { expected: before.get(name) }
        : { received: after.get(name) };
      differences.push({ path: at, ...side });
    }
  }
}

function partsOf(value: unknown): ReadonlyMap<string, unknown> | undefined {
  const isParted = isList(value) || isObject(value);
  return isParted ? new Map(Object.entries(value as object)) : undefined;
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

/** Plain JSON, properties in order; whatever cannot be written so breaks the contract. */
function plainOf(value: unknown, path: string, around: readonly unknown[]): unknown {
  if (typeof value === "number" && Number.isFinite(value)) return value === 0 ? 0 : value;
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value !== "object" || around.includes(value)) throw notPlain(path, value);
  const inner = [...around, value];
  if (value instanceof Map) return plainObject(entriesOf(value, path), path, inner);
  if (value instanceof Set || Array.isArray(value) || isTypedArray(value)) {
    const list = [...(value as Iterable<unknown>)];
    return list.map((each, index) => plainOf(each, `${path}[${index}]`, inner));
  }
  // A date, an error or an expression would come out as `{}`, and agree with every other one.
  if (Object.prototype.toString.call(value) !== "[object Object]") throw notPlain(path, value);
  return plainObject(Object.entries(value), path, inner);
}

function isTypedArray(value: object): boolean {
  return ArrayBuffer.isView(value) && !(value instanceof DataView);
}

function entriesOf(map: ReadonlyMap<unknown, unknown>, path: string): [string, unknown][] {
  return [...map].map(([key, value]) => {
    if (typeof key === "string") return [key, value];
    throw notPlain(path, key);
  });
}

function plainObject(
  entries: readonly (readonly [string, unknown])[],
  path: string,
  around: readonly unknown[],
): object {
  const known = entries
    .filter(([, value]) => value !== undefined)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, value]) => [name, plainOf(value, path === "" ? name : `${path}.${name}`, around)]);
  return Object.fromEntries(known);
}

function notPlain(path: string, received: unknown): HoitoError {
  const at = { code: "not-plain-json", path, received };
  return new HoitoError(`\`${path}\` cannot be written as JSON without loss`, at);
}
