import type { DecimalMoney } from "../facts/index.js";
import type { Annotated, Condition } from "../rules/index.js";

/**
 * What a team must reach together so that each of its members gets a prize.
 *
 * @category Campaigns
 */
export type TeamGoal = Annotated & { readonly prizeEach: DecimalMoney } & (
    | { readonly rule: "allOf" | "sum" | "average"; readonly atLeast: number }
    | {
        readonly rule: "shareOfMembers";
        /** Points that a member must reach. */
        readonly atLeast: number;
        /** Of the members, 1 … 100, inclusive. */
        readonly percent: number;
      }
  );

/**
 * Prizes for a member's own points.
 *
 * @category Campaigns
 */
export interface PersonalTiers extends Annotated {
  /** Whether the points of a rung themselves reach it. */
  readonly bound: "inclusive" | "strict";
  /** Only the highest rung that was reached is paid, or all of them. */
  readonly take: "highestOnly" | "addingUp";
  readonly rungs: readonly Tier[];
}

/** One rung. */
export interface Tier {
  readonly fromPoints: number;
  readonly prize: DecimalMoney;
}

/** Prizes for the first places of the board. */
export interface RankPrizes extends Annotated {
  /** First place first. */
  readonly prizes: readonly DecimalMoney[];
  /**
   * Members who share a place all get its prize, or split the prizes of the places they take up to
   * the cent.
   */
  readonly onTies: "eachFull" | "split";
  /** Who gets the cents that do not split: the earliest ids, one each, or nobody. */
  readonly remainder: "byId" | "keptBack";
}

/** A prize whose condition is a figure that the host supplies at settlement. */
export interface FigurePrize extends Annotated {
  readonly when: Condition;
  readonly prize: DecimalMoney;
  /** The figures of each member, or those of the team, which then pay every member. */
  readonly of: "member" | "team";
}
