import type { RecordId } from "../../facts/index.js";
import { errorAt, type Finding, HoitoError, nearestName } from "../../shapes/index.js";
import type { CivilDate } from "../../time/index.js";
import { EXCLUDED, RESERVED_NAMES, UNCLASSIFIED } from "../method.js";

/**
 * Labels of many accounts as codes into a dictionary: what `classifyAccounts` gives, with the ids
 * of the accounts beside it.
 *
 * @category Segments
 */
export interface LabelColumn {
  readonly accountIds: readonly RecordId[];
  /** One code for each account, in the order of `accountIds`. */
  readonly data: ArrayLike<number>;
  readonly dictionary: readonly string[];
}

/**
 * Labels as they were on a day.
 *
 * @category Segments
 */
export interface DatedLabels extends LabelColumn {
  readonly asOf: CivilDate;
}

/** What a label column may say beside a label. */
export const OUTCOMES: readonly string[] = [EXCLUDED, UNCLASSIFIED, "undecided"];

/** The outcome of rules that contradict each other. */
export const CONFLICT = "conflict";

/** Most labels that one question may speak of. */
const MAX_LABELS = 1000;

/** Checks the labels that a definition names: each once, none that stands for an outcome. */
export function checkLabels(labels: readonly string[], path: string, findings: Finding[]): void {
  if (labels.length > MAX_LABELS) {
    findings.push(errorAt(path, "too-many", `there are at most ${MAX_LABELS} labels`));
    return;
  }
  const seen = new Set<string>();
  for (const [index, label] of labels.entries()) {
    const at = `${path}[${index}]`;
    if (RESERVED_NAMES.includes(label)) {
      findings.push(errorAt(at, "reserved-name", `\`${label}\` is an outcome and no label`));
    } else if (seen.has(label)) {
      findings.push(errorAt(at, "duplicate-label", `\`${label}\` is named twice`));
    }
    seen.add(label);
  }
}

/** The label of each account; a conflict that is no outcome is undecided. Faults are recorded. */
export function readLabels(
  column: LabelColumn,
  labels: readonly string[],
  path: string,
  findings: Finding[],
  outcomes: readonly string[] = OUTCOMES,
): ReadonlyMap<RecordId, string> {
  const { accountIds, data, dictionary } = column;
  if (data.length !== accountIds.length) {
    const text = `${accountIds.length} accounts have ${data.length} labels`;
    throw new HoitoError(text, { code: "not-aligned", path, received: data.length });
  }
  const known = new Set([...labels, ...outcomes]);
  const words = dictionary.map((word) => {
    return word === CONFLICT && !known.has(word) ? "undecided" : word;
  });
  const told = new Set<number>();
  const read = new Map<RecordId, string>();
  for (const [row, accountId] of accountIds.entries()) {
    const code = data[row]!;
    const word = words[code];
    if (word === undefined) {
      const text = `code ${code} is beyond the dictionary`;
      throw new HoitoError(text, {
        code: "not-aligned",
        path: `${path}.data`,
        received: code,
      });
    }
    if (read.has(accountId)) {
      const text = `account \`${accountId}\` has two labels`;
      findings.push(errorAt(`${path}.accountIds[${row}]`, "duplicate-account", text));
    }
    if (!known.has(word) && !told.has(code)) {
      told.add(code);
      const text = `there is no label \`${word.slice(0, 80)}\``;
      const near = nearestName(word, labels);
      findings.push(errorAt(`${path}.dictionary[${code}]`, "unknown-label", text, near));
    }
    read.set(accountId, word);
  }
  return read;
}
