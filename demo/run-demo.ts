import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Checked, Finding } from "hoito";
import { type Chapter, type ChapterSource, decideChapter } from "./chapter.js";
import { type DemoOptions, HELP, readOptions } from "./demo-options.js";
import { growthCompanyChapter } from "./growth-company/growth-company-chapter.js";
import { ownChapter } from "./own-chapter.js";
import { reportPage } from "./page/report-page.js";
import { findingsText } from "./report/findings-text.js";
import { reportChapter } from "./report/report-chapter.js";
import { writeResults } from "./results/write-results.js";
import { superstoreChapter } from "./superstore/superstore-chapter.js";

/** What the program has to say, and whether all went well. */
export interface DemoRun {
  readonly out: string;
  readonly err: string;
  /** 0: all went well; 1: there are errors among the findings; 2: the command makes no sense. */
  readonly exitCode: 0 | 1 | 2;
}

/**
 * Runs the demonstration; only `--out` writes anything.
 *
 * @param args - the command line after the program's name
 */
export function runDemo(args: readonly string[]): DemoRun {
  const options = readOptions(args);
  if (options.ask === "help") return { out: HELP, err: "", exitCode: 0 };
  if (options.ask === "nothing") return { out: "", err: `${options.why}\n\n${HELP}`, exitCode: 2 };
  const chapters = sourcesOf(options).map((source) =>
    source.ok ? decideChapter(source.value) : source,
  );
  const refused = chapters.flatMap((chapter) => (chapter.ok ? [] : chapter.findings));
  if (refused.length > 0) return { out: "", err: refusal(refused), exitCode: 1 };
  const decided = chapters.flatMap((chapter) => (chapter.ok ? [chapter.value] : []));
  const report = decided.map(reportChapter).join("\n");
  const files = options.out === undefined ? [] : written(decided, options.out);
  const isClean = decided.every(({ findings }) => findings.every(isWarning));
  return { out: report + files.join(""), err: "", exitCode: isClean ? 0 : 1 };
}

function sourcesOf(
  options: Extract<DemoOptions, { ask: "demo" | "own" }>,
): readonly Checked<ChapterSource>[] {
  if (options.ask === "demo") {
    return [superstoreChapter(), growthCompanyChapter()].map((value) => {
      return { ok: true, value, findings: [] };
    });
  }
  try {
    return [ownChapter(options)];
  } catch (thrown) {
    if (!(thrown instanceof Error && "code" in thrown && "path" in thrown)) throw thrown;
    const finding: Finding = {
      code: "unreadable-file",
      severity: "error",
      path: String(thrown.path),
      message: `the file cannot be read (${String(thrown.code)})`,
    };
    return [{ ok: false, findings: [finding] }];
  }
}

function written(chapters: readonly Chapter[], directory: string): readonly string[] {
  const paths = chapters.flatMap((chapter) => writeResults(chapter, directory));
  const page = join(directory, "index.html");
  writeFileSync(page, reportPage(chapters));
  return ["\nWritten:\n", ...[page, ...paths].map((path) => `  ${path}\n`)];
}

function refusal(findings: readonly Finding[]): string {
  const count = findings.length === 1 ? "1 finding" : `${findings.length} findings`;
  return `${[`${count}; nothing was decided.`, "", ...findingsText(findings)].join("\n")}\n`;
}

function isWarning({ severity }: Finding): boolean {
  return severity === "warning";
}
