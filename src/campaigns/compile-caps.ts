import type { Scope } from "../rules/index.js";
import type { CampaignDefinition } from "./campaign-definition.js";
import { oneOf } from "./check-conventions.js";
import type { CompiledCap } from "./compiled-campaign.js";
import { unitsOf } from "./units-of.js";
import { wholeWithin } from "./whole-within.js";

const PER = ["criterion", "day", "week", "member", "account", "campaign", "newAccounts"];
const MOST_CAPS = 50;

/** The caps in their order; faults go to the scope. */
export function compileCaps(
  definition: CampaignDefinition,
  names: Scope,
  path: string,
): readonly CompiledCap[] {
  const { caps = [], criteria } = definition;
  if (caps.length > MOST_CAPS) {
    names.fault(`${path}.caps`, "too-many", `a campaign has at most ${MOST_CAPS} caps`);
    return [];
  }
  return caps.flatMap((cap, index): CompiledCap[] => {
    const own = `caps[${index}]`;
    const at = `${path}.${own}`;
    if (!oneOf(cap.per, PER, names, `${at}.per`)) return [];
    if (cap.per === "newAccounts") {
      names.checkWords(cap, ["per", "mostPercentOfOthers"], at);
      const most = cap.mostPercentOfOthers;
      wholeWithin(most, 0, 10_000, names, `${at}.mostPercentOfOthers`);
      return [{ path: own, cap, most }];
    }
    if (cap.per === "criterion") {
      names.checkWords(cap, ["per", "most", "criterion", "within"], at);
      oneOf(cap.within, ["day", "week", "campaign"], names, `${at}.within`);
      if (!Object.hasOwn(criteria, cap.criterion)) {
        names.unknownName(cap.criterion, "criterion", Object.keys(criteria), `${at}.criterion`);
      }
    } else names.checkWords(cap, ["per", "most"], at);
    return [{ path: own, cap, most: unitsOf(cap.most, definition, names, `${at}.most`) }];
  });
}
