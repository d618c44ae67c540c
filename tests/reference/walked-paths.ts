/** What a step of a path comes to. */
export type StepTruth = "met" | "notMet" | "unknown";

/** Every way in which unknown steps could turn out. */
function completions(truths: readonly StepTruth[]): boolean[][] {
  return truths.reduce<boolean[][]>(
    (ways, truth) =>
      ways.flatMap((way) => {
        if (truth !== "unknown") return [[...way, truth === "met"]];
        return [
          [...way, true],
          [...way, false],
        ];
      }),
    [[]],
  );
}

function walkInTurn(steps: readonly boolean[]): number {
  let at = -1;
  while (steps[at + 1] === true) at++;
  return at;
}

/** The steps on which an account can end, walked once for every way the unknown could turn out. */
export function walkedPaths(
  truths: readonly StepTruth[],
  climbs: "stepByStep" | "highestMet",
): readonly number[] {
  const ends = completions(truths).map((steps) => {
    return climbs === "stepByStep" ? walkInTurn(steps) : steps.lastIndexOf(true);
  });
  return [...new Set(ends)].sort((a, b) => a - b);
}
