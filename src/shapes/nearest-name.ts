/** Longest name that is compared: a hostile name must not cost quadratic time. */
const LONGEST = 64;

/**
 * The name a person most likely meant: the one with the fewest single-letter edits (insert, delete,
 * replace, swap of neighbours; Damerau 1964, restricted form), capitals aside.
 *
 * A name is near within one edit, or within a third of its own length. The earlier name wins a tie.
 * Names of more than 64 letters are near to nothing.
 *
 * @param written - what was written
 * @param names - what could have been meant
 * @returns the nearest name, or `undefined` when none is near
 *
 * @category Shapes
 */
export function nearestName(written: string, names: Iterable<string>): string | undefined {
  if (written.length > LONGEST) return undefined;
  let nearest: string | undefined;
  let fewest = Number.POSITIVE_INFINITY;
  for (const name of names) {
    const allowed = Math.max(1, Math.floor(name.length / 3));
    if (name.length > LONGEST || Math.abs(name.length - written.length) > allowed) continue;
    const edits = editDistance(written.toLowerCase(), name.toLowerCase());
    if (edits <= allowed && edits < fewest) {
      nearest = name;
      fewest = edits;
    }
  }
  return nearest;
}

/** Whether a name is another one but for capitals and one letter more, less, other or swapped. */
export function isOneSlip(written: string, name: string): boolean {
  if (Math.abs(written.length - name.length) > 1) return false;
  return editDistance(written.toLowerCase(), name.toLowerCase()) <= 1;
}

function editDistance(from: string, to: string): number {
  let twoBack: number[] = [];
  let oneBack = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1];
      const edits = Math.min(
        oneBack[column]! + 1,
        current[column - 1]! + 1,
        oneBack[column - 1]! + (same ? 0 : 1),
      );
      const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      current.push(swapped ? Math.min(edits, twoBack[column - 2]! + 1) : edits);
    }
    twoBack = oneBack;
    oneBack = current;
  }
  return oneBack[to.length]!;
}

/** A message, with the question whether a near name was meant where there is one. */
export function withGuess(message: string, near: string | undefined): string {
  return near === undefined ? message : `${message}; did you mean \`${near}\`?`;
}
