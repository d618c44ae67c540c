import "hoito/testing/vitest";
import { expect, test } from "vitest";
import { asOf, visits } from "./visits-policy.js";

test("POL-05 vitest asks the same matchers, in both directions", () => {
  const account = { id: "A", headcount: 10 };
  expect(visits).toCoverEveryAccount({ asOf });
  expect(visits).toClassify(account, "undecided", { asOf });
  expect(visits).not.toClassify(account, "middle", { asOf });
  const wrong = (): void => expect(visits).toClassify(account, "middle", { asOf });
  expect(wrong).toThrow(/^expected that account `A` is classified `middle` by `size`\n {2}it is/);
  const open = (): void => expect(visits).not.toClassify(account, "key", { asOf });
  expect(open).toThrow(/^undecided whether account `A` is classified `key`/);
  expect(() => expect(visits).toClassify(account, "key", { asOf })).toThrow(/^undecided whether/);
});
