import type { Money } from "../facts/index.js";

/** Whole euros, in which every sample counts. */
export function euros(amount: number): Money {
  return { minor: amount * 100, currency: "EUR" };
}
