import { libraryVersion } from "hoito";
import type { Chapter, Section } from "../chapter.js";
import { textTable, wrapped } from "./text-table.js";

/** What the chapter was made with, so that it can be repeated. */
export function headSection(chapter: Chapter): Section {
  const { compiled, context, seed, title, notes } = chapter;
  const { policy, hash } = compiled;
  const facts = [
    ["policy", `${policy.title ?? policy.id} (${policy.id}), version ${policy.version}`],
    ["hash", hash],
    ["library", `hoito ${libraryVersion}`],
    ["as of", `${context.asOf}, that day included`],
    ...(seed === undefined ? [] : [["seed", `${seed}, of everything that is generated`]]),
  ];
  const lines = facts.flatMap(([name = "", text = ""]) => wrapped(text, `  ${name.padEnd(9)}`));
  return { heading: title, lines: [...lines, ...notes.flatMap((note) => wrapped(note, "  - "))] };
}

/** What was read, and what was refused. */
export function readSection({ read }: Chapter): Section {
  const columns = [
    { title: "read" },
    { title: "rows", align: "right" },
    { title: "good", align: "right" },
    { title: "rejected", align: "right" },
  ] as const;
  const rows = read.map(({ what, good, rejected }) => {
    return [what, `${good + rejected}`, `${good}`, `${rejected}`];
  });
  return { heading: "The data", lines: textTable(columns, rows) };
}
