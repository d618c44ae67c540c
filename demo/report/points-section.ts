import { explainPoints, ledgerEntries } from "hoito/campaigns";
import type { Chapter } from "../chapter.js";
import { type Cell, note, type Section, table } from "./section.js";

/** Why one member has these points: the week in which points were taken back. */
export function pointsSection({ campaign }: Chapter): Section | undefined {
  if (campaign === undefined) return undefined;
  const { ledger, open, standings, at } = campaign;
  const reversed = standings.rows
    .flatMap(({ memberId }) => ledgerEntries(ledger, memberId))
    .find(({ kind, cause }) => kind === "reversal" && cause === "edited");
  const memberId = reversed?.memberId ?? standings.rows[0]?.memberId;
  const week = reversed?.week ?? standings.rows[0]?.byWeek[0]?.week;
  if (memberId === undefined || week === undefined) return undefined;
  const { value, because } = explainPoints(ledger, open, { at, memberId, week });
  const rows = because.flatMap((reason): readonly Cell[][] => {
    if (reason.kind !== "step") return [];
    const { points, cause, at: when, events } = reason.details;
    const count = Array.isArray(events) ? events.length : 0;
    const criterion = reason.path.split(".").at(-1)!;
    const written = open.campaign.definition.criteria[criterion];
    return [
      [
        written?.title ?? criterion,
        reason.step,
        Number(points) > 0 ? `+${points}` : `${points}`,
        String(cause),
        String(when),
        `${count}`,
      ],
    ];
  });
  const columns = [
    { title: "criterion" },
    { title: "entry" },
    { title: "points", align: "right" },
    { title: "why" },
    { title: "booked at" },
    { title: "events", align: "right" },
  ] as const;
  const text = `${value} points for ${week}. What was booked is never changed; what turns out wrong is reversed.`;
  return {
    heading: `Why these points: ${memberId} in ${week}`,
    blocks: [table(columns, rows), note(text)],
  };
}
