import {
  type Cadence,
  type CompiledCadence,
  compareDuties,
  type DutiesAhead,
  type Duty,
  type DutyContext,
  dutiesAhead,
} from "../../src/cadence/index.js";
import type {
  Account,
  AccountRecords,
  Activity,
  Coverage,
  FieldKinds,
  RecordLists,
} from "../../src/facts/index.js";
import type { Measure } from "../../src/measures/index.js";
import { type CarePolicy, compilePolicy, decideCare } from "../../src/policy/index.js";
import { type Parameter, Scope } from "../../src/rules/index.js";
import { type Finding, orThrow } from "../../src/shapes/index.js";
import {
  type CalendarDefinition,
  type CivilDate,
  compileCalendar,
  toEpochDay,
  type WorkingCalendar,
} from "../../src/time/index.js";
import finland from "../golden/time/finland-2018.json" with { type: "json" };

/** The working days of Finland in 2018. */
export const finland2018: WorkingCalendar = orThrow(
  compileCalendar(finland.calendar as unknown as CalendarDefinition),
);

/** A calendar that covers no day of the tests, so that nothing rolls. */
export const elsewhere: WorkingCalendar = orThrow(
  compileCalendar({ from: "1990-01-01", until: "1990-01-02", weekend: [] }),
);

/** What a policy under test says besides its cadences. */
export interface Surroundings {
  readonly businessLines?: readonly string[];
  readonly parameters?: Readonly<Record<string, Parameter>>;
  readonly fields?: FieldKinds;
  readonly measures?: Readonly<Record<string, Measure>>;
  readonly currency?: string;
}

/** One segment, one care model of significance 1, and these cadences. */
export function policyWith(
  cadences: Readonly<Record<string, Cadence>>,
  surroundings: Surroundings = {},
): CarePolicy {
  return {
    id: "cadences-under-test",
    version: "1",
    ...surroundings,
    segments: {
      group: {
        method: "rules",
        labels: { all: {} },
        hitPolicy: "first",
        rules: [],
        otherwise: "all",
      },
    },
    care: {
      segmentedBy: "group",
      models: {
        care: { ownership: { mode: "none" }, cadences: Object.keys(cadences), significance: 1 },
      },
      bySegment: { all: "care" },
    },
    cadences,
  };
}

/** Code and path of what is wrong with a cadence named `visits`. */
export function faultsOf(cadence: unknown, surroundings: Surroundings = {}): string[] {
  const policy = policyWith({ visits: cadence as Cadence }, surroundings);
  return compilePolicy(policy).findings.map(({ code, path }) => `${code} at ${path}`);
}

/** What is wrong with a cadence, in full. */
export function findingsOf(cadence: unknown): readonly Finding[] {
  return compilePolicy(policyWith({ visits: cadence as Cadence })).findings;
}

/** What is asked, beside the cadences. */
export interface Question extends Surroundings {
  readonly asOf: CivilDate;
  readonly activities?: readonly Activity[];
  readonly account?: Omit<Account, "id">;
  readonly coverage?: Coverage;
  /** Records other than activities; their kinds are complete. */
  readonly records?: RecordLists;
  readonly calendar?: WorkingCalendar;
}

/** The duties of account `A` by the front door; without a calendar in the question no day rolls. */
export function dutiesOn(
  cadences: Readonly<Record<string, Cadence>>,
  question: Question,
): readonly Duty[] {
  const { asOf, calendar = elsewhere } = question;
  const compiled = orThrow(compilePolicy(policyWith(cadences, surroundingsOf(question))));
  const records = recordsOf(question);
  const { duties } = decideCare(records, compiled, { asOf, calendar });
  if (duties.value.kind === "undecided") throw new Error("the care model is undecided");
  return duties.value.duties;
}

/** Account `A` with the records of a question. */
export function recordsOf({ activities, account, coverage, records }: Question): AccountRecords {
  const kinds = Object.keys(records ?? {}).map((kind) => [kind, "complete"]);
  const known = coverage ?? { activities: "complete", ...Object.fromEntries(kinds) };
  const all = { account: { id: "A", ...account }, coverage: known, ...records };
  return activities === undefined ? all : { ...all, activities };
}

/** The duties of account `A` whose windows begin before a day. */
export function aheadOn(
  cadences: Readonly<Record<string, Cadence>>,
  question: Question & { readonly until: CivilDate },
): DutiesAhead {
  return dutiesAhead(compiledFrom(cadences, question), recordsOf(question), {
    ...contextOf(question),
    until: toEpochDay(question.until),
  });
}

/** Cadences compiled as in a policy. */
export function compiledFrom(
  cadences: Readonly<Record<string, Cadence>>,
  surroundings: Surroundings = {},
): readonly CompiledCadence[] {
  const policy = policyWith(cadences, surroundingsOf(surroundings));
  return [...orThrow(compilePolicy(policy)).cadences.values()];
}

/** What a policy says besides its cadences, without the question. */
function surroundingsOf(asked: Surroundings): Surroundings {
  const words = ["businessLines", "parameters", "fields", "measures", "currency"] as const;
  return Object.fromEntries(words.flatMap((word) => (asked[word] ? [[word, asked[word]]] : [])));
}

/** The day, calendar, money and significance of a question. */
export function contextOf({ asOf, calendar = elsewhere }: Question): DutyContext {
  const money = { currency: "EUR", rates: undefined };
  return { asOf: toEpochDay(asOf), calendar, money, significance: 1 };
}

/** A scope without parameters, for what is compiled outside a policy. */
export function bareNames(findings: Finding[] = []): Scope {
  return new Scope({ currency: "EUR", findings });
}

/** The one duty of a cadence named `visits`. */
export function dutyOn(cadence: Cadence, question: Question): Duty {
  const [duty, ...others] = dutiesOn({ visits: cadence }, question);
  if (duty === undefined || others.length > 0) throw new Error(`${others.length + 1} duties`);
  return duty;
}

let nextId = 0;

/** A visit that was held on a day. */
export function held(heldOn: CivilDate, rest: Partial<Activity> = {}): Activity {
  nextId += 1;
  return { id: nextId, accountId: "A", kind: "visit", status: "complete", heldOn, ...rest };
}

/** A visit that is planned for a day. */
export function planned(plannedOn: CivilDate, rest: Partial<Activity> = {}): Activity {
  nextId += 1;
  return { id: nextId, accountId: "A", kind: "visit", status: "planned", plannedOn, ...rest };
}

/** Duties as text: their statuses by id, in order of work. */
export function statusesOf(duties: readonly Duty[]): Record<string, string> {
  return Object.fromEntries(
    duties.toSorted(compareDuties).map(({ id, value }) => [id, value.status]),
  );
}
