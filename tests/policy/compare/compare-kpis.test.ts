import { describe, expect, it } from "vitest";
import { compareKpis } from "../../../src/policy/index.js";
import { compiledWith } from "./two-policies.js";

const gained = { figure: "newCustomers", version: "1" };
const kept = { figure: "retention", version: "1", with: { base: "opening" } };
const compare = (before: object, after: object) =>
  compareKpis({ before: compiledWith(before), after: compiledWith(after) });

describe("POL-04 figures that change definition", () => {
  it("POL-04 tells figures that are new, gone and unchanged", () => {
    const { unchanged, changes, findings } = compare(
      { kpis: { gained, old: gained } },
      { kpis: { kept, gained } },
    );
    expect(unchanged).toBe(1);
    expect(changes).toEqual([
      { kind: "added", kpi: "kept", after: kept },
      { kind: "removed", kpi: "old", before: gained },
    ]);
    expect(findings).toEqual([]);
  });

  it("POL-04 tells which part of a definition is another, and whether boards still compare", () => {
    const owned = { ...kept, owner: "Sales", title: "Kept" };
    expect(compare({ kpis: { kept } }, { kpis: { kept: owned } }).changes).toEqual([
      {
        kind: "changed",
        kpi: "kept",
        properties: ["owner", "title"],
        isCountedOtherwise: false,
        isComparable: true,
        before: kept,
        after: owned,
      },
    ]);
    const counted = { ...kept, version: "2", with: { base: "average" } };
    const { changes, findings } = compare({ kpis: { kept } }, { kpis: { kept: counted } });
    expect(changes[0]).toMatchObject({
      properties: ["version", "with"],
      isCountedOtherwise: true,
      isComparable: false,
    });
    expect(findings).toEqual([]);
    const renumbered = { ...kept, version: "2" };
    expect(compare({ kpis: { kept } }, { kpis: { kept: renumbered } }).changes[0]).toMatchObject({
      properties: ["version"],
      isCountedOtherwise: false,
      isComparable: false,
    });
  });

  it("warns where a figure is counted otherwise and kept its version", () => {
    const counted = { ...kept, with: { base: "average" } };
    const { findings } = compare({ kpis: { kept } }, { kpis: { kept: counted } });
    expect(findings).toEqual([
      {
        code: "other-conventions",
        severity: "warning",
        path: "kpis.kept.version",
        message: "`kept` is counted otherwise, and its version is still `1`",
      },
    ]);
  });

  it("notices a parameter that a definition reads", () => {
    const kpis = { kept: { ...kept, with: { base: { parameter: "base" } } } };
    const { changes } = compare(
      { kpis, parameters: { largeFrom: 1000, base: "opening" } },
      { kpis, parameters: { largeFrom: 1000, base: "average" } },
    );
    expect(changes[0]).toMatchObject({ properties: [], isCountedOtherwise: true });
  });
});
