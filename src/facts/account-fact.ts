import type { Account } from "./account.js";
import { accountProperties, judgementFields } from "./field-kinds.js";

/** A field of an account by name: a property, a judgement's value, or one of the host's own. */
export function accountFact(account: Account, name: string): unknown {
  if (Object.hasOwn(judgementFields, name)) {
    return account.judgements?.[name as keyof typeof judgementFields]?.value;
  }
  if (Object.hasOwn(accountProperties, name)) {
    return account[name as keyof typeof accountProperties];
  }
  const { own = {} } = account;
  return Object.hasOwn(own, name) ? own[name] : undefined;
}
