import type { AccountRecords } from "../facts/index.js";
import { MET, NOT_MET } from "../rules/index.js";
import type { Decision, MissingFact, Reason } from "../shapes/index.js";
import { toCivilDate, toEpochDay } from "../time/index.js";
import { verdictOn } from "./account-truth.js";
import type { CompiledCadence } from "./compiled-cadence.js";
import { type Contacts, contactsOf } from "./contacts.js";
import { type Demand, type Horizon, NEVER, type OpenContact } from "./demand.js";
import { demandsOf } from "./demands-of.js";
import type { Duty, DutyState } from "./duty.js";
import type { AccountDuties, DutyContext } from "./duty-context.js";
import { type TiringContacts, tiringContacts } from "./fatigue.js";
import { type Channel, findChannel } from "./find-channel.js";
import { matchPlans } from "./match-plans.js";
import { nextPermission } from "./may-contact.js";
import { settleWindow } from "./settle-window.js";

const NO_CONTACTS: Contacts = { held: [], planned: [], plans: [], unclear: [], nextChange: NEVER };

/** One cadence, asked of one account on one day. */
interface Question {
  readonly cadence: CompiledCadence;
  readonly records: AccountRecords;
  readonly line: string | undefined;
  readonly context: DutyContext & Horizon;
  readonly tiring: TiringContacts | undefined;
}

/**
 * The duties of one cadence, for one business line where it has several, up to a most: those of now
 * and those whose window begins before the horizon.
 */
export function reckonDuties(
  cadence: CompiledCadence,
  records: AccountRecords,
  line: string | undefined,
  context: DutyContext & Horizon,
  most: number,
): AccountDuties {
  const { applies, fatigue } = cadence;
  const tiring = fatigue && tiringContacts(fatigue, records, context);
  const question = { cadence, records, line, context, tiring };
  const { whenUnknown } = cadence.cadence;
  const verdict = applies && verdictOn(applies, context.account, whenUnknown);
  if (verdict !== undefined && verdict.truth !== MET) {
    const { missing, nextChange } = verdict;
    if (verdict.truth === NOT_MET) return { duties: [], nextChange };
    const value = { status: "undecided", daysLate: 0 } as const;
    const unknown = { key: "#unknown", value, because: [], missing, nextChange };
    return { duties: [duty(question, unknown)], nextChange };
  }
  const rule = "answer" in cadence ? cadence.answer.contacts : cadence.contacts;
  const contacts = rule === undefined ? NO_CONTACTS : contactsOf(rule, records, line, context);
  const duties: Duty[] = [];
  let nextChange = Math.min(contacts.nextChange, verdict?.nextChange ?? NEVER, changeOf(question));
  for (const demand of demandsOf(cadence, contacts, records, context)) {
    nextChange = Math.min(nextChange, demand.nextChange);
    for (const answer of answers(demand, question)) {
      duties.push(duty(question, answer));
      nextChange = Math.min(nextChange, answer.nextChange);
    }
    if (duties.length > most) break;
  }
  const matched = matchPlans(duties, contacts.plans);
  return { duties: matched.duties, nextChange: Math.min(nextChange, matched.nextChange) };
}

/** When limits, permissions or the rank may change whatever is demanded. */
function changeOf({ cadence, records, context, tiring }: Question): number {
  const { asOf, account } = context;
  const isAgeing = cadence.rank !== undefined && account?.ageing.has(cadence.rank.index) === true;
  return Math.min(
    tiring?.nextChange ?? NEVER,
    cadence.reach === undefined ? NEVER : nextPermission(records, asOf),
    isAgeing ? asOf + 1 : NEVER,
  );
}

interface Answer extends Decision<DutyState> {
  readonly key: string;
  readonly nextChange: number;
  readonly channel?: Extract<Channel, { readonly kind: "open" }>;
}

function* answers(demand: Demand, question: Question): Generator<Answer> {
  const { open, closed, standing, because, missing } = demand;
  const report = standing === undefined ? {} : { standing };
  for (const contact of open) {
    const answer = answerFor(contact, demand, question);
    yield answer.missing.length > 0 ? answer : { ...answer, value: { ...answer.value, ...report } };
  }
  if (closed === undefined) return;
  const value = { status: closed.status, daysLate: 0, ...report };
  yield { key: closed.key, value, because, missing, nextChange: NEVER };
}

function answerFor(contact: OpenContact, demand: Demand, question: Question): Answer {
  const { key, days, isAtOnce } = contact;
  const { because, missing } = demand;
  const { cadence, context } = question;
  const { asOf, calendar } = context;
  const tired = heldBack(contact, question);
  if (tired.kind === "unknown") return undecided(key, tired.missing, NEVER);
  if (tired.kind === "skipped") {
    const value = { status: "skipped", daysLate: 0 } as const;
    return { key, value, because: [...because, tired.reason], missing: [], nextChange: NEVER };
  }
  const earliest = Math.max(days.earliest, tired.freeDay);
  const moved = { ...days, earliest, ideal: Math.max(days.ideal, earliest) };
  const roll = isAtOnce === true ? "skip" : cadence.cadence.roll;
  const settled = settleWindow(tired.reason === undefined ? days : moved, roll, calendar, asOf);
  const { state, nextChange } = settled;
  if (missing.length > 0 && state.status !== "late") return undecided(key, missing, nextChange);
  const reasons = tired.reason === undefined ? because : [...because, tired.reason];
  const answer = { key, value: state, because: reasons, missing: [], nextChange };
  return cadence.reach === undefined ? answer : permitted(answer, question);
}

function undecided(key: string, missing: readonly MissingFact[], nextChange: number): Answer {
  return { key, value: { status: "undecided", daysLate: 0 }, because: [], missing, nextChange };
}

type HeldBack =
  | { readonly kind: "free"; readonly freeDay: number; readonly reason?: Reason }
  | { readonly kind: "skipped"; readonly reason: Reason }
  | { readonly kind: "unknown"; readonly missing: readonly MissingFact[] };

/** What the limit of contacts does to one: it waits for the first free day, or is skipped. */
function heldBack({ days, beatsFatigue }: OpenContact, question: Question): HeldBack {
  const { cadence, context, tiring } = question;
  const wanted = Math.max(context.asOf, days.earliest);
  if (tiring === undefined || beatsFatigue === true) return { kind: "free", freeDay: wanted };
  const { freeDay, count, missing } = tiring.on(wanted);
  if (missing.length > 0) return { kind: "unknown", missing };
  if (freeDay === wanted) return { kind: "free", freeDay };
  const free = Number.isFinite(freeDay) ? { freeOn: toCivilDate(freeDay) } : {};
  const details = { count, atMost: cadence.fatigue!.atMost, ...free };
  const path = `cadences.${cadence.name}.fatigue`;
  const reason = { kind: "step", step: "fatigue", path, details, of: [] } as const;
  return freeDay > days.latest ? { kind: "skipped", reason } : { kind: "free", freeDay, reason };
}

/** The answer with the channel that may be used, or forbidden where none may. */
function permitted(answer: Answer, { cadence, records, context }: Question): Answer {
  const { asOf } = context;
  const reach = cadence.reach!;
  const day = Math.max(asOf, toEpochDay(answer.value.window!.earliest));
  const found = findChannel(reach, records, day);
  if (found.kind === "open") return { ...answer, channel: found };
  const { key, nextChange } = answer;
  if (found.kind === "unknown" && reach.whenUnknown === "undecided") {
    return undecided(key, found.missing, nextChange);
  }
  const path = `cadences.${cadence.name}.reach`;
  const details = { channels: reach.channels };
  const of = found.kind === "forbidden" ? found.because : [];
  const name = found.kind === "forbidden" ? "noChannel" : "permissionUnknown";
  const reason: Reason = { kind: "step", step: name, path, details, of };
  const because = [...answer.because, reason];
  return { key, value: { status: "forbidden", daysLate: 0 }, because, missing: [], nextChange };
}

function duty({ cadence, records, line, context }: Question, answer: Answer): Duty {
  const { name, rank, effortMinutes } = cadence;
  const { title } = cadence.cadence;
  const { account } = records;
  const { key, value, because, missing, channel } = answer;
  const ranked = rank === undefined ? undefined : context.account?.cells[rank.index];
  const person = channel?.contactPersonId;
  return {
    id: [String(account.id), name, ...(line === undefined ? [] : [line]), key].join("|"),
    accountId: account.id,
    cadence: name,
    ...(line === undefined ? {} : { businessLine: line }),
    ...(title === undefined ? {} : { title }),
    significance: context.significance,
    ...(effortMinutes === undefined ? {} : { effortMinutes }),
    ...(typeof ranked === "number" ? { rank: ranked } : {}),
    ...(channel === undefined ? {} : { channel: channel.channel }),
    ...(person === undefined ? {} : { contactPersonId: person }),
    value,
    because,
    missing,
  };
}
