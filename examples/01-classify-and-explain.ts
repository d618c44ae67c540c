import { compileCalendar, compilePolicy, decideCare, definePolicy, money, orThrow } from "hoito";
import { tellSegment } from "hoito/sentences";

const policy = definePolicy({
  id: "two-groups",
  version: "1",
  currency: "EUR",
  measures: { revenue: { sum: "orders.value", over: { rolling: { months: 12 } } } },
  segments: {
    group: {
      method: "rules",
      hitPolicy: "first",
      labels: { key: { title: "Key accounts" }, other: { title: "Other accounts" } },
      rules: [
        {
          segment: "key",
          when: { field: "revenue", moreThan: { amount: "50000.00", currency: "EUR" } },
        },
      ],
      otherwise: "other",
    },
  },
  care: {
    segmentedBy: "group",
    models: {
      personal: { ownership: { mode: "onePerson" }, cadences: "none", significance: 1 },
      light: { ownership: { mode: "none" }, cadences: "none", significance: 2 },
    },
    bySegment: { key: "personal", other: "light" },
  },
  cadences: {},
});

// From here, ten lines.
const compiled = orThrow(compilePolicy(policy));
const weekend = ["saturday", "sunday"] as const;
const calendar = orThrow(compileCalendar({ from: "2018-01-01", until: "2019-01-01", weekend }));
const value = money("48800.00", "EUR");
const orders = [{ id: 1, accountId: "A", orderedOn: "2018-03-01", value }] as const;
const account = { id: "A", names: [{ name: "Aalto Oy", kind: "official" }] } as const;
const records = {
  account,
  orders,
  coverage: { orders: "complete", ownerships: "complete" },
} as const;
const decision = decideCare(records, compiled, { asOf: "2018-06-30", calendar });
console.log(JSON.stringify(decision.segment.value)); // => {"kind":"segment","segment":"other"}
for (const sentence of tellSegment(decision.segment, "en")) console.log(sentence);
// => The segment is other.
// => No rule is met, and this is the default.
// => Nearest to key: revenue is 48,800.00 EUR, not more than 50,000.00 EUR (1,200.00 EUR short).
