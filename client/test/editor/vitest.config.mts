import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// The tests that drive a real browser and a real VS Code. They are patient, and one follows another: an editor wants the machine for itself.
export default defineConfig({
  root: fileURLToPath(new URL("../../..", import.meta.url)),
  test: {
    include: ["cli/test/browser/*.test.ts", "client/test/editor/*.test.ts"],
    globalSetup: "client/test/editor/support/build.ts",
    sequence: { shuffle: false },
    fileParallelism: false,
    bail: 0,
    // An editor answers in its own time; what is waited for is there at once when it is quiet.
    expect: { poll: { timeout: 20_000 } },
    // Behind the limits of steps and suites, which say what they waited for.
    testTimeout: 500_000,
    hookTimeout: 240_000,
  },
});
