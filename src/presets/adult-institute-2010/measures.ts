/** What a customer is weighed by, out of its records. */
export const measures = {
  volumeOfYear: {
    title: "volume of business",
    source: "S3 §2.44 (L854)",
    note: "Read as revenue of twelve months.",
    sum: "revenues.amount",
    over: { rolling: { months: 12 } },
  },
  profitOfYear: {
    title: "annual profitability",
    source: "S3 §2.44, §3.24 (L854–856)",
    note: "Income less cost; the source says compares, so the ratio would do as well.",
    sum: "revenues.margin",
    over: { rolling: { months: 12 } },
  },
} as const;
