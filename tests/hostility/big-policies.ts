import { smallPolicy } from "../schemas/small-policy.js";

/** Objects by name, so many of them. */
function many<T>(count: number, make: (index: number) => T, name = "n"): Record<string, T> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`${name}${index}`, make(index)]),
  );
}

function list<T>(count: number, make: (index: number) => T): readonly T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

const { segments, care, cadences } = smallPolicy;
const group = segments["group"]!;
const visit = cadences["visit"]!;
const light = care.models["light"]!;

/** Policies of one large part, right and wrong ones, by what there is many of. */
export const bigPolicies: Readonly<Record<string, (count: number) => object>> = {
  rules: (count) => ({
    ...smallPolicy,
    segments: {
      group: {
        ...group,
        rules: list(count, (index) => ({
          segment: index % 2 === 0 ? "key" : "standard",
          when: { field: "headcount", equals: index },
        })),
      },
    },
  }),
  labels: (count) => ({
    ...smallPolicy,
    segments: {
      group: {
        ...group,
        labels: many(count, () => ({})),
        rules: list(count, (index) => ({
          segment: `n${index}`,
          when: { field: "headcount", equals: index },
        })),
        otherwise: "n0",
      },
    },
    care: { ...care, models: { light }, bySegment: many(count, () => "light") },
  }),
  classifiers: (count) => ({
    ...smallPolicy,
    segments: { ...segments, ...many(count, () => group) },
  }),
  models: (count) => ({
    ...smallPolicy,
    care: {
      ...care,
      models: { ...care.models, ...many(count, () => ({ ...light, cadences: ["visit"] })) },
      exceptions: list(count, (index) => ({ accountId: index, model: `n${index}`, reason: "so" })),
    },
  }),
  cadences: (count) => ({
    ...smallPolicy,
    cadences: many(count, () => visit),
    care: {
      ...care,
      models: {
        ...care.models,
        personal: { ...care.models["personal"]!, cadences: list(count, (index) => `n${index}`) },
      },
    },
  }),
  measures: (count) => ({
    ...smallPolicy,
    measures: {
      ...smallPolicy.measures,
      ...many(count, () => ({ count: "orders", over: "always" })),
    },
  }),
  "measures of measures": (count) => ({
    ...smallPolicy,
    measures: {
      ...smallPolicy.measures,
      ...many(count, (index) => ({
        ratio: index === 0 ? "visits" : `n${index - 1}`,
        to: "visits",
      })),
    },
  }),
  "wrong names": (count) => ({
    ...smallPolicy,
    segments: {
      group: {
        ...group,
        rules: list(count, (index) => ({
          segment: `kye${index}`,
          when: {
            field: `hedcount${index}`.padEnd(60, "x"),
            atLeast: { parameter: `larg${index}` },
          },
        })),
      },
    },
  }),
  "wrong words": (count) => ({ ...smallPolicy, ...many(count, () => 1, "cadence") }),
  "wide conditions": (count) => ({
    ...smallPolicy,
    segments: {
      group: {
        ...group,
        rules: [
          {
            segment: "key",
            when: { any: list(count, (index) => ({ field: "headcount", equals: index })) },
          },
        ],
      },
    },
  }),
  "deep conditions": (count) => ({
    ...smallPolicy,
    segments: { group: { ...group, rules: [{ segment: "key", when: nestedNot(count / 100) }] } },
  }),
  parameters: (count) => ({
    ...smallPolicy,
    parameters: { ...smallPolicy.parameters, ...many(count, (index) => index) },
  }),
  "open parameters": (count) => ({
    ...smallPolicy,
    parameters: { ...smallPolicy.parameters, ...many(count, () => ({ open: "number" })) },
  }),
  paths: (count) => ({
    ...smallPolicy,
    care: {
      ...care,
      models: { ...care.models, ...many(count, () => light) },
      paths: {
        way: {
          from: "light",
          climbs: "highestMet",
          steps: list(count, (index) => ({
            to: `n${index}`,
            when: { field: "headcount", atLeast: index },
          })),
        },
      },
    },
  }),
};

function nestedNot(levels: number): object {
  let condition: object = { field: "headcount", atLeast: 1 };
  for (let level = 0; level < levels; level++) condition = { not: condition };
  return condition;
}
