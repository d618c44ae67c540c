/**
 * Writes every `ts` fence of the documentation as a test module; `npm run test:docs` then type-checks and runs them.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { extractFences } from "./extract-fences.js";
import { toTestModule } from "./to-test-module.js";

const FOLDER = "reports/doc-fences";

const files = [
  "README.md",
  "CONTRIBUTING.md",
  ...filesIn("docs", /\.md$/),
  ...filesIn("src", /\.ts$|\/README\.md$/),
];
const fences = files
  .filter((file) => existsSync(file))
  .flatMap((file) => extractFences(file, readFileSync(file, "utf8")));

rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
for (const fence of fences) {
  const name = `${fence.file.replaceAll("/", ".")}.${fence.line}.test.ts`;
  writeFileSync(`${FOLDER}/${name}`, toTestModule(fence));
}
console.log(`${fences.length} fences of ${new Set(fences.map((each) => each.file)).size} files`);

function filesIn(folder: string, pattern: RegExp): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => `${folder}/${path.replaceAll("\\", "/")}`)
    .filter((path) => pattern.test(path))
    .sort();
}
