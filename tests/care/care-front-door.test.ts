import { describe, expect, it } from "vitest";
import { redact } from "../../src/care/index.js";
import { care, careOn, exception, faultsOf } from "./ask-care.js";

const eur = (amount: string) => ({ amount, currency: "EUR" });
const { personal, light } = care.models;
const path = {
  from: "light",
  climbs: "stepByStep",
  steps: [{ to: "named", when: { field: "serviceBreadth", atLeast: 5 } }],
};
const withPath = { models: { ...care.models, named: personal }, paths: { up: path } };
const asOf = "2018-05-15";

describe("CARE-06 by the front door", () => {
  it("CARE-06 an account that moves on gets the owner and the duties of the model it comes to", () => {
    const team = careOn(asOf, { id: "A", headcount: 50, serviceBreadth: 4 }, withPath);
    expect(team.careModel.value).toEqual({ kind: "model", model: "light" });
    expect(team.owner.value).toEqual({ kind: "notNeeded" });
    const named = careOn(asOf, { id: "A", headcount: 50, serviceBreadth: 5 }, withPath);
    expect(named.careModel.value).toEqual({ kind: "model", model: "named" });
    expect(named.careModel.because).toMatchObject([
      { step: "careBySegment", details: { model: "light" } },
      { step: "carePath", details: { from: "light", to: ["named"] } },
    ]);
    expect(named.owner.value).toMatchObject({ kind: "lacking" });
    expect(named.duties.value).toMatchObject({ duties: [{ cadence: "visits" }] });
  });

  it("CARE-06 what is missing reaches the answer", () => {
    const { careModel, owner } = careOn(asOf, { id: "A", headcount: 50 }, withPath);
    expect(careModel.value).toEqual({ kind: "undecided", candidates: ["light", "named"] });
    expect(owner.missing).toEqual([{ path: "serviceBreadth", why: "missing" }]);
  });

  it("CARE-06 an exception is stronger than a path", () => {
    const changed = { ...withPath, exceptions: [exception({ model: "light" })] };
    const { careModel } = careOn(asOf, { id: "A", headcount: 50, serviceBreadth: 5 }, changed);
    expect(careModel.value).toEqual({ kind: "model", model: "light" });
  });

  it("CARE-06 the answer holds until a step could come out otherwise", () => {
    const since = {
      field: "relationshipStart",
      onOrBefore: { asOfMinus: { months: 12 } },
    };
    const changed = {
      ...withPath,
      paths: { up: { ...path, steps: [{ to: "named", when: since }] } },
    };
    const account = { id: "A", headcount: 50, relationshipStart: "2017-06-01" } as const;
    expect(careOn("2018-05-31", account, changed)).toMatchObject({
      careModel: { value: { model: "light" } },
      validUntilDate: "2018-06-01",
    });
    expect(careOn("2018-06-01", account, changed).careModel.value).toMatchObject({
      model: "named",
    });
  });

  it("CARE-06 the limit as a parameter of the policy: exceeding counts, not reaching", () => {
    const limited = { field: "contractValue", moreThan: eur("20000.00") };
    const steps = [{ to: "named", when: limited }];
    expect(faultsOf({ ...withPath, paths: { up: { ...path, steps } } })).toEqual([
      "currency-missing at currency",
    ]);
  });
});

describe("CARE-11 by the front door", () => {
  it("CARE-11 the view of a real decision holds the windows and nothing else of the policy", () => {
    const account = { id: "A", headcount: 1000, names: [{ name: "Aalto Oy", kind: "official" }] };
    const decision = careOn(asOf, account as { id: string; headcount: number });
    expect(redact(decision, { customer: "A" })).toEqual({
      account: { id: "A", names: [{ name: "Aalto Oy" }] },
      duties: {
        value: {
          duties: [
            {
              value: {
                window: { earliest: "2018-05-15", ideal: "2018-05-15", latest: "2018-05-15" },
              },
            },
          ],
        },
      },
    });
    expect(redact(decision, { customer: "B" })).toBeNull();
    expect(light.significance).toBe(2);
  });
});
