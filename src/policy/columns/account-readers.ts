import type { Account, accountFields } from "../../facts/index.js";
import type { FactWriter } from "../../rules/index.js";

/** Reads one field of some accounts, which stand one after the other, into a block. */
export type AccountReader = (
  accounts: readonly Account[],
  from: number,
  count: number,
  into: FactWriter,
) => void;

/**
 * A loop of its own for every field of hoito's: a name that is written out is read some ten times as
 * fast as one that is looked up.
 */
export const ACCOUNT_READERS: {
  readonly [Name in keyof typeof accountFields]: AccountReader;
} = {
  kind(accounts, from, count, into) {
    for (let at = 0; at < count; at++) into.put(at, accounts[from + at]!.kind);
  },
  customerClass(accounts, from, count, into) {
    for (let at = 0; at < count; at++) into.put(at, accounts[from + at]!.customerClass);
  },
  tradeRole(accounts, from, count, into) {
    for (let at = 0; at < count; at++) into.put(at, accounts[from + at]!.tradeRole);
  },
  relations(accounts, from, count, into) {
    for (let at = 0; at < count; at++) into.put(at, accounts[from + at]!.relations);
  },
  headcount(accounts, from, count, into) {
    for (let at = 0; at < count; at++) into.put(at, accounts[from + at]!.headcount);
  },
  turnover(accounts, from, count, into) {
    for (let at = 0; at < count; at++) into.put(at, accounts[from + at]!.turnover);
  },
  balanceSheet(accounts, from, count, into) {
    for (let at = 0; at < count; at++) into.put(at, accounts[from + at]!.balanceSheet);
  },
  companyOwnershipShare(accounts, from, count, into) {
    for (let at = 0; at < count; at++) into.put(at, accounts[from + at]!.companyOwnershipShare);
  },
  chainSteered(accounts, from, count, into) {
    for (let at = 0; at < count; at++) into.put(at, accounts[from + at]!.chainSteered);
  },
  franchise(accounts, from, count, into) {
    for (let at = 0; at < count; at++) into.put(at, accounts[from + at]!.franchise);
  },
  inGroup(accounts, from, count, into) {
    for (let at = 0; at < count; at++) into.put(at, accounts[from + at]!.inGroup);
  },
  industry(accounts, from, count, into) {
    for (let at = 0; at < count; at++) into.put(at, accounts[from + at]!.industry);
  },
  region(accounts, from, count, into) {
    for (let at = 0; at < count; at++) into.put(at, accounts[from + at]!.region);
  },
  relationshipStart(accounts, from, count, into) {
    for (let at = 0; at < count; at++) into.put(at, accounts[from + at]!.relationshipStart);
  },
  relationshipEnd(accounts, from, count, into) {
    for (let at = 0; at < count; at++) into.put(at, accounts[from + at]!.relationshipEnd);
  },
  contractValue(accounts, from, count, into) {
    for (let at = 0; at < count; at++) into.put(at, accounts[from + at]!.contractValue);
  },
  serviceBreadth(accounts, from, count, into) {
    for (let at = 0; at < count; at++) into.put(at, accounts[from + at]!.serviceBreadth);
  },
  marketingAttributes(accounts, from, count, into) {
    for (let at = 0; at < count; at++) into.put(at, accounts[from + at]!.marketingAttributes);
  },
  growthPotential(accounts, from, count, into) {
    for (let at = 0; at < count; at++) {
      into.put(at, accounts[from + at]!.judgements?.growthPotential?.value);
    }
  },
  veryFastGrowth(accounts, from, count, into) {
    for (let at = 0; at < count; at++) {
      into.put(at, accounts[from + at]!.judgements?.veryFastGrowth?.value);
    }
  },
  buyingPotential(accounts, from, count, into) {
    for (let at = 0; at < count; at++) {
      into.put(at, accounts[from + at]!.judgements?.buyingPotential?.value);
    }
  },
  potentialForSeveralServices(accounts, from, count, into) {
    for (let at = 0; at < count; at++) {
      into.put(at, accounts[from + at]!.judgements?.potentialForSeveralServices?.value);
    }
  },
  potentialForAllServices(accounts, from, count, into) {
    for (let at = 0; at < count; at++) {
      into.put(at, accounts[from + at]!.judgements?.potentialForAllServices?.value);
    }
  },
  purchaseProbability(accounts, from, count, into) {
    for (let at = 0; at < count; at++) {
      into.put(at, accounts[from + at]!.judgements?.purchaseProbability?.value);
    }
  },
  forecastableInvoicing(accounts, from, count, into) {
    for (let at = 0; at < count; at++) {
      into.put(at, accounts[from + at]!.judgements?.forecastableInvoicing?.value);
    }
  },
  personalRelationship(accounts, from, count, into) {
    for (let at = 0; at < count; at++) {
      into.put(at, accounts[from + at]!.judgements?.personalRelationship?.value);
    }
  },
  awareness(accounts, from, count, into) {
    for (let at = 0; at < count; at++) {
      into.put(at, accounts[from + at]!.judgements?.awareness?.value);
    }
  },
  position(accounts, from, count, into) {
    for (let at = 0; at < count; at++) {
      into.put(at, accounts[from + at]!.judgements?.position?.value);
    }
  },
  strategicImportance(accounts, from, count, into) {
    for (let at = 0; at < count; at++) {
      into.put(at, accounts[from + at]!.judgements?.strategicImportance?.value);
    }
  },
  effort(accounts, from, count, into) {
    for (let at = 0; at < count; at++) {
      into.put(at, accounts[from + at]!.judgements?.effort?.value);
    }
  },
  attractiveness(accounts, from, count, into) {
    for (let at = 0; at < count; at++) {
      into.put(at, accounts[from + at]!.judgements?.attractiveness?.value);
    }
  },
  strength(accounts, from, count, into) {
    for (let at = 0; at < count; at++) {
      into.put(at, accounts[from + at]!.judgements?.strength?.value);
    }
  },
  strategicFit(accounts, from, count, into) {
    for (let at = 0; at < count; at++) {
      into.put(at, accounts[from + at]!.judgements?.strategicFit?.value);
    }
  },
  referenceValue(accounts, from, count, into) {
    for (let at = 0; at < count; at++) {
      into.put(at, accounts[from + at]!.judgements?.referenceValue?.value);
    }
  },
  competenceValue(accounts, from, count, into) {
    for (let at = 0; at < count; at++) {
      into.put(at, accounts[from + at]!.judgements?.competenceValue?.value);
    }
  },
  image(accounts, from, count, into) {
    for (let at = 0; at < count; at++) {
      into.put(at, accounts[from + at]!.judgements?.image?.value);
    }
  },
  priceLevel(accounts, from, count, into) {
    for (let at = 0; at < count; at++) {
      into.put(at, accounts[from + at]!.judgements?.priceLevel?.value);
    }
  },
  marketShare(accounts, from, count, into) {
    for (let at = 0; at < count; at++) {
      into.put(at, accounts[from + at]!.judgements?.marketShare?.value);
    }
  },
  topManagementContacts(accounts, from, count, into) {
    for (let at = 0; at < count; at++) {
      into.put(at, accounts[from + at]!.judgements?.topManagementContacts?.value);
    }
  },
  financialStability(accounts, from, count, into) {
    for (let at = 0; at < count; at++) {
      into.put(at, accounts[from + at]!.judgements?.financialStability?.value);
    }
  },
  cashFlowOutlook(accounts, from, count, into) {
    for (let at = 0; at < count; at++) {
      into.put(at, accounts[from + at]!.judgements?.cashFlowOutlook?.value);
    }
  },
  paymentBehaviour(accounts, from, count, into) {
    for (let at = 0; at < count; at++) {
      into.put(at, accounts[from + at]!.judgements?.paymentBehaviour?.value);
    }
  },
  purchaseForecastTrend(accounts, from, count, into) {
    for (let at = 0; at < count; at++) {
      into.put(at, accounts[from + at]!.judgements?.purchaseForecastTrend?.value);
    }
  },
  totalConsumption(accounts, from, count, into) {
    for (let at = 0; at < count; at++) {
      into.put(at, accounts[from + at]!.judgements?.totalConsumption?.value);
    }
  },
  mutualCommitment(accounts, from, count, into) {
    for (let at = 0; at < count; at++) {
      into.put(at, accounts[from + at]!.judgements?.mutualCommitment?.value);
    }
  },
};
