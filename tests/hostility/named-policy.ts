import type { CarePolicy } from "hoito";

/** The names that a policy chooses itself, one for each kind of part. */
export interface Names {
  readonly field: string;
  readonly parameter: string;
  readonly measure: string;
  readonly classifier: string;
  readonly label: string;
  readonly model: string;
  readonly cadence: string;
  readonly kpi: string;
}

/** A policy under these names. */
export function namedPolicy(names: Names): CarePolicy {
  const { field, parameter, measure, classifier, label, model, cadence, kpi } = names;
  return {
    id: "named",
    version: "1",
    currency: "EUR",
    fields: { [field]: "number" },
    parameters: { [parameter]: 3 },
    measures: { [measure]: { sum: "orders.value", over: "always" } },
    cuts: { [parameter]: { of: measure, quantile: 0.5, type: 7 } },
    segments: {
      [classifier]: {
        method: "rules",
        labels: { [label]: {}, rest: {} },
        hitPolicy: "first",
        rules: [
          { segment: label, when: { field, atLeast: { parameter } } },
          { segment: label, when: { field: measure, moreThan: { cut: parameter } } },
        ],
        otherwise: "rest",
      },
      byMeasure: {
        method: "abc",
        labels: { [label]: {}, rest: {} },
        of: measure,
        by: "rank",
        classes: [{ segment: label, upToShare: 0.5 }, { segment: "rest" }],
        boundary: "include",
        zero: "rest",
        negative: "rest",
        missing: "undecided",
      },
    },
    care: {
      segmentedBy: classifier,
      models: {
        [model]: { ownership: { mode: "none" }, cadences: [cadence], significance: 1 },
        light: { ownership: { mode: "none" }, cadences: "none", significance: 2 },
      },
      bySegment: { [label]: model, rest: "light" },
    },
    cadences: {
      [cadence]: {
        method: "interval",
        counts: { field: "kind", equals: "visit" },
        earliest: { days: 1 },
        ideal: { days: 5 },
        latest: { days: 9 },
        whenNever: "dueAtOnce",
        roll: "next",
      },
    },
    kpis: {
      [kpi]: { figure: "classified", version: "1", with: { of: "all", column: classifier } },
    },
  };
}
