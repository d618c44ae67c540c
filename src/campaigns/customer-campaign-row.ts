import {
  type AccountRecords,
  accountFact,
  type CustomerBase,
  type RecordId,
} from "../facts/index.js";
import {
  type CompiledCondition,
  type ExplainedRow,
  evaluate,
  explainCondition,
  type MoneyReading,
  missingFacts,
  NO_CUTS,
  NOTHING_AGES,
  type Row,
  type Scope,
  type Truth,
  toCell,
  UNKNOWN,
  whyUnreadable,
} from "../rules/index.js";
import type { LabelColumn } from "../segments/index.js";
import { HoitoError, type MissingFact } from "../shapes/index.js";
import type { CompiledCustomerCampaign, CompiledTiming } from "./compile-customer-campaign.js";

/** Labels of accounts by the name of their classifier. */
export type LabelsByClassifier = Readonly<Record<string, LabelColumn>>;

/** Labels by classifier, then by account. */
export type AccountLabels = ReadonlyMap<string, ReadonlyMap<RecordId, string>>;

/** Whether an account belongs to a campaign, and in which of its periods. */
export interface CampaignPlace {
  readonly truth: Truth;
  /** Periods of its area; empty where its area is not known. */
  readonly timing: readonly CompiledTiming[];
  /** Not empty where the target group or the area is not known. */
  readonly missing: readonly MissingFact[];
}

/** Every label by account; a column that does not fit its ids breaks the contract. */
export function readAccountLabels(labels: LabelsByClassifier): AccountLabels {
  return new Map(
    Object.entries(labels).map(([classifier, { accountIds, data, dictionary }]) => {
      const words = accountIds.map((id, row): [RecordId, string] => {
        const word = dictionary[data[row]!];
        if (word !== undefined) return [id, word];
        const text = `row ${row} of the labels of \`${classifier}\` has no word`;
        throw new HoitoError(text, { code: "not-aligned", path: classifier, received: data[row] });
      });
      return [classifier, new Map(words)];
    }),
  );
}

/** Where an account stands towards a campaign on a day. */
export function placeInCampaign(
  { account }: AccountRecords,
  campaign: CompiledCustomerCampaign,
  reading: {
    readonly asOf: number;
    readonly labels: AccountLabels;
    readonly money: MoneyReading;
  },
): CampaignPlace {
  const { accountScope, target, timing, currency, definition } = campaign;
  const factOf = (name: string): unknown => {
    const labels = reading.labels.get(name);
    return labels === undefined ? accountFact(account, name) : labels.get(account.id);
  };
  const { slots } = accountScope;
  const cells = slots.map(({ name, kind }) => toCell(factOf(name), kind, reading.money));
  const row: ExplainedRow = {
    cells,
    asOf: reading.asOf,
    cuts: NO_CUTS,
    ageing: NOTHING_AGES,
    currency,
    whyUnknown: ({ name, kind }) => [{ path: name, why: whyUnreadable(factOf(name), kind) }],
  };
  const truth = evaluate(target, row);
  if (truth === UNKNOWN) {
    return { truth, timing: [], missing: missingFacts([explainCondition(target, row)]) };
  }
  const slot = slots.find(({ name }) => name === definition.areaFrom);
  const area = slot === undefined ? undefined : cells[slot.index];
  const own = timing.filter(({ areas }) => areas === undefined || areas.has(area as string));
  const isOpen = area === undefined && timing.some(({ areas }) => areas !== undefined);
  return { truth, timing: own, missing: isOpen ? row.whyUnknown(slot!) : [] };
}

/** What a condition says of a record. */
export function recordTruth(
  record: object,
  condition: CompiledCondition,
  scope: Scope,
  reading: { readonly asOf: number; readonly money: MoneyReading },
): Truth {
  const facts = record as Readonly<Record<string, unknown>>;
  const cells = scope.slots.map(({ name, kind }) => toCell(facts[name], kind, reading.money));
  const row: Row = { cells, asOf: reading.asOf, cuts: NO_CUTS, ageing: NOTHING_AGES };
  return evaluate(condition, row);
}

/** How money of a base is read for a campaign. */
export function moneyOf(
  { exchangeRates }: Pick<CustomerBase, "exchangeRates">,
  { currency }: CompiledCustomerCampaign,
): MoneyReading {
  return { currency, rates: exchangeRates };
}
