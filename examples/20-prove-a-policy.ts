import {
  checkCompleteness,
  compilePolicy,
  definePolicy,
  findDifference,
  orThrow,
  provePolicy,
} from "hoito";

/** What a colleague drafted: it reads well, and four things are wrong with it. */
const draftFrom = (largeFrom: number) =>
  definePolicy({
    id: "draft",
    version: String(largeFrom),
    segments: {
      size: {
        method: "rules",
        hitPolicy: "first",
        labels: { large: {}, medium: {}, chainStore: {} },
        rules: [
          { segment: "large", when: { field: "headcount", moreThan: largeFrom } },
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
      models: {
        light: { ownership: { mode: "none" }, cadences: "none", significance: 2 },
        chains: { ownership: { mode: "onePerson" }, cadences: "none", significance: 1 },
      },
      bySegment: { large: "light", medium: "light", chainStore: "chains" },
    },
    cadences: {},
  });

const asOf = "2018-03-28";
const draft = orThrow(compilePolicy(draftFrom(500)));
for (const { code, path, witness = {} } of provePolicy(draft, { asOf }).findings) {
  console.log(code, "at", path, JSON.stringify(witness));
}
// => rules-leave-gap at segments.size {"headcount":0}
// => rules-leave-gap at segments.size {"headcount":500}
// => idle-comparison at segments.size.rules[1] {}
// => unreachable-rule at segments.size.rules[2] {}
// => unreachable-segment at segments.size.labels.chainStore {}
// => unreachable-care-model at care.models.chains {}

// Whom does another bound move? No customer is needed to ask.
const after = orThrow(compilePolicy(draftFrom(800)));
const { answer } = findDifference({ before: draft, after }, { asOf });
if (answer.kind === "differ") {
  const { witness, before, after: others } = answer;
  console.log(JSON.stringify(witness), before.join(" or "), "becomes", others.join(" or "));
}
// => {"headcount":600} large becomes chainStore or unclassified

console.log(checkCompleteness(draftFrom(500)).length); // => 0
