export type { Language } from "./language.js";
export { tellComparison } from "./tell-reason.js";
export { tellSegment } from "./tell-segment.js";
export { tellValue } from "./tell-value.js";
