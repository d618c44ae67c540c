import type * as z from "zod";
import type {
  AbcClass,
  AbcClassifier,
  Band,
  BandsClassifier,
  Classifier,
  MatrixAxis,
  MatrixCells,
  MatrixClassifier,
  RfmClassifier,
  RfmSegment,
  RulesClassifier,
} from "../../src/segments/index.js";
import { condition } from "./condition-form.js";
import {
  byName,
  bySomeNames,
  definition,
  described,
  either,
  exactly,
  flag,
  later,
  list,
  may,
  must,
  number,
  only,
  pair,
  part,
  text,
  whole,
  word,
} from "./form.js";
import { lifecycle } from "./lifecycle-form.js";
import { quantileType } from "./measure-form.js";
import { scorecard } from "./scorecard-form.js";
import { band, head, place, placeOrUndecided } from "./segment-form.js";
import { always, annotated, decimalMoney, notMet, numberOperand } from "./values.js";

type Rule = RulesClassifier["rules"][number];

const whenUnknown = may("`notMet` takes an unknown verdict as not met.", notMet);

const rule = exactly<Rule>(
  definition(
    "SegmentRule",
    "A rule that puts an account into a segment, or leaves it out of segmentation.",
    either(
      part<Extract<Rule, { readonly segment: string }>>({
        ...annotated,
        segment: must("The segment of accounts that meet the rule.", text),
        when: must("What must hold of the account.", condition),
        whenUnknown,
      }),
      part<Extract<Rule, { readonly exclude: true }>>({
        ...annotated,
        exclude: must("Accounts that meet the rule are left out of segmentation.", always),
        when: must("What must hold of the account.", condition),
        whenUnknown,
      }),
    ),
  ),
);

const rules = part<RulesClassifier>({
  ...head,
  method: must("Ordered rules over the fields of the account.", only("rules")),
  hitPolicy: must(
    "Which rules count.",
    word({
      first: "the first that is met",
      unique: "the only one that may be met",
      collect: "all that are met",
    }),
  ),
  assume: may(
    "Values to take where a field is missing; reasons show it.",
    bySomeNames(either(number(), flag, text)),
  ),
  rules: must("The rules in order.", list(rule)),
  otherwise: may("The segment of accounts that no rule fits; without it unclassified.", text),
});

const bands = part<BandsClassifier>({
  ...head,
  method: must("Fixed thresholds of one value.", only("bands")),
  of: must("The number or sum of money that is cut.", text),
  bands: must(
    "The bands in order; the first that holds the value gives the segment.",
    list<Band>(band),
  ),
  missing: must("Where accounts go whose value is unknown or none.", placeOrUndecided),
});

const abcClass = part<AbcClass>({
  ...annotated,
  segment: must("The segment of the class.", text),
  upToShare: may(
    "Cumulative share up to which it reaches, 0 to 1; the last class has none.",
    numberOperand,
  ),
});

const abc = part<AbcClassifier>({
  ...head,
  method: must("Rank in the whole base.", only("abc")),
  of: must("The number or sum of money that accounts are ranked by.", text),
  by: must(
    "What the shares are of.",
    word({ cumulativeShare: "of the total of the values", rank: "of the number of accounts" }),
  ),
  classes: must("The classes, best first.", list(abcClass, 1)),
  boundary: must(
    "Where the account goes that crosses a share.",
    word({
      include: "into the better class",
      exclude: "into the next one",
      nearest: "where the share then comes nearer",
    }),
  ),
  zero: must("Where accounts go whose value is zero.", place),
  negative: must("Where accounts go whose value is negative.", place),
  missing: must("Where accounts go whose value is unknown or none.", placeOrUndecided),
});

const cutBoundary = must(
  "Which band a value goes to that is equal to a cut.",
  word({ lower: "", upper: "" }),
);
const quantile = must(
  "Hyndman and Fan's number of the quantile, 1 to 9; 6 is SPSS', 7 R's and Excel's.",
  quantileType,
);

type Scoring<By extends string> = Extract<RfmClassifier["scoring"], { readonly by: By }>;

const scoring = either(
  part<Scoring<"quantile">>({
    by: must("Cut at the quantiles 1/n, 2/n and so on.", only("quantile")),
    type: quantile,
    boundary: cutBoundary,
  }),
  part<Scoring<"nearestRank">>({
    by: must("Cut at quantiles that are values of the sample.", only("nearestRank")),
    boundary: cutBoundary,
  }),
  part<Scoring<"rfmPackage">>({ by: must("As the R package rfm does.", only("rfmPackage")) }),
  part<Scoring<"ntile">>({
    by: must("Bands of equal size as SQL's NTILE, equal values together.", only("ntile")),
    ties: must("Which band equal values share.", word({ lower: "", upper: "" })),
  }),
  part<Scoring<"nested">>({
    by: must(
      "Frequency within each recency score, monetary value within each pair.",
      only("nested"),
    ),
    type: quantile,
    boundary: cutBoundary,
  }),
  part<Scoring<"thresholds">>({
    by: must("Fixed cuts, rising, one fewer than bins.", only("thresholds")),
    boundary: cutBoundary,
    recency: must("Cuts of days since the last purchase.", list(number())),
    frequency: must("Cuts of the frequency.", list(number())),
    monetary: must("Cuts of the monetary value.", list(either(number(), decimalMoney))),
  }),
);

const rfmSegment = part<RfmSegment>({
  ...annotated,
  segment: must("The segment of these scores.", text),
  recency: may("Lowest and highest recency score, both inclusive.", pair(number())),
  frequency: may("Lowest and highest frequency score, both inclusive.", pair(number())),
  monetary: may("Lowest and highest monetary score, both inclusive.", pair(number())),
});

const rfm = part<RfmClassifier>({
  ...head,
  method: must("Scores of recency, frequency and monetary value.", only("rfm")),
  recency: must("Measure of the days since the last purchase.", text),
  frequency: must("Measure of how often: orders, or periods with an order.", text),
  monetary: must("Measure of how much.", text),
  bins: must("How many scores each axis has, 2 to 9.", whole(2, 9)),
  scoring: must("How values become scores.", scoring),
  hitPolicy: must(
    "What segments that share a score mean.",
    word({ unique: "they may not; proved at compile time", first: "the earlier one takes it" }),
  ),
  segments: must("Segments as ranges of scores.", list(rfmSegment)),
  otherwise: may("The segment of scores that no segment takes.", text),
  neverBought: must("Where accounts go that never bought.", place),
  missing: must("Where accounts go of which a measure is unknown.", placeOrUndecided),
});

const cells: z.ZodType<MatrixCells> = exactly<MatrixCells>(
  definition(
    "MatrixCells",
    "For each value of an axis the segment, or the cells by the next axis.",
    byName(
      described(
        either(
          text,
          later<MatrixCells>(() => cells),
        ),
        {
          id: "MatrixCell",
          description: "A segment, or the cells by the next axis.",
        },
      ),
    ),
  ),
);

const matrix = part<MatrixClassifier>({
  ...head,
  method: must("A table of segments over the values of other fields.", only("matrix")),
  axes: must(
    "The axes, in the order of the cells; 1 to 8.",
    list(
      part<MatrixAxis>({
        field: must(
          "A field of some words: a judgement, another classifier, a field of your own.",
          text,
        ),
        values: must("All its values in order.", list(text)),
      }),
      1,
    ),
  ),
  cells: must(
    "The segment for each value of the first axis, then of the second, and so on.",
    cells,
  ),
});

export const classifier = exactly<Classifier>(
  definition(
    "Classifier",
    "A way of sorting accounts into segments, told apart by its method.",
    either(rules, bands, abc, rfm, matrix, scorecard, lifecycle),
  ),
);
