import type { RecordId } from "../facts/index.js";
import { type Checked, checked, errorAt, type Finding, HoitoError } from "../shapes/index.js";
import type { BoardContext } from "./board.js";
import { windowsOf } from "./figure-window.js";
import type { PartialBoard } from "./partial-board.js";
import type { PartialTally } from "./partial-tally.js";
import { requirePartial } from "./require-board.js";

/**
 * The tally of one figure as plain JSON: maps as lists of pairs.
 *
 * @category KPIs
 */
export interface StoredTally {
  readonly counts: readonly (readonly [name: string, sum: number])[];
  readonly excluded: readonly (readonly [reason: string, count: number])[];
  readonly histograms: readonly (readonly [
    name: string,
    places: readonly (readonly [at: string | number, count: number])[],
  ])[];
  readonly keys: readonly (readonly [name: string, keys: readonly string[]])[];
  readonly ids: {
    readonly numerator: readonly RecordId[];
    readonly denominator: readonly RecordId[];
    readonly excluded: readonly RecordId[];
  };
}

/**
 * A partial board as plain JSON, which can be kept in a file or sent to another machine.
 *
 * @category KPIs
 */
export interface StoredPartialBoard {
  readonly format: "hoito-partial-board/1";
  readonly context: BoardContext;
  readonly fingerprints: readonly string[];
  /** One for each label of a cut; the figures over all accounts stand under `""` and `""`. */
  readonly cells: readonly {
    readonly cut: string;
    readonly label: string;
    /** By definition, then period. */
    readonly tallies: readonly StoredTally[];
  }[];
}

/**
 * A partial board as plain JSON.
 *
 * A partial itself holds maps and sets, which JSON would silently empty.
 *
 * @param partial - of one shard, or merged
 * @returns what `restorePartial` reads, and `parsePartialBoard` where the text may be anything
 *
 * @example A shard that was kept overnight
 * ```ts
 * import { orThrow } from "hoito";
 * import { compileKpis, finishBoard, partialBoard, restorePartial, storePartial } from "hoito/kpis";
 *
 * const compiled = orThrow(compileKpis({ gained: { figure: "newCustomers", version: "1" } }));
 * const base = { accounts: [{ id: 1, relationshipStart: "2018-02-01" }], coverage: {} } as const;
 * const context = { asOf: "2018-12-31", period: { calendar: "year" } } as const;
 * const text = JSON.stringify(storePartial(partialBoard(base, compiled, context)));
 * const partial = orThrow(restorePartial(JSON.parse(text)));
 * finishBoard(partial, compiled).rows[0]?.figure.value; // => 1
 * ```
 *
 * @category KPIs
 */
export function storePartial(partial: PartialBoard): StoredPartialBoard {
  requirePartial(partial, "partial");
  const { context, fingerprints, cells } = partial;
  return {
    format: "hoito-partial-board/1",
    context,
    fingerprints,
    cells: [...cells].flatMap(([cut, labels]) =>
      [...labels].map(([label, tallies]) => ({ cut, label, tallies: tallies.map(storeTally) })),
    ),
  };
}

/**
 * The partial board that was stored.
 *
 * @param stored - of the shape that `storePartial` gave; `parsePartialBoard` of `hoito/schemas`
 *   checks that first, where nobody has
 * @returns the partial, or the findings `partial-mismatch`: a label that stands there twice, no
 *   figures over all accounts, or another number of tallies than definitions and periods make
 * @throws {@link HoitoError} what `figureWindow` throws of the period; in JavaScript also
 *   `not-a-stored-board`
 *
 * @category KPIs
 */
export function restorePartial(stored: StoredPartialBoard): Checked<PartialBoard> {
  requireStored(stored);
  const { context, fingerprints } = stored;
  const { asOf, period, periodsBefore = 0, cutBy = [] } = context;
  const size = fingerprints.length * windowsOf(period, asOf, periodsBefore).length;
  const findings: Finding[] = [];
  const cells: PartialBoard["cells"] = new Map();
  for (const [at, { cut, label, tallies }] of stored.cells.entries()) {
    const labels = cells.get(cut) ?? new Map<string, PartialTally[]>();
    cells.set(cut, labels);
    const isKnown = cut === "" ? label === "" : cutBy.includes(cut);
    if (!isKnown || labels.has(label)) findings.push(mismatch(`cells[${at}]`));
    if (tallies.length !== size) findings.push(mismatch(`cells[${at}].tallies`));
    labels.set(label, tallies.map(restoreTally));
  }
  if (!cells.has("")) findings.push(mismatch("cells"));
  return checked(findings, () => ({ context, fingerprints, cells }));
}

/** Refuses what only JavaScript can hand over: JSON of a partial board itself has lost its cells. */
function requireStored(stored: StoredPartialBoard): void {
  const { context, cells } = Object(stored) as Partial<StoredPartialBoard>;
  if (context !== undefined && Array.isArray(cells)) return;
  const text = "this is no stored board: write `JSON.stringify(storePartial(partial))`";
  throw new HoitoError(text, { code: "not-a-stored-board", path: "stored", received: stored });
}

function mismatch(path: string): Finding {
  const text = "the tallies do not fit the definitions, periods and cuts of the partial board";
  return errorAt(path, "partial-mismatch", text);
}

function storeTally({ counts, excluded, histograms, keys, ids }: PartialTally): StoredTally {
  return {
    counts: [...counts],
    excluded: [...excluded],
    histograms: [...histograms].map(([name, places]) => [name, [...places]]),
    keys: [...keys].map(([name, each]) => [name, [...each]]),
    ids,
  };
}

function restoreTally({ counts, excluded, histograms, keys, ids }: StoredTally): PartialTally {
  const { numerator, denominator, excluded: left } = ids;
  return {
    counts: new Map(counts),
    excluded: new Map(excluded),
    histograms: new Map(histograms.map(([name, places]) => [name, new Map(places)])),
    keys: new Map(keys.map(([name, each]) => [name, new Set(each)])),
    ids: { numerator: [...numerator], denominator: [...denominator], excluded: [...left] },
  };
}
