import * as fc from "fast-check";
import type { FieldKind, Money } from "../../facts/index.js";
import { type CivilDate, isCivilDate, isEpochDay, toCivilDate } from "../../time/index.js";
import { pick } from "./pick.js";
import type { Shaping } from "./shaping.js";

/** A value that a field may hold. */
export type FieldValue = string | number | boolean | Money | readonly string[];

/** What the numbers of a field may be. */
interface NumberRange {
  readonly isWhole: boolean;
  readonly least: number;
  readonly most: number;
}

const COUNT: NumberRange = { isWhole: true, least: 0, most: Number.MAX_SAFE_INTEGER };
const SHARE: NumberRange = { isWhole: false, least: 0, most: 1 };
const SIZE: NumberRange = { isWhole: false, least: 0, most: Number.MAX_VALUE };
const ANY: NumberRange = { isWhole: false, least: -Number.MAX_VALUE, most: Number.MAX_VALUE };

/** Numbers of hoito's own fields that are not just any number. */
const RANGES: ReadonlyMap<string, NumberRange> = new Map([
  ["headcount", COUNT],
  ["serviceBreadth", COUNT],
  ["topManagementContacts", COUNT],
  ["itemCount", COUNT],
  ["componentCount", COUNT],
  ["companyOwnershipShare", SHARE],
  ["purchaseProbability", SHARE],
  ["marketShare", SHARE],
  ["durationMinutes", SIZE],
]);

/** Words of hoito's own fields that hold several. */
const SETS: ReadonlyMap<string, readonly string[]> = new Map([
  ["relations", ["customer", "potential", "partner", "competitor", "stakeholder", "internal"]],
  ["marketingAttributes", ["dealerInfo", "eNews", "launchMaterial"]],
]);

/** How often a value is one that the policy turns at, for one that is just any. */
const SHAPED = 4;

/** Days before and after the day of asking that just any date lies within. */
const DAYS_BACK = 1100;
const DAYS_AHEAD = 400;

/** A text that no policy compares with. */
const OTHER = "another";

/** Values of a field, most of them at, just below and just above what the policy compares it with. */
export function fieldArbitrary(
  name: string,
  kind: FieldKind,
  shaping: Shaping,
): fc.Arbitrary<FieldValue> {
  const words = [...(shaping.values.words.get(name) ?? []), OTHER];
  switch (kind) {
    case "number":
      return orUnshaped(sidesOf(name, shaping).filter(isLegalNumber(name)), anyNumber(name));
    case "money":
      return orUnshaped(sidesOf(name, shaping).filter(isMoney), anyMoney(shaping));
    case "date":
      return orUnshaped(
        [...sidesOf(name, shaping).filter(isCivilDate), ...shaping.days],
        anyDay(shaping),
      );
    case "boolean":
      return fc.boolean();
    case "text":
      return pick(words);
    case "set":
      return fc.subarray([...(SETS.get(name) ?? words)]);
    default:
      return pick(kind);
  }
}

/** Whether a number may stand in a field. */
export function isLegalNumber(name: string): (value: unknown) => value is number {
  const { isWhole, least, most } = RANGES.get(name) ?? ANY;
  return (value): value is number => {
    if (typeof value !== "number" || value < least || value > most) return false;
    return !isWhole || Number.isInteger(value);
  };
}

export function isMoney(value: unknown): value is Money {
  return typeof value === "object" && value !== null && "minor" in value;
}

function sidesOf(name: string, { values }: Shaping): readonly unknown[] {
  return values.thresholds.filter(({ field }) => field === name).flatMap(({ sides }) => sides);
}

function orUnshaped<T extends FieldValue>(
  shaped: readonly T[],
  unshaped: fc.Arbitrary<T>,
): fc.Arbitrary<T> {
  if (shaped.length === 0) return unshaped;
  const weighted = { weight: SHAPED, arbitrary: pick(shaped) };
  return fc.oneof(weighted, { weight: 1, arbitrary: unshaped });
}

function anyNumber(name: string): fc.Arbitrary<number> {
  const { isWhole, least, most } = RANGES.get(name) ?? ANY;
  if (most === 1) return fc.nat({ max: 100 }).map((percent) => percent / 100);
  const whole = fc.integer({ min: least < 0 ? -100 : 0, max: 10_000 });
  return isWhole ? whole : whole.map((tenths) => tenths / 10);
}

function anyMoney({ currency }: Shaping): fc.Arbitrary<Money> {
  return fc.nat({ max: 10_000_000 }).map((minor) => ({ minor, currency }));
}

function anyDay({ asOf }: Shaping): fc.Arbitrary<CivilDate> {
  const days = fc.integer({ min: -DAYS_BACK, max: DAYS_AHEAD }).map((days) => asOf + days);
  return days.filter(isEpochDay).map(toCivilDate);
}
