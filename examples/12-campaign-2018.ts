import { type Activity, type CalendarDefinition, compileCalendar, orThrow } from "hoito";
import {
  type ActivityEvent,
  type CampaignDefinition,
  compileCampaign,
  ledgerOf,
  openCampaign,
  reachableMaximum,
  settleCampaign,
  standingsOf,
} from "hoito/campaigns";
import spring from "../tests/golden/campaigns/spring-2018.json" with { type: "json" };
import finland from "../tests/golden/time/finland-2018.json" with { type: "json" };

// The campaign of 2018 as data: seven sellers, Mondays at noon, 5 + 1 points a week.
const definition = spring.definition as unknown as CampaignDefinition;
const campaign = orThrow(compileCampaign(definition, { name: "spring", currency: "EUR" }));
console.log(`at most ${reachableMaximum(campaign).points} points`);
// => at most 58 points

// Open it for its members: deadlines on the clock, holidays rolled, the budget held against the worst case.
const calendar = orThrow(compileCalendar(finland.calendar as unknown as CalendarDefinition));
const sellers = ["Aino", "Eero", "Helmi", "Ilmari", "Kerttu", "Onni", "Vieno"].map((id) => ({
  id,
}));
const open = orThrow(openCampaign(sellers, campaign, { calendar }));

// What the register tells: a visit a week, planned ahead, then complete; good notes from some.
const DAY = 86_400_000;
const events = sellers.flatMap(({ id }, seller) =>
  Array.from({ length: 14 }, (_, week): ActivityEvent[] => {
    const monday = Date.UTC(2018, 0, 15) + week * 7 * DAY;
    const day = new Date(monday).toISOString().slice(0, 10) as `${number}-${number}-${number}`;
    const visit = {
      id: `${id}-${week}`,
      accountId: "Aalto",
      personId: id,
      kind: "meeting",
    } as const;
    const planned = { ...visit, plannedOn: day, status: "planned" } as const;
    const held: Activity = {
      ...planned,
      heldOn: day,
      status: "complete",
      notes: "range shown, samples agreed",
      heading: { customer: "Aalto", site: "Espoo", reason: "new range" },
    };
    const told: ActivityEvent[] = [
      { at: "2018-01-12T10:00:00Z", kind: "logged", activity: planned },
    ];
    const isMissed = week % 5 === 4 && seller > 1;
    if (week < 10 && !isMissed)
      told.push({ at: `${day}T15:00:00Z`, kind: "edited", activity: held });
    const judged: Activity = { ...held, noteQuality: "good" };
    if (week < 10 && seller < 2)
      told.push({ at: `${day}T18:00:00Z`, kind: "judged", activity: judged });
    return told;
  }).flat(),
);

const at = "2018-04-07T00:00:00Z";
const ledger = ledgerOf(events, open, { at });
for (const { memberId, points, rank } of standingsOf(ledger, open, { at }).rows.slice(0, 3)) {
  console.log(`${rank}. ${memberId}: ${points}`);
}
// => 1. Aino: 58
// => 1. Eero: 58
// => 3. Helmi: 44
const { payOut, goals, stage } = settleCampaign(ledger, open, { at });
console.log(stage, goals[0]?.isReached, payOut.minor / 100); // => settled true 390
