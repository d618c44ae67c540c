import type { Curve } from "../job.js";
import { lostOf, problemOf } from "../visits-of-a-year.js";

export const name: Curve["name"] = "A schedule grows near-linearly with its visits";
export const along: Curve["along"] = "visits";
export const sizes: Curve["sizes"] = [1_000, 10_000, 100_000, 1_000_000];

export const contenders: Curve["contenders"] = {
  hoito: (size) => {
    const problem = problemOf(size);
    return () => lostOf(problem);
  },
};

export function piecesAt(count: number): ReturnType<Curve["piecesAt"]> {
  return { count, each: "visit" };
}
