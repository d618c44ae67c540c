import { describe, expect, it } from "vitest";
import {
  compareService,
  type ServiceGiven,
  type ServiceLevel,
  serviceLevelsOf,
} from "../../src/care/index.js";
import { compileChapter, models } from "./compile-chapter.js";

const basic: ServiceLevel = {
  extent: "light",
  responseHours: 48,
  priority: 3,
  channels: ["web"],
  includes: ["help desk"],
  excludes: ["training"],
};
const best: ServiceLevel = {
  extent: "deep",
  responseHours: 4,
  priority: 1,
  channels: ["web", "visit"],
  includes: ["help desk", "training"],
  excludes: [],
};
const leveled = {
  deep: { ...models.deep, serviceLevel: "best" },
  middle: { ...models.middle, serviceLevel: "basic" },
  light: { ...models.light, serviceLevel: "basic" },
};
const levels = { models: leveled, serviceLevels: { best, basic }, floorLevel: "basic" };

function faultsOf(changed: object): readonly string[] {
  return compileChapter({ ...levels, ...changed }).faults;
}

describe("CARE-02 service levels as data", () => {
  it("CARE-02 extent, speed, priority, channels, what is included and what is not", () => {
    const { faults, care } = compileChapter(levels);
    expect(faults).toEqual([]);
    expect([...care.serviceLevels.keys()]).toEqual(["best", "basic"]);
    expect(care.serviceLevels.get("best")).toEqual(best);
  });

  it("CARE-02 hours that a parameter holds, and an open one that says nothing yet", () => {
    const best4 = { ...best, responseHours: { parameter: "hours" } };
    const written = { ...levels, serviceLevels: { best: best4, basic } };
    const { faults, care } = compileChapter(written, { hours: 4 });
    expect(faults).toEqual([]);
    expect(care.serviceLevels.get("best")).toEqual(best);
    expect(compileChapter(written, { hours: -1 }).faults).toEqual([
      `out-of-range at ${at}.responseHours`,
    ]);
    expect(compileChapter(written, { hours: true }).faults).toEqual([
      `wrong-parameter-kind at ${at}.responseHours.parameter`,
    ]);
    expect(compileChapter(written).faults).toEqual([
      `unknown-parameter at ${at}.responseHours.parameter`,
    ]);
    const odd = { ...best, responseHours: { parameter: "hours", unit: "h" } };
    const oddly = { ...levels, serviceLevels: { best: odd, basic } };
    expect(compileChapter(oddly, { hours: 4 }).faults).toEqual([
      `unknown-property at ${at}.responseHours.unit`,
    ]);
    // An open floor is below nothing: there is the finding of the parameter and no other.
    const floor = { ...basic, responseHours: { parameter: "hours" } };
    const open = { hours: { open: "number" } };
    const openly = compileChapter({ ...levels, serviceLevels: { best, basic: floor } }, open);
    expect(openly.faults).toEqual(["open-parameter at parameters.hours"]);
  });

  const at = "care.serviceLevels.best";

  it.each<[object, string[]]>([
    [{ title: "a", note: "b", source: "c" }, []],
    [{ responseHours: 0, priority: 1 }, []],
    [{ extent: "depp" }, [`unknown-value at ${at}.extent`]],
    [{ extent: 3 }, [`unknown-value at ${at}.extent`]],
    [{ responseHours: -1 }, [`out-of-range at ${at}.responseHours`]],
    [{ responseHours: "4" }, [`out-of-range at ${at}.responseHours`]],
    [{ responseHours: Number.POSITIVE_INFINITY }, [`out-of-range at ${at}.responseHours`]],
    [{ priority: 0 }, [`out-of-range at ${at}.priority`]],
    [{ priority: 1.5 }, [`out-of-range at ${at}.priority`]],
    [{ channels: [] }, [`empty-list at ${at}.channels`]],
    [{ channels: undefined }, [`missing-property at ${at}.channels`]],
    [{ channels: ["web", " "] }, [`missing-property at ${at}.channels[1]`]],
    [{ includes: [] }, [`empty-list at ${at}.includes`]],
    [{ excludes: undefined }, [`missing-property at ${at}.excludes`]],
    [{ excludes: ["gifts", "training"] }, [`included-and-excluded at ${at}.excludes[1]`]],
    [{ exclude: [] }, [`unknown-property at ${at}.exclude`]],
  ])("CARE-02 %j: %j", (change, expected) => {
    expect(faultsOf({ serviceLevels: { best: { ...best, ...change }, basic } })).toEqual(expected);
  });

  it("CARE-02 a list has at most ten thousand names", () => {
    const faultsWith = (count: number) => {
      const channels = ["visit", ...Array<string>(count - 1).fill("web")];
      return faultsOf({ serviceLevels: { best: { ...best, channels }, basic } });
    };
    expect(faultsWith(10_000)).toEqual([]);
    expect(faultsWith(10_001)).toEqual([`too-many at ${at}.channels`]);
  });

  it("CARE-02 a misspelt word comes with the nearest right one", () => {
    const suggestions = (change: object) =>
      compileChapter({
        ...levels,
        serviceLevels: { best: { ...best, ...change }, basic },
      }).findings.map(({ suggestion }) => suggestion);
    expect(suggestions({ extent: "depp" })).toEqual(["deep"]);
    expect(suggestions({ exclude: [] })).toEqual(["excludes"]);
    expect(suggestions({ extent: 3 })).toEqual([undefined]);
  });

  it("CARE-02 two equal levels are warned about, in whatever order they list things (S4 §9.9)", () => {
    const twin = { ...best, title: "another name", channels: ["visit", "web"] };
    const equal = { ...levels, serviceLevels: { best, twin, basic } };
    const { faults, findings } = compileChapter(equal);
    expect(faults).toEqual(["equal-service-levels at care.serviceLevels.twin"]);
    expect(findings[0]).toMatchObject({
      severity: "warning",
      message: "`twin` gives the same as `best`; a level says what others do not get",
    });
    for (const change of [
      { extent: "standard" },
      { responseHours: 5 },
      { priority: 2 },
      { channels: ["web", "visit", "phone"] },
      { includes: ["help desk", "training", "gifts"] },
      { excludes: ["gifts"] },
    ]) {
      expect(faultsOf({ serviceLevels: { best, twin: { ...twin, ...change }, basic } })).toEqual(
        [],
      );
    }
  });

  it("CARE-02 a class without a level is refused once there are levels (S4 §9.9)", () => {
    const { serviceLevel: _, ...without } = leveled.light;
    expect(faultsOf({ models: { ...leveled, light: without } })).toEqual([
      "model-without-service-level at care.models.light.serviceLevel",
    ]);
    expect(
      faultsOf({ models: { ...leveled, light: { ...without, serviceLevel: "bset" } } }),
    ).toEqual(["unknown-service-level at care.models.light.serviceLevel"]);
    expect(compileChapter().faults).toEqual([]);
    expect(compileChapter({ models: leveled }).faults).toHaveLength(3);
  });

  it("CARE-02 there is a floor level for all, and no level gives less", () => {
    expect(faultsOf({ floorLevel: undefined })).toEqual(["floor-level-missing at care.floorLevel"]);
    expect(faultsOf({ floorLevel: "basics" })).toEqual([
      "unknown-service-level at care.floorLevel",
    ]);
    const below = "below-floor-level at care.serviceLevels.best";
    const over = (change: object) =>
      faultsOf({ serviceLevels: { best: { ...best, ...change }, basic } });
    expect(over({ extent: "light" })).toEqual([]);
    expect(over({ responseHours: 48 })).toEqual([]);
    expect(over({ responseHours: 48.5 })).toEqual([`${below}.responseHours`]);
    expect(over({ channels: ["visit"] })).toEqual([`${below}.channels`]);
    expect(over({ includes: ["training"] })).toEqual([`${below}.includes`]);
    expect(faultsOf({ floorLevel: "best" })).toEqual([
      "below-floor-level at care.serviceLevels.basic.extent",
      "below-floor-level at care.serviceLevels.basic.responseHours",
      "below-floor-level at care.serviceLevels.basic.channels",
      "below-floor-level at care.serviceLevels.basic.includes",
    ]);
    const { findings } = compileChapter({ ...levels, floorLevel: "best" });
    expect(findings.map(({ message }) => message)).toEqual([
      "a lighter service than the floor level `best` gives",
      "a later answer than the floor level `best` gives",
      "less (`visit`) than the floor level `best` gives",
      "less (`training`) than the floor level `best` gives",
    ]);
  });

  it("CARE-02 levels that are wrong are not compared with the floor or with each other", () => {
    const broken = { ...basic, extent: "lihgt" };
    expect(faultsOf({ serviceLevels: { best, basic: broken, twin: broken } })).toEqual([
      "unknown-value at care.serviceLevels.basic.extent",
      "unknown-value at care.serviceLevels.twin.extent",
    ]);
  });

  it("CARE-02 an account has its model's level, and the floor where it has no model", () => {
    const { care } = compileChapter(levels);
    expect(serviceLevelsOf({ kind: "model", model: "deep" }, care)).toEqual(["best"]);
    expect(serviceLevelsOf({ kind: "none" }, care)).toEqual(["basic"]);
    const candidates = ["deep", "light", "none"];
    expect(serviceLevelsOf({ kind: "undecided", candidates }, care)).toEqual(["best", "basic"]);
    expect(serviceLevelsOf({ kind: "none" }, compileChapter().care)).toEqual([]);
  });
});

describe("CARE-02 light care given where deep is expected is reported", () => {
  const asDue: ServiceGiven = {
    extent: "deep",
    responseHours: 4,
    channels: ["visit", "web"],
    services: ["training", "help desk"],
  };

  it.each<[string, ServiceGiven, ServiceLevel, string, string[], string[]]>([
    ["as it should be", asDue, best, "asEntitled", [], []],
    ["a lighter extent", { ...asDue, extent: "standard" }, best, "lighter", ["extent"], []],
    ["an answer in time", { ...asDue, responseHours: 3.5 }, best, "asEntitled", [], []],
    [
      "an answer too late",
      { ...asDue, responseHours: 4.5 },
      best,
      "lighter",
      ["responseHours"],
      [],
    ],
    ["a channel too few", { ...asDue, channels: ["web"] }, best, "lighter", ["channels"], []],
    ["a service too few", { ...asDue, services: ["training"] }, best, "lighter", ["services"], []],
    ["others besides", { ...asDue, channels: ["web", "visit", "fax"] }, best, "asEntitled", [], []],
    [
      "deep care for a light level",
      { ...asDue, services: ["help desk"] },
      basic,
      "deeper",
      [],
      ["extent"],
    ],
    [
      "a service that the level keeps back",
      { ...asDue, extent: "light" },
      basic,
      "deeper",
      [],
      ["services"],
    ],
    [
      "late, and yet more than is due",
      { ...asDue, responseHours: 49 },
      basic,
      "both",
      ["responseHours"],
      ["extent", "services"],
    ],
  ])("CARE-02 %s", (_, given, level, kind, less, more) => {
    const { value, missing } = compareService(given, level);
    expect(value.kind).toBe(kind);
    expect(value.less.map(({ aspect }) => aspect)).toEqual(less);
    expect(value.more.map(({ aspect }) => aspect)).toEqual(more);
    expect(missing).toEqual([]);
  });

  it("CARE-02 a gap tells both sides", () => {
    const { value } = compareService({ ...asDue, extent: "light", channels: ["web"] }, best);
    expect(value.less).toEqual([
      { aspect: "extent", entitled: "deep", given: "light" },
      { aspect: "channels", entitled: ["visit", "web"], given: ["web"] },
    ]);
    const late = compareService({ ...asDue, responseHours: 5 }, best);
    expect(late.value.less).toEqual([{ aspect: "responseHours", entitled: 4, given: 5 }]);
    const more = compareService({ ...asDue, extent: "light" }, basic);
    expect(more.value.more).toEqual([
      { aspect: "services", entitled: ["help desk"], given: ["training"] },
    ]);
  });

  it("CARE-02 what nobody knows is unknown, not given; what is known still counts", () => {
    expect(compareService({}, best)).toEqual({
      value: { kind: "undecided", less: [], more: [] },
      because: [],
      missing: ["extent", "responseHours", "channels", "services"].map((word) => {
        return { path: `given.${word}`, why: "notSupplied" };
      }),
    });
    const light = compareService({ extent: "light" }, best);
    expect(light.value.kind).toBe("lighter");
    expect(light.missing).toHaveLength(3);
  });
});
