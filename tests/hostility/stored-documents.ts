import {
  type CompiledPolicy,
  classifyAccounts,
  compilePolicy,
  fitPolicy,
  orThrow,
  type Schedule,
  scheduleDuties,
  withFit,
} from "hoito";
import {
  extendLedger,
  type Ledger,
  ledgerEntries,
  ledgerEvents,
  ledgerOf,
  openCampaign,
  settleCampaign,
  standingsOf,
} from "hoito/campaigns";
import { parseFit, parseLedger, parseSchedule } from "hoito/schemas";
import { coded } from "./ask-everything.js";
import { type Edit, mutate } from "./mutate.js";
import { type Seed, seeds } from "./seed-policies.js";

/** Something that hoito made and reads again, changed on its way; gives whether it was taken. */
export type StoredDocument = (edits: readonly Edit[]) => boolean;

/** By kind of document. */
export const storedDocuments: readonly (readonly [string, StoredDocument])[] = [
  ["ledger", storedLedger()],
  ["fit", storedFit()],
  ["schedule", storedSchedule()],
];

function storedLedger(): StoredDocument {
  const seed = seeds.find(({ sample }) => Object.keys(sample.campaigns).length > 0)!;
  const [name, told] = Object.entries(seed.sample.campaigns)[0]!;
  const { calendar } = seed.sample;
  const campaign = compiled(seed).campaigns.get(name)!;
  const open = orThrow(openCampaign(told.members, campaign, { calendar }));
  const { at } = told;
  const ledger = plain(ledgerOf(told.events.slice(0, 60), open, { at }));
  return (edits) => {
    // The hash is public: whoever tampers with a ledger keeps it right.
    const tampered = { ...(mutate(ledger, edits) as Ledger), hash: ledger.hash };
    const read = parseLedger(tampered);
    if (!read.ok) return false;
    coded(() => extendLedger(read.value, told.events, open, { at }));
    coded(() => standingsOf(read.value, open, { at }));
    coded(() => settleCampaign(read.value, open, { at, memberFigures: [] }));
    ledgerEntries(read.value);
    ledgerEvents(read.value);
    return true;
  };
}

function storedFit(): StoredDocument {
  const seed = seeds.find(({ name }) => name === "wholesaler")!;
  const { asOf, sample } = seed;
  const policy = compiled(seed);
  const fit = plain(fitPolicy(sample.base, policy, { asOf }).fit);
  return (edits) => {
    const read = parseFit(mutate(fit, edits));
    if (!read.ok) return false;
    coded(() => {
      const fitted = withFit(policy, read.value);
      if (fitted.ok) classifyAccounts(sample.base, fitted.value, { asOf });
    });
    return true;
  };
}

function storedSchedule(): StoredDocument {
  const seed = seeds.find(({ policy }) => policy.schedule !== undefined)!;
  const { asOf, sample } = seed;
  const { until, calendar } = sample;
  const policy = fitPolicy(sample.base, compiled(seed), { asOf });
  const again = (previous?: Schedule) => {
    const context = { asOf, until, calendar };
    return scheduleDuties(sample.base, policy, previous ? { ...context, previous } : context);
  };
  const schedule = plain(again());
  return (edits) => {
    const read = parseSchedule(mutate(schedule, edits));
    if (read.ok) coded(() => again(read.value));
    return read.ok;
  };
}

function compiled({ policy }: Seed): CompiledPolicy {
  return orThrow(compilePolicy(policy));
}

function plain<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
