import { HoitoError, nearestName, refuseMisspelt, showInput, withGuess } from "../shapes/index.js";
import type { ArgumentSpec, FigureKind } from "./figure-kind.js";

/** The conventions of a plain function by name, as a kind of figure states them. */
export type MethodSpecs = Readonly<Record<string, ArgumentSpec | { readonly kind: "number" }>>;

/**
 * Refuses the conventions of a plain function that only JavaScript can hand over: misspelt ones,
 * none, or values of another kind. No convention is chosen unseen.
 *
 * Bounds of numbers are left to the function: a definition of a board has them, a type has not.
 *
 * @throws {@link HoitoError} `missing-property`, `unknown-value`, `not-a-number`, `not-a-list`,
 *   `wrong-type`, `unknown-option`
 */
export function requireMethod<Method extends object>(
  method: Method,
  specs: MethodSpecs,
  needs?: FigureKind<Method>["needs"],
): void {
  const required = Object.keys(specs).filter((name) => !("optional" in specs[name]!));
  if (typeof method !== "object" || method === null) {
    const example = required.length === 0 ? "{}" : `{ ${required.join(", ")} }`;
    const text = `${showInput(method)} states no conventions: write \`${example}\``;
    throw new HoitoError(text, { code: "wrong-type", path: "method", received: method });
  }
  refuseMisspelt<object>(method, specs, "method");
  const given = method as Readonly<Record<string, unknown>>;
  const missing = [...required, ...(needs?.(method) ?? [])].find((name) => {
    return given[name] === undefined;
  });
  if (missing !== undefined) {
    const at = { code: "missing-property", path: `method.${missing}`, received: method };
    throw new HoitoError(`\`${missing}\` is not stated`, at);
  }
  for (const [name, spec] of Object.entries(specs)) requireArgument(name, given[name], spec);
}

function requireArgument(name: string, value: unknown, spec: MethodSpecs[string]): void {
  if (value === undefined) return;
  const refuse = (code: string, text: string): never => {
    throw new HoitoError(text, { code, path: `method.${name}`, received: value });
  };
  const shown = showInput(value);
  if (spec.kind === "word" && !spec.words.includes(value as string)) {
    const near = nearestName(String(value), spec.words);
    refuse("unknown-value", withGuess(`${shown} is none of \`${spec.words.join("`, `")}\``, near));
  }
  if (spec.kind === "number" && typeof value !== "number") {
    refuse("not-a-number", `${shown} is no number`);
  }
  const isTexts = Array.isArray(value) && value.every((each) => typeof each === "string");
  if (spec.kind === "texts" && !isTexts) refuse("not-a-list", `${shown} is no list of texts`);
}
