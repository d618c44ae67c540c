export type { Language } from "./language.js";
export { tellMissing } from "./tell-missing.js";
export { tellComparison } from "./tell-reason.js";
export { tellReasons } from "./tell-reasons.js";
export { tellSegment } from "./tell-segment.js";
export { tellValue } from "./tell-value.js";
