import type * as z from "zod";
import type {
  AbsenceRule,
  Budget,
  CampaignDeadline,
  CampaignDefinition,
  CampaignLife,
  CampaignWeeks,
  Ranking,
} from "../../src/campaigns/campaign-definition.js";
import type { Cap, NewAccountsCap } from "../../src/campaigns/cap.js";
import type {
  ActivityCriterion,
  CreditCriterion,
  Criterion,
  HeadingCriterion,
  PlanCriterion,
} from "../../src/campaigns/criterion.js";
import { ROLL_CONVENTIONS, WEEKDAYS } from "../../src/time/index.js";
import { campaignCondition } from "./condition-form.js";
import {
  byName,
  definition,
  either,
  exactly,
  list,
  may,
  must,
  number,
  only,
  part,
  text,
  whole,
  word,
  wordOf,
} from "./form.js";
import { figurePrize, rankPrizes, teamGoal, tiers } from "./prize-form.js";
import {
  always,
  annotated,
  civilDate,
  clockTime,
  dateSpan,
  decimalMoney,
  isoWeek,
  parameterOperand,
} from "./values.js";

const points = must("Points for a week, or for each activity or credit.", number(0));
const rounding = word({ up: "", down: "", halfUp: "" });

const weekly = {
  ...annotated,
  points,
  from: may(
    "From which scored week on it counts: those after practice, or the n-th; without it all.",
    either(only("afterPractice"), whole(1, 106)),
  ),
} as const;

const scored = {
  ...weekly,
  scoring: must(
    "How the activities of a week make points.",
    word({
      allOrNothing: "all points when every activity meets the criterion, otherwise none",
      perEvent: "the points for each that does",
      proportional: "the share of those that do",
    }),
  ),
  rounding: may("What becomes of proportional points that are not whole units.", rounding),
  coolDownDays: may(
    "After an activity of an account that earned, others of it within so many days do not.",
    whole(1, 366),
  ),
} as const;

const criterion = exactly<Criterion>(
  definition(
    "Criterion",
    "What earns points, told apart by its kind.",
    either(
      part<ActivityCriterion>({
        ...scored,
        kind: must("A condition over the fields of an activity.", only("activity")),
        where: must("What must hold of an activity.", campaignCondition),
        judged: may("`true`: the verdict of a judge counts, also after the deadline.", always),
      }),
      part<HeadingCriterion>({
        ...scored,
        kind: must("Parts that a heading must name.", only("heading")),
        parts: must("The parts.", list(word({ customer: "", site: "", reason: "" }), 1)),
      }),
      part<PlanCriterion>({
        ...weekly,
        kind: must("Activities that stand in the calendar for the weeks to come.", only("plan")),
        offsetWeeks: must(
          "0: the first week is that of the check; 1: the one after.",
          either(whole(0, 26), parameterOperand),
        ),
        weeks: must("How many weeks must be planned.", either(whole(1, 26), parameterOperand)),
        minimumPerWeek: must(
          "Activities that each of these weeks must hold.",
          either(whole(1, 100), parameterOperand),
        ),
      }),
      part<CreditCriterion>({
        ...annotated,
        kind: must("Deeds that the host supplies as credits.", only("credit")),
        source: must("The source of the credits that count.", text),
        points,
      }),
    ),
  ),
);

const most = must("At most so many points.", number(0));

const cap = exactly<Cap>(
  definition(
    "Cap",
    "A most of points.",
    either(
      part<Extract<Cap, { readonly per: "criterion" }>>({
        per: must("Of one criterion.", only("criterion")),
        criterion: must("Name of the criterion.", text),
        within: must("Within this time.", word({ day: "", week: "", campaign: "" })),
        most,
      }),
      part<Exclude<Cap, NewAccountsCap | { readonly per: "criterion" }>>({
        per: must(
          "Of what.",
          word({ day: "", week: "", member: "", account: "", campaign: "all members together" }),
        ),
        most,
      }),
      part<NewAccountsCap>({
        per: must("Points about accounts that are new.", only("newAccounts")),
        mostPercentOfOthers: must(
          "They count up to so many percent of the member's points about the others.",
          whole(0, 10_000),
        ),
      }),
    ),
  ),
);

const weeks = part<CampaignWeeks>({
  scored: must(
    "Which weeks are scored: those whose deadline falls within the period, all that it touches, or those named.",
    either(word({ deadlineWithin: "", touched: "" }), list(isoWeek)),
  ),
  practice: may(
    "Weeks that are scored, but not by criteria that begin after practice.",
    list(isoWeek),
  ),
  excused: may("Weeks that are taken out.", list(isoWeek)),
});

const deadline = part<CampaignDeadline>({
  weekday: must("The weekday of the week after.", wordOf(WEEKDAYS)),
  time: must("The time of day.", clockTime),
  bound: must("Whether the very moment is in time.", word({ inclusive: "", exclusive: "" })),
  roll: must(
    "Where the deadline goes when its weekday is not worked; `skip` leaves the week unscored.",
    wordOf(ROLL_CONVENTIONS),
  ),
  gap: must("A time that is skipped when the clocks go forward.", word({ later: "", earlier: "" })),
  overlap: must(
    "A time that occurs twice when the clocks go back.",
    word({ earlier: "", later: "" }),
  ),
});

const life = part<CampaignLife>({
  announcedOn: must("The day of the announcement.", civilDate),
  cutOff: must(
    "Nothing that happens after this moment counts any more.",
    part<CampaignLife["cutOff"]>({
      date: must("The day.", civilDate),
      time: must("The time of day.", clockTime),
    }),
  ),
  judgingDays: must("So many days after a week's deadline a verdict still counts.", whole(0, 366)),
});

const absence = part<AbsenceRule>({
  excusedFromDays: must(
    "A week with at least so many absent working days is excused, or none ever is.",
    either(only("never"), whole(1, 7)),
  ),
  thresholds: must(
    "Thresholds of goals and tiers.",
    word({ full: "the same for all", proRata: "in proportion to the weeks asked of one" }),
  ),
  partTime: must("Whether part time lowers the thresholds.", word({ full: "", proRata: "" })),
  rounding: must("What becomes of a threshold that is not whole.", rounding),
});

const ranking = part<Ranking>({
  ranks: must(
    "How equal points are ranked.",
    word({ competition: "1 2 2 4", dense: "1 2 2 3", ordinal: "1 2 3 4, by id" }),
  ),
  ties: must(
    "What decides between equal points, first to last.",
    list(word({ mostFullWeeks: "", fewestReversals: "", earliest: "" })),
  ),
});

const budget = part<Budget>({
  amount: must("The most that may be paid out.", decimalMoney),
  whenExceeded: must(
    "What becomes of prizes beyond it.",
    word({
      refuse: "the campaign does not open",
      scaleDown: "all prizes are lowered in proportion",
    }),
  ),
});

export const campaign: z.ZodType<CampaignDefinition> = part<CampaignDefinition>(
  {
    ...annotated,
    zone: must('The zone whose clocks the deadlines follow, such as "Europe/Helsinki".', text),
    period: must("The first day and the day after the last.", dateSpan),
    weeks: must("Which weeks are scored.", weeks),
    deadline: must("When the work of a week must be complete: in the week after.", deadline),
    life: must("The stations of the campaign beside its period.", life),
    unitsPerPoint: may("Points are whole multiples of one over this.", whole(1, 1000)),
    counts: must("Which activities are scored.", campaignCondition),
    lateActivities: must(
      "What an activity does that becomes known only after the deadline.",
      word({ failTheWeek: "", leftOut: "" }),
    ),
    emptyWeek: must(
      "A week without activities.",
      word({
        vacuous: "all criteria but the judged ones are met",
        zero: "none is met",
        excused: "the week is not asked of the member",
      }),
    ),
    absence: must("What absence and part time change.", absence),
    criteria: must("What earns points, by name.", byName(criterion)),
    caps: may("Mosts of points, applied one after the other in this order.", list(cap)),
    ranking: must("How a board is ordered.", ranking),
    teamGoals: may("What a team must reach together.", list(teamGoal)),
    tiers: may("Prizes for a member's own points.", tiers),
    rankPrizes: may("Prizes for the first places of the board.", rankPrizes),
    figures: may(
      "Figures that the host supplies at settlement, and their kind.",
      byName(word({ number: "", money: "" })),
    ),
    figurePrizes: may("Prizes whose condition is such a figure.", list(figurePrize)),
    budget: may("What may be paid out at most.", budget),
  },
  {
    id: "Campaign",
    description: "When a points campaign runs, what earns points, what limits them, what they win.",
  },
);
