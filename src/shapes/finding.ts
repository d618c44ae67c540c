import type { PlainValue } from "./decision.js";
import { withGuess } from "./nearest-name.js";

/**
 * What is wrong with a policy or with data. Findings are collected, never thrown; the `code` is
 * stable and documented, the `message` is for people and may change.
 *
 * @category Shapes
 */
export interface Finding {
  /** Stable, documented name of the fault, in kebab-case. */
  readonly code: string;
  /** An `error` refuses the input; a `warning` lets it pass. */
  readonly severity: "error" | "warning";
  /** Where: property names joined by dots, list positions in brackets, `""` for the whole input. */
  readonly path: string;
  /** One lower-case sentence with the offending input in backticks. */
  readonly message: string;
  /** The nearest right name, where a name was misspelt. */
  readonly suggestion?: string;
  /** Zero-based position of the record in the rows that were read. */
  readonly row?: number;
  /** An account, by its fields, on which it shows; `null` is known to be none. */
  readonly witness?: Readonly<Record<string, PlainValue | null>>;
}

/**
 * A finding that refuses the input.
 *
 * @category Shapes
 */
export function errorAt(path: string, code: string, message: string, suggestion?: string): Finding {
  return finding("error", path, code, message, suggestion);
}

/**
 * A finding that lets the input pass.
 *
 * @category Shapes
 */
export function warningAt(
  path: string,
  code: string,
  message: string,
  suggestion?: string,
): Finding {
  return finding("warning", path, code, message, suggestion);
}

function finding(
  severity: Finding["severity"],
  path: string,
  code: string,
  message: string,
  suggestion: string | undefined,
): Finding {
  if (suggestion === undefined) return { code, severity, path, message };
  return { code, severity, path, message: withGuess(message, suggestion), suggestion };
}
