import type { Finding } from "../shapes/index.js";

/** A finding as one line of a failing test. */
export function findingLine({ code, path, message }: Finding): string {
  return `${path}: ${message} (${code})`;
}
