/** One change of a document: where, what is done there, and with which value. */
export interface Edit {
  /** Which node, counted over all nodes. */
  readonly at: number;
  /** Which kind of change. */
  readonly does: number;
  /** Which value, name or other node. */
  readonly by: number;
}

type Container = Record<string, unknown> | unknown[];

interface Place {
  readonly holder: Container;
  readonly key: string | number;
}

/** Names that every object inherits, and others that break what takes them for plain words. */
const NAMES: readonly string[] = [
  "__proto__",
  "constructor",
  "prototype",
  "toString",
  "valueOf",
  "hasOwnProperty",
  "__defineGetter__",
  "toJSON",
  "then",
  "length",
  "0",
  "-1",
  "",
  " ",
  "a.b",
  "a[0]",
  "excluded",
  "unclassified",
  "undecided",
  "none",
  "never",
  "x".repeat(300),
  "\u{1F600}",
  "é",
];

/** What may stand anywhere in JSON and seldom should. */
const VALUES: readonly unknown[] = [
  null,
  true,
  false,
  0,
  1,
  -1,
  0.5,
  1e308,
  -1e308,
  5e-324,
  2 ** 53,
  2 ** 31,
  10_001,
  366,
  "",
  "2018-02-30",
  "2199-12-31",
  "1900-01-01",
  "0000-00-00",
  "NaN",
  "1e400",
  "9".repeat(30),
  "x".repeat(9_999),
  "always",
  "visit",
  [],
  {},
  [[]],
  [null],
  { parameter: "constructor" },
  { field: "constructor" },
  { cut: "constructor" },
  { asOfMinus: { years: 10_000 } },
  { rolling: { days: 0 } },
  { amount: "-1", currency: "EUR" },
  { amount: "9007199254740993", currency: "EUR" },
  { amount: "1", currency: "XXX" },
  { all: [] },
  { not: { not: { field: "headcount", isMissing: true } } },
  { days: 0 },
  { years: 10_000, months: 10_000, weeks: 10_000, days: 10_000 },
  { own: [{ label: "a", from: "1900-01-01", until: "2199-12-31" }] },
  { fiscal: "quarter", startMonth: 12 },
];

/** What no JSON holds, for documents that are handed over as objects. */
export const OUTSIDE_JSON: readonly (() => unknown)[] = [
  () => undefined,
  () => Number.NaN,
  () => Number.POSITIVE_INFINITY,
  () => -0,
  () => 10n ** 30n,
  () => Symbol("s"),
  () => () => "called",
  () => new Date(Number.NaN),
  () => new Map([["a", 1]]),
  () => new Uint8Array(3),
  () => Object.assign(new Array(5), { 2: "hole" }),
  () => "\ud800",
  () => ({ toJSON: () => ({ id: "other" }) }),
  () => Object.defineProperty({}, "id", { enumerable: true, get: thrower }),
  () => new Proxy({}, { ownKeys: thrower, get: thrower, getPrototypeOf: thrower }),
  () => new Proxy({}, { get: () => 1, has: () => true }),
  () => JSON.parse('{ "__proto__": { "polluted": true } }') as unknown,
  () => {
    const cycle: { self?: unknown } = {};
    cycle.self = cycle;
    return cycle;
  },
  () => nested(3_000, (inner) => ({ not: inner })),
  () => nested(3_000, (inner) => [inner]),
  () => "x".repeat(20_000),
  () => new Array(2_000).fill(0),
];

function thrower(): never {
  throw new RangeError("a trap of the input");
}

/** A value inside a value, so many times. */
function nested(levels: number, around: (inner: unknown) => unknown): unknown {
  let value: unknown = {};
  for (let level = 0; level < levels; level++) value = around(value);
  return value;
}

/** A copy of a JSON document with some changes in it. */
export function mutate(document: unknown, edits: readonly Edit[]): unknown {
  let copy = structuredClone(document);
  for (const edit of edits) copy = change(copy, edit);
  return copy;
}

const NEAR_THE_TOP = 60;

function change(document: unknown, { at, does, by }: Edit): unknown {
  const places = placesOf(document);
  if (places.length === 0) return document;
  // Half of all changes are made near the top, where few places are and much hangs on each.
  const reach = at % 2 === 0 ? places.length : Math.min(places.length, NEAR_THE_TOP);
  const { holder, key } = places[Math.floor(at / 2) % reach]!;
  const value = read(holder, key);
  switch (does % 10) {
    case 0:
      remove(holder, key);
      break;
    case 1:
      write(holder, key, structuredClone(VALUES[by % VALUES.length]));
      break;
    case 2: {
      const other = places[by % places.length]!;
      write(holder, key, structuredClone(read(other.holder, other.key)));
      break;
    }
    case 3:
      rename(holder, key, NAMES[by % NAMES.length]!);
      break;
    case 4: {
      const words = wordsOf(places);
      if (words.length > 0) write(holder, key, words[by % words.length]);
      break;
    }
    case 5:
      write(holder, key, twisted(value, by));
      break;
    case 6:
      if (Array.isArray(holder)) holder.splice(Number(key), 0, structuredClone(value));
      else write(holder, NAMES[by % NAMES.length]!, structuredClone(value));
      break;
    case 7:
      write(holder, key, by % 2 === 0 ? [value] : { not: value });
      break;
    case 8:
      if (Array.isArray(value)) value.reverse();
      else write(holder, key, NAMES[by % NAMES.length]);
      break;
    default: {
      const other = places[by % places.length]!;
      const theirs = read(other.holder, other.key);
      write(other.holder, other.key, structuredClone(value));
      write(holder, key, structuredClone(theirs));
    }
  }
  return document;
}

/** A little more, a little less, or written a little otherwise. */
function twisted(value: unknown, by: number): unknown {
  if (typeof value === "number")
    return [value + 1, value - 1, -value, value / 3, value * 1e6][by % 5];
  if (typeof value === "boolean") return !value;
  if (typeof value === "string") {
    return [`${value}x`, value.slice(1), value.toUpperCase(), ` ${value}`, value + value][by % 5];
  }
  if (Array.isArray(value)) return value.concat(structuredClone(value));
  return value;
}

/** Every place of a document that something stands at, outermost first. */
function placesOf(document: unknown): readonly Place[] {
  const places: Place[] = [];
  const waiting: unknown[] = [document];
  for (const value of waiting) {
    if (typeof value !== "object" || value === null) continue;
    const holder = value as Container;
    const keys = Array.isArray(holder) ? holder.keys() : Object.keys(holder);
    for (const key of keys) {
      places.push({ holder, key });
      waiting.push(read(holder, key));
    }
  }
  return places;
}

function wordsOf(places: readonly Place[]): readonly unknown[] {
  const words = places.flatMap(({ holder, key }) => [key, read(holder, key)]);
  return [...new Set(words.filter((each) => typeof each === "string"))];
}

function read(holder: Container, key: string | number): unknown {
  return Object.getOwnPropertyDescriptor(holder, key)?.value;
}

function write(holder: Container, key: string | number, value: unknown): void {
  // As JSON.parse does it: a property of any name, `__proto__` too.
  const property = { value, writable: true, enumerable: true, configurable: true };
  Object.defineProperty(holder, key, property);
}

function remove(holder: Container, key: string | number): void {
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else delete holder[key];
}

function rename(holder: Container, key: string | number, name: string): void {
  if (Array.isArray(holder)) return;
  const value = read(holder, key);
  remove(holder, key);
  write(holder, name, value);
}
