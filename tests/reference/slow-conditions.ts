import type { Verdict } from "../../src/shapes/index.js";
import type { CivilDate } from "../../src/time/index.js";
import { NONE } from "../rules/ask.js";
import { nativeAddMonths, nativeDate, nativeDay } from "./native-dates.js";

type Json = Readonly<Record<string, unknown>>;

/** What a condition may look at: facts as the host hands them over, and the policy's own values. */
export interface World {
  readonly facts: Json;
  readonly kinds: Json;
  readonly parameters: Json;
  readonly cuts: Json;
  readonly asOf: CivilDate;
}

/**
 * The slow, obvious twin of compile and evaluate: reads the condition as it is written, one word
 * after the other, and says the truth tables in words. Money is compared in hundredths, dates as text.
 */
export function slowVerdict(condition: Json, world: World): Verdict {
  if (condition["not"] !== undefined) return opposite(slowVerdict(condition["not"] as Json, world));
  for (const word of ["all", "any"] as const) {
    if (condition[word] === undefined) continue;
    const verdicts = (condition[word] as readonly Json[]).map((each) => slowVerdict(each, world));
    return word === "all" ? everyOne(verdicts) : opposite(everyOne(verdicts.map(opposite)));
  }
  const field = condition["field"] as string;
  const words = Object.keys(condition).filter((word) => word !== "field");
  return everyOne(words.map((word) => slowComparison(field, word, condition[word], world)));
}

function everyOne(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes("notMet")) return "notMet";
  return verdicts.includes("unknown") ? "unknown" : "met";
}

function opposite(verdict: Verdict): Verdict {
  if (verdict === "unknown") return "unknown";
  return verdict === "met" ? "notMet" : "met";
}

function slowComparison(field: string, word: string, written: unknown, world: World): Verdict {
  const fact = factOf(field, world);
  if (word === "isMissing") {
    const isMissing = fact === undefined || fact === NONE;
    return isMissing === written ? "met" : "notMet";
  }
  if (word === "between") {
    const [low, high] = written as readonly [unknown, unknown];
    return everyOne([
      slowComparison(field, "atLeast", low, world),
      slowComparison(field, "atMost", high, world),
    ]);
  }
  const bound = boundOf(written, world);
  if (fact === NONE || bound === NONE) return "notMet";
  if (fact === undefined || bound === undefined) return "unknown";
  return holds(fact, word, bound) ? "met" : "notMet";
}

function holds(fact: unknown, word: string, bound: unknown): boolean {
  const [left, right] = [fact as number, bound as number];
  switch (word) {
    case "atLeast":
    case "onOrAfter":
      return left >= right;
    case "moreThan":
    case "after":
      return left > right;
    case "atMost":
    case "onOrBefore":
      return left <= right;
    case "lessThan":
    case "before":
      return left < right;
    case "equals":
      return left === right;
    case "startsWith":
      return (fact as string).indexOf(bound as string) === 0;
    case "isOneOf":
      return (bound as readonly unknown[]).indexOf(fact) >= 0;
    case "isNoneOf":
      return (bound as readonly unknown[]).indexOf(fact) < 0;
    case "includes":
      return (fact as readonly unknown[]).indexOf(bound) >= 0;
    case "includesAnyOf":
      return (bound as readonly unknown[]).filter((each) => isIn(fact, each)).length > 0;
    case "includesAllOf":
      return (bound as readonly unknown[]).filter((each) => !isIn(fact, each)).length === 0;
    default:
      throw new Error(`no such word: ${word}`);
  }
}

function isIn(set: unknown, word: unknown): boolean {
  return (set as readonly unknown[]).indexOf(word) >= 0;
}

/** A fact that can be compared; what is missing or of another kind cannot. */
function factOf(name: string, { facts, kinds }: World): unknown {
  const fact = facts[name];
  const kind = kinds[name];
  if (fact === NONE) return NONE;
  if (kind === "money") {
    const money = fact as { minor?: unknown; currency?: unknown } | undefined;
    return money?.currency === "EUR" && Number.isInteger(money.minor) ? money.minor : undefined;
  }
  if (kind === "date") {
    return typeof fact === "string" && /^\d{4}-\d\d-\d\d$/.test(fact) ? fact : undefined;
  }
  if (kind === "set") {
    const isSet = Array.isArray(fact) && fact.every((each) => typeof each === "string");
    return isSet ? fact : undefined;
  }
  if (Array.isArray(kind)) return kind.includes(fact) ? fact : undefined;
  return typeof fact === (kind === "text" ? "string" : kind) ? fact : undefined;
}

function boundOf(written: unknown, world: World): unknown {
  if (typeof written !== "object" || written === null || Array.isArray(written)) return written;
  const bound = written as Json;
  if ("amount" in bound) return Number((bound["amount"] as string).replace(".", ""));
  if ("parameter" in bound) return boundOf(world.parameters[bound["parameter"] as string], world);
  if ("field" in bound) return factOf(bound["field"] as string, world);
  if ("cut" in bound) return world.cuts[bound["cut"] as string];
  if ("asOfMinus" in bound) return moved(world, bound["asOfMinus"], -1);
  return moved(world, bound["asOfPlus"], 1);
}

function moved(world: World, written: unknown, sign: 1 | -1): CivilDate {
  const named = (written as Json)["parameter"];
  const duration = named === undefined ? written : world.parameters[named as string];
  const { years = 0, months = 0, weeks = 0, days = 0 } = duration as Record<string, number>;
  const inMonth = nativeAddMonths(world.asOf, sign * (years * 12 + months));
  return nativeDate(nativeDay(inMonth) + sign * (weeks * 7 + days));
}
