import type { Preset } from "../preset.js";
import { illustrativeSchedule, illustrativeValues } from "./illustrative-values.js";
import { salonWholesalerPolicy } from "./policy.js";
import { sampleBase } from "./sample-base.js";

/**
 * The wholesaler of hair products of source 4 (Pesonen 2014): gold, B and the smallest by a value
 * index of three criteria, service levels, time budgets, a life cycle, and a way out for customers
 * that are not wanted.
 *
 * The text breaks off after its theory, so only the three criteria are the company's own; all else
 * is what the quoted literature says, with its item.
 *
 * Gotchas: the class depends on the whole base, so the policy is fitted before it is asked. No
 * service level, call topic or schedule of the company is in here: those pages are missing. There
 * is no campaign either: the text gives what sellers are rewarded for, customers moved to a higher
 * class, and no points. That is the figure `promotions`.
 *
 * @example A class needs the whole base
 * ```ts
 * import { compilePolicy, fitPolicy, orThrow, scoreAccounts, withParameters } from "hoito";
 * import { salonWholesaler2014 } from "hoito/presets";
 *
 * const { policy, illustrativeValues, sampleBase, asOf } = salonWholesaler2014;
 * const compiled = orThrow(compilePolicy(orThrow(withParameters(policy, illustrativeValues))));
 * const { base } = sampleBase({ asOf, accounts: 40 });
 * const fitted = fitPolicy(base, compiled, { asOf });
 * const scores = scoreAccounts(base, fitted, { asOf, classifier: "valueClass" });
 * scores.data.length; // => 40
 * ```
 *
 * @category Presets
 */
export const salonWholesaler2014: Preset = {
  policy: salonWholesalerPolicy,
  readings: {},
  illustrativeValues,
  illustrativeSchedule,
  asOf: "2014-05-31",
  zone: "Europe/Helsinki",
  period: { rolling: { months: 12 } },
  targets: [],
  movementPlan: {
    gain: { count: 20, into: "C" },
    moves: [
      { from: "C", to: "B", count: 10, ofGained: true },
      { from: "B", to: "A", count: 20 },
    ],
    hold: { A: 50 },
  },
  sampleBase,
};
