/** What every column of facts may have beside its values. */
interface Gaps {
  /** One bit an account, least significant first, as in Arrow: 1 where there is a value. */
  readonly valid?: Uint8Array;
  /** One bit an account: 1 where the fact is known to be none. Looked at where not valid. */
  readonly none?: Uint8Array;
}

/**
 * Numbers; one that is not finite is unknown.
 *
 * @category Facts
 */
export interface NumberFacts extends Gaps {
  readonly kind: "number";
  readonly data: Float64Array | Int32Array;
}

/**
 * Money as whole minor units of the currency of its columns; anything else is unknown.
 *
 * @category Facts
 */
export interface MoneyFacts extends Gaps {
  readonly kind: "money";
  readonly data: Float64Array | Int32Array;
}

/**
 * Days as epoch days.
 *
 * @category Facts
 */
export interface DateFacts extends Gaps {
  readonly kind: "date";
  readonly data: Int32Array;
}

/**
 * Yes or no: 1 or 0.
 *
 * @category Facts
 */
export interface BooleanFacts extends Gaps {
  readonly kind: "boolean";
  readonly data: Uint8Array;
}

/**
 * Words as codes into a dictionary: texts, and categories whose words the policy or hoito lists.
 *
 * @category Facts
 */
export interface CategoryFacts extends Gaps {
  readonly kind: "category";
  readonly data: Uint8Array | Uint16Array | Int32Array;
  readonly dictionary: readonly string[];
}

/**
 * Sets of words as codes into a dictionary of different sets.
 *
 * @category Facts
 */
export interface SetFacts extends Gaps {
  readonly kind: "set";
  readonly data: Uint8Array | Uint16Array | Int32Array;
  readonly dictionary: readonly (readonly string[])[];
}

/**
 * States that were found out of dated records: the codes stand for one state, or for all that an
 * account may be in.
 *
 * @category Facts
 */
export interface StateFacts extends Gaps {
  readonly kind: "states";
  readonly data: Uint8Array | Uint16Array | Int32Array;
  readonly dictionary: readonly (readonly string[])[];
}

/**
 * One fact of many accounts, told apart by its `kind`.
 *
 * @category Facts
 */
export type FactColumn =
  | NumberFacts
  | MoneyFacts
  | DateFacts
  | BooleanFacts
  | CategoryFacts
  | SetFacts
  | StateFacts;

/**
 * Many accounts as columns: what the bulk functions read and no million small objects.
 *
 * A cell has three states. It is known; it is known to be none, such as the last order of an account
 * that never ordered; or it is unknown. A field without a column is unknown of every account.
 *
 * @category Facts
 */
export interface AccountColumns {
  /** How many accounts there are. */
  readonly rows: number;
  /** What money columns are in, as an ISO 4217 code; needed only where there are some. */
  readonly currency?: string;
  /** By name: fields of the account, its judgements, the host's own fields, and measures. */
  readonly fields: Readonly<Record<string, FactColumn>>;
}
