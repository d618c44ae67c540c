import { describe, expect, it } from "vitest";
import { compileChapter, models } from "./compile-chapter.js";

function faultsWith(change: object, model: object = models.deep): readonly string[] {
  return compileChapter({ models: { ...models, deep: { ...model, ...change } } }).faults;
}

const contact = {
  quantity: "byCadence",
  content: ["needs of all lines"],
  quality: ["measurable", "timely", "tailored"],
  goals: ["a second line"],
  twoWay: true,
};

describe("CARE-03 quantity, content and quality of contact are all stated", () => {
  const at = "care.models.deep.contact";

  it.each<[object, string[]]>([
    [{ title: "a", note: "b", source: "c" }, []],
    [{ quantity: { perYear: 10 } }, []],
    [{ quantity: { perYear: 0 } }, []],
    [{ quantity: undefined }, [`contact-not-stated at ${at}.quantity`]],
    [{ quantity: "byCadense" }, [`unknown-value at ${at}.quantity`]],
    [{ quantity: { perYear: -1 } }, [`out-of-range at ${at}.quantity.perYear`]],
    [{ quantity: { perYear: 0.5 } }, [`out-of-range at ${at}.quantity.perYear`]],
    [
      { quantity: { perMonth: 1 } },
      [`unknown-property at ${at}.quantity.perMonth`, `out-of-range at ${at}.quantity.perYear`],
    ],
    [{ content: undefined }, [`contact-not-stated at ${at}.content`]],
    [{ content: [] }, [`contact-not-stated at ${at}.content`]],
    [{ content: [""] }, [`missing-property at ${at}.content[0]`]],
    [{ quality: undefined }, [`contact-not-stated at ${at}.quality`]],
    [{ quality: [] }, [`contact-not-stated at ${at}.quality`]],
    [{ qualitty: [] }, [`unknown-property at ${at}.qualitty`]],
  ])("CARE-03 %j: %j", (change, expected) => {
    expect(faultsWith({ contact: { ...contact, ...change } })).toEqual(expected);
  });

  it("CARE-03 goals are preset before the contact", () => {
    expect(faultsWith({ contact: { ...contact, goals: [] } })).toEqual([
      `contact-not-stated at ${at}.goals`,
    ]);
    expect(faultsWith({ contact: { ...contact, goals: undefined } })).toEqual([
      `contact-not-stated at ${at}.goals`,
    ]);
  });

  it("CARE-03 contact goes both ways: one way is warned about, silence is refused", () => {
    const one = compileChapter({
      models: { ...models, deep: { ...models.deep, contact: { ...contact, twoWay: false } } },
    });
    expect(one.findings).toMatchObject([
      { code: "one-way-contact", severity: "warning", path: `${at}.twoWay` },
    ]);
    const { twoWay: _, ...silent } = contact;
    expect(faultsWith({ contact: silent })).toEqual([`contact-not-stated at ${at}.twoWay`]);
  });

  it("CARE-03 a quantity by cadence needs a cadence", () => {
    const none = { ...models.deep, cadences: "none" };
    expect(faultsWith({ contact }, none)).toEqual([`quantity-without-cadence at ${at}.quantity`]);
    expect(faultsWith({ contact: { ...contact, quantity: { perYear: 2 } } }, none)).toEqual([]);
  });
});

describe("CARE-04 the four choices of service, and adapted processes", () => {
  const at = "care.models.deep.choices";
  const choices = {
    salesModel: "faceToFace",
    offering: "tailored",
    services: ["express delivery"],
    price: "volumeDiscount",
  };

  it.each<[object, string[]]>([
    [{}, []],
    [{ adaptedProcesses: ["ordering"], title: "a" }, []],
    [{ salesModel: undefined }, [`missing-property at ${at}.salesModel`]],
    [{ salesModel: " " }, [`missing-property at ${at}.salesModel`]],
    [{ offering: undefined }, [`missing-property at ${at}.offering`]],
    [{ services: undefined }, [`missing-property at ${at}.services`]],
    [{ services: [] }, [`empty-list at ${at}.services`]],
    [{ price: undefined }, [`missing-property at ${at}.price`]],
    [{ price: 5 }, [`missing-property at ${at}.price`]],
    [{ adaptedProcesses: [] }, [`empty-list at ${at}.adaptedProcesses`]],
    [{ prise: "list" }, [`unknown-property at ${at}.prise`]],
  ])("CARE-04 %j: %j", (change, expected) => {
    expect(faultsWith({ choices: { ...choices, ...change } })).toEqual(expected);
  });
});

describe("SEG-24 what a care model does about accounts that are not wanted", () => {
  const at = "care.models.deep.exitActions";

  it.each<[unknown, string[]]>([
    [["raisePrices", "reorganiseContact", "selfService"], []],
    [["raisePrises"], [`unknown-value at ${at}[0]`]],
    [[], [`empty-list at ${at}`]],
  ])("SEG-24 %j: %j", (exitActions, expected) => {
    expect(faultsWith({ exitActions })).toEqual(expected);
  });
});

describe("CARE-07 what an account weighs for its owner", () => {
  const at = "care.models.deep.effort";

  it.each<[object, string[]]>([
    [{ weight: 1, minutesPerYear: 0 }, []],
    [{ weight: 0, minutesPerYear: 0 }, [`out-of-range at ${at}.weight`]],
    [{ weight: 1.5, minutesPerYear: 60 }, [`out-of-range at ${at}.weight`]],
    [{ weight: 1, minutesPerYear: -1 }, [`out-of-range at ${at}.minutesPerYear`]],
    [{ weight: 1 }, [`out-of-range at ${at}.minutesPerYear`]],
    [{ weight: 1, minutesPerYear: 5, hours: 1 }, [`unknown-property at ${at}.hours`]],
  ])("CARE-07 %j: %j", (effort, expected) => {
    expect(faultsWith({ effort })).toEqual(expected);
  });
});
