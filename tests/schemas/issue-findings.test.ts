import { expect, it } from "vitest";
import * as z from "zod";
import { ASKING, issueFindings } from "../../src/schemas/issue-findings.js";

it("a check that names no code is of the wrong type", () => {
  const read = z
    .string()
    .refine(() => false, "is refused")
    .safeParse("x", ASKING);
  expect(issueFindings(read.error!.issues, "name")).toEqual([
    { code: "wrong-type", severity: "error", path: "name", message: "is refused" },
  ]);
});

it("a value that fits none of several forms is told so, in the schema's words if it has any", () => {
  const forms = z.object({ plain: z.union([z.literal("none"), z.array(z.string())]) });
  const worded = z.object({ worded: z.union([z.literal("none"), z.boolean()], { error: "no" }) });
  const read = z.intersection(forms, worded).safeParse({ plain: 1, worded: 1 }, ASKING);
  expect(issueFindings(read.error!.issues, "list[3]")).toEqual([
    {
      code: "wrong-type",
      severity: "error",
      path: "list[3].plain",
      message: "`1` has none of the forms allowed here",
    },
    { code: "wrong-type", severity: "error", path: "list[3].worded", message: "no" },
  ]);
});
