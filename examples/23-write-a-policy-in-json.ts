import { readFileSync } from "node:fs";
import { classifyAccount, compilePolicy, type Finding, orThrow } from "hoito";
import { parsePolicy } from "hoito/schemas";

// The policy is a file of its own. Its "$schema" makes an editor complete and check it while it is
// written; hoito checks it again when it is read, and knows more: names, kinds, currencies.
const file = new URL("23-write-a-policy-in-json.json", import.meta.url);
const text = readFileSync(file, "utf8");

const policy = orThrow(parsePolicy(text));
const compiled = orThrow(compilePolicy(policy));
console.log(policy.title, "–", Object.keys(policy.segments["group"]?.labels ?? {}).join(", "));
// => Who is cared for, and how often – keyAccount, standard

const large = { account: { id: "A-1", headcount: 800 }, coverage: {} };
console.log(JSON.stringify(classifyAccount(large, compiled, { asOf: "2018-06-30" })));
// => {"kind":"segment","segment":"keyAccount"}

/** Reads and compiles a text, and says everything that is wrong with it at once. */
function faultsOf(written: string): readonly Finding[] {
  const parsed = parsePolicy(written);
  return parsed.ok ? compilePolicy(parsed.value).findings : parsed.findings;
}

// Three slips of the pen. An editor marks the first; all three are named here, with what was meant.
const misspelt = text
  .replace('"otherwise"', '"otherwize"')
  .replace('"headcount"', '"hedcount"')
  .replace('{ "parameter": "keyRevenue" }', '{ "parameter": "keyRevenu" }');
for (const { path, message } of faultsOf(misspelt)) console.log(`${path}: ${message}`);
// => segments.group.otherwize: `otherwize` says nothing here; did you mean `otherwise`?
// => segments.group.rules[0].when.any[0].moreThan.parameter: there is no parameter `keyRevenu`; did you mean `keyRevenue`?
// => segments.group.rules[0].when.any[1].field: there is no field `hedcount`; did you mean `headcount`?

// What is no JSON at all, and what is no policy, are findings too.
console.log(
  faultsOf("{")
    .map(({ code }) => code)
    .join(),
);
// => not-json
console.log(
  faultsOf('{ "id": "w" }')
    .map(({ path, code }) => `${path} ${code}`)
    .join(", "),
);
// => version missing-property, segments missing-property, care missing-property, cadences missing-property
