import * as z from "zod";
import type {
  AllowedMove,
  Band,
  BandBound,
  ClassifierHead,
  ExitAction,
  SegmentLabel,
} from "../../src/segments/index.js";
import {
  byName,
  byOwnName,
  definition,
  either,
  exactly,
  list,
  may,
  must,
  number,
  type Properties,
  part,
  text,
  word,
} from "./form.js";
import { annotated, cutOperand, decimalMoney, parameterOperand } from "./values.js";

export const exitAction = exactly<ExitAction>(
  definition(
    "ExitAction",
    "How an account is steered towards the end of the relationship.",
    word({ raisePrices: "", reorganiseContact: "", selfService: "" }),
  ),
);

const label = exactly<SegmentLabel>(
  definition(
    "Segment",
    "What a segment is called, where it stands and what is done with it.",
    part<SegmentLabel>({
      ...annotated,
      aliases: may("Other names in use for the same segment.", list(text)),
      axes: may('Position on the company\'s own axes, such as { "growth": "high" }.', byName(text)),
      decidedBy: may("Who has the last word on a membership, such as managementTeam.", text),
      unlessApproved: may("The segment of accounts whose membership is not approved.", text),
      policies: may("What to do with its accounts, in the company's own words.", list(text)),
      exitActions: may("How its accounts are steered towards the end.", list(exitAction)),
    }),
  ),
);

const move = part<AllowedMove>({
  ...annotated,
  from: must("The segment before.", text),
  to: must("The segment after.", text),
});

/** What every classifier has. */
export const head: Properties<ClassifierHead> = {
  ...annotated,
  labels: must("The segments there are, best first where their order matters.", byOwnName(label)),
  moves: may("The changes of segment that are allowed; without the list all are.", list(move)),
};

const bound = exactly<BandBound>(
  definition(
    "BandBound",
    "A number or money, written out, named as a parameter, or a cut over the whole base.",
    either(number(), decimalMoney, parameterOperand, cutOperand),
  ),
);

export const band: z.ZodType<Band> = part<Band>({
  ...annotated,
  segment: must("The segment of this band.", text),
  atLeast: may("Lower bound, inclusive.", bound),
  moreThan: may("Lower bound, strict.", bound),
  atMost: may("Upper bound, inclusive.", bound),
  lessThan: may("Upper bound, strict.", bound),
});

/** A segment, or `excluded`. */
export const place: z.ZodType<string> = z.union([z.literal("excluded"), z.string()]);

/** A segment, `excluded` or `undecided`. */
export const placeOrUndecided: z.ZodType<string> = z.union([
  z.enum(["excluded", "undecided"]),
  z.string(),
]);
