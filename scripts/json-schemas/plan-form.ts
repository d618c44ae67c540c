import type { CarePlan, PlanAction, PlanAnalysis, PlanGoal } from "../../src/care/care-plan.js";
import { byName, list, may, must, part, text, word } from "./form.js";
import { always, annotated, durationOperand } from "./values.js";

const analysis = part<PlanAnalysis>({
  ...annotated,
  finding: must("What is known of the customers.", text),
});

const goal = part<PlanGoal>({
  ...annotated,
  what: must("What is to be reached.", text),
  level: must(
    "Whose goal it is.",
    word({ strategy: "of the customer strategy", account: "of the account" }),
  ),
  metric: may("What the goal is measured with.", text),
  strategy: may("The part of the customer strategy behind it.", text),
  analysis: may("Names of analyses of the same plan.", list(text)),
  opportunities: may("Opportunities that were seen.", list(text)),
});

const action = part<PlanAction>({
  ...annotated,
  what: must("What is to be done.", text),
  obligation: must(
    "Why it is done.",
    word({ compulsory: "for every strategic account", analysisBased: "because of an analysis" }),
  ),
  theme: may("Its theme.", word({ jointDevelopment: "", ties: "", opportunity: "" })),
  analysis: may("Names of analyses of the same plan.", list(text)),
  goal: may("Name of the goal of the same plan that it serves.", text),
});

export const carePlan = part<CarePlan>({
  ...annotated,
  strategic: may("`true` for a plan of strategic accounts: it holds compulsory actions.", always),
  analysis: may("What is known of the customers, by name.", byName(analysis)),
  goals: may("What the plan is to reach, by name.", byName(goal)),
  actions: may("What is to be done, by name.", byName(action)),
  implementation: may(
    "Who carries it out.",
    part({ responsible: must("Who is responsible.", text) }),
  ),
  followUp: may(
    "How it is followed up.",
    part({
      every: must("How often.", durationOperand),
      by: must("By whom.", text),
    }),
  ),
});
