import * as z from "zod";
import {
  type Instant,
  isCurrency,
  isRate,
  type Level,
  type Money,
  type RecordId,
  readDecimalMoney,
  type Trend,
} from "../facts/index.js";
import { showInput } from "../shapes/index.js";
import { type CivilDate, isCivilDate } from "../time/index.js";

export const text: z.ZodType<string> = z.string();

export const flag: z.ZodType<boolean> = z.boolean();

export const number: z.ZodType<number> = z.number();

/** Whole and not negative. */
export const count: z.ZodType<number> = z.int().min(0);

/** Not negative. */
export const size: z.ZodType<number> = z.number().min(0);

export const share: z.ZodType<number> = z.number().min(0).max(1);

/** Either side of zero, up to the given number. */
export function degrees(most: number): z.ZodType<number> {
  return z.number().min(-most).max(most);
}

export const level: z.ZodType<Level> = z.enum(["low", "medium", "high"]);

export const trend: z.ZodType<Trend> = z.enum(["falling", "steady", "rising"]);

export const recordId: z.ZodType<RecordId> = z.union([z.string().min(1), z.int()], {
  error: says("is no id, which is text or a whole number"),
});

export const civilDate: z.ZodType<CivilDate> = z.string().refine(isCivilDate, {
  error: says("is no day written YYYY-MM-DD"),
  params: { code: "not-a-civil-date" },
});

export const instant: z.ZodType<Instant> = z.string().refine(isInstant, {
  error: says("is no moment written like 2018-01-22T10:00:00Z"),
  params: { code: "not-an-instant" },
});

export const currency: z.ZodType<string> = z.string().refine(isCurrency, {
  error: says("is no ISO 4217 code"),
  params: { code: "not-a-currency" },
});

export const rate: z.ZodType<string> = z.string().refine(isRate, {
  error: says("is no positive decimal rate"),
  params: { code: "not-a-rate" },
});

/** Whole minor units or decimal text, always with the currency; never a bare number. */
export const money: z.ZodType<Money> = z
  .strictObject(
    { currency, minor: z.exactOptional(z.int()), amount: z.exactOptional(z.string()) },
    { error: says('is not money, which is written { "amount": "12.50", "currency": "EUR" }') },
  )
  .transform(({ minor, amount, currency }, { issues }): Money => {
    if ((minor === undefined) === (amount === undefined)) {
      const message = "money has either `minor` or `amount`";
      issues.push({ code: "custom", input: amount, message, params: { code: "not-money" } });
    } else if (amount !== undefined) {
      const read = readDecimalMoney({ amount, currency });
      if ("minor" in read) return read;
      const { code, path, fault: message } = read;
      issues.push({ code: "custom", input: amount, path: [path], message, params: { code } });
    }
    return { minor: minor ?? 0, currency };
  });

/** A refusal: what was refused, then these words. */
export function says(words: string): (issue: { readonly input?: unknown }) => string {
  return ({ input }) => `${showInput(input)} ${words}`;
}

function isInstant(input: string): input is Instant {
  const parts = /^(.{10})T(\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?Z$/.exec(input);
  if (parts === null) return false;
  const [, date, hour, minute, second = "0"] = parts;
  return isCivilDate(date) && Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60;
}
