import type { RecordKind } from "../../facts/index.js";
import { type KindPass, type RecordMeasure, windowDays } from "../../measures/index.js";
import { type BoundTest, boundOf, type CompiledCondition, type Slot } from "../../rules/index.js";
import { isEpochDay, toCivilDate } from "../../time/index.js";
import type { Threshold } from "../thresholds.js";
import { isLegalNumber, isMoney } from "./field-arbitrary.js";
import { type RecordParts, simplestRecord } from "./record-arbitrary.js";
import type { Shaping } from "./shaping.js";

/** Most records that are made to bring a count about. */
const MOST_RECORDS = 60;

/**
 * Lists of records of one kind that bring a measure just below, to, and just above each of its
 * thresholds: as far as a measure says plainly what it counts.
 */
export function measureTargets(kind: RecordKind, shaping: Shaping): readonly RecordParts[][] {
  const { passes } = shaping.compiled.measures;
  return passes
    .filter((pass) => pass.kind === kind)
    .flatMap((pass) => pass.measures.flatMap((measure) => targetsOf(measure, pass, shaping)));
}

function targetsOf(
  measure: RecordMeasure,
  pass: KindPass,
  shaping: Shaping,
): readonly RecordParts[][] {
  const span = windowDays(measure.window, shaping.asOf);
  if (span === undefined || span.untilDay <= span.fromDay) return [];
  const day = toCivilDate(span.untilDay - 1);
  const record: RecordParts = {
    ...simplestRecord(pass.kind, day, shaping.currency),
    ...wanted(measure.where, shaping),
  };
  return sidesOf(measure.name, shaping).flatMap((side) => listFor(side, measure, record));
}

/** The values at which the policy turns that reads this measure, or the days since it. */
function sidesOf(name: string, { compiled, values, asOf }: Shaping): Threshold["sides"] {
  const { measures = {} } = compiled.policy;
  const isSince = (field: string): boolean => Object(measures[field]).daysSince === name;
  return values.thresholds.flatMap(({ field, sides }) => {
    if (field === name) return sides;
    if (!isSince(field)) return [];
    const days = sides.map((each) => asOf - (each as number)).filter(isEpochDay);
    return days.map(toCivilDate);
  });
}

function listFor(
  side: Threshold["sides"][number],
  { does, field }: RecordMeasure,
  record: RecordParts,
): readonly RecordParts[][] {
  if (field === undefined || does === "distinct") {
    if (!isCount(side) || (field !== undefined && field.kind !== "text")) return [];
    return [Array.from({ length: side }, (_, index) => different(record, field, index))];
  }
  const isSound = isMoney(side) || typeof side === "string" || isLegalNumber(field.name)(side);
  return isSound ? [[{ ...record, [field.name]: side }]] : [];
}

function isCount(side: unknown): side is number {
  return Number.isInteger(side) && (side as number) >= 0 && (side as number) <= MOST_RECORDS;
}

/** Of a text as many different ones as there are records. */
function different(record: RecordParts, field: Slot | undefined, index: number): RecordParts {
  return field === undefined ? record : { ...record, [field.name]: `value ${index + 1}` };
}

/** Values that meet a condition, where each of its parts can be met by itself. */
function wanted(condition: CompiledCondition | undefined, shaping: Shaping): RecordParts {
  switch (condition?.kind) {
    case "all":
      return Object.assign({}, ...condition.of.map((each) => wanted(each, shaping)));
    case "any":
      return wanted(condition.of[0], shaping);
    case "bound":
      return meeting(condition, shaping);
    case "list": {
      const [first] = condition.values;
      return condition.word === "isNoneOf" ? {} : { [condition.slot.name]: first };
    }
    default:
      return {};
  }
}

function meeting({ slot, order, operand }: BoundTest, shaping: Shaping): RecordParts {
  const { asOf, compiled, currency } = shaping;
  const row = { cells: [], asOf, cuts: compiled.cutPoints, ageing: new Set<number>() };
  const bound = boundOf(operand, row);
  if (typeof bound === "string" || typeof bound === "boolean") return { [slot.name]: bound };
  if (typeof bound !== "number") return {};
  const past = order === "moreThan" ? 1 : order === "lessThan" ? -1 : 0;
  const value = bound + past;
  if (slot.kind === "money") return { [slot.name]: { minor: value, currency } };
  return { [slot.name]: slot.kind === "date" ? toCivilDate(value) : value };
}
