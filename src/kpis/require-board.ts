import { HoitoError, refuseMisspelt, requireList, showInput } from "../shapes/index.js";
import { readEpochDay } from "../time/index.js";
import { BOARD_OPTIONS, type BoardContext, type LabelColumn } from "./board.js";
import type { CompiledKpis } from "./kpi-definition.js";
import type { PartialBoard } from "./partial-board.js";

/** Refuses what only JavaScript can hand over as figures, such as the policy they are a part of. */
export function requireKpis(compiled: CompiledKpis): void {
  const { kpis, policy } = Object(compiled) as Readonly<Record<string, unknown>>;
  if (Array.isArray(kpis)) return;
  const text =
    policy === undefined
      ? "these are no compiled figures: write `orThrow(compileKpis(definitions))`"
      : "this is a whole policy: hand over its `kpis`";
  throw new HoitoError(text, { code: "not-compiled-kpis", path: "compiled", received: compiled });
}

/** Refuses what a board cannot be asked with; what a period may be is checked where it is read. */
export function requireBoardContext(context: BoardContext): void {
  refuseMisspelt(context, BOARD_OPTIONS);
  const { asOf, cutBy = [] } = Object(context) as Partial<BoardContext>;
  if (readEpochDay(asOf) === undefined) {
    const text = `${showInput(asOf)} is no day: write \`{ asOf: "2018-01-31", period }\``;
    throw new HoitoError(text, { code: "not-a-civil-date", path: "context.asOf", received: asOf });
  }
  const text = `${showInput(cutBy)} is no list: write \`cutBy: ["owner"]\``;
  requireList(cutBy, "context.cutBy", text);
}

/** Refuses what only JavaScript can hand over as a partial board. */
export function requirePartial(partial: PartialBoard, path: string): void {
  const { cells, rows, value, format } = Object(partial) as Readonly<Record<string, unknown>>;
  // A board that comes from another thread or realm has a map of that one.
  if (Object.prototype.toString.call(cells) === "[object Map]") return;
  const hint =
    rows !== undefined
      ? "it is finished already: merge partial boards first"
      : value !== undefined
        ? "write `orThrow(mergeBoards(left, right))`"
        : format !== undefined || cells !== undefined
          ? "one that was stored comes back by `orThrow(restorePartial(stored))`"
          : "`partialBoard(base, compiled, context)` makes one, and two are merged at a time";
  const text = `this is no partial board: ${hint}`;
  throw new HoitoError(text, { code: "not-a-partial-board", path, received: partial });
}

/** Refuses labels that are not of the accounts: whoever has none would count as without a label. */
export function requireLabels(
  labels: Readonly<Record<string, LabelColumn>>,
  accounts: number,
): void {
  for (const [name, column] of Object.entries(labels)) {
    const { length, data } = Object(column) as Readonly<Record<string, unknown>>;
    const found = data === undefined ? length : (Object(data).length as unknown);
    if (found === accounts) continue;
    const text = `${accounts} accounts have ${String(found)} labels, where each has one or \`undefined\``;
    const at = { code: "not-aligned", path: `base.labels.${name}`, received: column };
    throw new HoitoError(text, at);
  }
}
