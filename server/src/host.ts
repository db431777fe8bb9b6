import type { OwnFiles } from "./files.js";

/** What the program that runs the server gives it. */
export interface Host {
  /** The address of the page that has a section for each rule; without it, only a client can tell. */
  readonly rulePages?: string;
  /** The files that the program reads by itself. */
  readonly files?: OwnFiles;
}
