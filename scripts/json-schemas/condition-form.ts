import * as z from "zod";
import { accountFields, type FieldKind, recordFields } from "../../src/facts/index.js";
import type { RecordNames } from "../../src/measures/index.js";
import type {
  AllCondition,
  AnyCondition,
  AsOfMinus,
  AsOfPlus,
  BooleanCondition,
  Condition,
  DateCondition,
  FieldOperand,
  MoneyCondition,
  NotCondition,
  NumberCondition,
  SetCondition,
  TextCondition,
} from "../../src/rules/condition.js";
import {
  definition,
  either,
  exactly,
  flag,
  later,
  list,
  may,
  must,
  number,
  pair,
  part,
  text,
  usually,
  wordOf,
} from "./form.js";
import {
  annotated,
  civilDate,
  cutOperand,
  decimalMoney,
  durationOperand,
  parameterOperand,
} from "./values.js";

type Kind = "number" | "money" | "date" | "boolean" | "text" | "set";

/** The fields that a condition may ask for, by kind. */
type FieldNames = (kind: Kind) => z.ZodType<string>;

const asOfMinus = part<AsOfMinus>({
  asOfMinus: must("So long before the day of asking.", durationOperand),
});
const asOfPlus = part<AsOfPlus>({
  asOfPlus: must("So long after the day of asking.", durationOperand),
});
const missing = may("Whether the fact must be missing; `true` or `false`.", flag);
const words = either(list(text), parameterOperand);

/** A condition over some fields, joined by `all`, `any` and `not`. */
function conditionOver(names: FieldNames, id: string, description: string): z.ZodType<Condition> {
  const field = (kind: Kind) => must(`A field whose value is a ${kind}.`, names(kind));
  const other = part<FieldOperand>({ field: must("Another field of the same kind.", text) });
  const numbers = either(number(), parameterOperand, other, cutOperand);
  const sums = either(decimalMoney, parameterOperand, other, cutOperand);
  const days = either(civilDate, parameterOperand, other, asOfMinus, asOfPlus);
  const itself: z.ZodType<Condition> = later(() => exactly<Condition>(form));
  const form = definition(
    id,
    description,
    either(
      part<NumberCondition>({
        ...annotated,
        field: field("number"),
        atLeast: may("This or more.", numbers),
        moreThan: may("More than this.", numbers),
        atMost: may("This or less.", numbers),
        lessThan: may("Less than this.", numbers),
        equals: may("Exactly this.", numbers),
        between: may("From the first to the second, both inclusive.", pair(numbers)),
        isOneOf: may("One of these numbers.", list(number())),
        isMissing: missing,
      }),
      part<MoneyCondition>({
        ...annotated,
        field: field("money"),
        atLeast: may("This or more.", sums),
        moreThan: may("More than this.", sums),
        atMost: may("This or less.", sums),
        lessThan: may("Less than this.", sums),
        equals: may("Exactly this.", sums),
        between: may("From the first to the second, both inclusive.", pair(sums)),
        isMissing: missing,
      }),
      part<DateCondition>({
        ...annotated,
        field: field("date"),
        onOrAfter: may("This day or later.", days),
        after: may("Later than this day.", days),
        onOrBefore: may("This day or earlier.", days),
        before: may("Earlier than this day.", days),
        equals: may("Exactly this day.", days),
        between: may("From the first to the second day, both inclusive.", pair(days)),
        isMissing: missing,
      }),
      part<BooleanCondition>({
        ...annotated,
        field: field("boolean"),
        equals: may("`true` or `false`.", either(flag, parameterOperand, other)),
        isMissing: missing,
      }),
      part<TextCondition>({
        ...annotated,
        field: field("text"),
        equals: may("Exactly this word, letter by letter.", either(text, parameterOperand, other)),
        isOneOf: may("One of these words.", words),
        isNoneOf: may("None of these words.", words),
        startsWith: may("Begins with these letters; of texts, not of categories.", text),
        isMissing: missing,
      }),
      part<SetCondition>({
        ...annotated,
        field: field("set"),
        includes: may("Holds this word.", text),
        includesAnyOf: may("Holds at least one of these words.", words),
        includesAllOf: may("Holds every one of these words.", words),
        isMissing: missing,
      }),
      part<AllCondition>(
        { ...annotated, all: must("Every one must hold.", list(itself, 1)) },
        { id: `${id}.All`, description: "Conditions that must all hold." },
      ),
      part<AnyCondition>({
        ...annotated,
        any: must("At least one must hold.", list(itself, 1)),
      }),
      part<NotCondition>(
        { ...annotated, not: must("Must not hold; unknown stays unknown.", itself) },
        { id: `${id}.Not`, description: "A condition that must not hold." },
      ),
    ),
  );
  return exactly<Condition>(form);
}

/** The names of a table of fields whose values are of a kind; words of a category are text. */
function namesOf(fields: Readonly<Record<string, FieldKind>>, kind: Kind): readonly string[] {
  const found = Object.entries(fields).filter(([, each]) => {
    return each === kind || (kind === "text" && typeof each === "object");
  });
  return found.map(([name]) => name);
}

function namesOfRecords(kind: Kind): readonly string[] {
  const names = Object.values(recordFields).flatMap((fields) => namesOf(fields, kind));
  return [...new Set(names)].sort();
}

export const condition: z.ZodType<Condition> = conditionOver(
  (kind) => usually(namesOf(accountFields, kind)),
  "Condition",
  "What must hold of an account: its fields, measures and classifiers compared with values, parameters, other fields, cuts or days relative to the day of asking. Several comparisons in one condition must all hold.",
);

/** Over the fields of records of one kind; whether the kind has the field, the compiler knows. */
export const recordCondition = conditionOver(
  (kind) => (kind === "set" ? z.never() : wordOf(namesOfRecords(kind))),
  "RecordCondition",
  "What must hold of a record: its fields compared with values, parameters, other fields or days relative to the day of asking.",
) as unknown as z.ZodType<Condition<RecordNames>>;

/** Over the fields of activities and what campaigns add to them. */
export const campaignCondition: z.ZodType<Condition> = conditionOver(
  (kind) => {
    const own = { boolean: ["notesWritten"], set: ["headingParts"] } as const;
    const added: readonly string[] = kind === "boolean" || kind === "set" ? own[kind] : [];
    return usually([...namesOf(recordFields.activities, kind), ...added]);
  },
  "CampaignCondition",
  "What must hold of an activity, or of the figures that the host supplies at settlement.",
);
