import { type Checked, errorAt } from "../shapes/index.js";

/** What a reading gives, or the finding that the input threw an error of its own while it was read. */
export function attempt<T>(path: string, read: () => Checked<T>): Checked<T> {
  try {
    return read();
  } catch {
    const findings = [errorAt(path, "unreadable", "reading the value threw an error")];
    return { ok: false, findings };
  }
}
