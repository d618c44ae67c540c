import * as z from "zod";
import type {
  Decider,
  LifecycleMemory,
  MembershipVerdict,
  SegmentMembership,
  StayState,
} from "../segments/index.js";
import type { Checked } from "../shapes/index.js";
import type { Bounds } from "./check-bounds.js";
import { parseJson } from "./parse-json.js";
import { civilDate, recordId } from "./value-schemas.js";

const text = z.string().min(1);
const count = z.int().min(0);

const decider: z.ZodType<Decider> = z.strictObject({
  body: text,
  businessLine: z.exactOptional(text),
  personId: z.exactOptional(recordId),
});

const verdict: z.ZodType<MembershipVerdict> = z.strictObject({
  by: decider,
  on: civilDate,
  reason: text,
});

const membership: z.ZodType<SegmentMembership> = z.strictObject({
  format: z.literal("hoito-membership/1"),
  id: recordId,
  accountId: recordId,
  businessLine: z.exactOptional(text),
  region: z.exactOptional(text),
  segment: text,
  basis: z.enum(["data", "judgement", "insideKnowledge"]),
  reason: text,
  proposedBy: recordId,
  proposedOn: civilDate,
  validFrom: z.exactOptional(civilDate),
  validUntil: z.exactOptional(civilDate),
  decidedBy: text,
  status: z.enum(["proposed", "approved", "refused"]),
  decision: z.exactOptional(verdict),
  ending: z.exactOptional(verdict),
});

/** The shape of stored memberships. */
export const membershipsSchema: z.ZodType<readonly SegmentMembership[]> = z.array(membership);

const stay: z.ZodType<StayState> = z.strictObject({
  format: z.literal("hoito-stay/1"),
  label: text,
  since: civilDate,
  until: civilDate,
  reading: z.exactOptional(z.union([z.number(), text])),
  belowSince: z.exactOptional(civilDate),
});

const memory: z.ZodType<LifecycleMemory> = z.strictObject({
  format: z.literal("hoito-lifecycle/1"),
  state: text,
  since: z.exactOptional(civilDate),
  relationshipSince: z.exactOptional(civilDate),
  until: civilDate,
  last: z.record(text, civilDate),
  counts: z.record(text, count),
});

/** Memberships of a large base, and far more than one account has. */
const BOUNDS: Bounds = { depth: 8, nodes: 5_000_000, textLength: 10_000 };

/**
 * Memberships that were stored, out of untrusted input: a parsed list, or its JSON text.
 *
 * @param input - a list of memberships
 * @returns the memberships, or findings such as `missing-property`, `unknown-value` and `not-json`
 *
 * @example A membership that rests on nothing
 * ```ts
 * import { parseMemberships } from "hoito/schemas";
 *
 * const { findings } = parseMemberships([{ format: "hoito-membership/1", basis: "rumour" }]);
 * findings.find(({ path }) => path === "[0].basis")?.code; // => "unknown-value"
 * ```
 *
 * @category Schemas
 */
export function parseMemberships(input: unknown): Checked<readonly SegmentMembership[]> {
  return parse(membershipsSchema, input, "list of memberships");
}

/**
 * The state of a membership that was stored, out of untrusted input.
 *
 * @param input - the state as JSON text or as an object
 * @returns the state, or findings such as `not-a-civil-date` and `missing-property`
 *
 * @example A state that survives storage
 * ```ts
 * import { parseStayState } from "hoito/schemas";
 * import { startStay } from "hoito/segments";
 *
 * const stored = JSON.stringify(startStay("standard", "2018-01-01"));
 * const read = parseStayState(stored);
 * read.ok && read.value.label; // => "standard"
 * ```
 *
 * @category Schemas
 */
export function parseStayState(input: unknown): Checked<StayState> {
  return parse(stay, input, "state");
}

/**
 * What a lifecycle remembered of an account, out of untrusted input.
 *
 * @param input - the memory as JSON text or as an object
 * @returns the memory, or findings such as `not-a-civil-date` and `missing-property`
 *
 * @example A memory without its last day
 * ```ts
 * import { parseLifecycleMemory } from "hoito/schemas";
 *
 * const memory = { format: "hoito-lifecycle/1", state: "new", last: {}, counts: {} };
 * parseLifecycleMemory(memory).findings[0]?.path; // => "until"
 * ```
 *
 * @category Schemas
 */
export function parseLifecycleMemory(input: unknown): Checked<LifecycleMemory> {
  return parse(memory, input, "memory");
}

function parse<T>(schema: z.ZodType<T>, input: unknown, what: string): Checked<T> {
  return parseJson(schema, input, { what, bounds: BOUNDS });
}
