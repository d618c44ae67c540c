import * as z from "zod";

/**
 * One schema for each property of a type: the compiler refuses a shape that forgets a property or
 * names one that the type does not have.
 */
export type Shape<T> = {
  readonly [Name in keyof T]-?: Record<never, never> extends Pick<T, Name>
    ? z.ZodExactOptional<z.ZodType<Exclude<T[Name], undefined>>>
    : z.ZodType<T[Name]>;
};

/** The schema of a record; properties beyond its shape are kept as they are. */
export function recordSchema<T extends object>(shape: Shape<T>): z.ZodType<T> {
  return z.looseObject(shape) as unknown as z.ZodType<T>;
}

/** The schema of a list. */
export function listOf<T>(element: z.ZodType<T>): z.ZodType<readonly T[]> {
  return z.array(element);
}

/** The schema of a property that may be left out, but is never `undefined` or `null`. */
export function maybe<T>(schema: z.ZodType<T>): z.ZodExactOptional<z.ZodType<T>> {
  return z.exactOptional(schema);
}

/** The schema of one word out of several. */
export function oneOf<Word extends string>(...words: readonly Word[]): z.ZodType<Word> {
  return z.enum(words);
}
