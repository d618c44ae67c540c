import { describe, expect, it } from "vitest";
import { policyHash } from "../../src/policy/policy-hash.js";
import { fnv1a } from "../reference/fnv-1a.js";

describe("POL-09 the hash of a policy", () => {
  it("is FNV-1a over its JSON with sorted names", () => {
    // Published vectors of FNV-1a are of bytes: of the texts "" and "a".
    expect(fnv1a("")).toBe("cbf29ce484222325");
    expect(fnv1a("a")).toBe("af63dc4c8601ec8c");
    expect(fnv1a("foobar")).toBe("85944171f73967e8");
    expect(policyHash({ b: [1, "ä€"], a: { d: null, c: true } })).toBe(
      fnv1a(`{"a":{"c":true,"d":null},"b":[1,"ä€"]}`),
    );
  });

  it("leaves out properties that are undefined, as JSON does", () => {
    expect(policyHash({ a: 1, b: undefined })).toBe(policyHash({ a: 1 }));
    expect(policyHash([undefined])).toBe(policyHash([null]));
  });

  it("POL-01 is the same whichever JSON Schema an editor checks the document with", () => {
    const [one, other] = [{ $schema: "a.json" }, { $schema: "b.json" }];
    expect(policyHash({ ...one, id: "x" })).toBe(policyHash({ id: "x" }));
    expect(policyHash({ ...one, id: "x" })).toBe(policyHash({ ...other, id: "x" }));
    expect(policyHash({ ...one, id: "x" })).not.toBe(policyHash({ ...one, id: "y" }));
  });

  it("tells apart what is written differently", () => {
    const documents = [{}, [], null, "", 0, "0", { a: 1 }, { a: "1" }, { b: 1 }, [1, 2], [2, 1]];
    expect(new Set(documents.map(policyHash)).size).toBe(documents.length);
  });
});
