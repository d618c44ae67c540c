import type { RecordId } from "../facts/index.js";

/**
 * Who reads a report: everybody, the company's own people, or one customer.
 *
 * @category Confidentiality
 */
export type Audience = "public" | "internal" | { readonly customer: RecordId };

/**
 * What may stand at a place that a customer sees: something that is looked into (`container`), or a
 * value of one form. Free text is no form: a text may say anything.
 *
 * @category Confidentiality
 */
export type CustomerForm = "container" | "date" | "money" | "number" | "yesNo";

/**
 * The places of a host's own report that the customer it is about may see, by property
 * (`"invoices"`) or by property within another (`"invoices.total"`).
 *
 * @category Confidentiality
 */
export type VisiblePlaces = Readonly<Record<string, CustomerForm>>;

/** The form of a place of the library's own: an id and a name are those of the customer itself. */
export type OwnForm = CustomerForm | "ownId" | "ownName";

/** What a customer sees of the library's own shapes; every other place is closed. */
export const CUSTOMER_PLACES: ReadonlyMap<string, OwnForm> = new Map<string, OwnForm>([
  ["account", "container"],
  ["account.id", "ownId"],
  ["account.names", "container"],
  ["names.name", "ownName"],
  ["duties", "container"],
  ["value", "container"],
  ["window", "container"],
  ["window.earliest", "date"],
  ["window.ideal", "date"],
  ["window.latest", "date"],
  ["nextBenefit", "container"],
  ["value.amount", "money"],
]);

/**
 * Properties of the library's shapes that carry a class, a rule or another secret; no host can open
 * them to customers.
 */
export const CLOSED_PROPERTIES: ReadonlySet<string> = new Set([
  ...["segment", "segments", "classifier", "label", "labels", "candidates", "outcome", "aliases"],
  ...["model", "models", "careModel", "bySegment", "serviceLevel", "priority", "significance"],
  ...["because", "rule", "rules", "path", "title", "note", "source", "details", "of", "missing"],
  ...["bound", "boundFrom", "verdict", "cadence", "owner", "owners", "exitActions", "judgements"],
  ...["own", "personalNote", "notes", "findings", "madeWith", "validUntilDate"],
]);

/** A property that no report shows to anybody. */
export const SENSITIVE_PROPERTY = "personalNote";
