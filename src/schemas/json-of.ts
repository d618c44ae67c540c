import { errorAt, type Finding } from "../shapes/index.js";

/** Most characters of JSON text. */
const LONGEST_TEXT = 10_000_000;

/** The value of JSON text; anything that is no text is the value itself. */
export function jsonOf(
  input: unknown,
  what: string,
): { readonly value: unknown; readonly findings: readonly Finding[] } {
  if (typeof input !== "string") return { value: input, findings: [] };
  if (input.length > LONGEST_TEXT) {
    const message = `a ${what}'s text has at most ${LONGEST_TEXT} characters`;
    return { value: null, findings: [errorAt("", "text-too-long", message)] };
  }
  try {
    return { value: JSON.parse(input) as unknown, findings: [] };
  } catch {
    return { value: null, findings: [errorAt("", "not-json", "the text is not JSON")] };
  }
}
