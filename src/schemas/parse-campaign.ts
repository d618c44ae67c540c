import * as z from "zod";
import type { CampaignEvent, Credit, EventName, Ledger, LedgerEntry } from "../campaigns/index.js";
import type { Checked } from "../shapes/index.js";
import { type IsoWeekText, readIsoWeek } from "../time/index.js";
import { activity } from "./activity-schema.js";
import type { Bounds } from "./check-bounds.js";
import { parseJson } from "./parse-json.js";
import { maybe, recordSchema } from "./record-schema.js";
import { civilDate, instant, recordId, says } from "./value-schemas.js";

const text = z.string().min(1);
const kind = z.enum(["logged", "edited", "judged", "deleted", "credited", "withdrawn"]);

const isoWeek = z.string().refine((week) => readIsoWeek(week) !== undefined, {
  error: says("is no ISO week written like 2018-W03"),
  params: { code: "no-such-week" },
}) as unknown as z.ZodType<IsoWeekText>;

const credit = recordSchema<Credit>({
  id: recordId,
  source: text,
  memberId: recordId,
  accountId: recordId,
  on: civilDate,
  times: z.int().min(1).max(1000),
});

const event = z
  .looseObject({ at: instant, kind, activity: maybe(activity), credit: maybe(credit) })
  .superRefine((each, context) => {
    const isCredit = each.kind === "credited" || each.kind === "withdrawn";
    const [subject, other] = isCredit ? ["credit", "activity"] : ["activity", "credit"];
    const report = (path: string, code: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message, params: { code } });
    if (!Object.hasOwn(each, subject!))
      report(subject!, "missing-property", `\`${subject}\` is missing`);
    if (!Object.hasOwn(each, other!)) return;
    report(other!, "unknown-property", `what was \`${each.kind}\` has no \`${other}\``);
  }) as unknown as z.ZodType<CampaignEvent>;

const eventName: z.ZodType<EventName> = z.strictObject({ id: recordId, kind, at: instant });

const entry: z.ZodType<LedgerEntry> = z.strictObject({
  id: text,
  at: instant,
  kind: z.enum(["award", "reversal"]),
  cause: z.enum([
    "deadline",
    "judged",
    "late",
    "deleted",
    "cancelled",
    "edited",
    "movedOut",
    "credited",
    "withdrawn",
    "cap",
  ]),
  memberId: recordId,
  week: isoWeek,
  criterion: text,
  units: z.int(),
  accountId: z.exactOptional(recordId),
  events: z.array(eventName),
  withheld: z.exactOptional(z.array(z.strictObject({ cap: text, units: z.int().min(0) }))),
});

/** The shape of events of a campaign. */
export const eventsSchema: z.ZodType<readonly CampaignEvent[]> = z.array(event);

const histories = z.array(z.array(event).min(1));

/** The shape of a stored ledger. */
export const ledgerSchema: z.ZodType<Ledger> = z.strictObject({
  format: z.literal("hoito-ledger/1"),
  campaign: text,
  hash: text,
  at: instant,
  members: z.array(
    z.strictObject({
      memberId: recordId,
      weeks: z.array(z.strictObject({ week: isoWeek, histories, entries: z.array(entry) })),
      elsewhere: histories,
    }),
  ),
});

/** A ledger of ten thousand members; as JSON text the ten million characters of any text. */
const BOUNDS: Bounds = { depth: 16, nodes: 50_000_000, textLength: 200_000 };

/**
 * Events of a campaign out of untrusted input: a parsed list, or its JSON text.
 *
 * Properties of activities and events that hoito does not know are kept. One bad event refuses the
 * list: points would be missing without a trace.
 *
 * @param input - a list of events
 * @returns the events, or findings such as `unknown-value`, `not-an-instant` and `out-of-range`
 *
 * @example A credit that counts less than nothing
 * ```ts
 * import { parseCampaignEvents } from "hoito/schemas";
 *
 * const credit = { id: 1, source: "leads", memberId: "Aino", accountId: "A", on: "2018-03-01" };
 * const event = { at: "2018-03-02T08:00:00Z", kind: "credited", credit: { ...credit, times: -5 } };
 * const [finding] = parseCampaignEvents([event]).findings;
 * finding?.path; // => "[0].credit.times"
 * finding?.message; // => "`-5` is less than `1`"
 * ```
 *
 * @category Schemas
 */
export function parseCampaignEvents(input: unknown): Checked<readonly CampaignEvent[]> {
  return parse(eventsSchema, input, "list of events");
}

/**
 * A ledger that was stored, out of untrusted input: a parsed object, or its JSON text.
 *
 * The shape alone is checked here; every question to a ledger then asks whether it was made with
 * the campaign at hand.
 *
 * @param input - the ledger as JSON text or as an object
 * @returns the ledger, or findings such as `unknown-value`, `not-whole` and `not-json`
 *
 * @example A ledger of another format
 * ```ts
 * import { parseLedger } from "hoito/schemas";
 *
 * const { findings } = parseLedger(`{ "format": "points/7", "members": [] }`);
 * findings.map(({ path, code }) => `${path}: ${code}`);
 * // => [
 * //   "format: unknown-value",
 * //   "campaign: missing-property",
 * //   "hash: missing-property",
 * //   "at: missing-property",
 * // ]
 * ```
 *
 * @category Schemas
 */
export function parseLedger(input: unknown): Checked<Ledger> {
  return parse(ledgerSchema, input, "ledger");
}

function parse<T>(schema: z.ZodType<T>, input: unknown, what: string): Checked<T> {
  return parseJson(schema, input, { what, bounds: BOUNDS });
}
