import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// `--mode long` (npm run test:long) is the patient variant: the tests see LONG=1 and try many more cases.
export default defineConfig(({ mode }) => ({
  // Outside VS Code its module is a stand-in that has what the client's code needs to be loaded.
  resolve: { alias: { vscode: fileURLToPath(new URL("client/test/support/vscode.ts", import.meta.url)) } },
  test: {
    include: ["*/test/**/*.test.ts"],
    exclude: ["**/node_modules/**", "client/test/editor/**", "cli/test/browser/**"],
    // The same order, seed, time zone and language everywhere, so that a failure on one machine is a failure on all.
    sequence: { shuffle: false, seed: 1 },
    env: { TZ: "UTC", LC_ALL: "C.UTF-8", ...(mode === "long" ? { LONG: "1" } : {}) },
    // One processor is left free otherwise, which is half of a small machine.
    maxWorkers: "100%",
    // A guard against a hang; no test measures time.
    testTimeout: mode === "long" ? 7_200_000 : 300_000,
    hookTimeout: 30_000,
  },
}));
