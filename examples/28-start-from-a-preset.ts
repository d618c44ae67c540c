import {
  classifyAccounts,
  compilePolicy,
  decideCare,
  orThrow,
  recordsByAccount,
  withParameters,
} from "hoito";
import { growthCompany2020 } from "hoito/presets";

const { policy, readings, illustrativeValues, sampleBase, asOf } = growthCompany2020;

// What has to be decided before the policy can be used.
for (const { path } of compilePolicy(policy).findings) console.log(path);
// => parameters.severalYears
// => parameters.revenueWindow
// => parameters.reviewEvery
// => parameters.meetingMinutes
// => parameters.deskMinutes
// => parameters.contactMinutes

// The illustrative values are for trying; these two are our own.
const ours = { ...illustrativeValues, severalYears: 4, revenueWindow: { years: 4 } };
const compiled = orThrow(compilePolicy(orThrow(withParameters(policy, ours))));

// A made-up company to try it on: 200 customers, of which 25 have been looked at.
const { base, calendar } = sampleBase({ asOf, accounts: 200 });
const { data, dictionary } = classifyAccounts(base, compiled, { asOf });
for (const group of ["KEY_ACCOUNT", "POTENTIAL", "STANDARD", "MAINTAINED", "undecided"]) {
  console.log(group, data.filter((code) => dictionary[code] === group).length);
}
// => KEY_ACCOUNT 2
// => POTENTIAL 6
// => STANDARD 9
// => MAINTAINED 5
// => undecided 175

// What a key account is entitled to, and what is due.
const [first] = recordsByAccount(base).filter((_, row) => dictionary[data[row]!] === "KEY_ACCOUNT");
const { account, careModel, duties } = decideCare(first!, compiled, { asOf, calendar });
console.log(account.names?.[0]?.name, JSON.stringify(careModel.value));
// => Customer 009 {"kind":"model","model":"keyAccountCare"}
if (duties.value.kind === "duties") {
  for (const { cadence, value } of duties.value.duties) console.log(cadence, value.status);
}
// => keyAccountReview late
// => plannedMeetings fulfilled

// The source contradicts itself about headcount: the same sample by the other reading.
const other = orThrow(withParameters(readings["R1000-atLeast"]!, ours));
const labels = classifyAccounts(base, orThrow(compilePolicy(other)), { asOf });
console.log(labels.data.filter((code) => labels.dictionary[code] === "POTENTIAL").length);
// => 2
