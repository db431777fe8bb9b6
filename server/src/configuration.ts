/** What the editor's own settings say, under `boardPapers`. How rules count is not among them. */
export interface Configuration {
  /** When a client that does not ask for diagnostics is sent them. */
  readonly check: "onType" | "onSave";
}

/** What holds where the client says nothing. */
export const defaultConfiguration: Configuration = { check: "onType" };

/** Reads a client's answer, which may be anything: `null` where nothing is set, in some clients an empty list. */
export function readConfiguration(answer: unknown): Configuration {
  const check = typeof answer === "object" && answer !== null && "check" in answer ? answer.check : undefined;
  return check === "onSave" ? { check } : defaultConfiguration;
}
