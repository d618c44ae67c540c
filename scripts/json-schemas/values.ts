import * as z from "zod";
import type { DecimalMoney, RecordId } from "../../src/facts/index.js";
import type { Annotated, CutOperand, ParameterOperand } from "../../src/rules/index.js";
import type {
  CivilDate,
  ClockTime,
  DateSpan,
  Duration,
  IsoWeekText,
  PeriodDefinition,
} from "../../src/time/index.js";
import {
  definition,
  described,
  either,
  exactly,
  list,
  type May,
  may,
  must,
  only,
  type Properties,
  part,
  text,
  whole,
  word,
} from "./form.js";

/** What any part may carry for its readers; it changes no answer. */
export const annotated: Properties<Annotated> = {
  title: remark("Title", "What people call it; findings and reasons show it."),
  note: remark("Note", "A remark for whoever reads the policy; it changes no answer."),
  source: remark("Source", "Where it comes from, such as a decision or a page of a book."),
};

/** A property of every part, defined once. */
function remark(id: string, description: string): May<string> {
  return { kind: "may", form: described(text, { id, description }) };
}

/** A day from 1900-01-01 to 2199-12-31. */
export const civilDate: z.ZodType<CivilDate> = described(
  z.string().regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/),
  { id: "Day", description: "A day written YYYY-MM-DD.", format: "date" },
) as unknown as z.ZodType<CivilDate>;

export const clockTime: z.ZodType<ClockTime> = described(
  z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  { id: "ClockTime", description: "A time of day written HH:MM." },
) as unknown as z.ZodType<ClockTime>;

export const isoWeek: z.ZodType<IsoWeekText> = described(
  z.string().regex(/^(19|20|21)\d\d-W(0[1-9]|[1-4]\d|5[0-3])$/),
  { id: "IsoWeek", description: "An ISO week written like 2018-W03." },
) as unknown as z.ZodType<IsoWeekText>;

export const recordId: z.ZodType<RecordId> = either(z.string().min(1), z.int());

const units = whole(0, 10_000);

export const duration: z.ZodType<Duration> = part<Duration>(
  {
    years: may("Whole years, added before weeks and days.", units),
    months: may("Whole months, added before weeks and days.", units),
    weeks: may("Whole weeks.", units),
    days: may("Whole days.", units),
  },
  {
    id: "Duration",
    description: "A length of time on the calendar; at least one unit is given.",
    minProperties: 1,
  },
);

export const decimalMoney: z.ZodType<DecimalMoney> = part<DecimalMoney>(
  {
    amount: must(
      'Decimal digits with a point, such as "50000.00"; no exponent, no thousands separator.',
      z.string().regex(/^-?\d+(\.\d+)?$/),
    ),
    currency: must(
      "ISO 4217 code in capitals; the policy's currency.",
      z.string().regex(/^[A-Z]{3}$/),
    ),
  },
  { id: "Money", description: "A sum of money, exact to the cent." },
);

export const parameterOperand: z.ZodType<ParameterOperand> = part<ParameterOperand>(
  { parameter: must("Name of a parameter of the policy.", text) },
  { id: "ParameterValue", description: "The value of a named parameter of the policy." },
);

export const cutOperand: z.ZodType<CutOperand> = part<CutOperand>(
  {
    cut: must("Name of a cut: of the policy, or of an ABC classifier as classifier.segment.", text),
  },
  { id: "CutValue", description: "A cut point computed over the whole base." },
);

/** A length of time, or the parameter that holds it. */
export const durationOperand = either(duration, parameterOperand);
/** A number, or the parameter that holds it. */
export const numberOperand = either(z.number() as z.ZodType<number>, parameterOperand);

const span: Properties<DateSpan> = {
  from: must("The first day.", civilDate),
  until: must("The day after the last.", civilDate),
};

export const dateSpan: z.ZodType<DateSpan> = part<DateSpan>(span);

const ownPeriod = part({ ...span, label: must("Unique name of the period.", text) });

const periodForms = either(
  word({ year: "", half: "", quarter: "", month: "", week: "ISO weeks, from Monday" }),
  part({
    fiscal: must("The length of a period.", word({ year: "", half: "", quarter: "" })),
    startMonth: must("The month on whose first day the fiscal year starts.", whole(1, 12)),
  }),
  part({
    own: must(
      "The company's own periods, in order, without overlap; gaps are allowed.",
      list(ownPeriod, 1),
    ),
  }),
);

export const periodDefinition = exactly<PeriodDefinition>(
  definition("Periods", "How time is cut into periods.", periodForms),
);

export const notMet = only("notMet");
export const always = only(true);
