export { type Checked, checked, orThrow } from "./checked.js";
export { canonicalJson, contentHash } from "./content-hash.js";
export type {
  ComparisonReason,
  Decision,
  GroupReason,
  MissingFact,
  PlainValue,
  Reason,
  RuleReason,
  StepReason,
  Verdict,
} from "./decision.js";
export { errorAt, type Finding, warningAt } from "./finding.js";
export { HoitoError } from "./hoito-error.js";
export { nearestName, withGuess } from "./nearest-name.js";
export { misspeltName, type OptionNames, refuseMisspelt } from "./refuse-misspelt.js";
export { requireList } from "./require-list.js";
export { showInput } from "./show-input.js";
