import type { Chapter } from "../chapter.js";
import { factName } from "./plain-names.js";
import { note, type Section, table } from "./section.js";
import { segmentTitle } from "./segment-rows.js";

/** Accounts whose segment depends on facts nobody has, and the facts that would help most. */
export function undecidedSection({ compiled, decisions }: Chapter): Section {
  const heading = "Undecided accounts";
  const candidates = new Map<string, number>();
  const facts = new Map<string, { accounts: number; alone: number }>();
  for (const { segment } of decisions) {
    if (segment.value.kind !== "undecided") continue;
    const between = segment.value.candidates.map((each) => segmentTitle(each, compiled));
    const told = between.join(" / ");
    candidates.set(told, (candidates.get(told) ?? 0) + 1);
    const paths = new Set(segment.missing.map(({ path }) => path));
    for (const path of paths) {
      const { accounts, alone } = facts.get(path) ?? { accounts: 0, alone: 0 };
      facts.set(path, { accounts: accounts + 1, alone: alone + (paths.size === 1 ? 1 : 0) });
    }
  }
  if (candidates.size === 0)
    return { heading, blocks: [note("None: every fact that matters is there.")] };
  const between = [...candidates].map(([told, count]) => [`${count}`, told]);
  const needed = [...facts].map(([path, { accounts, alone }]) => {
    return [factName(path, compiled.policy), `${accounts}`, `${alone}`];
  });
  const inOrder = needed.toSorted(byCounts);
  return {
    heading,
    blocks: [
      table(
        [{ title: "accounts", align: "right" }, { title: "undecided between" }],
        between.toSorted(([left], [right]) => Number(right) - Number(left)),
      ),
      table(
        [
          { title: "missing fact" },
          { title: "accounts", align: "right" },
          { title: "alone decides", align: "right" },
        ],
        inOrder,
      ),
      note(tellAdvice(inOrder)),
    ],
  };
}

/** Which fact most accounts lack, and which would decide most of them without any other. */
function tellAdvice(inOrder: readonly (readonly string[])[]): string {
  const [often] = inOrder.toSorted((left, right) => Number(right[1]) - Number(left[1]));
  const [alone] = inOrder;
  const most = `Missing most often: ${often?.[0]} (${often?.[1]} accounts).`;
  if (alone?.[2] === "0") return `${most} No fact decides an account by itself.`;
  return `${most} Decides most by itself: ${alone?.[0]} (${alone?.[2]}).`;
}

/** What decides most accounts alone comes first, then what most accounts need. */
function byCounts(left: readonly string[], right: readonly string[]): number {
  return Number(right[2]) - Number(left[2]) || Number(right[1]) - Number(left[1]);
}
