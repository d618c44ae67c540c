import { build } from "esbuild";
import { expect, inject, test } from "vitest";

/** What a browser host downloads, minified, with every dependency; a ceiling that is raised says why. */
const CEILINGS: readonly {
  readonly code: string;
  readonly bytes: number;
  readonly because: string;
  readonly zod?: true;
}[] = [
  {
    code: 'export { addDays } from "hoito"',
    bytes: 4_000,
    because: "one function of the root costs its own code, not the library",
  },
  {
    code: 'export * from "hoito"',
    bytes: 415_000,
    because:
      "the front door, where each wrong argument is told by name (10 KB), with schedules, proofs by a solver that learns, boards of figures, and comparisons, which run campaigns too (46 KB), every finding's words, immer and the time zones of date-fns; 110 KB before there were campaigns, schedules and figures",
  },
  {
    code: 'export { compilePolicy, decideCare, orThrow } from "hoito"',
    bytes: 240_000,
    because:
      "a policy is checked as a whole, so its campaigns (12 KB) and the catalogue of figures (50 KB) come along; no zod, no immer, no time zones",
  },
  {
    code: 'export { netPromoterScore } from "hoito/kpis"',
    bytes: 6_500,
    because:
      "one figure costs its own code and the check of its conventions (1.5 KB): calls that make the tables of the catalogue are marked, so that bundlers drop them",
  },
  {
    code: 'export * from "hoito/value"',
    bytes: 48_000,
    because: "the statistical models stand apart: no host pays for them that does not ask",
  },
  {
    code: 'export * from "hoito/time"',
    bytes: 20_000,
    because: "the calendar floor with the part of date-fns that builds its tables",
  },
  {
    code: 'export { growthCompany2020 } from "hoito/presets"',
    bytes: 26_000,
    because: "a preset is its own text and its own sample, without the other organisations",
  },
  {
    code: 'export * from "hoito/schemas"',
    bytes: 172_000,
    because:
      "zod without its locales is some 90 KB of it; worked cases of policies and accounts by the million are read here too, by the words of the floors themselves (5 KB), and JSON that cannot be read is told by line and column (5 KB)",
    zod: true,
  },
];

test.each(CEILINGS)("$code stays under $bytes bytes", async ({ code, bytes, because, zod }) => {
  const { outputFiles, metafile } = await build({
    stdin: { contents: code, resolveDir: inject("withZod") },
    bundle: true,
    minify: true,
    format: "esm",
    write: false,
    metafile: true,
  });
  const size = outputFiles[0]!.contents.byteLength;
  console.log(`${size} of ${bytes} bytes: ${code}`);
  expect(size, because).toBeLessThanOrEqual(bytes);

  const bundled = Object.values(metafile.outputs)[0]!.inputs;
  const drawsZod = Object.keys(bundled).some((path) => path.includes("node_modules/zod/"));
  expect(drawsZod).toBe(zod === true);
});
