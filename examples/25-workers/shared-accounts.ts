import type { AccountColumns } from "hoito/facts";

/** A repeatable sequence of numbers from 0 up to 1 (Numerical Recipes). */
function draws(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** That many accounts in memory that threads share; every thirtieth fact or so is not known. */
export function sharedAccounts(rows: number): AccountColumns {
  const next = draws(20_180_328);
  const headcount = new Float64Array(new SharedArrayBuffer(rows * 8));
  const revenue = new Float64Array(new SharedArrayBuffer(rows * 8));
  const lastOrderOn = new Int32Array(new SharedArrayBuffer(rows * 4));
  const industry = new Uint8Array(new SharedArrayBuffer(rows));
  const growth = new Uint8Array(new SharedArrayBuffer(rows));
  const valid = new Uint8Array(new SharedArrayBuffer(Math.ceil(rows / 8)));
  for (let row = 0; row < rows; row++) {
    headcount[row] = next() < 0.03 ? Number.NaN : 1 + Math.floor(next() * next() * 1500);
    revenue[row] = Math.floor(next() * next() * 10_000_000);
    lastOrderOn[row] = 17_618 - Math.floor(next() * 1200);
    industry[row] = Math.floor(next() * 4);
    growth[row] = next() < 0.1 ? 1 : 0;
    if (next() >= 0.03) valid[row >> 3]! |= 1 << (row & 7);
  }
  const dictionary = ["retail", "industry", "services", "public"];
  return {
    rows,
    currency: "EUR",
    fields: {
      headcount: { kind: "number", data: headcount },
      revenue: { kind: "money", data: revenue },
      lastOrderOn: { kind: "date", data: lastOrderOn, valid },
      industry: { kind: "category", data: industry, dictionary },
      veryFastGrowth: { kind: "boolean", data: growth },
    },
  };
}
