import type {
  CareChapter,
  CareException,
  CareModel,
  CarePath,
  CarePlan,
  CareStep,
  ContactStandard,
  DataDepth,
  OwnerEffort,
  OwnershipRule,
  ServiceChoices,
  TimeAllotment,
  WrittenServiceLevel,
} from "../../src/care/index.js";
import type { OwningUnitRule, RevenueShare } from "../../src/care/ownership.js";
import { condition } from "./condition-form.js";
import {
  byName,
  byOwnName,
  bySomeNames,
  either,
  flag,
  list,
  may,
  must,
  number,
  only,
  part,
  text,
  whole,
  word,
} from "./form.js";
import { carePlan } from "./plan-form.js";
import { exitAction } from "./segment-form.js";
import { annotated, civilDate, notMet, numberOperand, recordId } from "./values.js";

type Owning<Mode extends string> = Extract<OwnershipRule, { readonly mode: Mode }>;

const owningUnit = either(
  part<Extract<OwningUnitRule, { readonly by: "regional" }>>({
    by: must("The unit of the account's region.", only("regional")),
  }),
  part<Extract<OwningUnitRule, { readonly by: "central" }>>({
    by: must("The centre.", only("central")),
  }),
  part<Extract<OwningUnitRule, { readonly by: "shared" }>>({
    by: must("Several units with a split of the revenue.", only("shared")),
    split: must(
      "Who gets which part; the shares make exactly 1.",
      list(
        part<RevenueShare>({
          unit: must("Name of the unit.", text),
          share: must("0 to 1, at most four decimals.", number(0, 1)),
        }),
      ),
    ),
  }),
  part<Extract<OwningUnitRule, { readonly by: "largestServiceShare" }>>({
    by: must(
      "The unit that delivers the largest share of the services.",
      only("largestServiceShare"),
    ),
  }),
);

const unit = may("Which unit of the company the account belongs to.", owningUnit);
const need = word({ optional: "", required: "" });

const ownership = either(
  part<Owning<"none">>({ mode: must("Nobody is named.", only("none")) }),
  part<Owning<"team">>({ mode: must("A team as a whole.", only("team")), unit }),
  part<Owning<"named">>({
    mode: must("Somebody for each region or business line.", only("named")),
    per: must("What somebody is named for.", list(word({ region: "", businessLine: "" }), 1)),
    unit,
  }),
  part<Owning<"onePerson">>({
    mode: must("One person, perhaps with a team and a steering group.", only("onePerson")),
    team: may("Whether the person has a team.", need),
    steeringGroup: may("Whether there is a steering group.", need),
    unit,
  }),
  part<Owning<"pair">>({ mode: must("Two people as a pair.", only("pair")), unit }),
);

const contact = part<ContactStandard>({
  ...annotated,
  quantity: must(
    "How much contact: as the cadences say, or so many a year.",
    either(only("byCadence"), part({ perYear: must("Contacts a year.", whole(0)) })),
  ),
  content: must("What contact is about.", list(text, 1)),
  quality: must("What makes a contact good.", list(text, 1)),
  goals: must("The goals that are chosen from before a contact is made.", list(text, 1)),
  twoWay: must("Whether the customer is asked and answers too.", flag),
});

const choices = part<ServiceChoices>({
  ...annotated,
  salesModel: must("Such as faceToFace or phoneOnly.", text),
  offering: must("Such as basic or tailored.", text),
  services: must("The services there are.", list(text, 1)),
  price: must("Such as list or volumeDiscount.", text),
  adaptedProcesses: may("Processes that are adapted to the segment.", list(text, 1)),
});

const model = part<CareModel>(
  {
    ...annotated,
    ownership: must("Who must be named for an account.", ownership),
    cadences: must(
      "Names of the cadences that hold, or `none`.",
      either(only("none"), list(text, 1)),
    ),
    significance: must("1 is the most significant: its duties come first.", whole(1)),
    serviceLevel: may("Name of a service level; every model has one once there are any.", text),
    contact: may("What contact with an account is to be like.", contact),
    choices: may("The four choices of service for the segment.", choices),
    plan: may("Name of a care plan.", text),
    effort: may(
      "What an account weighs for whoever owns it.",
      part<OwnerEffort>({
        weight: must("A whole number from 1: an account of weight 3 counts as three.", whole(1)),
        minutesPerYear: must("Minutes of care a year.", whole(0)),
      }),
    ),
    exitActions: may("For accounts that are not wanted.", list(exitAction, 1)),
  },
  { id: "CareModel", description: "How the accounts of a segment are cared for." },
);

const exception = part<CareException>({
  accountId: must("The account.", recordId),
  model: must("The care model that it has instead.", text),
  reason: must("Why.", text),
  validFrom: may("First day.", civilDate),
  validUntil: may("The day after the last.", civilDate),
});

const step = part<CareStep>({
  ...annotated,
  to: must("The care model that an account moves on to.", text),
  when: must("What must hold.", condition),
  whenUnknown: may("`notMet` takes an unknown verdict as not met.", notMet),
});

const path = part<CarePath>({
  ...annotated,
  from: must("Accounts that are entitled to this model walk the path.", text),
  climbs: must(
    "How far an account gets.",
    word({
      stepByStep: "it stops before the first step that is not met",
      highestMet: "it stands on the last step that is met, whatever lies between",
    }),
  ),
  steps: must("The steps in order.", list(step)),
});

const serviceLevel = part<WrittenServiceLevel>({
  ...annotated,
  extent: must("How deep the service goes.", word({ light: "", standard: "", deep: "" })),
  responseHours: must("Hours from the customer's contact to the answer, from 0.", numberOperand),
  priority: must("1 is served first.", whole(1)),
  channels: must("How customers can reach the company.", list(text, 1)),
  includes: must("What customers of the class get.", list(text, 1)),
  excludes: must("What others get and these do not; an empty list keeps nothing back.", list(text)),
});

const allotment = either(
  part<Extract<TimeAllotment, { readonly share: number }>>({
    share: must("Share of the working time, 0 to 1, at most four decimals.", number(0, 1)),
  }),
  part<Extract<TimeAllotment, { readonly cadence: string }>>({
    cadence: must("As much as this cadence takes.", text),
  }),
);

const dataDepth = part<DataDepth>({
  ...annotated,
  mostValuableFirst: must(
    "All classes that have required fields, most valuable first.",
    list(text),
  ),
  required: must("The fields that must be known, by class.", bySomeNames(list(text))),
  usedFor: may(
    "What a field is for that no condition reads.",
    byName(list(word({ care: "", evaluation: "", strategy: "" }))),
  ),
});

export const care = part<CareChapter>({
  ...annotated,
  segmentedBy: must("The classifier whose segments the models belong to.", text),
  models: must("The care models, by name.", byOwnName(model)),
  bySegment: must("The care model of each segment: exactly one.", byName(text)),
  exceptions: may("Accounts that are cared for otherwise than their segment.", list(exception)),
  paths: may("Ways from one care model to deeper ones, by name.", byName(path)),
  serviceLevels: may("What the customers of a class get, by name.", byName(serviceLevel)),
  floorLevel: may("The service level that everybody gets at least.", text),
  plans: may("Care plans, by name.", byName<CarePlan>(carePlan)),
  timeBudgets: may("The working time of each role by class.", byName(bySomeNames(allotment))),
  dataDepth: may("The fields that must be known of an account, by class.", dataDepth),
});
