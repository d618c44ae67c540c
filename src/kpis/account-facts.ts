import type {
  Account,
  AccountRecords,
  Activity,
  Money,
  RecordKind,
  RecordLists,
  RecordTypes,
} from "../facts/index.js";
import type { CivilDate } from "../time/index.js";
import { type AmountOf, amountKinds } from "./account-amount.js";
import { type AmountSum, minorOf, sumAmounts } from "./amount-sum.js";
import type { FigureWindow } from "./figure-window.js";
import {
  type DatedKind,
  type DateOf,
  type KindRecords,
  noRecords,
  readRecords,
} from "./kind-records.js";
import { exclude, excludeAll, type Tally } from "./tally.js";

/** Labels that were supplied for an account, by the name of their column. */
export type AccountLabels = Readonly<Record<string, string | undefined>>;

/** The label of an account in a column; a column may be named like something every object inherits. */
export function labelIn(labels: AccountLabels, column: string): string | undefined {
  return Object.hasOwn(labels, column) ? labels[column] : undefined;
}

/**
 * One account as figures see it: each record once, sorted into the period and what lies outside.
 *
 * What several figures need is worked out once and kept for as long as the account is looked at.
 */
export class AccountFacts {
  account: Account;
  labels: AccountLabels;
  readonly window: FigureWindow;
  readonly #currency: string;
  #records: AccountRecords;
  /** Counts the accounts, so that nothing of an earlier one is taken for one of this. */
  #turn = 0;
  /** Most figures read these two kinds; a look-up by name takes longer than what they then add. */
  readonly #activities: KindRecords = noRecords("activities");
  readonly #orders: KindRecords = noRecords("orders");
  #others: Map<RecordKind, KindRecords> | undefined;
  #amount: AmountSum | undefined;
  #keptTurn = -1;
  #keptBy: readonly string[] = [];
  #kept: readonly Activity[] = [];

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
    this.#currency = context.currency;
    this.#records = records;
  }

  /** Goes on with another account: one object serves a whole base. */
  turnTo(records: AccountRecords, labels: AccountLabels): void {
    this.account = records.account;
    this.labels = labels;
    this.#records = records;
    this.#turn += 1;
  }

  /** The same account in another window. */
  within(window: FigureWindow): AccountFacts {
    const { labels } = this;
    return new AccountFacts(this.#records, { window, labels, currency: this.#currency });
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
      currency: this.#currency,
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
    const { list, duplicate } = this.#read(kind);
    exclude(tally, "duplicate", duplicate);
    return list as readonly RecordTypes[Kind][];
  }

  /** The records dated within the period; the others are told to the tally. */
  inPeriod<Kind extends DatedKind>(
    kind: Kind,
    tally: Tally,
    dateOf?: DateOf<Kind>,
  ): readonly RecordTypes[Kind][] {
    const found = dateOf === undefined ? this.#read(kind) : this.#readBy(kind, dateOf);
    excludeAll(tally, found);
    return found.within as readonly RecordTypes[Kind][];
  }

  /** The sum of an amount over the period. */
  amountOf(of: AmountOf): AmountSum {
    const known = this.#amount;
    if (known !== undefined && known.turn === this.#turn && known.of === of) return known;
    const from = this.#read(amountKinds[of]);
    const made = sumAmounts(of, from, this.#currency, this.#records.exchangeRates);
    this.#amount = made;
    return made;
  }

  /** What was remembered last, if it was by the same list and of this account. */
  remembered(key: readonly string[]): readonly Activity[] | undefined {
    return this.#keptTurn === this.#turn && this.#keptBy === key ? this.#kept : undefined;
  }

  /** Keeps what several figures work out of the same account by the same list. */
  remember(key: readonly string[], made: readonly Activity[]): readonly Activity[] {
    this.#keptTurn = this.#turn;
    this.#keptBy = key;
    this.#kept = made;
    return made;
  }

  /** Minor units in the one currency; what cannot be read is told to the tally. */
  amount(value: Money | undefined, tally: Tally): number | undefined {
    const { exchangeRates } = this.#records;
    const minor = value === undefined ? undefined : minorOf(value, this.#currency, exchangeRates);
    if (minor === undefined) exclude(tally, value === undefined ? "noAmount" : "otherCurrency");
    return minor;
  }

  /** By another date than the usual one, which alone is worth remembering. */
  #readBy(kind: RecordKind, dateOf: DateOf<never>): KindRecords {
    const found = noRecords(kind);
    readRecords(found, this.#records[kind] ?? [], this.window, dateOf);
    return found;
  }

  #read(kind: RecordKind): KindRecords {
    const records = this.#records;
    if (kind === "activities") return this.#turned(this.#activities, records.activities);
    if (kind === "orders") return this.#turned(this.#orders, records.orders);
    this.#others ??= new Map();
    const found = this.#others.get(kind) ?? noRecords(kind);
    this.#others.set(kind, found);
    return this.#turned(found, records[kind]);
  }

  /** What was read of this account, or reads it. */
  #turned(found: KindRecords, list: RecordLists[RecordKind]): KindRecords {
    if (found.turn !== this.#turn) {
      found.turn = this.#turn;
      readRecords(found, list ?? [], this.window);
    }
    return found;
  }
}

/** Whether a day lies in the window. */
export function isWithin(
  date: CivilDate,
  { from, last }: Pick<FigureWindow, "from" | "last">,
): boolean {
  return from <= date && date <= last;
}
