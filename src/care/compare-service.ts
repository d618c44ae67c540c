import type { Decision, MissingFact, PlainValue } from "../shapes/index.js";
import { EXTENTS } from "./compile-service-levels.js";
import type { ServiceExtent, ServiceLevel } from "./service-level.js";

/**
 * What an account was given over some time; what is left out is unknown.
 *
 * @category Service
 */
export interface ServiceGiven {
  readonly extent?: ServiceExtent;
  /** The slowest answer, in hours as the company counts them. */
  readonly responseHours?: number;
  readonly channels?: readonly string[];
  readonly services?: readonly string[];
}

/**
 * One way in which what was given differs from the level.
 *
 * @category Service
 */
export interface ServiceGap {
  readonly aspect: "extent" | "responseHours" | "channels" | "services";
  readonly entitled: PlainValue;
  readonly given: PlainValue;
}

/**
 * What was given against what the account is entitled to.
 *
 * @category Service
 */
export type ServiceVerdict = {
  /**
   * `lighter` and `deeper` where something is less or more, `both` where one is less and another
   * more. `undecided` where nothing known differs and something is unknown.
   */
  readonly kind: "asEntitled" | "lighter" | "deeper" | "both" | "undecided";
  readonly less: readonly ServiceGap[];
  readonly more: readonly ServiceGap[];
};

/**
 * Whether an account was given the service that it is entitled to: light care where deep care is
 * due is reported, and so is the other way round.
 *
 * Less is: a lighter extent, an answer later than the level's hours, an included service or a
 * channel that was not given. More is: a deeper extent and a service that the level excludes. A
 * faster answer, and channels and services that the level does not speak of, are neither. What was
 * found counts even where other facts are missing.
 *
 * @param given - what the account was given
 * @param level - the service level it is entitled to
 * @returns the verdict with every gap, and the facts that were not there to compare
 *
 * @example Light care for an account of deep care
 * ```ts
 * import { compareService, type ServiceLevel } from "hoito/care";
 *
 * const deep: ServiceLevel = {
 *   extent: "deep",
 *   responseHours: 4,
 *   priority: 1,
 *   channels: ["visit", "phone"],
 *   includes: ["training"],
 *   excludes: [],
 * };
 * const given = { extent: "light", responseHours: 4, channels: ["phone"], services: [] } as const;
 * const { value } = compareService(given, deep);
 * value.kind; // => "lighter"
 * value.less.map(({ aspect }) => aspect); // => ["extent", "channels", "services"]
 * ```
 *
 * @category Service
 */
export function compareService(given: ServiceGiven, level: ServiceLevel): Decision<ServiceVerdict> {
  const less: ServiceGap[] = [];
  const more: ServiceGap[] = [];
  const { extent, responseHours, channels, services } = given;
  const depth = extent === undefined ? 0 : EXTENTS.indexOf(extent) - EXTENTS.indexOf(level.extent);
  const gap = { aspect: "extent", entitled: level.extent, given: extent ?? "" } as const;
  if (depth < 0) less.push(gap);
  if (depth > 0) more.push(gap);
  if (responseHours !== undefined && responseHours > level.responseHours) {
    const entitled = level.responseHours;
    less.push({ aspect: "responseHours", entitled, given: responseHours });
  }
  const lacks = (due: readonly string[], had: readonly string[] | undefined): boolean =>
    had !== undefined && due.some((each) => !had.includes(each));
  if (lacks(level.channels, channels)) less.push(lists("channels", level.channels, channels!));
  if (lacks(level.includes, services)) less.push(lists("services", level.includes, services!));
  const kept = services?.filter((each) => level.excludes.includes(each)) ?? [];
  if (kept.length > 0) more.push(lists("services", level.includes, kept));
  const missing = (["extent", "responseHours", "channels", "services"] as const)
    .filter((word) => given[word] === undefined)
    .map((word): MissingFact => ({ path: `given.${word}`, why: "notSupplied" }));
  return {
    value: { kind: kindOf(less, more, missing), less, more },
    because: [],
    missing,
  };
}

function lists(
  aspect: ServiceGap["aspect"],
  entitled: readonly string[],
  given: readonly string[],
): ServiceGap {
  return { aspect, entitled: entitled.toSorted(), given: given.toSorted() };
}

function kindOf(
  less: readonly ServiceGap[],
  more: readonly ServiceGap[],
  missing: readonly MissingFact[],
): ServiceVerdict["kind"] {
  if (less.length > 0) return more.length > 0 ? "both" : "lighter";
  if (more.length > 0) return "deeper";
  return missing.length > 0 ? "undecided" : "asEntitled";
}
