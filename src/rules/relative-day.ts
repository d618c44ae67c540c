import { type Duration, shiftDay } from "../time/index.js";

/** The day so long after (sign 1) or before (−1) another; `undefined` beyond the known years. */
export function relativeDay(day: number, duration: Duration, sign: 1 | -1): number | undefined {
  try {
    return shiftDay(day, duration, sign);
  } catch {
    return undefined;
  }
}
