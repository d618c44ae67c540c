import { describe, expect, it } from "vitest";
import { parsePolicy } from "../../src/schemas/index.js";
import { policyOf, type WrittenCare } from "./ask-care.js";

function faultsOf(changed: WrittenCare): string[] {
  const text = JSON.stringify(policyOf(changed));
  return parsePolicy(text).findings.map(({ path, code }) => `${code} at ${path}`);
}

describe("the shape of a care chapter", () => {
  it.each<[string, WrittenCare, string[]]>([
    [
      "CARE-02 channels that are no list, hours that are no number",
      {
        serviceLevels: {
          best: {
            ...{ extent: "deep", responseHours: "4", priority: 1 },
            ...{ channels: "web", includes: [], excludes: [] },
          },
        },
      },
      [
        "wrong-type at care.serviceLevels.best.responseHours",
        "wrong-type at care.serviceLevels.best.channels",
      ],
    ],
    [
      "CARE-06 a path without steps",
      { paths: { up: { from: "light", climbs: "stepByStep" } } },
      ["missing-property at care.paths.up.steps"],
    ],
    [
      "CARE-08 goals that are a list, an action that is a text",
      { plans: { basic: { goals: [], actions: { call: "call" } } } },
      ["wrong-type at care.plans.basic.goals", "wrong-type at care.plans.basic.actions.call"],
    ],
    [
      "CARE-10 a budget that is a number",
      { timeBudgets: { phone: { large: 0.5 } } },
      ["wrong-type at care.timeBudgets.phone.large"],
    ],
    [
      "CARE-13 required fields that are no list",
      { dataDepth: { mostValuableFirst: ["large"], required: { large: "headcount" } } },
      ["wrong-type at care.dataDepth.required.large"],
    ],
  ])("%s", (_, changed, expected) => {
    expect(faultsOf(changed)).toEqual(expected);
  });

  it("CARE-05 a split that is no list of shares", () => {
    const model = { cadences: "none", significance: 1 };
    const unit = { by: "shared", split: [{ unit: "north", share: "0.5" }] };
    const models = { light: { ...model, ownership: { mode: "pair", unit } } };
    expect(faultsOf({ models })).toEqual([
      "not-a-number at care.models.light.ownership.unit.split[0].share",
    ]);
  });
});
