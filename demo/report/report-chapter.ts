import type { Chapter, Section } from "../chapter.js";
import { careSection } from "./care-section.js";
import { cutSection } from "./cut-section.js";
import { dutySection } from "./duty-section.js";
import { explainedSection } from "./explained-section.js";
import { findingsText } from "./findings-text.js";
import { headSection, readSection } from "./head-section.js";
import { ownerSection } from "./owner-section.js";
import { pressingSection } from "./pressing-section.js";
import { segmentSection } from "./segment-section.js";
import { WIDTH } from "./text-table.js";
import { undecidedSection } from "./undecided-section.js";
import { validitySection } from "./validity-section.js";

/**
 * A decided chapter as plain text: at most 100 columns, the same in every run.
 *
 * @param chapter - what was decided
 * @returns lines joined by line feeds, with one at the end
 */
export function reportChapter(chapter: Chapter): string {
  const [head, ...sections] = [
    headSection(chapter),
    readSection(chapter),
    segmentSection(chapter),
    cutSection(chapter),
    ...(chapter.sections ?? []),
    careSection(chapter),
    ownerSection(chapter),
    dutySection(chapter),
    pressingSection(chapter),
    undecidedSection(chapter),
    explainedSection(chapter),
    validitySection(chapter),
    findingSection(chapter),
  ].filter((section) => section !== undefined);
  const rule = "=".repeat(WIDTH);
  const top = [rule, head!.heading, rule, ...head!.lines];
  const rest = sections.flatMap(({ heading, lines }) => ["", heading.toUpperCase(), "", ...lines]);
  return `${[...top, ...rest].join("\n")}\n`;
}

function findingSection({ findings }: Chapter): Section {
  const heading = "Findings";
  if (findings.length === 0) return { heading, lines: ["  None, neither of data nor of policy."] };
  return { heading, lines: findingsText(findings) };
}
