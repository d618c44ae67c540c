import type { DecimalMoney } from "../facts/index.js";
import type { CivilDate, Duration } from "../time/index.js";

/**
 * The names a condition may use, by kind of value. `ConditionNames` itself allows any name, as JSON
 * does; a typed policy narrows each to the names it declares, so that a misspelt one does not
 * compile.
 *
 * @category Rules
 */
export interface ConditionNames {
  readonly number: string;
  readonly money: string;
  readonly date: string;
  readonly boolean: string;
  readonly text: string;
  readonly set: string;
  readonly numberParameter: string;
  readonly moneyParameter: string;
  readonly dateParameter: string;
  readonly booleanParameter: string;
  readonly textParameter: string;
  readonly listParameter: string;
  readonly durationParameter: string;
  readonly cut: string;
}

/** The value of a named parameter of the policy. */
export interface ParameterOperand<Name extends string = string> {
  readonly parameter: Name;
}

/** The value of another field of the same account or record. */
export interface FieldOperand<Name extends string = string> {
  readonly field: Name;
}

/** A cut point computed over the whole base, such as the 80 % quantile of a measure. */
export interface CutOperand<Name extends string = string> {
  readonly cut: Name;
}

/** So long before the day of asking. */
export interface AsOfMinus<Name extends string = string> {
  readonly asOfMinus: Duration | ParameterOperand<Name>;
}

/** So long after the day of asking. */
export interface AsOfPlus<Name extends string = string> {
  readonly asOfPlus: Duration | ParameterOperand<Name>;
}

/** What any part of a policy may carry for its readers. */
export interface Annotated {
  readonly title?: string;
  readonly note?: string;
  readonly source?: string;
}

/** The properties of {@link Annotated}, which change no answer. */
export const ANNOTATIONS: readonly string[] = ["title", "note", "source"];

type NumberOperand<N extends ConditionNames> =
  | number
  | ParameterOperand<N["numberParameter"]>
  | FieldOperand<N["number"]>
  | CutOperand<N["cut"]>;

type MoneyOperand<N extends ConditionNames> =
  | DecimalMoney
  | ParameterOperand<N["moneyParameter"]>
  | FieldOperand<N["money"]>
  | CutOperand<N["cut"]>;

type DateOperand<N extends ConditionNames> =
  | CivilDate
  | ParameterOperand<N["dateParameter"]>
  | FieldOperand<N["date"]>
  | AsOfMinus<N["durationParameter"]>
  | AsOfPlus<N["durationParameter"]>;

type BooleanOperand<N extends ConditionNames> =
  | boolean
  | ParameterOperand<N["booleanParameter"]>
  | FieldOperand<N["boolean"]>;

type TextOperand<N extends ConditionNames> =
  | string
  | ParameterOperand<N["textParameter"]>
  | FieldOperand<N["text"]>;

/** A test of a number; several comparisons in one condition must all hold. */
export interface NumberCondition<N extends ConditionNames = ConditionNames> extends Annotated {
  readonly field: N["number"];
  /** Inclusive. */
  readonly atLeast?: NumberOperand<N>;
  /** Strict. */
  readonly moreThan?: NumberOperand<N>;
  /** Inclusive. */
  readonly atMost?: NumberOperand<N>;
  /** Strict. */
  readonly lessThan?: NumberOperand<N>;
  readonly equals?: NumberOperand<N>;
  /** Both ends inclusive. */
  readonly between?: readonly [NumberOperand<N>, NumberOperand<N>];
  readonly isOneOf?: readonly number[];
  readonly isMissing?: boolean;
}

/** A test of a sum of money. A bare number is refused: it does not say which money. */
export interface MoneyCondition<N extends ConditionNames = ConditionNames> extends Annotated {
  readonly field: N["money"];
  /** Inclusive. */
  readonly atLeast?: MoneyOperand<N>;
  /** Strict. */
  readonly moreThan?: MoneyOperand<N>;
  /** Inclusive. */
  readonly atMost?: MoneyOperand<N>;
  /** Strict. */
  readonly lessThan?: MoneyOperand<N>;
  readonly equals?: MoneyOperand<N>;
  /** Both ends inclusive. */
  readonly between?: readonly [MoneyOperand<N>, MoneyOperand<N>];
  readonly isMissing?: boolean;
}

/** A test of a day. */
export interface DateCondition<N extends ConditionNames = ConditionNames> extends Annotated {
  readonly field: N["date"];
  readonly onOrAfter?: DateOperand<N>;
  readonly after?: DateOperand<N>;
  readonly onOrBefore?: DateOperand<N>;
  readonly before?: DateOperand<N>;
  readonly equals?: DateOperand<N>;
  /** Both ends inclusive. */
  readonly between?: readonly [DateOperand<N>, DateOperand<N>];
  readonly isMissing?: boolean;
}

/** A test of a yes or no. */
export interface BooleanCondition<N extends ConditionNames = ConditionNames> extends Annotated {
  readonly field: N["boolean"];
  readonly equals?: BooleanOperand<N>;
  readonly isMissing?: boolean;
}

/** A test of a text or category; letters must match exactly. */
export interface TextCondition<N extends ConditionNames = ConditionNames> extends Annotated {
  readonly field: N["text"];
  readonly equals?: TextOperand<N>;
  readonly isOneOf?: readonly string[] | ParameterOperand<N["listParameter"]>;
  readonly isNoneOf?: readonly string[] | ParameterOperand<N["listParameter"]>;
  readonly startsWith?: string;
  readonly isMissing?: boolean;
}

/** A test of a set of words. */
export interface SetCondition<N extends ConditionNames = ConditionNames> extends Annotated {
  readonly field: N["set"];
  readonly includes?: string;
  readonly includesAnyOf?: readonly string[] | ParameterOperand<N["listParameter"]>;
  readonly includesAllOf?: readonly string[] | ParameterOperand<N["listParameter"]>;
  readonly isMissing?: boolean;
}

/** Every one must hold; an empty list is refused. */
export interface AllCondition<N extends ConditionNames = ConditionNames> extends Annotated {
  readonly all: readonly Condition<N>[];
}

/** At least one must hold; an empty list is refused. */
export interface AnyCondition<N extends ConditionNames = ConditionNames> extends Annotated {
  readonly any: readonly Condition<N>[];
}

/** Must not hold; unknown stays unknown. */
export interface NotCondition<N extends ConditionNames = ConditionNames> extends Annotated {
  readonly not: Condition<N>;
}

/**
 * A condition as plain JSON: a field compared with a value, a parameter, another field, a cut or a
 * date relative to the day of asking, joined by `all`, `any` and `not`.
 *
 * @category Rules
 */
export type Condition<N extends ConditionNames = ConditionNames> =
  | NumberCondition<N>
  | MoneyCondition<N>
  | DateCondition<N>
  | BooleanCondition<N>
  | TextCondition<N>
  | SetCondition<N>
  | AllCondition<N>
  | AnyCondition<N>
  | NotCondition<N>;
