import type { Finding } from "hoito";
import { wrapped } from "./text-table.js";

const MOST = 50;

/** Findings as people read them: how bad, where, what, and what was probably meant. */
export function findingsText(findings: readonly Finding[]): readonly string[] {
  const lines = findings
    .slice(0, MOST)
    .flatMap(({ severity, path, code, message }) => [
      ...wrapped(`${path === "" ? "(the whole)" : path}  [${code}]`, `  ${severity.padEnd(7)}  `),
      ...wrapped(message, "           "),
    ]);
  const rest = findings.length - MOST;
  return rest > 0 ? [...lines, `  … and ${rest} more`] : lines;
}
