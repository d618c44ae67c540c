// Reads `{ schemas, asked }` from stdin and writes what ajv says of each document that is asked
// about: its errors as `path keyword`. ajv makes code from text, which the process of the tests
// forbids, so it works in one of its own.
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import formats from "ajv-formats";

const { schemas, asked } = JSON.parse(readFileSync(0, "utf8"));
const ajv = new Ajv({ strict: true, allowUnionTypes: true, allErrors: true });
formats.default(ajv);
for (const schema of schemas) ajv.addSchema(schema);
const verdicts = asked.map(({ file, documents }) => {
  const { $id } = schemas.find((schema) => schema.$id.endsWith(`/${file}`));
  const validate = ajv.getSchema($id);
  return documents.map((document) => {
    if (validate(document)) return [];
    return validate.errors.map((error) => `${error.instancePath} ${error.keyword}`);
  });
});
process.stdout.write(JSON.stringify(verdicts));
