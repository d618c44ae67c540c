import type { Scope } from "../rules/index.js";
import { basisPoints, WHOLE } from "./basis-points.js";
import type { OwningUnitRule, RevenueShare } from "./ownership.js";

/** The ways a unit comes to own an account, with what each has to say besides. */
const UNITS: ReadonlyMap<string, readonly string[]> = new Map([
  ["regional", []],
  ["central", []],
  ["shared", ["split"]],
  ["largestServiceShare", []],
]);

/** Checks which unit an account belongs to; the shares of a split make exactly one. */
export function checkOwningUnit(rule: OwningUnitRule, scope: Scope, path: string): void {
  const words = UNITS.get(rule.by);
  if (words === undefined) {
    scope.checkWord(rule.by, [...UNITS.keys()], `${path}.by`);
    return;
  }
  scope.checkWords(rule, ["by", ...words], path);
  if (rule.by === "shared") checkSplit(rule.split, scope, `${path}.split`);
}

function checkSplit(split: readonly RevenueShare[], scope: Scope, path: string): void {
  const before = scope.findings.length;
  const units = new Set<string>();
  let total = 0;
  for (const [index, part] of split.entries()) {
    const at = `${path}[${index}]`;
    scope.checkWords(part, ["unit", "share"], at);
    total += basisPoints(part.share, scope, `${at}.share`) ?? 0;
    if (units.has(part.unit)) {
      scope.fault(`${at}.unit`, "duplicate-unit", `\`${part.unit}\` has a share already`);
    }
    units.add(part.unit);
  }
  if (scope.findings.length > before || total === WHOLE) return;
  const text = `the shares make ${total / 100} %, not exactly 100 %`;
  scope.fault(path, "split-not-whole", text);
}
