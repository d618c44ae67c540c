/**
 * A most of points. Caps apply one after the other in the order of the definition; what a cap takes
 * it takes from the later days first.
 *
 * `day` and `account` limit what is earned by single activities and credits, which have a day and
 * an account; a weekly criterion has neither. `campaign` is what all members may earn together: it
 * makes one's gain another's loss, and the compiler warns of it.
 *
 * @category Campaigns
 */
export type Cap =
  | {
      readonly per: "criterion";
      readonly criterion: string;
      readonly within: "day" | "week" | "campaign";
      readonly most: number;
    }
  | { readonly per: "day" | "week" | "member" | "account" | "campaign"; readonly most: number }
  | NewAccountsCap;

/**
 * A balance against favouring new customers: points about accounts that are new count only up to so
 * many percent of the member's points about the others.
 */
export interface NewAccountsCap {
  readonly per: "newAccounts";
  readonly mostPercentOfOthers: number;
}
