import { compileCalendar, compilePolicy, decideCare, definePolicy, orThrow } from "hoito";
import { tellSegment } from "hoito/sentences";

const levels = ["low", "medium", "high"] as const;

// Two steps (Buttle 2004, 115): what an account is worth the effort, and then what to do with it.
const policy = definePolicy({
  id: "portfolio",
  version: "1",
  segments: {
    importance: {
      method: "matrix",
      labels: { strategic: {}, ordinary: {}, burden: {} },
      axes: [
        { field: "strategicImportance", values: levels },
        { field: "effort", values: levels },
      ],
      cells: {
        high: { low: "strategic", medium: "strategic", high: "strategic" },
        medium: { low: "ordinary", medium: "ordinary", high: "burden" },
        low: { low: "ordinary", medium: "burden", high: "burden" },
      },
    },
    action: {
      method: "matrix",
      labels: {
        develop: { policies: ["resource"] },
        maintain: { policies: ["keep"] },
        withdraw: { exitActions: ["selfService"] },
      },
      axes: [
        { field: "importance", values: ["strategic", "ordinary", "burden"] },
        { field: "attractiveness", values: levels },
      ],
      cells: {
        strategic: { low: "maintain", medium: "develop", high: "develop" },
        ordinary: { low: "maintain", medium: "maintain", high: "develop" },
        burden: { low: "withdraw", medium: "withdraw", high: "maintain" },
      },
    },
  },
  care: {
    segmentedBy: "action",
    models: { light: { ownership: { mode: "none" }, cadences: "none", significance: 1 } },
    bySegment: { develop: "light", maintain: "light", withdraw: "light" },
  },
  cadences: {},
});

const compiled = orThrow(compilePolicy(policy));
const calendar = orThrow(
  compileCalendar({ from: "2018-01-01", until: "2019-01-01", weekend: ["saturday", "sunday"] }),
);
const judged = (strategicImportance: "low" | "medium", attractiveness?: "low" | "high") => ({
  strategicImportance: { value: strategicImportance },
  effort: { value: "high" as const },
  ...(attractiveness === undefined ? {} : { attractiveness: { value: attractiveness } }),
});
for (const judgements of [judged("low", "low"), judged("medium", "high"), judged("low")]) {
  const records = { account: { id: 1, judgements }, coverage: {} };
  const { segment } = decideCare(records, compiled, { asOf: "2018-03-28", calendar });
  console.log(tellSegment(segment, "en").join(" "));
}
// => The segment is withdraw. Because importance is burden; attractiveness is low.
// => The segment is maintain. Because importance is burden; attractiveness is high.
// => The segment is undecided between withdraw, maintain. attractiveness is not known: it is missing.
