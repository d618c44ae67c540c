import {
  type CarePolicy,
  type CivilDate,
  type CompiledPolicy,
  type CustomerBase,
  classifyAccounts,
  compilePolicy,
  findDifference,
  orThrow,
  withParameters,
} from "hoito";
import { growthCompany2020 } from "hoito/presets";
import { tellValue } from "hoito/sentences";
import type { ChapterSource } from "../chapter.js";
import { workingCalendarOf } from "../public-holidays.js";
import { factName } from "../report/plain-names.js";
import { list, note, type Section, table } from "../report/section.js";

const AS_OF: CivilDate = growthCompany2020.asOf;
const SEED = 20201130;

/** A reading of what the source says about headcount, and the policy by it. */
interface Reading {
  readonly reading: string;
  readonly bound: string;
  readonly policy: CarePolicy;
}

const { policy, readings } = growthCompany2020;

const READINGS: readonly Reading[] = [
  { reading: "R500", bound: "at least", policy: filled(policy) },
  { reading: "R500", bound: "more than", policy: filled(readings["R500-moreThan"]!) },
  { reading: "R1000", bound: "at least", policy: filled(readings["R1000-atLeast"]!) },
  { reading: "R1000", bound: "more than", policy: filled(readings["R1000-moreThan"]!) },
];

/** A company's four customer groups, word for word, on a base shaped like that company. */
export function growthCompanyChapter(): ChapterSource {
  const { base } = growthCompany2020.sampleBase({ asOf: AS_OF, seed: SEED });
  const read = (["accounts", "revenues", "activities", "ownerships"] as const).map((kind) => {
    return { what: `${kind} (generated)`, good: base[kind]?.length ?? 0, rejected: 0 };
  });
  return {
    name: "growth-company",
    title: "2  A growth company: four customer groups, word for word",
    notes: [
      "The policy is that of Karlsson 2020 (L647-664); every customer is generated.",
      [
        "Shaped like the company: 800 customers, two business lines, seven localities;",
        "only 100 have the facts that classification needs.",
      ].join(" "),
      "Reading R500: a potential employs 500, a key account 1 000; +1000 is reached with 1 000.",
      "Numbers that the source leaves open have illustrative values, which are made up as well.",
      "Working days are Monday to Friday without Finnish public holidays (date-holidays).",
    ],
    seed: SEED,
    read,
    findings: [],
    base,
    policy: READINGS[0]!.policy,
    context: { asOf: AS_OF, calendar: workingCalendarOf("FI", [2015, 2022]) },
    figures: {
      period: { calendar: "year" },
      cutBy: ["customerGroup"],
      targets: [],
      steadyWithin: 0.01,
      shownBySegment: ["owned"],
      madeUp: "everything",
    },
    sections: [readingSection(base), differenceSection()],
  };
}

/** The source contradicts itself about headcount: what each reading would mean. */
function readingSection(base: CustomerBase): Section {
  const counted = READINGS.map((each) => {
    const compiled = compiledOf(each.policy);
    const { data, dictionary } = classifyAccounts(base, compiled, { asOf: AS_OF });
    const counts = dictionary.map((_, code) => data.filter((label) => label === code).length);
    return { ...each, dictionary, counts };
  });
  const labels = counted[0]!.dictionary.filter((_, code) => {
    return counted.some(({ counts }) => counts[code]! > 0);
  });
  const columns = [
    { title: "reading" },
    { title: "+1000 is" },
    ...labels.map((title) => ({ title, align: "right" }) as const),
    { title: "share", align: "right" } as const,
  ];
  const rows = counted.map(({ reading, bound, dictionary, counts }) => {
    const count = (label: string): number => counts[dictionary.indexOf(label)] ?? 0;
    const outside = count("unclassified") + count("undecided");
    const share = (100 * (base.accounts.length - outside)) / base.accounts.length;
    return [reading, bound, ...labels.map((label) => `${count(label)}`), `${share.toFixed(1)} %`];
  });
  return {
    heading: "What the readings of the source mean",
    blocks: [table(columns, rows), note("Share: accounts that are in one of the four groups.")],
  };
}

/** Whether it matters which reading a company takes: without looking at any customer. */
function differenceSection(): Section {
  const [first, ...others] = READINGS;
  const items = others.map(({ reading, bound, policy: other }) => {
    const policies = { before: compiledOf(first!.policy), after: compiledOf(other) };
    const { answer } = findDifference(policies, { asOf: AS_OF });
    const name = `${reading}, ${bound} 1 000`;
    if (answer.kind !== "differ") return `${name}: ${answer.kind}`;
    const facts = Object.entries(answer.witness).map(([field, value]) => {
      return `${factName(field, other)} ${value === null ? "none" : tellValue(value, "en")}`;
    });
    const [before, after] = [answer.before.join(" or "), answer.after.join(" or ")];
    return `${name}: ${before} becomes ${after} for ${facts.join("; ")}`;
  });
  return {
    heading: "An account that R500, at least 1 000, sees otherwise",
    blocks: [list(items), note("Found in the rules themselves, whatever the customers are.")],
  };
}

function compiledOf(written: CarePolicy): CompiledPolicy {
  return orThrow(compilePolicy(written));
}

/** The policy with the illustrative values of what the source leaves open. */
function filled(open: CarePolicy): CarePolicy {
  return orThrow(withParameters(open, growthCompany2020.illustrativeValues));
}
