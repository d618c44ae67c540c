import { type CarePolicy, compilePolicy, orThrow } from "hoito";
import { fitColumns, scoreColumns } from "hoito/policy";
import type { Job } from "../job.js";
import { wideColumns } from "../wide-columns.js";
import { factsOf } from "../wide-facts.js";

const smoke = process.argv.includes("--smoke");
const ACCOUNTS = smoke ? 20_000 : 1_000_000;
const AS_OF = "2018-01-22";

export const name: Job["name"] = `a value index of five criteria fitted and scored for ${ACCOUNTS.toLocaleString("en")} accounts`;
export const pieces: Job["pieces"] = { count: ACCOUNTS, each: "account" };

const columns = wideColumns(ACCOUNTS);
const facts = factsOf(columns);
const byRange = { by: "minMax", better: "more", whenAllEqual: 1 } as const;
const byLevel = { by: "points", points: { low: 0, medium: 0.5, high: 1 } } as const;
const compiled = orThrow(
  compilePolicy({
    id: "bench",
    version: "1",
    currency: "EUR",
    fields: { seenOn: "date", orders: "number", daysSinceOrder: "number", visits: "number" },
    segments: {
      index: {
        method: "scorecard",
        labels: { key: {}, other: {} },
        weightsSumTo: 1,
        missing: "undecided",
        criteria: [
          { of: "turnover", weight: 0.3, normalise: byRange },
          { of: "contractValue", weight: 0.25, normalise: byRange },
          { of: "purchaseProbability", weight: 0.2, normalise: byRange },
          { of: "growthPotential", weight: 0.15, normalise: byLevel },
          { of: "strategicFit", weight: 0.1, normalise: byLevel },
        ],
        bands: [{ segment: "key", atLeast: 0.5 }, { segment: "other" }],
      },
    },
    care: {
      segmentedBy: "index",
      models: { light: { ownership: { mode: "none" }, cadences: "none", significance: 1 } },
      bySegment: { key: "light", other: "light" },
    },
    cadences: {},
  } as unknown as CarePolicy),
);

/** The scores added up in thousandths, which no order of adding changes. */
function checksum(scores: Float64Array): number {
  let sum = 0;
  for (let row = 0; row < scores.length; row++) sum += Math.round(scores[row]! * 1000);
  return sum;
}

function rangeOf(values: Float64Array): readonly [number, number] {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return [least, most];
}

function byHand(): number {
  const { turnover, contractValue, purchaseProbability, growthPotential, strategicFit } = columns;
  const [t0, t1] = rangeOf(turnover);
  const [c0, c1] = rangeOf(contractValue);
  const [p0, p1] = rangeOf(purchaseProbability);
  const points = Float64Array.of(0, 0.5, 1);
  const scores = new Float64Array(ACCOUNTS);
  for (let row = 0; row < ACCOUNTS; row++) {
    scores[row] =
      (0.3 * (turnover[row]! - t0)) / (t1 - t0) +
      (0.25 * (contractValue[row]! - c0)) / (c1 - c0) +
      (0.2 * (purchaseProbability[row]! - p0)) / (p1 - p0) +
      0.15 * points[growthPotential[row]!]! +
      0.1 * points[strategicFit[row]!]!;
  }
  return checksum(scores);
}

export const contenders: Job["contenders"] = {
  "by hand": byHand,
  hoito: () => {
    const fitted = fitColumns(facts, compiled, { asOf: AS_OF });
    return checksum(scoreColumns(facts, fitted, { asOf: AS_OF, classifier: "index" }).data);
  },
};

export const goals: Job["goals"] = [{ who: "hoito", times: 1.5, of: "by hand" }];

export const remark: Job["remark"] =
  "Fitting and scoring. A quarter of hoito's time is the adding up of a million rounded scores, which the loop by hand does too. The rest reads every column twice, as by hand, and asks each time of every value what the loop by hand knows: that it is there, is a finite number, a whole number of cents, or a code of its dictionary; a value beyond the range of the fit counts as its end. Bits agree with the score of one account, in whose order weights are added.";
