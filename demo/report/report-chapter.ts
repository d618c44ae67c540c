import type { Chapter } from "../chapter.js";
import { abcSection } from "./abc-section.js";
import { campaignBoardSection } from "./campaign-board-section.js";
import { capacitySection } from "./capacity-section.js";
import { careSection } from "./care-section.js";
import { cutSection } from "./cut-section.js";
import { dutySection } from "./duty-section.js";
import { explainedSection } from "./explained-section.js";
import { figureBySegmentSection, figureSection, targetSection } from "./figure-section.js";
import { findingsText } from "./findings-text.js";
import { headSection, readSection } from "./head-section.js";
import { matrixSection } from "./matrix-section.js";
import { movementSection } from "./movement-section.js";
import { openSection } from "./open-section.js";
import { ownerSection } from "./owner-section.js";
import { pointsSection } from "./points-section.js";
import { pressingSection } from "./pressing-section.js";
import { proofSection } from "./proof-section.js";
import { qualitySection } from "./quality-section.js";
import { rfmSection } from "./rfm-section.js";
import { scheduleSection } from "./schedule-section.js";
import { lines, note, type Part, type Section } from "./section.js";
import { blockText, sectionText } from "./section-text.js";
import { segmentSection } from "./segment-section.js";
import { WIDTH } from "./text-table.js";
import { undecidedSection } from "./undecided-section.js";
import { validitySection } from "./validity-section.js";
import { weekSection } from "./week-section.js";
import { whatIfSection } from "./what-if-section.js";

/** A chapter as parts of sections: its head, and what follows from customer base to figures. */
export interface ChapterReport {
  readonly head: Section;
  readonly parts: readonly Part[];
}

/** What is said of a decided chapter; parts and sections that have nothing to say are left out. */
export function reportOf(chapter: Chapter): ChapterReport {
  const parts: readonly (readonly [string, readonly (Section | undefined)[]])[] = [
    ["Customer base", [readSection(chapter)]],
    [
      "Segments",
      [
        segmentSection(chapter),
        cutSection(chapter),
        abcSection(chapter),
        rfmSection(chapter),
        matrixSection(chapter),
        movementSection(chapter),
        qualitySection(chapter),
        ...(chapter.sections ?? []),
        undecidedSection(chapter),
        explainedSection(chapter),
      ],
    ],
    [
      "Care",
      [
        careSection(chapter),
        ownerSection(chapter),
        dutySection(chapter),
        pressingSection(chapter),
        validitySection(chapter),
      ],
    ],
    ["Schedule", [capacitySection(chapter), scheduleSection(chapter), weekSection(chapter)]],
    ["Campaign", [campaignBoardSection(chapter), pointsSection(chapter), whatIfSection(chapter)]],
    ["Figures", [figureSection(chapter), figureBySegmentSection(chapter), targetSection(chapter)]],
    ["Findings", [proofSection(chapter), openSection(chapter), findingSection(chapter)]],
  ];
  const full = parts.flatMap(([title, all]): readonly Part[] => {
    const sections = all.filter((section) => section !== undefined);
    return sections.length === 0 ? [] : [{ title, sections }];
  });
  return { head: headSection(chapter), parts: full };
}

/**
 * A decided chapter as plain text: at most 100 columns, the same in every run.
 *
 * @param chapter - what was decided
 * @returns lines joined by line feeds, with one at the end
 */
export function reportChapter(chapter: Chapter): string {
  const { head, parts } = reportOf(chapter);
  const rule = "=".repeat(WIDTH);
  const top = [rule, head.heading, rule, ...head.blocks.flatMap(blockText)];
  const rest = parts.flatMap(({ title, sections }) => {
    const line = `-- ${title} `.padEnd(WIDTH, "-");
    return ["", line, ...sections.flatMap((section) => ["", ...sectionText(section)])];
  });
  return `${[...top, ...rest].join("\n")}\n`;
}

function findingSection({ findings }: Chapter): Section {
  const heading = "Findings of data and policy";
  if (findings.length === 0)
    return { heading, blocks: [note("None, neither of data nor of policy.")] };
  return { heading, blocks: [lines(findingsText(findings))] };
}
