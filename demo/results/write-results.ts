import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ledgerEntries } from "hoito/campaigns";
import Papa from "papaparse";
import type { Chapter } from "../chapter.js";
import { accountResults, dutyResults, findingResult, type ResultRow } from "./result-rows.js";
import {
  entryResult,
  figureResults,
  loadResults,
  memberResults,
  unplacedResults,
} from "./work-rows.js";

/** A name and what is written under it. */
type Named<Value> = readonly (readonly [string, Value])[];

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
  const lists: Named<readonly ResultRow[]> = [
    ["accounts", accountResults(chapter)],
    ["duties", dutyResults(chapter)],
    ["findings", findings.map(findingResult)],
    ...workLists(chapter),
  ];
  const singles: Named<unknown> = [
    ["fit", compiled.fit],
    ["provenance", madeWith],
    ["policy", compiled.policy],
    ...workSingles(chapter),
  ];
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

function workLists({ work, campaign, figures }: Chapter): Named<readonly ResultRow[]> {
  const lists: (readonly [string, readonly ResultRow[]])[] = [];
  if (work !== undefined) {
    lists.push(["schedule", work.schedule.entries.map(entryResult)]);
    lists.push(["unplaced", unplacedResults(work.schedule)]);
    lists.push(["load", loadResults(work.schedule)]);
  }
  if (campaign !== undefined) lists.push(["campaign", memberResults(campaign)]);
  if (figures !== undefined) lists.push(["figures", figureResults(figures)]);
  return lists;
}

/** Of a ledger only the entries: the events in it carry notes, and those stay where they are. */
function workSingles({ work, campaign, figures }: Chapter): Named<unknown> {
  const singles: (readonly [string, unknown])[] = [];
  if (work !== undefined) singles.push(["capacity", work.capacity]);
  if (campaign !== undefined) {
    const { ledger, settlement } = campaign;
    const entries = ledger.members.flatMap(({ memberId }) => ledgerEntries(ledger, memberId));
    singles.push(["settlement", settlement], ["ledger-entries", entries]);
  }
  if (figures !== undefined) singles.push(["board", figures.board]);
  return singles;
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
