import { orThrow } from "hoito";
import {
  decideMembership,
  effectiveSegment,
  keyAccountSteps,
  type MembershipProposal,
  proposeMembership,
  selectKeyAccounts,
} from "hoito/segments";

// Scores of a scorecard, 0 to 100; two account managers have 6 000 minutes a year together.
const candidates = [
  { accountId: "Aalto", score: 88, mutualCommitment: true, effortMinutes: 2400 },
  { accountId: "Berg", score: 95, mutualCommitment: false, effortMinutes: 1800 },
  { accountId: "Cedar", score: 71, mutualCommitment: true, effortMinutes: 3000 },
  { accountId: "Dahl", score: 64, mutualCommitment: true, effortMinutes: 900 },
  { accountId: "Eerola", score: 70, effortMinutes: 600 },
];
const choice = orThrow(
  selectKeyAccounts(candidates, {
    scale: { from: 0, to: 100 },
    minimumScore: 60,
    capacity: { effortMinutes: 6000 },
    whenFull: "stop",
    ties: ["keyAccountFirst"],
  }),
);
for (const { place, accountId, score } of choice.selected) console.log(place, accountId, score);
// => 1 Aalto 88
// => 2 Cedar 71
for (const { accountId, because } of choice.leftOut) console.log(accountId, because);
// => Dahl noCapacity
// => Berg noCommitment
for (const { accountId, missing, ahead } of choice.undecided) {
  console.log(accountId, missing[0]?.path, ahead);
}
// => Eerola mutualCommitment true

const process = {
  strategicGoals: ["growth"],
  goalEffects: [{ goal: "growth", criterion: "growthPotential" }],
  presentValueCriteria: ["revenue"],
  potentialCriteria: ["growthPotential"],
};
const asOf = "2020-05-11";
const { steps } = keyAccountSteps(process, choice, { asOf });
for (const { step, name, status } of steps) if (status === "missing") console.log(step, name);
// => 6 selectedWithinResources
// => 7 criteriaReviewed

// The choice is a proposal; the management team has the last word.
const computed = { kind: "segment", segment: "keyAccount", decidedBy: "managementTeam" } as const;
const proposal: MembershipProposal = {
  id: 1,
  accountId: "Aalto",
  segment: "keyAccount",
  basis: "data",
  reason: "First of five.",
  proposedBy: "Aino",
  proposedOn: "2020-05-04",
};
const proposed = orThrow(
  proposeMembership(proposal, { keyAccount: { decidedBy: "managementTeam" } }),
);
const unit = { accountId: "Aalto" };
console.log(effectiveSegment(computed, [proposed], { asOf, unit }).value.kind); // => proposal
const verdict = { by: { body: "managementTeam" }, on: asOf, reason: "Agreed." } as const;
const approved = orThrow(decideMembership(proposed, { step: "approve", ...verdict }));
console.log(effectiveSegment(computed, [approved], { asOf, unit }).value.kind); // => segment
