import { money } from "hoito";
import type { BoardRow, CompiledKpis } from "hoito/kpis";
import type { Chapter } from "../chapter.js";
import type { MadeUp } from "../compute-figures.js";
import { labelTitle } from "./classifier-names.js";
import { figureText, fractionText, intervalText, unitText } from "./figure-text.js";
import { type Cell, note, type Section, table } from "./section.js";

/** Every figure over all customers, with what it was counted from. */
export function figureSection({ figures, compiled }: Chapter): Section | undefined {
  if (figures === undefined) return undefined;
  const { board, madeUp } = figures;
  const kpis = new Map(compiled.kpis.kpis.map((each) => [each.id, each]));
  const rows = latestRows(board.rows.filter(({ cut }) => cut === undefined)).map(
    ({ kpi, figure }): Cell[] => [
      titleOf(kpi, compiled.policy.kpis),
      figureText(figure),
      intervalText(figure),
      fractionText(figure),
      `${figure.excluded.reduce((sum, { count }) => sum + count, 0)}`,
      restsOn(kpis.get(kpi), madeUp),
    ],
  );
  const columns = [
    { title: "figure", most: 24 },
    { title: "value", align: "right" },
    { title: "95 % interval", align: "right" },
    { title: "counted", align: "right" },
    { title: "left out", align: "right" },
    { title: "data" },
  ] as const;
  const text = [
    "Left out: records of other days, plans, and what could not be counted; the results name each",
    "reason with its number. Amounts behind a share are in cents unless it names a currency. Made",
    "up: rests on generated records, at least in part.",
  ];
  return {
    heading: `The figures of ${periodOf(board.rows)}`,
    blocks: [table(columns, rows), note(text.join(" "))],
  };
}

/** Some figures once for each segment. */
export function figureBySegmentSection({ figures, compiled }: Chapter): Section | undefined {
  if (figures === undefined || figures.shownBySegment.length === 0) return undefined;
  const { segmentedBy } = compiled.care;
  const { board, shownBySegment, remark } = figures;
  const rows = shownBySegment.flatMap((kpi) => {
    const own = board.rows.filter(({ kpi: of, cut }) => of === kpi && cut?.by === segmentedBy);
    return latestRows(own).map(({ cut, figure }, at): Cell[] => [
      at === 0 ? titleOf(kpi, compiled.policy.kpis) : "",
      labelTitle(compiled.policy, segmentedBy, cut!.label),
      figureText(figure),
      fractionText(figure),
      { part: figure.value ?? 0, whole: 1.5 },
    ]);
  });
  const columns = [
    { title: "figure", most: 24 },
    { title: "segment", most: 20 },
    { title: "value", align: "right" },
    { title: "counted", align: "right" },
    { title: "0 … 150 %" },
  ] as const;
  const remarks = remark === undefined ? [] : [note(remark)];
  return { heading: "By segment", blocks: [table(columns, rows), ...remarks] };
}

/** How the targets stand. */
export function targetSection({ figures, compiled }: Chapter): Section | undefined {
  if (figures === undefined || figures.targets.length === 0) return undefined;
  const rows = figures.targets.flatMap(({ target, status, figure, margin, trend }): Cell[][] => {
    if (target.kind !== "quantity" || figure === undefined) return [];
    const { kpi, cut, value, bound } = target;
    const of = cut === undefined ? "" : ` (${labelTitle(compiled.policy, cut.by, cut.label)})`;
    const goal = unitText(
      typeof value === "number" ? value : money(value.amount, value.currency).minor,
      figure,
    );
    const beyond = margin === undefined ? "" : unitText(margin, figure);
    return [
      [
        `${titleOf(kpi, compiled.policy.kpis)}${of}`,
        `${bound === "atLeast" ? "at least" : "at most"} ${goal}`,
        figureText(figure),
        beyond,
        status === "reached" ? "reached" : status === "notReached" ? "not reached" : status,
        trend ?? "",
      ],
    ];
  });
  const columns = [
    { title: "target" },
    { title: "wanted", align: "right" },
    { title: "is", align: "right" },
    { title: "beyond", align: "right" },
    { title: "status" },
    { title: "trend" },
  ] as const;
  return { heading: "Against the targets", blocks: [table(columns, rows)] };
}

/** The row of the latest period, of each figure and label. */
function latestRows(rows: readonly BoardRow[]): readonly BoardRow[] {
  const latest = new Map(rows.map((row) => [`${row.kpi} ${row.cut?.label ?? ""}`, row]));
  return [...latest.values()];
}

function periodOf(rows: readonly BoardRow[]): string {
  return rows.at(-1)?.period.label ?? "no period";
}

function titleOf(kpi: string, chapter: Chapter["policy"]["kpis"]): string {
  return chapter?.[kpi]?.title ?? kpi;
}

function restsOn(kpi: CompiledKpis["kpis"][number] | undefined, madeUp: MadeUp): string {
  if (madeUp === "everything" || kpi === undefined) return "made up";
  const { column, kinds } = kpi.definition.with ?? {};
  const isOfReal = Array.isArray(kinds) && kinds.every((kind) => madeUp.realKinds.includes(kind));
  const isOfLabels = typeof column === "string" && madeUp.columns.includes(column);
  const isOfMade = kpi.reads.some((kind) => madeUp.records.includes(kind));
  return isOfLabels || (isOfMade && !isOfReal) ? "made up" : "real";
}
