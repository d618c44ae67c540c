import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  type CarePolicy,
  checkCompleteness,
  checkReadiness,
  compilePolicy,
  type Finding,
  provePolicy,
} from "../../src/index.js";

const ASOF = "2018-03-28";
const text = readFileSync(new URL("../../docs/guides/fault-and-cure.md", import.meta.url), "utf8");
const [head = "", ...sections] = text.split(/^### /m);

function fencesOf(part: string): readonly unknown[] {
  return [...part.matchAll(/```json\n(.*?)```/gs)].map(([, json = ""]) => JSON.parse(json));
}

/** RFC 7396. */
function merged(target: unknown, patch: unknown): unknown {
  if (typeof patch !== "object" || patch === null || Array.isArray(patch)) return patch;
  const own = typeof target === "object" && target !== null && !Array.isArray(target) ? target : {};
  const result = new Map<string, unknown>(Object.entries(own));
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) result.delete(name);
    else result.set(name, merged(result.get(name), value));
  }
  return Object.fromEntries(result);
}

function findingsOf(policy: CarePolicy): readonly Finding[] {
  const compiled = compilePolicy(policy);
  const proved = compiled.ok ? provePolicy(compiled.value, { asOf: ASOF }).findings : [];
  return [...proved, ...checkReadiness(policy, { asOf: ASOF }), ...checkCompleteness(policy)];
}

const [base] = fencesOf(head);
const cases = sections.map((section) => {
  const code = /^`([a-z-]+)`/.exec(section)![1]!;
  const [fault, cure] = fencesOf(section).map((patch) => merged(base, patch) as CarePolicy);
  return { code, fault: fault!, cure: cure! };
});

describe("docs/guides/fault-and-cure.md", () => {
  it.each(cases)("RULE-08 POL-02 POL-03 $code is in the fault and not in the cure", (each) => {
    expect(findingsOf(each.fault).map(({ code }) => code)).toContain(each.code);
    expect(findingsOf(each.cure).map(({ code }) => code)).not.toContain(each.code);
    expect(compilePolicy(each.cure).ok).toBe(true);
  });

  it("the policy that all others are made from has none but those of readiness", () => {
    const left = findingsOf(base as CarePolicy).filter(
      ({ path }) => !path.startsWith("readiness."),
    );
    expect(left).toEqual([]);
  });

  it("every finding of proofs, readiness and completeness has its section", () => {
    const findings = readFileSync(new URL("../../docs/findings.md", import.meta.url), "utf8");
    const chapters = findings.split(/^## /m).filter((each) => /^(Proofs|Readiness)/.test(each));
    const codes = chapters.flatMap((each) =>
      [...each.matchAll(/^\| (`.*?`) \|/gm)].flatMap(([, cell = ""]) =>
        [...cell.matchAll(/`([a-z-]+)`/g)].map(([, code]) => code),
      ),
    );
    expect(codes.length).toBeGreaterThan(18);
    // What the compiler refuses and `checkCompleteness` tells as well.
    const refused = [
      ...["segment-without-care", "orphaned-care-model", "empty-list", "open-parameter"],
      ...["model-without-service-level", "contact-not-stated"],
      ...["plan-part-missing", "goal-without-metric"],
    ];
    const told = cases.map(({ code }) => code);
    expect(told).toEqual(expect.arrayContaining([...codes, ...refused]));
  });
});
