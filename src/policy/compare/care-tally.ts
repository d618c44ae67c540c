import { compareIds, type RecordId } from "../../facts/index.js";
import { movementMatrix, RESERVED_NAMES, shareOf } from "../../segments/index.js";
import type { CivilDate } from "../../time/index.js";
import type { CareComparison, CareMover, ComparedAccount } from "./compare-care.js";
import { modelState, type PolicyPair, type ReadAccount, segmentState } from "./read-accounts.js";
import { type TouchedChanges, touchedChanges } from "./touched-changes.js";

/** Counts accounts one by one. */
export function careTally(policies: PolicyPair, asOf: CivilDate): CareTally {
  const touched = touchedChanges(policies);
  const accountIds: RecordId[] = [];
  const segments: Columns = { before: [], after: [] };
  const models: Columns = { before: [], after: [] };
  const movers: CareMover[] = [];
  const undecidedAccounts: ComparedAccount[] = [];
  return { add, finish };

  function add(account: ReadAccount): void {
    const compared = compare(account);
    const { accountId, segment, careModel } = compared;
    accountIds.push(accountId);
    segments.before.push(segment.from);
    segments.after.push(segment.to);
    models.before.push(careModel.from);
    models.after.push(careModel.to);
    const verdict = verdictOn(account, compared);
    if (verdict === "moved") movers.push(moverOf(compared, account, touched));
    if (verdict === "undecided") undecidedAccounts.push(compared);
  }

  function finish(): CareComparison {
    const accounts = accountIds.length;
    const [moved, undecided] = [movers.length, undecidedAccounts.length];
    const { before, after } = policies;
    const labels = [before, after].map(({ classifiers, care }) => {
      return classifiers.get(care.segmentedBy)!.labels.keys();
    });
    const cared = [before, after].map(({ care }) => care.models.keys());
    const bySegment = matrixOf(segments, labels);
    const byModel = matrixOf(models, [...cared, ["none"].values()]);
    return {
      accounts,
      moved,
      unmoved: accounts - moved - undecided,
      undecided,
      movedShare: shareOf("movedOfKnown", moved, accounts - undecided, { undecided }),
      movers: movers.sort(byId),
      undecidedAccounts: undecidedAccounts.sort(byId),
      ...(bySegment.ok ? { segments: bySegment.value } : {}),
      ...(byModel.ok ? { careModels: byModel.value } : {}),
      findings: [...bySegment.findings, ...byModel.findings],
    };
  }

  /** The states of both policies, in their order, and combinations of labels that occur. */
  function matrixOf(
    columns: Columns,
    named: readonly Iterable<string>[],
  ): ReturnType<typeof movementMatrix> {
    const dictionary = [...new Set([...columns.before, ...columns.after])].sort();
    const codes = new Map(dictionary.map((state, code) => [state, code]));
    const declared = new Set(named.flatMap((each) => [...each]));
    const further = dictionary.filter((state) => !RESERVED_NAMES.includes(state));
    const [before, after] = [columns.before, columns.after].map((column) => {
      return { asOf, accountIds, data: column.map((state) => codes.get(state)!), dictionary };
    });
    return movementMatrix(before!, after!, {
      labels: [...new Set([...declared, ...further])],
      order: "none",
      conflicts: "apart",
    });
  }
}

/** Collects accounts, and then says what became of them. */
export interface CareTally {
  readonly add: (account: ReadAccount) => void;
  readonly finish: () => CareComparison;
}

interface Columns {
  readonly before: string[];
  readonly after: string[];
}

function byId(left: ComparedAccount, right: ComparedAccount): number {
  return compareIds(left.accountId, right.accountId);
}

function compare({ accountId, before, after }: ReadAccount): ComparedAccount {
  return {
    accountId,
    segment: { from: segmentState(before), to: segmentState(after) },
    careModel: { from: modelState(before), to: modelState(after) },
  };
}

function verdictOn(
  { before, after }: ReadAccount,
  { segment, careModel }: ComparedAccount,
): "moved" | "unmoved" | "undecided" {
  const sides = [before, after];
  const isSegmentKnown = sides.every((side) => !isUnknown(side.segment.kind));
  const isModelKnown = sides.every((side) => !isUnknown(side.careModel.value.kind));
  if (isSegmentKnown && segment.from !== segment.to) return "moved";
  if (isModelKnown && careModel.from !== careModel.to) return "moved";
  return isSegmentKnown && isModelKnown ? "unmoved" : "undecided";
}

function isUnknown(kind: string): boolean {
  return kind === "undecided" || kind === "conflict";
}

function moverOf(
  { accountId, segment, careModel }: ComparedAccount,
  account: ReadAccount,
  touched: TouchedChanges,
): CareMover {
  return { accountId, segment, careModel, touched: touched(account).paths };
}
