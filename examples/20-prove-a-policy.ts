import { compilePolicy, definePolicy, orThrow, provePolicy } from "hoito";

// What a colleague drafted: it reads well, and three things are wrong with it.
const draft = definePolicy({
  id: "draft",
  version: "1",
  segments: {
    size: {
      method: "rules",
      hitPolicy: "first",
      labels: { large: {}, medium: {}, chainStore: {} },
      rules: [
        { segment: "large", when: { field: "headcount", moreThan: 500 } },
        {
          segment: "medium",
          when: { field: "headcount", lessThan: 500, moreThan: 0, atLeast: 10 },
        },
        {
          segment: "chainStore",
          when: {
            all: [
              { field: "headcount", atLeast: 600 },
              { field: "chainSteered", equals: true },
            ],
          },
        },
      ],
    },
  },
  care: {
    segmentedBy: "size",
    models: { light: { ownership: { mode: "none" }, cadences: "none", significance: 1 } },
    bySegment: { large: "light", medium: "light", chainStore: "light" },
  },
  cadences: {},
});

const { findings } = provePolicy(orThrow(compilePolicy(draft)), { asOf: "2018-03-28" });
for (const { code, path, witness = {} } of findings) {
  console.log(code, "at", path, JSON.stringify(witness));
}
// => rules-leave-gap at segments.size {"headcount":500}
// => rules-leave-gap at segments.size {"headcount":0}
// => idle-comparison at segments.size.rules[1] {}
// => unreachable-rule at segments.size.rules[2] {}
// => unreachable-segment at segments.size.labels.chainStore {}
