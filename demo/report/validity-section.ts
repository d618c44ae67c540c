import { daysBetween } from "hoito";
import type { Chapter } from "../chapter.js";
import { type Section, table } from "./section.js";
import { percent } from "./text-table.js";

/** Days until an answer may change: the name of the span, and its last day. */
const SPANS = [
  ["tomorrow", 1],
  ["within a week", 7],
  ["within a month", 31],
  ["within a quarter", 92],
  ["within a year", 366],
  ["later", Number.POSITIVE_INFINITY],
] as const;

/** How long the answers hold without new facts. */
export function validitySection({ decisions, context: { asOf } }: Chapter): Section {
  const lasting = decisions.map(({ validUntilDate: until }) => {
    return until === undefined ? undefined : daysBetween(asOf, until);
  });
  const rows = SPANS.map(([title, most], index) => {
    const after = SPANS[index - 1]?.[1] ?? 0;
    const count = lasting.filter(
      (days) => days !== undefined && days > after && days <= most,
    ).length;
    return [title, `${count}`, percent(count, decisions.length)];
  });
  const never = lasting.filter((days) => days === undefined).length;
  const columns = [
    { title: "the answer may change" },
    { title: "accounts", align: "right" },
    { title: "share", align: "right" },
  ] as const;
  const last = ["never without new facts", `${never}`, percent(never, decisions.length)];
  return { heading: "How long the answers hold", blocks: [table(columns, [...rows, last])] };
}
