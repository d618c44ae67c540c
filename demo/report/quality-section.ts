import { orThrow } from "hoito";
import { type Share, segmentQuality } from "hoito/segments";
import type { Chapter } from "../chapter.js";
import { accountRevenue } from "./account-revenue.js";
import { labelsOf, labelTitle } from "./classifier-names.js";
import { amountText } from "./plain-names.js";
import { facts, type Section, table } from "./section.js";

/** How good the segmentation is that care depends on. */
export function qualitySection(chapter: Chapter): Section {
  const { compiled, labels, labelsBefore, context } = chapter;
  const { policy, care, currency } = compiled;
  const column = labels.get(care.segmentedBy)!;
  const before = labelsBefore?.get(care.segmentedBy);
  const revenue = accountRevenue(chapter)?.byAccount;
  const brought = revenue && column.accountIds.map((id) => revenue.get(id) ?? 0);
  const { coverage, undecided, overlap, spread, drift } = orThrow(
    segmentQuality(
      {
        labels: column,
        ...(brought && { measure: brought }),
        ...(before && { before }),
      },
      {
        labels: labelsOf(policy, care.segmentedBy),
        minimumSize: "none",
        criteria: [],
        geographicFields: [],
      },
    ),
  );
  const told: readonly (readonly [string, string])[] = [
    ["in a segment", shareText(coverage)],
    ["undecided", shareText(undecided)],
    ["in two at once", shareText(overlap)],
    ...(spread === undefined
      ? []
      : [["told apart", `${percentOf(spread.betweenShare)} of the spread of revenue`] as const]),
    ...(drift === undefined
      ? []
      : [["drift", `${percentOf(drift.dissimilarity)} since ${before!.asOf}`] as const]),
  ];
  const rows = (spread?.segments ?? []).map(({ label, known, mean, standardDeviation }) => [
    labelTitle(policy, care.segmentedBy, label),
    `${known}`,
    mean === undefined ? "-" : amountText(Math.round(mean), currency),
    standardDeviation === undefined ? "-" : amountText(Math.round(standardDeviation), currency),
  ]);
  const columns = [
    { title: `revenue up to ${context.asOf}` },
    { title: "accounts", align: "right" },
    { title: `mean ${currency}`, align: "right" },
    { title: "standard deviation", align: "right" },
  ] as const;
  const blocks = spread === undefined ? [facts(told)] : [facts(told), table(columns, rows)];
  return { heading: "How good the segments are", blocks };
}

function shareText(share: Share): string {
  return `${percentOf(share)} (${share.numerator} of ${share.denominator})`;
}

function percentOf({ value }: Share): string {
  return value === undefined ? "none" : `${(100 * value).toFixed(1)} %`;
}
