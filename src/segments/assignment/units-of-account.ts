import {
  type Account,
  type AccountRecords,
  type Coverage,
  type OwnFields,
  type RecordKind,
  recordFields,
  recordKinds,
} from "../../facts/index.js";
import { HoitoError } from "../../shapes/index.js";
import type { AccountUnit, UnitDefinition, UnitPlace } from "./unit.js";

/** Most units of one account. */
const MAX_UNITS = 10_000;

/**
 * An account as the units that are classified each on their own: by business line, by region, or
 * by both.
 *
 * A unit of a line has the records of that line, those of kinds that carry no line at all, and
 * those without a line as the definition says. A unit of a region has the ownerships of that
 * region and those without one; the account's `region` is then the unit's. The regions are those of
 * the account and its sites; where none is known there is one unit without a region. Split by
 * nothing, the account is its only unit. Lines come in the order of the policy, regions in that of
 * their names.
 *
 * Gotcha: ready-made measures and judgements are of the whole account, and every unit has them.
 *
 * @param records - one account with its records
 * @param definition - by what it is split, and what becomes of records without a line
 * @param context - the business lines of the policy
 * @returns one unit or more, with ids that are the same from run to run
 * @throws {@link HoitoError} `no-business-lines` when split by lines of which there are none;
 *   `too-many` beyond 10 000 units
 *
 * @example Revenue of two lines
 * ```ts
 * import { money } from "hoito";
 * import { unitsOfAccount } from "hoito/segments";
 *
 * const revenue = { accountId: "A", bookedOn: "2019-03-01", amount: money("10.00", "EUR") } as const;
 * const units = unitsOfAccount(
 *   {
 *     account: { id: "A" },
 *     coverage: { revenues: "complete" },
 *     revenues: [
 *       { ...revenue, businessLine: "training" },
 *       { ...revenue, businessLine: "recruiting" },
 *     ],
 *   },
 *   { per: ["businessLine"], recordsWithoutLine: "noUnit" },
 *   { businessLines: ["training", "recruiting"] },
 * );
 * units.map(({ id }) => id); // => ["A|businessLine=training", "A|businessLine=recruiting"]
 * units[0]?.records.revenues?.length; // => 1
 * ```
 *
 * @category Segments
 */
export function unitsOfAccount<A extends Account<OwnFields>>(
  records: AccountRecords<A>,
  definition: UnitDefinition,
  context: { readonly businessLines: readonly string[] },
): readonly AccountUnit<A>[] {
  const accountId = records.account.id;
  const lines = definition.per.includes("businessLine")
    ? [...new Set(context.businessLines)]
    : [undefined];
  const regions = definition.per.includes("region") ? regionsOf(records.account) : [undefined];
  if (lines.length === 0) {
    const text = "a unit is split by business line, and there is none";
    throw new HoitoError(text, { code: "no-business-lines", path: "businessLines", received: [] });
  }
  if (lines.length * regions.length > MAX_UNITS) {
    const text = `an account has at most ${MAX_UNITS} units`;
    throw new HoitoError(text, { code: "too-many", path: "records", received: regions.length });
  }
  return lines.flatMap((businessLine) =>
    regions.map((region) => {
      const place: UnitPlace = {
        accountId,
        ...(businessLine === undefined ? {} : { businessLine }),
        ...(region === undefined ? {} : { region }),
      };
      return { ...place, id: unitId(place), records: recordsOf(records, place, definition) };
    }),
  );
}

/**
 * The name of a unit that never changes; marks in names that could be mistaken are escaped.
 *
 * @category Segments
 */
export function unitId({ accountId, businessLine, region }: UnitPlace): string {
  const parts = [escapeMarks(String(accountId))];
  if (businessLine !== undefined) parts.push(`businessLine=${escapeMarks(businessLine)}`);
  if (region !== undefined) parts.push(`region=${escapeMarks(region)}`);
  return parts.join("|");
}

function escapeMarks(name: string): string {
  return name.replaceAll("%", "%25").replaceAll("|", "%7C");
}

function regionsOf({ region, sites = [] }: Account<OwnFields>): readonly (string | undefined)[] {
  const all = [region, ...sites.map((site) => site.region)];
  const known = new Set(all.flatMap((each) => (each === undefined ? [] : [each])));
  return known.size === 0 ? [undefined] : [...known].sort();
}

interface Placed {
  readonly businessLine?: string;
  readonly region?: string;
}

function recordsOf<A extends Account<OwnFields>>(
  records: AccountRecords<A>,
  unit: UnitPlace,
  { recordsWithoutLine }: UnitDefinition,
): AccountRecords<A> {
  const { region, businessLine } = unit;
  const account = region === undefined ? records.account : { ...records.account, region };
  const coverage: { [Kind in RecordKind]?: Coverage[Kind] } = { ...records.coverage };
  const lists: { [kind: string]: readonly Placed[] } = {};
  for (const kind of recordKinds) {
    const all = records[kind] as readonly Placed[] | undefined;
    if (all === undefined) continue;
    const hasLine = businessLine !== undefined && "businessLine" in recordFields[kind];
    const lacksOne = hasLine && all.some((each) => each.businessLine === undefined);
    if (lacksOne && recordsWithoutLine === "unknown") delete coverage[kind];
    lists[kind] = all.filter((each) => {
      if (region !== undefined && each.region !== undefined && each.region !== region) return false;
      if (!hasLine || each.businessLine === businessLine) return true;
      return each.businessLine === undefined && recordsWithoutLine === "everyUnit";
    });
  }
  return { ...records, ...lists, account, coverage };
}
