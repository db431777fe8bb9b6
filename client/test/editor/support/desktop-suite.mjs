// Runs a suite in desktop VS Code, in a process of its own, so that what the editor prints can be read. The argument is
// what `runTests` takes, as JSON; the exit status is the editor's.

import { runTests } from "@vscode/test-electron";

try {
  process.exitCode = await runTests(JSON.parse(process.argv[2]));
} catch (error) {
  console.error(error.message);
  process.exitCode = typeof error.code === "number" ? error.code : 1;
}
