import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import type { Chapter } from "../chapter.js";
import { accountResults, dutyResults, findingResult, type ResultRow } from "./result-rows.js";

/**
 * Writes the results of a chapter into a folder of its own, lists as JSON and as CSV.
 *
 * Nothing that people noted down about people is in them: notes of contact persons and activities
 * are never read.
 *
 * @param chapter - what was decided
 * @param directory - where the folder goes; it is made when it is not there
 * @returns the paths of the files, in the order of writing
 */
export function writeResults(chapter: Chapter, directory: string): readonly string[] {
  const folder = join(directory, chapter.name);
  mkdirSync(folder, { recursive: true });
  const { compiled, decisions, findings, seed } = chapter;
  const madeWith = { ...decisions[0]?.madeWith, ...(seed === undefined ? {} : { seed }) };
  const lists: readonly (readonly [string, readonly ResultRow[]])[] = [
    ["accounts", accountResults(chapter)],
    ["duties", dutyResults(chapter)],
    ["findings", findings.map(findingResult)],
  ];
  const singles = [
    ["fit", compiled.fit],
    ["provenance", madeWith],
    ["policy", compiled.policy],
  ] as const;
  const files = [
    ...lists.flatMap(([name, rows]) => [
      [`${name}.json`, json(rows)] as const,
      [`${name}.csv`, `${Papa.unparse([...rows], { newline: "\n" })}\n`] as const,
    ]),
    ...singles.map(([name, value]) => [`${name}.json`, json(value)] as const),
  ];
  return files.map(([name, text]) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  });
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
