import fc from "fast-check";
import { it } from "vitest";
import { compilePolicy, decideCare } from "../../src/policy/index.js";
import { orThrow } from "../../src/shapes/index.js";
import { daysBetween } from "../../src/time/index.js";
import { calendar } from "../policy/sample-policy.js";
import { someDays, somePolicies, someRecords } from "../policy/some-policies.js";
it("stat", () => {
  const b: Record<string, number> = {};
  fc.assert(fc.property(somePolicies, someRecords, someDays, (p, r, asOf) => {
    const c = orThrow(compilePolicy(p));
    const d = decideCare(r, c, { asOf, calendar });
    const n = d.validUntilDate === undefined ? "none" : String(Math.min(10, Math.ceil(Math.log2(daysBetween(asOf, d.validUntilDate)))));
    b[n] = (b[n] ?? 0) + 1;
    b[`seg ${d.segment.value.kind}`] = (b[`seg ${d.segment.value.kind}`] ?? 0) + 1;
    b[`duties ${d.duties.value.kind === "duties" ? Math.min(2, d.duties.value.duties.length) : "u"}`] = (b[`duties ${d.duties.value.kind === "duties" ? Math.min(2, d.duties.value.duties.length) : "u"}`] ?? 0) + 1;
  }), { numRuns: 1000 });
  console.log(JSON.stringify(b));
});
