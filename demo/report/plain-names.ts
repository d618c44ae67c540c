import { type Account, type CarePolicy, decimalMoney } from "hoito";
import { tellValue } from "hoito/sentences";

/** What people call an account: a name, or its id. */
export function accountName({ names, id }: Account): string {
  return names?.[0]?.name ?? String(id);
}

/** What a policy calls a measure, a cut or an account's field, in words. */
export function factName(path: string, policy: CarePolicy): string {
  const title = policy.measures?.[path]?.title ?? policy.cuts?.[path]?.title;
  return title ?? path.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** What a policy calls a cadence. */
export function cadenceTitle(name: string, policy: CarePolicy): string {
  return policy.cadences[name]?.title ?? name;
}

/** Minor units as people write money, without the currency. */
export function amountText(minor: number, currency: string): string {
  return tellValue({ minor, currency }, "en").slice(0, -currency.length - 1);
}

/** Minor units for machines: digits and a point. */
export function plainAmount(minor: number, currency: string): string {
  return decimalMoney({ minor, currency }).amount;
}
