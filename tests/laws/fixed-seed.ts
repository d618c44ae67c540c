import fc from "fast-check";

// Laws ask new questions in every run. Coverage asks the same ones, so that no branch depends on luck.
const seed = process.env["FAST_CHECK_SEED"];
if (seed !== undefined) fc.configureGlobal({ seed: Number(seed) });
