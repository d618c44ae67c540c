import { compilePolicy, fitPolicy, HoitoError, orThrow, withFit } from "hoito";
import { extendLedger, type Ledger, standingsOf } from "hoito/campaigns";
import { compileKpis, computeBoard } from "hoito/kpis";
import { parseLedger, parsePolicy } from "hoito/schemas";
import { describe, expect, it } from "vitest";
import { earning, logged, opened, pointsOf, SETTLED, STATUS, visit } from "../campaigns/spring.js";
import { smallPolicy } from "../schemas/small-policy.js";
import { namedPolicy } from "./named-policy.js";
import { seeds } from "./seed-policies.js";

/** What reading and compiling a document find, as `path: code`. */
function findingsOf(document: unknown): readonly string[] {
  const parsed = parsePolicy(document);
  const result = parsed.ok ? compilePolicy(parsed.value) : parsed;
  return result.findings.map(({ path, code }) => `${path}: ${code}`);
}

describe("POL-07 what fuzzing has found is named where it is", () => {
  it("POL-07 people named for nothing", () => {
    const { care } = smallPolicy;
    const light = { ...care.models["light"], ownership: { mode: "named" } };
    const document = { ...smallPolicy, care: { ...care, models: { ...care.models, light } } };
    expect(findingsOf(document)).toEqual(["care.models.light.ownership.per: missing-property"]);
  });

  it("POL-07 a campaign without its cut-off, or with one that is none", () => {
    const { policy } = seeds.find(({ name }) => name === "b2bSales2018")!;
    const [name, campaign] = Object.entries(policy.campaigns!)[0]!;
    for (const cutOff of [undefined, null, "2018-04-06"]) {
      const { cutOff: _, ...rest } = campaign.life;
      const life = cutOff === undefined ? rest : { ...rest, cutOff };
      const campaigns = { [name]: { ...campaign, life } };
      expect(findingsOf({ ...policy, campaigns })).toContain(
        `campaigns.${name}.life.cutOff: missing-property`,
      );
    }
  });
});

describe("POL-07 names that every object inherits", () => {
  const names = {
    field: "storeCount",
    parameter: "few",
    measure: "revenue",
    classifier: "constructor",
    label: "key",
    model: "personal",
    cadence: "visit",
    kpi: "classified",
  };
  const asOf = "2018-06-30";
  const context = { asOf, period: "always" } as const;

  it("POL-07 a column of labels that nobody supplied is not supplied, whatever it is called", () => {
    const compiled = orThrow(compilePolicy(namedPolicy(names)));
    const board = computeBoard({ accounts: [{ id: "A" }], coverage: {} }, compiled.kpis, context);
    expect(board.rows[0]?.figure.excluded).toEqual([{ reason: "notSupplied", count: 1 }]);
  });

  it("POL-07 a movement between columns that nobody supplied is not counted", () => {
    const order = ["key", "rest"];
    const how = { before: "valueOf", now: "toString", order, moved: "either" } as const;
    const kpis = compileKpis({ moved: { figure: "movement", version: "1", with: how } });
    const board = computeBoard({ accounts: [{ id: "A" }], coverage: {} }, orThrow(kpis), context);
    expect(board.rows[0]?.figure.excluded).toEqual([{ reason: "notSupplied", count: 1 }]);
  });

  it("POL-07 a field of the host's own that an account lacks is missing, whatever it is called", () => {
    const how = { fields: ["own.constructor", "own.toString"], per: "field" } as const;
    const kpis = { complete: { figure: "accountDataComplete", version: "1", with: how } };
    const accounts = [{ id: "A", own: { toString: "Kone" } as never }, { id: "B" }];
    const board = computeBoard({ accounts, coverage: {} }, orThrow(compileKpis(kpis)), context);
    expect(board.rows[0]?.figure.numerator).toBe(1);
    expect(board.rows[0]?.figure.denominator).toBe(4);
  });

  it("POL-07 a fit without a classifier says nothing of it, whatever it is called", () => {
    const policy = namedPolicy({ ...names, classifier: "toString" });
    const { byMeasure, toString: own } = policy.segments as Readonly<Record<string, never>>;
    const segments = { ...policy.segments, valueOf: byMeasure! };
    expect(own).toBeDefined();
    const compiled = orThrow(compilePolicy({ ...policy, segments }));
    const { fit } = fitPolicy({ accounts: [], coverage: {} }, compiled, { asOf });
    const fitted = orThrow(withFit(compiled, { ...fit!, classifiers: {} }));
    const classifier = fitted.classifiers.get("valueOf");
    expect(classifier?.method === "abc" && classifier.fit).toBe(undefined);
  });
});

describe("POL-07 a stored ledger whose hash is right and whose pages are not", () => {
  const open = opened(earning({ status: STATUS }));
  const { ledger } = pointsOf([logged(visit(1, "a", "2018-01-17"))], open);
  const [page, ...others] = ledger.members;
  const at = SETTLED;

  it.each<[string, Partial<Ledger>, string]>([
    ["a member left out", { members: others }, "members"],
    ["a member twice", { members: [page!, page!, ...others.slice(1)] }, "members"],
    ["a member unknown", { members: [{ ...page!, memberId: "nobody" }, ...others] }, "members"],
    [
      "a week left out",
      { members: [{ ...page!, weeks: page!.weeks.slice(1) }, ...others] },
      "members[0].weeks",
    ],
    [
      "weeks in another order",
      { members: [{ ...page!, weeks: page!.weeks.toReversed() }, ...others] },
      "members[0].weeks",
    ],
    ["a history of nothing", { members: [{ ...page!, elsewhere: [[]] }, ...others] }, "members[0]"],
  ])("POL-07 %s is a malformed ledger", (_, change, path) => {
    const tampered: Ledger = { ...ledger, ...change };
    for (const ask of [
      () => extendLedger(tampered, [], open, { at }),
      () => standingsOf(tampered, open, { at }),
    ]) {
      expect(ask).toThrow(HoitoError);
      expect(ask).toThrow(expect.objectContaining({ code: "malformed-ledger", path }));
    }
  });

  it("POL-07 an honest one is read as ever", () => {
    const read = orThrow(parseLedger(JSON.stringify(ledger)));
    expect(extendLedger(read, [], open, { at })).toEqual(ledger);
  });
});
