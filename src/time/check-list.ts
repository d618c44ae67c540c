import { errorAt, type Finding, showInput } from "../shapes/index.js";

/**
 * Findings for a list and each of its entries, holes included: `not-a-list`, `too-many-entries`, or
 * what `checkEntry` finds.
 */
export function checkList(
  input: unknown,
  path: string,
  most: number,
  checkEntry: (entry: unknown, path: string) => readonly Finding[],
): readonly Finding[] {
  if (!Array.isArray(input)) {
    return [errorAt(path, "not-a-list", `${showInput(input)} is not a list`)];
  }
  if (input.length > most) {
    const message = `\`${input.length}\` entries are more than the ${most} allowed`;
    return [errorAt(path, "too-many-entries", message)];
  }
  return Array.from(input).flatMap((entry, row) => checkEntry(entry, `${path}[${row}]`));
}
