import { rfmScores, summarizePurchases } from "hoito/segments";
import { numbers } from "./numbers.js";

const FIRST_DAY = 16_436;
const DAYS = 1095;
const BINS = 5;

export const AS_OF: number = FIRST_DAY + DAYS;

/** Orders as columns, of customers numbered from 0. */
export interface Orders {
  readonly account: Uint32Array;
  readonly day: Int32Array;
  readonly minor: Float64Array;
}

/** Three years of orders, ten a customer on the average: some customers are frequent and most rare. */
export function ordersOf(customers: number): Orders {
  const count = customers * 10;
  const orders = {
    account: new Uint32Array(count),
    day: new Int32Array(count),
    minor: new Float64Array(count),
  };
  const next = numbers();
  for (let row = 0; row < count; row++) {
    // The product of two draws is small more often than not.
    orders.account[row] = Math.floor((next() / 2 ** 32) * (next() / 2 ** 32) * customers);
    orders.day[row] = FIRST_DAY + (next() % DAYS);
    orders.minor[row] = 100 + (next() % 50_000);
  }
  return orders;
}

export function scoreByHoito(orders: Orders, customers: number): number {
  const found = summarizePurchases(orders, { accounts: customers });
  const recency = new Float64Array(customers);
  const frequency = new Float64Array(customers);
  for (let row = 0; row < customers; row++) {
    const count = found.orders[row]!;
    recency[row] = count === 0 ? Number.NaN : AS_OF - found.lastDay[row]!;
    frequency[row] = count;
  }
  const scoring = { by: "nearestRank", boundary: "lower" } as const;
  const columns = { recency, frequency, monetary: found.minor };
  return checksum(rfmScores(columns, { bins: BINS, scoring, unit: 100 }).score);
}

/** The same by hand: two passes over typed arrays, and each cut selected, not sorted. */
export function scoreByHand(orders: Orders, customers: number): number {
  const last = new Float64Array(customers).fill(Number.NEGATIVE_INFINITY);
  const count = new Float64Array(customers);
  const sum = new Float64Array(customers);
  const { account, day, minor } = orders;
  for (let row = 0; row < account.length; row++) {
    const who = account[row]!;
    if (day[row]! > last[who]!) last[who] = day[row]!;
    count[who] = count[who]! + 1;
    sum[who] = sum[who]! + minor[row]!;
  }
  const bought = count.reduce((all, each) => all + (each > 0 ? 1 : 0), 0);
  const cutsOf = (column: Float64Array): readonly number[] => {
    const known = new Float64Array(bought);
    let at = 0;
    for (let row = 0; row < customers; row++) if (count[row]! > 0) known[at++] = column[row]!;
    return [1, 2, 3, 4].map((cut) => select(known, Math.ceil((bought * cut) / BINS) - 1));
  };
  const days = last.map((each) => AS_OF - each);
  const [r, f, m] = [cutsOf(days), cutsOf(count), cutsOf(sum)];
  const above = (value: number, cuts: readonly number[]): number => {
    let band = 1;
    for (const cut of cuts) if (value > cut) band += 1;
    return band;
  };
  const score = new Uint16Array(customers);
  for (let row = 0; row < customers; row++) {
    if (count[row] === 0) continue;
    const recency = BINS + 1 - above(days[row]!, r!);
    score[row] = recency * 100 + above(count[row]!, f!) * 10 + above(sum[row]!, m!);
  }
  return checksum(score);
}

/** Hoare's selection (1961): the value that would stand at that place in order; it reorders the column. */
function select(column: Float64Array, place: number): number {
  let low = 0;
  let high = column.length - 1;
  while (low < high) {
    const pivot = column[(low + high) >> 1]!;
    let left = low;
    let right = high;
    while (left <= right) {
      while (column[left]! < pivot) left += 1;
      while (column[right]! > pivot) right -= 1;
      if (left > right) break;
      const swapped = column[left]!;
      column[left++] = column[right]!;
      column[right--] = swapped;
    }
    if (place <= right) high = right;
    else if (place >= left) low = left;
    else return column[place]!;
  }
  return column[place]!;
}

/** Adds up scores, so that two customers who swap theirs are seen. */
function checksum(score: ArrayLike<number>): number {
  let sum = 0;
  for (let row = 0; row < score.length; row++)
    sum = (sum + score[row]! * ((row % 1009) + 1)) % 2 ** 40;
  return sum;
}
