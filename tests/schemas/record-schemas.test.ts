import { describe, expect, it } from "vitest";
import {
  type ListKind,
  parseCustomerBase,
  type ReadBase,
  recordSchemas,
} from "../../src/schemas/index.js";
import { fullSamples, leastSamples } from "../facts/full-samples.js";

const kinds = Object.keys(recordSchemas) as ListKind[];

/** The catalogue row that each kind of record belongs to. */
const ROWS: Readonly<Record<ListKind, string>> = {
  accounts: "FACT-01 FACT-02 FACT-03 FACT-17",
  activities: "FACT-06",
  tasks: "FACT-08",
  revenues: "FACT-09",
  orders: "FACT-09",
  invoices: "FACT-09",
  offers: "FACT-09",
  opportunities: "FACT-09",
  contracts: "FACT-09",
  serviceItems: "FACT-09",
  serviceChanges: "FACT-10",
  cases: "FACT-10",
  leads: "FACT-10",
  terminations: "FACT-10",
  surveyAnswers: "FACT-11",
  feedback: "FACT-11",
  contactPersons: "FACT-05",
  permissions: "FACT-04",
  ownerships: "FACT-12",
  memberships: "FACT-15",
  people: "FACT-12",
  teams: "FACT-12",
  units: "FACT-12",
  projects: "FACT-15",
};

function read(kind: ListKind, record: object): ReadBase {
  return parseCustomerBase({ accounts: [], coverage: {}, [kind]: [record] });
}

/** Path within the record and code of all findings about one record. */
function faults(kind: ListKind, record: object): string[] {
  const { findings } = read(kind, record);
  return findings.map(({ path, code }) => `${path.slice(`${kind}[0].`.length)}: ${code}`);
}

describe.each(kinds)("%s", (kind) => {
  it(`${ROWS[kind]} every property of ${kind} is read and comes back as it was`, () => {
    const { base, rejected, findings } = read(kind, fullSamples[kind]);
    expect(findings).toEqual([]);
    expect(rejected).toEqual([]);
    expect(base[kind]).toEqual([fullSamples[kind]]);
  });

  it(`${ROWS[kind]} ${kind} need nothing beyond what must be there`, () => {
    const { base, findings } = read(kind, leastSamples[kind]);
    expect(findings).toEqual([]);
    expect(base[kind]).toEqual([leastSamples[kind]]);
  });

  it(`${ROWS[kind]} what must be there is asked for by name, all at once`, () => {
    const required = Object.keys(leastSamples[kind]);
    expect(faults(kind, {})).toEqual(required.map((name) => `${name}: missing-property`));
  });

  it(`${ROWS[kind]} no property of ${kind} takes what it cannot be`, () => {
    for (const name of Object.keys(fullSamples[kind])) {
      for (const wrong of [null, [null]]) {
        const found = faults(kind, { ...fullSamples[kind], [name]: wrong });
        expect(found.length, `${kind}.${name}`).toBeGreaterThan(0);
        expect(found.every((each) => each.startsWith(name))).toBe(true);
      }
    }
  });
});

describe("bounds of numbers", () => {
  const account = (properties: object): string[] => faults("accounts", { id: 1, ...properties });
  const judged = (name: string, value: unknown): string[] =>
    account({ judgements: { [name]: { value } } });

  it.each<[string, object, string[]]>([
    ["0 employees", { headcount: 0 }, []],
    ["−1 employees", { headcount: -1 }, ["headcount: out-of-range"]],
    ["half an employee", { headcount: 0.5 }, ["headcount: not-whole"]],
    ["more than 2^53", { headcount: 2 ** 53 }, ["headcount: out-of-range"]],
    ["employees as text", { headcount: "12" }, ["headcount: not-a-number"]],
    ["no share", { companyOwnershipShare: 0 }, []],
    ["a full share", { companyOwnershipShare: 1 }, []],
    ["a share below 0", { companyOwnershipShare: -0.01 }, ["companyOwnershipShare: out-of-range"]],
    ["a share above 1", { companyOwnershipShare: 1.01 }, ["companyOwnershipShare: out-of-range"]],
    ["−1 services", { serviceBreadth: -1 }, ["serviceBreadth: out-of-range"]],
  ])("FACT-02 %s", (_, properties, expected) => {
    expect(account(properties)).toEqual(expected);
  });

  it("FACT-03 shares are from 0 to 1, counts are whole", () => {
    expect([judged("purchaseProbability", 1), judged("marketShare", 0)]).toEqual([[], []]);
    expect(judged("purchaseProbability", 1.1)).toEqual([
      "judgements.purchaseProbability.value: out-of-range",
    ]);
    expect(judged("marketShare", -0.1)).toEqual(["judgements.marketShare.value: out-of-range"]);
    expect(judged("topManagementContacts", 1.5)).toEqual([
      "judgements.topManagementContacts.value: not-whole",
    ]);
    expect(judged("growthPotential", "hihg")).toEqual([
      "judgements.growthPotential.value: unknown-value",
    ]);
  });

  it("FACT-17 a place is on the globe, the way there is not negative", () => {
    const at = (location: object): string[] => account({ location });
    expect(at({ latitude: 90, longitude: -180, travelMinutes: 0 })).toEqual([]);
    expect(at({ latitude: -90, longitude: 180 })).toEqual([]);
    expect(at({ latitude: 90.1, longitude: -180.1, travelMinutes: -1 })).toEqual([
      "location.latitude: out-of-range",
      "location.longitude: out-of-range",
      "location.travelMinutes: out-of-range",
    ]);
    expect(account({ closedDays: ["2018-12-24", "2018-12-32"] })).toEqual([
      "closedDays[1]: not-a-civil-date",
    ]);
  });

  it.each([
    ["nps", 0, 10],
    ["csat", 1, 5],
    ["ces5", 1, 5],
    ["ces7", 1, 7],
  ])("FACT-11 the scale %s goes from %i to %i", (scale, least, most) => {
    const score = (value: number): string[] =>
      faults("surveyAnswers", { ...leastSamples.surveyAnswers, scale, score: value });
    expect([score(least), score(most)]).toEqual([[], []]);
    expect(score(least - 1)).toEqual(["score: out-of-range"]);
    expect(score(most + 1)).toEqual(["score: out-of-range"]);
    expect(score(least + 0.5)).toEqual(["score: not-whole"]);
  });

  it("FACT-11 a score off the scale says which scale it is", () => {
    const answer = { ...leastSamples.surveyAnswers, scale: "csat", score: 0 };
    expect(read("surveyAnswers", answer).findings[0]?.message).toBe(
      "`0` is not on the scale `csat`, which goes from 1 to 5",
    );
  });

  it("FACT-12 a week has 10,080 minutes", () => {
    expect(faults("people", { id: 1, weeklyCapacityMinutes: 10_080 })).toEqual([]);
    expect(faults("people", { id: 1, weeklyCapacityMinutes: 0 })).toEqual([]);
    for (const minutes of [10_081, -1]) {
      expect(faults("people", { id: 1, weeklyCapacityMinutes: minutes })).toEqual([
        "weeklyCapacityMinutes: out-of-range",
      ]);
    }
  });

  it("FACT-06 durations are not negative, components are counted", () => {
    const call = { ...leastSamples.activities, durationMinutes: 0 };
    expect(faults("activities", call)).toEqual([]);
    expect(faults("activities", { ...call, durationMinutes: -1 })).toEqual([
      "durationMinutes: out-of-range",
    ]);
    expect(faults("serviceItems", { ...leastSamples.serviceItems, itemCount: -1 })).toEqual([
      "itemCount: out-of-range",
    ]);
  });

  it("FACT-09 a quantity may be a fraction and go back", () => {
    expect(faults("orders", { ...leastSamples.orders, quantity: -0.5 })).toEqual([]);
  });
});

describe("ids, days, moments and money", () => {
  it.each([
    ["A", true],
    ["1", true],
    [0, true],
    [-1, true],
    [1.5, false],
    [true, false],
    [null, false],
  ])("FACT-01 %o may be an id: %o", (id, expected) => {
    expect(faults("accounts", { id })).toEqual(expected ? [] : ["id: wrong-type"]);
  });

  it("FACT-01 an id is not empty, and a number that is safe", () => {
    expect(faults("accounts", { id: "" })).toEqual(["id: empty-text"]);
    expect(faults("accounts", { id: 2 ** 53 })).toEqual(["id: out-of-range"]);
  });

  it.each([
    ["2018-01-22T10:00:00Z", true],
    ["2018-01-22T10:00Z", true],
    ["2018-01-22T00:00:00.000Z", true],
    ["2018-01-22T23:59:59.999999999Z", true],
    ["2018-01-22T23:59:59.9999999999Z", false],
    ["2018-01-22T24:00:00Z", false],
    ["2018-01-22T10:60:00Z", false],
    ["2018-01-22T10:00:60Z", false],
    ["2018-02-29T10:00:00Z", false],
    ["2018-01-22T10:00:00", false],
    ["2018-01-22T10:00:00+02:00", false],
    ["2018-01-22 10:00:00Z", false],
    ["2018-01-22", false],
    ["2018-01-22T10:00:00Z ", false],
    [" 2018-01-22T10:00:00Z", false],
  ])("FACT-06 %o is a moment: %o", (loggedAt, expected) => {
    const found = faults("activities", { ...leastSamples.activities, loggedAt });
    expect(found).toEqual(expected ? [] : ["loggedAt: not-an-instant"]);
  });

  it.each<[unknown, string[]]>([
    [{ minor: 1, currency: "EUR" }, []],
    [{ amount: "12.50", currency: "EUR" }, []],
    [12.5, [": wrong-type"]],
    ["12.50", [": wrong-type"]],
    [{ amount: 12.5, currency: "EUR" }, [".amount: wrong-type"]],
    [{ amount: "12,50", currency: "EUR" }, [".amount: not-an-amount"]],
    [{ amount: "12.505", currency: "EUR" }, [".amount: too-many-decimals"]],
    [{ amount: "9".repeat(20), currency: "EUR" }, [".amount: amount-too-large"]],
    [{ amount: "12.50", currency: "euro" }, [".currency: not-a-currency"]],
    [{ amount: "12.50" }, [".currency: missing-property"]],
    [{ minor: 1.5, currency: "EUR" }, [".minor: not-whole"]],
    [{ minor: 1, amount: "0.01", currency: "EUR" }, [": not-money"]],
    [{ currency: "EUR" }, [": not-money"]],
    [{ minor: 1, currency: "EUR", cents: 1 }, [".cents: unknown-property"]],
  ])("FACT-14 money %o gives %o", (value, expected) => {
    const found = faults("orders", { ...leastSamples.orders, value });
    expect(found).toEqual(expected.map((each) => `value${each}`));
  });

  it("FACT-14 decimal money becomes whole minor units", () => {
    const value = { amount: "-12.5", currency: "EUR" };
    expect(read("orders", { ...leastSamples.orders, value }).base.orders?.[0]?.value).toEqual({
      minor: -1250,
      currency: "EUR",
    });
  });
});

describe("the words of findings", () => {
  const message = (kind: ListKind, properties: object): string | undefined =>
    read(kind, { ...leastSamples[kind], ...properties }).findings[0]?.message;

  it.each<[ListKind, object, string]>([
    ["accounts", { headcount: "120k" }, "`120k` is not a number"],
    ["accounts", { headcount: 1.5 }, "`1.5` is not a whole number"],
    ["accounts", { headcount: -1 }, "`-1` is less than `0`"],
    ["accounts", { companyOwnershipShare: 2 }, "`2` is more than `1`"],
    ["accounts", { headcount: null }, "`null` is no value; leave out what is missing"],
    ["accounts", { franchise: "yes" }, "`yes` is not `true` or `false`"],
    ["accounts", { region: 1 }, "`1` is not text"],
    ["accounts", { sites: {} }, "an object is not a list"],
    ["accounts", { location: [] }, "a list is not an object"],
    ["accounts", { location: true }, "`true` is not an object"],
    ["accounts", { kind: 1 }, "`1` is none of `organisation`, `person`"],
    [
      "accounts",
      { kind: "organization" },
      "`organization` is none of `organisation`, `person`; did you mean `organisation`?",
    ],
    ["accounts", { id: "" }, "the text is empty"],
    ["accounts", { id: true }, "`true` is no id, which is text or a whole number"],
    ["accounts", { closedDays: ["24.12."] }, "`24.12.` is no day written YYYY-MM-DD"],
    ["orders", { value: { currency: "EUR" } }, "money has either `minor` or `amount`"],
    ["orders", { value: { minor: 1 } }, "`currency` is missing"],
    ["orders", { value: { minor: 1, currency: "€" } }, "`€` is no ISO 4217 code"],
    [
      "orders",
      { value: 12.5 },
      '`12.5` is not money, which is written { "amount": "12.50", "currency": "EUR" }',
    ],
    ["orders", { value: { minor: 1, currency: "EUR", x: 1 } }, "`x` is no property here"],
    ["orders", { brand: "ä".repeat(41), product: 1 }, "`1` is not text"],
    ["activities", { loggedAt: "now" }, "`now` is no moment written like 2018-01-22T10:00:00Z"],
  ])("%s with %o: %s", (kind, properties, expected) => {
    expect(message(kind, properties)).toBe(expected);
  });

  it("a nearest word is a suggestion of its own", () => {
    const [finding] = read("offers", { ...leastSamples.offers, status: "opne" }).findings;
    expect(finding).toEqual({
      code: "unknown-value",
      severity: "error",
      path: "offers[0].status",
      message: "`opne` is none of `open`, `won`, `delivered`, `lost`; did you mean `open`?",
      suggestion: "open",
      row: 0,
    });
  });
});
