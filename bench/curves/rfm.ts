import type { Curve } from "../job.js";
import { ordersOf, scoreByHand, scoreByHoito } from "../purchases.js";

export const name: Curve["name"] = "RFM grows linearly with its orders";
export const along: Curve["along"] = "orders";
export const sizes: Curve["sizes"] = [10_000, 100_000, 1_000_000, 10_000_000];

export const contenders: Curve["contenders"] = {
  "by hand": (size) => {
    const orders = ordersOf(size / 10);
    return () => scoreByHand(orders, size / 10);
  },
  hoito: (size) => {
    const orders = ordersOf(size / 10);
    return () => scoreByHoito(orders, size / 10);
  },
};

export function piecesAt(count: number): ReturnType<Curve["piecesAt"]> {
  return { count, each: "order" };
}
