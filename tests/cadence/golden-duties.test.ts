import { describe, expect, it } from "vitest";
import type { Cadence } from "../../src/cadence/index.js";
import type { Activity, RecordLists } from "../../src/facts/index.js";
import type { CivilDate } from "../../src/time/index.js";
import golden from "../golden/cadence/duties.json" with { type: "json" };
import { aheadOn, dutiesOn, type Question } from "./ask-duties.js";

interface Case {
  readonly description: string;
  readonly source: string;
  readonly cadence: Cadence;
  readonly given: RecordLists & {
    readonly activities: readonly Activity[];
    readonly businessLines?: readonly string[];
  };
  readonly asOf: CivilDate;
  readonly until?: CivilDate;
  readonly expected: Readonly<Record<string, string>>;
}

describe("what the sources ask for", () => {
  it.each(golden as unknown as readonly Case[])("$source: $description", (each) => {
    const { cadence, given, asOf, until, expected } = each;
    const { activities, businessLines, ...records } = given;
    const lines = businessLines === undefined ? {} : { businessLines };
    const question: Question = { asOf, activities, records, ...lines };
    const found =
      until === undefined
        ? dutiesOn({ c: cadence }, question)
        : aheadOn({ c: cadence }, { ...question, until }).duties;
    const statuses = found.map(({ id, value }) => [id, value.status]);
    expect(Object.fromEntries(statuses)).toEqual(expected);
    expect(found).toHaveLength(Object.keys(expected).length);
  });
});
