import type { Finding } from "hoito";
import { tellValue } from "hoito/sentences";
import type { Chapter } from "../chapter.js";
import { factName } from "./plain-names.js";
import { list, note, type Section } from "./section.js";

const MOST = 5;

type Witness = NonNullable<Finding["witness"]>;

/** What the prover says of the policy's rules, for every account there could be. */
export function proofSection(chapter: Chapter): Section {
  const { classifiers, findings } = chapter.proof;
  const heading = "What the rules leave open, for every account there could be";
  const names = [...classifiers.keys()].join(", ");
  if (findings.length === 0) {
    const text = `Proved for ${names}: no account falls between the rules, and every rule is used.`;
    return { heading, blocks: [note(text)] };
  }
  const items = findings.slice(0, MOST).map(({ code, path, witness }) => {
    const shown = witness === undefined ? "" : `: ${tellWitness(witness, chapter)}`;
    return `${path.replace(/^segments\./, "")}, ${code}${shown}`;
  });
  const rest = findings.length - MOST;
  const more = rest > 0 ? ` ${rest} more are not shown.` : "";
  const text = `${findings.length} findings for ${names}, each with an account that shows it.${more}`;
  return { heading, blocks: [list(items), note(text)] };
}

function tellWitness(witness: Witness, { compiled: { policy } }: Chapter): string {
  const told = Object.entries(witness).map(([field, value]) => {
    const isNone = value === null || (Array.isArray(value) && value.length === 0);
    return `${factName(field, policy)} ${isNone ? "none" : tellValue(value, "en")}`;
  });
  return told.join("; ");
}
