import { describe, expectTypeOf, it } from "vitest";
import type { OptionNames } from "../../src/shapes/index.js";

interface Options {
  readonly asOf: string;
  readonly until?: string;
}

describe("the names of options", () => {
  it("are all of them, the ones that may be left out included, and no other", () => {
    expectTypeOf<OptionNames<Options>>().toEqualTypeOf<{
      readonly asOf: true;
      readonly until: true;
    }>();
    // @ts-expect-error one is forgotten
    const forgotten: OptionNames<Options> = { asOf: true };
    // @ts-expect-error one is too many
    const other: OptionNames<Options> = { asOf: true, until: true, untill: true };
    expectTypeOf(forgotten).toEqualTypeOf(other);
  });
});
