import { isObject, type JsonObject } from "../../rules/index.js";
import { canonicalJson } from "../../shapes/index.js";

/** An element that is not in both lists alike: where it stands in the one, the other, or both. */
export interface Difference {
  readonly before?: number;
  readonly after?: number;
}

/** What tells elements of a list from one another, whatever else they say. */
const NAMES = ["id", "accountId", "segment", "exclude", "to", "kind", "field"];

/**
 * The elements in which two lists differ.
 *
 * Elements that are alike and stand once in either list hold the two together, as many of them as
 * keep their order. Between two such, as many elements on either side are taken for the same ones
 * changed; of unlike numbers those that bear the same names, such as rules for one segment. The
 * others of the one side are gone and those of the other new. What differs one way round differs the
 * other way round as well.
 */
export function alignLists(
  before: readonly unknown[],
  after: readonly unknown[],
): readonly Difference[] {
  const [was, is] = [before.map(canonicalJson), after.map(canonicalJson)] as const;
  // Which of several longest orders is found depends on the side that leads: the smaller text does.
  const isTurned = was.join() > is.join();
  const [first, second] = isTurned ? [after, before] : [before, after];
  const texts: Texts = isTurned ? [is, was] : [was, is];
  const named: Texts = [first.map(namesOf), second.map(namesOf)];
  const whole = { start: { left: 0, right: 0 }, end: { left: first.length, right: second.length } };
  const differences = alignBy(texts, whole, {
    same: () => [],
    other: (gap) => alignBy(named, gap, { same: pairs, other: goneAndNew }),
  });
  return isTurned ? differences.map(({ before: b, after: a }) => place(a, b)) : differences;
}

type Texts = readonly [left: readonly string[], right: readonly string[]];

/** A position in either list. */
interface Place {
  readonly left: number;
  readonly right: number;
}

interface Gap {
  readonly start: Place;
  /** Exclusive. */
  readonly end: Place;
}

/** What becomes of stretches that are alike, and of stretches of unlike length that are not. */
interface Answer {
  readonly same: (gap: Gap) => readonly Difference[];
  readonly other: (gap: Gap) => readonly Difference[];
}

/** What names an element; one without a name is like itself alone. */
function namesOf(element: unknown): string {
  const named = isObject(element) ? NAMES.filter((name) => Object.hasOwn(element, name)) : [];
  if (named.length === 0) return canonicalJson(element);
  return canonicalJson(named.map((name) => [name, (element as JsonObject)[name]]));
}

/** Aligns a stretch of both lists by texts: what is alike at its ends, then what stands once. */
function alignBy([left, right]: Texts, { start, end }: Gap, answer: Answer): readonly Difference[] {
  const most = Math.min(end.left - start.left, end.right - start.right);
  let first = 0;
  while (first < most && left[start.left + first] === right[start.right + first]) first++;
  let last = 0;
  while (last < most - first && left[end.left - 1 - last] === right[end.right - 1 - last]) last++;
  const from = { left: start.left + first, right: start.right + first };
  const until = { left: end.left - last, right: end.right - last };
  const found: Difference[] = [...answer.same({ start, end: from })];
  let at = from;
  for (const anchor of inOrder(onceInBoth([left, right], { start: from, end: until }))) {
    const next = { left: anchor.left + 1, right: anchor.right + 1 };
    found.push(...between({ start: at, end: anchor }, answer));
    found.push(...answer.same({ start: anchor, end: next }));
    at = next;
  }
  found.push(...between({ start: at, end: until }, answer));
  return [...found, ...answer.same({ start: until, end })];
}

function between(gap: Gap, { other }: Answer): readonly Difference[] {
  const { start, end } = gap;
  return end.left - start.left === end.right - start.right ? pairs(gap) : other(gap);
}

function pairs({ start, end }: Gap): readonly Difference[] {
  return Array.from({ length: end.left - start.left }, (_, step) => {
    return { before: start.left + step, after: start.right + step };
  });
}

function goneAndNew({ start, end }: Gap): readonly Difference[] {
  const gone = Array.from({ length: end.left - start.left }, (_, step) => {
    return { before: start.left + step };
  });
  const fresh = Array.from({ length: end.right - start.right }, (_, step) => {
    return { after: start.right + step };
  });
  return [...gone, ...fresh];
}

function place(before: number | undefined, after: number | undefined): Difference {
  return {
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  };
}

/** Places of the texts that stand once in either stretch, in the order of the first. */
function onceInBoth([left, right]: Texts, { start, end }: Gap): readonly Place[] {
  const inLeft = places(left, start.left, end.left);
  const inRight = places(right, start.right, end.right);
  return [...inLeft].flatMap(([text, at]) => {
    const there = inRight.get(text) ?? MANY;
    return at === MANY || there === MANY ? [] : [{ left: at, right: there }];
  });
}

/** Stands for no one place. */
const MANY = -1;

function places(texts: readonly string[], start: number, end: number): Map<string, number> {
  const found = new Map<string, number>();
  for (let at = start; at < end; at++) found.set(texts[at]!, found.has(texts[at]!) ? MANY : at);
  return found;
}

/** As many places as can be had whose second numbers ascend like the first (Fredman 1975). */
function inOrder(all: readonly Place[]): readonly Place[] {
  const piles: { readonly place: Place; readonly under: number }[] = [];
  const tops: number[] = [];
  for (const each of all) {
    let [low, high] = [0, tops.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (piles[tops[middle]!]!.place.right < each.right) low = middle + 1;
      else high = middle;
    }
    piles.push({ place: each, under: low === 0 ? MANY : tops[low - 1]! });
    tops[low] = piles.length - 1;
  }
  const found: Place[] = [];
  for (let at = tops.at(-1) ?? MANY; at !== MANY; at = piles[at]!.under)
    found.push(piles[at]!.place);
  return found.reverse();
}
