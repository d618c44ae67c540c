import type { RecordId } from "../../facts/index.js";
import type { IsoWeekText } from "../../time/index.js";

/**
 * Proof that not everything has room: duties that belong to these weeks of these people and nowhere
 * else ask for more than there is.
 *
 * @category Schedule
 */
export interface Overload {
  /**
   * `interval`: one person's weeks in a row, as few of them as are overloaded. `cut`: people ×
   * weeks, as a maximum flow shows them.
   */
  readonly kind: "interval" | "cut";
  readonly cells: readonly {
    readonly personId: RecordId;
    /** In order. */
    readonly weeks: readonly IsoWeekText[];
  }[];
  readonly duties: number;
  readonly demandedMinutes: number;
  /** What pins and manual entries leave of the capacity. */
  readonly availableMinutes: number;
  /** The part of it that whole duties can fill, where all take equally long. */
  readonly usableMinutes: number;
  /** Demanded minus usable, always positive. */
  readonly shortMinutes: number;
  /** What is demanded by cadence, by name. */
  readonly byCadence: readonly {
    readonly cadence: string;
    readonly duties: number;
    readonly minutes: number;
  }[];
}
