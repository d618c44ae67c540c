import type { Chapter } from "../chapter.js";
import { type AccountRevenue, accountRevenue } from "./account-revenue.js";
import { amountText } from "./plain-names.js";
import { note, type Section, table } from "./section.js";
import { segmentRows } from "./segment-rows.js";
import { percent, type TextColumn } from "./text-table.js";

/** How many accounts each segment has, and what they brought. */
export function segmentSection(chapter: Chapter): Section {
  const revenue = accountRevenue(chapter);
  const rows = segmentRows(chapter).map(({ title, decisions }) => {
    const ids = decisions.map(({ account }) => account.id);
    return { title, accounts: ids.length, minor: revenue === undefined ? 0 : total(revenue, ids) };
  });
  const accounts = chapter.decisions.length;
  const minor = rows.reduce((sum, row) => sum + row.minor, 0);
  const all = [...rows, { title: "all", accounts, minor }];
  const counted: TextColumn[] = [
    { title: "segment" },
    { title: "accounts", align: "right" },
    { title: "share", align: "right" },
  ];
  if (revenue === undefined) {
    const few = all.map((row) => [row.title, `${row.accounts}`, percent(row.accounts, accounts)]);
    return { heading: "Segments", blocks: [table(counted, few)] };
  }
  const columns: TextColumn[] = [
    ...counted,
    { title: `revenue ${revenue.currency}`, align: "right" },
    { title: "share", align: "right" },
    { title: "an account", align: "right" },
  ];
  const full = all.map((row) => [
    row.title,
    `${row.accounts}`,
    percent(row.accounts, accounts),
    amountText(row.minor, revenue.currency),
    percent(row.minor, minor),
    row.accounts === 0 ? "-" : wholeAmount(row.minor / row.accounts, revenue.currency),
  ]);
  const told = `Revenue is the sum of ${revenue.of} up to ${chapter.context.asOf}.`;
  return { heading: "Segments", blocks: [table(columns, full), note(told)] };
}

function total({ byAccount }: AccountRevenue, ids: readonly (string | number)[]): number {
  return ids.reduce<number>((sum, id) => sum + (byAccount.get(id) ?? 0), 0);
}

/** A mean is no exact sum, so it is shown without the fraction. */
function wholeAmount(minor: number, currency: string): string {
  return amountText(Math.round(minor), currency).replace(/\.\d+$/, "");
}
