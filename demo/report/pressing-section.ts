import { compareDuties, type Duty, type OwnerOutcome } from "hoito";
import type { Chapter } from "../chapter.js";
import { dutiesOf } from "./duty-section.js";
import { accountName, cadenceTitle } from "./plain-names.js";
import { note, type Section, table } from "./section.js";
import { segmentKey } from "./segment-rows.js";

const MOST = 20;

/** The accounts to be contacted first, each with its most pressing duty. */
export function pressingSection({ compiled, decisions }: Chapter): Section {
  const heading = `The ${MOST} most pressing contacts`;
  const pressing = decisions
    .map((decision) => ({ decision, open: dutiesOf(decision).filter(isOpen) }))
    .filter(({ open }) => open.length > 0)
    .toSorted((left, right) => compareDuties(left.open[0]!, right.open[0]!))
    .slice(0, MOST);
  if (pressing.length === 0) return { heading, blocks: [note("Nothing is due.")] };
  const rows = pressing.map(({ decision, open }, index) => {
    const duty = open[0]!;
    const line = duty.businessLine === undefined ? "" : ` (${duty.businessLine})`;
    const more = open.length === 1 ? "" : ` +${open.length - 1}`;
    return [
      `${index + 1}`,
      accountName(decision.account),
      segmentKey(decision.segment.value),
      `${cadenceTitle(duty.cadence, compiled.policy)}${line}${more}`,
      duty.value.window?.latest ?? "",
      duty.value.daysLate === 0 ? duty.value.status : `${duty.value.daysLate} d`,
      ownerText(decision.owner.value),
    ];
  });
  const columns = [
    { title: "#", align: "right" },
    { title: "account", most: 20 },
    { title: "segment", most: 14 },
    { title: "contact", most: 28 },
    { title: "latest day" },
    { title: "late by", align: "right" },
    { title: "owner" },
  ] as const;
  const more = "+n: as many more contacts of the account are late or due.";
  return { heading, blocks: [table(columns, rows), note(more)] };
}

/** The people in charge, or why there is none. */
function ownerText(owner: OwnerOutcome): string {
  if (owner.kind === "notNeeded") return "-";
  if (owner.kind === "undecided") return "?";
  const people = owner.owners.filter(({ role }) => role === "responsible");
  const ids = [...new Set(people.map(({ personId }) => personId))].join(", ");
  if (owner.kind === "named") return ids;
  if (owner.kind === "several") return `${ids} (!)`;
  return ids === "" ? "nobody yet" : `${ids}, not for all`;
}

function isOpen({ value: { status } }: Duty): boolean {
  return status === "late" || status === "due";
}
