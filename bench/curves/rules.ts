import { classifyColumns } from "hoito/policy";
import type { Curve } from "../job.js";
import {
  type Bounds,
  boundsOf,
  chainOverColumns,
  checksum,
  wideColumns,
  widePolicy,
} from "../wide-accounts.js";
import { factsOf } from "../wide-facts.js";

const ACCOUNTS = 100_000;
const RULES_OF_ROUND = 12;
const columns = wideColumns(ACCOUNTS);
const facts = factsOf(columns);

export const name: Curve["name"] = "Columns classified by ever more first-match rules";
export const along: Curve["along"] = "rules";
export const sizes: Curve["sizes"] = [12, 24, 48, 120, 240, 480];

export const contenders: Curve["contenders"] = {
  "by hand": (rules) => {
    const rounds = boundsOf(rules / RULES_OF_ROUND);
    const hits = new Uint16Array(ACCOUNTS);
    const firstOf = (row: number): number => {
      for (let round = 0; round < rounds.length; round++) {
        const rule = chainOverColumns(columns, row, rounds[round] as Bounds);
        if (rule < RULES_OF_ROUND) return round * RULES_OF_ROUND + rule;
      }
      return rules;
    };
    return () => {
      for (let row = 0; row < ACCOUNTS; row++) hits[row] = firstOf(row);
      return checksum(hits);
    };
  },
  hoito: (rules) => {
    const compiled = widePolicy(boundsOf(rules / RULES_OF_ROUND));
    return () => checksum(classifyColumns(facts, compiled, { asOf: "2018-01-22" }).data);
  },
};

export function piecesAt(): ReturnType<Curve["piecesAt"]> {
  return { count: ACCOUNTS, each: "account" };
}
