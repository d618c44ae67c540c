import type {
  AccountRecords,
  Coverage,
  RateTable,
  RecordKind,
  RecordLists,
} from "../facts/index.js";
import { AccountFacts } from "./account-facts.js";
import type { PeriodContext } from "./customers.js";
import type { Figure } from "./figure.js";
import type { FigureKind } from "./figure-kind.js";
import { figureOf } from "./figure-of.js";
import { figureWindow } from "./figure-window.js";
import { requireMethod } from "./require-method.js";
import { count, startTally } from "./tally.js";

/**
 * When a figure over records is asked, over which period, and in which money.
 *
 * @category KPIs
 */
export interface RecordContext extends PeriodContext {
  /** Of figures of money, ISO 4217. */
  readonly currency?: string;
  readonly rates?: RateTable;
}

/** A figure over records that a caller hands over by themselves: all there are. */
export function overRecords<Method extends object>(
  kind: FigureKind<Method>,
  lists: RecordLists,
  method: Method,
  context: RecordContext,
): Figure {
  requireMethod(method, kind.arguments, kind.needs);
  const { asOf, period, currency = "", rates } = context;
  const tally = startTally();
  const window = figureWindow(period, { asOf });
  if (window !== undefined) {
    const kinds = Object.keys(lists) as RecordKind[];
    const coverage: Coverage = Object.fromEntries(kinds.map((each) => [each, "complete"]));
    const records: AccountRecords = {
      account: { id: "" },
      coverage,
      ...lists,
      ...(rates === undefined ? {} : { exchangeRates: rates }),
    };
    count(tally, "measured");
    kind.add(tally, new AccountFacts(records, { window, labels: {}, currency }), method);
  }
  return figureOf(tally, kind.finish(tally, method, currency), method);
}
