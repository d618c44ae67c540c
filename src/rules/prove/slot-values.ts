import { isEpochDay } from "../../time/index.js";
import type { Cell } from "../cell.js";
import type { BoundTest, CompiledCondition, ListTest, MissingTest } from "../compiled-condition.js";
import { boundOf, type Row } from "../evaluate.js";
import type { Slot } from "../scope.js";

/** A condition without parts. */
export type Test = BoundTest | ListTest | MissingTest;

/** The cells that stand for all that a slot may hold. */
export interface SlotValues {
  readonly slot: Slot;
  /** Any other cell answers each test as one of these does; the first are the plainest. */
  readonly cells: readonly Cell[];
  /** Sets of many words have more combinations than are tried; then this is false. */
  readonly isComplete: boolean;
}

/** The day and the cuts that bounds are reckoned with. */
export type Bearings = Pick<Row, "asOf" | "cuts">;

/** What slots can hold, beyond their kind. */
export interface SlotBounds {
  /** Slots that may be known to be none, such as the day of a last order. */
  readonly canBeNone: (slot: Slot) => boolean;
  /** Slots that hold whole numbers from 0 on, such as heads and visits; without it none. */
  readonly isCount?: (slot: Slot) => boolean;
}

/** Most words of a set whose every combination is tried. */
const MOST_WORDS = 8;

/** The tests of a condition, from left to right. */
export function* testsOf(condition: CompiledCondition): Generator<Test> {
  if ("of" in condition) for (const part of condition.of) yield* testsOf(part);
  else yield condition;
}

/** The slots that a test reads: the one on its left, and the one it is compared with. */
export function slotsOfTest(test: Test): readonly Slot[] {
  const isLinked = test.kind === "bound" && test.operand.from === "field";
  return isLinked ? [test.slot, test.operand.slot] : [test.slot];
}

/**
 * The cells worth trying in a slot: every bound it is compared with, one between each two and one
 * beyond either end; every word, and one that is none of them; unknown, and none where it can be.
 *
 * @param slot - what is read
 * @param tests - all tests of that slot, and of those it is compared with
 * @param bearings - the day and the cuts
 * @param kinds - `canBeNone`: whether the slot may be known to be none; `isCount`: whether it holds
 *   whole numbers from 0 on; `isLinked`: whether it is compared with another slot, and so needs two
 *   values between each two bounds
 */
export function slotValues(
  slot: Slot,
  tests: readonly Test[],
  bearings: Bearings,
  kinds: {
    readonly canBeNone: boolean;
    readonly isCount: boolean;
    readonly isLinked: boolean;
  },
): SlotValues {
  const bounds = tests.flatMap((test) => boundsOf(test, bearings));
  const known = knownCells(slot, bounds, tests, kinds);
  const none = kinds.canBeNone ? [null] : [];
  return { slot, cells: [...known.cells, ...none, undefined], isComplete: known.isComplete };
}

function boundsOf(test: Test, bearings: Bearings): readonly Cell[] {
  if (test.kind === "missing") return [];
  if (test.kind === "list") return [...test.values];
  if (test.operand.from === "field") return [test.operand.assumed];
  return [boundOf(test.operand, { ...bearings, cells: [], ageing: new Set() })];
}

function knownCells(
  { kind }: Slot,
  bounds: readonly Cell[],
  tests: readonly Test[],
  { isCount, isLinked }: { readonly isCount: boolean; readonly isLinked: boolean },
): { readonly cells: readonly Cell[]; readonly isComplete: boolean } {
  const words = [...new Set(bounds.filter((each) => typeof each === "string"))].sort();
  switch (kind) {
    case "number":
    case "money":
    case "date": {
      const numbers = bounds.filter((each) => typeof each === "number");
      const cells = numbersAround(numbers, kind, isLinked ? 2 : 1);
      return { cells: isCount ? countsAmong(cells) : cells, isComplete: true };
    }
    case "boolean":
      return { cells: [true, false], isComplete: true };
    case "text":
      return { cells: textsAround(words, tests), isComplete: true };
    case "set":
      return { cells: setsOf(words), isComplete: words.length <= MOST_WORDS };
    default:
      return { cells: kind, isComplete: true };
  }
}

function numbersAround(
  bounds: readonly number[],
  kind: "number" | "money" | "date",
  perGap: number,
): readonly number[] {
  const sorted = [...new Set(bounds)].sort((a, b) => a - b);
  if (sorted.length === 0) sorted.push(0);
  const found = new Set<number>();
  for (const [index, bound] of sorted.entries()) {
    const next = sorted[index + 1];
    found.add(bound);
    for (let step = 1; step <= perGap; step++) {
      if (index === 0) found.add(Math.ceil(bound) - step);
      const whole = Math.floor(bound) + step;
      if (next === undefined || whole < next) found.add(whole);
      else if (kind === "number") found.add(bound + (next - bound) / 2);
    }
  }
  const isCell =
    kind === "date" ? isEpochDay : kind === "money" ? Number.isSafeInteger : Number.isFinite;
  const cells = [...found].filter((each) => isCell(each));
  const oddness = (each: number): number => Number(each < 0) * 2 + Number(!Number.isInteger(each));
  return cells.sort((a, b) => oddness(a) - oddness(b) || a - b);
}

/** Of numbers around bounds those that count something; where some lay below 0, what stands for them. */
function countsAmong(numbers: readonly number[]): readonly number[] {
  const least = numbers.some((each) => each < 0) ? [0, 1] : [];
  const counts = numbers.filter((each) => Number.isInteger(each) && each >= 0);
  return [...new Set([...counts, ...least])];
}

/** Every word, one that goes on after each prefix, and one that begins with none. */
function textsAround(words: readonly string[], tests: readonly Test[]): readonly string[] {
  const hasPrefixes = tests.some((test) => test.kind === "bound" && test.word === "startsWith");
  const longer = hasPrefixes ? words.map((word) => word + letterAfter(word, words)) : [];
  const isFree = words.every((word) => !"other".startsWith(word));
  return [isFree ? "other" : letterAfter("", words), ...words, ...longer];
}

/** A letter that no word has where this beginning ends. */
function letterAfter(beginning: string, words: readonly string[]): string {
  const taken = new Set(
    words.filter((word) => word.startsWith(beginning)).map((word) => word[beginning.length]),
  );
  let code = "a".charCodeAt(0);
  while (taken.has(String.fromCharCode(code))) code++;
  return String.fromCharCode(code);
}

/** Every combination of the words, or the simplest ones where there are too many. */
function setsOf(words: readonly string[]): readonly (readonly string[])[] {
  if (words.length > MOST_WORDS) {
    const others = words.map((word) => words.filter((each) => each !== word));
    return [[], ...words.map((word) => [word]), ...others, words];
  }
  const count = 2 ** words.length;
  const sets = Array.from({ length: count }, (_, code) => {
    return words.filter((_word, index) => (code >> index) & 1);
  });
  return sets.sort((a, b) => a.length - b.length);
}
