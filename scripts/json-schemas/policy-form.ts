import * as z from "zod";
import type { FieldKind } from "../../src/facts/index.js";
import type {
  CarePolicy,
  Cut,
  PolicyScope,
  PolicyStatus,
  PolicyStep,
  ReadinessChapter,
  ReadinessStatement,
  UnitChapter,
} from "../../src/policy/care-policy.js";
import type {
  AnnotatedParameter,
  OpenParameter,
  Parameter,
  ParameterValue,
} from "../../src/rules/index.js";
import { cadence, schedule } from "./cadence-form.js";
import { campaign } from "./campaign-form.js";
import { care } from "./care-form.js";
import { classifier } from "./classifier-form.js";
import {
  byOwnName,
  definition,
  either,
  exactly,
  flag,
  list,
  may,
  must,
  number,
  part,
  text,
  word,
} from "./form.js";
import { kpi } from "./kpi-form.js";
import { measure, quantileType } from "./measure-form.js";
import { annotated, civilDate, decimalMoney, duration } from "./values.js";

const status: z.ZodType<PolicyStatus> = word({
  draft: "",
  proposed: "",
  approved: "",
  inForce: "",
  retired: "",
});

const name = z.string().min(1) as z.ZodType<string>;

const fieldKind = exactly<FieldKind>(
  definition(
    "FieldKind",
    "The kind of a field of your own, or the words that it may be.",
    either(
      word({ number: "", money: "", date: "", boolean: "", text: "", set: "a list of words" }),
      list(text, 1),
    ),
  ),
);

const parameterValue = exactly<ParameterValue>(
  definition(
    "ParameterValue.Decided",
    "A decided value; text that is a civil date counts as a date.",
    either(number(), flag, text, decimalMoney, duration, list(text)),
  ),
);

const parameter = exactly<Parameter>(
  definition(
    "Parameter",
    "A named value of the policy: decided, with or without a note, or still open.",
    either(
      parameterValue,
      part<AnnotatedParameter>({ ...annotated, value: must("The decided value.", parameterValue) }),
      part<OpenParameter>({
        ...annotated,
        open: must(
          "The kind of the value that has yet to be decided; the policy does not compile until then.",
          word({ number: "", money: "", date: "", boolean: "", text: "", list: "", duration: "" }),
        ),
        question: may("What has to be decided, for whoever fills it.", text),
      }),
    ),
  ),
);

const cut = part<Cut>({
  ...annotated,
  of: must("The measure, a number or money.", text),
  quantile: must("0 to 1.", number(0, 1)),
  type: must("Hyndman and Fan's number, 1 to 9: 6 is SPSS', 7 R's and Excel's.", quantileType),
});

const unit = part<UnitChapter>({
  ...annotated,
  per: must("What accounts are split by.", list(word({ businessLine: "", region: "" }), 1)),
  recordsWithoutLine: must(
    "A record that names no business line.",
    word({
      everyUnit: "counts in every unit",
      noUnit: "counts in none",
      unknown: "leaves everything counted over its kind unknown",
    }),
  ),
  duties: must(
    "How the duties of one account's units become one list.",
    word({ strictest: "", each: "" }),
  ),
});

const statement = part<ReadinessStatement>({
  ...annotated,
  by: must("Who says so.", name),
  on: must("The first day on which it held.", civilDate),
});

const readiness = part<ReadinessChapter>({
  ...annotated,
  customersIdentified: may("The customers are identified.", statement),
  baseAnalysed: may("The customer base is analysed.", statement),
  strategyStated: may("The customer strategy is written down.", statement),
  supportsBusinessStrategy: may("The customer strategy supports the business strategy.", statement),
});

const step = part<PolicyStep>({
  status: must("The status from then on.", status),
  by: must("Who moved it on.", text),
  on: must("When.", civilDate),
});

/**
 * A care policy, strictly: every property of every part with what it says, and no other property.
 *
 * For editors alone. `parsePolicy` reads loosely and leaves the inside to the compiler, which knows
 * the nearest right name of whatever was misspelt.
 */
export const policyForm = part<CarePolicy>({
  ...annotated,
  $schema: may("The JSON Schema that an editor checks the file with; it changes no answer.", text),
  id: must("Name of the policy, the same in all its versions.", name),
  version: must("Version of the policy.", name),
  validFrom: may("First day in force.", civilDate),
  validUntil: may("The day after the last in force.", civilDate),
  status: may("Where the policy stands on its way into force.", status),
  history: may("Who moved the policy on, and when.", list(step)),
  scope: may(
    "Where the policy holds.",
    part<PolicyScope>({
      units: may("Units of the company.", list(text)),
      pilot: may("Whether it is a pilot.", flag),
    }),
  ),
  basedOn: may(
    "The policy this one was made from, with other parameters.",
    part<NonNullable<CarePolicy["basedOn"]>>({
      id: must("Its id.", text),
      version: must("Its version.", text),
    }),
  ),
  currency: may(
    "The one currency of all money in the policy, ISO 4217.",
    z.string().regex(/^[A-Z]{3}$/),
  ),
  businessLines: may("The company's business lines.", list(text, 1)),
  unit: may("What is classified; without it the account as a whole.", unit),
  readiness: may("Which conditions for setting segments are met.", readiness),
  fields: may("Your own fields of an account and their kinds.", byOwnName(fieldKind)),
  parameters: may("Values that a company decides, by name.", byOwnName(parameter)),
  measures: may("Numbers and marks per account, by name.", byOwnName(measure)),
  cuts: may("Cut points computed over the whole base, by name.", byOwnName(cut)),
  segments: must(
    "Classifiers by name: ways of sorting accounts into segments.",
    byOwnName(classifier),
  ),
  care: must("Which care each segment is entitled to.", care),
  cadences: must("How often something is done with an account, by name.", byOwnName(cadence)),
  schedule: may("How the duties of cadences are placed on people, weeks and days.", schedule),
  campaigns: may("Points campaigns, by name.", byOwnName(campaign)),
  kpis: may("The figures of the board, by name.", byOwnName(kpi)),
});
