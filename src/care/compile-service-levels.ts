import { ANNOTATIONS, isObject, type Scope, writtenNumber } from "../rules/index.js";
import type { CareChapter } from "./care-model.js";
import { checkNames } from "./check-names.js";
import type { ServiceExtent, ServiceLevel, WrittenServiceLevel } from "./service-level.js";

const WORDS = [
  ...["extent", "responseHours", "priority", "channels", "includes", "excludes"],
  ...ANNOTATIONS,
];

/** From the lightest to the deepest. */
export const EXTENTS: readonly ServiceExtent[] = ["light", "standard", "deep"];

/** Checks the service levels: each complete, no two equal, none below the floor. */
export function compileServiceLevels(
  care: CareChapter,
  scope: Scope,
): ReadonlyMap<string, ServiceLevel> {
  const before = scope.findings.length;
  const written = Object.entries(care.serviceLevels ?? {});
  const levels = new Map(
    written.map(([name, level]) => {
      return [name, compileLevel(level, scope, `care.serviceLevels.${name}`)] as const;
    }),
  );
  const isOpen = ({ responseHours }: { readonly responseHours: unknown }): boolean =>
    isObject(responseHours) && scope.broken.has(responseHours["parameter"] as string);
  const areOpen = written.some(([, level]) => isOpen(level));
  const areWhole = scope.findings.length === before && !areOpen;
  if (areWhole) warnOfEqualLevels(levels, scope);
  const { floorLevel } = care;
  if (floorLevel === undefined) {
    const text = "the policy names no `floorLevel`, which everybody gets";
    if (levels.size > 0) scope.fault("care.floorLevel", "floor-level-missing", text);
    return levels;
  }
  const floor = levels.get(floorLevel);
  if (floor === undefined) {
    scope.unknownName(floorLevel, "service-level", levels.keys(), "care.floorLevel");
  } else if (areWhole) checkFloor(levels, floor, floorLevel, scope);
  return levels;
}

/** The level with the hours of its parameter; what is wrong with it is recorded in the scope. */
function compileLevel(written: WrittenServiceLevel, scope: Scope, path: string): ServiceLevel {
  scope.checkWords(written, WORDS, path);
  scope.checkWord(written.extent, EXTENTS, `${path}.extent`);
  const level = { ...written, responseHours: compileHours(written.responseHours, scope, path) };
  checkContent(level, scope, path);
  return level;
}

/** Hours from 0, or the parameter that holds them; 0 after a fault. */
function compileHours(written: unknown, scope: Scope, path: string): number {
  const at = `${path}.responseHours`;
  const hours = writtenNumber(written, scope, at);
  if (Number.isFinite(hours) && (hours as number) >= 0) return hours as number;
  const isOpen = hours === undefined && written !== undefined;
  const text = "a response time is a number of hours from 0";
  if (!isOpen) scope.fault(at, "out-of-range", text);
  return 0;
}

function checkContent(level: ServiceLevel, scope: Scope, path: string): void {
  if (!(Number.isInteger(level.priority) && level.priority >= 1)) {
    const text = "`priority` is a whole number from 1, which is served first";
    scope.fault(`${path}.priority`, "out-of-range", text);
  }
  checkNames(level.channels, scope, `${path}.channels`);
  checkNames(level.includes, scope, `${path}.includes`);
  if (level.excludes === undefined) {
    const text = "a service level says what is not included, if only `[]`";
    scope.fault(`${path}.excludes`, "missing-property", text);
    return;
  }
  const included = new Set(level.includes);
  for (const [index, service] of level.excludes.entries()) {
    if (!included.has(service)) continue;
    const text = `\`${service}\` is included too`;
    scope.fault(`${path}.excludes[${index}]`, "included-and-excluded", text);
  }
}

function warnOfEqualLevels(levels: ReadonlyMap<string, ServiceLevel>, scope: Scope): void {
  const known = new Map<string, string>();
  for (const [name, level] of levels) {
    const { extent, responseHours, priority } = level;
    const lists = [level.channels, level.includes, level.excludes].map((each) => each.toSorted());
    const content = JSON.stringify([extent, responseHours, priority, lists]);
    const other = known.get(content);
    if (other === undefined) known.set(content, name);
    else {
      const text = `\`${name}\` gives the same as \`${other}\`; a level says what others do not get`;
      scope.warn(`care.serviceLevels.${name}`, "equal-service-levels", text);
    }
  }
}

/** Nobody gets less than the floor: not lighter, not slower, nothing that it includes left out. */
function checkFloor(
  levels: ReadonlyMap<string, ServiceLevel>,
  floor: ServiceLevel,
  floorName: string,
  scope: Scope,
): void {
  const fail = (path: string, text: string): void => {
    scope.fault(path, "below-floor-level", `${text} than the floor level \`${floorName}\` gives`);
  };
  for (const [name, level] of levels) {
    const path = `care.serviceLevels.${name}`;
    if (EXTENTS.indexOf(level.extent) < EXTENTS.indexOf(floor.extent)) {
      fail(`${path}.extent`, "a lighter service");
    }
    if (level.responseHours > floor.responseHours) fail(`${path}.responseHours`, "a later answer");
    for (const word of ["channels", "includes"] as const) {
      const given = new Set(level[word]);
      const lacking = floor[word].filter((each) => !given.has(each));
      if (lacking.length > 0) fail(`${path}.${word}`, `less (\`${lacking.join("`, `")}\`)`);
    }
  }
}
