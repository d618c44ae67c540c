import { readdirSync, readFileSync } from "node:fs";
import { compileCalendar, compilePolicy, decideCare, orThrow } from "hoito";
import { tellReasons } from "hoito/sentences";
import { describe, expect, it } from "vitest";
import { STEP_PHRASES } from "../../src/sentences/step-phrases.js";
import { pilotPolicy } from "./pilot-policy.js";

const calendar = orThrow(
  compileCalendar({ from: "2017-01-01", until: "2019-01-01", weekend: ["saturday", "sunday"] }),
);
function decide(headcount: number): ReturnType<typeof decideCare> {
  const records = { account: { id: 1, headcount }, activities: [], ownerships: [] };
  const coverage = { activities: "complete", ownerships: "complete" } as const;
  const asked = { asOf: "2018-03-28", calendar } as const;
  return decideCare({ ...records, coverage }, orThrow(compilePolicy(pilotPolicy)), asked);
}

describe("tellReasons", () => {
  it("tells rules, what they rest on, and the default that follows", () => {
    expect(tellReasons(decide(600).segment.because, "en")).toEqual([
      "rule segments.group.rules[0] for large (many people): not met",
      "  all of these: not met",
      "    headcount is 600, not at least 1,000 (400 short)",
      "    not this: not known",
      "      veryFastGrowth is not known: it is missing",
      "no rule is met, and the default is small",
    ]);
  });

  it.each([
    ["en", "segment small is cared for as light", "ownership by the mode team, named none"],
    [
      "fi",
      "segmenttiä small hoidetaan mallilla light",
      "omistajuus tavalla team, nimetty ei mitään",
    ],
  ] as const)("tells the care, the owner and the duties in %s", (language, care, ownership) => {
    const { careModel, owner, duties } = decide(600);
    expect(tellReasons(careModel.because, language)).toEqual([care]);
    expect(tellReasons(owner.because, language)).toEqual([ownership]);
    if (duties.value.kind !== "duties") throw new Error("there are duties");
    const told = duties.value.duties.map((duty) => tellReasons(duty.because, language));
    expect(told).toHaveLength(2);
    const quota = {
      en: "0 held and 0 planned in 2018",
      fi: "pidetty 0 ja suunniteltu 0 jaksolla 2018",
    };
    for (const lines of told) expect(lines[0]).toContain(quota[language]);
  });

  it("adds the details that a phrase leaves out", () => {
    const details = { points: 3, week: "2018-W05", cause: "event" };
    const step = {
      kind: "step",
      step: "award",
      path: "campaigns.spring",
      details,
      of: [],
    } as const;
    expect(tellReasons([step], "en")).toEqual(["3 points in week 2018-W05 (cause event)"]);
  });

  it.each(["constructor", "notAStep"])(
    "tells %s, for which there is no phrase, by its name",
    (step) => {
      const reason = {
        kind: "step",
        step,
        path: "care.x",
        details: { days: 1200 },
        of: [],
      } as const;
      expect(tellReasons([reason], "en")).toEqual([`${step}, care.x (days 1,200)`]);
    },
  );

  it("tells a step by its name where a detail of its phrase is not there", () => {
    const reason = { kind: "step", step: "weightedScore", path: "x", details: {}, of: [] } as const;
    expect(tellReasons([reason], "fi")).toEqual(["weightedScore, x"]);
  });

  it("says that an unknown rule counts as not met, and names a group by its title", () => {
    const group = { kind: "any", verdict: "unknown", title: "reach", of: [] } as const;
    const rule = {
      kind: "rule",
      rule: "r",
      outcome: "a",
      takenAsNotMet: true,
      of: [group],
    } as const;
    expect(tellReasons([{ ...rule, verdict: "unknown" }], "en")).toEqual([
      "rule r for a: not known, which counts as not met",
      "  any of these (reach): not known",
    ]);
    expect(tellReasons([{ ...rule, verdict: "met" }], "fi")).toEqual([
      "sääntö r, tulos a: täyttyy, tulkitaan ettei täyty",
      "  jokin näistä (reach): ei tiedossa",
    ]);
  });
});

describe("the phrases of steps", () => {
  const details = (phrase: string): readonly string[] => (phrase.match(/\{\w+\}/g) ?? []).sort();

  it("are the same in both languages, with the same details", () => {
    expect(Object.keys(STEP_PHRASES.fi)).toEqual(Object.keys(STEP_PHRASES.en));
    for (const [step, phrase] of Object.entries(STEP_PHRASES.en)) {
      expect([step, details(STEP_PHRASES.fi[step]!)]).toEqual([step, details(phrase)]);
    }
  });

  it("cover every step that the sources name", () => {
    const source = new URL("../../src/", import.meta.url);
    const files = readdirSync(source, { recursive: true, encoding: "utf8" });
    const text = files
      .filter((file) => file.endsWith(".ts"))
      .map((file) => readFileSync(new URL(file, source), "utf8").replaceAll(/^ *\*.*$/gm, ""))
      .join("\n");
    const named = [...text.matchAll(/kind: "step"(?: as const)?,\s+step: "(\w+)"/g)].map(
      ([, step]) => step!,
    );
    expect(named.length).toBeGreaterThan(20);
    expect([...new Set(named)].filter((step) => !Object.hasOwn(STEP_PHRASES.en, step))).toEqual([]);
  });
});
