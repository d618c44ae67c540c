import type { ReportView } from "./redact.js";

/** Properties of a rule, in a policy or in a reason, that are criteria. */
const RULE_PROPERTIES = ["kind", "rule", "segment", "outcome", "exclude", "title", "source"];
const COMPARISON_PROPERTIES = ["kind", "path", "comparison", "unit"];
const GROUPS = ["all", "any", "not"];
/** Where a bound may come from that is a criterion; a field's is the customer's, a cut's all customers'. */
const CRITERIA_SOURCES = ["parameter", "asOf"];

type Properties = Readonly<Record<string, unknown>>;

/**
 * The criteria in a list of reasons: rules with what they compare and with what, never what came
 * out of it. Steps are left out, since which step was taken says who the account is.
 */
export function publicReasons(reasons: readonly unknown[]): ReportView[] {
  return reasons.flatMap((each) => (isProperties(each) ? publicReason(each) : []));
}

function publicReason(reason: Properties): ReportView[] {
  const { kind, of } = reason;
  if (kind === "comparison") return [publicComparison(reason)];
  if (kind !== "rule" && !GROUPS.includes(kind as string)) return [];
  const parts = publicReasons(Array.isArray(of) ? of : []);
  return [{ ...texts(reason, RULE_PROPERTIES), of: parts }];
}

function publicComparison(reason: Properties): ReportView {
  const { bound, boundFrom } = reason;
  const source = isProperties(boundFrom) ? boundFrom["kind"] : undefined;
  const isCriterion = boundFrom === undefined || CRITERIA_SOURCES.includes(source as string);
  return {
    ...texts(reason, COMPARISON_PROPERTIES),
    ...(isCriterion && bound !== undefined ? { bound: bound as ReportView } : {}),
  };
}

/** The rules of a policy's classifier: which condition gives which segment. */
export function publicRules(rules: readonly unknown[]): ReportView[] {
  return rules.filter(isProperties).map((rule) => ({
    ...texts(rule, RULE_PROPERTIES),
    ...("when" in rule ? { when: rule["when"] as ReportView } : {}),
  }));
}

/** Those of some properties that are text, or a plain yes. */
function texts(from: Properties, names: readonly string[]): Readonly<Record<string, ReportView>> {
  const given = names.flatMap((name) => {
    const value = from[name];
    return typeof value === "string" || value === true ? [[name, value] as const] : [];
  });
  return Object.fromEntries(given);
}

/** An object with named properties. */
export function isProperties(value: unknown): value is Properties {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
