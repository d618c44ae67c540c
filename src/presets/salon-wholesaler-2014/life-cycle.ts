import { contacts } from "./cadences.js";

/** From the first purchase to the end, and back as a new customer. */
export const lifeCycle = {
  title: "life cycle of the customer",
  source: "S4 §5.1",
  note: "First and last stage are in the text, its picture is lost: drifting is the digest's name.",
  method: "lifecycle",
  labels: {
    acquisition: { title: "not won yet", source: "S4 §5.1" },
    new: { title: "new", source: "S4 §5.1" },
    active: { title: "active", source: "S4 §5.1" },
    drifting: { title: "drifting", source: "S4 §5.1" },
    exiting: { title: "on the way out", source: "S4 §5.1" },
    ended: { title: "ended", source: "S4 §5.1" },
  },
  start: "acquisition",
  startsRelationship: ["new"],
  events: {
    purchase: { of: "orders", source: "S4 §5.1" },
    contact: {
      of: "activities",
      where: { field: "kind", isOneOf: contacts as typeof contacts },
      source: "S4 §5.1",
    },
    withdrawal: {
      of: "activities",
      where: { field: "kind", equals: "withdrawal" },
      source: "S4 §3.4",
    },
    exitAction: {
      of: "activities",
      where: { field: "kind", isOneOf: ["priceRise", "contactReorganised", "selfServiceOffered"] },
      source: "S4 §2.25",
    },
    termination: { of: "terminations", source: "S4 §5.1" },
  },
  transitions: [
    { from: "acquisition", to: "new", when: { event: "purchase" }, source: "S4 §5.1" },
    {
      from: ["new", "active", "drifting"],
      to: "ended",
      when: { event: "termination" },
      source: "S4 §5.1",
    },
    {
      from: "new",
      to: "active",
      when: { event: "contact", times: { parameter: "regularContacts" } },
      source: "S4 §5.1",
    },
    {
      from: "new",
      to: "drifting",
      when: { quiet: "contact", for: { parameter: "fadesAfter" }, countedFrom: "entry" },
      source: "S4 §3.7, §5.1",
    },
    { from: "active", to: "exiting", when: { event: "withdrawal" }, source: "S4 §5.1" },
    {
      from: "active",
      to: "drifting",
      when: { quiet: "contact", for: { parameter: "driftsAfter" }, countedFrom: "lastEvent" },
      source: "S4 §5.1",
    },
    { from: "drifting", to: "active", when: { event: "contact" }, source: "S4 §5.1" },
    {
      from: "drifting",
      to: "ended",
      when: { after: { parameter: "endsAfter" } },
      source: "S4 §2.50, §5.1",
    },
    { from: "exiting", to: "ended", when: { event: "exitAction" }, source: "S4 §2.25, §5.1" },
    { from: "ended", to: "new", when: { event: "purchase" }, source: "S4 §2.50, §5.1" },
  ],
} as const;
