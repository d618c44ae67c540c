import { compareIds, type RecordId } from "../../facts/index.js";
import {
  type Checked,
  checked,
  errorAt,
  type Finding,
  HoitoError,
  showInput,
  warningAt,
} from "../../shapes/index.js";
import { checkLabels, type LabelColumn, OUTCOMES, readLabels } from "./label-column.js";
import type {
  DecidingFact,
  SegmentDemands,
  SegmentDrift,
  SegmentFacts,
  SegmentReport,
  SegmentSize,
} from "./segment-report.js";
import { type Spread, spreadOf } from "./segment-spread.js";
import { shareOf } from "./share.js";

/**
 * How good a segmentation is: how many accounts it covers, how large its segments are and what they
 * bring, how many accounts it cannot decide and for want of which fact, how far segments overlap,
 * how they differ in a measure, and how they have drifted.
 *
 * Shares are of all accounts of the column; an empty column gives shares that are undefined. Revenue
 * that is unknown is left out of both sides and told. A conflict counts as undecided among the
 * segments and as overlap by itself.
 *
 * @param facts - labels and columns aligned with them, in any order of accounts
 * @param demands - the labels, the smallest size, and which criteria say where an account is
 * @returns the report, with the warnings `segment-too-small` and `geographic-criterion-alone`; or
 *   the findings `unknown-label`, `duplicate-account`, `duplicate-label`, `reserved-name`,
 *   `too-many`, `not-whole`, `wrong-value-type`, `out-of-range`
 * @throws {@link HoitoError} `not-aligned` when a column has another length
 *
 * @example A tenth is classified
 * ```ts
 * import { orThrow } from "hoito";
 * import { segmentQuality } from "hoito/segments";
 *
 * const accountIds = Array.from({ length: 10 }, (_, id) => id);
 * const data = accountIds.map((id) => (id === 0 ? 0 : 1));
 * const report = orThrow(
 *   segmentQuality(
 *     { labels: { accountIds, data, dictionary: ["key", "unclassified"] } },
 *     { labels: ["key"], minimumSize: "none", criteria: ["headcount"], geographicFields: ["region"] },
 *   ),
 * );
 * report.coverage.value; // => 0.1
 * ```
 *
 * @category Segments
 */
export function segmentQuality(
  facts: SegmentFacts,
  demands: SegmentDemands,
): Checked<SegmentReport> {
  const { labels } = demands;
  const findings: Finding[] = [];
  checkLabels(labels, "labels", findings);
  const read = readLabels(facts.labels, labels, "labels", findings);
  const before =
    facts.before === undefined ? undefined : readLabels(facts.before, labels, "before", findings);
  checkColumns(facts, findings);
  checkDemands(demands, findings);
  const states = [...labels, ...OUTCOMES];
  const sizes = countBy(read, states);
  warnOfSize(sizes, demands, findings);
  return checked(findings, () => {
    const accounts = read.size;
    const classified = labels.reduce((total, label) => total + sizes.get(label)!, 0);
    const conflicts = conflictsOf(facts.labels);
    const undecided = sizes.get("undecided")! - conflicts;
    const { measure } = facts;
    return {
      accounts,
      segments: segmentSizes(states, sizes, facts),
      coverage: shareOf("classifiedOfAll", classified, accounts, {}),
      undecided: shareOf("undecidedOfAll", undecided, accounts, {}),
      overlap: shareOf("conflictsOfAll", conflicts, accounts, {}),
      decidingFacts: decidingFacts(facts),
      ...(measure === undefined ? {} : { spread: spread(measure, [...read.values()], labels) }),
      ...(before === undefined ? {} : { drift: drift(countBy(before, states), sizes) }),
    };
  });
}

function checkColumns(facts: SegmentFacts, findings: Finding[]): void {
  const accounts = facts.labels.accountIds.length;
  for (const name of ["revenue", "measure", "missing"] as const) {
    const column: readonly unknown[] = facts[name] ?? [];
    if (facts[name] === undefined || column.length === accounts) continue;
    const text = `${accounts} accounts have ${column.length} values`;
    throw new HoitoError(text, { code: "not-aligned", path: name, received: column.length });
  }
  for (const [row, minor] of (facts.revenue ?? []).entries()) {
    if (minor === undefined || Number.isSafeInteger(minor)) continue;
    const text = `${showInput(minor)} is not a whole number of minor units`;
    findings.push(errorAt(`revenue[${row}]`, "not-whole", text));
  }
  for (const [row, value] of (facts.measure ?? []).entries()) {
    if (value === undefined || Number.isFinite(value)) continue;
    findings.push(
      errorAt(`measure[${row}]`, "wrong-value-type", `${showInput(value)} is no number`),
    );
  }
}

function checkDemands(demands: SegmentDemands, findings: Finding[]): void {
  const { minimumSize, criteria, geographicFields } = demands;
  if (minimumSize !== "none" && !(Number.isSafeInteger(minimumSize) && minimumSize >= 0)) {
    const text = `${showInput(minimumSize)} is not a whole number of 0 or more`;
    findings.push(errorAt("minimumSize", "out-of-range", text));
  }
  if (criteria.length > 0 && criteria.every((each) => geographicFields.includes(each))) {
    const text = "one area holds many kinds of customer; sort them by something else as well";
    findings.push(warningAt("criteria", "geographic-criterion-alone", text));
  }
}

function countBy(
  read: ReadonlyMap<RecordId, string>,
  states: readonly string[],
): ReadonlyMap<string, number> {
  const sizes = new Map(states.map((state) => [state, 0]));
  for (const label of read.values()) sizes.set(label, (sizes.get(label) ?? 0) + 1);
  return sizes;
}

function warnOfSize(
  sizes: ReadonlyMap<string, number>,
  { labels, minimumSize }: SegmentDemands,
  findings: Finding[],
): void {
  if (minimumSize === "none") return;
  for (const label of labels) {
    const size = sizes.get(label)!;
    if (size >= minimumSize) continue;
    const text = `\`${label}\` has ${size} accounts, fewer than ${minimumSize}`;
    findings.push(warningAt(`labels.${label}`, "segment-too-small", text));
  }
}

function conflictsOf({ data, dictionary }: LabelColumn): number {
  return Array.from(data).filter((code) => dictionary[code] === "conflict").length;
}

function segmentSizes(
  states: readonly string[],
  sizes: ReadonlyMap<string, number>,
  { labels, revenue }: SegmentFacts,
): readonly SegmentSize[] {
  const accounts = labels.accountIds.length;
  const sums = new Map(states.map((state) => [state, 0]));
  let unknownRevenue = 0;
  let total = 0;
  for (const [row, minor] of (revenue ?? []).entries()) {
    if (minor === undefined) unknownRevenue++;
    else {
      const state = stateAt(labels, row);
      sums.set(state, sums.get(state)! + minor);
      total += minor;
    }
  }
  return states.map((label) => {
    const size = sizes.get(label)!;
    const shareOfAccounts = shareOf("accountsOfAll", size, accounts, {});
    if (revenue === undefined) return { label, size, shareOfAccounts };
    const brought = shareOf("revenueOfAll", sums.get(label)!, total, { unknownRevenue });
    return { label, size, shareOfAccounts, shareOfRevenue: brought };
  });
}

function stateAt({ data, dictionary }: LabelColumn, row: number): string {
  const word = dictionary[data[row]!]!;
  return word === "conflict" ? "undecided" : word;
}

/** The facts that would decide most accounts by themselves first, then those that most lack. */
function decidingFacts({ labels, missing = [] }: SegmentFacts): readonly DecidingFact[] {
  const found = new Map<string, { accounts: number; alone: number; example: RecordId }>();
  for (const [row, facts] of missing.entries()) {
    if (stateAt(labels, row) !== "undecided") continue;
    const accountId = labels.accountIds[row]!;
    const paths = new Set(facts.map(({ path }) => path));
    for (const path of paths) {
      const fact = found.get(path) ?? { accounts: 0, alone: 0, example: accountId };
      fact.accounts++;
      if (paths.size === 1) fact.alone++;
      if (compareIds(accountId, fact.example) < 0) fact.example = accountId;
      found.set(path, fact);
    }
  }
  const facts = [...found].map(([path, fact]) => ({ path, ...fact }));
  return facts.sort(
    (left, right) =>
      right.alone - left.alone ||
      right.accounts - left.accounts ||
      compareIds(left.path, right.path),
  );
}

function spread(
  measure: readonly (number | undefined)[],
  states: readonly string[],
  labels: readonly string[],
): Spread {
  const groups = new Map(labels.map((label) => [label, [] as number[]]));
  let unknown = 0;
  for (const [row, value] of measure.entries()) {
    const group = groups.get(states[row]!);
    if (group === undefined) continue;
    if (value === undefined) unknown++;
    else group.push(value);
  }
  return spreadOf(groups, unknown);
}

/** Half the sum of |a/A − b/B|, as |aB − bA| over 2AB, which whole numbers give exactly. */
function drift(
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
): SegmentDrift {
  const earlier = totalOf(before);
  const later = totalOf(after);
  const changes = [...after].map(([label, size]) => ({
    label,
    before: shareOf("accountsOfAll", before.get(label)!, earlier, {}),
    after: shareOf("accountsOfAll", size, later, {}),
  }));
  const apart = changes.reduce((sum, { before: from, after: to }) => {
    return sum + Math.abs(to.numerator * earlier - from.numerator * later);
  }, 0);
  const dissimilarity = shareOf("halfOfAllChanges", apart, 2 * earlier * later, {});
  return { dissimilarity, changes };
}

function totalOf(sizes: ReadonlyMap<string, number>): number {
  return [...sizes.values()].reduce((sum, size) => sum + size, 0);
}
