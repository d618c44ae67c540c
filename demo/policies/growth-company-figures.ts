import type { KpiChapter } from "hoito/kpis";

/** What the company would look at first (Karlsson 2020, L664, L874, L657). */
export const growthCompanyFigures: KpiChapter = {
  classified: {
    title: "Classified customers",
    figure: "classified",
    version: "1",
    with: { of: "all", column: "customerGroup", notClassified: ["unclassified", "undecided"] },
  },
  owned: {
    title: "Customers with an owner",
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
    figure: "planFreshness",
    version: "1",
    with: { kinds: ["actionPlanUpdate"], within: { months: 6 } },
  },
  sales: { title: "Revenue", figure: "sales", version: "1", with: { of: "revenue" } },
  topFifth: {
    title: "Share of the top fifth",
    figure: "topShare",
    version: "1",
    with: { of: "revenue", population: "buyers", top: "share", share: 0.2, rounding: "nearest" },
  },
};
