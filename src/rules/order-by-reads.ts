/** Names in order, and what could not be ordered. */
export interface ReadingOrder {
  /** Each after those it reads. */
  readonly ordered: readonly string[];
  /** What reads itself through others, each circle as its names and its first again. */
  readonly circles: readonly (readonly string[])[];
}

/** Most names of a circle that are told; an ellipsis stands for the others. */
const MOST_SHOWN = 10;

/**
 * The names so that each comes after those it reads, and the circles that have no such order.
 *
 * Names that read nothing keep their order (Kahn 1962); of a circle the name that stands first in
 * the reading is told first.
 *
 * @param reads - by name the names it reads, all of them keys
 *
 * @category Rules
 */
export function orderByReads(reads: ReadonlyMap<string, readonly string[]>): ReadingOrder {
  const lacking = new Map([...reads].map(([name, read]) => [name, read.length]));
  const readers = new Map<string, string[]>([...reads.keys()].map((name) => [name, []]));
  for (const [name, read] of reads) for (const each of read) readers.get(each)!.push(name);
  const ordered = [...reads.keys()].filter((name) => lacking.get(name) === 0);
  for (const name of ordered) {
    for (const reader of readers.get(name)!) {
      lacking.set(reader, lacking.get(reader)! - 1);
      if (lacking.get(reader) === 0) ordered.push(reader);
    }
  }
  const done = new Set(ordered);
  const left = [...reads.keys()].filter((name) => !done.has(name));
  return { ordered, circles: circlesAmong(left, reads) };
}

/**
 * Of what could not be ordered, each reads one that could not be either: following it ends in a
 * circle.
 */
function circlesAmong(
  left: readonly string[],
  reads: ReadonlyMap<string, readonly string[]>,
): readonly (readonly string[])[] {
  const among = new Set(left);
  const next = (name: string): string => reads.get(name)!.findLast((each) => among.has(each))!;
  const seen = new Set<string>();
  return left.flatMap((start) => {
    const trail: string[] = [];
    let name = start;
    for (; !seen.has(name); name = next(name)) {
      seen.add(name);
      trail.push(name);
    }
    const from = trail.indexOf(name);
    if (from < 0) return [];
    const shown = trail.slice(from, from + MOST_SHOWN);
    return [[...shown, trail.length - from > MOST_SHOWN ? "…" : name]];
  });
}
