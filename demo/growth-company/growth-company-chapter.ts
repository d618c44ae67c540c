import { type CivilDate, type CustomerBase, classifyAccounts, compilePolicy, orThrow } from "hoito";
import type { ChapterSource } from "../chapter.js";
import { type GrowthCompanyOptions, growthCompanyPolicy } from "../policies/growth-company.js";
import { workingCalendarOf } from "../public-holidays.js";
import { note, type Section, table } from "../report/section.js";
import { generateCompany } from "./generate-company.js";

const AS_OF: CivilDate = "2020-11-30";
const SEED = 20201130;

const READINGS: readonly GrowthCompanyOptions[] = [
  { reading: "R500", headcountBound: "atLeast" },
  { reading: "R500", headcountBound: "moreThan" },
  { reading: "R1000", headcountBound: "atLeast" },
  { reading: "R1000", headcountBound: "moreThan" },
];

/** A company's four customer groups, word for word, on a base shaped like that company. */
export function growthCompanyChapter(): ChapterSource {
  const base = generateCompany({ asOf: AS_OF, seed: SEED });
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
      "Working days are Monday to Friday without Finnish public holidays (date-holidays).",
    ],
    seed: SEED,
    read,
    findings: [],
    base,
    policy: growthCompanyPolicy(READINGS[0]!),
    context: { asOf: AS_OF, calendar: workingCalendarOf("FI", [2015, 2022]) },
    figures: {
      period: { calendar: "year" },
      cutBy: ["customerGroup"],
      targets: [],
      steadyWithin: 0.01,
      shownBySegment: ["owned"],
      madeUp: "everything",
    },
    sections: [readingSection(base)],
  };
}

/** The source contradicts itself about headcount: what each reading would mean. */
function readingSection(base: CustomerBase): Section {
  const counted = READINGS.map((options) => {
    const compiled = orThrow(compilePolicy(growthCompanyPolicy(options)));
    const { data, dictionary } = classifyAccounts(base, compiled, { asOf: AS_OF });
    const counts = dictionary.map((_, code) => data.filter((each) => each === code).length);
    return { ...options, dictionary, counts };
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
  const rows = counted.map(({ reading, headcountBound, dictionary, counts }) => {
    const count = (label: string): number => counts[dictionary.indexOf(label)] ?? 0;
    const outside = count("unclassified") + count("undecided");
    const share = (100 * (base.accounts.length - outside)) / base.accounts.length;
    const bound = headcountBound === "atLeast" ? "at least" : "more than";
    return [reading, bound, ...labels.map((label) => `${count(label)}`), `${share.toFixed(1)} %`];
  });
  return {
    heading: "What the readings of the source mean",
    blocks: [table(columns, rows), note("Share: accounts that are in one of the four groups.")],
  };
}
