import * as z from "zod";

/** What the generated schemas say of a form beside its shape. */
export interface About {
  /** A name makes the form a definition that others refer to. */
  readonly id?: string;
  readonly description?: string;
  readonly [keyword: string]: unknown;
}

/** Descriptions and names of forms; a registry of our own, for the one of zod is global. */
export const about: z.core.$ZodRegistry<About> = z.registry<About>();

/** A property that must be there. It stands for exactly its type, neither a wider nor a narrower. */
export interface Must<in out T> {
  readonly kind: "must";
  readonly form: z.ZodType<T>;
  readonly exactly?: (value: T) => T;
}

/** A property that may be left out, and stands for exactly its type. */
export interface May<in out T> {
  readonly kind: "may";
  readonly form: z.ZodType<T>;
  readonly exactly?: (value: T) => T;
}

/**
 * One form for each property of a type. The compiler refuses one that forgets a property or a word,
 * adds any, or takes a property that may be left out for one that must be there.
 */
export type Properties<T> = {
  readonly [Name in keyof T]-?: Record<never, never> extends Pick<T, Name>
    ? May<Exclude<T[Name], undefined>>
    : Must<T[Name]>;
};

/** A property that must be there, and what it says. */
export function must<T>(description: string, form: z.ZodType<T>): Must<T> {
  return { kind: "must", form: described(form, { description }) };
}

/** A property that may be left out, and what it says. */
export function may<T>(description: string, form: z.ZodType<T>): May<T> {
  return { kind: "may", form: described(form, { description }) };
}

/** An object of these properties and no others. */
export function part<T>(properties: Properties<T>, says?: About): z.ZodType<T> {
  const entries = Object.entries(properties) as readonly [string, Must<unknown> | May<unknown>][];
  const shape = entries.map(([name, { kind, form }]) => {
    return [name, kind === "may" ? z.exactOptional(form) : form] as const;
  });
  const form = z.strictObject(Object.fromEntries(shape)) as unknown as z.ZodType<T>;
  return says === undefined ? form : described(form, says);
}

/** The same form with a name, a description or a bound that zod has no word for. */
export function described<T>(form: z.ZodType<T>, says: About): z.ZodType<T> {
  const copy = form.clone();
  about.add(copy, says);
  return copy;
}

/** A form with a name and a description, to be taken for exactly its type. */
export function definition<T>(id: string, description: string, form: z.ZodType<T>): Must<T> {
  return { kind: "must", form: described(form, { id, description }) };
}

/** A form that stands for exactly a type: every one of its variants, and none besides. */
export function exactly<T>({ form }: Must<T>): z.ZodType<T> {
  return form;
}

/** Any one of several forms. */
export function either<const Forms extends readonly z.ZodType[]>(
  ...forms: Forms
): z.ZodType<z.infer<Forms[number]>> {
  return z.union(forms) as unknown as z.ZodType<z.infer<Forms[number]>>;
}

/** One word of several, each with what it means. */
export function word<const Meanings extends Readonly<Record<string, string>>>(
  meanings: Meanings,
): z.ZodType<keyof Meanings & string> {
  const lines = Object.entries(meanings).map(([each, meaning]) => {
    return meaning === "" ? each : `${each}: ${meaning}`;
  });
  const form = z.enum(Object.keys(meanings)) as unknown as z.ZodType<keyof Meanings & string>;
  const isBare = Object.values(meanings).every((meaning) => meaning === "");
  return isBare ? form : described(form, { description: lines.join("\n") });
}

/** One word of a table that the library itself uses. */
export function wordOf<Word extends string>(words: readonly Word[]): z.ZodType<Word> {
  return z.enum(words as readonly [Word, ...Word[]]) as unknown as z.ZodType<Word>;
}

/** Text out of a table of usual ones, which an editor proposes, or any other. */
export function usually(words: readonly string[]): z.ZodType<string> {
  return z.union([wordOf(words), z.string()]);
}

/** Exactly this value. */
export function only<const Value extends string | number | boolean>(
  value: Value,
): z.ZodType<Value> {
  return z.literal(value) as unknown as z.ZodType<Value>;
}

/** A list, of so many entries at least. */
export function list<T>(each: z.ZodType<T>, atLeast = 0): z.ZodType<readonly T[]> {
  return atLeast === 0 ? z.array(each) : z.array(each).min(atLeast);
}

/** Two values in order. */
export function pair<T>(each: z.ZodType<T>): z.ZodType<readonly [T, T]> {
  return z.tuple([each, each]) as unknown as z.ZodType<readonly [T, T]>;
}

/** Parts by names that the document chooses. */
export function byName<T>(each: z.ZodType<T>): z.ZodType<Readonly<Record<string, T>>> {
  return z.record(z.string(), each);
}

/** Parts by the names of classes or fields, of which some may have none. */
export function bySomeNames<T>(
  each: z.ZodType<T>,
): z.ZodType<{ readonly [name: string]: T | undefined }> {
  return z.record(z.string(), each);
}

/** Parts by names that other parts of the policy, and paths in findings, refer to. */
export function byOwnName<T>(each: z.ZodType<T>): z.ZodType<Readonly<Record<string, T>>> {
  return z.record(z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/), each);
}

/** A form that is not ready yet, because it holds itself. */
export function later<T>(form: () => z.ZodType<T>): z.ZodType<T> {
  return z.lazy(form);
}

/** A whole number within bounds, both inclusive. */
export function whole(atLeast: number, atMost?: number): z.ZodType<number> {
  return atMost === undefined ? z.int().min(atLeast) : z.int().min(atLeast).max(atMost);
}

/** A number within bounds, both inclusive. */
export function number(atLeast?: number, atMost?: number): z.ZodType<number> {
  const least = atLeast === undefined ? z.number() : z.number().min(atLeast);
  return atMost === undefined ? least : least.max(atMost);
}

export const text: z.ZodType<string> = z.string();
export const flag: z.ZodType<boolean> = z.boolean();
