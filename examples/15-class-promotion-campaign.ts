import { compileCalendar, orThrow } from "hoito";
import {
  type CampaignDefinition,
  classPromotions,
  compileCampaign,
  explainPoints,
  leadsPassedOn,
  ledgerOf,
  openCampaign,
  standingsOf,
} from "hoito/campaigns";
import spring from "../tests/golden/campaigns/spring-2018.json" with { type: "json" };

// Rewards relationship development instead of sales: accounts moved up, leads given away. What new
// customers bring counts only up to half of what the others bring.
const { zone, period, weeks, deadline, life, counts, absence } =
  spring.definition as unknown as CampaignDefinition;
const definition: CampaignDefinition = {
  zone,
  period,
  weeks,
  deadline,
  life,
  counts,
  absence,
  lateActivities: "failTheWeek",
  emptyWeek: "zero",
  criteria: {
    promotions: { kind: "credit", source: "promotions", points: 5 },
    leads: { kind: "credit", source: "leads", points: 2 },
  },
  caps: [{ per: "newAccounts", mostPercentOfOthers: 50 }],
  ranking: { ranks: "dense", ties: ["earliest"] },
};
const campaign = orThrow(compileCampaign(definition, { name: "upwards" }));
const year = { from: "2018-01-01", until: "2019-01-01" } as const;
const calendar = orThrow(compileCalendar({ ...year, weekend: ["saturday", "sunday"] }));
const members = [{ id: "Aino" }, { id: "Eero" }];
const open = orThrow(openCampaign(members, campaign, { calendar, newAccountIds: ["D"] }));

// Two label columns, as two runs of the same classifier give them.
const moves = {
  accountIds: ["A", "B", "C", "D"],
  sellerIds: ["Aino", "Aino", "Eero", "Aino"],
  before: ["bronze", "silver", "gold", "bronze"],
  after: ["silver", "silver", "silver", "gold"],
};
const at = "2018-03-26T10:00:00Z";
const order = ["bronze", "silver", "gold"];
const { events } = classPromotions(moves, { source: "promotions", order, on: "2018-03-26", at });
const lead = {
  id: 1,
  accountId: "C",
  passedOn: "2018-03-01",
  passedFrom: "Eero",
  passedTo: "Aino",
};
const leads = leadsPassedOn([{ ...lead, passedOn: "2018-03-01" }], { source: "leads", at });

const ledger = ledgerOf([...events, ...leads], open, { at });
for (const { memberId, points } of standingsOf(ledger, open, { at }).rows) {
  console.log(`${memberId}: ${points}`);
}
// => Aino: 7
// => Eero: 2
// The promotion of D was worth ten: two classes, five each. Of these only two count.
const [, second] = explainPoints(ledger, open, { at, memberId: "Aino" }).because;
console.log(JSON.stringify(second?.kind === "step" && second.of[0]));
// => {"kind":"step","step":"withheld","path":"campaigns.upwards.caps[0]","details":{"points":8},"of":[]}
