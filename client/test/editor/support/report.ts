// How a suite within an extension host tells of itself, in lines among everything else that an editor prints.

/** What came of one test. */
export interface TestOutcome {
  readonly title: string;
  readonly outcome: "passed" | "failed" | "skipped";
  /** Why it failed. */
  readonly reason?: string;
}

/** What a suite said of itself. */
export interface SuiteReport {
  readonly tests: readonly TestOutcome[];
  /** Whether it came to its end. */
  readonly isWhole: boolean;
}

const testMark = "[suite-test] ";
const endMark = "[suite-end]";

/** The line for a test. */
export function testLine(outcome: TestOutcome): string {
  return `${testMark}${JSON.stringify(outcome)}`;
}

/** The line for the end of the suite. */
export function endLine(): string {
  return endMark;
}

/** The suite's own report among the lines that the editor printed. */
export function reportOf(printed: readonly string[]): SuiteReport {
  const tests = printed
    .filter((line) => line.startsWith(testMark))
    .map((line) => JSON.parse(line.slice(testMark.length)) as TestOutcome);
  return { tests, isWhole: printed.includes(endMark) };
}

/** Why a run is no success, in words; nothing for one in which tests passed and none failed. */
export function objectionTo(status: number, { tests, isWhole }: SuiteReport): string | undefined {
  const failed = tests.filter(({ outcome }) => outcome === "failed");
  const skipped = tests.filter(({ outcome }) => outcome === "skipped");
  const passed = tests.length - failed.length - skipped.length;
  if (failed.length > 0) return failed.map(({ title, reason = "" }) => `${title}: ${reason}`).join("\n\n");
  if (!isWhole)
    return `The suite did not come to its end; ${passed} tests had passed. Its extension host may have crashed (the editor's status is ${status}).`;
  if (skipped.length > 0) return `Skipped: ${skipped.map(({ title }) => title).join(", ")}.`;
  if (passed === 0) return "The suite has no test.";
  return status === 0 ? undefined : `The suite passed, and yet the editor's status is ${status}.`;
}
