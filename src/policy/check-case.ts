import { findOrphans } from "../facts/index.js";
import { errorAt, type Finding } from "../shapes/index.js";
import type { CaseExpectation, PolicyCase } from "./policy-case.js";

/**
 * Everything that a worked case may expect.
 *
 * @category Policy cases
 */
export const CASE_PARTS: readonly (keyof CaseExpectation)[] = [
  "segment",
  "segments",
  "model",
  "responsible",
  "duties",
  "because",
  "missing",
  "findings",
  "validUntilDate",
];

/**
 * Where a case expects nothing, so that any policy would meet it.
 *
 * @param expect - what a case expects; properties that are none of {@link CASE_PARTS} say nothing
 * @returns findings `no-expectation`, with paths within the case
 *
 * @category Policy cases
 */
export function findNoExpectation(expect: CaseExpectation): readonly Finding[] {
  const said = CASE_PARTS.filter((name) => expect[name] !== undefined);
  if (said.length === 0) {
    return [errorAt("expect", "no-expectation", "the case expects nothing")];
  }
  const { segments } = expect;
  if (segments === undefined || Object.keys(Object(segments)).length > 0) return [];
  const text = "no classifier is named, so that nothing is expected of any";
  return [errorAt("expect.segments", "no-expectation", text)];
}

/**
 * Records of a case that are those of another account than the case is about.
 *
 * @param worked - a case of the right shape
 * @returns findings `orphan-record`, with paths within the case
 *
 * @category Policy cases
 */
export function findRecordsOfOthers({ given }: PolicyCase): readonly Finding[] {
  const { account, measures: _, ...records } = given;
  const orphans = findOrphans({ ...records, accounts: [account] });
  return orphans.map(({ path, code, message }) => errorAt(`given.${path}`, code, message));
}
