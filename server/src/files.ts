/**
 * Files as the server reads them: by address and, in general, later. The program that runs the server supplies them,
 * from a disk or from wherever a browser has its files.
 */
export interface Files {
  /**
   * The text of a file, without a byte order mark; `undefined` where there is no such file. Rejects where it is there and
   * cannot be read.
   */
  readonly read: (uri: string) => Promise<string | undefined>;
}
