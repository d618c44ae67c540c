import type { CareDecision, Duty, Finding } from "hoito";
import type { Chapter } from "../chapter.js";
import { accountRevenue } from "../report/account-revenue.js";
import { dutiesOf } from "../report/duty-section.js";
import { accountName, plainAmount } from "../report/plain-names.js";
import { segmentKey } from "../report/segment-rows.js";

/** A row of results: flat, so that it fits CSV and JSON alike; lists have `|` between entries. */
export type ResultRow = Readonly<Record<string, string | number>>;

/** One row for each account: segment, care, owner and the next contact. */
export function accountResults(chapter: Chapter): readonly ResultRow[] {
  const revenue = accountRevenue(chapter);
  return chapter.decisions.map((decision) => {
    const { account, segment, careModel, owner, validUntilDate } = decision;
    const next = dutiesOf(decision).find(({ value }) => value.window !== undefined);
    return {
      accountId: account.id,
      name: accountName(account),
      region: account.region ?? "",
      ...(revenue === undefined
        ? {}
        : {
            revenue: plainAmount(revenue.byAccount.get(account.id) ?? 0, revenue.currency),
            currency: revenue.currency,
          }),
      segment: segmentKey(segment.value),
      candidates: "candidates" in segment.value ? segment.value.candidates.join("|") : "",
      missing: [...new Set(segment.missing.map(({ path }) => path))].join("|"),
      careModel: careModel.value.kind === "model" ? careModel.value.model : careModel.value.kind,
      owner: owner.value.kind,
      owners: ownersOf(decision).join("|"),
      nextContact: next?.cadence ?? "",
      nextStatus: next?.value.status ?? "",
      nextIdeal: next?.value.window?.ideal ?? "",
      nextLatest: next?.value.window?.latest ?? "",
      validUntilDate: validUntilDate ?? "",
    };
  });
}

/** One row for each duty, account by account, the most pressing of an account first. */
export function dutyResults({ decisions }: Chapter): readonly ResultRow[] {
  return decisions.flatMap((decision) => dutiesOf(decision).map(dutyResult));
}

/** What is wrong, and where. */
export function findingResult({ severity, path, code, message, suggestion }: Finding): ResultRow {
  return { severity, path, code, message, suggestion: suggestion ?? "" };
}

function dutyResult({
  id,
  accountId,
  cadence,
  businessLine,
  significance,
  value,
}: Duty): ResultRow {
  const { status, window, daysLate } = value;
  return {
    dutyId: id,
    accountId,
    cadence,
    businessLine: businessLine ?? "",
    significance,
    status,
    earliest: window?.earliest ?? "",
    ideal: window?.ideal ?? "",
    latest: window?.latest ?? "",
    daysLate,
  };
}

function ownersOf({ owner: { value } }: CareDecision): readonly (string | number)[] {
  return "owners" in value ? [...new Set(value.owners.map(({ personId }) => personId))] : [];
}
