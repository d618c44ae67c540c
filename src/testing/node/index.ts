export { type GoldenOptions, matchGolden } from "./match-golden.js";
