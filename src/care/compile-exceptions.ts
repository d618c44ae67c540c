import type { RecordId } from "../facts/index.js";
import type { Scope } from "../rules/index.js";
import { isCivilDate, toEpochDay } from "../time/index.js";
import type { CareException, CareModel } from "./care-model.js";

/** An exception with its days: the first, and the first after it. */
export interface CompiledException {
  readonly exception: CareException;
  readonly path: string;
  readonly fromDay: number;
  readonly untilDay: number;
}

const WORDS = ["accountId", "model", "reason", "validFrom", "validUntil"];

/** Checks the exceptions: each has a reason and some days, no account has two at a time. */
export function compileExceptions(
  written: readonly CareException[],
  models: ReadonlyMap<string, CareModel>,
  scope: Scope,
): ReadonlyMap<RecordId, readonly CompiledException[]> {
  const byAccount = new Map<RecordId, CompiledException[]>();
  for (const [index, exception] of written.entries()) {
    const compiled = compileException(exception, models, scope, `care.exceptions[${index}]`);
    const known = byAccount.get(exception.accountId);
    if (known === undefined) byAccount.set(exception.accountId, [compiled]);
    else known.push(compiled);
  }
  for (const exceptions of byAccount.values()) checkOverlaps(exceptions, scope);
  return byAccount;
}

function compileException(
  exception: CareException,
  models: ReadonlyMap<string, CareModel>,
  scope: Scope,
  path: string,
): CompiledException {
  const { accountId, model, reason, validFrom, validUntil } = exception;
  scope.checkWords(exception, WORDS, path);
  if (typeof accountId !== "string" && typeof accountId !== "number") {
    scope.fault(`${path}.accountId`, "missing-property", "an exception says whose it is");
  }
  if (!models.has(model)) scope.unknownName(model, "care-model", models.keys(), `${path}.model`);
  if (typeof reason !== "string" || reason.trim() === "") {
    scope.fault(`${path}.reason`, "exception-without-reason", "an exception says its reason");
  }
  const fromDay = dayOr(validFrom, Number.NEGATIVE_INFINITY, scope, `${path}.validFrom`);
  const untilDay = dayOr(validUntil, Number.POSITIVE_INFINITY, scope, `${path}.validUntil`);
  if (untilDay <= fromDay) {
    const text = `an exception cannot end on ${validUntil} when it begins on ${validFrom}`;
    scope.fault(`${path}.validUntil`, "span-reversed", text);
  }
  return { exception, path, fromDay, untilDay };
}

function dayOr(date: unknown, fallback: number, scope: Scope, path: string): number {
  if (date === undefined) return fallback;
  if (isCivilDate(date)) return toEpochDay(date);
  scope.fault(path, "not-a-civil-date", `\`${String(date).slice(0, 40)}\` is no date`);
  return fallback;
}

/** By first day, each can only reach into the one that lasts longest of those before it. */
function checkOverlaps(exceptions: readonly CompiledException[], scope: Scope): void {
  let longest: CompiledException | undefined;
  for (const each of exceptions.toSorted((a, b) => compare(a.fromDay, b.fromDay))) {
    if (longest !== undefined && each.fromDay < longest.untilDay) {
      const text = `account \`${each.exception.accountId}\` has two exceptions at the same time`;
      scope.fault(each.path, "overlapping-exceptions", text);
    }
    if (longest === undefined || each.untilDay > longest.untilDay) longest = each;
  }
}

/** Not a difference: that of two infinities is no number. */
function compare(left: number, right: number): number {
  return Number(left > right) - Number(left < right);
}
