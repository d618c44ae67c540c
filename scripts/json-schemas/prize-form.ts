import type {
  FigurePrize,
  PersonalTiers,
  RankPrizes,
  TeamGoal,
  Tier,
} from "../../src/campaigns/prize.js";
import { campaignCondition } from "./condition-form.js";
import {
  definition,
  either,
  exactly,
  list,
  must,
  number,
  only,
  part,
  whole,
  word,
} from "./form.js";
import { annotated, decimalMoney } from "./values.js";

type GoalOfMembers = Extract<TeamGoal, { readonly rule: "shareOfMembers" }>;

const prizeEach = must("What each member of the team gets.", decimalMoney);

export const teamGoal = exactly<TeamGoal>(
  definition(
    "TeamGoal",
    "What a team must reach together so that each of its members gets a prize.",
    either(
      part<Exclude<TeamGoal, GoalOfMembers>>({
        ...annotated,
        rule: must(
          "What must reach the points.",
          word({ allOf: "every member", sum: "all members together", average: "their mean" }),
        ),
        atLeast: must("Points, inclusive.", number(0)),
        prizeEach,
      }),
      part<GoalOfMembers>({
        ...annotated,
        rule: must("So many of the members must reach the points.", only("shareOfMembers")),
        atLeast: must("Points that a member must reach.", number(0)),
        percent: must("Of the members, inclusive.", whole(1, 100)),
        prizeEach,
      }),
    ),
  ),
);

export const tiers = part<PersonalTiers>({
  ...annotated,
  bound: must(
    "Whether the points of a rung themselves reach it.",
    word({ inclusive: "", strict: "" }),
  ),
  take: must(
    "Which rungs are paid.",
    word({ highestOnly: "the highest that was reached", addingUp: "all that were reached" }),
  ),
  rungs: must(
    "The rungs, lowest first.",
    list(
      part<Tier>({
        fromPoints: must("Points of the rung.", number(0)),
        prize: must("What it pays.", decimalMoney),
      }),
    ),
  ),
});

export const rankPrizes = part<RankPrizes>({
  ...annotated,
  prizes: must("First place first.", list(decimalMoney)),
  onTies: must(
    "Members who share a place.",
    word({ eachFull: "all get its prize", split: "split the prizes of the places they take" }),
  ),
  remainder: must(
    "Who gets the cents that do not split.",
    word({ byId: "the earliest ids, one each", keptBack: "nobody" }),
  ),
});

export const figurePrize = part<FigurePrize>({
  ...annotated,
  when: must("What must hold of the figures.", campaignCondition),
  prize: must("What is paid.", decimalMoney),
  of: must(
    "Whose figures.",
    word({ member: "of each member", team: "of the team, paying every member" }),
  ),
});
