import { HoitoError } from "../shapes/index.js";
import type { RfmCuts } from "./rfm-classifier.js";
import {
  bandAmong,
  boundaryOf,
  cutRfm,
  type FittedScoring,
  type RfmColumns,
  reachable,
} from "./rfm-cuts.js";

const FITTED: readonly string[] = [
  "quantile",
  "nearestRank",
  "rfmPackage",
  "ntile",
  "nested",
] satisfies readonly FittedScoring["by"][];

/**
 * Scores of a base, account by account.
 *
 * @category Segments
 */
export interface RfmScores {
  /** 1 … bins, the most recent highest; 0 where a measure is missing. */
  readonly recency: Uint8Array;
  readonly frequency: Uint8Array;
  readonly monetary: Uint8Array;
  /** All three as one number, such as 355; 0 where a measure is missing. */
  readonly score: Uint16Array;
  /** `undefined` where no account has all three measures. */
  readonly cuts: RfmCuts | undefined;
}

/**
 * RFM scores of columns, without a policy.
 *
 * Only accounts of which all three numbers are finite are cut and scored. Equal values have equal
 * scores under every method.
 *
 * @param columns - days since the last purchase, purchases, and money spent; aligned
 * @param method - `bins` 2 … 9, the `scoring`, and for `rfmPackage` how many of the monetary
 *   column's units make one of the package's (`unit`, 100 for cents)
 * @returns scores aligned with the columns, and the cuts
 * @throws {@link HoitoError} `not-aligned` for columns of different lengths; `out-of-range` for
 *   `bins`, or a `unit` that is no number; `unknown-value` for a scoring that there is not
 *
 * @example Two bins by nearest rank
 * ```ts
 * import { rfmScores } from "hoito/segments";
 *
 * const columns = {
 *   recency: Float64Array.of(5, 40, 90, 200),
 *   frequency: Float64Array.of(9, 4, 4, 1),
 *   monetary: Float64Array.of(900, 100, 700, 50),
 * };
 * const scoring = { by: "nearestRank", boundary: "lower" } as const;
 * const { score } = rfmScores(columns, { bins: 2, scoring, unit: 1 });
 * [...score]; // => [222, 211, 112, 111]
 * ```
 *
 * @category Segments
 */
export function rfmScores(
  columns: RfmColumns,
  method: { readonly bins: number; readonly scoring: FittedScoring; readonly unit: number },
): RfmScores {
  const { bins, scoring, unit } = method;
  checkMethod(columns, method);
  const length = columns.recency.length;
  const known = knownRows(columns);
  const scores = {
    recency: new Uint8Array(length),
    frequency: new Uint8Array(length),
    monetary: new Uint8Array(length),
    score: new Uint16Array(length),
  };
  if (known.length === 0) return { ...scores, cuts: undefined };
  const cuts = cutRfm(
    known.length === length ? columns : pick(columns, known),
    bins,
    scoring,
    unit,
  );
  const boundary = boundaryOf(scoring);
  const nests = scoring.by === "nested";
  const first = reachable(cuts.recency);
  const second = cuts.frequency.map((each) => reachable(each ?? []));
  const third = cuts.monetary.map((each) => reachable(each ?? []));
  for (const row of known) {
    const r = bins + 1 - bandAmong(columns.recency[row]!, first, boundary);
    const f = bandAmong(columns.frequency[row]!, second[nests ? r - 1 : 0]!, boundary);
    const pair = (r - 1) * bins + f - 1;
    const m = bandAmong(columns.monetary[row]!, third[nests ? pair : 0]!, boundary);
    scores.recency[row] = r;
    scores.frequency[row] = f;
    scores.monetary[row] = m;
    scores.score[row] = r * 100 + f * 10 + m;
  }
  return { ...scores, cuts };
}

function checkMethod(
  { recency, frequency, monetary }: RfmColumns,
  { bins, scoring, unit }: { bins: number; scoring: FittedScoring; unit: number },
): void {
  for (const [name, { length }] of Object.entries({ frequency, monetary })) {
    if (length === recency.length) continue;
    const at = { code: "not-aligned", path: `columns.${name}`, received: length };
    throw new HoitoError(`${recency.length} accounts have as many values in every column`, at);
  }
  if (!(Number.isInteger(bins) && bins >= 2 && bins <= 9)) {
    const at = { code: "out-of-range", path: "method.bins", received: bins };
    throw new HoitoError("`bins` is a whole number from 2 to 9", at);
  }
  if (!Number.isFinite(unit)) {
    const at = { code: "out-of-range", path: "method.unit", received: unit };
    throw new HoitoError("`unit` is a number", at);
  }
  if (FITTED.includes(scoring.by)) return;
  const at = { code: "unknown-value", path: "method.scoring.by", received: scoring.by };
  throw new HoitoError(`a scoring is one of \`${FITTED.join("`, `")}\``, at);
}

function knownRows({ recency, frequency, monetary }: RfmColumns): Uint32Array {
  const rows = new Uint32Array(recency.length);
  let count = 0;
  for (let row = 0; row < recency.length; row++) {
    // A sum is finite only where all its terms are.
    if (Number.isFinite(recency[row]! + frequency[row]! + monetary[row]!)) rows[count++] = row;
  }
  return rows.subarray(0, count);
}

function pick({ recency, frequency, monetary }: RfmColumns, rows: Uint32Array): RfmColumns {
  const of = (column: Float64Array): Float64Array => {
    const picked = new Float64Array(rows.length);
    for (let at = 0; at < rows.length; at++) picked[at] = column[rows[at]!]!;
    return picked;
  };
  return { recency: of(recency), frequency: of(frequency), monetary: of(monetary) };
}
