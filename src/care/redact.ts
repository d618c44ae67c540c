import { isCurrency, type RecordId } from "../facts/index.js";
import { HoitoError, showInput } from "../shapes/index.js";
import { isCivilDate } from "../time/index.js";
import { isProperties, publicReasons, publicRules } from "./public-criteria.js";
import {
  type Audience,
  CLOSED_PROPERTIES,
  CUSTOMER_PLACES,
  type OwnForm,
  SENSITIVE_PROPERTY,
  type VisiblePlaces,
} from "./visibility.js";

/**
 * A report as an audience may read it: plain JSON.
 *
 * @category Confidentiality
 */
export type ReportView =
  | string
  | number
  | boolean
  | null
  | readonly ReportView[]
  | { readonly [Property: string]: ReportView };

/** Most levels and values of a report. */
const MOST_LEVELS = 64;
const MOST_VALUES = 10_000_000;
/** Parts of reports and policies that hold criteria; the children of `segments` bear any name. */
const PUBLIC_CONTAINERS: ReadonlySet<string> = new Set(["segment", "segments"]);

/**
 * The part of a report that an audience may read.
 *
 * Criteria are public, what is known of segments is restricted, what is known of customers is
 * confidential. `public` keeps the criteria alone: which rule gives which segment and what it
 * compares, of decisions and of policies; no value, no verdict, no account. `internal` keeps
 * everything but personal notes. For a customer everything is closed that is not declared open: what
 * stays is the customer's own id and names, the windows of coming contacts, the amount to the next
 * benefit, and whatever `places` opens in parts of the report that are about this customer. Parts
 * about another account are left out whole, wherever they stand. No text reaches a customer but the
 * own id, own names, days and currencies; so no class does.
 *
 * Gotchas: a part is about a customer when it, or a part around it, has the `accountId` or the
 * `account` of that customer; ids are compared exactly. `places` cannot open a property that carries
 * classes, rules or judgements.
 *
 * @param report - a decision, a list of them, or any report built of the library's shapes
 * @param audience - `public`, `internal`, or `{ customer }` with the id of the account that reads it
 * @param places - what the customer may see of the host's own parts
 * @returns plain JSON that shares nothing with the report
 * @throws {@link HoitoError} `unknown-audience` for any other audience, `not-releasable` when
 *   `places` opens a closed property, `too-deep` and `too-large` when the report has more than 64
 *   levels or 10 000 000 values, or holds itself
 *
 * @example Two customers, one of whom reads it
 * ```ts
 * import { redact } from "hoito/care";
 *
 * const report = [
 *   {
 *     account: { id: "A", names: [{ name: "Aalto Oy" }] },
 *     segment: { value: { kind: "segment", segment: "gold" } },
 *     nextBenefit: { value: { kind: "amount", amount: { minor: 120_000, currency: "EUR" } } },
 *   },
 *   { account: { id: "B", names: [{ name: "Koivu Oy" }] } },
 * ];
 * redact(report, { customer: "A" });
 * // => [
 * //   {
 * //     account: { id: "A", names: [{ name: "Aalto Oy" }] },
 * //     nextBenefit: { value: { amount: { minor: 120_000, currency: "EUR" } } },
 * //   },
 * // ]
 * ```
 *
 * @category Confidentiality
 */
export function redact(
  report: unknown,
  audience: Audience,
  places: VisiblePlaces = {},
): ReportView {
  requireAudience(audience);
  const size = { left: MOST_VALUES };
  const closed = Object.keys(places).find((place) => CLOSED_PROPERTIES.has(lastOf(place)));
  if (closed !== undefined) {
    const at = { code: "not-releasable", path: `places.${closed}`, received: places };
    throw new HoitoError("a property that carries classes is closed to customers", at);
  }
  // One copy first, whatever the audience: it is bounded, plain and without personal notes.
  const copy = copyOf(report, size, 0) ?? null;
  if (audience === "internal") return copy;
  if (audience === "public") return publicPart(copy, "") ?? null;
  const reader = { customer: audience.customer, places: new Map(Object.entries(places)) };
  return customerPart(copy, { property: "", parent: "", isOwn: false }, reader) ?? null;
}

/** A misspelt audience would be a customer without an id. */
function requireAudience(audience: unknown): void {
  if (audience === "public" || audience === "internal") return;
  const customer = (audience as Partial<Record<string, unknown>> | null)?.["customer"];
  if (typeof customer === "string" || typeof customer === "number") return;
  const message = `${showInput(audience)} is neither \`public\` nor \`internal\`, nor names a \`customer\``;
  throw new HoitoError(message, { code: "unknown-audience", path: "audience", received: audience });
}

function lastOf(place: string): string {
  return place.slice(place.lastIndexOf(".") + 1);
}

function copyOf(value: unknown, size: { left: number }, level: number): ReportView | undefined {
  size.left -= 1;
  if (size.left < 0) throw outOfBounds("too-large", `more than ${MOST_VALUES} values`);
  if (level > MOST_LEVELS) throw outOfBounds("too-deep", `more than ${MOST_LEVELS} levels`);
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (Array.isArray(value)) return value.map((each) => copyOf(each, size, level + 1) ?? null);
  if (typeof value !== "object") return undefined;
  const kept = Object.entries(value).flatMap(([property, part]) => {
    if (property === SENSITIVE_PROPERTY) return [];
    const copy = copyOf(part, size, level + 1);
    return copy === undefined ? [] : [[property, copy] as const];
  });
  return Object.fromEntries(kept);
}

function outOfBounds(code: string, text: string): HoitoError {
  return new HoitoError(`a report with ${text} cannot be read`, { code, path: "report" });
}

/** What is public of a part; `undefined` when nothing is. */
function publicPart(part: ReportView, property: string): ReportView | undefined {
  if (Array.isArray(part)) return part.flatMap((each) => publicPart(each, property) ?? []);
  if (!isProperties(part)) return undefined;
  const kept = Object.entries(part).flatMap(([name, value]) => {
    const view = publicProperty(name, value as ReportView, property);
    return view === undefined ? [] : [[name, view] as const];
  });
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

function publicProperty(name: string, value: ReportView, parent: string): ReportView | undefined {
  if (name === "because") return publicReasons(Array.isArray(value) ? value : []);
  if (name === "rules") return publicRules(Array.isArray(value) ? value : []);
  const isOpen = PUBLIC_CONTAINERS.has(name) || parent === "segments";
  return isOpen ? publicPart(value, name) : undefined;
}

interface Reader {
  readonly customer: RecordId;
  readonly places: ReadonlyMap<string, OwnForm>;
}

interface Place {
  readonly property: string;
  /** The property that holds it; a list does not count. */
  readonly parent: string;
  /** Whether it belongs to a part about the customer who reads. */
  readonly isOwn: boolean;
}

/** What a customer may see of a part; `undefined` when that is nothing. */
function customerPart(part: ReportView, place: Place, reader: Reader): ReportView | undefined {
  if (Array.isArray(part)) {
    const kept = part.flatMap((each) => customerPart(each, place, reader) ?? []);
    return kept.length === 0 ? undefined : kept;
  }
  if (!isProperties(part)) return undefined;
  const subjects = subjectsOf(part, place.property);
  if (subjects.some((subject) => subject !== reader.customer)) return undefined;
  const isOwn = place.isOwn || subjects.length > 0;
  const kept = Object.entries(part).flatMap(([name, value]) => {
    const form = formOf(place.property, name, reader);
    const inner = { property: name, parent: place.property, isOwn };
    const view =
      form === "container"
        ? customerPart(value as ReportView, inner, reader)
        : isOwn
          ? customerValue(value as ReportView, form)
          : undefined;
    return view === undefined ? [] : [[name, view] as const];
  });
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

/** The accounts that a part says it is about. */
function subjectsOf(part: Readonly<Record<string, unknown>>, property: string): unknown[] {
  const subjects: unknown[] = [];
  if (Object.hasOwn(part, "accountId")) subjects.push(part["accountId"]);
  if (Object.hasOwn(part, "account")) {
    const { account } = part;
    subjects.push(isProperties(account) ? account["id"] : account);
  }
  if (property === "account" || property === "accounts") subjects.push(part["id"]);
  return subjects;
}

/** The form of a place: the library's word goes before the host's. */
function formOf(parent: string, name: string, { places }: Reader): OwnForm | undefined {
  const within = `${parent}.${name}`;
  const known = CUSTOMER_PLACES.get(within) ?? CUSTOMER_PLACES.get(name);
  return known ?? places.get(within) ?? places.get(name);
}

/** A value of the form of its place; the id of a part about a customer is that customer's. */
function customerValue(value: ReportView, form: OwnForm | undefined): ReportView | undefined {
  if (Array.isArray(value)) {
    const kept = value.flatMap((each) => customerValue(each, form) ?? []);
    return kept.length === 0 ? undefined : kept;
  }
  switch (form) {
    case "ownId":
      return value;
    case "ownName":
      return typeof value === "string" ? value : undefined;
    case "date":
      return isCivilDate(value) ? value : undefined;
    case "number":
      return typeof value === "number" ? value : undefined;
    case "yesNo":
      return typeof value === "boolean" ? value : undefined;
    case "money":
      return moneyView(value);
    default:
      return undefined;
  }
}

function moneyView(value: ReportView): ReportView | undefined {
  if (!isProperties(value)) return undefined;
  const { minor, currency } = value;
  if (!Number.isSafeInteger(minor) || !isCurrency(currency)) return undefined;
  return { minor: minor as number, currency };
}
