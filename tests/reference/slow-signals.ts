import type { Activity } from "../../src/facts/index.js";

/** An activity as the slow search sees it. */
export interface SlowActivity {
  readonly activity: Activity;
  readonly writtenAt: number;
}

/** Groups by joining any two that belong together, again and again until nothing moves. */
function joined<T>(items: readonly T[], belong: (one: T, other: T) => boolean): readonly T[][] {
  let groups = items.map((each) => [each]);
  for (let moved = true; moved; ) {
    moved = false;
    search: for (const one of groups) {
      for (const other of groups) {
        if (one === other || !one.some((left) => other.some((right) => belong(left, right)))) {
          continue;
        }
        groups = [...groups.filter((each) => each !== one && each !== other), [...one, ...other]];
        moved = true;
        break search;
      }
    }
  }
  return groups;
}

/** Every window that starts at an activity; those with enough in them, joined where they share one. */
export function slowBursts(
  list: readonly SlowActivity[],
  atLeast: number,
  withinMs: number,
): readonly ReadonlySet<SlowActivity>[] {
  const windows = list
    .map((first) => {
      return list.filter((each) => {
        const later = each.writtenAt - first.writtenAt;
        return later >= 0 && later <= withinMs;
      });
    })
    .filter((window) => window.length >= atLeast);
  const groups = joined(windows, (one, other) => one.some((each) => other.includes(each)));
  return groups.map((group) => new Set(group.flat()));
}

/** Every pair of notes compared by the definition of likeness. */
export function slowAlikeNotes(
  list: readonly SlowActivity[],
  rule: {
    readonly atLeast: number;
    readonly likenessPercent: number;
    readonly wordsInARow: number;
    readonly shortestWords: number;
    readonly across: "accounts" | "all";
  },
): readonly ReadonlySet<SlowActivity>[] {
  const words = ({ activity }: SlowActivity) => (activity.notes ?? "").split(" ").filter(Boolean);
  const compared = list.filter((each) => words(each).length >= rule.shortestWords);
  const runs = (each: SlowActivity) => {
    const all = words(each);
    if (all.length <= rule.wordsInARow) return [all.join(" ")];
    const starts = all.slice(0, all.length - rule.wordsInARow + 1);
    return [...new Set(starts.map((_, at) => all.slice(at, at + rule.wordsInARow).join(" ")))];
  };
  const areAlike = (one: SlowActivity, other: SlowActivity) => {
    if (rule.across === "accounts" && one.activity.accountId === other.activity.accountId) {
      return false;
    }
    const [left, right] = [runs(one), runs(other)];
    const shared = left.filter((run) => right.includes(run)).length;
    const all = new Set([...left, ...right]).size;
    return shared * 100 >= rule.likenessPercent * all;
  };
  const groups = joined(compared, areAlike).filter((group) => group.length > 1);
  return groups.filter((group) => group.length >= rule.atLeast).map((group) => new Set(group));
}
