import { type FieldKind, recordFields } from "../facts/index.js";
import { recordScope } from "../measures/index.js";
import {
  compileCondition,
  compileDuration,
  isObject,
  type Scope,
  type Slot,
} from "../rules/index.js";
import { compileContacts } from "./compile-contacts.js";
import type { Own } from "./compile-quota.js";
import { compileThree, oneOf } from "./compile-words.js";
import type { CompiledAnchor, CompiledDated } from "./compiled-cadence.js";
import type { AnchoredCadence, EventCadence, HalfWay } from "./dated-cadence.js";

/** Fields of a follow-up that was promised in an activity. */
const FOLLOW_UP: ReadonlyMap<string, FieldKind> = new Map<string, FieldKind>([
  ["what", "text"],
  ["dueOn", "date"],
  ["doneOn", "date"],
]);
const SOURCES = [...Object.keys(recordFields), "followUps", "account"];
const THREE = ["earliest", "ideal", "latest"];

/** A dated cadence's own part; `undefined` after a fault was recorded. */
export function compileDated(
  cadence: AnchoredCadence | EventCadence,
  names: Scope,
  accounts: Scope,
  path: string,
): Own<CompiledDated> | undefined {
  const { record, where } = cadence;
  if (!SOURCES.includes(record)) {
    return names.unknownName(record, "record-kind", SOURCES, `${path}.record`);
  }
  const scope = scopeOf(record, names, accounts);
  const compiled = where && compileCondition(where, scope, `${path}.where`, new Map());
  const anchor =
    cadence.method === "event"
      ? afterDate(cadence, scope, path)
      : compileAnchor(cadence.anchor, scope, `${path}.anchor`);
  const answer = compileAnswer(cadence, scope, names, `${path}.answeredBy`);
  const lapses =
    cadence.lapses === "never"
      ? undefined
      : compileDuration(cadence.lapses, names, `${path}.lapses`);
  if (anchor === undefined || answer === undefined) return undefined;
  const { method } = cadence;
  const which = method === "event" ? cadence.which : "each";
  return { method, cadence, record, scope, where: compiled, anchor, which, lapses, answer };
}

function scopeOf(record: CompiledDated["record"], names: Scope, accounts: Scope): Scope {
  if (record === "account") return accounts;
  return record === "followUps" ? names.over(FOLLOW_UP) : recordScope(record, names);
}

function afterDate(cadence: EventCadence, scope: Scope, path: string): CompiledAnchor | undefined {
  oneOf(cadence.which, ["each", "first", "latest"], scope, `${path}.which`);
  const date = dateSlot(cadence.on, scope, `${path}.on`);
  const three = compileThree(cadence, "after", scope, path);
  return date && three && { kind: "after", date, ...three };
}

function compileAnchor(written: unknown, scope: Scope, path: string): CompiledAnchor | undefined {
  if (isObject(written) && "halfWay" in written) {
    return compileHalfWay(written as unknown as HalfWay, scope, path);
  }
  if (!isObject(written) || !("before" in written)) {
    return scope.fault(path, "unknown-value", "an anchor says `before` or `halfWay`");
  }
  scope.checkWords(written, ["before", ...THREE], path);
  const { earliest, ideal, latest } = written as Record<string, unknown>;
  const date = dateSlot(written["before"], scope, `${path}.before`);
  const three = compileThree({ earliest, ideal, latest }, "before", scope, path);
  return date && three && { kind: "before", date, ...three };
}

function compileHalfWay(
  { halfWay, oddDay, ...written }: HalfWay,
  scope: Scope,
  path: string,
): CompiledAnchor | undefined {
  scope.checkWords(written, ["earliest", "latest"], path);
  oneOf(oddDay, ["earlier", "later"], scope, `${path}.oddDay`);
  const fields: readonly unknown[] = Array.isArray(halfWay) ? halfWay : [];
  if (fields.length !== 2) {
    return scope.fault(`${path}.halfWay`, "not-a-list", "`halfWay` takes two date fields");
  }
  const [from, until] = fields.map((field, index) => {
    return dateSlot(field, scope, `${path}.halfWay[${index}]`);
  });
  const earliest = compileDuration(written.earliest, scope, `${path}.earliest`);
  const latest = compileDuration(written.latest, scope, `${path}.latest`);
  if (from === undefined || until === undefined) return undefined;
  if (earliest === undefined || latest === undefined) return undefined;
  return { kind: "halfWay", from, until, isLater: oddDay === "later", earliest, latest };
}

function compileAnswer(
  { answeredBy, whenUnknown }: AnchoredCadence | EventCadence,
  scope: Scope,
  names: Scope,
  path: string,
): CompiledDated["answer"] | undefined {
  if (!isObject(answeredBy) || !("contact" in answeredBy || "field" in answeredBy)) {
    return names.fault(path, "no-answer", "a duty is answered by a `contact`, a `field` or either");
  }
  names.checkWords(answeredBy, ["contact", "field"], path);
  const { contact, field } = answeredBy;
  const rule = { counts: contact, plansCount: false };
  const counting = whenUnknown === undefined ? rule : { ...rule, whenUnknown };
  return {
    contacts: contact === undefined ? undefined : compileContacts(counting, names, path, "contact"),
    field: field === undefined ? undefined : dateSlot(field, scope, `${path}.field`),
  };
}

function dateSlot(name: unknown, scope: Scope, path: string): Slot | undefined {
  const slot = scope.slotOf(name, path);
  if (slot === undefined || slot.kind === "date") return slot;
  return scope.fault(path, "wrong-field-kind", `\`${slot.name}\` is no date`);
}
