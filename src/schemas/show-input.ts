const LONGEST_TEXT = 40;

/** Untrusted input as short text in backticks for a message; never throws, whatever it is given. */
export function showInput(input: unknown): string {
  if (Array.isArray(input)) return "a list";
  if (typeof input === "function") return "a function";
  if (typeof input === "object" && input !== null) return "an object";
  return `\`${cut(Object.is(input, -0) ? "-0" : String(input))}\``;
}

function cut(text: string): string {
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text;
}
