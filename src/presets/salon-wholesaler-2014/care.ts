/** What a contact is to be like, and to bring about, whoever it is with. */
const contactQuality = ["measurable", "timely", "tailored", "rightChannel"] as const;
const contactGoals = ["productKnowledge", "assortment", "volume"] as const;

/** A contact with those whom a seller looks after. */
const sellersContact = {
  source: "S4 §2.37, §2.39, §2.45",
  quantity: "byCadence",
  content: ["products", "assortment", "feedback"],
  quality: contactQuality as typeof contactQuality,
  goals: contactGoals as typeof contactGoals,
  twoWay: true,
} as const;

/** What leads a customer that is not wanted towards the end. */
export const exitActions = ["raisePrices", "reorganiseContact", "selfService"] as const;

/** How each group is cared for. */
export const models = {
  goldCare: {
    title: "Care of gold customers",
    source: "S4 §2.1–2.2",
    note: "Field sales and phone sales look after the customer like a mini-team.",
    ownership: { mode: "pair" },
    cadences: ["goldVisit", "afterFirstOrder", "settleCase", "productLesson"],
    significance: 1,
    serviceLevel: "gold",
    contact: sellersContact as typeof sellersContact,
  },
  bCare: {
    title: "Care of B customers",
    source: "S4 §2.3–2.4, §2.9",
    note: "The company fits its own processes to those of the customer. Owners are not stated.",
    ownership: { mode: "onePerson" },
    cadences: ["bContact", "afterFirstOrder", "settleCase", "productLesson"],
    significance: 2,
    serviceLevel: "regular",
    contact: sellersContact as typeof sellersContact,
  },
  smallestCare: {
    title: "Care of the smallest",
    source: "S4 §2.5, §2.9",
    note: "Phone sales and electronic channels are responsible; deepened by active contact.",
    ownership: { mode: "onePerson" },
    cadences: ["cContact", "fewVisits", "afterFirstOrder", "settleCase", "productLesson"],
    significance: 3,
    serviceLevel: "phone",
    contact: {
      source: "S4 §2.37, §2.39, §2.45",
      quantity: "byCadence",
      content: ["products", "selfService", "feedback"],
      quality: contactQuality as typeof contactQuality,
      goals: contactGoals as typeof contactGoals,
      twoWay: true,
    },
  },
  exitCare: {
    title: "Way out",
    source: "S4 §2.25",
    note: "No contact of its own: prices, contact and self-service lead towards the end.",
    ownership: { mode: "none" },
    cadences: "none",
    significance: 4,
    serviceLevel: "selfServiceOnly",
    exitActions: exitActions as typeof exitActions,
  },
} as const;

/**
 * The company's own table of levels is missing from the text; what each includes follows the
 * channels that the quoted literature gives each class, and the hours are open.
 */
export const serviceLevels = {
  gold: {
    title: "Gold",
    source: "S4 §2.1–2.2, §2.29–2.30",
    extent: "deep",
    responseHours: { parameter: "goldHours" },
    priority: 1,
    channels: ["fieldVisit", "phone", "email", "webShop"],
    includes: ["monthlyVisit", "visits", "phoneBetweenVisits", "selfService"],
    excludes: [],
  },
  regular: {
    title: "Regular",
    source: "S4 §2.3–2.4, §2.29–2.30",
    extent: "standard",
    responseHours: { parameter: "bHours" },
    priority: 2,
    channels: ["fieldVisit", "phone", "email", "webShop"],
    includes: ["visits", "phoneBetweenVisits", "selfService"],
    excludes: ["monthlyVisit"],
  },
  phone: {
    title: "By phone",
    source: "S4 §2.5, §2.29–2.30, §2.34",
    extent: "light",
    responseHours: { parameter: "smallestHours" },
    priority: 3,
    channels: ["phone", "email", "webShop"],
    includes: ["phoneSales", "selfService"],
    excludes: ["monthlyVisit", "visits"],
  },
  selfServiceOnly: {
    title: "Self-service",
    source: "S4 §2.26, §2.30",
    extent: "light",
    responseHours: { parameter: "floorHours" },
    priority: 4,
    channels: ["webShop"],
    includes: ["selfService"],
    excludes: ["monthlyVisit", "visits", "phoneSales", "phoneBetweenVisits"],
  },
} as const;

/** Shares of working time; the gold customers of field sales have a cadence, which is no share. */
export const timeBudgets = {
  phoneSales: { A: { share: 0.5 }, B: { share: 0.2 } },
  fieldSales: { A: { cadence: "goldVisit" }, B: { share: 0.4 } },
} as const;
