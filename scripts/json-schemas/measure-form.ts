import * as z from "zod";
import { type FieldKind, recordFields, recordKinds } from "../../src/facts/index.js";
import type {
  CountMeasure,
  DaysSinceMeasure,
  DistinctMeasure,
  GrowthMeasure,
  LatestMeasure,
  MaximumMeasure,
  Measure,
  MinimumMeasure,
  RatioMeasure,
  SumMeasure,
  SuppliedMeasure,
  WindowDefinition,
} from "../../src/measures/index.js";
import { recordCondition } from "./condition-form.js";
import {
  definition,
  described,
  either,
  exactly,
  may,
  must,
  only,
  part,
  text,
  whole,
  word,
  wordOf,
} from "./form.js";
import { annotated, durationOperand, notMet, periodDefinition } from "./values.js";

const window = described(
  either(
    only("always"),
    part({ rolling: must("The last so long, up to the day of asking.", durationOperand) }),
    part<Extract<WindowDefinition, { readonly calendar: unknown }>>({
      calendar: must("A calendar period.", periodDefinition),
      offset: may("Which period: 0 is the current one, -1 the one before.", whole(-1000, 0)),
    }),
  ),
  { id: "Window", description: "Which records count by their date." },
);

const overRecords = {
  ...annotated,
  where: may("Which records count; without it all.", recordCondition),
  over: must("Which records count by their date.", window),
  whenUnknown: may(
    "`notMet` leaves out a record for which `where` is unknown, instead of not knowing the measure.",
    notMet,
  ),
} as const;

/** Paths such as `orders.value` of all fields of some kinds. */
function fieldsOf<Path extends string>(...kinds: readonly string[]): z.ZodType<Path> {
  const paths = Object.entries(recordFields).flatMap(([kind, fields]) => {
    const found = Object.entries<FieldKind>(fields).filter(([, each]) => {
      return kinds.includes(typeof each === "string" ? each : "category");
    });
    return found.map(([name]) => `${kind}.${name}`);
  });
  return wordOf(paths) as z.ZodType<Path>;
}

export const measure = exactly<Measure>(
  definition(
    "Measure",
    "A number or mark per account, made of its records or supplied by the host.",
    either(
      part<CountMeasure>({
        ...overRecords,
        count: must("How many records of this kind there are.", wordOf(recordKinds)),
      }),
      part<SumMeasure>({
        ...overRecords,
        sum: must("The total of this field.", fieldsOf<SumMeasure["sum"]>("number", "money")),
      }),
      part<MinimumMeasure>({
        ...overRecords,
        minimum: must(
          "The smallest value of this field; none where there is no record.",
          fieldsOf<MinimumMeasure["minimum"]>("number", "money", "date"),
        ),
      }),
      part<MaximumMeasure>({
        ...overRecords,
        maximum: must(
          "The greatest value of this field; none where there is no record.",
          fieldsOf<MaximumMeasure["maximum"]>("number", "money"),
        ),
      }),
      part<LatestMeasure>({
        ...overRecords,
        latest: must(
          "The latest date; none where there is no record.",
          fieldsOf<LatestMeasure["latest"]>("date"),
        ),
      }),
      part<DistinctMeasure>({
        ...overRecords,
        distinct: must(
          "How many different values this field has.",
          fieldsOf<DistinctMeasure["distinct"]>("text", "date", "category"),
        ),
        by: may(
          "A date counts by its period.",
          word({ year: "", half: "", quarter: "", month: "" }),
        ),
      }),
      part<RatioMeasure>({
        ...annotated,
        ratio: must("The measure that is divided.", text),
        to: must("The measure that it is divided by; unknown where that is zero.", text),
      }),
      part<GrowthMeasure>({
        ...annotated,
        growth: must("The count or sum whose change against the window before is meant.", text),
      }),
      part<DaysSinceMeasure>({
        ...annotated,
        daysSince: must(
          "The date measure from which whole days are counted to the day of asking.",
          text,
        ),
      }),
      part<SuppliedMeasure>({
        ...annotated,
        supplied: must(
          "The kind of a value that the host computes itself.",
          word({ number: "", money: "", date: "", boolean: "", text: "" }),
        ),
      }),
    ),
  ),
);

/** 1 … 9, as Hyndman and Fan (1996) number them. */
export const quantileType = z.union(
  [1, 2, 3, 4, 5, 6, 7, 8, 9].map((type) => z.literal(type)),
) as unknown as z.ZodType<1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9>;
