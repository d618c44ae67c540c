import { orThrow } from "hoito";
import { movementMatrix } from "hoito/segments";
import type { Chapter } from "../chapter.js";
import { classifierBy, labelsOf, labelTitle } from "./classifier-names.js";
import { accountName } from "./plain-names.js";
import { list, note, type Section, table } from "./section.js";

/** How many moves are told with examples. */
const MOST = 3;

/** Who changed class between two days: of the ABC classes where there are any, else of the segments. */
export function movementSection(chapter: Chapter): Section | undefined {
  const { compiled, labels, labelsBefore, decisions } = chapter;
  const { policy } = compiled;
  const name = classifierBy(compiled, "abc")?.name ?? policy.care.segmentedBy;
  const [before, after] = [labelsBefore?.get(name), labels.get(name)];
  if (before === undefined || after === undefined) return undefined;
  const title = (label: string): string => labelTitle(policy, name, label);
  const { states, counts, totals, moves, from, until } = orThrow(
    movementMatrix(before, after, {
      labels: labelsOf(policy, name),
      order: "bestFirst",
      examples: 2,
    }),
  );
  const used = states.flatMap((_, at) => {
    const isUsed = counts[at]!.some((count) => count > 0) || counts.some((row) => row[at]! > 0);
    return isUsed ? [at] : [];
  });
  const columns = [
    { title: `${from} \\ ${until}` },
    ...used.map((at) => ({ title: title(states[at]!), align: "right" }) as const),
  ];
  const rows = used.map((row) => [
    title(states[row]!),
    ...used.map((column) => `${counts[row]![column]}`),
  ]);
  const names = new Map(decisions.map(({ account }) => [account.id, accountName(account)]));
  const told = moves
    .toSorted((left, right) => right.count - left.count)
    .slice(0, MOST)
    .map(({ from: was, to, kind, count, examples = [] }) => {
      const some = examples.map((id) => names.get(id)).join(", ");
      return `${title(was)} to ${title(to)}: ${count} ${kind}, among them ${some}`;
    });
  const sum = [
    `${totals.promoted} promoted, ${totals.demoted} demoted, ${totals.stayed} stayed.`,
    "Each day by the cuts of that day.",
  ];
  return {
    heading: "Who moved",
    blocks: [table(columns, rows), note(sum.join(" ")), list(told)],
  };
}
