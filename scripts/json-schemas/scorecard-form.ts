import type { ScorecardClassifier } from "../../src/segments/index.js";
import { byName, either, list, may, must, number, only, part, text, word } from "./form.js";
import { band, head } from "./segment-form.js";
import { annotated, decimalMoney, numberOperand } from "./values.js";

type Criterion = ScorecardClassifier["criteria"][number];
type Normalise<By extends string> = Extract<Criterion["normalise"], { readonly by: By }>;

const better = must(
  "Whether more of the criterion is better, or less.",
  word({ more: "", less: "" }),
);
const whenAllEqual = must("The value of every account where all are equal.", number());

const normalise = either(
  part<Normalise<"minMax">>({
    by: must("Its place between the least and the greatest of the base, 0 to 1.", only("minMax")),
    better,
    whenAllEqual,
  }),
  part<Normalise<"rank">>({
    by: must("The share of the other accounts that it exceeds, 0 to 1.", only("rank")),
    better,
    ties: must("Which rank counts of equal ones.", word({ lowest: "", highest: "", mean: "" })),
    whenAllEqual,
  }),
  part<Normalise<"z">>({
    by: must("Standard deviations from the mean.", only("z")),
    better,
    deviation: must("Which deviation.", word({ population: "", sample: "" })),
  }),
  part<Normalise<"bands">>({
    by: must("Points by fixed bounds, falling.", only("bands")),
    bands: must(
      "The bands, falling; the last, without a bound, takes the rest.",
      list(
        part<Normalise<"bands">["bands"][number]>({
          points: must("The points of the band.", number()),
          atLeast: may("Lower bound, inclusive.", either(number(), decimalMoney)),
        }),
      ),
    ),
  }),
  part<Normalise<"points">>({
    by: must("Points by word, for categories, texts and yes or no.", only("points")),
    points: must("The points of each word.", byName(number())),
    otherwise: may("For texts: the points of every word that is not listed.", number()),
  }),
);

export const scorecard = part<ScorecardClassifier>({
  ...head,
  method: must("A weighted sum of comparable criteria.", only("scorecard")),
  weightsSumTo: must("What the weights have to add up to.", either(only(1), only(100))),
  criteria: must(
    "The criteria and their weights.",
    list(
      part<Criterion>({
        ...annotated,
        of: must("A field or measure.", text),
        weight: must("Its weight, 0 or more.", numberOperand),
        normalise: must("How it becomes comparable with the others.", normalise),
      }),
    ),
  ),
  missing: must(
    "What a missing criterion does.",
    word({
      undecided: "leaves the score undecided",
      rescale: "is left out, the other weights rescaled to the same sum",
    }),
  ),
  bands: must("Bands of the score.", list(band)),
});
