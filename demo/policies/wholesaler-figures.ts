import type { KpiChapter, KpiTarget } from "hoito/kpis";

const contacts = ["call", "visit"] as const;
const outcomes = ["undecided", "unclassified", "excluded", "conflict"] as const;

/** The figures a wholesaler looks at, each by conventions that are named. */
export const wholesalerFigures: KpiChapter = {
  sales: { title: "Sales", figure: "sales", version: "1", with: { of: "orderValue" } },
  marginRate: {
    title: "Margin rate",
    figure: "marginRate",
    version: "1",
    with: { of: "orderValue" },
  },
  orders: { title: "Orders", figure: "visits", version: "1", with: { kinds: ["order"] } },
  kept: {
    title: "Net revenue retention",
    figure: "netRevenueRetention",
    version: "1",
    with: { of: "orderValue" },
  },
  topFifth: {
    title: "Share of the top fifth",
    figure: "topShare",
    version: "1",
    with: {
      of: "orderValue",
      population: "buyers",
      top: "share",
      share: 0.2,
      rounding: "nearest",
    },
  },
  gained: { title: "New customers", figure: "newCustomers", version: "1" },
  classified: {
    title: "Classified customers",
    figure: "classified",
    version: "1",
    with: { of: "all", column: "group", notClassified: outcomes },
  },
  owned: {
    title: "Customers with an owner",
    figure: "namedOwners",
    version: "1",
    with: { of: "all", column: "group", except: ["dormant", ...outcomes] },
  },
  reach: { title: "Reach", figure: "reach", version: "1", with: { kinds: contacts } },
  frequency: { title: "Frequency", figure: "frequency", version: "1", with: { kinds: contacts } },
  onTime: {
    title: "Closed by Monday noon",
    figure: "visitsOnTime",
    version: "1",
    with: {
      kinds: contacts,
      weekday: "monday",
      time: "12:00",
      zone: "America/New_York",
      bound: "inclusive",
    },
  },
  goodNotes: {
    title: "Notes judged good",
    figure: "visitNotes",
    version: "1",
    with: { kinds: contacts, level: "good", confidence: 0.95 },
  },
  promoters: {
    title: "Net promoter score",
    figure: "netPromoterScore",
    version: "1",
    with: { confidence: 0.95 },
  },
};

/** What the wholesaler wanted to reach in the year. */
export const wholesalerTargets: readonly KpiTarget[] = [
  {
    kind: "quantity",
    kpi: "sales",
    version: "1",
    period: "2017",
    bound: "atLeast",
    value: { amount: "700000.00", currency: "USD" },
  },
  atLeast("kept", 1),
  atLeast("reach", 0.9),
  { ...atLeast("reach", 0.98), cut: { by: "group", label: "key" } },
  atLeast("onTime", 0.97),
  atLeast("promoters", 30),
];

function atLeast(kpi: string, value: number): Extract<KpiTarget, { kind: "quantity" }> {
  return { kind: "quantity", kpi, version: "1", period: "2017", bound: "atLeast", value };
}
