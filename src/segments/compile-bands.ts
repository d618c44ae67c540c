import {
  type Cell,
  type CompiledRule,
  compileOperand,
  isObject,
  type Operand,
  type Slot,
} from "../rules/index.js";
import type { Band } from "./bands-classifier.js";
import type { CompileJob } from "./method.js";
import { isTooMany } from "./method-rules.js";
import { checkSegment, comparing, ruleAt } from "./rule-parts.js";
import { BAND_WORDS, LOWER_BOUNDS, UPPER_BOUNDS } from "./words.js";

/** Bands as rules: the first that holds the value, and what the last one without a bound takes. */
export interface CompiledBandRules {
  readonly rules: readonly CompiledRule[];
  readonly otherwise: string | undefined;
}

type BoundWord = (typeof LOWER_BOUNDS)[number] | (typeof UPPER_BOUNDS)[number];
const WORDS: readonly BoundWord[] = [...LOWER_BOUNDS, ...UPPER_BOUNDS];
const NOTHING_ASSUMED: ReadonlyMap<string, Cell> = new Map();

/**
 * Checks bands of one value: a bound each, all of one direction, each stricter than the next; only
 * the last may go without.
 *
 * @param slot - the value; `undefined` where its fault was recorded, then the bounds are not read
 * @returns what was found to be right; of use only when no fault was recorded
 */
export function compileBands(
  bands: readonly Band[],
  slot: Slot | undefined,
  job: CompileJob,
  path: string,
): CompiledBandRules {
  const { scope } = job;
  const rules: CompiledRule[] = [];
  let otherwise: string | undefined;
  let before: Bound | undefined;
  if (bands.length === 0) scope.fault(path, "empty-list", "there is at least one band");
  if (isTooMany(bands.length, scope, path)) return { rules, otherwise };
  for (const [index, band] of bands.entries()) {
    const at = `${path}[${index}]`;
    if (!isObject(band)) {
      scope.fault(at, "not-a-band", "a band is an object");
      continue;
    }
    scope.checkWords(band, BAND_WORDS, at);
    checkSegment(band.segment, job, `${at}.segment`);
    const [word, ...more] = WORDS.filter((each) => band[each] !== undefined);
    const isLast = index === bands.length - 1;
    if (more.length > 0 || (word === undefined && !isLast)) {
      const text = "a band has one bound, and only the last may go without";
      scope.fault(at, "not-a-band", text);
    } else if (word === undefined) {
      otherwise = band.segment;
    } else if (slot !== undefined) {
      const assuming = { scope, assumed: NOTHING_ASSUMED };
      const operand = compileOperand(band[word], slot.kind, assuming, `${at}.${word}`);
      if (operand === undefined) continue;
      const bound = { word, operand };
      checkOrder(before, bound, job, at);
      before = bound;
      rules.push(ruleAt(at, band.segment, comparing(slot, word, operand), band));
    }
  }
  return { rules, otherwise };
}

interface Bound {
  readonly word: BoundWord;
  readonly operand: Operand;
}

function checkOrder(before: Bound | undefined, bound: Bound, job: CompileJob, at: string): void {
  if (before === undefined) return;
  const isUpper = (word: BoundWord): boolean => UPPER_BOUNDS.some((each) => each === word);
  if (isUpper(before.word) !== isUpper(bound.word)) {
    const text = "bands have all a lower bound or all an upper bound";
    job.scope.fault(at, "not-a-band", text);
    return;
  }
  if (!("value" in before.operand && "value" in bound.operand)) return;
  const [earlier, later] = [before.operand.value as number, bound.operand.value as number];
  const isStricter = isUpper(bound.word) ? earlier < later : earlier > later;
  const strict = before.word === "moreThan" || before.word === "lessThan";
  const includesIt = bound.word === "atLeast" || bound.word === "atMost";
  if (isStricter || (earlier === later && strict && includesIt)) return;
  const text = "this band holds nothing that the one before it does not";
  job.scope.fault(at, "bands-out-of-order", text);
}
