/** Widest line of the report. */
export const WIDTH = 100;

/** A column of a table: right-hand columns hold numbers. */
export interface TextColumn {
  readonly title: string;
  readonly align?: "right";
  /** Longer texts are cut. */
  readonly most?: number;
}

const GAP = "  ";
const INDENT = "  ";

/**
 * Aligned columns under their titles, no line wider than the report.
 *
 * The last column is cut where a line would become too wide.
 */
export function textTable(
  columns: readonly TextColumn[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  const cells = [columns.map(({ title }) => title), ...rows].map((row) =>
    columns.map(({ most = WIDTH }, index) => cut(row[index] ?? "", most)),
  );
  const widths = columns.map((_, index) => Math.max(...cells.map((row) => row[index]!.length)));
  const lines = cells.map((row) => {
    const aligned = row.map((cell, index) => {
      const width = widths[index]!;
      return columns[index]!.align === "right" ? cell.padStart(width) : cell.padEnd(width);
    });
    return cut(`${INDENT}${aligned.join(GAP)}`.trimEnd(), WIDTH);
  });
  const rule = `${INDENT}${widths.map((width) => "-".repeat(width)).join(GAP)}`.slice(0, WIDTH);
  return [lines[0]!, rule, ...lines.slice(1)];
}

/** Text in lines that fit the report, the first under `first`, the others under as many spaces. */
export function wrapped(text: string, first = INDENT): readonly string[] {
  const indent = " ".repeat(first.length);
  const lines: string[] = [];
  let line = first;
  for (const word of printable(text).split(" ")) {
    const isFresh = line === first || line === indent;
    if (!isFresh && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = indent + word;
    } else line += isFresh ? word : ` ${word}`;
  }
  return [...lines, line].map((each) => cut(each, WIDTH));
}

/** A share of a whole, in per cent with one decimal. */
export function percent(part: number, whole: number): string {
  return whole === 0 ? "-" : `${((100 * part) / whole).toFixed(1)} %`;
}

function cut(text: string, most: number): string {
  const shown = printable(text);
  return shown.length > most ? `${shown.slice(0, most - 1)}…` : shown;
}

/** Records come from files, and a terminal obeys control characters. */
function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, "?");
}
