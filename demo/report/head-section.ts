import { libraryVersion } from "hoito";
import type { Chapter } from "../chapter.js";
import { facts, list, type Section, table } from "./section.js";

/** What the chapter was made with, so that it can be repeated. */
export function headSection(chapter: Chapter): Section {
  const { compiled, context, seed, title, notes } = chapter;
  const { policy, hash } = compiled;
  const told: readonly (readonly [string, string])[] = [
    ["policy", `${policy.title ?? policy.id} (${policy.id}), version ${policy.version}`],
    ["hash", hash],
    ["library", `hoito ${libraryVersion}`],
    ["as of", `${context.asOf}, that day included`],
    ...(seed === undefined ? [] : [["seed", `${seed}, of everything that is generated`] as const]),
  ];
  return { heading: title, blocks: [facts(told), list(notes)] };
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
  return { heading: "The data", blocks: [table(columns, rows)] };
}
