import type { CareDecision } from "hoito";
import type { Chapter } from "../chapter.js";
import { note, type Section, table } from "./section.js";
import { segmentRows } from "./segment-rows.js";
import type { TextColumn } from "./text-table.js";

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
  const proposed = "Proposed: nobody is named yet, but somebody has been proposed.";
  return { heading: "Owners", blocks: [table(columns, rows), note(proposed)] };
}

function isProposed({ owner: { value } }: CareDecision): boolean {
  return value.kind === "lacking" && value.proposed.length > 0;
}
