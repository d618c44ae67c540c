import type { SegmentLabel } from "../segments/index.js";
import { errorAt, type Finding, HoitoError } from "../shapes/index.js";

/** Most levels that are looked at, and most values. */
const MOST_LEVELS = 64;
const MOST_VALUES = 1_000_000;

/**
 * Every word that a company's classes go by: their names, aliases and titles.
 *
 * @param labels - the classes of a classifier, as a policy writes them
 * @returns each word once, in the order written
 *
 * @category Confidentiality
 */
export function classWords(labels: Readonly<Record<string, SegmentLabel>>): readonly string[] {
  const words = Object.entries(labels).flatMap(([name, { aliases = [], title }]) => {
    return [name, ...aliases, ...(title === undefined ? [] : [title])];
  });
  return [...new Set(words)];
}

/**
 * Where something that goes to a customer names a word that it must not: for letters and exports
 * that a host has made itself.
 *
 * A word counts where it stands as a word, capitals aside: `gold` is in `your Gold-card` and not in
 * `Goldstein`. Property names are looked at like texts. Numbers are not.
 *
 * @param written - text, or plain JSON; it is looked at 64 levels deep
 * @param words - what must not be named, such as those of {@link classWords}
 * @returns `confidential-word` with its path for each place and word, in the order of the input
 * @throws {@link HoitoError} `too-large` for more than 1 000 000 values
 *
 * @example A letter that says too much
 * ```ts
 * import { classWords, findDisclosures } from "hoito/care";
 *
 * const words = classWords({ gold: { title: "Best customers" }, basic: {} });
 * const [found] = findDisclosures({ letter: "As a GOLD customer you get …" }, words);
 * found?.code; // => "confidential-word"
 * found?.path; // => "letter"
 * ```
 *
 * @category Confidentiality
 */
export function findDisclosures(written: unknown, words: readonly string[]): readonly Finding[] {
  const findings: Finding[] = [];
  const known = words.filter((word) => word !== "").map((word) => word.toLowerCase());
  let values = 0;
  const look = (value: unknown, path: string, level: number): void => {
    values++;
    if (values > MOST_VALUES) {
      const at = { code: "too-large", path: "written" };
      throw new HoitoError(`more than ${MOST_VALUES} values cannot be read`, at);
    }
    if (typeof value === "string") lookAt(value, path);
    if (typeof value !== "object" || value === null || level > MOST_LEVELS) return;
    for (const [name, part] of Object.entries(value)) {
      const isList = Array.isArray(value);
      const at = isList ? `${path}[${name}]` : path === "" ? name : `${path}.${name}`;
      if (!isList) lookAt(name, at);
      look(part, at, level + 1);
    }
  };
  const lookAt = (text: string, path: string): void => {
    const lower = text.toLowerCase();
    for (const word of known) {
      if (!standsIn(lower, word)) continue;
      findings.push(errorAt(path, "confidential-word", `\`${word}\` must not reach a customer`));
    }
  };
  look(written, "", 0);
  return findings;
}

function standsIn(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const end = at + word.length;
    const before = text.slice(Math.max(0, at - 2), at);
    const after = text.slice(end, end + 2);
    if (!/[\p{L}\p{N}]$/u.test(before) && !/^[\p{L}\p{N}]/u.test(after)) return true;
  }
  return false;
}
