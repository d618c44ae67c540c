import { compileCalendar, orThrow } from "hoito";
import {
  type CampaignDefinition,
  type CampaignEvent,
  compareRules,
  compileCampaign,
  openCampaign,
} from "hoito/campaigns";
import spring from "../tests/golden/campaigns/spring-2018.json" with { type: "json" };

const members = ["Aino", "Eero", "Helmi", "Ilmari", "Kerttu", "Onni", "Vieno"].map((id) => ({
  id,
}));
const year = { from: "2018-01-01", until: "2019-01-01" } as const;
const calendar = orThrow(compileCalendar({ ...year, weekend: ["saturday", "sunday"] }));

// The prizes of 2018 over points that are given outright, so that each seller ends where we want.
const base = {
  ...(spring.definition as unknown as CampaignDefinition),
  criteria: { given: { kind: "credit", source: "given", points: 1 } },
  budget: { amount: { amount: "1000.00", currency: "EUR" }, whenExceeded: "refuse" },
} as const satisfies CampaignDefinition;
const open = (definition: CampaignDefinition) => {
  const campaign = orThrow(compileCampaign(definition, { name: "spring", currency: "EUR" }));
  return orThrow(openCampaign(members, campaign, { calendar }));
};

const at = "2018-03-20T10:00:00Z";
const events = [40, 42, 45, 48, 52, 55, 58].map((times, index): CampaignEvent => {
  const credit = {
    id: index,
    source: "given",
    memberId: members[index]!.id,
    accountId: "A",
    times,
  };
  return { at, kind: "credited", credit: { ...credit, on: "2018-03-20" } };
});

// Do the tiers add up, or is only the highest paid? Does 55 itself reach 55?
const before = open(base);
for (const [text, changes] of [
  ["adding up", { take: "addingUp" }],
  ["strictly above", { bound: "strict" }],
] as const) {
  const after = open({ ...base, tiers: { ...base.tiers!, ...changes } });
  const found = compareRules(events, { before, after }, { at: "2018-04-07T00:00:00Z" });
  const [was, is] = [found.before, found.after].map(({ payOut }) => payOut.minor / 100);
  const touched = found.members.filter(
    (each) => each.prizesBefore.minor !== each.prizesAfter.minor,
  );
  console.log(`${text}: ${was} € → ${is} €`);
  console.log(touched.map(({ memberId }) => memberId).join(", "));
}
// => adding up: 390 € → 450 €
// => Onni, Vieno
// => strictly above: 390 € → 340 €
// => Aino, Onni
