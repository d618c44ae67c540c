import { type AccountRecords, accountFact } from "../facts/index.js";
import { type MeasuredAccount, measureAccount } from "../measures/index.js";
import {
  type Cell,
  type ExplainedRow,
  type MoneyReading,
  type Row,
  type Slot,
  toCell,
  whyUnreadable,
} from "../rules/index.js";
import {
  type CompiledClassifier,
  classifierCell,
  classifierOfField,
  classify,
  type LivingRow,
  livesOf,
  whyFieldUnknown,
} from "../segments/index.js";
import type { MissingFact } from "../shapes/index.js";
import type { ClassifierFeed, CompiledPolicy } from "./compiled-policy.js";
import { requireCompiled, requireRecords } from "./require-asked.js";

/** One account as the conditions of a policy see it. */
export interface AccountRow extends ExplainedRow, LivingRow {
  readonly measured: MeasuredAccount;
}

/** A row whose cells of classifiers are still to be filled. */
export interface OpenRow extends AccountRow {
  readonly cells: Cell[];
  readonly possible: Map<number, readonly string[]>;
}

/**
 * Measures an account, asks the classifiers that others read, and lays out the cells that the
 * policy's conditions read.
 *
 * @param records - the account with its records
 * @param compiled - the policy
 * @param asOf - day of asking as an epoch day
 */
export function accountRow(
  records: AccountRecords,
  compiled: CompiledPolicy,
  asOf: number,
): AccountRow {
  const row = openRow(records, compiled, asOf);
  for (const feed of compiled.feeds) {
    fillCells(row, compiled.classifiers.get(feed.classifier)!, feed);
  }
  return row;
}

/**
 * The cells of an account before any classifier is asked.
 *
 * @param records - the account with its records
 * @param compiled - the policy
 * @param asOf - day of asking as an epoch day
 */
export function openRow(records: AccountRecords, compiled: CompiledPolicy, asOf: number): OpenRow {
  requireCompiled(compiled);
  requireRecords(records);
  const money = moneyReading(records, compiled);
  const measured = measureAccount(records, compiled.measures, { asOf, money });
  const { slots } = compiled.scope;
  const { ageing, currency, classifiers, cutPoints: cuts, fedSlots, measures } = compiled;
  const cells = slots.map(({ name, kind, index }): Cell => {
    if (fedSlots.has(index)) return undefined;
    if (measures.kinds.has(name)) return measured.cells.get(name);
    return toCell(accountFact(records.account, name), kind, money);
  });
  const possible = new Map<number, readonly string[]>();
  const lacking = new Map<string, readonly MissingFact[]>();
  const lives = livesOf(records, classifiers.values(), asOf);
  const row: OpenRow = {
    cells,
    asOf,
    cuts,
    ageing,
    currency,
    whyUnknown,
    measured,
    possible,
    lives,
  };
  function whyUnknown({ name, kind }: Slot): readonly MissingFact[] {
    if (measures.kinds.has(name)) return measured.missing.get(name)!;
    const field = classifierOfField(name);
    const classifier = classifiers.get(field.name);
    if (classifier !== undefined) {
      // Each once: classifiers that read each other twice over would be asked without end.
      const facts = lacking.get(name) ?? whyFieldUnknown(classifier, row, field.part);
      lacking.set(name, facts);
      return facts;
    }
    return [{ path: name, why: whyUnreadable(accountFact(records.account, name), kind) }];
  }
  return row;
}

/** Fills what one classifier says of an account into its cells. */
export function fillCells(
  row: Row & Pick<OpenRow, "cells" | "possible">,
  classifier: CompiledClassifier,
  { slots }: ClassifierFeed,
): void {
  const outcome = classify(classifier, row);
  for (const { index, part } of slots) {
    row.cells[index] = classifierCell(classifier, row, part, outcome);
    if (part === undefined && "candidates" in outcome) row.possible.set(index, outcome.candidates);
  }
}

/** How money of these records is read under a policy. */
export function moneyReading(
  { exchangeRates }: Pick<AccountRecords, "exchangeRates">,
  { currency }: CompiledPolicy,
): MoneyReading {
  return { currency, rates: exchangeRates };
}
