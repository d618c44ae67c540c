import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type AccountRecords,
  type Activity,
  type ActivityStatus,
  acknowledgeTask,
  type CustomerBase,
  convertMoney,
  decimalMoney,
  findDuplicates,
  findOrphans,
  isOpenForSender,
  legalVisitSteps,
  type Money,
  mapAccountIds,
  mergeAccounts,
  money,
  type RateTable,
  type RecordId,
  type RecordLists,
  recordKinds,
  recordsByAccount,
  stepVisit,
  sumMoney,
  type Task,
  type VisitStep,
  withoutPersonalNotes,
} from "../../src/facts/index.js";
import { orThrow } from "../../src/shapes/index.js";
import { addDays, type CivilDate, toCivilDate, toEpochDay } from "../../src/time/index.js";

const FIRST = toEpochDay("1990-01-01");
const LAST = toEpochDay("2090-01-01");
const civilDate = fc.integer({ min: FIRST, max: LAST }).map(toCivilDate);

/** Few ids, in pairs that only a careless comparison takes for one. */
const id = fc.constantFrom<RecordId>(1, "1", 2, "2", 0, "", "A");

const safe = fc.maxSafeInteger().map((minor) => minor + 0);
const currency = fc.constantFrom("EUR", "SEK", "JPY", "KWD", "CLF");
const anyMoney: fc.Arbitrary<Money> = fc.record({ minor: safe, currency });
const modest = fc.record({ minor: fc.integer({ min: -1e9, max: 1e9 }), currency });

const account = fc.record(
  {
    id,
    dealerId: id,
    headcount: fc.nat(),
    names: fc.array(
      fc.record({ name: fc.constantFrom("Kello", "KELLO ", ""), kind: fc.constant("official") }),
      { maxLength: 2 },
    ),
    mergedFrom: fc.array(id, { maxLength: 2 }),
    own: fc.record({ tier: fc.constantFrom("gold", "silver") }),
    judgements: fc.record({ effort: fc.record({ value: fc.constantFrom("low", "high") }) }),
  },
  { requiredKeys: ["id"] },
);
const orders = fc.array(
  fc.record({ id: fc.nat(), accountId: id, orderedOn: civilDate, value: modest }),
);
const tasks = fc.array(
  fc.record({
    id: fc.nat(),
    accountId: id,
    kind: fc.constantFrom("action", "information"),
    topic: fc.constant("notice"),
    senderId: id,
    receiverId: id,
    openedOn: civilDate,
  }),
);
const contactPersons = fc.array(
  fc.record(
    { id, accountId: id, name: fc.string(), personalNote: fc.constant("a secret") },
    { requiredKeys: ["id", "accountId"] },
  ),
);
const base = fc.record({
  accounts: fc.uniqueArray(account, { selector: (each) => each.id }),
  coverage: fc.constant({ orders: "complete" }),
  orders,
  tasks,
  contactPersons,
}) as fc.Arbitrary<CustomerBase>;

const visit: fc.Arbitrary<Activity> = fc.record({
  id,
  accountId: id,
  kind: fc.constant("visit"),
  status: fc.constantFrom<ActivityStatus>("planned", "held", "complete", "cancelled"),
  plannedOn: civilDate,
});
const step: fc.Arbitrary<VisitStep> = fc.oneof(
  civilDate.map((heldOn): VisitStep => ({ step: "hold", heldOn })),
  civilDate.map((plannedOn): VisitStep => ({ step: "move", plannedOn })),
  fc.constant<VisitStep>({ step: "complete" }),
  fc.constant<VisitStep>({ step: "cancel" }),
);

const rates: fc.Arbitrary<RateTable> = fc.record({
  to: fc.constantFrom("EUR", "JPY"),
  rates: fc.dictionary(
    currency,
    fc.integer({ min: 1, max: 10_000_000 }).map((each) => `${each / 10_000}`),
  ),
  rounding: fc.constantFrom("halfUp", "halfEven"),
});

/** Each account asks every record whether it is one of its own: slow, and obviously right. */
function askEveryRecord(given: CustomerBase): AccountRecords[] {
  return given.accounts.map((each) => {
    const lists = recordKinds.flatMap((kind) => {
      const own = (given[kind] ?? []).filter((record) => record.accountId === each.id);
      return own.length === 0 ? [] : [[kind, own]];
    });
    return { account: each, coverage: given.coverage, ...Object.fromEntries(lists) };
  });
}

describe("facts", () => {
  it("facts-1: every record of a known account is with that account, and with no other", () => {
    fc.assert(
      fc.property(base, (given) => {
        expect(recordsByAccount(given)).toEqual(askEveryRecord(given));
      }),
    );
  });

  it("facts-2: shuffling records does not change which account they belong to", () => {
    const shuffled = base.chain((given) => {
      const some = given.orders ?? [];
      const all = { minLength: some.length, maxLength: some.length };
      return fc.tuple(fc.constant(given), fc.shuffledSubarray([...some], all));
    });
    const idsOf = (given: CustomerBase): unknown =>
      recordsByAccount(given).map(({ orders: own = [] }) => new Set(own));
    fc.assert(
      fc.property(shuffled, ([given, mixed]) => {
        expect(idsOf({ ...given, orders: mixed })).toEqual(idsOf(given));
      }),
    );
  });

  it("facts-3: a record is an orphan or is found with its account, never both", () => {
    fc.assert(
      fc.property(base, (given) => {
        const sizeOf = (lists: RecordLists): number =>
          recordKinds.reduce((total, kind) => total + (lists[kind]?.length ?? 0), 0);
        const found = recordsByAccount(given).reduce((total, each) => total + sizeOf(each), 0);
        expect(found + findOrphans(given).length).toBe(sizeOf(given));
      }),
    );
  });

  it("facts-4: merging twice equals merging once", () => {
    fc.assert(
      fc.property(base, id, id, (given, keep, merged) => {
        const once = mergeAccounts(given, { keep, merged });
        if (once.ok) expect(mergeAccounts(once.value, { keep, merged })).toEqual(once);
        else expect(once.findings).not.toEqual([]);
      }),
    );
  });

  it("facts-5: a merge loses no record, and leaves none with the account that went", () => {
    fc.assert(
      fc.property(base, id, id, (given, keep, merged) => {
        const result = mergeAccounts(given, { keep, merged });
        if (!result.ok) return;
        for (const kind of ["orders", "tasks", "contactPersons"] as const) {
          const records: readonly { readonly accountId: RecordId }[] = result.value[kind] ?? [];
          const before: readonly { readonly accountId: RecordId }[] = given[kind] ?? [];
          expect(records.length).toBe(before.length);
          expect(records.filter(({ accountId }) => accountId === merged)).toEqual([]);
        }
        const ids = result.value.accounts.map((each) => each.id);
        expect(ids).toEqual(
          given.accounts.map((each) => each.id).filter((each) => each !== merged),
        );
      }),
    );
  });

  it("facts-6: mapping ids to others and back changes nothing", () => {
    const renamed = (each: RecordId): RecordId => `${typeof each} ${each}`;
    fc.assert(
      fc.property(base, (given) => {
        const ids: RecordId[] = [1, "1", 2, "2", 0, "", "A"];
        const there = new Map(ids.map((each) => [each, renamed(each)]));
        const back = new Map(ids.map((each) => [renamed(each), each]));
        const mapped = orThrow(mapAccountIds(given, there));
        expect(orThrow(mapAccountIds(mapped, back))).toEqual(given);
        expect(findOrphans(mapped).length).toBe(findOrphans(given).length);
      }),
    );
  });

  it("facts-7: no duplicate is found in names and ids that differ", () => {
    const distinct = fc.uniqueArray(fc.tuple(id, fc.stringMatching(/^[a-z]{1,8}$/)), {
      comparator: (one, other) => one[0] === other[0] || one[1] === other[1],
    });
    fc.assert(
      fc.property(distinct, (pairs) => {
        const accounts = pairs.map(([each, name]) => {
          return { id: each, names: [{ name, kind: "official" as const }] };
        });
        expect(findDuplicates({ accounts, coverage: {} })).toEqual([]);
      }),
    );
  });

  it("facts-8: a personal note is in no record that may leave the library", () => {
    fc.assert(
      fc.property(base, (given) => {
        const report = withoutPersonalNotes(given);
        expect(JSON.stringify(report)).not.toContain("secret");
        expect(report.contactPersons?.length).toBe(given.contactPersons?.length);
      }),
    );
  });

  it("facts-9: a visit takes exactly the steps that the table names", () => {
    fc.assert(
      fc.property(visit, step, (given, taken) => {
        const next = legalVisitSteps[given.status][taken.step];
        const result = stepVisit(given, taken);
        expect(result.ok).toBe(next !== undefined);
        if (result.ok) expect(result.value.status).toBe(next);
      }),
    );
  });

  it("facts-10: whatever its steps, a visit that is complete or cancelled stays so", () => {
    fc.assert(
      fc.property(visit, fc.array(step), (given, steps) => {
        let last: Activity = given;
        for (const each of steps) {
          const result = stepVisit(last, each);
          const closed = last.status === "complete" || last.status === "cancelled";
          expect(closed && result.ok).toBe(false);
          if (result.ok) last = result.value;
        }
      }),
    );
  });

  it("facts-11: a task is open for its sender from its opening until its acknowledgement", () => {
    fc.assert(
      fc.property(civilDate, fc.nat(9), fc.integer({ min: -9, max: 18 }), (opened, n, at) => {
        const task: Task = {
          id: 1,
          accountId: 1,
          kind: "action",
          topic: "notice",
          senderId: 1,
          receiverId: 2,
          openedOn: opened,
        };
        const day: CivilDate = addDays(opened, at);
        const done = orThrow(acknowledgeTask(task, { by: 2, on: addDays(opened, n) }));
        expect(isOpenForSender(task, day)).toBe(at >= 0);
        expect(isOpenForSender(done, day)).toBe(at >= 0 && at < n);
      }),
    );
  });

  it("facts-12: money written as text and read again is the same money", () => {
    fc.assert(
      fc.property(anyMoney, (given) => {
        const { amount, currency: code } = decimalMoney(given);
        expect(money(amount, code)).toEqual(given);
      }),
    );
  });

  it("facts-13: a sum of money does not depend on the order of its terms", () => {
    const terms = fc
      .array(anyMoney)
      .chain((given) =>
        fc.tuple(
          fc.constant(given),
          fc.shuffledSubarray(given, { minLength: given.length, maxLength: given.length }),
        ),
      );
    fc.assert(
      fc.property(terms, ([given, mixed]) => {
        expect(sumMoney(mixed)).toEqual(sumMoney(given));
      }),
    );
  });

  it("facts-14: parts summed and then summed again give the sum of the whole", () => {
    const cents = fc.array(modest.map((each) => ({ ...each, currency: "EUR" })));
    fc.assert(
      fc.property(cents, cents, (first, second) => {
        const parts = [first, second].flatMap((each) => orThrow(sumMoney(each)) ?? []);
        expect(sumMoney(parts)).toEqual(sumMoney([...first, ...second]));
      }),
    );
  });

  it("facts-15: a conversion is off by half a minor unit at most, and symmetric about zero", () => {
    const decimals: Readonly<Record<string, number>> = { EUR: 2, SEK: 2, JPY: 0, KWD: 3, CLF: 4 };
    fc.assert(
      fc.property(modest, rates, (given, table) => {
        const converted = convertMoney(given, table);
        if (converted === undefined || given.currency === table.to) return;
        const [whole, fraction = ""] = table.rates[given.currency]!.split(".");
        // Both sides in whole numbers: minor × rate × 10^(to − from), scaled by 10^fraction.
        const shift = decimals[table.to]! - decimals[given.currency]! + 8;
        const exact = BigInt(given.minor) * BigInt(`${whole}${fraction}`) * 10n ** BigInt(shift);
        const unit = 10n ** BigInt(fraction.length + 8);
        const off = exact - BigInt(converted.minor) * unit;
        expect((off < 0n ? -off : off) * 2n <= unit).toBe(true);
        const mirrored = convertMoney({ ...given, minor: 0 - given.minor }, table);
        expect(mirrored).toEqual({ ...converted, minor: 0 - converted.minor });
      }),
    );
  });
});
