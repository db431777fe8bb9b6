import type { Files } from "./files.js";

/** What the program that runs the server gives it. */
export interface Host {
  /** The address of the page that has a section for each rule. */
  readonly rulePages: string;
  readonly files: Files;
}
