import type { ScheduleRules, UnplacedDuty } from "../cadence/index.js";
import { mayContact } from "../cadence/index.js";
import { customerCampaignAudience, type LabelsByClassifier } from "../campaigns/index.js";
import type { CustomerBase, RecordId } from "../facts/index.js";
import { type CompiledPolicy, classifyAccounts, scheduleDuties } from "../policy/index.js";
import { toEpochDay } from "../time/index.js";
import { type MatcherAnswer, unaskable } from "./matcher-answer.js";
import { listed } from "./names-of-policy.js";
import type { ContactQuestion, Whom } from "./policy-matchers.js";
import { findWhom } from "./whom.js";

/** Contacts that are certain, and what may turn out to be one, each as a short text. */
interface ContactsFound {
  readonly certain: readonly string[];
  readonly possible: readonly string[];
}

/** Any will do: they say when a duty is done, not which duties there are. */
const ANY_RULES: ScheduleRules = {
  shortWeeks: "whole",
  late: "leave",
  evenWithinDays: 0,
  levelSteps: 1,
  farFromMinutes: 0,
};

/** Why nobody can tell whether a duty is a contact. */
const OPEN: ReadonlySet<UnplacedDuty["reason"]> = new Set<UnplacedDuty["reason"]>([
  "permissionUnknown",
  "windowUnknown",
]);

/** Whether nothing asks for a contact with some accounts. */
export function answerNeverContact(
  compiled: CompiledPolicy,
  whom: Whom,
  question: ContactQuestion,
): MatcherAnswer {
  const { asOf, until, base } = question;
  const who = JSON.stringify(whom);
  const claim = `nothing asks for a contact with ${who} from ${asOf} until ${until}`;
  const found = findWhom(whom, compiled, question);
  if ("fault" in found) return unaskable(claim, found.fault, []);
  if (found.certain.size + found.possible.size === 0) {
    return unaskable(claim, `none of the ${base.accounts.length} accounts is meant`, []);
  }
  const certain = contactsWith(found.certain, compiled, question);
  const possible = contactsWith(found.possible, compiled, question);
  const open = [...certain.possible, ...possible.certain, ...possible.possible];
  const lines = [
    ...(certain.certain.length === 0 ? [] : [`contacts: ${listed(certain.certain)}`]),
    ...(open.length === 0 ? [] : [`undecided: ${listed(open)}`]),
  ];
  return {
    verdict: certain.certain.length > 0 ? "notMet" : open.length > 0 ? "unknown" : "met",
    claim,
    found: lines.length === 0 ? ["there is none"] : lines,
    expected: [],
    received: certain.certain,
  };
}

function contactsWith(
  ids: ReadonlySet<RecordId>,
  compiled: CompiledPolicy,
  question: ContactQuestion,
): ContactsFound {
  const found = [dutiesOf(ids, compiled, question), campaignContactsOf(ids, compiled, question)];
  return {
    certain: found.flatMap(({ certain }) => certain),
    possible: found.flatMap(({ possible }) => possible),
  };
}

function dutiesOf(
  ids: ReadonlySet<RecordId>,
  compiled: CompiledPolicy,
  { base, campaigns: _, ...context }: ContactQuestion,
): ContactsFound {
  const own = baseOf(ids, base);
  const schedule = scheduleDuties(own, compiled, { ...context, rules: ANY_RULES });
  const { entries, unplaced, undecided } = schedule;
  const isCertain = ({ reason }: UnplacedDuty): boolean => {
    return reason !== "forbidden" && !OPEN.has(reason);
  };
  return {
    certain: [
      ...entries.filter(({ kind }) => kind !== "manual").map(({ id }) => id),
      ...unplaced.filter(isCertain).map(({ id }) => id),
    ],
    possible: [
      ...unplaced.filter(({ reason }) => OPEN.has(reason)).map(({ id }) => id),
      ...undecided
        .filter(({ what }) => what !== "owner")
        .map(({ accountId, what }) => `${accountId}: ${what}`),
    ],
  };
}

/** Some accounts of a base, and nobody whom their duties could be placed on. */
function baseOf(ids: ReadonlySet<RecordId>, base: CustomerBase): CustomerBase {
  const { measures, ...rest } = base;
  const rows = base.accounts.map(({ id }) => ids.has(id));
  const kept = <T>(column: readonly T[]): readonly T[] => column.filter((_, row) => rows[row]);
  const own: CustomerBase = { ...rest, accounts: kept(base.accounts), people: [] };
  if (measures === undefined) return own;
  const columns = Object.entries(measures).map(([name, column]) => [name, kept(column)] as const);
  return { ...own, measures: Object.fromEntries(columns) };
}

/** Those to contact, or to be contacted in a period that begins within the horizon. */
function campaignContactsOf(
  ids: ReadonlySet<RecordId>,
  compiled: CompiledPolicy,
  { base, campaigns = [], asOf, until }: ContactQuestion,
): ContactsFound {
  const certain: string[] = [];
  const possible: string[] = [];
  const labels = campaigns.length === 0 ? {} : labelsOf(base, compiled, { asOf });
  for (const campaign of campaigns) {
    const began = new Map(campaign.timing.map(({ label, fromDay }) => [label, fromDay]));
    const audience = customerCampaignAudience(base, campaign, { asOf, labels, mayContact });
    for (const { accountId, timing, state } of audience) {
      const isAhead = timing === undefined || began.get(timing)! < toEpochDay(until);
      if (!ids.has(accountId) || !isAhead) continue;
      const text = `${accountId}: campaign ${campaign.name}`;
      if (state === "toContact" || state === "upcoming") certain.push(text);
      else if (state === "undecided") possible.push(text);
    }
  }
  return { certain, possible };
}

function labelsOf(
  base: CustomerBase,
  compiled: CompiledPolicy,
  { asOf }: Pick<ContactQuestion, "asOf">,
): LabelsByClassifier {
  const accountIds = base.accounts.map(({ id }) => id);
  const columns = [...compiled.classifiers.keys()].map((classifier) => {
    const { data, dictionary } = classifyAccounts(base, compiled, { asOf, classifier });
    return [classifier, { accountIds, data, dictionary }] as const;
  });
  return Object.fromEntries(columns);
}
