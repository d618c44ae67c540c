import { HoitoError } from "./hoito-error.js";

/** Refuses what only JavaScript can hand over as a list; the text says what to write instead. */
export function requireList(list: unknown, path: string, text: string): void {
  if (Array.isArray(list)) return;
  throw new HoitoError(text, { code: "not-a-list", path, received: list });
}
