import { HoitoError } from "../../src/shapes/index.js";

/** The code, path and input of the HoitoError that a call throws. */
export function faultOf(call: () => unknown): readonly [string, string, unknown] {
  try {
    call();
  } catch (error) {
    if (error instanceof HoitoError) return [error.code, error.path, error.received];
    throw error;
  }
  throw new Error("nothing was thrown");
}
