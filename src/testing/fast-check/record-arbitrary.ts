import * as fc from "fast-check";
import { type FieldKinds, type RecordKind, recordDates, recordFields } from "../../facts/index.js";
import { fieldArbitrary } from "./field-arbitrary.js";
import { pick } from "./pick.js";
import type { Shaping } from "./shaping.js";

/** A record without the id and the account that it will belong to. */
export type RecordParts = Readonly<Record<string, unknown>>;

/** Fields without which a record cannot be read. */
const REQUIRED: Readonly<Record<RecordKind, readonly string[]>> = {
  activities: ["kind", "status", "heldOn"],
  tasks: ["kind", "topic", "openedOn"],
  revenues: ["bookedOn", "amount"],
  orders: ["orderedOn", "value"],
  invoices: ["issuedOn", "value"],
  offers: ["madeOn", "status"],
  opportunities: ["openedOn"],
  contracts: ["startsOn"],
  serviceItems: ["service", "countedOn", "itemCount"],
  serviceChanges: ["requestedOn"],
  cases: ["kind", "receivedOn"],
  leads: ["passedOn"],
  terminations: ["endedOn"],
  surveyAnswers: ["answeredOn", "scale", "score"],
  feedback: ["receivedOn"],
  contactPersons: [],
  permissions: ["verdict"],
  ownerships: ["role", "naming"],
  memberships: [],
};

/** The people of a generated base. */
export const PEOPLE: readonly string[] = ["P1", "P2", "P3"];

/** What a record needs beside its fields, and nothing in a policy turns at. */
const BESIDE: Readonly<Partial<Record<RecordKind, RecordParts>>> = {
  tasks: { senderId: PEOPLE[0], receiverId: PEOPLE[1] },
  leads: { passedFrom: PEOPLE[0], passedTo: PEOPLE[1] },
  memberships: { projectId: "R1" },
};

/** Least score of each scale, and how many there are. */
const SCALES = { nps: [0, 11], csat: [1, 5], ces5: [1, 5], ces7: [1, 7] } as const;

/** Records of one kind, with the fields that the policy reads. */
export function recordArbitrary(kind: RecordKind, shaping: Shaping): fc.Arbitrary<RecordParts> {
  const kinds: FieldKinds = recordFields[kind];
  const required = REQUIRED[kind];
  const needed = shaping.needed.records.find((each) => each.kind === kind)!.fields;
  const names = [...new Set([...required, ...needed])].filter((name) => Object.hasOwn(kinds, name));
  const fields = names.map((name) => [name, fieldArbitrary(name, kinds[name]!, shaping)] as const);
  const values = fc.record(Object.fromEntries(fields), { requiredKeys: [...required] });
  const beside = fc.constant(BESIDE[kind] ?? {});
  return fc
    .tuple(values, beside, pick(PEOPLE))
    .map(([record, rest, personId]) => sound(kind, { ...record, ...rest }, personId));
}

/** The simplest record of a kind that can be read, as seen from the day of asking. */
export function simplestRecord(kind: RecordKind, day: string, currency: string): RecordParts {
  const kinds: FieldKinds = recordFields[kind];
  const required = REQUIRED[kind].map((name) => [name, simplest(kinds[name]!, day, currency)]);
  const dated = recordDates[kind] === null ? {} : { [recordDates[kind]]: day };
  const record = { ...Object.fromEntries(required), ...dated, ...BESIDE[kind] };
  return sound(
    kind,
    kind === "activities" ? { ...record, status: "complete" } : record,
    PEOPLE[0]!,
  );
}

function simplest(kind: FieldKinds[string], day: string, currency: string): unknown {
  if (kind === "number") return 0;
  if (kind === "money") return { minor: 100, currency };
  if (kind === "date") return day;
  return kind === "text" ? "another" : kind[0];
}

/** Brings the fields of a record in line with each other, so that it can be read. */
function sound(kind: RecordKind, record: RecordParts, personId: string): RecordParts {
  if (kind === "ownerships") return { ...record, personId };
  if (kind === "activities") return soundActivity({ ...record, personId });
  if (kind !== "surveyAnswers") return record;
  const [least, count] = SCALES[record["scale"] as keyof typeof SCALES];
  return { ...record, score: least + (Math.abs(Math.round(record["score"] as number)) % count) };
}

/** What has not been held has no day on which it was; what is planned has a day. */
function soundActivity({ heldOn, ...rest }: RecordParts): RecordParts {
  if (rest["status"] === "planned") return { plannedOn: heldOn, ...rest };
  return rest["status"] === "cancelled" ? rest : { heldOn, ...rest };
}
