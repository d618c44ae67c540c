import {
  classifyAccounts,
  compilePolicy,
  definePolicy,
  fitPolicy,
  money,
  orThrow,
  withFit,
} from "hoito";
import { parseFit } from "hoito/schemas";

const policy = definePolicy({
  id: "abc",
  version: "1",
  currency: "EUR",
  measures: { revenue: { sum: "orders.value", over: { rolling: { months: 12 } } } },
  segments: {
    value: {
      method: "abc",
      labels: { A: {}, B: {}, C: {}, asleep: { title: "bought nothing" } },
      of: "revenue",
      by: "cumulativeShare",
      classes: [
        { segment: "A", upToShare: 0.8 },
        { segment: "B", upToShare: 0.95 },
        { segment: "C" },
      ],
      boundary: "include",
      zero: "asleep",
      negative: "C",
      missing: "undecided",
    },
  },
  care: {
    segmentedBy: "value",
    models: { light: { ownership: { mode: "none" }, cadences: "none", significance: 1 } },
    bySegment: { A: "light", B: "light", C: "light", asleep: "light" },
  },
  cadences: {},
});

// Ten customers: the first two hold 80 of 100.
const spent = ["50", "30", "5", "4", "4", "3", "2", "1", "1", "0"];
const base = {
  accounts: spent.map((_, id) => ({ id })),
  coverage: { orders: "complete" },
  orders: spent.flatMap((amount, id) =>
    amount === "0"
      ? []
      : [{ id, accountId: id, orderedOn: "2018-03-01" as const, value: money(amount, "EUR") }],
  ),
} as const;

const asOf = "2018-03-28";
const compiled = orThrow(compilePolicy(policy));
const { fit } = fitPolicy(base, compiled, { asOf });
const abc = fit!.classifiers["value"]!;
if (abc.method !== "abc") throw new Error("the fit of an ABC classifier");
console.log("cuts in cents:", abc.cuts.join(", ")); // => cuts in cents: 3000, 300
const shares = abc.classes.map(
  (each) => `${each.accounts} hold ${Math.round(100 * each.shareOfTotal)} %`,
);
console.log(shares.join("; ")); // => 2 hold 80 %; 4 hold 16 %; 3 hold 4 %

// The fit is plain JSON: stored tonight, read tomorrow, the same answers.
const stored = JSON.stringify(fit);
const again = orThrow(withFit(compiled, orThrow(parseFit(stored))));
const { data, dictionary } = classifyAccounts(base, again, { asOf });
console.log([...data].map((code) => dictionary[code]).join(" ")); // => A A B B B B C C C asleep
