import type {
  Account,
  AccountRecords,
  Money,
  RecordId,
  RecordKind,
  RecordLists,
  RecordTypes,
} from "../facts/index.js";
import { type MoneyReading, toCell } from "../rules/index.js";
import type { CivilDate } from "../time/index.js";
import type { FigureWindow } from "./figure-window.js";
import { exclude, type Tally } from "./tally.js";

/** Labels that were supplied for an account, by the name of their column. */
export type AccountLabels = Readonly<Record<string, string | undefined>>;

/** Records of one kind by where their date lies. */
interface DatedRecords<Kind extends RecordKind> {
  readonly within: readonly RecordTypes[Kind][];
  readonly outsidePeriod: number;
  readonly afterAsOf: number;
  readonly undated: number;
}

/**
 * One account as figures see it: each record once, sorted into the period and what lies outside.
 *
 * What several figures need is worked out once and kept for as long as the account is looked at.
 */
export class AccountFacts {
  readonly account: Account;
  readonly labels: AccountLabels;
  readonly window: FigureWindow;
  readonly money: MoneyReading;
  readonly #records: AccountRecords;
  readonly #single: Map<RecordKind, { readonly list: readonly unknown[]; readonly twice: number }>;
  readonly #dated = new Map<string, unknown>();
  readonly #kept = new Map<readonly string[], unknown>();

  constructor(
    records: AccountRecords,
    context: {
      readonly window: FigureWindow;
      readonly labels: AccountLabels;
      readonly currency: string;
    },
  ) {
    this.account = records.account;
    this.labels = context.labels;
    this.window = context.window;
    this.money = { currency: context.currency, rates: records.exchangeRates };
    this.#records = records;
    this.#single = new Map();
  }

  /** The same account in another window. */
  within(window: FigureWindow): AccountFacts {
    return new AccountFacts(this.#records, {
      window,
      labels: this.labels,
      currency: this.money.currency,
    });
  }

  /** The account with the records of one business line alone. */
  ofLine(businessLine: string, kinds: readonly RecordKind[]): AccountFacts {
    const narrowed: { [kind: string]: unknown } = { ...this.#records };
    for (const kind of kinds) {
      const list = (this.#records[kind] ?? []) as readonly { readonly businessLine?: string }[];
      narrowed[kind] = list.filter((each) => each.businessLine === businessLine);
    }
    return new AccountFacts(narrowed as unknown as AccountRecords, {
      window: this.window,
      labels: this.labels,
      currency: this.money.currency,
    });
  }

  /** The business lines that records of these kinds name. */
  linesOf(kinds: readonly RecordKind[]): ReadonlySet<string> {
    const lines = new Set<string>();
    for (const kind of kinds) {
      for (const each of (this.#records[kind] ?? []) as readonly { businessLine?: string }[]) {
        if (each.businessLine !== undefined) lines.add(each.businessLine);
      }
    }
    return lines;
  }

  /** What is not known of the kinds a figure reads from a day on, if anything. */
  unknown(kinds: readonly RecordKind[], from: CivilDate): "notSupplied" | "incomplete" | undefined {
    let worst: "incomplete" | undefined;
    for (const kind of kinds) {
      const known = this.#records.coverage[kind];
      if (known === undefined) return "notSupplied";
      if (known !== "complete" && known.since > from) worst = "incomplete";
    }
    return worst;
  }

  /** All records of a kind, those with one id once. */
  all<Kind extends RecordKind>(kind: Kind, tally: Tally): readonly RecordTypes[Kind][] {
    let single = this.#single.get(kind);
    if (single === undefined) {
      single = eachOnce(this.#records[kind] ?? []);
      this.#single.set(kind, single);
    }
    exclude(tally, "duplicate", single.twice);
    return single.list as readonly RecordTypes[Kind][];
  }

  /** The records dated within the period; the others are told to the tally. */
  inPeriod<Kind extends DatedKind>(
    kind: Kind,
    tally: Tally,
    dateOf: DateOf<Kind> = usualDates[kind] as DateOf<Kind>,
  ): readonly RecordTypes[Kind][] {
    const list = this.all(kind, tally);
    // Only the usual date is worth remembering: a figure with its own asks once.
    const remembered = dateOf === usualDates[kind];
    let dated = remembered ? (this.#dated.get(kind) as DatedRecords<Kind> | undefined) : undefined;
    if (dated === undefined) {
      dated = split<Kind>(list, dateOf, this.window);
      if (remembered) this.#dated.set(kind, dated);
    }
    exclude(tally, "outsidePeriod", dated.outsidePeriod);
    exclude(tally, "afterAsOf", dated.afterAsOf);
    exclude(tally, "undated", dated.undated);
    return dated.within;
  }

  /** What several figures work out of the same account by the same list, worked out once. */
  remember<T>(key: readonly string[], make: () => T): T {
    const kept = this.#kept.get(key);
    if (kept !== undefined) return kept as T;
    const made = make();
    this.#kept.set(key, made);
    return made;
  }

  /** Minor units in the one currency; what cannot be read is told to the tally. */
  amount(value: Money | undefined, tally: Tally): number | undefined {
    if (value === undefined) {
      exclude(tally, "noAmount");
      return undefined;
    }
    const minor = toCell(value, "money", this.money);
    if (minor === undefined) exclude(tally, "otherCurrency");
    return minor as number | undefined;
  }
}

/** Whether a day lies in the window. */
export function isWithin(
  date: CivilDate,
  { from, last }: Pick<FigureWindow, "from" | "last">,
): boolean {
  return from <= date && date <= last;
}

/** Reads the date that a figure goes by. */
export type DateOf<Kind extends RecordKind> = (record: RecordTypes[Kind]) => CivilDate | undefined;

/** Kinds of record that figures go through by their usual date. */
type DatedKind =
  | ("activities" | "tasks" | "cases" | "feedback" | "surveyAnswers" | "terminations")
  | ("orders" | "revenues" | "invoices" | "offers" | "opportunities");

/** One small reader a kind: a shared `record[field]` would be many times slower. */
const usualDates: { readonly [Kind in DatedKind]: DateOf<Kind> } = {
  activities: ({ heldOn }) => heldOn,
  tasks: ({ openedOn }) => openedOn,
  revenues: ({ bookedOn }) => bookedOn,
  orders: ({ orderedOn }) => orderedOn,
  invoices: ({ issuedOn }) => issuedOn,
  offers: ({ madeOn }) => madeOn,
  opportunities: ({ openedOn }) => openedOn,
  cases: ({ receivedOn }) => receivedOn,
  terminations: ({ endedOn }) => endedOn,
  surveyAnswers: ({ answeredOn }) => answeredOn,
  feedback: ({ receivedOn }) => receivedOn,
};

/** Records without an id cannot be told apart, so each of them counts. */
function eachOnce(list: NonNullable<RecordLists[RecordKind]>): {
  readonly list: readonly unknown[];
  readonly twice: number;
} {
  const records = list as readonly { readonly id?: RecordId }[];
  if (isAscending(records)) return { list, twice: 0 };
  const seen = new Set<RecordId>();
  const once = records.filter(({ id }) => {
    if (id === undefined) return true;
    const isNew = !seen.has(id);
    seen.add(id);
    return isNew;
  });
  return { list: once, twice: list.length - once.length };
}

/** The common case, for which no set is made: ids that only grow. */
function isAscending(records: readonly { readonly id?: RecordId }[]): boolean {
  let before = records[0]?.id;
  for (let at = 1; at < records.length; at++) {
    const { id } = records[at]!;
    // Without an id, and between a number and a text, nothing is more than the other.
    if (typeof id !== typeof before || !(id! > before!)) return false;
    before = id;
  }
  return true;
}

function split<Kind extends RecordKind>(
  list: readonly RecordTypes[Kind][],
  dateOf: DateOf<Kind>,
  { from, last, asOf }: FigureWindow,
): DatedRecords<Kind> {
  const within: RecordTypes[Kind][] = [];
  let outsidePeriod = 0;
  let afterAsOf = 0;
  let undated = 0;
  for (const record of list) {
    const date = dateOf(record);
    if (date === undefined) undated++;
    else if (date >= from && date <= last) within.push(record);
    else if (date > asOf) afterAsOf++;
    else outsidePeriod++;
  }
  return { within, outsidePeriod, afterAsOf, undated };
}
