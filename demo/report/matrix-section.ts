import type { MatrixCells } from "hoito/segments";
import type { Chapter } from "../chapter.js";
import { classifierBy, labelsOf, labelTitle } from "./classifier-names.js";
import { note, type Section, table } from "./section.js";

/** How many accounts stand in each cell of a matrix of two classifiers, and what the cell says. */
export function matrixSection({ compiled, labels }: Chapter): Section | undefined {
  const { policy } = compiled;
  const matrix = classifierBy(compiled, "matrix");
  const [down, across] = matrix?.axes ?? [];
  if (matrix === undefined || down === undefined || across === undefined) return undefined;
  const [first, second] = [labels.get(down.field), labels.get(across.field)];
  if (first === undefined || second === undefined) return undefined;
  const counts = new Map<string, number>();
  for (const row of first.accountIds.keys()) {
    const words = [first, second].map(({ data, dictionary }) => dictionary[data[row]!]!);
    const key = words.join(" / ");
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const rows = down.values.map((value) => [
    labelTitle(policy, down.field, value),
    ...across.values.flatMap((other) => [
      `${counts.get(`${value} / ${other}`) ?? 0}`,
      cellOf(matrix.cells, value, other),
    ]),
  ]);
  const columns = [
    { title: policy.segments[down.field]?.title ?? down.field },
    ...across.values.flatMap((other) => [
      { title: labelTitle(policy, across.field, other), align: "right" } as const,
      { title: "" },
    ]),
  ];
  const moves = labelsOf(policy, matrix.name).map((label) => {
    return `${label}: ${matrix.labels[label]?.policies?.join(", ") ?? ""}`;
  });
  const heading = matrix.title ?? matrix.name;
  return { heading, blocks: [table(columns, rows), note(`${moves.join("; ")}.`)] };
}

function cellOf(cells: MatrixCells, value: string, other: string): string {
  const row = cells[value];
  const cell = typeof row === "object" ? row[other] : row;
  return typeof cell === "string" ? cell : "";
}
