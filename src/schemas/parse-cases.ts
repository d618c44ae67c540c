import type { FieldKinds } from "../facts/index.js";
import {
  type CaseExpectation,
  findNoExpectation,
  findRecordsOfOthers,
  type PolicyCase,
} from "../policy/index.js";
import {
  type Checked,
  checked,
  errorAt,
  type Finding,
  nearestName,
  refuseMisspelt,
} from "../shapes/index.js";
import { checkCalendarDefinition } from "../time/index.js";
import { caseSchema } from "./case-schema.js";
import { type Bounds, checkBounds } from "./check-bounds.js";
import { ASKING, issueFindings } from "./issue-findings.js";
import { readJson } from "./parse-json.js";
import { pathText } from "./path-text.js";
import { unknownProperties } from "./unknown-properties.js";

/**
 * What a reader of cases is told about the policy.
 *
 * @category Schemas
 */
export interface CaseOptions {
  /** Kinds of the own fields of accounts, as under `fields` in the policy. */
  readonly own?: FieldKinds;
}

/** What a file of cases may hold: far more than people write by hand. */
const CASE_BOUNDS: Bounds = { depth: 32, nodes: 500_000, textLength: 10_000 };

/** What a file says for all of its cases that do not say it themselves. */
const FOR_ALL = ["policy", "asOf", "calendar"] as const;

const FILE_WORDS: readonly string[] = ["$schema", "description", "cases", ...FOR_ALL];

/**
 * Worked cases of a policy out of untrusted input: one case, a list of them, or a file
 * `{ cases: […] }` whose `policy`, `asOf` and `calendar` hold for every case that does not say its own.
 *
 * A property that hoito does not know is an error, with the nearest name: a misspelt expectation
 * would otherwise expect nothing. Only what a record of the host carries besides is a warning.
 * Whether labels, models and cadences are those of the policy is found when the cases are run.
 *
 * @param input - JSON text, or what it would hold; nothing makes it throw or hang
 * @param options - `own`: the kinds of the host's own account fields
 * @returns the cases, or all findings at once: `missing-property`, `wrong-type`, `unknown-property`,
 *   `no-expectation`, `no-cases`, `orphan-record` for what belongs to another account, and those of
 *   records and calendars
 * @throws {@link HoitoError} in JavaScript: `unknown-option`, `unknown-kind` for an own field of a kind
 *   that is none
 *
 * @example A misspelt expectation
 * ```ts
 * import { parseCases } from "hoito/schemas";
 *
 * const result = parseCases(`{ "asOf": "2018-03-28", "cases": [{
 *   "description": "a thousand people",
 *   "given": { "account": { "id": "A", "headcount": 1000 }, "coverage": {} },
 *   "expect": { "segmnet": "large" }
 * }] }`);
 * result.findings.map(({ path, suggestion }) => `${path}: ${suggestion ?? ""}`);
 * // => ["cases[0].expect.segmnet: segment", "cases[0].expect: "]
 * ```
 *
 * @category Schemas
 */
export function parseCases(
  input: unknown,
  options: CaseOptions = {},
): Checked<readonly PolicyCase[]> {
  refuseMisspelt(options, { own: true }, "options");
  const read = readJson(input, { what: "file of cases", byHand: true });
  const outside = [...read.findings, ...checkBounds(read.value, CASE_BOUNDS)];
  if (outside.length > 0) return { ok: false, findings: outside };
  const { cases, findings } = casesIn(read.value);
  const schema = caseSchema(options.own ?? {});
  const parsed = cases.map(({ path, value }) => {
    const result = schema.safeParse(value, ASKING);
    findings.push(
      ...(result.success
        ? findRecordsOfOthers(result.data).map((each) => within(path, each))
        : issueFindings(result.error.issues, path)),
      ...unknownProperties(schema, value, path).map((each) => strictly(each, path)),
      ...calendarFindings(value, path),
      ...expectationFindings(value, path),
    );
    return result.data;
  });
  return checked(findings, () => parsed as readonly PolicyCase[]);
}

/** A case as it was written, and where. */
interface WrittenCase {
  readonly path: string;
  readonly value: unknown;
}

function casesIn(input: unknown): {
  readonly cases: readonly WrittenCase[];
  readonly findings: Finding[];
} {
  const isFile = typeof input === "object" && input !== null && Object.hasOwn(input, "cases");
  if (!isFile && !Array.isArray(input))
    return { cases: [{ path: "", value: input }], findings: [] };
  const file = (Array.isArray(input) ? { cases: input } : input) as Record<string, unknown>;
  const at = Array.isArray(input) ? "" : "cases";
  const findings = Object.keys(file).flatMap((name) => {
    if (FILE_WORDS.includes(name)) return [];
    const text = `\`${name.slice(0, 80)}\` is no property of a file of cases`;
    return [errorAt(pathText("", name), "unknown-property", text, nearestName(name, FILE_WORDS))];
  });
  const list = file["cases"];
  if (!Array.isArray(list)) {
    const finding = errorAt(at, "wrong-type", "`cases` is a list");
    return { cases: [], findings: [...findings, finding] };
  }
  if (list.length === 0) findings.push(errorAt(at, "no-cases", "there is no case in the file"));
  const shared = FOR_ALL.filter((name) => Object.hasOwn(file, name));
  const forAll = Object.fromEntries(shared.map((name) => [name, file[name]]));
  const cases = list.map((value: unknown, index): WrittenCase => {
    const isCase = typeof value === "object" && value !== null && !Array.isArray(value);
    return { path: pathText(at, index), value: isCase ? { ...forAll, ...value } : value };
  });
  return { cases, findings };
}

/** What a record of the host carries besides is its own affair; anything else is a mistake. */
function strictly(finding: Finding, path: string): Finding {
  const given = path === "" ? "given." : `${path}.given.`;
  const isOfRecord =
    finding.path.startsWith(given) && OF_RECORD.test(finding.path.slice(given.length));
  return isOfRecord ? finding : { ...finding, severity: "error" };
}

/** Of the account, or of a record in a list; kinds of records and of coverage are hoito's own. */
const OF_RECORD = /^(account[.[]|[A-Za-z]+\[\d)/;

/** What a calendar gets wrong although it has the shape of one. */
function calendarFindings(value: unknown, path: string): readonly Finding[] {
  const { calendar } = Object(value) as { readonly calendar?: unknown };
  if (calendar === undefined) return [];
  const known = checkCalendarDefinition(calendar, pathText(path, "calendar"));
  return known.filter(({ code }) => ["span-reversed", "all-days-weekend"].includes(code));
}

/** A case that expects nothing would always be met. */
function expectationFindings(value: unknown, path: string): readonly Finding[] {
  const { expect } = Object(value) as { readonly expect?: unknown };
  if (typeof expect !== "object" || expect === null) return [];
  return findNoExpectation(expect as CaseExpectation).map((each) => within(path, each));
}

/** A finding about a case, with its path in the file. */
function within(path: string, finding: Finding): Finding {
  return path === "" ? finding : { ...finding, path: `${path}.${finding.path}` };
}
