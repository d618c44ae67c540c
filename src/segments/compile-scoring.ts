import { compileLiteral, type Slot } from "../rules/index.js";
import type { CompileJob } from "./method.js";
import type { RfmClassifier, RfmCuts, RfmScoring } from "./rfm-classifier.js";
import { AXES } from "./rfm-ranges.js";

const SCORINGS: Readonly<Record<RfmScoring["by"], readonly string[]>> = {
  quantile: ["type", "boundary"],
  nearestRank: ["boundary"],
  rfmPackage: [],
  ntile: ["ties"],
  nested: ["type", "boundary"],
  thresholds: ["boundary", ...AXES],
};

/** Checks the scoring; gives the cuts where they are written out. */
export function compileScoring(
  { scoring, bins }: RfmClassifier,
  slots: readonly (Slot | undefined)[],
  { scope, path }: CompileJob,
): RfmCuts | undefined {
  const at = `${path}.scoring`;
  const words = Object.hasOwn(SCORINGS, scoring.by) ? SCORINGS[scoring.by] : undefined;
  if (words === undefined) {
    scope.checkWord(scoring.by, Object.keys(SCORINGS), `${at}.by`);
    return undefined;
  }
  scope.checkWords(scoring, ["by", ...words], at);
  for (const word of ["boundary", "ties"] as const) {
    if (!words.includes(word)) continue;
    const written = (scoring as Readonly<Record<string, unknown>>)[word];
    scope.checkWord(written, ["lower", "upper"], `${at}.${word}`);
  }
  if (
    "type" in scoring &&
    !(Number.isInteger(scoring.type) && scoring.type >= 1 && scoring.type <= 9)
  ) {
    const text = "`type` is the quantile's number from 1 to 9 (Hyndman and Fan 1996)";
    scope.fault(`${at}.type`, "unknown-value", text);
  }
  if (scoring.by !== "thresholds") return undefined;
  const lists = AXES.map((axis, index) => {
    return compileThresholds(scoring[axis], bins, slots[index], scope, `${at}.${axis}`);
  });
  return { recency: lists[0]!, frequency: [lists[1]!], monetary: [lists[2]!] };
}

function compileThresholds(
  written: readonly unknown[],
  bins: number,
  slot: Slot | undefined,
  scope: CompileJob["scope"],
  path: string,
): readonly number[] {
  if (slot === undefined) return [];
  if (!Array.isArray(written) || written.length !== bins - 1) {
    scope.fault(path, "out-of-range", `${bins} bins have ${bins - 1} thresholds`);
    return [];
  }
  const cells = written.map((each, index) => {
    return compileLiteral(each, slot.kind, scope, `${path}[${index}]`) as number | undefined;
  });
  const rise = cells.every((each, at) => at === 0 || !(each! <= cells[at - 1]!));
  if (!rise) scope.fault(path, "thresholds-out-of-order", "thresholds rise");
  return cells.map((each) => each!);
}
