import type { CompiledBands, RuleParts } from "./any-classifier.js";
import type { BandsClassifier } from "./bands-classifier.js";
import { compileBands } from "./compile-bands.js";
import { EXCLUDED, type Method } from "./method.js";
import { classifyByRules, explainByRules, lacksByRules, nextRuleChange } from "./method-rules.js";
import { checkPlace, isMissing, numericSlot, ruleAt, ruleParts } from "./rule-parts.js";

/** Fixed thresholds of one value. */
export const bandsMethod: Method<BandsClassifier, RuleParts, CompiledBands> = {
  words: ["of", "bands", "missing"],
  parts: { bands: "list" },
  scores: [],
  compile({ of, bands, missing }, job) {
    const { path, scope } = job;
    checkPlace(missing, job, `${path}.missing`, [EXCLUDED, "undecided"]);
    const slot = numericSlot(of, scope, `${path}.of`);
    const compiled = compileBands(bands, slot, job, `${path}.bands`);
    if (slot === undefined) return undefined;
    const place =
      missing === "undecided" ? [] : [ruleAt(`${path}.missing`, missing, isMissing(slot))];
    return ruleParts([...place, ...compiled.rules], compiled.otherwise);
  },
  classify: classifyByRules,
  explain: (compiled, row) => explainByRules(compiled, row, "bands"),
  lacks: lacksByRules,
  nextChange: nextRuleChange,
};
