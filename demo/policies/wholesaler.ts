import { type CarePolicy, definePolicy } from "hoito";
import { autumnCampaign } from "./wholesaler-campaign.js";
import {
  activityBands,
  classOfRevenue,
  nextMove,
  recencyFrequencyMoney,
} from "./wholesaler-classifiers.js";
import { wholesalerFigures } from "./wholesaler-figures.js";

/**
 * How a wholesaler might care for the Superstore's customers: four segments by what they ordered,
 * how broadly, how steadily and whether more than before. Four more classifiers look at the same
 * customers in other ways; care does not depend on them.
 */
export const wholesalerPolicy: CarePolicy = definePolicy({
  id: "wholesaler",
  version: "2018-1",
  title: "Customer care of a wholesaler",
  currency: "USD",
  businessLines: ["Furniture", "Office Supplies", "Technology"],
  parameters: {
    year: { months: 12 },
    twoYears: { months: 24 },
    severalYears: 3,
    keyBreadth: 5,
    growthFrom: 0.25,
    regularDays: 365,
    keyVisits: 4,
    noMoney: { amount: "0.00", currency: "USD" },
    contactKinds: ["order", "call", "visit"],
  },
  measures: {
    revenue: {
      title: "revenue of the last 12 months",
      sum: "orders.value",
      over: { rolling: { parameter: "year" } },
    },
    margin: {
      title: "margin of the last 12 months",
      sum: "orders.margin",
      over: { rolling: { parameter: "year" } },
    },
    orderLines: {
      title: "order lines of the last 12 months",
      count: "orders",
      over: { rolling: { parameter: "year" } },
    },
    orderDays: {
      title: "days with an order of the last 12 months",
      distinct: "orders.orderedOn",
      over: { rolling: { parameter: "year" } },
    },
    breadth: {
      title: "different products of the last 24 months",
      distinct: "orders.product",
      over: { rolling: { parameter: "twoYears" } },
    },
    revenueYears: {
      title: "calendar years with orders",
      distinct: "orders.orderedOn",
      by: "year",
      over: "always",
    },
    lastOrder: { title: "last order", latest: "orders.orderedOn", over: "always" },
    daysSinceOrder: { title: "days since the last order", daysSince: "lastOrder" },
    growth: { title: "growth against the 12 months before", growth: "revenue" },
  },
  cuts: {
    topTenth: { title: "the top tenth", of: "revenue", quantile: 0.9, type: 7 },
    upperHalf: { title: "the upper half", of: "revenue", quantile: 0.5, type: 7 },
  },
  segments: {
    group: {
      method: "rules",
      hitPolicy: "first",
      labels: {
        key: { title: "Key accounts", decidedBy: "salesManagement" },
        growing: { title: "Growing accounts" },
        regular: { title: "Regular accounts" },
        dormant: { title: "Dormant accounts" },
      },
      rules: [
        {
          segment: "key",
          when: {
            all: [
              { field: "revenue", atLeast: { cut: "topTenth" } },
              { field: "margin", moreThan: { parameter: "noMoney" } },
              { field: "breadth", atLeast: { parameter: "keyBreadth" } },
              { field: "revenueYears", atLeast: { parameter: "severalYears" } },
              { field: "paymentBehaviour", isOneOf: ["good", "late"] },
            ],
          },
        },
        {
          segment: "growing",
          when: {
            all: [
              { field: "orderLines", atLeast: 2 },
              { field: "revenue", atLeast: { cut: "upperHalf" } },
              {
                any: [
                  { field: "growth", atLeast: { parameter: "growthFrom" } },
                  { field: "growth", isMissing: true },
                ],
              },
              { field: "buyingPotential", isOneOf: ["medium", "high"] },
            ],
          },
        },
        {
          segment: "regular",
          when: { field: "daysSinceOrder", atMost: { parameter: "regularDays" } },
        },
      ],
      otherwise: "dormant",
    },
    revenueClass: classOfRevenue,
    rfm: recencyFrequencyMoney,
    activity: activityBands,
    move: nextMove,
  },
  care: {
    segmentedBy: "group",
    models: {
      keyCare: {
        title: "Key account care",
        ownership: { mode: "onePerson", team: "optional" },
        cadences: ["keyVisit", "orderFollowUp"],
        significance: 1,
      },
      growthCare: {
        title: "Growth care",
        ownership: { mode: "onePerson" },
        cadences: ["growthVisit", "orderFollowUp"],
        significance: 2,
      },
      regularCare: {
        title: "Regular care",
        ownership: { mode: "named", per: ["region"] },
        cadences: ["regularContact"],
        significance: 3,
      },
      winBack: {
        title: "Win back",
        ownership: { mode: "none" },
        cadences: ["winBackCall"],
        significance: 4,
      },
    },
    bySegment: {
      key: "keyCare",
      growing: "growthCare",
      regular: "regularCare",
      dormant: "winBack",
    },
  },
  cadences: {
    keyVisit: {
      title: "Visit of the quarter",
      method: "quota",
      counts: { field: "kind", equals: "visit" },
      atLeast: { parameter: "keyVisits" },
      per: "year",
      counting: "held",
      spread: "even",
      roll: "previous",
      effortMinutes: 120,
    },
    orderFollowUp: {
      title: "Call after the last order",
      method: "interval",
      counts: { field: "kind", isOneOf: { parameter: "contactKinds" } },
      earliest: { days: 30 },
      ideal: { days: 60 },
      latest: { days: 90 },
      whenNever: "fromRelationshipStart",
      roll: "next",
      effortMinutes: 20,
    },
    growthVisit: {
      title: "Visit of the half-year",
      method: "interval",
      counts: { field: "kind", equals: "visit" },
      earliest: { months: 4 },
      ideal: { months: 5 },
      latest: { months: 6 },
      whenNever: "dueAtOnce",
      roll: "previous",
      effortMinutes: 90,
    },
    regularContact: {
      title: "Contact or order",
      method: "interval",
      counts: { field: "kind", isOneOf: { parameter: "contactKinds" } },
      earliest: { months: 3 },
      ideal: { months: 5 },
      latest: { months: 6 },
      whenNever: "fromRelationshipStart",
      roll: "next",
      effortMinutes: 20,
    },
    winBackCall: {
      title: "Win-back call",
      method: "quota",
      counts: { field: "kind", isOneOf: ["call", "visit"] },
      atLeast: 1,
      per: { rolling: { parameter: "year" } },
      counting: "heldOrPlanned",
      spread: "anyTime",
      roll: "next",
      effortMinutes: 15,
    },
  },
  campaigns: { autumn: autumnCampaign },
  kpis: wholesalerFigures,
});
