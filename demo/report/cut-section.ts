import type { Chapter } from "../chapter.js";
import { amountText, factName } from "./plain-names.js";
import { type Section, table } from "./section.js";

/** Cut points computed over the whole base, with their method. */
export function cutSection({ compiled }: Chapter): Section | undefined {
  const { policy, fit, measures, currency } = compiled;
  const cuts = Object.entries(policy.cuts ?? {});
  if (cuts.length === 0) return undefined;
  const rows = cuts.map(([name, { of, quantile, type }]) => {
    const value = fit?.cuts[name];
    const isMoney = measures.kinds.get(of) === "money";
    const shown = isMoney && value !== undefined ? money(value, currency) : `${value ?? "none"}`;
    const method = `quantile ${quantile}, type ${type}`;
    return [factName(name, policy), factName(of, policy), method, shown, `${fit?.leftOut[name]}`];
  });
  const columns = [
    { title: "cut" },
    { title: "of" },
    { title: "method (Hyndman, Fan)" },
    { title: "value", align: "right" },
    { title: "left out", align: "right" },
  ] as const;
  return { heading: "Cut points", blocks: [table(columns, rows)] };
}

/** A cut may lie between two cents. */
function money(minor: number, currency: string): string {
  return `${amountText(Math.round(minor), currency)} ${currency}`;
}
