import type { CareDecision, Duty, DutyStatus } from "hoito";
import type { Chapter } from "../chapter.js";
import { cadenceTitle } from "./plain-names.js";
import { note, type Section, table } from "./section.js";
import type { TextColumn } from "./text-table.js";

const STATUSES: readonly DutyStatus[] = [
  "late",
  "due",
  "ok",
  "early",
  "undecided",
  "exceeded",
  "fulfilled",
];

/** How many contacts each cadence demands, and how they stand. */
export function dutySection({ compiled: { policy }, decisions }: Chapter): Section {
  const duties = decisions.flatMap(dutiesOf);
  const columns: TextColumn[] = [
    { title: "contact" },
    { title: "all", align: "right" },
    ...STATUSES.map((title) => ({ title, align: "right" }) as const),
  ];
  const row = (title: string, own: readonly Duty[]): readonly string[] => {
    const counts = STATUSES.map((status) => own.filter(({ value }) => value.status === status));
    return [title, `${own.length}`, ...counts.map(({ length }) => `${length}`)];
  };
  const rows = Object.keys(policy.cadences).map((name) => {
    return row(
      cadenceTitle(name, policy),
      duties.filter(({ cadence }) => cadence === name),
    );
  });
  const counted = table(columns, [...rows, row("all", duties)]);
  const open = decisions.filter(({ duties: { value } }) => value.kind === "undecided").length;
  const undecided = `Accounts whose care is undecided, so that nobody can say what is due: ${open}.`;
  const blocks = open === 0 ? [counted] : [counted, note(undecided)];
  return { heading: "Contacts and how they stand", blocks };
}

/** The duties of an account; none where its care is undecided. */
export function dutiesOf({ duties: { value } }: CareDecision): readonly Duty[] {
  return value.kind === "duties" ? value.duties : [];
}
