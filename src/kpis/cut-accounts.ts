import type { AccountRecords, Ownership, RecordId } from "../facts/index.js";
import type { CivilDate } from "../time/index.js";
import { type AccountLabels, labelIn } from "./account-facts.js";
import type { BoardSurroundings, LabelColumn } from "./board.js";

/** Stands for an account that has no label of a cut. */
export const NO_LABEL = "none";

/** Stands where nobody knows the label: ownerships were not supplied. */
const UNKNOWN_LABEL = "unknown";

/** Stands for an account with several owners, who would each count it. */
const SEVERAL_LABEL = "several";

/** Finds the label of an account under a cut that is no column and no business line. */
export type LabelOf = (records: AccountRecords, labels: AccountLabels, asOf: CivilDate) => string;

/** How accounts are told apart under a cut. */
export function labelFinder(cut: string, surroundings: BoardSurroundings): LabelOf {
  if (cut === "region") return ({ account }) => account.region ?? NO_LABEL;
  if (cut === "owner") return (records, _, asOf) => ownerLabel(records, asOf, String);
  if (cut === "team") {
    const teams = teamsByPerson(surroundings);
    return (records, _, asOf) => ownerLabel(records, asOf, (id) => teams.get(id) ?? NO_LABEL);
  }
  return (_, labels) => labelIn(labels, cut) ?? NO_LABEL;
}

/** Whether a name is a cut that needs no column. */
export function isBuiltInCut(cut: string): boolean {
  return ["region", "owner", "team", "businessLine"].includes(cut);
}

/** The label of a row of a column. */
export function labelAt(column: LabelColumn, row: number): string | undefined {
  return "dictionary" in column ? column.dictionary[column.data[row]!] : column[row];
}

/** One owner as seen on a day, by the label that stands for a person. */
function ownerLabel(
  { ownerships = [], coverage }: AccountRecords,
  asOf: CivilDate,
  labelOf: (personId: RecordId) => string,
): string {
  if (coverage.ownerships === undefined) return UNKNOWN_LABEL;
  const labels = new Set<string>();
  for (const each of ownerships) if (owns(each, asOf)) labels.add(labelOf(each.personId));
  if (labels.size > 1) return SEVERAL_LABEL;
  const [only = NO_LABEL] = labels;
  return only;
}

/** Whether somebody is named responsible on a day. */
export function owns(ownership: Ownership, asOf: CivilDate): boolean {
  const { role, naming, validFrom = asOf, validUntil } = ownership;
  const begun = validFrom <= asOf && (validUntil === undefined || asOf < validUntil);
  return role === "responsible" && naming === "named" && begun;
}

function teamsByPerson({ people = [], teams = [] }: BoardSurroundings): Map<RecordId, string> {
  const found = new Map<RecordId, string>();
  for (const { id, team } of people) if (team !== undefined) found.set(id, team);
  for (const { id, name, memberIds } of teams) {
    for (const member of memberIds) found.set(member, name ?? String(id));
  }
  return found;
}
