import { describe, expect, it } from "vitest";
import {
  mailingList,
  mayContact,
  type PermissionQuestion,
  type QuotaCadence,
  type Reach,
} from "../../src/cadence/index.js";
import type { ContactPerson, Coverage, CustomerBase, Permission } from "../../src/facts/index.js";
import type { CivilDate } from "../../src/time/index.js";
import { aheadOn, dutiesOn } from "./ask-duties.js";

const complete = { permissions: "complete" } as const;
const say = (verdict: Permission["verdict"], rest: Partial<Permission> = {}): Permission => ({
  accountId: "A",
  verdict,
  ...rest,
});

const ask = (
  permissions: readonly Permission[],
  rest: Partial<PermissionQuestion> = {},
  coverage: Coverage = complete,
) =>
  mayContact(
    { account: { id: "A" }, coverage, permissions },
    { channel: "email", isMarketing: false, whenNone: "forbidden", asOf: "2018-03-01", ...rest },
  );
const kind = (...asked: Parameters<typeof ask>) => ask(...asked).value.kind;

describe("CAD-07 whether a channel may be used", () => {
  it("CAD-07 a ban wins over any permission, whatever their order", () => {
    const both = [say("allowed"), say("forbidden", { channel: "email" })];
    expect(kind(both)).toBe("forbidden");
    expect(ask(both.toReversed())).toEqual(ask(both));
    expect(kind([say("allowed")])).toBe("allowed");
    expect(kind([say("doNotContact"), say("allowed", { channel: "email" })])).toBe("forbidden");
    const bans = [say("forbidden"), say("doNotContact")];
    expect(ask(bans.toReversed())).toEqual(ask(bans));
    expect(ask(bans).because).toMatchObject([
      { details: { verdict: "doNotContact" } },
      { details: { verdict: "forbidden" } },
    ]);
  });

  it("CAD-07 a ban of another channel does not matter", () => {
    expect(kind([say("forbidden", { channel: "phone" }), say("allowed")])).toBe("allowed");
  });

  it("CAD-07 a marketing ban forbids marketing and nothing else", () => {
    const banned = [say("marketingBan"), say("allowed")];
    expect(kind(banned, { isMarketing: true })).toBe("forbidden");
    expect(kind(banned)).toBe("allowed");
  });

  it("CAD-07 consent is bound to its purpose", () => {
    const consent = [say("allowed", { purpose: "survey" })];
    expect(kind(consent, { purpose: "survey" })).toBe("allowed");
    expect(kind(consent, { purpose: "news" })).toBe("forbidden");
    expect(kind(consent)).toBe("forbidden");
    expect(kind([say("forbidden", { purpose: "news" }), ...consent], { purpose: "survey" })).toBe(
      "allowed",
    );
  });

  it("CAD-07 it holds from its first day until the day before its end", () => {
    const span = [say("allowed", { validFrom: "2018-03-01", validUntil: "2018-04-01" })];
    const on = (asOf: CivilDate) => kind(span, { asOf });
    expect(
      ["2018-02-28", "2018-03-01", "2018-03-31", "2018-04-01"].map((day) => on(day as CivilDate)),
    ).toEqual(["forbidden", "allowed", "allowed", "forbidden"]);
    expect(() => kind(span, { asOf: "soon" as CivilDate })).toThrow("soon");
  });

  it("CAD-07 where none speaks of the channel the policy names what holds", () => {
    expect(ask([], { whenNone: "allowed" })).toEqual({
      value: { kind: "allowed" },
      because: [
        {
          kind: "step",
          step: "noPermission",
          path: "permissions",
          details: { channel: "email", whenNone: "allowed" },
          of: [],
        },
      ],
      missing: [],
    });
    expect(kind([])).toBe("forbidden");
  });

  it("CAD-07 where permissions are not known, a ban alone is certain", () => {
    expect(ask([say("allowed")], { whenNone: "allowed" }, {})).toEqual({
      value: { kind: "unknown" },
      because: [],
      missing: [{ path: "permissions", why: "notSupplied" }],
    });
    const since = { permissions: { since: "2018-01-01" } } as const;
    expect(ask([], {}, since).missing).toEqual([{ path: "permissions", why: "incomplete" }]);
    expect(kind([say("forbidden")], {}, {})).toBe("forbidden");
    const unreadable = say("forbidden", { validFrom: "soon" as CivilDate });
    expect(ask([unreadable, say("allowed")]).missing).toEqual([
      { path: "permissions.validFrom", why: "illTyped" },
    ]);
    expect(kind([say("allowed", { validUntil: "soon" as CivilDate })])).toBe("unknown");
  });

  it("CAD-07 a permission whose verdict or channel is no known word is unclear, never leave", () => {
    const odd = (verdict: unknown, rest: object = {}) =>
      ({ ...say("allowed"), verdict, ...rest }) as Permission;
    const unclear = (list: Permission[]) => {
      const { value, missing } = ask([say("allowed"), ...list], { whenNone: "allowed" });
      return [value.kind, ...missing.map(({ path, why }) => `${path} ${why}`)];
    };
    expect(unclear([odd("forbiden")])).toEqual(["unknown", "permissions.verdict illTyped"]);
    expect(unclear([odd(undefined)])).toEqual(["unknown", "permissions.verdict missing"]);
    for (const channel of ["Email", " email", 5]) {
      const asked = [odd("forbidden", { channel }), odd("allowed", { channel })];
      expect(unclear(asked)).toEqual(["unknown", "permissions.channel illTyped"]);
    }
    expect(unclear([odd("no", { channel: "Email" }), odd("no")])).toEqual([
      "unknown",
      "permissions.channel illTyped",
      "permissions.verdict illTyped",
    ]);
    const over = { validUntil: "2018-03-01" };
    for (const aside of [{ channel: "e-mail" }, { channel: "phone" }, over, { purpose: "news" }]) {
      expect(unclear([odd("forbiden", aside)])).toEqual(["allowed"]);
    }
    expect(kind([odd("forbiden"), say("forbidden")])).toBe("forbidden");
  });

  it.each([
    ["channel", { channel: 5 }, 'write `channel: "email"`'],
    ["isMarketing", { isMarketing: undefined, marketing: true }, "write `isMarketing: true`"],
    ["isMarketing", { isMarketing: "yes" }, "write `isMarketing: true`"],
    ["whenNone", { whenNone: "forbid" }, 'write `whenNone: "forbidden"`'],
  ])("CAD-07 a question without a word for `%s` is refused: %o", (name, rest, text) => {
    const banned = [say("allowed", { channel: "email" }), say("marketingBan")];
    const asked = () => kind(banned, rest as Partial<PermissionQuestion>);
    expect(asked).toThrow(text);
    expect(asked).toThrow(
      expect.objectContaining({ code: "not-a-question", path: `question.${name}` }),
    );
  });

  it.each([
    ["ismarketing", { isMarketing: undefined }, "isMarketing"],
    ["whennone", { whenNone: undefined }, "whenNone"],
    ["purpos", {}, "purpose"],
    ["contactPersonID", {}, "contactPersonId"],
  ])("CAD-07 a misspelt word of a question is refused: %s", (written, rest, meant) => {
    const asked = () => kind([], { ...rest, [written]: true } as object);
    expect(asked).toThrow(`there is no option \`${written}\`; did you mean \`${meant}\`?`);
    expect(asked).toThrow(
      expect.objectContaining({ code: "unknown-option", path: `question.${written}` }),
    );
    // One object may serve several questions: a word of another one is no fault.
    expect(kind([say("allowed")], { title: "News" } as object)).toBe("allowed");
  });

  it("CAD-07 no question at all is refused, by the mailing list too", () => {
    const nothing = undefined as unknown as PermissionQuestion;
    const records = { account: { id: "A" }, coverage: complete };
    const refused = expect.objectContaining({ code: "not-a-question" });
    expect(() => mayContact(records, nothing)).toThrow(refused);
    const mailing = { attribute: "news", channel: "email", whenNone: "forbid" as "forbidden" };
    const context = { asOf: "2018-03-01", accountIds: ["A"] } as const;
    const base = { accounts: [records.account], coverage: complete };
    expect(() => mailingList(base, mailing, context)).toThrow(refused);
    const misspelt = { ...mailing, whenNone: "forbidden", purpos: "news" } as const;
    expect(() => mailingList(base, misspelt, context)).toThrow("did you mean `purpose`?");
  });

  it("CAD-07 a contact person's own verdict is theirs alone, the account's is everybody's", () => {
    const list = [say("forbidden", { contactPersonId: 1 }), say("allowed")];
    expect(kind(list, { contactPersonId: 1 })).toBe("forbidden");
    expect(kind(list, { contactPersonId: 2 })).toBe("allowed");
    expect(kind(list)).toBe("allowed");
    expect(
      kind([say("doNotContact"), say("allowed", { contactPersonId: 2 })], { contactPersonId: 2 }),
    ).toBe("forbidden");
    const [reason] = ask([say("allowed", { contactPersonId: 2, channel: "email", purpose: "p" })], {
      contactPersonId: 2,
      purpose: "p",
    }).because;
    expect(reason).toMatchObject({
      step: "permission",
      details: { verdict: "allowed", contactPersonId: 2, channel: "email", purpose: "p" },
    });
  });
});

const reach: Reach = {
  channels: ["email", "phone"],
  isMarketing: false,
  level: "account",
  whenNone: "forbidden",
  whenUnknown: "undecided",
};

const monthly = (rest: Partial<Reach> = {}): QuotaCadence => ({
  method: "quota",
  counts: { field: "kind", equals: "message" },
  atLeast: 1,
  per: "month",
  counting: "held",
  spread: "anyTime",
  roll: "next",
  reach: { ...reach, ...rest },
});

const duty = (
  permissions: readonly Permission[] | undefined,
  rest: Partial<Reach> = {},
  contactPersons?: readonly ContactPerson[],
) => {
  const persons = contactPersons === undefined ? {} : { contactPersons };
  const records = permissions === undefined ? persons : { permissions, ...persons };
  return dutiesOn({ c: monthly(rest) }, { asOf: "2018-03-01", records })[0]!;
};

describe("CAD-07 a forbidden channel is never planned, and says so", () => {
  it("CAD-07 the first channel of the preference that is allowed", () => {
    expect(duty([say("allowed")]).channel).toBe("email");
    expect(duty([say("allowed"), say("forbidden", { channel: "email" })]).channel).toBe("phone");
    expect(duty([say("allowed")], { channels: ["phone", "email"] }).channel).toBe("phone");
  });

  it("CAD-07 a planned mail to an account that refused contact is blocked", () => {
    const found = duty([say("doNotContact")], { channels: ["email"] });
    expect(found.value).toMatchObject({ status: "forbidden", daysLate: 0 });
    expect(found.value.window).toBeUndefined();
    expect(found.channel).toBeUndefined();
    expect(found.because.at(-1)).toMatchObject({
      step: "noChannel",
      path: "cadences.c.reach",
      details: { channels: ["email"] },
      of: [{ step: "permission", details: { verdict: "doNotContact" } }],
    });
  });

  it("CAD-07 unknown is undecided or forbidden, as the policy names, and never allowed", () => {
    expect(duty(undefined)).toMatchObject({
      value: { status: "undecided" },
      missing: [{ path: "permissions", why: "notSupplied" }],
    });
    expect(duty(undefined, { whenUnknown: "forbidden" })).toMatchObject({
      value: { status: "forbidden" },
      missing: [],
    });
    expect(duty(undefined, { whenUnknown: "forbidden" }).because.at(-1)).toMatchObject({
      step: "permissionUnknown",
    });
  });

  it("CAD-07 permission of any one contact person, those who decide first", () => {
    const persons = [
      { id: 3, accountId: "A" },
      { id: 1, accountId: "A" },
      { id: 2, accountId: "A", decisionRole: "decisionMaker" },
    ] as const;
    const level = { level: "contactPerson" } as const;
    expect(duty([say("allowed")], level, persons)).toMatchObject({
      channel: "email",
      contactPersonId: 2,
    });
    const banned = [say("allowed"), say("forbidden", { contactPersonId: 2 })];
    expect(duty(banned, level, persons).contactPersonId).toBe(1);
    const nobody = [1, 2, 3].map((id) => say("forbidden", { contactPersonId: id }));
    expect(duty(nobody, level, persons).value.status).toBe("forbidden");
    expect(duty(nobody, level).missing).toEqual([{ path: "contactPersons", why: "notSupplied" }]);
  });

  it("CAD-07 ahead, the permission of the window's first day counts", () => {
    const ends = [say("allowed", { validUntil: "2018-04-01" })];
    const found = aheadOn(
      { c: monthly() },
      { asOf: "2018-03-01", until: "2018-05-01", records: { permissions: ends } },
    );
    expect(found.duties.map(({ id, value }) => `${id} ${value.status}`)).toEqual([
      "A|c|2018-04#1 forbidden",
      "A|c|2018-03#1 ok",
    ]);
  });
});

describe("CAD-07 the mailing list", () => {
  const base: CustomerBase = {
    accounts: [
      { id: "news", marketingAttributes: ["eNews"] },
      { id: "dealer", marketingAttributes: ["dealerInfo"] },
      { id: "banned", marketingAttributes: ["eNews"] },
      { id: "untold" },
    ],
    permissions: [{ accountId: "banned", verdict: "marketingBan" }],
    coverage: complete,
  };
  const mailing = { attribute: "eNews", channel: "email", whenNone: "allowed" } as const;
  const accountIds = ["nobody", ...base.accounts.map(({ id }) => id)];
  const list = (on: CustomerBase) => mailingList(on, mailing, { asOf: "2018-03-01", accountIds });

  it("CAD-07 not in the system or banned gets no mail, and an attribute decides whose list it is", () => {
    expect(list(base)).toEqual([
      { accountId: "nobody", isMailed: false, reason: "notInSystem", missing: [] },
      { accountId: "news", isMailed: true, missing: [] },
      { accountId: "dealer", isMailed: false, reason: "otherList", missing: [] },
      { accountId: "banned", isMailed: false, reason: "banned", missing: [] },
      {
        accountId: "untold",
        isMailed: false,
        reason: "unknown",
        missing: [{ path: "marketingAttributes", why: "missing" }],
      },
    ]);
  });

  it("CAD-07 unknown permissions give no mail", () => {
    expect(list({ ...base, coverage: {} })[1]).toEqual({
      accountId: "news",
      isMailed: false,
      reason: "unknown",
      missing: [{ path: "permissions", why: "notSupplied" }],
    });
  });
});
