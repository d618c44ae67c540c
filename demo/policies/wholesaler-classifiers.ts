/** Revenue of the last year in classes: A holds the first 80 % of it, B the next 15 %. */
export const classOfRevenue = {
  title: "ABC by revenue",
  method: "abc",
  labels: { A: {}, B: {}, C: {}, none: { title: "no revenue" } },
  of: "revenue",
  by: "cumulativeShare",
  classes: [{ segment: "A", upToShare: 0.8 }, { segment: "B", upToShare: 0.95 }, { segment: "C" }],
  boundary: "include",
  zero: "none",
  negative: "none",
  missing: "undecided",
} as const;

/** How lately, how often, how much: fifths of each over the last year. */
export const recencyFrequencyMoney = {
  title: "RFM",
  method: "rfm",
  labels: {
    champions: { title: "Champions" },
    loyal: { title: "Loyal" },
    recent: { title: "Recent but rare" },
    cooling: { title: "Cooling" },
    slipping: { title: "Slipping away" },
    asleep: { title: "Asleep" },
  },
  recency: "daysSinceOrder",
  frequency: "orderDays",
  monetary: "revenue",
  bins: 5,
  scoring: { by: "nearestRank", boundary: "lower" },
  hitPolicy: "unique",
  segments: [
    { segment: "champions", recency: [4, 5], frequency: [4, 5] },
    { segment: "loyal", recency: [4, 5], frequency: [3, 3] },
    { segment: "loyal", recency: [3, 3], frequency: [3, 5] },
    { segment: "recent", recency: [4, 5], frequency: [1, 2] },
    { segment: "cooling", recency: [3, 3], frequency: [1, 2] },
    { segment: "slipping", recency: [1, 2], frequency: [3, 5] },
    { segment: "asleep", recency: [1, 2], frequency: [1, 2] },
  ],
  neverBought: "excluded",
  missing: "undecided",
} as const;

/** How long ago the last order was. */
export const activityBands = {
  title: "activity",
  method: "bands",
  labels: {
    active: { title: "ordered within 90 days" },
    quiet: { title: "within a year" },
    silent: { title: "longer ago" },
  },
  of: "daysSinceOrder",
  bands: [
    { segment: "active", atMost: 90 },
    { segment: "quiet", atMost: 365 },
    { segment: "silent" },
  ],
  missing: "undecided",
} as const;

/** What to do with an account, by what it brings and how lately it ordered. */
export const nextMove = {
  title: "revenue × activity",
  method: "matrix",
  labels: {
    protect: { policies: ["keep close"] },
    grow: { policies: ["sell more"] },
    wake: { policies: ["call before it is gone"] },
    leave: { policies: ["catalogue only"] },
  },
  axes: [
    { field: "revenueClass", values: ["A", "B", "C", "none"] },
    { field: "activity", values: ["active", "quiet", "silent"] },
  ],
  cells: {
    A: { active: "protect", quiet: "wake", silent: "wake" },
    B: { active: "grow", quiet: "wake", silent: "wake" },
    C: { active: "grow", quiet: "leave", silent: "leave" },
    none: { active: "leave", quiet: "leave", silent: "leave" },
  },
} as const;
