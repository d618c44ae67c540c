import type { Cadence, ScheduleRules } from "../cadence/index.js";
import type { CampaignDefinition } from "../campaigns/index.js";
import type { CareChapter } from "../care/index.js";
import type { accountFields, DecimalMoney, FieldKinds } from "../facts/index.js";
import type { KpiChapter } from "../kpis/index.js";
import type { KindOfMeasure, Measure, NamesWith } from "../measures/index.js";
import type { ConditionNames, Parameter, ParameterKind } from "../rules/index.js";
import type { Classifier, SegmentLabel } from "../segments/index.js";
import type { CivilDate, Duration } from "../time/index.js";
import type { CarePolicy, Cut, PolicyHead } from "./care-policy.js";

type Parameters = Readonly<Record<string, Parameter>>;
type Measures = Readonly<Record<string, unknown>>;
/** The labels of each classifier. */
type Labels = Readonly<Record<string, Readonly<Record<string, SegmentLabel>>>>;

/** The kind of a parameter, read off its value. */
type KindOfParameter<P> = P extends { readonly open: infer Kind extends ParameterKind }
  ? Kind
  : P extends { readonly value: infer Value }
    ? KindOfParameter<Value>
    : P extends number
      ? "number"
      : P extends boolean
        ? "boolean"
        : P extends CivilDate
          ? "date"
          : P extends string
            ? "text"
            : P extends DecimalMoney
              ? "money"
              : P extends readonly string[]
                ? "list"
                : P extends Duration
                  ? "duration"
                  : never;

type ParametersOf<P, Kind extends ParameterKind> = {
  [Name in keyof P]: KindOfParameter<P[Name]> extends Kind ? Name : never;
}[keyof P] &
  string;

/** The names that conditions of a policy with these parameters may use beside fields. */
interface ParameterNames<P> extends ConditionNames {
  readonly numberParameter: ParametersOf<P, "number">;
  readonly moneyParameter: ParametersOf<P, "money">;
  readonly dateParameter: ParametersOf<P, "date">;
  readonly booleanParameter: ParametersOf<P, "boolean">;
  readonly textParameter: ParametersOf<P, "text">;
  readonly listParameter: ParametersOf<P, "list">;
  readonly durationParameter: ParametersOf<P, "duration">;
}

type KindsOfMeasures<M> = { readonly [Name in keyof M]: KindOfMeasure<M[Name]> };

type FieldsOf<Own, M> = typeof accountFields & Own & KindsOfMeasures<M>;

/** The scores that a classifier may have. */
type Score = "score" | "recency" | "frequency" | "monetary";

/**
 * The names that conditions over an account may use: hoito's fields, the host's own, measures,
 * what classifiers say and their scores, parameters, cuts.
 */
interface AccountNames<Own, P, M, CutName extends string, ClassifierName extends string>
  extends ParameterNames<P> {
  readonly number: NamesWith<FieldsOf<Own, M>, "number"> | `${ClassifierName}.${Score}`;
  readonly money: NamesWith<FieldsOf<Own, M>, "money">;
  readonly date: NamesWith<FieldsOf<Own, M>, "date">;
  readonly boolean: NamesWith<FieldsOf<Own, M>, "boolean">;
  readonly text: NamesWith<FieldsOf<Own, M>, "text" | readonly string[]> | ClassifierName;
  readonly set: NamesWith<FieldsOf<Own, M>, "set"> | ClassifierName;
  readonly cut: CutName;
}

/**
 * A policy whose every name is one that it declares.
 *
 * @category Policy
 */
export interface TypedPolicy<
  Own extends FieldKinds,
  P extends Parameters,
  M extends Measures,
  CutName extends string,
  S extends Labels,
  By extends keyof S & string,
  Model extends string,
  CadenceName extends string,
  ServiceLevelName extends string = string,
  PlanName extends string = string,
> extends PolicyHead {
  readonly fields?: Own;
  readonly parameters?: P;
  readonly measures?: M & Readonly<Record<string, Measure<NoInfer<ParameterNames<P>>>>>;
  readonly cuts?: Readonly<Record<CutName, Cut<NoInfer<keyof M & string>>>>;
  readonly segments: {
    readonly [Name in keyof S]: Classifier<
      S[Name],
      NoInfer<AccountNames<Own, P, M, CutName, keyof S & string>>
    >;
  };
  readonly care: CareChapter<
    By,
    NoInfer<keyof S[By] & string>,
    Model,
    CadenceName,
    NoInfer<AccountNames<Own, P, M, CutName, keyof S & string>>,
    ServiceLevelName,
    PlanName
  >;
  readonly cadences: Readonly<Record<CadenceName, Cadence<NoInfer<ParameterNames<P>>>>>;
  readonly schedule?: ScheduleRules;
  readonly campaigns?: Readonly<Record<string, CampaignDefinition>>;
  readonly kpis?: KpiChapter;
}

/**
 * The policy as it is, with every name in it checked while it is typed: a misspelt field, a value
 * of the wrong kind, a segment without care or a parameter that is not declared does not compile.
 *
 * At run time it does nothing: {@link compilePolicy} checks what types cannot, for typed and
 * untyped policies alike.
 *
 * @param policy - a care policy
 * @returns the same object
 *
 * @example Two segments
 * ```ts
 * import { definePolicy } from "hoito";
 *
 * const policy = definePolicy({
 *   id: "two-groups",
 *   version: "1",
 *   segments: {
 *     group: {
 *       method: "rules",
 *       labels: { large: {}, other: {} },
 *       hitPolicy: "first",
 *       rules: [{ segment: "large", when: { field: "headcount", atLeast: 1000 } }],
 *       otherwise: "other",
 *     },
 *   },
 *   care: {
 *     segmentedBy: "group",
 *     models: {
 *       personal: { ownership: { mode: "onePerson" }, cadences: "none", significance: 1 },
 *       light: { ownership: { mode: "none" }, cadences: "none", significance: 2 },
 *     },
 *     bySegment: { large: "personal", other: "light" },
 *   },
 *   cadences: {},
 * });
 * policy.id; // => "two-groups"
 * ```
 *
 * @category Policy
 */
export function definePolicy<
  const Own extends FieldKinds = Readonly<Record<never, never>>,
  const P extends Parameters = Readonly<Record<never, never>>,
  const M extends Measures = Readonly<Record<never, never>>,
  CutName extends string = never,
  const S extends Labels = Labels,
  By extends keyof S & string = keyof S & string,
  Model extends string = string,
  CadenceName extends string = never,
  ServiceLevelName extends string = never,
  PlanName extends string = never,
>(
  policy: TypedPolicy<Own, P, M, CutName, S, By, Model, CadenceName, ServiceLevelName, PlanName>,
): CarePolicy {
  return policy as unknown as CarePolicy;
}
