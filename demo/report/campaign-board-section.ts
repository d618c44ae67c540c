import { reachableMaximum } from "hoito/campaigns";
import type { Chapter } from "../chapter.js";
import { amountText } from "./plain-names.js";
import { type Cell, facts, note, type Section, table } from "./section.js";

/** The board of a campaign and what it pays. */
export function campaignBoardSection({ campaign }: Chapter): Section | undefined {
  if (campaign === undefined) return undefined;
  const { open, standings, settlement, name, events } = campaign;
  const { definition, currency } = open.campaign;
  const most = reachableMaximum(open.campaign).points;
  const goals = settlement.goals.map(({ rule, isReached, reachedBy, members, points }) => {
    const verdict = isReached ? "reached" : "not reached";
    return `${rule}: ${verdict}, ${reachedBy} of ${members} members, ${points} points together`;
  });
  const told: readonly (readonly [string, string])[] = [
    ["campaign", `${definition.title ?? name}, ${settlement.stage}`],
    ["period", `${definition.period.from} until ${definition.period.until}, ${definition.zone}`],
    ["events", `${events} told by the register`],
    ["at most", most === undefined ? "no bound" : `${most} points for one member`],
    ...goals.map((goal) => ["team goal", goal] as const),
    ["pays out", `${amountText(settlement.payOut.minor, currency)} ${currency}`],
  ];
  const paid = new Map(settlement.members.map((member) => [member.memberId, member]));
  const weeks = open.weeks.filter(({ number }) => number !== undefined);
  const rows = standings.rows.map(({ memberId, points, rank, movement = 0, byWeek }): Cell[] => {
    const { prizes = [], total } = paid.get(memberId) ?? {};
    const won = new Map(byWeek.map((each) => [each.week, each.points]));
    const shown = weeks.map(({ week }) => String(Math.floor(won.get(week) ?? 0)));
    return [
      `${rank}`,
      movement === 0 ? "" : movement > 0 ? `+${movement}` : `${movement}`,
      String(memberId),
      `${points}`,
      shown.join(" "),
      { part: points, whole: most ?? points },
      prizes.map(({ kind }) => kind).join("+"),
      total === undefined ? "" : amountText(total.minor, currency),
    ];
  });
  const columns = [
    { title: "#", align: "right" },
    { title: "since" },
    { title: "member" },
    { title: "points", align: "right" },
    { title: "week by week" },
    { title: "of what can be reached" },
    { title: "prize" },
    { title: currency, align: "right" },
  ] as const;
  const text =
    "Week by week: whole points, the first week left. Since: places since the deadline before.";
  return {
    heading: "The board and the settlement",
    blocks: [facts(told), table(columns, rows), note(text)],
  };
}
