import type { ScheduleEntry } from "hoito/cadence";
import type { CareSchedule } from "hoito/policy";
import type { ComputedFigures } from "../compute-figures.js";
import { plainAmount } from "../report/plain-names.js";
import type { CampaignRun } from "../run-campaign.js";
import type { ResultRow } from "./result-rows.js";

/** One row for each entry of the schedule, by day and person. */
export function entryResult(entry: ScheduleEntry): ResultRow {
  const { id, kind, day, week, personId, minutes, accountId, cadence, latest, isLate } = entry;
  return {
    day,
    week,
    personId,
    kind,
    minutes: minutes ?? "",
    accountId: accountId ?? "",
    cadence: cadence ?? "",
    latest: latest ?? "",
    late: isLate === true ? 1 : 0,
    id,
  };
}

/** One row for each duty without a place, and why. */
export function unplacedResults({ unplaced }: CareSchedule): readonly ResultRow[] {
  return unplaced.map(({ id, accountId, reason, cadence }) => {
    return { id, accountId, reason, cadence: cadence ?? "" };
  });
}

/** One row for each person and week. */
export function loadResults({ loads }: CareSchedule): readonly ResultRow[] {
  return loads.map(({ personId, week, minutes, capacityMinutes }) => {
    return { personId, week, minutes, capacityMinutes };
  });
}

/** One row for each member of a campaign, by rank, with what is paid. */
export function memberResults({ settlement }: CampaignRun): readonly ResultRow[] {
  return settlement.members.map(({ memberId, points, rank, prizes, total }) => ({
    rank,
    memberId,
    points,
    prizes: prizes.map(({ path }) => path).join("|"),
    total: plainAmount(total.minor, total.currency),
    currency: total.currency,
  }));
}

/** One row for each figure, period and label, with its receipt. */
export function figureResults({ board }: ComputedFigures): readonly ResultRow[] {
  return board.rows.map(({ kpi, version, period, cut, figure }) => ({
    kpi,
    version,
    period: period.label,
    cutBy: cut?.by ?? "",
    label: cut?.label ?? "",
    unit: figure.unit,
    value: figure.value ?? "",
    undefinedBecause: figure.undefinedBecause ?? "",
    numerator: figure.numerator ?? "",
    denominator: figure.denominator ?? "",
    low: figure.interval?.low ?? "",
    high: figure.interval?.high ?? "",
    excluded: figure.excluded.map(({ reason, count }) => `${reason} ${count}`).join("|"),
  }));
}
