import {
  type AccountRecords,
  type CustomerBase,
  type RecordId,
  recordsByAccount,
} from "../facts/index.js";
import { type MissingFact, type OptionNames, refuseMisspelt } from "../shapes/index.js";
import { type CivilDate, toEpochDay } from "../time/index.js";
import { type PermissionQuestion, permissionOn, requireQuestion } from "./may-contact.js";

/**
 * Who gets a mailing: the accounts that bear a marketing attribute and may be written to.
 *
 * @category Cadence
 */
export interface Mailing extends Pick<PermissionQuestion, "channel" | "purpose" | "whenNone"> {
  /** The marketing attribute that decides whose list it is. */
  readonly attribute: string;
}

/**
 * Whether one of those asked about is on the list, and why not.
 *
 * - `notInSystem`: nobody of that id is in the base.
 * - `otherList`: the account does not bear the attribute.
 * - `banned`: a permission forbids it, or none allows it where one must.
 * - `unknown`: whether the account bears the attribute, or may be written to, is not known.
 *
 * @category Cadence
 */
export interface MailingEntry {
  readonly accountId: RecordId;
  readonly isMailed: boolean;
  readonly reason?: "notInSystem" | "otherList" | "banned" | "unknown";
  readonly missing: readonly MissingFact[];
}

/**
 * The mailing list of those asked about: who is not in the system, is banned, or belongs on another
 * list gets nothing, and what is unknown is not taken as a yes.
 *
 * @param base - accounts with their permissions
 * @param mailing - attribute, channel and purpose
 * @param context - `asOf`, and `accountIds`: who is asked about
 * @returns one entry for each id asked about, in that order
 * @throws {@link HoitoError} `not-a-civil-date` when `asOf` is no date; in JavaScript also
 *   `not-a-question` and `unknown-option`, as {@link mayContact}
 *
 * @example Not in the system, no mail
 * ```ts
 * import { mailingList } from "hoito/cadence";
 *
 * const base = {
 *   accounts: [{ id: "A", marketingAttributes: ["eNews"] }, { id: "B", marketingAttributes: [] }],
 *   coverage: { permissions: "complete" },
 * } as const;
 * const mailing = { attribute: "eNews", channel: "email", whenNone: "allowed" } as const;
 * const accountIds = ["A", "B", "C"];
 * const entries = mailingList(base, mailing, { asOf: "2018-03-01", accountIds });
 * entries.map(({ reason }) => reason ?? "mailed"); // => ["mailed", "otherList", "notInSystem"]
 * ```
 *
 * @category Cadence
 */
export function mailingList(
  base: CustomerBase,
  mailing: Mailing,
  context: { readonly asOf: CivilDate; readonly accountIds: readonly RecordId[] },
): readonly MailingEntry[] {
  refuseMisspelt(mailing, MAILING_WORDS, "mailing");
  const { attribute, ...words } = mailing;
  const question = { ...words, isMarketing: true };
  requireQuestion(question);
  const day = toEpochDay(context.asOf);
  const known = new Map(recordsByAccount(base).map((each) => [each.account.id, each]));
  return context.accountIds.map((accountId): MailingEntry => {
    const entry = reasonFor(known.get(accountId));
    return { accountId, isMailed: entry.reason === undefined, ...entry };
  });

  function reasonFor(
    records: AccountRecords | undefined,
  ): Omit<MailingEntry, "accountId" | "isMailed"> {
    if (records === undefined) return { reason: "notInSystem", missing: [] };
    const attributes: readonly string[] | undefined = records.account.marketingAttributes;
    if (attributes === undefined) {
      return { reason: "unknown", missing: [{ path: "marketingAttributes", why: "missing" }] };
    }
    if (!attributes.includes(attribute)) return { reason: "otherList", missing: [] };
    const { value, missing } = permissionOn(records, question, day);
    if (value.kind === "allowed") return { missing };
    return { reason: value.kind === "forbidden" ? "banned" : "unknown", missing };
  }
}

const MAILING_WORDS: OptionNames<Mailing> = {
  attribute: true,
  channel: true,
  purpose: true,
  whenNone: true,
};
