import { type Account, addDays, type CivilDate } from "hoito";
import type { SurveyAnswer } from "hoito/facts";
import { seededRandom } from "hoito/presets";

const ANSWERING = 0.3;
/** Would you recommend us: most say eight to ten. */
const SCORES = [10, 10, 9, 9, 9, 8, 8, 7, 6, 4];

/** Makes up the answers to one survey of the last year; whoever did not answer has none. */
export function generateAnswers(
  accounts: readonly Account[],
  { asOf, seed }: { readonly asOf: CivilDate; readonly seed: number },
): readonly SurveyAnswer[] {
  return accounts.flatMap(({ id }, at): SurveyAnswer[] => {
    const random = seededRandom(seed ^ 0xa5, at);
    if (!random.chance(ANSWERING)) return [];
    const answeredOn = addDays(asOf, -random.below(365));
    return [{ accountId: id, answeredOn, scale: "nps", score: random.pick(SCORES) }];
  });
}
