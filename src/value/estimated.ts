/**
 * A number, or why there is none: an estimate is never 0 for nothing to estimate from.
 *
 * @category Value
 */
export type Estimated<Value = number> =
  | { readonly value: Value; readonly undefinedBecause?: never }
  | { readonly value?: never; readonly undefinedBecause: UndefinedBecause };

/**
 * Why there is no value.
 *
 * @category Value
 */
export type UndefinedBecause =
  | "outOfRange"
  | "nothingKnown"
  | "doesNotConverge"
  | "flowsEndBeforeHorizon"
  | "amountTooLarge"
  | "zeroDenominator"
  | "noAccount"
  | "noRecords"
  | "notSupplied"
  | "incomplete"
  | "dateUnreadable"
  | "incomeUnreadable"
  | "costMissing"
  | "investmentUnknown";
