import {
  type AskContext,
  type Board,
  type BoardContext,
  type Checked,
  type CompiledPolicy,
  type CustomerBase,
  computeBoard,
} from "hoito";
import type { RecordKind } from "hoito/facts";
import { againstTargets, type KpiTarget, type TargetStatus } from "hoito/kpis";
import type { DatedLabels } from "hoito/segments";

/** What the figures of the policy are computed for. */
export interface FigureSource extends Omit<BoardContext, "asOf"> {
  readonly targets: readonly KpiTarget[];
  /** Change of this share is no trend. */
  readonly steadyWithin: number;
  /** Figures to be shown by segment, by name. */
  readonly shownBySegment: readonly string[];
  /** What to bear in mind where figures are shown by segment. */
  readonly remark?: string;
  /** What is made up, so that the report can say what each figure rests on. */
  readonly madeUp: MadeUp;
}

/**
 * Kinds of record and columns of labels that are made up, or all of the base; activities of the real
 * kinds are real all the same.
 */
export type MadeUp =
  | "everything"
  | {
      readonly records: readonly RecordKind[];
      readonly columns: readonly string[];
      readonly realKinds: readonly string[];
    };

/** Every figure of the policy, and how the targets stand. */
export interface ComputedFigures
  extends Pick<FigureSource, "shownBySegment" | "remark" | "madeUp"> {
  readonly board: Board;
  readonly targets: readonly TargetStatus[];
}

/** Computes the board over the base, cut by the labels of the policy's own classifiers. */
export function computeFigures(
  base: CustomerBase,
  compiled: CompiledPolicy,
  { asOf }: AskContext,
  source: FigureSource & { readonly labels: ReadonlyMap<string, DatedLabels> },
): Checked<ComputedFigures> {
  const { targets, steadyWithin, shownBySegment, remark, madeUp, labels, ...context } = source;
  const told = { shownBySegment, madeUp, ...(remark !== undefined && { remark }) };
  const board = computeBoard({ ...base, labels: Object.fromEntries(labels) }, compiled.kpis, {
    ...context,
    asOf,
  });
  const stood = againstTargets(board, targets, { steadyWithin });
  if (!stood.ok) return stood;
  return { ...stood, value: { board, targets: stood.value, ...told } };
}
