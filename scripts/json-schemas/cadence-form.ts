import type {
  AnyCadence,
  ContactWeight,
  CountingCadence,
  FatigueLimit,
  Reach,
} from "../../src/cadence/any-cadence.js";
import type { Cadence } from "../../src/cadence/cadence.js";
import type {
  AnchoredCadence,
  AnsweredBy,
  BeforeDate,
  EventCadence,
  HalfWay,
} from "../../src/cadence/dated-cadence.js";
import type { IntervalCadence } from "../../src/cadence/interval-cadence.js";
import type { QuotaAdjustment, QuotaCadence } from "../../src/cadence/quota-cadence.js";
import type { ScheduleRules } from "../../src/cadence/schedule/schedule-rules.js";
import type { ContractualSurvey, SurveyCadence } from "../../src/cadence/survey-cadence.js";
import { recordKinds } from "../../src/facts/index.js";
import type { ConditionNames } from "../../src/rules/index.js";
import { condition, recordCondition } from "./condition-form.js";
import {
  definition,
  either,
  exactly,
  flag,
  list,
  may,
  must,
  number,
  only,
  type Properties,
  pair,
  part,
  text,
  whole,
  word,
  wordOf,
} from "./form.js";
import {
  always,
  annotated,
  durationOperand,
  notMet,
  numberOperand,
  periodDefinition,
} from "./values.js";

const reach = part<Reach>({
  channels: must("Channels in order of preference.", list(text, 1)),
  purpose: may("What the contact is for: consent given for something else does not count.", text),
  isMarketing: must("Marketing: a marketing ban forbids it.", flag),
  level: must(
    "Whose permission it takes.",
    word({ account: "that of the account", contactPerson: "that of any one contact person" }),
  ),
  whenNone: must(
    "Where all permissions are known and none speaks of the channel.",
    word({ allowed: "", forbidden: "" }),
  ),
  whenUnknown: must("Where permissions are not known.", word({ undecided: "", forbidden: "" })),
});

const fatigue = part<FatigueLimit>({
  counts: must("The activities that tire: of all channels, held or planned.", recordCondition),
  atMost: must("Not more than so many, inclusive.", numberOperand),
  within: must("Within this time.", durationOperand),
});

const shared: Properties<AnyCadence<ConditionNames>> = {
  ...annotated,
  appliesWhen: may(
    "The accounts that have the cadence; without it all of the care model.",
    condition,
  ),
  whenUnknown: may(
    "`notMet` takes a condition that is unknown as not met, and leaves out records that lack a day.",
    notMet,
  ),
  roll: must(
    "Where the ideal and the latest day move when they are no working days.",
    word({ next: "", previous: "", modified: "next, but within the month", nearest: "" }),
  ),
  effortMinutes: may("Minutes that one contact takes: a number from 0.", numberOperand),
  rankedBy: may(
    "A number or sum of the account: among equal duties the highest comes first.",
    text,
  ),
  reach: may("How an account is reached, and what permission that takes.", reach),
  fatigue: may("Not more than so many contacts within a time, whatever they were for.", fatigue),
};

const counting: Properties<CountingCadence<ConditionNames>> = {
  ...shared,
  counts: must(
    "Which activities count, by kind, channel or anything else they carry.",
    recordCondition,
  ),
  weights: may(
    "How much a contact counts for: the first weight whose condition is met.",
    list(
      part<ContactWeight>({
        when: must("Which contacts.", recordCondition),
        weight: must(
          "0.001 to 1 000; a contact that no weight fits counts 1.",
          number(0.001, 1000),
        ),
      }),
    ),
  ),
  perBusinessLine: may("One duty for each business line of the policy.", always),
};

const three = {
  earliest: must("Not sooner than this.", durationOperand),
  ideal: must("Best after this.", durationOperand),
  latest: must("Not later than this.", durationOperand),
} as const;

const interval = part<IntervalCadence>({
  ...counting,
  ...three,
  method: must("A contact so long after the last.", only("interval")),
  whenNever: must(
    "While there has been no contact.",
    word({
      dueAtOnce: "due every day",
      fromRelationshipStart: "counted from the relationship's start",
    }),
  ),
});

const atLeast = may("At least so many, inclusive.", numberOperand);
const atMost = may("At most so many, inclusive.", numberOperand);

const quota = part<QuotaCadence>({
  ...counting,
  method: must("So many contacts in a period.", only("quota")),
  atLeast,
  atMost,
  per: must(
    "A calendar period, or a rolling one of some length.",
    either(
      periodDefinition,
      part({ rolling: must("Length of the rolling period.", durationOperand) }),
    ),
  ),
  counting: must(
    "Whether a contact that is planned counts already.",
    word({ held: "no", heldOrPlanned: "yes, while its day has not passed" }),
  ),
  spread: must(
    "How contacts lie in the period.",
    word({
      even: "each has its own share of the period",
      anyTime: "the end of the period is the limit of all",
    }),
  ),
  adjusted: may(
    "Other numbers for some accounts: the first whose condition is met.",
    list(part<QuotaAdjustment>({ when: must("Which accounts.", condition), atLeast, atMost })),
  ),
});

type Dated = Pick<AnchoredCadence, "record" | "where" | "answeredBy" | "lapses">;

const dated: Properties<Dated> = {
  record: must(
    "What may raise a duty: a kind of record, the follow-ups promised in activities, or the account.",
    wordOf([...recordKinds, "followUps", "account"] as const),
  ),
  where: may(
    "Which records; of the account, a condition over its fields.",
    either(recordCondition, condition),
  ),
  answeredBy: must(
    "What closes the duty: an activity, a date of the record, or either.",
    part<AnsweredBy>({
      contact: may("An activity held on the day of the event or later.", recordCondition),
      field: may("A date of the record that closes it once it has come, such as solvedOn.", text),
    }),
  ),
  lapses: must(
    "So long after its latest day a duty that was not done is given up.",
    either(only("never"), durationOperand),
  ),
};

const anchor = either(
  part<BeforeDate>({ ...three, before: must("The date field of the record.", text) }),
  part<HalfWay>({
    halfWay: must(
      "The two date fields of the record; the second is not part of the span.",
      pair(text),
    ),
    oddDay: must(
      "Which day is the middle of an odd number of days.",
      word({ earlier: "", later: "" }),
    ),
    earliest: must("The window begins so long before the middle.", durationOperand),
    latest: must("The window ends so long after the middle.", durationOperand),
  }),
);

const anchored = part<AnchoredCadence>({
  ...shared,
  ...dated,
  method: must("A contact tied to a date that is known beforehand.", only("anchored")),
  anchor: must("Before a date, or half-way between two.", anchor),
});

const event = part<EventCadence>({
  ...shared,
  ...dated,
  ...three,
  method: must("A contact that something calls for which has happened.", only("event")),
  on: must("The date field of the record.", text),
  which: must("Which records raise a duty.", word({ each: "", first: "", latest: "" })),
});

const survey = part<SurveyCadence>({
  ...shared,
  ...three,
  method: must(
    "A survey sent once in a period, unless another one was sent in it.",
    only("survey"),
  ),
  counts: must("The activities that are this survey.", recordCondition),
  per: must("The period.", periodDefinition),
  skippedAfter: may(
    "Other surveys: one of them held in the period, and this one is skipped.",
    recordCondition,
  ),
  contractual: may(
    "A contract in force that owes the survey.",
    part<ContractualSurvey>({
      where: must("Which contracts.", recordCondition),
      overrides: must("What it overrides.", word({ skipping: "", skippingAndFatigue: "" })),
    }),
  ),
});

export const cadence = exactly<Cadence>(
  definition(
    "Cadence",
    "How often, or upon what, something is done with an account, told apart by its method.",
    either(quota, interval, anchored, event, survey),
  ),
);

export const schedule = part<ScheduleRules>({
  ...annotated,
  shortWeeks: must(
    "What a week with days off is worth: the share of its days among those of a full week, or the whole capacity.",
    either(only("whole"), part({ fullWeekDays: must("Days of a full week.", whole(1, 7)) })),
  ),
  late: must(
    "A duty whose latest day has passed: left out, or placed within so many days.",
    either(
      only("leave"),
      part({ withinDays: must("Days from the day of asking.", whole(1, 366)) }),
    ),
  ),
  evenWithinDays: must(
    "A visit no more days than this from its ideal day is as even as one on it.",
    whole(0, 366),
  ),
  levelSteps: must("In how many steps of capacity the load of weeks is levelled.", whole(1, 100)),
  farFromMinutes: must("Travel of so many minutes one way is far.", whole(0, 10_000)),
  minimumGapDays: may("Two contacts of an account are at least so many days apart.", whole(1, 366)),
});
