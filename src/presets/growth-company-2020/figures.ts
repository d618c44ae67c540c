import type { KpiChapter } from "../../kpis/index.js";
import { halfYear } from "./cadences.js";

/** What the company would look at: the measures that it names and that can be counted. */
export const figures: KpiChapter = {
  classified: {
    title: "Classified customers",
    source: "S1 §6 (L664)",
    figure: "classified",
    version: "1",
    with: { of: "all", column: "customerGroup", notClassified: ["unclassified", "undecided"] },
  },
  owned: {
    title: "Customers with an owner",
    source: "S1 §6 (L655–658, L874)",
    figure: "namedOwners",
    version: "1",
    with: {
      of: "all",
      column: "customerGroup",
      except: ["MAINTAINED", "unclassified", "undecided"],
    },
  },
  freshPlans: {
    title: "Fresh action plans",
    source: "S1 §6 (L657)",
    figure: "planFreshness",
    version: "1",
    with: { kinds: ["actionPlanUpdate"], within: halfYear },
  },
  sales: {
    title: "Revenue",
    source: "S1 §2.22 (L617)",
    figure: "sales",
    version: "1",
    with: { of: "revenue" },
  },
  topFifth: {
    title: "Share of the top fifth",
    source: "S1 §3 T3 (L322–324)",
    note: "The rule of thumb speaks of margin; the company's records are of revenue.",
    figure: "topShare",
    version: "1",
    with: { of: "revenue", population: "buyers", top: "share", share: 0.2, rounding: "nearest" },
  },
  kept: {
    title: "Revenue kept and grown",
    source: "S1 §6 (L617, L813)",
    figure: "netRevenueRetention",
    version: "1",
    with: { of: "revenue" },
  },
  meetings: {
    title: "Meetings held",
    source: "S1 §6 (L660, L779–781)",
    figure: "visits",
    version: "1",
    with: { kinds: ["meeting"] },
  },
  contacted: {
    title: "Customers contacted",
    source: "S1 §2.21 (L627–629)",
    figure: "contactedCustomers",
    version: "1",
    with: { kinds: { parameter: "contactKinds" } },
  },
  clockDone: {
    title: "Annual clock, done of planned",
    source: "S1 §6 (L811, L817)",
    figure: "plannedDone",
    version: "1",
    with: { kinds: ["meeting"] },
  },
};
