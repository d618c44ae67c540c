import type { RecordNames } from "../measures/index.js";
import {
  type Condition,
  type ConditionNames,
  compileDuration,
  type Scope,
} from "../rules/index.js";
import type { Duration } from "../time/index.js";
import type { DurationOperand } from "./any-cadence.js";
import { compileContacts } from "./compile-contacts.js";
import { compileDated } from "./compile-dated.js";
import { oneOf } from "./compile-words.js";
import type { CompiledDated, ContactRule } from "./compiled-cadence.js";
import type { DutySource, EventCadence } from "./dated-cadence.js";

/**
 * A way in which an account is neglected.
 *
 * - `silent`: no contact that counts within the length, though the relationship is that old.
 * - `only`: there were contacts within the length, and all of them were of the poor kind.
 * - `noContactAfter`: so long after a record, such as the first order, nobody has been in contact.
 * - `nothingPlannedAfter`: a record of the length, such as a sale, with no contact held since and
 *   none planned.
 *
 * @category Cadence
 */
export type ContactGap<N extends ConditionNames = ConditionNames> =
  | {
      readonly kind: "silent";
      readonly counts: Condition<RecordNames<N>>;
      readonly within: DurationOperand<N>;
    }
  | {
      readonly kind: "only";
      /** All that counts as contact. */
      readonly counts: Condition<RecordNames<N>>;
      /** Those among them that are not enough alone. */
      readonly poor: Condition<RecordNames<N>>;
      readonly within: DurationOperand<N>;
    }
  | {
      readonly kind: "noContactAfter" | "nothingPlannedAfter";
      readonly counts: Condition<RecordNames<N>>;
      readonly record: DutySource;
      readonly on: string;
      readonly where?: Condition<RecordNames<N>> | Condition<N>;
      readonly which: EventCadence["which"];
      readonly within: DurationOperand<N>;
    };

/** A gap after its check. */
export type CompiledGap =
  | {
      readonly kind: "silent" | "only";
      readonly name: string;
      readonly counts: ContactRule;
      /** Of `only`. */
      readonly poor: ContactRule | undefined;
      readonly within: Duration;
    }
  | {
      readonly kind: "noContactAfter" | "nothingPlannedAfter";
      readonly name: string;
      readonly dated: CompiledDated;
    };

const KINDS = ["silent", "only", "noContactAfter", "nothingPlannedAfter"];
const NOW = { days: 0 } as const;

/**
 * A contact gap ready to be looked for; faults are recorded in the scope, as for
 * {@link compileCadence}, under `contactGaps.<name>`.
 *
 * @param name - what the gap is called
 * @param written - the definition
 * @param names - parameters, and where faults go
 * @param accounts - what conditions over accounts can name
 * @returns the compiled gap, or `undefined` when it has a fault
 *
 * @category Cadence
 */
export function compileContactGap(
  name: string,
  written: ContactGap,
  names: Scope,
  accounts: Scope = names,
): CompiledGap | undefined {
  const path = `contactGaps.${name}`;
  const before = names.findings.length;
  oneOf(written.kind, KINDS, names, `${path}.kind`);
  if (names.findings.length > before) return undefined;
  const compiled =
    written.kind === "silent" || written.kind === "only"
      ? compilePlain(name, written, names, path)
      : compileAfter(name, written, names, accounts, path);
  return names.findings.length > before ? undefined : compiled;
}

function compilePlain(
  name: string,
  written: Extract<ContactGap, { readonly kind: "silent" | "only" }>,
  names: Scope,
  path: string,
): CompiledGap | undefined {
  const { kind, counts } = written;
  const words = kind === "only" ? ["poor"] : [];
  names.checkWords(written, ["kind", "counts", "within", ...words], path);
  const rule = compileContacts({ counts, plansCount: false }, names, path, "counts");
  const poor =
    kind === "silent"
      ? undefined
      : compileContacts({ counts: written.poor, plansCount: false }, names, path, "poor");
  const within = compileDuration(written.within, names, `${path}.within`);
  return within && { kind, name, counts: rule, poor, within };
}

function compileAfter(
  name: string,
  written: Extract<ContactGap, { readonly record: DutySource }>,
  names: Scope,
  accounts: Scope,
  path: string,
): CompiledGap | undefined {
  const { kind, counts, within, ...event } = written;
  names.checkWords(event, ["record", "on", "where", "which"], path);
  const length = compileDuration(within, names, `${path}.within`);
  if (length === undefined) return undefined;
  const isDue = kind === "noContactAfter";
  const cadence: EventCadence = {
    ...event,
    method: "event",
    answeredBy: { contact: counts },
    earliest: NOW,
    ideal: NOW,
    latest: isDue ? length : NOW,
    lapses: isDue ? "never" : length,
    roll: "next",
  };
  const own = compileDated(cadence, names, accounts, path);
  const without = {
    businessLines: undefined,
    applies: undefined,
    effortMinutes: undefined,
    rank: undefined,
    reach: undefined,
    fatigue: undefined,
  };
  return own && { kind, name, dated: { name, ...without, ...own } };
}
