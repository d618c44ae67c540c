import { ANNOTATIONS } from "../rules/index.js";

/** The properties that each part of a classifier may have. */
export const HEAD_WORDS: readonly string[] = ["method", "labels", "moves", ...ANNOTATIONS];
export const LABEL_WORDS: readonly string[] = [
  "aliases",
  "axes",
  "decidedBy",
  "unlessApproved",
  "policies",
  "exitActions",
  ...ANNOTATIONS,
];
export const MOVE_WORDS: readonly string[] = ["from", "to", ...ANNOTATIONS];
export const RULE_WORDS: readonly string[] = [
  "segment",
  "exclude",
  "when",
  "whenUnknown",
  ...ANNOTATIONS,
];
export const LOWER_BOUNDS = ["atLeast", "moreThan"] as const;
export const UPPER_BOUNDS = ["atMost", "lessThan"] as const;
export const BAND_WORDS: readonly string[] = [
  "segment",
  ...LOWER_BOUNDS,
  ...UPPER_BOUNDS,
  ...ANNOTATIONS,
];
export const CLASS_WORDS: readonly string[] = ["segment", "upToShare", ...ANNOTATIONS];
export const RANGE_WORDS: readonly string[] = [
  "segment",
  "recency",
  "frequency",
  "monetary",
  ...ANNOTATIONS,
];
export const CRITERION_WORDS: readonly string[] = ["of", "weight", "normalise", ...ANNOTATIONS];
