import { ANNOTATIONS, compileDuration, isObject, parameterNamed, Scope } from "../rules/index.js";
import { type Checked, checked, type Finding, nearestName, showInput } from "../shapes/index.js";
import { figureKinds } from "./catalogue.js";
import type { ArgumentSpec, FigureKind } from "./figure-kind.js";
import type { CompiledKpi, CompiledKpis, KpiChapter, KpiDefinition } from "./kpi-definition.js";

/** Most definitions that one board may have. */
const MOST_KPIS = 500;

const WORDS: readonly string[] = /* @__PURE__ */ ["figure", "version", "with"].concat(
  ["names", "owner", "executor", "phase"],
  ANNOTATIONS,
);

/**
 * The definitions of a board with every name and convention resolved, or everything that is wrong
 * with them at once.
 *
 * A convention that is left out is a finding: which practice is meant is for the company to say.
 *
 * @param definitions - figures by name
 * @param options - `currency`: of all money, ISO 4217; needed when a figure reads money
 * @returns the compiled definitions in the order of the document, or findings with the nearest
 *   right name
 *
 * @example A misspelt convention
 * ```ts
 * import { compileKpis } from "hoito/kpis";
 *
 * const { findings } = compileKpis({
 *   kept: { figure: "retention", version: "1", with: { base: "openning" } },
 * });
 * findings[0]?.message; // => "`openning` is none of opening, average, all; did you mean `opening`?"
 * ```
 *
 * @category KPIs
 */
export function compileKpis(
  definitions: KpiChapter,
  options: { readonly currency?: string } = {},
): Checked<CompiledKpis> {
  const findings: Finding[] = [];
  const scope = new Scope({ currency: options.currency, findings });
  const compiled = compileKpiChapter(definitions, scope);
  return checked(findings, () => compiled);
}

/** The KPI chapter of a policy; faults gather in the scope. */
export function compileKpiChapter(definitions: KpiChapter, scope: Scope): CompiledKpis {
  const entries = Object.entries(definitions);
  if (entries.length > MOST_KPIS) {
    scope.fault("kpis", "too-many", `a board has at most ${MOST_KPIS} figures`);
    entries.length = 0;
  }
  const kpis = entries.flatMap(([id, written]) => {
    const compiled = compileKpi(id, written, scope);
    return compiled === undefined ? [] : [compiled];
  });
  return { kpis, currency: scope.currency ?? "" };
}

function compileKpi(id: string, written: unknown, scope: Scope): CompiledKpi | undefined {
  const path = `kpis.${id}`;
  if (!isObject(written)) {
    return scope.fault(path, "not-a-kpi", `${showInput(written)} is no definition of a figure`);
  }
  scope.checkWords(written, WORDS, path);
  const { figure, version } = written;
  if (typeof version !== "string" || version === "") {
    const text = "a definition has a `version`, so that two ways of counting are told apart";
    scope.fault(`${path}.version`, "missing-property", text);
  }
  const kind = typeof figure === "string" ? figureKinds.get(figure) : undefined;
  if (kind === undefined) {
    return scope.unknownName(figure, "figure", figureKinds.keys(), `${path}.figure`);
  }
  if (kind.money === true && scope.currency === undefined) {
    const text = "a figure of money needs a `currency`";
    scope.fault(`${path}.figure`, "currency-missing", text);
  }
  const definition = written as unknown as KpiDefinition;
  const method = compileArguments(kind, written["with"] ?? {}, scope, `${path}.with`);
  if (method === undefined) return undefined;
  checkTogether(kind, method, scope, `${path}.with`);
  const reads = typeof kind.reads === "function" ? kind.reads(method as never) : kind.reads;
  const fingerprint = `${definition.figure} ${JSON.stringify(Object.entries(method))}`;
  return { id, definition, description: kind.describe, kind, method, reads, fingerprint };
}

/** The conventions by name; `undefined` where one of them has no value. */
function compileArguments(
  kind: FigureKind,
  written: unknown,
  scope: Scope,
  path: string,
): Record<string, unknown> | undefined {
  if (!isObject(written)) {
    return scope.fault(path, "not-a-kpi", "`with` holds conventions by name");
  }
  scope.checkWords(written, Object.keys(kind.arguments), path);
  const method: Record<string, unknown> = {};
  let isWhole = true;
  for (const [name, spec] of Object.entries(kind.arguments)) {
    const value = Object.hasOwn(written, name) ? written[name] : undefined;
    const at = `${path}.${name}`;
    if (value === undefined && spec.optional === true) continue;
    if (value === undefined) scope.fault(at, "missing-property", `\`${name}\` is not stated`);
    else method[name] = compileArgument(spec, value, scope, at);
    isWhole &&= method[name] !== undefined;
  }
  return isWhole ? method : undefined;
}

/** What the conventions must be beside each other, once each is right by itself. */
function checkTogether(
  kind: FigureKind,
  method: Record<string, unknown>,
  scope: Scope,
  path: string,
): void {
  for (const name of kind.needs?.(method) ?? []) {
    if (method[name] !== undefined) continue;
    scope.fault(`${path}.${name}`, "missing-property", `\`${name}\` is not stated`);
  }
  kind.check?.(method, scope, path);
}

function compileArgument(spec: ArgumentSpec, value: unknown, scope: Scope, path: string): unknown {
  if (spec.kind === "duration") return compileDuration(value, scope, path);
  if (isObject(value) && Object.hasOwn(value, "parameter")) {
    const kind = PARAMETERS[spec.kind];
    const found = parameterNamed(value["parameter"], kind, scope, path);
    return found && checkArgument(spec, found.value, scope, path);
  }
  return checkArgument(spec, value, scope, path);
}

const PARAMETERS = {
  word: "text",
  number: "number",
  oneOf: "number",
  text: "text",
  texts: "list",
  numbers: "list",
} as const;

function checkArgument(spec: ArgumentSpec, value: unknown, scope: Scope, path: string): unknown {
  switch (spec.kind) {
    case "word": {
      if (spec.words.includes(value as string)) return value;
      const text = `${showInput(value)} is none of ${spec.words.join(", ")}`;
      return scope.fault(path, "unknown-value", text, nearestName(String(value), spec.words));
    }
    case "oneOf": {
      if (spec.values.includes(value as number)) return value;
      const text = `${showInput(value)} is none of ${spec.values.join(", ")}`;
      return scope.fault(path, "unknown-value", text);
    }
    case "number": {
      const { atLeast, atMost, whole } = spec;
      const number = typeof value === "number" ? value : Number.NaN;
      const fits = number >= atLeast && number <= atMost;
      if (fits && (whole !== true || Number.isInteger(number))) return number;
      const what = whole === true ? "whole number" : "number";
      const text = `${showInput(value)} is no ${what} from ${atLeast} to ${atMost}`;
      return scope.fault(path, "out-of-range", text);
    }
    case "texts": {
      const list = Array.isArray(value) ? value : [];
      if (list.length > 0 && list.every((each) => typeof each === "string")) return value;
      return scope.fault(path, "not-a-list", "a list of texts, not empty, stands here");
    }
    case "numbers": {
      const list: readonly unknown[] = Array.isArray(value) ? value : [Number.NaN];
      const ascends = list.every((each, at) => {
        return (
          Number.isInteger(each) && (each as number) > (at === 0 ? -1 : (list[at - 1] as number))
        );
      });
      if (ascends && list.length > 0) return value;
      return scope.fault(path, "not-a-list", "whole numbers from 0 that ascend stand here");
    }
    default: {
      if (typeof value === "string" && value !== "") return value;
      return scope.fault(path, "wrong-type", `${showInput(value)} is no text`);
    }
  }
}
