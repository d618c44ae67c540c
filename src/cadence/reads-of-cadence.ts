import type { RecordKind } from "../facts/index.js";
import type { CompiledCadence, CompiledDated, ContactRule } from "./compiled-cadence.js";

/** Fields of one kind of record that a cadence reads. */
export interface CadenceReads {
  readonly kind: RecordKind;
  readonly fields: readonly string[];
}

/**
 * Kinds of record and their fields that a cadence reads, and whether it reads the relationship's
 * start; a kind may come more than once.
 *
 * The ids of records, which duties carry, are not listed; neither are fields of the account that
 * conditions read: the scope they were compiled in knows them.
 *
 * @param cadence - a compiled cadence
 * @returns what a host has to supply of all history
 *
 * @category Cadence
 */
export function readsOfCadence(cadence: CompiledCadence): {
  readonly records: readonly CadenceReads[];
  readonly relationshipStart: boolean;
} {
  const line = cadence.businessLines === undefined ? [] : ["businessLine"];
  const records: CadenceReads[] = [];
  const counted = (rule: ContactRule | undefined): void => {
    if (rule === undefined) return;
    const person = rule.plansCount ? [] : ["personId"];
    const dates = ["status", "plannedOn", "heldOn", ...person];
    const named = rule.scope.slots.map(({ name }) => name);
    records.push({ kind: "activities", fields: [...dates, ...line, ...named] });
  };
  counted(cadence.fatigue?.contacts);
  if (cadence.reach !== undefined) records.push(...permissionReads(cadence.reach.level));
  switch (cadence.method) {
    case "quota":
    case "interval":
      counted(cadence.contacts);
      break;
    case "survey":
      counted(cadence.contacts);
      counted(cadence.others);
      if (cadence.contractual !== undefined) {
        const fields = cadence.contractual.scope.slots.map(({ name }) => name);
        records.push({ kind: "contracts", fields });
      }
      break;
    default:
      counted(cadence.answer.contacts);
      records.push(...sourceReads(cadence));
  }
  return { records, relationshipStart: readsStart(cadence) };
}

function permissionReads(level: "account" | "contactPerson"): readonly CadenceReads[] {
  const fields = ["channel", "verdict", "purpose", "contactPersonId", "validFrom", "validUntil"];
  const permissions = { kind: "permissions", fields } as const;
  if (level === "account") return [permissions];
  return [permissions, { kind: "contactPersons", fields: ["decisionRole"] }];
}

function sourceReads({ record, scope }: CompiledDated): readonly CadenceReads[] {
  if (record === "account") return [];
  if (record === "followUps") return [{ kind: "activities", fields: ["status", "followUps"] }];
  return [{ kind: record, fields: scope.slots.map(({ name }) => name) }];
}

function readsStart(cadence: CompiledCadence): boolean {
  if (cadence.method === "quota") return cadence.per.kind === "rolling";
  return cadence.method !== "survey";
}
