export { type Checked, type Finding, HoitoError, orThrow } from "./shapes/index.js";
