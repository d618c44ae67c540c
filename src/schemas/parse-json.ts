import type * as z from "zod";
import { type Checked, errorAt, type Finding } from "../shapes/index.js";
import { type Bounds, checkBounds } from "./check-bounds.js";
import { ASKING, issueFindings } from "./issue-findings.js";
import { scanJson } from "./scan-json.js";

/** Most characters of JSON text. */
const LONGEST_TEXT = 10_000_000;

/** What a document is called in messages, and how large it may be. */
export interface DocumentKind extends TextKind {
  readonly bounds: Bounds;
}

/** What text is called in messages, and who writes it. */
export interface TextKind {
  readonly what: string;
  /** People write it: a name that stands twice in one object is a mistake. */
  readonly byHand?: true;
}

/**
 * A whole document out of untrusted input: bounded, of the schema's shape, or with its findings.
 *
 * @param schema - the shape
 * @param input - JSON text, or what it would hold
 * @param kind - its name and bounds
 */
export function parseJson<T>(schema: z.ZodType<T>, input: unknown, kind: DocumentKind): Checked<T> {
  const read = readJson(input, kind);
  const outside = [...read.findings, ...checkBounds(read.value, kind.bounds)];
  if (outside.length > 0) return { ok: false, findings: outside };
  const result = schema.safeParse(read.value, ASKING);
  if (!result.success) return { ok: false, findings: issueFindings(result.error.issues, "") };
  return { ok: true, value: result.data, findings: [] };
}

/** The value of JSON text; anything that is no text is the value itself. */
export function readJson(
  input: unknown,
  { what, byHand }: TextKind,
): { readonly value: unknown; readonly findings: readonly Finding[] } {
  if (typeof input !== "string") return { value: input, findings: [] };
  if (input.length > LONGEST_TEXT) {
    const message = `a ${what}'s text has at most ${LONGEST_TEXT} characters`;
    return { value: null, findings: [errorAt("", "text-too-long", message)] };
  }
  try {
    return {
      value: JSON.parse(input) as unknown,
      findings: byHand === true ? scanJson(input) : [],
    };
  } catch {
    return { value: null, findings: scanJson(input) };
  }
}
