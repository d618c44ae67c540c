import { HoitoError, showInput } from "../shapes/index.js";

/** Throws `not-a-whole-number` unless the argument is one. */
export function requireWholeNumber(input: number, path: string): void {
  if (Number.isSafeInteger(input)) return;
  const message = `${showInput(input)} is not a whole number`;
  throw new HoitoError(message, { code: "not-a-whole-number", path, received: input });
}
