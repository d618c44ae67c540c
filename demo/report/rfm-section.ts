import { orThrow } from "hoito";
import { type RfmFit, segmentQuality } from "hoito/segments";
import type { Chapter } from "../chapter.js";
import { classifierBy, labelsOf, labelTitle } from "./classifier-names.js";
import { figureText } from "./figure-text.js";
import { amountText, factName } from "./plain-names.js";
import { type Cell, note, type Section, table } from "./section.js";
import { percent } from "./text-table.js";

/** Segments by how lately, how often and how much, with what each ordered. */
export function rfmSection(chapter: Chapter): Section | undefined {
  const { compiled, labels, figures } = chapter;
  const { policy, currency } = compiled;
  const rfm = classifierBy(compiled, "rfm");
  const fit = rfm && compiled.fit?.classifiers[rfm.name];
  if (rfm === undefined || fit?.method !== "rfm") return undefined;
  const demands = { criteria: [], geographicFields: [], minimumSize: "none" } as const;
  const { segments, accounts } = orThrow(
    segmentQuality(
      { labels: labels.get(rfm.name)! },
      { ...demands, labels: labelsOf(policy, rfm.name) },
    ),
  );
  const figureOf = (kpi: string, label: string): string => {
    const row = figures?.board.rows.findLast((each) => {
      return each.kpi === kpi && each.cut?.by === rfm.name && each.cut.label === label;
    });
    return row === undefined ? "" : figureText(row.figure);
  };
  const rows = segments
    .filter(({ label, size }) => size > 0 || Object.hasOwn(rfm.labels, label))
    .map(({ label, size, shareOfAccounts }): readonly Cell[] => [
      labelTitle(policy, rfm.name, label),
      `${size}`,
      percent(shareOfAccounts.numerator, accounts),
      figureOf("orders", label),
      figureOf("sales", label),
      { part: size, whole: Math.max(...segments.map((each) => each.size)) },
    ]);
  const columns = [
    { title: "segment" },
    { title: "customers", align: "right" },
    { title: "share", align: "right" },
    { title: "orders", align: "right" },
    { title: `revenue ${currency}`, align: "right" },
    { title: "customers" },
  ] as const;
  const heading = `${rfm.title ?? rfm.name}: recency, frequency, money in ${rfm.bins} parts each`;
  const axes = [rfm.recency, rfm.frequency, rfm.monetary].map((each) => factName(each, policy));
  const cuts = `Cuts: ${axes[0]} ${cutsOf(fit)}; ${axes[1]} ${list(fit.frequency[0])}; ${axes[2]}`;
  const money = (fit.monetary[0] ?? []).map((cut) => amountText(cut ?? 0, currency));
  return { heading, blocks: [table(columns, rows), note(`${cuts} ${money.join(", ")}.`)] };
}

function cutsOf({ recency }: RfmFit): string {
  return list(recency);
}

function list(cuts: readonly (number | null)[] | null | undefined): string {
  return (cuts ?? []).map((cut) => cut ?? "none").join(", ");
}
