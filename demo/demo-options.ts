import { parseArgs } from "node:util";
import { type CivilDate, isCivilDate } from "hoito";

/** What the command line asks for. */
export type DemoOptions =
  | { readonly ask: "help" }
  | { readonly ask: "demo"; readonly out?: string }
  | {
      readonly ask: "own";
      readonly base: string;
      readonly policy: string;
      readonly asOf?: CivilDate;
      readonly out?: string;
    }
  /** The command line makes no sense, and why. */
  | { readonly ask: "nothing"; readonly why: string };

const FLAGS = {
  base: { type: "string" },
  policy: { type: "string" },
  "as-of": { type: "string" },
  out: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

/** How the demonstration is run. */
export const HELP = `npm run demo                                   two worked chapters: a wholesaler, a growth company
npm run demo -- --base FILE --policy FILE      your own customer base and policy, both JSON

  --base FILE      a customer base as hoito/schemas reads it (sample: demo/samples/base.json)
  --policy FILE    a care policy (sample: demo/samples/policy.json)
  --as-of DATE     last day that counts, YYYY-MM-DD; with --base, by default its latest record
  --out DIR        write index.html, the report as one page, and all results as JSON and CSV:
                   accounts, duties, findings, fit, provenance; and where there are any the
                   schedule, the campaign and the figures with their receipts
  --help           this text
`;

/**
 * Reads the command line.
 *
 * @param args - what stands after the name of the program
 */
export function readOptions(args: readonly string[]): DemoOptions {
  const parsed = parse(args);
  if (typeof parsed === "string") return { ask: "nothing", why: parsed };
  const { base, policy, help, out, "as-of": asOf } = parsed;
  if (help === true) return { ask: "help" };
  const written = out === undefined ? {} : { out };
  if (base === undefined && policy === undefined) {
    if (asOf === undefined) return { ask: "demo", ...written };
    return { ask: "nothing", why: "--as-of goes with --base and --policy" };
  }
  if (base === undefined || policy === undefined) {
    return { ask: "nothing", why: "--base and --policy go together" };
  }
  if (asOf === undefined) return { ask: "own", base, policy, ...written };
  if (isCivilDate(asOf)) return { ask: "own", base, policy, asOf, ...written };
  return { ask: "nothing", why: `--as-of takes a date such as 2018-01-22, not \`${asOf}\`` };
}

function parse(
  args: readonly string[],
): string | ReturnType<typeof parseArgs<{ options: typeof FLAGS }>>["values"] {
  try {
    return parseArgs({ args: [...args], options: FLAGS, strict: true }).values;
  } catch (thrown) {
    if (!(thrown instanceof TypeError)) throw thrown;
    const known = Object.keys(FLAGS).map((flag) => `--${flag}`);
    return `${thrown.message}\nKnown flags: ${known.join(", ")}`;
  }
}
