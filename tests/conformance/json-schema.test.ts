import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import fc from "fast-check";
import {
  type CarePolicy,
  type CustomerBase,
  compilePolicy,
  fitPolicy,
  orThrow,
  withParameters,
} from "hoito";
import * as presets from "hoito/presets";
import { parseCases, parseCustomerBase, parsePolicy } from "hoito/schemas";
import { beforeAll, expect, it, vi } from "vitest";
import { wholesalerPolicy } from "../../demo/policies/wholesaler.js";
import type { Preset } from "../../src/presets/index.js";
import { type Edit, mutate } from "../hostility/mutate.js";
import { seeds } from "../hostility/seed-policies.js";
import { somePolicies } from "../policy/some-policies.js";
import { mistakes, smallPolicy } from "../schemas/small-policy.js";
import { ajvVerdicts } from "./ajv-verdicts.js";

const golden = JSON.parse(
  readFileSync(new URL("../golden/policy/full-policy.json", import.meta.url), "utf8"),
) as CarePolicy;

const organisations = Object.values(presets).filter(
  (each): each is Preset => typeof each === "object" && "policy" in each,
);

const $schema = "./node_modules/hoito/schemas/policy.schema.json";

/** Every policy that hoito comes with, open and filled. */
const policies: readonly CarePolicy[] = [
  golden,
  smallPolicy,
  { ...smallPolicy, $schema },
  wholesalerPolicy,
  ...organisations.flatMap(({ policy, readings, illustrativeValues }) => [
    policy,
    ...Object.values(readings),
    orThrow(withParameters(policy, illustrativeValues)),
  ]),
];

/** Policies that the examples compile. */
const ofExamples: CarePolicy[] = [];

const bases = organisations.map(({ sampleBase, asOf }) => {
  // What the host measures itself is handed over in code, not read.
  const { measures, ...base } = sampleBase({ asOf, accounts: 12 }).base;
  return base;
});

const ofOne = (account: object): object => ({ accounts: [account], coverage: {} });
const goodBases = [
  ...bases,
  ofOne({ id: "A", headcount: 3, ownColumn: 1, own: { storeCount: 4 } }),
  { $schema, accounts: [], coverage: {} },
];
const badBases = [
  ofOne({ id: "" }),
  ofOne({ id: "A", headcount: "3" }),
  ofOne({ id: "A", turnover: 100 }),
  ofOne({ id: "A", relationshipStart: "2018-02-30" }),
  ofOne({ id: "A", kind: "firm" }),
  { coverage: {} },
  { accounts: [], coverage: { orders: "most" } },
  { accounts: [], coverage: {}, ordres: [] },
];

const asOf = "2018-06-30";
const fitted = organisations.map(({ policy, illustrativeValues }, index) => {
  const filled = orThrow(withParameters(policy, illustrativeValues));
  return fitPolicy(bases[index] as CustomerBase, orThrow(compilePolicy(filled)), { asOf });
});
const fits = [JSON.parse(JSON.stringify(fitted.map(({ fit }) => fit)))].flat() as unknown[];

const anything = fc.nat(1_000_000);
const edit: fc.Arbitrary<Edit> = fc.record({ at: anything, does: anything, by: anything });
const edits = fc.array(edit, { minLength: 1, maxLength: 2 });

/** Random policies that compile. */
const built = fc.sample(somePolicies, 60);

/** Real policies with a few changes, most of them wrong. */
const changed = fc
  .sample(fc.tuple(fc.constantFrom(...seeds), edits), 300)
  .map(([seed, changes]) => mutate(seed.policy, changes));

const cases = readdirSync(new URL("../presets/", import.meta.url))
  .filter((file) => file.endsWith(".cases.json"))
  .map(
    (file) =>
      JSON.parse(readFileSync(new URL(`../presets/${file}`, import.meta.url), "utf8")) as unknown,
  );

const goodCase = {
  description: "nothing is known of it",
  asOf: "2018-01-01",
  given: { account: { id: "A" }, coverage: { activities: "complete" }, activities: [] },
  expect: { segments: { size: "undecided" } },
};

const badCases = [
  [],
  [{ description: "no day", given: { account: { id: "A" }, coverage: {} }, expect: {} }],
  { cases: [{ asOf: "2018-01-01" }] },
  { asOf: "2018-01-01", case: [] },
  {
    description: "a misspelt expectation",
    asOf: "2018-01-01",
    given: { account: { id: "A" }, coverage: {} },
    expect: { segmnet: "key" },
  },
  ...[
    { expect: {} },
    { expect: { segments: {} } },
    { given: { account: { id: "A" }, coverage: {}, activites: [] } },
    { given: { account: { id: "A" }, coverage: { activites: "complete" } } },
  ].map((wrong) => ({ ...goodCase, ...wrong })),
];

let verdicts: ReturnType<typeof ajvVerdicts>;

beforeAll(async () => {
  await watchExamples();
  verdicts = ajvVerdicts([
    { file: "policy.schema.json", documents: policies },
    { file: "policy.schema.json", documents: ofExamples },
    { file: "policy.schema.json", documents: mistakes.map(({ policy }) => policy) },
    { file: "customer-base.schema.json", documents: goodBases },
    { file: "customer-base.schema.json", documents: badBases },
    { file: "fit.schema.json", documents: fits },
    { file: "policy.schema.json", documents: built },
    { file: "policy.schema.json", documents: changed },
    { file: "policy-case.schema.json", documents: [...cases, goodCase] },
    { file: "policy-case.schema.json", documents: badCases },
  ]);
}, 300_000);

it("POL-01 every policy of the golden cases, the demo and the presets is valid", () => {
  expect(verdicts[0]).toEqual(policies.map(() => []));
  expect(policies.map((each) => parsePolicy(each).ok)).toEqual(policies.map(() => true));
});

it("POL-01 every policy of the examples that compiles is valid", () => {
  expect(ofExamples.length).toBeGreaterThan(5);
  expect(verdicts[1]).toEqual(ofExamples.map(() => []));
});

it.each(mistakes.map((each, index) => [each.what, each, index] as const))(
  "POL-01 an editor and hoito both see %s",
  (_, { policy, path }, index) => {
    expect(verdicts[2]![index]).not.toEqual([]);
    const parsed = parsePolicy(policy);
    const result = parsed.ok ? compilePolicy(parsed.value) : parsed;
    expect(result.ok).toBe(false);
    expect(result.findings.map((each) => each.path)).toContain(path);
  },
);

it("POL-01 sample bases, columns of a host's own and a named schema are valid and read", () => {
  expect(verdicts[3]).toEqual(goodBases.map(() => []));
  for (const base of goodBases) expect(parseCustomerBase(base).rejected).toEqual([]);
  expect(parseCustomerBase(goodBases.at(-1)).findings).toEqual([]);
});

it("POL-01 what `parseCustomerBase` rejects is refused", () => {
  for (const [index, errors] of verdicts[4]!.entries()) expect(errors, `${index}`).not.toEqual([]);
  for (const each of badBases) expect(parseCustomerBase(each).findings).not.toEqual([]);
});

it("POL-01 a fit is valid as it is stored", () => {
  expect(verdicts[5]).toEqual(fits.map(() => []));
});

it("POL-01 a random policy that compiles is valid, and whatever is valid is read", () => {
  expect(verdicts[6]).toEqual(built.map(() => []));
  for (const each of built) expect(compilePolicy(each).ok).toBe(true);
  const valid = changed.filter((_, index) => verdicts[7]![index]!.length === 0);
  expect(valid.length).toBeGreaterThan(20);
  for (const each of valid) expect(parsePolicy(each).findings).toEqual([]);
});

it("POL-01 the cases of the presets are valid, and those that `parseCases` refuses are not", () => {
  expect(cases.length).toBeGreaterThan(2);
  expect(verdicts[8]).toEqual([...cases, goodCase].map(() => []));
  for (const [index, errors] of verdicts[9]!.entries()) expect(errors, `${index}`).not.toEqual([]);
  for (const each of [...cases.slice(0, 1), goodCase])
    expect(parseCases(each).findings).toEqual([]);
  for (const each of badCases) expect(parseCases(each).ok).toBe(false);
});

/** Runs the examples and keeps each policy that they compile without a fault. */
async function watchExamples(): Promise<void> {
  const real = await import("hoito");
  vi.spyOn(console, "log").mockImplementation(() => {});
  vi.doMock("hoito", () => ({
    ...real,
    compilePolicy: (policy: CarePolicy) => {
      const result = real.compilePolicy(policy);
      if (result.ok) ofExamples.push(policy);
      return result;
    },
  }));
  const folder = fileURLToPath(new URL("../../examples/", import.meta.url));
  for (const file of readdirSync(folder).filter((each) => each.endsWith(".ts"))) {
    await import(/* @vite-ignore */ `${pathToFileURL(folder + file).href}?watched`);
  }
  vi.doUnmock("hoito");
  vi.restoreAllMocks();
}
