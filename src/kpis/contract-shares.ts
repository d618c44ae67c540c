import type { Contract } from "../facts/index.js";
import { type FigureKind, figureKind } from "./figure-kind.js";
import { ratio } from "./figure-of.js";
import { sinceEver } from "./figure-window.js";
import { strategic } from "./rate-kind.js";
import { count, exclude } from "./tally.js";

/** A share of contracts in force on the last day, by number or value. */
/* @__NO_SIDE_EFFECTS__ */
function contractKind(
  names: readonly [en: string, fi: string],
  formula: string,
  source: string,
  passes: (contract: Contract) => boolean | undefined,
): FigureKind {
  return figureKind<{ readonly by: "count" | "value" }>({
    describe: strategic(...names, formula, source),
    arguments: { by: { kind: "word", words: ["count", "value"] } },
    reads: ["contracts"],
    readsFrom: sinceEver,
    money: true,
    add: (tally, facts, { by }) => {
      const { last } = facts.window;
      for (const contract of facts.all("contracts", tally)) {
        const { startsOn, endsOn, value } = contract;
        if (startsOn > last || (endsOn !== undefined && endsOn <= last)) {
          exclude(tally, "notInForce");
          continue;
        }
        const passed = passes(contract);
        if (passed === undefined) {
          exclude(tally, "unknown");
          continue;
        }
        const weight = by === "count" ? 1 : facts.amount(value, tally);
        if (weight === undefined) continue;
        count(tally, "denominator", weight);
        if (passed) count(tally, "numerator", weight);
      }
    },
    finish: (tally) => ratio(tally, "share"),
  });
}

/** Shares of contracts that a board can compute. */
export const contractKinds: Readonly<Record<string, FigureKind>> = {
  technologyShare: contractKind(
    ["Technology share", "Teknologian osuus"],
    "contracts in force with technology by contracts in force, by number or value",
    "S2 §6",
    ({ includesTechnology }) => includesTechnology,
  ),
  fixedTermShare: contractKind(
    ["Fixed-term share", "Määräaikaisten sopimusten osuus"],
    "contracts in force with an end by contracts in force, by number or value",
    "S2 §6",
    ({ endsOn }) => endsOn !== undefined,
  ),
};
