import { type AccountRecords, compareIds, type Permission, type RecordId } from "../facts/index.js";
import { whyUnreadable } from "../rules/index.js";
import {
  type Decision,
  HoitoError,
  type MissingFact,
  type OptionNames,
  type Reason,
  refuseMisspelt,
  showInput,
} from "../shapes/index.js";
import { type CivilDate, isCivilDate, toEpochDay } from "../time/index.js";
import { missingOf } from "./demand.js";

/**
 * What is asked of permissions.
 *
 * @category Cadence
 */
export interface PermissionQuestion {
  readonly channel: string;
  /** What the contact is for; consent given for something else does not count. */
  readonly purpose?: string;
  /** Marketing: a marketing ban forbids it. */
  readonly isMarketing: boolean;
  /** One contact person of the account; without it the account itself is asked about. */
  readonly contactPersonId?: RecordId;
  /** What holds where all permissions are known and none speaks of the channel. */
  readonly whenNone: "allowed" | "forbidden";
  readonly asOf: CivilDate;
}

/**
 * Whether a channel may be used.
 *
 * @category Cadence
 */
export interface ContactPermission {
  readonly kind: "allowed" | "forbidden" | "unknown";
}

/**
 * Whether an account, or one of its contact persons, may be reached through a channel on a day.
 *
 * Any permission in force that forbids wins over one that allows: `forbidden` and `doNotContact`
 * always, `marketingBan` for marketing. A permission without a channel or purpose holds for all;
 * one with a purpose holds for that purpose alone. What is said of the account holds for every contact
 * person. It holds from `validFrom` until the day before `validUntil`. Where permissions are not
 * known to be complete, only a ban is certain: everything else is `unknown`, never allowed. So it is
 * beside a permission whose verdict or days cannot be read, or whose channel is that asked about
 * but for its capitals or spaces.
 *
 * @param records - the account with its permissions and what is known of their completeness
 * @param question - channel, purpose, whom, and the day
 * @returns the verdict, the permission that decided it, and the facts that are missing
 * @throws {@link HoitoError} `not-a-civil-date` when `asOf` is no date; in JavaScript also
 *   `not-a-question` when `channel`, `isMarketing` or `whenNone` is missing or another word, and
 *   `unknown-option` when a word is misspelt
 *
 * @example Consent for one purpose is not consent for another
 * ```ts
 * import { mayContact } from "hoito/cadence";
 *
 * const records = {
 *   account: { id: "A" },
 *   coverage: { permissions: "complete" },
 *   permissions: [{ accountId: "A", channel: "email", verdict: "allowed", purpose: "survey" }],
 * } as const;
 * const ask = { channel: "email", isMarketing: false, whenNone: "forbidden" } as const;
 * const about = (purpose: string) =>
 *   mayContact(records, { ...ask, purpose, asOf: "2018-03-01" }).value.kind;
 * about("survey"); // => "allowed"
 * about("news"); // => "forbidden"
 * ```
 *
 * @category Cadence
 */
export function mayContact(
  records: AccountRecords,
  question: PermissionQuestion,
): Decision<ContactPermission> {
  refuseMisspelt(question, QUESTION_WORDS, "question");
  requireQuestion(question);
  return permissionOn(records, question, toEpochDay(question.asOf));
}

/** Refuses what only JavaScript can ask: a misspelt word must not turn a ban into leave. */
export function requireQuestion(question: Omit<PermissionQuestion, "asOf">): void {
  const words = Object(question) as Partial<Record<string, unknown>>;
  const wrong = Object.entries(ANSWERABLE).find(([name, { takes }]) => !takes(words[name]));
  if (wrong === undefined) return;
  const [name, { write }] = wrong;
  const received = words[name];
  const text = `${showInput(received)} is no \`${name}\` to ask about: write \`${write}\``;
  throw new HoitoError(text, { code: "not-a-question", path: `question.${name}`, received });
}

const QUESTION_WORDS: OptionNames<PermissionQuestion> = {
  channel: true,
  purpose: true,
  isMarketing: true,
  contactPersonId: true,
  whenNone: true,
  asOf: true,
};

interface Answerable {
  readonly takes: (value: unknown) => boolean;
  readonly write: string;
}

const ANSWERABLE: Readonly<Record<"channel" | "isMarketing" | "whenNone", Answerable>> = {
  channel: {
    takes: (value) => typeof value === "string",
    write: 'channel: "email"',
  },
  isMarketing: { takes: (value) => typeof value === "boolean", write: "isMarketing: true" },
  whenNone: {
    takes: (value) => value === "allowed" || value === "forbidden",
    write: 'whenNone: "forbidden"',
  },
};

/** {@link mayContact} on a day number. */
export function permissionOn(
  { permissions = [], coverage }: AccountRecords,
  question: Omit<PermissionQuestion, "asOf">,
  day: number,
): Decision<ContactPermission> {
  const bans: Permission[] = [];
  const leaves: Permission[] = [];
  const unclear: MissingFact[] = [];
  for (const each of permissions) {
    const holds = isAbout(each, question) ? holdsOn(each, day) : false;
    if (holds === false) continue;
    const lacking = whyUnclear(each, question, holds);
    if (lacking !== undefined) unclear.push(lacking);
    else if (each.verdict === "allowed") leaves.push(each);
    else bans.push(each);
  }
  const because = (list: readonly Permission[]): readonly Reason[] => list.map(reason).sort(byText);
  if (bans.length > 0) return { value: { kind: "forbidden" }, because: because(bans), missing: [] };
  const missing = [
    ...missingOf([{ day, missing: unclear }]),
    ...(coverage.permissions === "complete" ? [] : [gap(coverage.permissions)]),
  ];
  if (missing.length > 0) return { value: { kind: "unknown" }, because: [], missing };
  if (leaves.length > 0) {
    return { value: { kind: "allowed" }, because: because(leaves), missing: [] };
  }
  const details = { channel: question.channel, whenNone: question.whenNone };
  const none = step("noPermission", details);
  return { value: { kind: question.whenNone }, because: [none], missing: [] };
}

/** The first day after another on which a permission begins or ends. */
export function nextPermission({ permissions = [] }: AccountRecords, day: number): number {
  const days = permissions
    .flatMap(({ validFrom, validUntil }) => [validFrom, validUntil])
    .flatMap((date) => (isCivilDate(date) ? [toEpochDay(date)] : []));
  return Math.min(...days.filter((each) => each > day), Number.POSITIVE_INFINITY);
}

function gap(known: object | undefined): MissingFact {
  return { path: "permissions", why: known === undefined ? "notSupplied" : "incomplete" };
}

function isAbout(
  { channel, purpose, contactPersonId, verdict }: Permission,
  question: Omit<PermissionQuestion, "asOf">,
): boolean {
  return (
    (channel === undefined || isLike(channel, question.channel)) &&
    (purpose === undefined || purpose === question.purpose) &&
    (contactPersonId === undefined || contactPersonId === question.contactPersonId) &&
    (verdict !== "marketingBan" || question.isMarketing)
  );
}

/** The same channel, or one that is meant for it and written in another way. */
function isLike(channel: unknown, asked: string): boolean {
  return channel === asked || typeof channel !== "string" || plain(channel) === plain(asked);
}

function plain(channel: string): string {
  return channel.trim().toLowerCase();
}

/** What cannot be read of a permission that is about the question. */
function whyUnclear(
  { channel, verdict }: Permission,
  { channel: asked }: Pick<PermissionQuestion, "channel">,
  holds: true | undefined,
): MissingFact | undefined {
  if (channel !== undefined && channel !== asked) return fact("channel", channel);
  if (!VERDICTS.has(verdict)) return fact("verdict", verdict);
  return holds ? undefined : UNREADABLE;
}

function fact(name: keyof Permission, written: unknown): MissingFact {
  return { path: `permissions.${name}`, why: whyUnreadable(written, "text") };
}

const VERDICTS: ReadonlySet<string> = new Set<Permission["verdict"]>([
  "allowed",
  "forbidden",
  "doNotContact",
  "marketingBan",
]);

const UNREADABLE: MissingFact = { path: "permissions.validFrom", why: "illTyped" };

/** Unknown where a day of it cannot be read. */
function holdsOn({ validFrom, validUntil }: Permission, day: number): boolean | undefined {
  const [from, until] = [validFrom, validUntil].map((date) => {
    return isCivilDate(date) ? toEpochDay(date) : undefined;
  });
  if (validFrom !== undefined && from === undefined) return undefined;
  if (validUntil !== undefined && until === undefined) return undefined;
  return (from ?? day) <= day && day < (until ?? day + 1);
}

function reason({ verdict, channel, purpose, contactPersonId }: Permission): Reason {
  return step("permission", {
    verdict,
    ...(channel === undefined ? {} : { channel }),
    ...(purpose === undefined ? {} : { purpose }),
    ...(contactPersonId === undefined ? {} : { contactPersonId }),
  });
}

function step(name: string, details: Readonly<Record<string, string | number>>): Reason {
  return { kind: "step", step: name, path: "permissions", details, of: [] };
}

function byText(left: Reason, right: Reason): number {
  return compareIds(JSON.stringify(left), JSON.stringify(right));
}
