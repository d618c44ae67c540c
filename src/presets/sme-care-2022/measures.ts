/** What is counted out of an account's records. */
export const measures = {
  revenueOfYear: {
    title: "revenue of twelve months",
    source: "S2 §2.39 (L542)",
    note: "Revenue is read as that of a year.",
    sum: "revenues.amount",
    over: { rolling: { months: 12 } },
  },
  marginOfYear: {
    title: "margin of twelve months",
    source: "S2 §3.24 (L210)",
    sum: "revenues.margin",
    over: { rolling: { months: 12 } },
  },
  priceNotices: {
    title: "price notices of twelve months",
    source: "S2 §2.22 (L351)",
    count: "activities",
    where: { field: "kind", equals: "priceNotice" },
    over: { rolling: { months: 12 } },
  },
  otherContacts: {
    title: "contacts of twelve months that are no price notice",
    source: "S2 §2.22 (L351)",
    count: "activities",
    where: { not: { field: "kind", equals: "priceNotice" } },
    over: { rolling: { months: 12 } },
  },
} as const;
