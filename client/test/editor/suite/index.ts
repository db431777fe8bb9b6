// What VS Code runs within an extension host, Node's or a browser's. It reports by itself, because the editor's own word
// is no proof that tests ran.

import "./location.js";
import { config } from "chai";
import "mocha/mocha.js";
import { endLine, type TestOutcome, testLine } from "../support/report.js";

/** The report is made of the runner's events: how the library's own ones print is not known to the editor's console. */
const silent = class {} as unknown as Mocha.ReporterConstructor;

/** Runs all suites. Rejects when a test fails. */
export async function run(): Promise<void> {
  // What differs is said whole: nobody sees these values but in a log.
  config.truncateThreshold = 0;
  mocha.setup({ ui: "bdd", timeout: 60_000, reporter: silent });
  await import("./suites.js");
  const failures = await new Promise<number>((resolve) => {
    const runner = mocha.run(resolve);
    const tell = (outcome: TestOutcome): void => console.log(testLine(outcome));
    runner.on("pass", (test) => tell({ title: test.fullTitle(), outcome: "passed" }));
    runner.on("pending", (test) => tell({ title: test.fullTitle(), outcome: "skipped" }));
    runner.on("fail", (test, { stack, message }: Error) =>
      tell({ title: test.fullTitle(), outcome: "failed", reason: stack ?? message }),
    );
  });
  console.log(endLine());
  if (failures > 0) throw new Error(`${failures} tests of the suite failed.`);
}
