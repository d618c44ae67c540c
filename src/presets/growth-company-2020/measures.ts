/** What the group of a customer is judged by, out of its records. */
export const measures = {
  trainingYears: {
    title: "years with revenue from recruiting training",
    source: "S1 §2.8",
    distinct: "revenues.bookedOn",
    by: "year",
    where: {
      all: [
        { field: "businessLine", equals: "recruitingTraining" },
        { field: "amount", moreThan: { parameter: "nothing" } },
      ],
    },
    over: { rolling: { parameter: "revenueWindow" } },
  },
  reEmploymentYears: {
    title: "years with revenue from re-employment",
    source: "S1 §2.8",
    distinct: "revenues.bookedOn",
    by: "year",
    where: {
      all: [
        { field: "businessLine", equals: "reEmployment" },
        { field: "amount", moreThan: { parameter: "nothing" } },
      ],
    },
    over: { rolling: { parameter: "revenueWindow" } },
  },
  bothLinesRevenue: {
    title: "revenue from both business lines together",
    source: "S1 §2.8",
    sum: "revenues.amount",
    where: { field: "businessLine", isOneOf: ["recruitingTraining", "reEmployment"] },
    over: { rolling: { parameter: "revenueWindow" } },
  },
} as const;
