import { describe, expect, it } from "vitest";
import type { Cadence } from "../../src/cadence/index.js";
import type { CivilDate } from "../../src/time/index.js";
import { dutiesOn, dutyOn, held, statusesOf } from "./ask-duties.js";

const halfYearly = {
  method: "quota",
  atLeast: 1,
  per: "half",
  counting: "held",
  spread: "anyTime",
  roll: "next",
} as const;

const cadences: Readonly<Record<string, Cadence>> = {
  contact: { ...halfYearly, counts: { field: "kind", isOneOf: ["visit", "call"] } },
  needsSurvey: {
    ...halfYearly,
    title: "Survey of needs",
    effortMinutes: 90,
    counts: { field: "kind", equals: "needsAssessment" },
    perBusinessLine: true,
  },
};
const businessLines = ["recruitingTraining", "reEmployment"];

function survey(heldOn: CivilDate, businessLine?: string) {
  const line = businessLine === undefined ? {} : { businessLine };
  return held(heldOn, { kind: "needsAssessment", ...line });
}

describe("CAD-03 contact every half-year, and a survey of needs over all business lines", () => {
  it("CAD-03 one contact for the account, one survey for each line", () => {
    const duties = dutiesOn(cadences, { asOf: "2018-05-15", businessLines });
    expect(statusesOf(duties)).toEqual({
      "A|contact|2018-H1#1": "due",
      "A|needsSurvey|reEmployment|2018-H1#1": "due",
      "A|needsSurvey|recruitingTraining|2018-H1#1": "due",
    });
    expect(duties[1]).toMatchObject({
      accountId: "A",
      cadence: "needsSurvey",
      businessLine: "reEmployment",
      title: "Survey of needs",
      significance: 1,
      effortMinutes: 90,
    });
    expect(duties[0]).not.toHaveProperty("businessLine");
    expect(duties[0]).not.toHaveProperty("title");
    expect(duties[0]).not.toHaveProperty("effortMinutes");
  });

  it("CAD-03 a survey fulfils the duty of its own line, for its own half-year", () => {
    const activities = [survey("2018-05-02", "reEmployment"), held("2018-02-01")];
    const on = (asOf: CivilDate) =>
      statusesOf(dutiesOn(cadences, { asOf, businessLines, activities }));
    expect(on("2018-06-30")).toEqual({
      "A|needsSurvey|recruitingTraining|2018-H1#1": "due",
      "A|contact|2018-H1": "fulfilled",
      "A|needsSurvey|reEmployment|2018-H1": "fulfilled",
    });
    expect(on("2018-07-01")).toEqual({
      "A|contact|2018-H2#1": "ok",
      "A|needsSurvey|recruitingTraining|2018-H2#1": "ok",
      "A|needsSurvey|reEmployment|2018-H2#1": "ok",
    });
  });

  it("CAD-03 a survey without a line leaves undecided every line that has none of its own", () => {
    const only = { needsSurvey: cadences["needsSurvey"]! };
    const activities = [survey("2018-05-02"), survey("2018-05-03", "reEmployment")];
    const question = { asOf: "2018-06-30", businessLines, activities } as const;
    const [open, done] = dutiesOn(only, question);
    expect(open!.value.status).toBe("undecided");
    expect(open!.missing).toEqual([{ path: "activities.businessLine", why: "missing" }]);
    expect(done!.value.status).toBe("fulfilled");
    const accepted = { needsSurvey: { ...only.needsSurvey, whenUnknown: "notMet" } } as const;
    expect(dutiesOn(accepted, question).map(({ value }) => value.status)).toEqual([
      "due",
      "fulfilled",
    ]);
  });

  it("CAD-03 an activity of no survey never matters, with a line or without", () => {
    const only = { needsSurvey: cadences["needsSurvey"]! };
    const activities = [held("2018-05-02"), held("2018-05-02", { businessLine: "reEmployment" })];
    const duties = dutiesOn(only, { asOf: "2018-05-15", businessLines, activities });
    expect(duties.map(({ value }) => value.status)).toEqual(["due", "due"]);
  });

  it("CAD-03 a line that is named twice has one duty", () => {
    const only = { needsSurvey: cadences["needsSurvey"]! };
    const lines = ["reEmployment", "reEmployment"];
    expect(dutiesOn(only, { asOf: "2018-05-15", businessLines: lines })).toHaveLength(1);
  });

  it("CAD-03 without perBusinessLine an activity of any line counts, and of none", () => {
    const contact = cadences["contact"]!;
    for (const rest of [{ businessLine: "reEmployment" }, { businessLine: "gardening" }, {}]) {
      const question = {
        asOf: "2018-06-30",
        businessLines,
        activities: [held("2018-02-01", rest)],
      };
      expect(dutyOn(contact, question as never).value.status).toBe("fulfilled");
    }
  });
});
