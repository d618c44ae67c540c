/** Decided values with the item of the source, and what the source leaves open. */
export const parameters = {
  keyAccountHeadcount: {
    value: 1000,
    title: "employees of a key account",
    source: "S1 §2.4",
    note: "Whether +1000 is reached with exactly 1 000 is a reading.",
  },
  keyAccountRevenue: {
    value: { amount: "50000.00", currency: "EUR" },
    title: "revenue above which a customer may be a key account",
    source: "S1 §2.8",
  },
  nothing: {
    value: { amount: "0.00", currency: "EUR" },
    title: "no revenue at all",
    source: "S1 §2.8",
  },
  severalYears: {
    open: "number",
    title: "several years",
    question: "In how many calendar years must each business line have brought revenue?",
    source: "S1 §2.8",
    note: "The source says several years, and no number.",
  },
  revenueWindow: {
    open: "duration",
    title: "time over which the 50 000 euros count",
    question: "Over how long is the revenue of a key account added up?",
    source: "S1 §2.8",
    note: "The source does not say whether the sum is that of a year or of several.",
  },
  meetingsPerYear: { value: 10, title: "planned meetings a year, at least", source: "S1 §2.11" },
  contactKinds: {
    value: ["meeting", "visit", "call", "message"],
    title: "what counts as a contact",
    source: "S1 §4",
    note: "The kinds of activity that the source names between customer and company.",
  },
  reviewEvery: {
    open: "duration",
    title: "time between reviews of a key account",
    question: "How often is a key account gone through against its goals?",
    source: "S1 §2.37",
    note: "The source asks for checkpoints and states no interval.",
  },
  meetingMinutes: {
    open: "number",
    title: "minutes of a planned meeting",
    question: "How long does a meeting with a key account take, with the way there?",
    source: "S1 §5 W5",
    note: "Key accounts are chosen by available resources; the source counts none.",
  },
  deskMinutes: {
    open: "number",
    title: "minutes of an action plan or a review",
    question: "How long does it take to bring an action plan up to date?",
    source: "S1 §5 W5",
    note: "Key accounts are chosen by available resources; the source counts none.",
  },
  contactMinutes: {
    open: "number",
    title: "minutes of a contact or a survey of needs",
    question: "How long does a contact with a standard customer take?",
    source: "S1 §5 W5",
    note: "The aim is a wiser use of the sellers' time; the source counts none.",
  },
} as const;
