/** What the class of a salon is judged by, out of its records. */
export const measures = {
  purchases: {
    title: "purchases",
    source: "S4 §2a C1",
    sum: "orders.value",
    over: { rolling: { parameter: "purchaseWindow" } },
  },
  repertoire: {
    title: "different products bought",
    source: "S4 §2a C1",
    distinct: "orders.product",
    over: { rolling: { parameter: "purchaseWindow" } },
  },
  latePayments: {
    title: "invoices paid late, or due and unpaid",
    source: "S4 §2.24",
    count: "invoices",
    where: {
      any: [
        { field: "paidOn", after: { field: "dueOn" } },
        {
          all: [
            { field: "paidOn", isMissing: true },
            { field: "dueOn", before: { asOfMinus: { days: 0 } } },
          ],
        },
      ],
    },
    over: { rolling: { parameter: "unwantedWindow" } },
    whenUnknown: "notMet",
  },
  complaints: {
    title: "complaints",
    source: "S4 §2.24",
    count: "cases",
    where: { field: "kind", equals: "complaint" },
    over: { rolling: { parameter: "unwantedWindow" } },
  },
} as const;
