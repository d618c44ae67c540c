import { checkCompleteness, checkReadiness } from "hoito";
import type { Chapter } from "../chapter.js";
import { list, note, type Section } from "./section.js";

/** What nobody has stated or filled in yet: the conditions for setting segments, and loose ends. */
export function openSection({ policy, context }: Chapter): Section {
  const heading = "What the policy leaves unsaid";
  const findings = [...checkReadiness(policy, context), ...checkCompleteness(policy)];
  if (findings.length === 0) return { heading, blocks: [note("Nothing: it is ready and whole.")] };
  return { heading, blocks: [list(findings.map(({ code, message }) => `${code}: ${message}`))] };
}
