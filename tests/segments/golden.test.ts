import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ask } from "./ask-classifiers.js";

interface Golden {
  readonly description: string;
  readonly given: {
    readonly segments: object;
    readonly fields?: object;
    readonly parameters?: object;
    readonly measures?: object;
    readonly accounts: readonly object[];
  };
  readonly expected: readonly string[];
  /** The policies and exit actions of each label, where the case is about them. */
  readonly does?: Readonly<Record<string, unknown>>;
}

const folder = new URL("../golden/segments/classifiers/", import.meta.url);
const cases = readdirSync(folder)
  .filter((file) => file.endsWith(".json"))
  .sort()
  .flatMap((file) => {
    return JSON.parse(readFileSync(new URL(file, folder), "utf8")) as readonly Golden[];
  });

describe("worked cases of the sources", () => {
  it.each(cases)("$description", ({ given, expected, does = {} }) => {
    const { segments, fields = {}, parameters = {}, measures = {}, accounts } = given;
    const asked = ask(segments, accounts, { fields, parameters, measures });
    expect(asked.labels()).toEqual(expected);
    const { labels } = [...asked.compiled.classifiers.values()].at(-1)!;
    for (const [label, told] of Object.entries(does)) {
      const { policies, exitActions } = labels.get(label)!;
      expect({ policies, exitActions }).toEqual({
        policies: undefined,
        exitActions: undefined,
        ...(told as object),
      });
    }
  });

  it("are there", () => {
    expect(cases.length).toBeGreaterThan(10);
  });
});
