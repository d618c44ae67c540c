import { compileCalendar, compilePolicy, decideCare, orThrow } from "hoito";
import { tellMissing } from "hoito/sentences";
import { expect, it } from "vitest";
import { pilotPolicy } from "./pilot-policy.js";

const span = { from: "2017-01-01", until: "2019-01-01" } as const;
const calendar = orThrow(compileCalendar({ ...span, weekend: ["saturday", "sunday"] }));

it("tells why a duty is undecided, of which no reason speaks", () => {
  const records = { account: { id: 1, headcount: 5 }, coverage: {} };
  const compiled = orThrow(compilePolicy(pilotPolicy));
  const { duties } = decideCare(records, compiled, { asOf: "2018-06-01", calendar });
  const [visit] = duties.value.kind === "duties" ? duties.value.duties : [];
  expect(visit?.because).toEqual([]);
  expect(tellMissing(visit!.missing, "en")).toEqual([
    "activities is not known: such records are not supplied.",
  ]);
});

it("tells nothing of nothing, and several facts in their order", () => {
  expect(tellMissing([], "en")).toEqual([]);
  const missing = [
    { path: "headcount", why: "illTyped" },
    { path: "revenue", why: "otherCurrency" },
  ] as const;
  expect(tellMissing(missing, "fi")).toEqual([
    "headcount: ei tiedossa, tieto on väärää lajia.",
    "revenue: ei tiedossa, summa on toisessa valuutassa.",
  ]);
});
