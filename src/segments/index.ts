export type {
  Candidate,
  ExclusionRule,
  RulesClassifier,
  SegmentLabel,
  SegmentOutcome,
  SegmentRule,
} from "./classifier.js";
export { classify, explainSegment } from "./classify.js";
export {
  type CompiledClassifier,
  compileClassifier,
  EXCLUDED,
  UNCLASSIFIED,
} from "./compile-classifier.js";
