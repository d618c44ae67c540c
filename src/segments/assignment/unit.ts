import type { Account, AccountRecords, OwnFields, RecordId } from "../../facts/index.js";

/**
 * What an account is split by: its business lines, the regions it is in, or both.
 *
 * @category Segments
 */
export type UnitSplit = "businessLine" | "region";

/**
 * What is classified: an account, or one of its business lines in one of its regions.
 *
 * @category Segments
 */
export interface UnitPlace {
  readonly accountId: RecordId;
  readonly businessLine?: string;
  readonly region?: string;
}

/**
 * How accounts are split into units.
 *
 * @category Segments
 */
export interface UnitDefinition {
  readonly per: readonly UnitSplit[];
  /**
   * What becomes of a record that names no business line although its kind may: it counts in every
   * unit, in none, or it leaves everything counted over its kind unknown.
   */
  readonly recordsWithoutLine: "everyUnit" | "noUnit" | "unknown";
}

/**
 * A unit with the records that belong to it.
 *
 * @category Segments
 */
export interface AccountUnit<A extends Account<OwnFields> = Account> extends UnitPlace {
  /** The same from run to run: account, then line and region by name. */
  readonly id: string;
  readonly records: AccountRecords<A>;
}
