import * as z from "zod";
import type { CatalogueEntry } from "../../src/kpis/catalogue.js";
import type { ArgumentSpec } from "../../src/kpis/figure-kind.js";
import { type KpiDefinition, kpiCatalogue } from "../../src/kpis/index.js";
import {
  described,
  either,
  list,
  may,
  must,
  number,
  only,
  type Properties,
  part,
  text,
  whole,
  wordOf,
} from "./form.js";
import { annotated, durationOperand, parameterOperand } from "./values.js";

type Names = NonNullable<KpiDefinition["names"]>;

/** What a definition says whatever its figure. */
const shared: Omit<Properties<KpiDefinition>, "figure" | "with"> = {
  ...annotated,
  version: must("Changes whenever the figure is counted otherwise.", z.string().min(1)),
  names: may(
    "What the company calls the figure.",
    part<Names>({ en: may("In English.", text), fi: may("In Finnish.", text) }, { id: "KpiNames" }),
  ),
  owner: may("Who answers for the result.", text),
  executor: may("Who does the work.", text),
  phase: may("The step of the process or of the relationship that it belongs to.", text),
};

/** A value of a convention, or the parameter that holds it. */
function argument(spec: ArgumentSpec): z.ZodType {
  switch (spec.kind) {
    case "word":
      return either(wordOf(spec.words), parameterOperand);
    case "number": {
      const { atLeast, atMost } = spec;
      const least = Number.isFinite(atLeast) ? atLeast : undefined;
      const most = Number.isFinite(atMost) ? atMost : undefined;
      const value = spec.whole === true ? whole(atLeast, most) : number(least, most);
      return either(value, parameterOperand);
    }
    case "oneOf":
      return either(...spec.values.map((value) => only(value)), parameterOperand);
    case "texts":
      return either(list(text, 1), parameterOperand);
    case "numbers":
      return either(list(whole(0), 1), parameterOperand);
    case "duration":
      return durationOperand;
    default:
      return either(z.string().min(1), parameterOperand);
  }
}

function kpiOf({ figure, names, formula, source, arguments: specs }: CatalogueEntry): z.ZodType {
  const conventions = Object.entries(specs).map(([name, spec]) => {
    const form = argument(spec);
    const says = `A convention of the figure \`${figure}\`.`;
    return [name, spec.optional === true ? may(says, form) : must(says, form)] as const;
  });
  const all = part(Object.fromEntries(conventions) as Properties<object>);
  const mayBeLeftOut = conventions.every(([, { kind }]) => kind === "may");
  const says = "The conventions by which the figure is counted.";
  return part({
    ...shared,
    figure: must(`${names.en} (${names.fi}): ${formula}\n${source}`, only(figure)),
    with: mayBeLeftOut ? may(says, all) : must(says, all),
  } as Properties<object>);
}

const [first, ...others] = kpiCatalogue.map(kpiOf);

/** A definition for each figure of the catalogue, which also knows the figure's conventions. */
export const kpi = described(either(first!, ...others), {
  id: "Kpi",
  description: "A figure of the board: which one, by which conventions, in which version.",
}) as z.ZodType<KpiDefinition>;
