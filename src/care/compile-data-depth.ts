import { ANNOTATIONS, type Scope, type Slot } from "../rules/index.js";
import type { CareModel, DataDepth } from "./care-model.js";

/** The fields that a class must have known, by class. */
export type CompiledDepth = ReadonlyMap<string, readonly Slot[]>;

const WORDS = ["mostValuableFirst", "required", "usedFor", ...ANNOTATIONS];
const USES = ["care", "evaluation", "strategy"];

/**
 * Checks which fields each class must have known: no lower class more of them than a higher one, no
 * field that nobody uses.
 *
 * Every condition of the segments and the paths has been compiled before: the fields that they read
 * are those of the scope.
 */
export function compileDataDepth(
  depth: DataDepth | undefined,
  labels: Iterable<string>,
  models: ReadonlyMap<string, CareModel>,
  scope: Scope,
): CompiledDepth {
  if (depth === undefined) return new Map();
  const path = "care.dataDepth";
  scope.checkWords(depth, WORDS, path);
  const used = new Set(scope.slots.map((slot) => slot.name));
  const namesPeople = [...models.values()].map((model) => model.ownership);
  if (namesPeople.some((rule) => rule.mode === "named" && rule.per.includes("region"))) {
    used.add("region");
  }
  const required = new Map(Object.entries(depth.required));
  checkOrder(depth, required, new Set(labels), scope, path);
  const compiled = new Map<string, readonly Slot[]>();
  const fields = new Map<string, string>();
  for (const [label, names = []] of required) {
    const slots = [...new Set(names)].flatMap((name, index) => {
      const at = `${path}.required.${label}[${index}]`;
      const slot = scope.slotOf(name, at);
      if (slot === undefined) return [];
      if (!fields.has(name)) fields.set(name, at);
      return slot;
    });
    compiled.set(label, slots);
  }
  checkUses(depth.usedFor ?? {}, used, fields, scope, path);
  return compiled;
}

function checkOrder(
  { mostValuableFirst: order }: DataDepth,
  required: ReadonlyMap<string, readonly string[] | undefined>,
  labels: ReadonlySet<string>,
  scope: Scope,
  path: string,
): void {
  const ranked = new Set<string>();
  let fewest = Number.POSITIVE_INFINITY;
  for (const [index, label] of order.entries()) {
    const at = `${path}.mostValuableFirst[${index}]`;
    if (!labels.has(label)) scope.unknownName(label, "segment", labels, at);
    if (ranked.has(label)) {
      scope.fault(at, "duplicate-label", `\`${label}\` stands in the order already`);
    }
    ranked.add(label);
    const count = new Set(required.get(label)).size;
    if (count > fewest) {
      const text = `\`${label}\` must have ${count} fields known, a more valuable class ${fewest}`;
      scope.fault(`${path}.required.${label}`, "depth-out-of-proportion", text);
    }
    fewest = Math.min(fewest, count);
  }
  for (const label of required.keys()) {
    if (ranked.has(label)) continue;
    scope.unknownName(label, "ranked-segment", order, `${path}.required.${label}`);
  }
}

function checkUses(
  usedFor: NonNullable<DataDepth["usedFor"]>,
  used: ReadonlySet<string>,
  fields: ReadonlyMap<string, string>,
  scope: Scope,
  path: string,
): void {
  for (const [name, uses] of Object.entries(usedFor)) {
    const at = `${path}.usedFor.${name}`;
    if (!fields.has(name)) scope.unknownName(name, "required-field", fields.keys(), at);
    if (uses.length === 0) scope.fault(at, "empty-list", "a use of a field is named or left out");
    for (const [index, use] of uses.entries()) scope.checkWord(use, USES, `${at}[${index}]`);
  }
  for (const [name, at] of fields) {
    if (used.has(name) || Object.hasOwn(usedFor, name)) continue;
    scope.warn(at, "unused-field", `no condition reads \`${name}\` and no other use is named`);
  }
}
