import { netPromoterScore } from "hoito/kpis";

const scores = [10, 9, 9, 8, 7, 10, 6, 9, 3, 10, 8, 9, 11, 6.5];
const answers = scores.map((score) => {
  return { accountId: 1, answeredOn: "2022-05-01", scale: "nps", score } as const;
});

const figure = netPromoterScore(answers, { confidence: 0.95 });
for (const { key, amount } of figure.parts ?? []) console.log(key, amount);
// => promoters 7
// => passives 3
// => detractors 2
console.log(`${figure.numerator} of ${figure.denominator} answers`); // => 5 of 12 answers
console.log("score", figure.value?.toFixed(1)); // => score 41.7
const { low = 0, high = 0, method } = figure.interval ?? {};
console.log(`${low.toFixed(0)} to ${high.toFixed(0)} (${method})`); // => -6 to 72 (wilsonSquareAndAdd)
console.log(JSON.stringify(figure.excluded)); // => [{"reason":"offScale","count":2}]

// No answer is not a score of 0.
const none = netPromoterScore([], { confidence: 0.95 });
console.log(none.value ?? none.undefinedBecause); // => nothingToMeasure
