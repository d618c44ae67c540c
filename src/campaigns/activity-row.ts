import type { Activity } from "../facts/index.js";
import { NO_CUTS, NOTHING_AGES, type Row, toCell } from "../rules/index.js";
import { type CompiledCampaign, weekIndexOf } from "./compiled-campaign.js";
import { dayOf } from "./history.js";

/** The cells of a dated activity that a campaign's conditions read, asked when its week is over. */
export function activityRow(
  activity: Activity,
  { scope, currency }: Pick<CompiledCampaign, "scope" | "currency">,
): Row {
  const asOf = (weekIndexOf(dayOf(activity)!) + 1) * 7 - 3;
  const reading = { currency, rates: undefined };
  const cells = scope.slots.map(({ name, kind }) => {
    return toCell(factOf(activity, name), kind, reading);
  });
  return { cells, asOf, cuts: NO_CUTS, ageing: NOTHING_AGES };
}

function factOf(activity: Activity, name: string): unknown {
  switch (name) {
    case "notesWritten":
      return isFilled(activity.notes);
    case "headingParts": {
      const heading = activity.heading ?? {};
      return HEADING_PARTS.filter((part) => isFilled(heading[part]));
    }
    default:
      return (activity as unknown as Readonly<Record<string, unknown>>)[name];
  }
}

const HEADING_PARTS = ["customer", "site", "reason"] as const;

/** Blanks alone say nothing. */
function isFilled(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== "";
}
