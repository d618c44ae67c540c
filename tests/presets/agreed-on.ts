import { type CompiledPolicy, classifyAccounts, scheduleDuties } from "hoito";
import type { ScheduleEntry } from "hoito/cadence";
import type { Board } from "hoito/kpis";
import type { Preset, SampleBase } from "hoito/presets";

/** What a company agrees on before it takes a policy into use, and wants to see change on purpose. */
export interface AgreedOn {
  /** Accounts of the sample by group. */
  readonly groups: ReadonlyMap<string, number>;
  /** How many contacts are in the schedule. */
  readonly contacts: number;
  /** The first ten of them. */
  readonly first: readonly Partial<ScheduleEntry>[];
}

/** Groups and contacts of a preset's sample, for a golden file; of a contact these words. */
export function agreedOn(
  { asOf, illustrativeSchedule: rules }: Preset,
  fitted: CompiledPolicy,
  { base, calendar, until, substitutions }: SampleBase,
  words: readonly (keyof ScheduleEntry)[] = ["day", "accountId", "personId", "cadence"],
): AgreedOn {
  const { data, dictionary } = classifyAccounts(base, fitted, { asOf });
  const groups = dictionary.map((label, code) => {
    return [label, data.filter((each) => each === code).length] as const;
  });
  const context = { asOf, calendar, until, substitutions, rules };
  const { entries } = scheduleDuties(base, fitted, context);
  const first = entries.slice(0, 10).map((entry) => {
    return Object.fromEntries(words.map((word) => [word, entry[word]]));
  });
  return { groups: new Map(groups), contacts: entries.length, first };
}

/** The values of a board by figure, for a golden file. */
export function valuesOf({ rows }: Board): ReadonlyMap<string, number | undefined> {
  return new Map(rows.map(({ kpi, figure }) => [kpi, figure.value] as const));
}
