import type { AbcClassifier } from "hoito";
import type { Chapter } from "../chapter.js";
import { classifierBy } from "./classifier-names.js";
import { amountText, factName } from "./plain-names.js";
import { type Cell, note, type Section, table } from "./section.js";
import { percent } from "./text-table.js";

/** Classes by share of the whole, and what the best fifth holds. */
export function abcSection({ compiled }: Chapter): Section | undefined {
  const abc = classifierBy(compiled, "abc");
  const fit = abc && compiled.fit?.classifiers[abc.name];
  if (abc === undefined || fit?.method !== "abc") return undefined;
  const { policy, currency, measures } = compiled;
  const isMoney = measures.kinds.get(abc.of) === "money";
  const amount = (value: number): string => (isMoney ? amountText(value, currency) : `${value}`);
  const rows = fit.classes.map((each, at): readonly Cell[] => [
    titleOf(abc, at),
    `${each.accounts}`,
    percent(each.shareOfAccounts, 1),
    amount(each.total),
    percent(each.shareOfTotal, 1),
    fit.cuts[at] === undefined || fit.cuts[at] === null ? "" : amount(fit.cuts[at]),
    { part: each.shareOfTotal, whole: 1 },
  ]);
  const columns = [
    { title: "class" },
    { title: "accounts", align: "right" },
    { title: "share", align: "right" },
    { title: isMoney ? `total ${currency}` : "total", align: "right" },
    { title: "share", align: "right" },
    { title: "from", align: "right" },
    { title: "share of the total" },
  ] as const;
  const { topFifth, counted, zero, missing } = fit;
  const best = [
    `The best fifth (${topFifth.accounts} of ${counted} accounts) brings`,
    `${percent(topFifth.shareOfTotal, 1)}, where the rule of thumb says 80 %.`,
    `Not ranked: ${zero} with nothing, ${missing} unknown.`,
  ];
  const heading = `${abc.title ?? abc.name}: ${factName(abc.of, policy)}`;
  return { heading, blocks: [table(columns, rows), note(best.join(" "))] };
}

function titleOf({ classes, labels }: AbcClassifier, at: number): string {
  const { segment } = classes[at]!;
  return labels[segment]?.title ?? segment;
}
