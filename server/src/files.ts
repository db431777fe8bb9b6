/**
 * Files as the server reads them: by address and, in general, later. The program that runs the server supplies those
 * that it can read; the client is asked for others, if it answers.
 */
export interface Files {
  /**
   * The text of a file, without a byte order mark; `undefined` where there is no such file. Rejects where it is there and
   * cannot be read.
   */
  readonly read: (uri: string) => Promise<string | undefined>;
}

/** Files of some kinds of addresses. */
export interface OwnFiles extends Files {
  /** Whether the address is of a kind that is read here. One that is not may well be that of a file elsewhere. */
  readonly covers: (uri: string) => boolean;
}
