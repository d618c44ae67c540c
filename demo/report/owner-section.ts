import type { CareDecision } from "hoito";
import type { Chapter, Section } from "../chapter.js";
import { segmentRows } from "./segment-rows.js";
import { type TextColumn, textTable } from "./text-table.js";

const KINDS = ["named", "lacking", "several", "undecided", "notNeeded"] as const;

/** Whether somebody is responsible where somebody should be. */
export function ownerSection(chapter: Chapter): Section {
  const columns: TextColumn[] = [
    { title: "segment" },
    ...["named", "lacking", "two for one", "undecided", "not needed"].map((title) => {
      return { title, align: "right" } as const;
    }),
    { title: "proposed", align: "right" },
  ];
  const rows = segmentRows(chapter).map(({ title, decisions }) => {
    const count = (kind: string): string => {
      return `${decisions.filter(({ owner }) => owner.value.kind === kind).length}`;
    };
    return [title, ...KINDS.map(count), `${decisions.filter(isProposed).length}`];
  });
  const note = "  Proposed: nobody is named yet, but somebody has been proposed.";
  return { heading: "Owners", lines: [...textTable(columns, rows), note] };
}

function isProposed({ owner: { value } }: CareDecision): boolean {
  return value.kind === "lacking" && value.proposed.length > 0;
}
