/** An example of the documentation: one `ts` fence, with the fences that continue it. */
export interface Fence {
  readonly file: string;
  /** Line of the opening backticks, from 1. */
  readonly line: number;
  readonly code: string;
}

const FENCE = /^[ \t]*```(.*)\n([\s\S]*?)^[ \t]*```[ \t]*$/gm;

/**
 * The `ts` fences of a Markdown file, or of the doc comments of a TypeScript file, in order. A fence opened with
 * `ts continues` goes on where the one before it ended; fences in other languages are left alone.
 *
 * @throws Error for a fence that looks like TypeScript and would not be run
 */
export function extractFences(file: string, text: string): Fence[] {
  const prose = file.endsWith(".ts") ? docComments(text) : text;
  const fences: Fence[] = [];
  for (const { 1: language = "", 2: code = "", index } of prose.matchAll(FENCE)) {
    const line = prose.slice(0, index).split("\n").length;
    const previous = fences.at(-1);
    if (language === "ts") fences.push({ file, line, code });
    else if (language === "ts continues" && previous !== undefined) {
      fences[fences.length - 1] = { ...previous, code: previous.code + code };
    } else if (/^(ts|js|typescript|javascript)\b/i.test(language)) {
      throw new Error(`${file}:${line}: a fence that runs begins with \`ts\`, not \`${language}\``);
    }
  }
  const ticks = prose.match(/^[ \t]*```/gm) ?? [];
  if (ticks.length % 2 === 1) throw new Error(`${file}: a fence is not closed`);
  return fences;
}

/** The lines of the doc comments, each where it was; all other lines are blank. */
function docComments(source: string): string {
  return source
    .split("\n")
    .map((line) => /^\s*\* ?(.*)$/.exec(line)?.[1] ?? "")
    .join("\n");
}
