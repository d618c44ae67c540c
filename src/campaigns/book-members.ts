import { bookWeeks, type WeekToBook } from "./book-weeks.js";
import { idKey } from "./campaign-event.js";
import type { CompiledCampaign } from "./compiled-campaign.js";
import type { LedgerEntry, MemberPage } from "./ledger.js";
import type { OpenCampaign } from "./open-campaign.js";
import type { TouchedPage } from "./with-events.js";

/** Books the weeks that were touched, together with all that share a cap with them. */
export function bookMembers(
  touched: readonly TouchedPage[],
  open: OpenCampaign,
  until: number,
): readonly MemberPage[] {
  const reach = reachOfCaps(open.campaign);
  const isAny = touched.some(({ positions }) => positions.size > 0);
  const wanted = touched.map(({ page, positions }) => {
    const isWhole = reach === "campaign" ? isAny : reach === "member" && positions.size > 0;
    return isWhole ? page.weeks.map((_, position) => position) : [...positions];
  });
  const members = new Map(open.members.map((member) => [idKey(member.id), member]));
  const toBook = (page: MemberPage, position: number): WeekToBook => ({
    member: members.get(idKey(page.memberId))!,
    week: open.weeks[position]!,
    histories: page.weeks[position]!.histories,
  });
  if (reach === "campaign") {
    const all = touched.flatMap(({ page }, index) => {
      return wanted[index]!.map((position) => toBook(page, position));
    });
    const entries = bookWeeks(all, open, until);
    let next = 0;
    return touched.map(({ page }, index) => {
      return withEntries(page, new Map(wanted[index]!.map((place) => [place, entries[next++]!])));
    });
  }
  return touched.map(({ page }, index) => {
    const places = wanted[index]!;
    const weeks = places.map((position) => toBook(page, position));
    const entries =
      reach === "member"
        ? bookWeeks(weeks, open, until)
        : weeks.flatMap((week) => bookWeeks([week], open, until));
    return withEntries(page, new Map(places.map((place, at) => [place, entries[at]!])));
  });
}

function withEntries(
  page: MemberPage,
  entries: ReadonlyMap<number, readonly LedgerEntry[]>,
): MemberPage {
  if (entries.size === 0) return page;
  const weeks = page.weeks.map((each, position) => {
    const booked = entries.get(position);
    return booked === undefined ? each : { ...each, entries: booked };
  });
  return { ...page, weeks };
}

/** How far a cap carries what happens in one week. */
function reachOfCaps({ caps, criteria }: CompiledCampaign): "week" | "member" | "campaign" {
  if (caps.some(({ cap }) => cap.per === "campaign")) return "campaign";
  const isOfWeek = caps.every(({ cap }) => {
    if (cap.per === "criterion") return cap.within !== "campaign";
    return cap.per === "week" || cap.per === "day";
  });
  const isHot = criteria.some(({ coolDownDays }) => coolDownDays !== undefined);
  return isOfWeek && !isHot ? "week" : "member";
}
