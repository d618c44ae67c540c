import type { MembershipState } from "../segments/index.js";
import {
  type GroupReason,
  HoitoError,
  type MissingFact,
  showInput,
  type Verdict,
} from "../shapes/index.js";

/** The languages that reasons can be told in: English and Finnish. */
export type Language = "en" | "fi";

/** What a language needs to tell reasons. */
export interface Phrases {
  /** How a comparison that holds reads, `#` standing for the bound. */
  readonly comparisons: Readonly<Record<string, string>>;
  readonly missing: Readonly<Record<MissingFact["why"], string>>;
  readonly outcomes: Readonly<
    Record<"excluded" | "unclassified" | "undecided" | "conflict" | "none", string>
  >;
  readonly equals: (field: string, value: string) => string;
  readonly is: (field: string, value: string, comparison: string, holds: boolean) => string;
  readonly isUnknown: (field: string, why: string) => string;
  readonly hasNone: (field: string) => string;
  readonly present: (field: string, isMissing: boolean) => string;
  readonly shortBy: (amount: string) => string;
  readonly overBy: (amount: string) => string;
  readonly days: (count: string) => string;
  readonly assumed: string;
  readonly segment: (name: string) => string;
  readonly because: (rule: string) => string;
  readonly otherwise: string;
  /** The last step of a lifecycle. */
  readonly cameFrom: (state: string, on: string) => string;
  /** A membership in force. */
  readonly approvedBy: (body: string) => string;
  /** A segment that the policy computes and that nobody has approved for the day. */
  readonly notApproved: (segment: string, body: string, state: string) => string;
  /** Where such a membership stands. */
  readonly notInForce: Readonly<Record<Exclude<MembershipState, "inForce">, string>>;
  readonly nearest: (outcome: string) => string;
  readonly rule: (path: string, outcome: string) => string;
  readonly group: Readonly<Record<GroupReason["kind"], string>>;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  /** After the verdict of a rule that is unknown and counts as not met. */
  readonly takenAsNotMet: string;
  readonly yes: string;
  readonly no: string;
}

/** The phrases of a language; in JavaScript it may be one that nobody speaks here. */
export function phrasesOf(language: Language): Phrases {
  if (Object.hasOwn(PHRASES, language)) return PHRASES[language];
  const text = `${showInput(language)} is no language here: write \`"${Object.keys(PHRASES).join('"` or `"')}"\``;
  throw new HoitoError(text, { code: "unknown-language", path: "language", received: language });
}

/** Phrases by language. */
const PHRASES: Readonly<Record<Language, Phrases>> = {
  en: {
    comparisons: {
      atLeast: "at least #",
      moreThan: "more than #",
      atMost: "at most #",
      lessThan: "less than #",
      equals: "#",
      onOrAfter: "on or after #",
      after: "after #",
      onOrBefore: "on or before #",
      before: "before #",
      startsWith: "text that starts with #",
      isOneOf: "one of #",
      isNoneOf: "none of #",
      includes: "a set that includes #",
      includesAnyOf: "a set that includes any of #",
      includesAllOf: "a set that includes all of #",
    },
    missing: {
      missing: "it is missing",
      illTyped: "it is not of its kind",
      otherCurrency: "it is in another currency",
      notSupplied: "such records are not supplied",
      incomplete: "such records are not known far enough back",
      zeroDenominator: "there is nothing to divide by",
      outOfRange: "no period holds the day",
      notFitted: "the policy has not been fitted to a customer base",
      inConflict: "its rules contradict each other",
    },
    outcomes: {
      excluded: "The account is left out of segmentation.",
      unclassified: "No segment fits the account.",
      undecided: "The segment is undecided between #.",
      conflict: "Several segments fit though only one may: #.",
      none: "none",
    },
    equals: (field, value) => `${field} is ${value}`,
    is: (field, value, comparison, holds) =>
      `${field} is ${value}, ${holds ? "" : "not "}${comparison}`,
    isUnknown: (field, why) => `${field} is not known: ${why}`,
    hasNone: (field) => `there is no ${field}`,
    present: (field, isMissing) => `${field} is ${isMissing ? "missing" : "there"}`,
    shortBy: (amount) => ` (${amount} short)`,
    overBy: (amount) => ` (${amount} over)`,
    days: (count) => `${count} days`,
    assumed: " (assumed)",
    segment: (name) => `The segment is ${name}.`,
    because: (rule) => `Because ${rule}.`,
    otherwise: "No rule is met, and this is the default.",
    cameFrom: (state, on) => `Before ${on} it was ${state}.`,
    approvedBy: (body) => `Approved by ${body}.`,
    notApproved: (segment, body, state) =>
      `By the rules it would be ${segment}, on which ${body} decides; ${state}.`,
    notInForce: {
      notProposed: "nobody has put it forward",
      proposed: "the decision is still to come",
      refused: "it was refused",
      approved: "the approval is not yet in force",
      ended: "the approval has ended",
    },
    nearest: (outcome) => `Nearest to ${outcome}:`,
    rule: (path, outcome) => `rule ${path} for ${outcome}`,
    group: { all: "all of these", any: "any of these", not: "not this" },
    verdicts: { met: "met", notMet: "not met", unknown: "not known" },
    takenAsNotMet: ", which counts as not met",
    yes: "yes",
    no: "no",
  },
  fi: {
    comparisons: {
      atLeast: "vähintään #",
      moreThan: "yli #",
      atMost: "enintään #",
      lessThan: "alle #",
      equals: "#",
      onOrAfter: "aikaisintaan #",
      after: "# jälkeen",
      onOrBefore: "viimeistään #",
      before: "ennen päivää #",
      startsWith: "alussa #",
      isOneOf: "jokin näistä: #",
      isNoneOf: "ei mikään näistä: #",
      includes: "mukana #",
      includesAnyOf: "mukana jokin näistä: #",
      includesAllOf: "mukana kaikki nämä: #",
    },
    missing: {
      missing: "tieto puuttuu",
      illTyped: "tieto on väärää lajia",
      otherCurrency: "summa on toisessa valuutassa",
      notSupplied: "näitä tietoja ei ole annettu",
      incomplete: "näitä tietoja ei tunneta riittävän pitkältä ajalta",
      zeroDenominator: "jakaja on nolla",
      outOfRange: "päivä ei kuulu mihinkään jaksoon",
      notFitted: "ohjelmaa ei ole sovitettu asiakaskantaan",
      inConflict: "säännöt ovat ristiriidassa",
    },
    outcomes: {
      excluded: "Asiakkuus jätetään segmentoinnin ulkopuolelle.",
      unclassified: "Mikään segmentti ei sovi asiakkuuteen.",
      undecided: "Segmentti on ratkaisematta: #.",
      conflict: "Usea segmentti sopii, vaikka vain yksi saisi: #.",
      none: "ei mitään",
    },
    equals: (field, value) => `${field}: ${value}`,
    is: (field, value, comparison, holds) =>
      `${field}: ${value}, ehto ${comparison} ${holds ? "täyttyy" : "ei täyty"}`,
    isUnknown: (field, why) => `${field}: ei tiedossa, ${why}`,
    hasNone: (field) => `${field}: ei ole`,
    present: (field, isMissing) => `${field}: ${isMissing ? "puuttuu" : "on annettu"}`,
    shortBy: (amount) => ` (puuttuu ${amount})`,
    overBy: (amount) => ` (ylittyy ${amount})`,
    days: (count) => `${count} päivää`,
    assumed: " (oletus)",
    segment: (name) => `Segmentti on ${name}.`,
    because: (rule) => `Perusteena ${rule}.`,
    otherwise: "Mikään sääntö ei täyty, ja tämä on oletus.",
    cameFrom: (state, on) => `Ennen päivää ${on} tila oli ${state}.`,
    approvedBy: (body) => `Hyväksyjä: ${body}.`,
    notApproved: (segment, body, state) =>
      `Sääntöjen mukaan se olisi ${segment}, josta päättää ${body}; ${state}.`,
    notInForce: {
      notProposed: "sitä ei ole ehdotettu",
      proposed: "päätös puuttuu vielä",
      refused: "se on hylätty",
      approved: "hyväksyntä ei ole vielä voimassa",
      ended: "hyväksyntä on päättynyt",
    },
    nearest: (outcome) => `Lähimpänä ${outcome}:`,
    rule: (path, outcome) => `sääntö ${path}, tulos ${outcome}`,
    group: { all: "kaikki nämä", any: "jokin näistä", not: "ei tämä" },
    verdicts: { met: "täyttyy", notMet: "ei täyty", unknown: "ei tiedossa" },
    takenAsNotMet: ", tulkitaan ettei täyty",
    yes: "kyllä",
    no: "ei",
  },
};
