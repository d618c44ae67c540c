export { accounts } from "./accounts.js";
export { type BaseOptions, bases } from "./bases.js";
export { type HistoryOptions, histories } from "./histories.js";
export { records } from "./records.js";
export type { ShapeOptions } from "./shaping.js";
