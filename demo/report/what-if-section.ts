import type { Chapter } from "../chapter.js";
import { amountText } from "./plain-names.js";
import { note, type Section, table } from "./section.js";

/** What other rules would have changed for the same events. */
export function whatIfSection({ campaign, compiled: { currency } }: Chapter): Section | undefined {
  if (campaign === undefined || campaign.whatIf.length === 0) return undefined;
  const amount = (minor: number): string => amountText(minor, currency);
  const rows = campaign.whatIf.map(({ title, comparison }) => {
    const { before, after, members, payOutChange } = comparison;
    const touched = members.filter((each) => each.prizesBefore.minor !== each.prizesAfter.minor);
    const scored = members.filter((each) => each.pointsBefore !== each.pointsAfter);
    return [
      title,
      amount(before.payOut.minor),
      amount(after.payOut.minor),
      amount(payOutChange.minor),
      `${scored.length}`,
      `${touched.length}`,
    ];
  });
  const columns = [
    { title: "what if" },
    { title: `paid ${currency}`, align: "right" },
    { title: "would pay", align: "right" },
    { title: "change", align: "right" },
    { title: "other points", align: "right" },
    { title: "other prizes", align: "right" },
  ] as const;
  const text = "The same events by other rules; other points and prizes count members.";
  return { heading: "What if", blocks: [table(columns, rows), note(text)] };
}
