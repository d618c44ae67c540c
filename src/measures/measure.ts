import type { FieldKind, RecordKind, recordFields } from "../facts/index.js";
import type { Annotated, Condition, ConditionNames, ParameterOperand } from "../rules/index.js";
import type { Duration, PeriodDefinition } from "../time/index.js";

type Fields = typeof recordFields;

/**
 * Names among `Kinds` whose kind is `Kind`.
 *
 * @category Measures
 */
export type NamesWith<Kinds, Kind> = {
  [Name in keyof Kinds]: Kinds[Name] extends Kind ? Name : never;
}[keyof Kinds] &
  string;

/** Fields of any kind of record whose kind is `Of`. */
type FieldOfAny<Of> = { readonly [Kind in RecordKind]: NamesWith<Fields[Kind], Of> }[RecordKind];

type RecordsHaving<Of> = {
  readonly [Kind in RecordKind]: `${Kind}.${NamesWith<Fields[Kind], Of>}`;
}[RecordKind];

/**
 * The names a condition over records may use, with the parameters of a policy. They are those of
 * all kinds of record together, so that a misspelt one is met with the right one; whether the kind
 * at hand has it is found when the policy is compiled.
 *
 * @category Measures
 */
export interface RecordNames<N extends ConditionNames = ConditionNames> extends ConditionNames {
  readonly number: FieldOfAny<"number">;
  readonly money: FieldOfAny<"money">;
  readonly date: FieldOfAny<"date">;
  readonly boolean: FieldOfAny<"boolean">;
  readonly text: FieldOfAny<"text" | readonly string[]>;
  readonly set: never;
  readonly numberParameter: N["numberParameter"];
  readonly moneyParameter: N["moneyParameter"];
  readonly dateParameter: N["dateParameter"];
  readonly booleanParameter: N["booleanParameter"];
  readonly textParameter: N["textParameter"];
  readonly listParameter: N["listParameter"];
  readonly durationParameter: N["durationParameter"];
  readonly cut: never;
}

/**
 * Which records count by their date: all up to the day of asking, those of the last so long, or
 * those of a calendar period (`offset` −1 is the one before the current).
 *
 * @category Measures
 */
export type WindowDefinition<DurationParameter extends string = string> =
  | "always"
  | { readonly rolling: Duration | ParameterOperand<DurationParameter> }
  | { readonly calendar: PeriodDefinition; readonly offset?: number };

/** What all measures over records share. */
interface OverRecords<N extends ConditionNames> extends Annotated {
  readonly where?: Condition<RecordNames<N>>;
  readonly over: WindowDefinition<N["durationParameter"]>;
  /** Leave out a record for which `where` is unknown, instead of not knowing the measure. */
  readonly whenUnknown?: "notMet";
}

/**
 * How many records there are.
 *
 * @category Measures
 */
export interface CountMeasure<N extends ConditionNames = ConditionNames> extends OverRecords<N> {
  readonly count: RecordKind;
}

/**
 * The total of a field.
 *
 * @category Measures
 */
export interface SumMeasure<N extends ConditionNames = ConditionNames> extends OverRecords<N> {
  readonly sum: RecordsHaving<"number" | "money">;
}

/**
 * The smallest value of a field; none where there is no record.
 *
 * @category Measures
 */
export interface MinimumMeasure<N extends ConditionNames = ConditionNames> extends OverRecords<N> {
  readonly minimum: RecordsHaving<"number" | "money" | "date">;
}

/**
 * The greatest value of a field; none where there is no record.
 *
 * @category Measures
 */
export interface MaximumMeasure<N extends ConditionNames = ConditionNames> extends OverRecords<N> {
  readonly maximum: RecordsHaving<"number" | "money">;
}

/**
 * The latest date; none where there is no record.
 *
 * @category Measures
 */
export interface LatestMeasure<N extends ConditionNames = ConditionNames> extends OverRecords<N> {
  readonly latest: RecordsHaving<"date">;
}

/**
 * How many different values a field has; a date may count by year, half, quarter or month.
 *
 * @category Measures
 */
export interface DistinctMeasure<N extends ConditionNames = ConditionNames> extends OverRecords<N> {
  readonly distinct: RecordsHaving<"text" | "date" | readonly string[]>;
  readonly by?: "year" | "half" | "quarter" | "month";
}

/**
 * One measure divided by another; unknown where the divisor is zero.
 *
 * @category Measures
 */
export interface RatioMeasure extends Annotated {
  readonly ratio: string;
  readonly to: string;
}

/**
 * How a count or sum has changed against the window before: (now − before) ÷ before, unknown
 * where nothing was before. Its window must be rolling, or a calendar period that is over.
 *
 * @category Measures
 */
export interface GrowthMeasure extends Annotated {
  readonly growth: string;
}

/**
 * Whole days from a date measure to the day of asking.
 *
 * @category Measures
 */
export interface DaysSinceMeasure extends Annotated {
  readonly daysSince: string;
}

/**
 * A value that the host computes itself and hands over under `measures`.
 *
 * @category Measures
 */
export interface SuppliedMeasure extends Annotated {
  readonly supplied: "number" | "money" | "date" | "boolean" | "text";
}

/**
 * A number or mark per account, made of its records or supplied by the host.
 *
 * @category Measures
 */
export type Measure<N extends ConditionNames = ConditionNames> =
  | CountMeasure<N>
  | SumMeasure<N>
  | MinimumMeasure<N>
  | MaximumMeasure<N>
  | LatestMeasure<N>
  | DistinctMeasure<N>
  | RatioMeasure
  | GrowthMeasure
  | DaysSinceMeasure
  | SuppliedMeasure;

/** The kind of value at a path such as `orders.value`. */
type KindAt<At> = At extends `${infer Kind extends RecordKind}.${infer Field}`
  ? Field extends keyof Fields[Kind]
    ? Fields[Kind][Field]
    : never
  : never;

/**
 * The kind of value a measure gives.
 *
 * @category Measures
 */
export type KindOfMeasure<M> = M extends { readonly sum: infer At }
  ? KindAt<At>
  : M extends { readonly minimum: infer At }
    ? KindAt<At>
    : M extends { readonly maximum: infer At }
      ? KindAt<At>
      : M extends { readonly latest: string }
        ? "date"
        : M extends { readonly supplied: infer Kind extends FieldKind }
          ? Kind
          : "number";
