import { duration, type JobResult, type Line, plain } from "./result.js";

/** The table of a job in Markdown, which a terminal shows as well. */
export function tableOf({ name, each, lines, verdicts, remark }: JobResult): string {
  const head = ["who", `for one ${each}`, "times the first", "least … greatest", "peak of memory"];
  const rows = [
    head,
    head.map((_, column) => (column === 0 ? "---" : "--:")),
    ...lines.map(cellsOf),
  ];
  const goals = verdicts.map(({ wanted, got, isMet }) => {
    return `- ${isMet ? "met" : "**missed**"}: ${wanted}; it is ${got}`;
  });
  const table = rows.map((row) => `| ${row.join(" | ")} |`).join("\n");
  const parts = [`### ${name}`, table, goals.join("\n"), remark ?? ""];
  return parts.filter((part) => part !== "").join("\n\n");
}

function cellsOf({ who, nanoseconds, times, spread, megabytes }: Line): readonly string[] {
  const [least, greatest] = spread;
  return [
    who,
    duration(nanoseconds),
    plain(times),
    `${plain(least)} … ${plain(greatest)}`,
    `${Math.round(megabytes)} MB`,
  ];
}
