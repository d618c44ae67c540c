import { classifyColumns } from "hoito/policy";
import type { Curve } from "../job.js";
import { checksum, wideColumns } from "../wide-columns.js";
import { factsOf } from "../wide-facts.js";
import { boundsOf, chainOfRounds, RULES_OF_ROUND, widePolicy } from "../wide-rules.js";

const ACCOUNTS = 100_000;
const columns = wideColumns(ACCOUNTS);
const facts = factsOf(columns);

export const name: Curve["name"] = "Columns classified by ever more first-match rules";
export const along: Curve["along"] = "rules";
export const sizes: Curve["sizes"] = [12, 24, 48, 120, 240, 480];

export const contenders: Curve["contenders"] = {
  "by hand": (rules) => {
    const rounds = boundsOf(rules / RULES_OF_ROUND);
    const hits = new Uint16Array(ACCOUNTS);
    return () => {
      for (let row = 0; row < ACCOUNTS; row++) hits[row] = chainOfRounds(columns, row, rounds);
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
