import { type Bar, type Block, barShare, type Cell, type Section } from "./section.js";
import { textTable, wrapped } from "./text-table.js";

/** Signs of a whole bar. */
const BAR = 24;

/** A section as lines of text, its heading first. */
export function sectionText({ heading, blocks }: Section): readonly string[] {
  const drawn = blocks.flatMap((block, index) => {
    const isApart = index > 0 && (block.kind === "table" || block.kind === "lines");
    return isApart ? ["", ...blockText(block)] : blockText(block);
  });
  return [heading.toUpperCase(), "", ...drawn];
}

/** A piece of a section as lines of text. */
export function blockText(block: Block): readonly string[] {
  switch (block.kind) {
    case "table":
      return textTable(
        block.columns,
        block.rows.map((row) => row.map(cellText)),
      );
    case "facts": {
      const width = Math.max(...block.facts.map(([name]) => name.length)) + 2;
      return block.facts.flatMap(([name, text]) => wrapped(text, `  ${name.padEnd(width)}`));
    }
    case "list":
      return block.items.flatMap((item) => wrapped(item, "  - "));
    case "note":
      return wrapped(block.text);
    case "lines":
      return block.lines;
  }
}

function cellText(cell: Cell): string {
  return typeof cell === "string" ? cell : barText(cell);
}

/** The part as `#`, the rest of the whole as dots; more than the whole fills the bar. */
function barText({ part, whole }: Bar): string {
  return "#".repeat(Math.round(BAR * Math.min(1, barShare({ part, whole })))).padEnd(BAR, ".");
}
