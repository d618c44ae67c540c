import {
  type Account,
  accountFields,
  comparableName,
  type Judged,
  type Judgements,
  judgementFields,
} from "../facts/index.js";
import { toCell } from "../rules/index.js";
import { type Duration, shiftDay, toCivilDate } from "../time/index.js";
import { checkFields, isFilled } from "./coverage.js";
import type { Figure } from "./figure.js";
import { type FigureKind, figureKind, withShared } from "./figure-kind.js";
import { type FigureCore, figureOf } from "./figure-of.js";
import { operational, rateKind } from "./rate-kind.js";
import { count, counted, exclude, keysOf, note, startTally } from "./tally.js";

/**
 * A figure of data quality and what it weighs.
 *
 * @category KPIs
 */
export interface QualityPart {
  readonly name: string;
  readonly figure: Figure;
  /** Above 0. */
  readonly weight: number;
}

/**
 * One share for the quality of data, out of its parts: completeness, validity, uniqueness,
 * timeliness, or what else a company weighs.
 *
 * The mean of the parts by weight. One part without a value leaves the whole without one: a mean of
 * the others would hide it.
 *
 * @param parts - figures that are shares, each with its weight
 * @returns a share, with the parts and the share of the weight that each has
 *
 * @example Complete by nine tenths, unique by all
 * ```ts
 * import { coverageRate, weightedQuality } from "hoito/kpis";
 *
 * const complete = coverageRate([{ covered: true }, { covered: false }]);
 * const unique = coverageRate([{ covered: true }]);
 * const quality = weightedQuality([
 *   { name: "completeness", figure: complete, weight: 3 },
 *   { name: "uniqueness", figure: unique, weight: 1 },
 * ]);
 * quality.value; // => 0.625
 * ```
 *
 * @category KPIs
 */
export function weightedQuality(parts: readonly QualityPart[]): Figure {
  const tally = startTally();
  let whole = 0;
  let sum = 0;
  for (const { figure, weight } of parts) {
    whole += weight;
    if (figure.value === undefined) exclude(tally, figure.undefinedBecause);
    else sum += figure.value * weight;
  }
  const isKnown = whole > 0 && tally.left === 0;
  const core: FigureCore = {
    unit: "share",
    value: isKnown ? sum / whole : undefined,
    parts: parts.map(({ name, figure, weight }) => {
      return { key: name, amount: figure.value ?? 0, share: weight / whole };
    }),
  };
  return figureOf(tally, core, {});
}

/** Names the fields that a figure looks at. */
interface FieldsMethod {
  readonly fields: readonly string[];
}

const fields = { fields: { kind: "texts" } } as const;

/** Whether a filled field holds what fields of its kind hold; unknown for what has no kind. */
function isValid(account: Account, field: string): boolean | undefined {
  if (!Object.hasOwn(accountFields, field)) return undefined;
  const known = field as keyof typeof accountFields;
  const value = Object.hasOwn(judgementFields, known)
    ? account.judgements?.[known as keyof Judgements]
    : account[known as keyof Account];
  const fact = Object.hasOwn(judgementFields, known) ? (value as Judged<unknown>).value : value;
  // Money is valid in any currency: read it in its own.
  const own = (fact as { readonly currency?: unknown }).currency;
  const currency = typeof own === "string" ? own : "";
  return toCell(fact, accountFields[known], { currency, rates: undefined }) !== undefined;
}

/** The figures of this family that a board can compute. */
export const dataQualityKinds: Readonly<Record<string, FigureKind>> = {
  accountDataValid: figureKind(
    rateKind<FieldsMethod>({
      describe: operational(
        "Validity of account data",
        "Asiakastietojen kelvollisuus",
        "filled fields that hold what such a field holds by filled fields",
        "S0 §6",
      ),
      arguments: fields,
      reads: [],
      check: checkFields,
      add: (tally, { account }, method) => {
        for (const field of method.fields) {
          if (!isFilled(account, field)) exclude(tally, "notFilled");
          else {
            const valid = isValid(account, field);
            if (valid === undefined) exclude(tally, "notChecked");
            else {
              count(tally, "denominator");
              if (valid) count(tally, "numerator");
            }
          }
        }
      },
    }),
  ),
  accountsUnique: figureKind<object>({
    describe: operational(
      "Uniqueness of accounts",
      "Asiakkuuksien yksilöllisyys",
      "different names of accounts by accounts with a name, capitals and spaces aside",
      "S0 §6",
    ),
    arguments: {},
    reads: [],
    add: (tally, { account }) => {
      const [name = ""] = (account.names ?? []).map((each) => comparableName(each.name));
      if (name === "") exclude(tally, "nameUnknown");
      else {
        count(tally, "denominator");
        note(tally, "names", name);
      }
    },
    finish: (tally) => {
      const denominator = counted(tally, "denominator");
      const numerator = keysOf(tally, "names").size;
      const value = denominator === 0 ? undefined : numerator / denominator;
      return { unit: "share", numerator, denominator, value };
    },
  }),
  judgementsFresh: figureKind(
    rateKind<FieldsMethod & { readonly within: Duration }>({
      describe: operational(
        "Timeliness of judgements",
        "Arvioiden ajantasaisuus",
        "judgements made within a length of time by judgements with a day",
        "S0 §6; S1 §6",
      ),
      arguments: withShared(fields, { within: { kind: "duration" } }),
      reads: [],
      check: checkFields,
      add: (tally, { account, window }, { fields: wanted, within }) => {
        const bound = toCivilDate(shiftDay(window.lastDay, within, -1));
        for (const field of wanted) {
          if (!Object.hasOwn(judgementFields, field)) continue;
          const judged = account.judgements?.[field as keyof typeof judgementFields];
          const day = judged?.judgedOn;
          if (judged === undefined) exclude(tally, "notJudged");
          else if (day === undefined) exclude(tally, "undated");
          else if (day > window.last) exclude(tally, "afterAsOf");
          else {
            count(tally, "denominator");
            if (day >= bound) count(tally, "numerator");
          }
        }
      },
    }),
  ),
};
