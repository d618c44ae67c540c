import type { CompiledCadence } from "../cadence/index.js";
import type { CompiledCampaign } from "../campaigns/index.js";
import { type CompiledCondition, type ProofContext, proveCondition } from "../rules/index.js";
import { errorAt, type Finding, warningAt } from "../shapes/index.js";
import type { CompiledPolicy } from "./compiled-policy.js";
import { idleFindings } from "./proof-findings.js";

type ContactRule = Extract<CompiledCadence, { readonly method: "interval" }>["contacts"];

/** A condition somewhere in a policy. */
interface Place {
  readonly path: string;
  readonly condition: CompiledCondition;
  /** What is met wherever this condition is asked. */
  readonly given?: readonly CompiledCondition[];
  /** Of an account; otherwise of a record, which no cut is known of. */
  readonly isOfAccount?: true;
}

/** What is wrong with the conditions of cadences and campaigns, each by itself. */
export function proveConditions(
  { cadences, campaigns }: CompiledPolicy,
  context: ProofContext,
): readonly Finding[] {
  const places = [
    ...[...cadences.values()].flatMap(placesOfCadence),
    ...[...campaigns.values()].flatMap(placesOfCampaign),
  ];
  const never = (): boolean => false;
  const ofRecord: ProofContext = { ...context, cuts: new Map(), canBeNone: never, isCount: never };
  return places.flatMap((place) =>
    conditionFindings(place, place.isOfAccount ? context : ofRecord),
  );
}

/** The findings for one condition and what is given with it. */
export function conditionFindings(
  { path, condition, given = [] }: Place,
  context: ProofContext,
): readonly Finding[] {
  const { canBeMet, canFail, idle } = proveCondition(condition, context, given);
  if (canBeMet.kind === "impossible") {
    const isAlone = proveCondition(condition, context).canBeMet.kind === "impossible";
    const text = isAlone
      ? "nothing can meet this condition: it contradicts itself"
      : "nothing can meet this condition together with those that are met before it";
    return [errorAt(path, "contradictory-condition", text)];
  }
  const idling = idleFindings(path, idle);
  if (canFail.kind !== "impossible") return idling;
  const text = "nothing fails this condition: it keeps nothing out";
  return [warningAt(path, "condition-always-met", text), ...idling];
}

function placesOfCadence(compiled: CompiledCadence): readonly Place[] {
  const path = `cadences.${compiled.name}`;
  const { applies, fatigue, method } = compiled;
  const isOfAccount = true;
  const shared: readonly Place[] = [
    ...placed(`${path}.appliesWhen`, applies).map((each) => ({ ...each, isOfAccount }) as const),
    ...contactPlaces(`${path}.fatigue`, fatigue?.contacts),
  ];
  switch (method) {
    case "quota": {
      const given = applies === undefined ? [] : [applies];
      const adjusted = compiled.adjusted.map(({ when }, index): Place => {
        return { path: `${path}.adjusted[${index}].when`, condition: when, given, isOfAccount };
      });
      return [...shared, ...adjusted, ...contactPlaces(path, compiled.contacts)];
    }
    case "interval":
      return [...shared, ...contactPlaces(path, compiled.contacts)];
    case "survey":
      return [
        ...shared,
        ...contactPlaces(path, compiled.contacts),
        ...placed(`${path}.skippedAfter`, compiled.others?.counts),
        ...placed(`${path}.contractual.where`, compiled.contractual?.where),
      ];
    default:
      return [
        ...shared,
        ...placed(`${path}.where`, compiled.where),
        ...placed(`${path}.answeredBy.contact`, compiled.answer.contacts?.counts),
      ];
  }
}

function contactPlaces(path: string, contacts: ContactRule | undefined): readonly Place[] {
  if (contacts === undefined) return [];
  const { counts, weights } = contacts;
  return [
    { path: `${path}.counts`, condition: counts },
    ...weights.map(({ when }, index): Place => {
      return { path: `${path}.weights[${index}].when`, condition: when, given: [counts] };
    }),
  ];
}

function placesOfCampaign(compiled: CompiledCampaign): readonly Place[] {
  const path = `campaigns.${compiled.name}`;
  const { counts, criteria, figurePrizes } = compiled;
  return [
    { path: `${path}.counts`, condition: counts },
    ...criteria.flatMap(({ name, where }) => {
      return placed(`${path}.criteria.${name}.where`, where, [counts]);
    }),
    ...figurePrizes.map(({ where }, index): Place => {
      return { path: `${path}.figurePrizes[${index}].when`, condition: where };
    }),
  ];
}

function placed(
  path: string,
  condition: CompiledCondition | undefined,
  given: readonly CompiledCondition[] = [],
): readonly Place[] {
  return condition === undefined ? [] : [{ path, condition, given }];
}
