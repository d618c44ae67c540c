import { runDemo } from "./run-demo.js";

const { out, err, exitCode } = runDemo(process.argv.slice(2));
process.stdout.write(out);
process.stderr.write(err);
process.exitCode = exitCode;
