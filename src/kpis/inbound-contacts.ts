import { toEpochDay } from "../time/index.js";
import type { FigureKind } from "./figure-kind.js";
import { partsOf, ratio, total } from "./figure-of.js";
import { sinceDaysBefore } from "./figure-window.js";
import { operational, type RateMethod, rateKind } from "./rate-kind.js";
import { count, exclude, place } from "./tally.js";

/** Which inbound contacts are asked for. */
interface InboundMethod {
  readonly kinds: readonly string[];
}

/** What inbound contacts were about. */
export const topicKind: FigureKind<InboundMethod> = {
  describe: operational(
    "Call topics",
    "Puhelujen sisältö",
    "inbound contacts of these kinds by topic",
    "S4 §6",
  ),
  arguments: { kinds: { kind: "texts" } },
  reads: ["activities"],
  add: (tally, facts, { kinds }) => {
    for (const { kind, direction, topic } of facts.inPeriod("activities", tally)) {
      if (!kinds.includes(kind) || direction !== "inbound") continue;
      if (topic === undefined) exclude(tally, "topicUnknown");
      else {
        count(tally, "numerator");
        place(tally, "topics", topic);
      }
    }
  },
  finish: (tally) => ({ ...total(tally, "count"), parts: partsOf(tally, "topics") }),
};

/** What an inbound contact costs. */
export const callCostKind: FigureKind<InboundMethod> = {
  describe: operational(
    "Cost per call",
    "Puhelun kustannus",
    "cost of inbound contacts of these kinds by their number",
    "S2 §6",
  ),
  arguments: { kinds: { kind: "texts" } },
  reads: ["activities"],
  money: true,
  add: (tally, facts, { kinds }) => {
    for (const { kind, direction, cost } of facts.inPeriod("activities", tally)) {
      if (!kinds.includes(kind) || direction !== "inbound") continue;
      const minor = facts.amount(cost, tally);
      if (minor === undefined) continue;
      count(tally, "numerator", minor);
      count(tally, "denominator");
    }
  },
  finish: (tally, _, currency) => ratio(tally, "money", { currency }),
};

/** Which channels are self-service, and whether contacts or the customers behind them count. */
interface SelfServiceMethod {
  readonly channels: readonly string[];
  readonly per: "contact" | "account";
}

/** How much of it goes through self-service. */
export const selfServiceKind: FigureKind<SelfServiceMethod & RateMethod> =
  rateKind<SelfServiceMethod>({
    describe: operational(
      "Self-service share",
      "Itsepalvelun osuus",
      "inbound contacts through self-service by inbound contacts, or accounts by accounts",
      "S4 §6",
    ),
    arguments: {
      channels: { kind: "texts" },
      per: { kind: "word", words: ["contact", "account"] },
    },
    reads: ["activities"],
    add: (tally, facts, { channels, per }) => {
      let all = 0;
      let self = 0;
      for (const { direction, channel } of facts.inPeriod("activities", tally)) {
        if (direction !== "inbound") continue;
        if (channel === undefined) exclude(tally, "channelUnknown");
        else {
          all++;
          if (channels.includes(channel)) self++;
        }
      }
      const most = per === "account" ? 1 : Number.POSITIVE_INFINITY;
      count(tally, "denominator", Math.min(most, all));
      count(tally, "numerator", Math.min(most, self));
    },
  });

/** What was sold after it. */
export const addOnKind: FigureKind<{ readonly withinDays: number }> = {
  describe: {
    names: {
      en: "Add-on sales after service contacts",
      fi: "Lisämyynti asiakaspalvelukontakteista",
    },
    kind: "KRI",
    family: "result",
    timing: "lagging",
    formula: "value of orders within so many days after an inbound contact of the account",
    source: "S2 §6, §9.13",
  },
  arguments: { withinDays: { kind: "number", atLeast: 0, atMost: 366, whole: true } },
  reads: ["activities", "orders"],
  readsFrom: (window, { withinDays }) => sinceDaysBefore(window, withinDays),
  money: true,
  add: (tally, facts, { withinDays }) => {
    const days = facts
      .all("activities", tally)
      .filter(({ direction, heldOn }) => direction === "inbound" && heldOn !== undefined)
      .map(({ heldOn }) => toEpochDay(heldOn!));
    for (const { orderedOn, value } of facts.inPeriod("orders", tally)) {
      const day = toEpochDay(orderedOn);
      if (!days.some((each) => each <= day && day - each <= withinDays)) continue;
      count(tally, "numerator", facts.amount(value, tally) ?? 0);
    }
  },
  finish: (tally, _, currency) => total(tally, "money", currency),
};
